"""Periods that figures are for: "the last quarter of 2023", "fiscal 2024"."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from summarizer.values.kind import Outcome, Reading, Relation, Setting
from summarizer.values.period import Period

READING = Reading("en", date(2025, 2, 24))
UNDATED = Reading("en", None)


def outcome(claim: Period, quote: str, reading: Reading = READING) -> Outcome:
    return claim.confirm([quote], reading).outcome


def test_two_articles_that_name_different_quarters_differ() -> None:
    one, other = Period(period="2023-Q4"), Period(period="2024-Q4")
    assert outcome(one, "the last quarter of 2023") is Outcome.CONFIRMED
    assert outcome(other, "the final 2024 quarter") is Outcome.CONFIRMED
    assert outcome(other, "the last quarter of 2023") is Outcome.CONTRADICTED
    assert one.compare(other, Setting()).relation is Relation.DIFFERS


def test_a_quarter_refines_its_year_and_a_fiscal_year_is_uncertain() -> None:
    quarter, year, fiscal = Period(period="2024-Q4"), Period(period="2024"), Period(period="FY2024")
    assert quarter.compare(year, Setting()).relation is Relation.REFINES
    assert year.compare(quarter, Setting()).relation is Relation.REFINED
    assert year.compare(fiscal, Setting()).relation is Relation.UNCERTAIN
    assert quarter.compare(Period(period="2024-10"), Setting()).relation is Relation.REFINED


def test_three_months_to_december_are_the_fourth_quarter() -> None:
    assert outcome(Period(period="2024-Q4"), "in the three months to December 2024") is Outcome.CONFIRMED
    assert outcome(Period(period="2024-Q3"), "in the three months to December 2024") is not Outcome.CONFIRMED


def test_a_quarter_without_its_year_is_confirmed_with_a_flag() -> None:
    verdict = Period(period="2024-Q4").confirm(["in the fourth quarter"], READING)
    assert (verdict.outcome, verdict.notes) == (Outcome.CONFIRMED, ("year_assumed",))
    assert outcome(Period(period="2024-Q4"), "in the fourth quarter", UNDATED) is Outcome.UNVERIFIABLE


@pytest.mark.parametrize(("text", "period"), [("Q4 2024", "2024-Q4"), ("fy2024", "FY2024"), ("2024Q4", "2024-Q4")])
def test_near_spellings_of_a_period_are_understood(text: str, period: str) -> None:
    assert Period(period=text).period == period


def test_a_period_that_is_none_fails_with_a_complaint() -> None:
    with pytest.raises(ValidationError, match="write 2024, 2024-Q4"):
        Period(period="last quarter")
