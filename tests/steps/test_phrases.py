"""One pattern finds what looking for each phrase finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.steps.furniture_words import OBJECT, OBJECTS
from summarizer.steps.phrases import any_of

PIECES = sorted({phrase[start:end] for phrase in OBJECTS for start in (0, 1, 3) for end in (2, 5, 99)} - {""})


@given(st.lists(st.sampled_from([*OBJECTS, *PIECES, " ", "\n", "ß", "the "]), max_size=8).map("".join))
def test_things_of_a_page_are_found_wherever_one_stands_and_nowhere_else(line: str) -> None:
    assert bool(OBJECT.search(line)) == any(phrase in line for phrase in OBJECTS)


@given(st.lists(st.text("abz.-í ", min_size=1, max_size=4), min_size=1, max_size=6), st.text("abz.-í \n", max_size=30))
def test_any_phrases_are_found_by_their_rarest_letter(phrases: list[str], text: str) -> None:
    assert bool(any_of(phrases).search(text)) == any(phrase in text for phrase in phrases)


def test_every_thing_of_a_page_is_found_alone() -> None:
    assert [phrase for phrase in OBJECTS if not OBJECT.search(phrase)] == []
