"""What the reader of times passes over unread, it would have found nothing in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.values import time_reading
from summarizer.values.time_lexicon import Lexicon, _letters, lexicon
from summarizer.values.time_moments import Calendar

LANGUAGES = ("en", "de", "fr", "es", "pl", "ru", "ar", "zh")
WORDS = """
    in by since from to until between and the of end mid early late last next this every not no over within about ago
    year years month week quarter half decade first second fourth fiscal fy25 q3 h1 2025 2030 2024/25 3/4/2025 1.2.2025
    2025-06 2025-06-30 25 12, 18-month three five-year ytd year-to-date monday friday march may june january 1990s
    q4'25 3q25 2025h2 half-year fortnight previous earlier
    jahr jahre jahren seit bis ende nächsten letzten vorjahr mai l'année année précédente ans fin d'ici depuis mars año
    años hasta anterior próximos roku lat do od года год лет до с через عام حتى سنوات 年 月 日 到 未来 三年 2025年3月
""".split()  # noqa: SIM905  words are easier to read so
TEXTS = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["", "-", ", ", ". ", *" " * 12])), max_size=12).map(
    lambda pieces: "".join(word + gap for word, gap in pieces)
)


@given(TEXTS, st.sampled_from(LANGUAGES), st.sampled_from([None, date(2025, 2, 24)]))
@example("up in 2024 from the previous year", "en", None)
@example("by 3/4/2025, 1.2.2025 or 2025.6.30; h1 2025, fy25, q3'25, 3q25", "en", date(2025, 2, 24))
@settings(max_examples=300, deadline=None)
def test_what_is_passed_over_would_have_been_no_time(text: str, language: str, published: date | None) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Calendar, "_may_apply", lambda *_: True)
        patch.setattr(Lexicon, "may_hold", lambda *_: True)
        patch.setattr(time_reading, "_YEARS", ("",))
        thorough = time_reading.read.__wrapped__(text, published, language)
    assert time_reading.read.__wrapped__(text, published, language) == thorough


@given(TEXTS, st.sampled_from(LANGUAGES))
@settings(max_examples=300, deadline=None)
def test_no_word_before_a_moment_is_missed_by_passing_over_letters(text: str, language: str) -> None:
    pattern = lexicon(language).before_moment
    everywhere = re.compile(pattern.pattern.removeprefix(r"(?:(?<!\w)|(?=[\s-]|l'|$))"))
    found, wanted = pattern.search(text), everywhere.search(text)
    assert found
    assert wanted
    assert (found.span(), found.groupdict()) == (wanted.span(), wanted.groupdict())


@given(st.text(alphabet="aB1 \t\n\x1c\x85\u00a0|’–²é", max_size=30))
@example(" \n ")
def test_a_prepared_text_has_single_spaces_and_plain_signs(text: str) -> None:
    plain = unicodedata.normalize("NFKC", text).replace("’", "'").replace("–", "-")
    assert time_reading.prepare(text) == re.sub(r"\s+", " ", plain).lower()


@given(st.text(alphabet="1902., x", max_size=12))
def test_a_year_is_left_over_only_between_other_signs_than_of_numbers(text: str) -> None:
    left = re.search(r"(?<![\d.,])(?:19|20)\d\d(?![\d,.])", text)
    assert lexicon("en").leaves_over(text) == bool(left)


@given(st.text())
def test_the_words_of_a_text_are_its_runs_of_letters(text: str) -> None:
    assert _letters(text) == frozenset(re.findall(r"[^\W\d_]+", text))
