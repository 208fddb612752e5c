"""Rates: the European Central Bank's of the day, pegs, printed pairs, or none."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain import Article
from summarizer.values.rates import printed_rates, rate

DAY = date(2025, 2, 24)


def pairs(text: str, language: str = "en") -> list[str]:
    return [f"{pair.first} = {pair.second}" for pair in printed_rates(Article("a", text, language=language))]


def test_a_rate_is_an_interval_around_the_rate_of_the_day() -> None:
    found = rate("CNY", "USD", [DAY])
    assert found is not None
    assert 0.133 < found.low < 0.138 < found.high < 0.142
    assert "2025-02-24" in found.source


def test_two_days_widen_the_interval() -> None:
    one, both = rate("EUR", "USD", [DAY]), rate("EUR", "USD", [DAY, DAY - timedelta(days=200)])
    assert one is not None
    assert both is not None
    assert both.low <= one.low <= one.high <= both.high
    assert both != one


def test_a_pegged_currency_needs_no_day() -> None:
    found = rate("SAR", "USD")
    assert found is not None
    assert found.low < 1 / 3.75 < found.high


@pytest.mark.parametrize(
    ("currency", "base", "day"),
    [
        ("KES", "USD", DAY),
        ("RUB", "USD", date(2024, 5, 1)),
        ("CNY", "USD", None),
        ("CNY", "USD", date(1998, 5, 1)),
        ("CNY", "USD", date(2099, 5, 1)),
        ("XXX", "USD", DAY),  # ISO 4217's own code for "no currency"
    ],
)
def test_where_nobody_says_there_is_no_rate(currency: str, base: str, day: date | None) -> None:
    assert rate(currency, base, [day]) is None


def test_a_printed_pair_is_carried_over_to_a_third_currency() -> None:
    printed = printed_rates(Article("a", "Ksh.6.4 trillion ($50 billion)"))
    direct, bridged = rate("KES", "USD", [], printed), rate("KES", "EUR", [DAY], printed)
    assert direct is not None
    assert bridged is not None
    assert direct.low < 50 / 6400 < direct.high
    assert "Ksh.6.4 trillion" in bridged.source
    assert rate("KES", "EUR", [], printed) is None


def test_the_order_of_printed_pairs_decides_nothing() -> None:
    printed = printed_rates(Article("a", "Ksh.6.4 trillion ($50 billion), then Ksh 129 million ($1 million)."))
    assert len(printed) == 2
    assert rate("KES", "USD", [], printed) == rate("KES", "USD", [], printed[::-1])


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("reached 280 billion yuan ($39 billion)", "280 billion CNY = 39 billion USD"),
        ("380 billion yuan, or about $52 billion, by 2028", "380 billion CNY = about 52 billion USD"),
        ("3,800亿元（约合530亿美元）", "380 billion CNY = about 53 billion USD"),
        ("10 Milliarden Dollar (umgerechnet 9,5 Milliarden Euro)", "10 billion USD = 9.5 billion EUR"),
    ],
)
def test_a_sum_printed_in_two_currencies_is_a_pair(text: str, pair: str) -> None:
    assert pairs(text, "de" if "Milliarden" in text else "en") == [pair]


@pytest.mark.parametrize(
    "text", ["$5bn and €3bn", "$5bn (€2bn in cash)", "a $5bn deal (€2bn)", "$5bn, then €3bn", "$5bn ($6bn)"]
)
def test_two_sums_side_by_side_are_no_pair(text: str) -> None:
    assert pairs(text) == []


@given(
    st.sampled_from(["USD", "EUR", "CNY", "SAR", "AED", "KES"]), st.sampled_from(["USD", "EUR", "JPY", "XAF", "KES"])
)
def test_a_rate_and_its_inverse_agree(currency: str, base: str) -> None:
    there, back = rate(currency, base, [DAY]), rate(base, currency, [DAY])
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert there.low <= there.high
        assert there.low * back.high == pytest.approx(1, rel=0.04)


def test_a_pair_keeps_the_articles_words() -> None:
    (pair,) = printed_rates(Article("a", "It cost about €5 million ($5.4 million) in all."))
    assert (pair.article, pair.quote) == ("a", "about €5 million ($5.4 million")
    assert pair.second.amount == Decimal(5_400_000)
