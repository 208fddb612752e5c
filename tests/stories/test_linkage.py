"""Average linkage over sparse similarities, with limits."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.stories.linkage import Limits, average_linkage


def test_pairs_that_are_not_listed_count_as_nothing() -> None:
    assert average_linkage(3, [(0, 1, 0.9), (1, 2, 0.3)], 0.2) == [(0, 1), (2,)]
    assert average_linkage(3, [(0, 1, 0.9), (1, 2, 0.3), (0, 2, 0.2)], 0.2) == [(0, 1, 2)]


def test_pairs_kept_apart_never_meet_even_through_others() -> None:
    links = [(0, 1, 0.9), (1, 2, 0.9), (0, 2, 0.9)]
    groups = average_linkage(3, links, 0.1, Limits(apart=frozenset({(0, 2)})))
    assert not any({0, 2} <= set(group) for group in groups)


def test_articles_of_two_named_stories_never_meet_even_when_told_to() -> None:
    limits = Limits(together=((0, 1, 2),), named={0: "A", 2: "B"})
    groups = average_linkage(3, [(0, 2, 1.0), (1, 2, 1.0)], 0.1, limits)
    assert not any({0, 2} <= set(group) for group in groups)


weights = st.lists(st.floats(0.01, 1.0), min_size=15, max_size=15)


@given(weights, st.floats(0.05, 0.9))
def test_every_article_is_in_exactly_one_group(values: list[float], threshold: float) -> None:
    links = [(a, b, value) for (a, b), value in zip(combinations(range(6), 2), values, strict=True)]
    groups = average_linkage(6, links, threshold)
    assert sorted(article for group in groups for article in group) == list(range(6))


@given(weights)
def test_nothing_is_joined_below_the_threshold(values: list[float]) -> None:
    links = [(a, b, value) for (a, b), value in zip(combinations(range(6), 2), values, strict=True)]
    assert average_linkage(6, links, max(values) + 0.01) == [(article,) for article in range(6)]
