"""Times as signals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summarizer.stories.dates import (
    FAR_APART,
    SAME_DAY,
    TELL,
    of_one_time,
    time_factors,
    years_apart,
)


@dataclass(frozen=True)
class Told:
    """An article's day and the years that it names."""

    day: date | None = None
    day_of_year: int | None = None
    years: frozenset[int] = frozenset()


OLD, LATE, LATER = Told(date(2017, 10, 11)), Told(date(2025, 2, 24)), Told(date(2025, 11, 3))


def test_groups_whose_days_are_more_than_a_year_apart_are_of_other_years() -> None:
    assert years_apart([OLD] * 3, [LATE, LATER, LATER])
    assert years_apart([OLD, OLD, OLD, Told()], [LATE] * 3)
    assert not years_apart([LATE] * 3, [LATER] * 3)


def test_one_article_between_them_shows_that_they_are_not() -> None:
    assert not years_apart([OLD, OLD, OLD, LATE], [LATE] * 3)


def test_a_few_dated_articles_show_nothing() -> None:
    assert not years_apart([OLD] * (TELL - 1), [LATE] * TELL)


def test_years_that_a_text_names_are_of_the_past_and_of_plans_too() -> None:
    assert not years_apart([Told(years=frozenset({1960}))] * 3, [LATE] * 3)


told = st.lists(st.sampled_from([OLD, LATE, LATER, Told()]), max_size=8)


def test_groups_whose_days_overlap_or_follow_soon_are_of_one_time() -> None:
    early, soon, late = Told(date(2025, 2, 1)), Told(date(2025, 2, 20)), Told(date(2025, 6, 1))
    assert of_one_time([early, early], [soon])
    assert of_one_time([early, late], [soon])
    assert not of_one_time([early, soon], [late])


def test_without_a_day_nothing_is_known_to_be_of_one_time() -> None:
    assert not of_one_time([Told(), Told()], [LATE])
    assert not of_one_time([Told(day_of_year=60)], [Told(day_of_year=60)])


@given(told, told)
def test_it_does_not_matter_which_group_comes_first(ones: list[Told], others: list[Told]) -> None:
    assert years_apart(ones, others) == years_apart(others, ones)
    assert of_one_time(ones, others) == of_one_time(others, ones)
    assert not (years_apart(ones, others) and of_one_time(ones, others))


def test_dispatches_of_one_day_are_nearer_than_those_of_other_months() -> None:
    july, june_2024, january = Told(day_of_year=185), Told(date(2024, 6, 30)), Told(day_of_year=3)
    told = [july, july, june_2024, january, Told(), Told(date(2024, 12, 31))]
    first, second = np.array([0, 0, 0, 0, 3]), np.array([1, 2, 3, 4, 5])
    same, near, far, unknown, over_new_year = time_factors(told, first, second)
    assert same == SAME_DAY
    assert far == FAR_APART
    assert far < near < same
    assert far < over_new_year < same
    assert unknown == 1
