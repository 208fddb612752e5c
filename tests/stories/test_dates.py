"""Times as signals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from summarizer.stories.dates import TELL, dateline, of_other_years


@dataclass(frozen=True)
class Told:
    """An article's day and the years that it names."""

    years: frozenset[int] = frozenset()
    day: date | None = None


def naming(*years: int) -> Told:
    return Told(frozenset(years))


def test_groups_whose_articles_mostly_tell_of_years_apart_are_of_other_years() -> None:
    assert of_other_years([naming(2017)] * 3, [naming(2025)] * 3)
    assert of_other_years([Told(day=date(2017, 10, 11))] * 3, [naming(2025, 2023)] * 4)


def test_a_few_articles_or_the_next_year_show_nothing() -> None:
    assert not of_other_years([naming(2017)] * (TELL - 1), [naming(2025)] * TELL)
    assert not of_other_years([naming(2024)] * 3, [naming(2025)] * 3)
    assert not of_other_years([naming(2017), naming(2012), naming(2009)], [naming(2025)] * 3)


def test_the_year_of_a_plan_is_not_the_year_of_the_report() -> None:
    """Some say until when, others don't: both name the year that they are from."""
    assert not of_other_years([naming(2025, 2030)] * 3, [naming(2025)] * 3)


def test_a_year_of_the_past_that_both_name_now_and_then_is_common_to_them() -> None:
    assert not of_other_years([naming(2017), naming(2017), naming(2017, 2012)], [naming(2012)] * 3)


told = st.lists(st.builds(Told, st.frozensets(st.integers(2000, 2030), max_size=3)), max_size=6)


@given(told, told)
def test_it_does_not_matter_which_group_comes_first(ones: list[Told], others: list[Told]) -> None:
    assert of_other_years(ones, others) == of_other_years(others, ones)


def test_a_full_date_at_the_top_is_the_day() -> None:
    assert dateline("LONDON, 3 March 2024 - It rained.") == date(2024, 3, 3)
    assert dateline("www . example . com / 2024 / 03 / 03 / rain") == date(2024, 3, 3)  # as corpora cut it up
    assert dateline("Mar . 3 , 2024 It rained .") == date(2024, 3, 3)
    assert dateline("It rained. " * 60 + "3 March 2024") is None
