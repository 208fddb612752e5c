"""What is one event in a tree of articles."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.stories.events import LEAST_OF_TWO, SURE, events
from summarizer.stories.linkage import Limits

Links = list[tuple[int, int, float]]
WAR = [(2, 3, 0.9), (3, 4, 0.9), (2, 4, 0.9)]


def between(alike: float, *groups: tuple[int, ...]) -> Links:
    """Each article of a group with each of the other groups."""
    return [(a, b, alike) for one, other in combinations(groups, 2) for a in one for b in other]


def test_two_articles_are_one_event_where_nothing_else_is_as_near() -> None:
    assert events(2, [(0, 1, 0.26)]) == [(0, 1)]
    assert events(2, [(0, 1, LEAST_OF_TWO - 0.01)]) == [(0,), (1,)]


def test_the_same_two_articles_are_two_events_of_a_running_story_that_is_nearly_as_near() -> None:
    assert events(5, [(0, 1, 0.26), *WAR, *between(0.14, (0, 1), (2, 3, 4))]) == [(0,), (1,), (2, 3, 4)]


def test_what_is_much_alike_needs_no_distance_from_others() -> None:
    assert events(5, [(0, 1, SURE), *WAR, *between(0.14, (0, 1), (2, 3, 4))]) == [(0, 1), (2, 3, 4)]


def test_stories_that_stay_as_they_are_count_as_neighbours_and_take_nobody() -> None:
    links = [(0, 1, 0.26), *WAR, *between(0.25, (0, 1), (2, 3, 4))]
    assert events(5, links) == [(0, 1, 2, 3, 4)]
    assert events(5, links, Limits(settled=((2, 3, 4),))) == [(0,), (1,), (2, 3, 4)]


def test_two_groups_that_each_hang_together_more_closely_stay_two() -> None:
    assert events(4, [(0, 1, 0.5), (2, 3, 0.5), *between(0.2, (0, 1), (2, 3))]) == [(0, 1), (2, 3)]
    assert events(4, [(0, 1, 0.3), (2, 3, 0.3), *between(0.2, (0, 1), (2, 3))]) == [(0, 1, 2, 3)]


def test_copies_of_one_text_do_not_make_an_event_of_their_own() -> None:
    assert events(4, [(0, 1, 1.0), (2, 3, 1.0), *between(0.4, (0, 1), (2, 3))]) == [(0, 1, 2, 3)]


weights = st.lists(st.floats(0.01, 1.0), min_size=15, max_size=15)


@given(weights)
def test_every_article_is_in_exactly_one_event(values: list[float]) -> None:
    links = [(a, b, value) for (a, b), value in zip(combinations(range(6), 2), values, strict=True)]
    assert sorted(article for event in events(6, links) for article in event) == list(range(6))


@given(weights, st.permutations(range(6)))
def test_the_numbers_of_the_articles_decide_nothing(values: list[float], order: list[int]) -> None:
    distinct = [value + place / 1e6 for place, value in enumerate(values)]  # ties go by number
    links = [(a, b, value) for (a, b), value in zip(combinations(range(6), 2), distinct, strict=True)]
    renamed = [(min(order[a], order[b]), max(order[a], order[b]), value) for a, b, value in links]
    found = sorted(tuple(sorted(order[article] for article in event)) for event in events(6, links))
    assert events(6, renamed) == found
