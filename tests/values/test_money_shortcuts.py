"""What the reader of sums passes over unread, it would have found nothing in."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.values import bounds, currency_words, money_numbers, money_reader
from summarizer.values.bound_words import AFTER, BEFORE, DIRECT, FILLERS
from summarizer.values.currency_words import SIGNS
from summarizer.values.money_neighbours import BOTH, LEAD, OR, TO, currency_beginnings, prefixes, scale_beginnings
from summarizer.values.money_numbers import Number, Text
from summarizer.values.number_words import words as number_words
from summarizer.values.numerals import DIGITS, in_digits
from summarizer.values.scale_words import scales
from summarizer.values.typography import beyond_ascii

LANGUAGES = ("en", "de", "fr", "sv", "ru", "hi", "th", "zh")
PLAIN = "people wafers The said in by (2) and, than 12. ~ – ’ ” ( 万 亿 percent % ½"
JOINS = [word.strip() for word in f"{OR}|{TO}|{BOTH}|{LEAD}|-|–".split("|")]
LINKS = "de d' di of worth of million bn m k dollars euros usd EUR $ € mkr kr"
BOUNDS = [word for words in (*BEFORE.values(), *AFTER.values(), *DIRECT.values(), FILLERS) for word in words.split("|")]


@st.composite
def sentences(draw: st.DrawFn) -> tuple[str, str]:
    """Numbers between words that may make them money, and words that don't."""
    language = draw(st.sampled_from(LANGUAGES))
    signs = [*currency_words.symbols(), *currency_words.CODES, "$", "€", "US$", "Rs."]
    after = [
        LINKS.split(),
        sorted(scales(language)),
        sorted(currency_words.words(language)),
        JOINS,
        *[PLAIN.split()] * 2,
        [""],
    ]
    before = [sorted(signs), sorted(number_words(language)) or ["one"], BOUNDS, JOINS, *[PLAIN.split(), [""]] * 2]
    digits = ["5", "12", "2024", "1.5", "8,300", "10 000", "٣", "5½", ""]
    gap = st.sampled_from(["", "-", "\n", "  ", ", ", ". ", *" " * 24])
    text = ""
    for _ in range(draw(st.integers(1, 4))):
        for listed in (draw(st.sampled_from(before)), digits, draw(st.sampled_from(after))):
            text += draw(st.sampled_from(listed)) + draw(gap)
    return text, language


@given(sentences())
@example(("5hongkong-dollar", "en"))
@example(("$5 to 10 wafers. It has $5, about 12 people", "en"))
@example(("for 5-ten million people and 5 to ten million", "en"))
@example(("sold 12 worth of euros and 5 of euros, $7 and 8 people", "en"))
@example(("reach 5 million, the 8,300 mkr of EUR 5 wafers", "sv"))
@settings(max_examples=300, deadline=None)
def test_what_is_passed_over_would_have_been_no_money(sentence: tuple[str, str]) -> None:
    text, language = sentence
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(money_numbers, "is_alone", lambda *_: False)
        patch.setattr(money_numbers, "_scales_after_words", lambda *_: (re.compile(""),))
        patch.setattr(bounds, "_patterns", lambda _: (bounds._BEFORE_TIGHT, bounds._BEFORE, bounds._BEFORE_DIRECT))
        thorough = money_reader._read(text, language)
    assert money_reader._read(text, language) == thorough


@given(st.text(alphabet="0123456789.,'’ \u00a0x-€٣௧²五\ud83d", max_size=40))
def test_numbers_in_digits_are_found_where_their_pattern_finds_them(text: str) -> None:
    assert [match.span() for match in in_digits(text)] == [match.span() for match in DIGITS.finditer(text)]


@given(st.text())
def test_the_characters_beyond_ascii_are_kept_in_their_order(text: str) -> None:
    assert beyond_ascii(text) == "".join(char for char in text if ord(char) > 127)
    assert beyond_ascii(f"\ud83d{text}\ude00")[:1] == "\ud83d"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_percentage_is_told_before_scales_are_looked_for(language: str) -> None:
    percent = "% ‰ percent per_cent pct prozent pour_cent pourcent por_ciento por_cento per_cento procent percentage"
    for word in f"{percent} процент bps basis_points 퍼센트 パーセント".split():
        for gap in ("", " ", "-"):
            text = f"5{gap}{word.replace('_', ' ')}"
            number = Number(0, 1, (Decimal(5),))
            money_numbers._scale(number, Text.of(text, language))
            assert not number.scaled, text
            assert money_numbers._PERCENT.match(text, 1), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_found_by_the_letters_that_they_begin_with(language: str) -> None:
    letters = re.compile(r"[^\W\d_]+")
    for listed, begin in ((scales(language), scale_beginnings), (currency_words.words(language), currency_beginnings)):
        for word in listed:
            found = letters.match(word)
            assert found[0] in begin(language) if found else word in SIGNS, word
    for word in scales(language):
        assert word.isascii() or letters.search(beyond_ascii(word)), word


def test_no_currency_before_a_number_is_longer_than_what_is_looked_at() -> None:
    assert max(map(len, prefixes())) < 9
