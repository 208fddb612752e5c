"""A text that is printed many times over is one text."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.domain import Article
from summarizer.stories.fingerprint import Reader
from summarizer.stories.forks import Forks
from summarizer.stories.grouping import group
from summarizer.stories.reprints import part_of_a_text
from summarizer.stories.vectors import vectors

SYLLABLES = [first + second for first in "bdfgklmnprstvz" for second in "aeiou"]


def invented(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices(SYLLABLES, k=4)) for _ in range(count))


def reprints(count: int, of: int, foot: int, seed: int = 1) -> list[Article]:
    """One text of `of` words, each time with a foot of the page, that a few of them have in common."""
    chance = random.Random(seed)
    text = invented(chance, of)
    feet = [invented(chance, foot) for _ in range(count // 2 + 1)]
    return [
        Article(f"wire {n:04d}", f"{text}.\n\n{chance.choice(feet[n // 2 :][:3] or feet[-3:])}") for n in range(count)
    ]


def others(count: int, seed: int = 2) -> list[Article]:
    chance = random.Random(seed)
    return [Article(f"own {n:04d}", invented(chance, 120)) for n in range(count)]


def parts(articles: list[Article]) -> list[float]:
    return list(part_of_a_text(Reader().read_all(articles)))


def test_texts_that_have_nothing_in_common_count_whole() -> None:
    assert parts(others(50)) == [1.0] * 50


def test_a_text_printed_ten_times_counts_once() -> None:
    wire = reprints(10, of=80, foot=10)
    assert sum(parts([*wire, *others(20)])) == pytest.approx(21, abs=0.5)


def test_a_passage_in_a_longer_text_does_not_make_a_reprint() -> None:
    chance = random.Random(3)
    quoted = invented(chance, 10)
    assert sum(parts([Article(f"{n}", f"{invented(chance, 150)}. {quoted}") for n in range(100)])) > 95


def test_texts_too_short_for_a_phrase_count_whole() -> None:
    assert parts([Article("a", "Flood"), Article("b", "Flood"), Article("c", "")]) == [1.0] * 3


def test_reprints_do_not_make_their_words_common() -> None:
    once, often = [*reprints(2, 80, 10), *others(300)], [*reprints(200, 80, 10), *others(300)]
    weights = [vectors(Reader().read_all(heap)).texts.max() for heap in (once, often)]
    assert weights[1] < 3 * weights[0]


@pytest.mark.parametrize(("count", "of", "foot", "beside"), [(550, 60, 20, 0), (550, 60, 40, 0), (700, 60, 40, 700)])
def test_hundreds_of_reprints_under_feet_of_their_own_are_one_story(
    count: int, of: int, foot: int, beside: int
) -> None:
    """Half the heap and more: each word of the text would be common, and the feet all that tells."""
    stories = group([*reprints(count, of, foot), *others(beside)]).stories
    assert [len(story.articles) for story in stories if story.articles[0].startswith("wire")] == [count]


@settings(max_examples=20, deadline=None)
@given(st.randoms(), st.integers(0, 12))
def test_the_order_does_not_matter(chance: random.Random, count: int) -> None:
    heap = [*reprints(count, 40, 5), *others(5)]
    shuffled = chance.sample(heap, len(heap))
    expected = dict(zip((article.id for article in heap), parts(heap), strict=True))
    assert dict(zip((article.id for article in shuffled), parts(shuffled), strict=True)) == expected


def test_several_processes_count_as_one_does() -> None:
    fingerprints = Reader().read_all([*reprints(700, 60, 20), *others(1_500)])
    assert np.array_equal(part_of_a_text(fingerprints), part_of_a_text(fingerprints, Forks(2)))
