"""Times as signals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.stories.dates import (
    FAR_APART,
    SAME_DAY,
    TELL,
    dateline,
    time_factors,
    yearless,
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


@given(told, told)
def test_it_does_not_matter_which_group_comes_first(ones: list[Told], others: list[Told]) -> None:
    assert years_apart(ones, others) == years_apart(others, ones)


def test_a_full_date_at_the_top_is_the_day() -> None:
    assert dateline("LONDON, 3 March 2024 - It rained.") == date(2024, 3, 3)
    assert dateline("www . example . com / 2024 / 03 / 03 / rain") == date(2024, 3, 3)  # as corpora cut it up
    assert dateline("Mar . 3 , 2024 It rained .") == date(2024, 3, 3)
    assert dateline("Africa Cup 2022 - 2-1 win for Senegal") is None
    assert dateline("3.12.2024, 18:05 It rained.") == date(2024, 12, 3)
    assert dateline("It rained. " * 60 + "3 March 2024") is None


def test_one_at_the_foot_is_when_it_says_so() -> None:
    rain = "It rained. " * 60
    assert dateline(f"{rain}\nLast updated on 3 March 2024 at 18:05") == date(2024, 3, 3)
    assert dateline(f"{rain}\nThe hearing was posted.\nIt is on 3 March 2024.") is None


@pytest.mark.parametrize(
    ("top", "day"),
    [
        ("OSLO, Oct 8 (Norwire) - It rained.", 282),
        ("NEW YORK, Sept. 12 (Norwire) -- It rained.", 256),
        ("Rain again\n\nSt. Gallen , Jan . 5 ( Norwire ) - It rained.", 5),
        ("BERN (Norwire), 29 February — It rained.", 60),
        ("LONDON, March 12 - It rained.", 72),
    ],
)
def test_a_dispatch_names_its_day_without_the_year(top: str, day: int) -> None:
    assert yearless(top) == day


@pytest.mark.parametrize(
    "top",
    [
        "The court decided 5-4 that it rained.",
        "It may 5 - rain.",
        "It rained on Oct 8.",
        "Rain is forecast for Oct 8 (Thursday), said the office.",
        "OSLO, Oct 38 (Norwire) - It rained.",
        "OSLO, (Norwire) - It rained.",
    ],
)
def test_other_days_are_not_those_of_a_dispatch(top: str) -> None:
    assert yearless(top) is None


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


@given(st.text("ABC./,-() Oct58\n", max_size=400))
@settings(deadline=200)
def test_no_hostile_text_holds_the_reading_up(text: str) -> None:
    yearless(text)
    dateline(text)


def test_nor_does_one_that_once_took_minutes() -> None:
    assert yearless("A/" * 200) is None
