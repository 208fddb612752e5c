"""What is one event in a tree of articles."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.stories.events import COHESION, FEW_WORDS, MOST_BY_CHANCE, SURE, TWO, NoFacts, events
from summarizer.stories.linkage import Group, Limits

Links = list[tuple[int, int, float]]


def between(alike: float, *groups: tuple[int, ...]) -> Links:
    """Each article of a group with each of the other groups."""
    return [(a, b, alike) for one, other in combinations(groups, 2) for a in one for b in other]


def within(alike: float, *group: int) -> Links:
    return [(a, b, alike) for a, b in combinations(group, 2)]


def test_two_articles_that_nothing_else_confirms_must_be_much_alike() -> None:
    assert events(2, [(0, 1, TWO)]) == [(0, 1)]
    assert events(2, [(0, 1, TWO - 0.01)]) == [(0,), (1,)]


def test_one_more_article_may_be_further_off_the_more_there_are() -> None:
    few = within(0.5, 0, 1)
    many = within(0.5, 0, 1, 2, 3, 4, 5, 6, 7, 8)
    assert events(10, [*few, *between(0.25, (0, 1), (9,))])[0] == (0, 1)
    assert events(10, [*many, *between(0.25, tuple(range(9)), (9,))]) == [tuple(range(10))]


def test_two_groups_that_each_hang_together_more_closely_stay_two() -> None:
    needed = 0.5 * COHESION
    for alike, stories in ((needed - 0.01, [(0, 1), (2, 3)]), (needed + 0.01, [(0, 1, 2, 3)])):
        assert events(4, [(0, 1, 0.5), (2, 3, 0.5), *between(alike, (0, 1), (2, 3))]) == stories


def test_copies_of_one_text_do_not_make_an_event_of_their_own() -> None:
    assert events(4, [(0, 1, 1.0), (2, 3, 1.0), *between(0.45, (0, 1), (2, 3))]) == [(0, 1, 2, 3)]


def test_articles_that_are_all_a_little_too_far_apart_are_one_event_together() -> None:
    near = TWO - 0.01
    assert events(2, [(0, 1, near)]) == [(0,), (1,)]
    assert events(4, [(0, 1, near), (2, 3, near), *between(near - 0.005, (0, 1), (2, 3))]) == [(0, 1, 2, 3)]


def test_a_chain_of_articles_that_share_no_more_than_a_name_is_no_event() -> None:
    far = TWO - 0.15
    links = [(0, 1, far), (2, 3, far), *between(far - 0.05, (0, 1), (2, 3))]
    assert events(4, links) == [(0,), (1,), (2,), (3,)]


def test_what_a_person_joined_takes_no_stranger_in() -> None:
    links = [(0, 1, 0.01), (0, 2, 0.3)]
    assert events(3, links, Limits(together=((0, 1),))) == [(0, 1), (2,)]


def test_nor_does_it_once_it_has_taken_one_in() -> None:
    near = [(0, 2, 0.37), (1, 2, 0.37)]
    far = [(article, 3, 0.17) for article in range(3)]
    assert events(4, [(0, 1, 0.01), *near, *far], Limits(together=((0, 1),))) == [(0, 1, 2), (3,)]


def test_groups_that_tell_of_times_apart_are_one_event_only_when_their_texts_say_so_surely() -> None:
    three = ((0, 1, 2), (3, 4, 5))
    close = [*within(0.9, 0, 1, 2), *within(0.9, 3, 4, 5)]
    near, sure = ([*close, *between(alike, *three)] for alike in (SURE - 0.05, SURE))

    class Apart(NoFacts):
        def years_apart(self, ones: Group, others: Group) -> bool:
            return {ones, others} == set(three)

    assert events(6, near) == [(0, 1, 2, 3, 4, 5)]
    assert events(6, near, None, Apart()) == [(0, 1, 2), (3, 4, 5)]
    assert events(6, sure, None, Apart()) == [(0, 1, 2, 3, 4, 5)]


class OfOneTime(NoFacts):
    def of_one_time(self, ones: Group, others: Group) -> bool:
        return True


FIVE, OTHER_FIVE = (0, 1, 2, 3, 4), (5, 6, 7, 8, 9)
FIVES = [*within(0.5, *FIVE), *within(0.5, *OTHER_FIVE)]


def test_the_larger_two_groups_are_the_further_off_they_may_be() -> None:
    pairs = [*within(0.5, 0, 1), *within(0.5, 2, 3)]
    assert events(4, [*pairs, *between(0.36, (0, 1), (2, 3))]) == [(0, 1), (2, 3)]
    assert events(10, [*FIVES, *between(0.36, FIVE, OTHER_FIVE)]) == [(*FIVE, *OTHER_FIVE)]


def test_all_the_more_so_where_both_go_on_at_one_time() -> None:
    links = [*FIVES, *between(0.3, FIVE, OTHER_FIVE)]
    assert events(10, links) == [FIVE, OTHER_FIVE]
    assert events(10, links, None, OfOneTime()) == [(*FIVE, *OTHER_FIVE)]


def test_a_few_beside_many_are_sooner_the_rest_of_a_story_than_a_second_half_is_one_event_with_the_first() -> None:
    many, few = tuple(range(8)), (8, 9)
    links = [*within(0.5, *many), *within(0.5, *few), *between(0.3, many, few)]
    assert events(10, links) == [tuple(range(10))]
    assert events(10, [*FIVES, *between(0.3, FIVE, OTHER_FIVE)]) == [FIVE, OTHER_FIVE]


def test_two_articles_that_have_little_in_common_may_both_belong_to_a_story() -> None:
    story = (0, 1, 2, 3, 4)
    links = [*within(0.6, *story), *between(0.28, story, (5, 6)), (5, 6, 0.3)]
    assert events(7, links[-1:]) == [(article,) for article in range(7)]
    assert events(7, links) == [tuple(range(7))]


class Sharing(NoFacts):
    def __init__(self, words: float) -> None:
        self._words = words

    def shared_words(self, ones: Group, others: Group) -> float:
        return self._words


def test_two_short_articles_that_share_few_words_must_be_more_alike() -> None:
    assert events(2, [(0, 1, TWO)], None, Sharing(FEW_WORDS)) == [(0, 1)]
    assert events(2, [(0, 1, TWO)], None, Sharing(FEW_WORDS / 2)) == [(0,), (1,)]
    assert events(2, [(0, 1, MOST_BY_CHANCE * TWO)], None, Sharing(0)) == [(0, 1)]


def test_so_must_one_that_shares_few_with_a_group() -> None:
    links = [*within(0.5, 0, 1), *between(0.35, (0, 1), (2,))]
    assert events(3, links, None, Sharing(FEW_WORDS)) == [(0, 1, 2)]
    assert events(3, links, None, Sharing(FEW_WORDS / 2)) == [(0, 1), (2,)]


def test_groups_are_not_asked_for_the_words_that_they_share() -> None:
    links = [*within(0.6, 0, 1), *within(0.6, 2, 3), *between(0.45, (0, 1), (2, 3))]
    assert events(4, links, None, Sharing(0)) == [(0, 1, 2, 3)]


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
