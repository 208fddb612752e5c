"""The dispatch over all kinds: records part by part, and what never raises."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.values import compare, confirm
from summarizer.values.horizon import Horizon
from summarizer.values.kind import Comparison, Outcome, Reading, Relation, Setting, Verdict
from summarizer.values.region import Region

MONDAY = date(2025, 2, 24)
SETTING = Setting()


class Stage(Enum):
    SERIES_A = "series a"
    SEED = "seed"


class Deal(BaseModel):
    buyer: str | None = None
    stake: Decimal | None = None
    closes: Horizon | None = None


def outcome(value: Any, quote: str, language: str = "en", published: date | None = MONDAY) -> Outcome:
    return confirm(value, [quote], Reading(language, published)).outcome


def relation(one: Any, other: Any) -> Relation:
    return compare(one, other, SETTING).relation


def test_a_record_is_confirmed_when_all_its_stated_parts_are() -> None:
    quote = "Alibaba buys 30% within 18 months"
    deal = Deal(buyer="Alibaba", stake=Decimal(30), closes=Horizon(duration="P18M"))
    assert outcome(deal, quote) is Outcome.CONFIRMED
    wrong = confirm(deal.model_copy(update={"stake": Decimal(40)}), [quote], Reading())
    assert wrong.outcome is Outcome.CONTRADICTED
    assert wrong.reason.startswith("stake: ")
    unread = confirm(deal.model_copy(update={"buyer": "the group"}), [quote], Reading())
    assert (unread.outcome, unread.reason) == (Outcome.UNVERIFIABLE, "not verified: buyer")


def test_notes_of_the_parts_stay_with_the_record() -> None:
    verdict = confirm({"place": Region(code="CN")}, ["in Hangzhou"], Reading())
    assert verdict.notes == ("inferred",)


def test_records_are_compared_part_by_part() -> None:
    one = Deal(buyer="Alibaba", stake=Decimal("30.4"))
    assert relation(one, one.model_copy()) is Relation.SAME
    assert relation(one, Deal(buyer="Alibaba")) is Relation.REFINES
    assert relation(Deal(buyer="Alibaba"), one) is Relation.REFINED
    assert relation(one, Deal(buyer="Alibaba", stake=Decimal(30))) is Relation.REFINES
    mixed = compare(one, Deal(buyer="Alibaba", stake=Decimal(30), closes=Horizon(end="2026")), SETTING)
    assert (mixed.relation, mixed.reason) == (Relation.SAME, "finer in stake, coarser in closes")
    different = compare(one, Deal(buyer="Alibaba", stake=Decimal(50)), SETTING)
    assert different.relation is Relation.DIFFERS
    assert different.reason.startswith("stake: ")


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (30, 30.0, Relation.SAME),
        (25_300, 25_000, Relation.REFINES),
        (25_000, 26_000, Relation.DIFFERS),
        (Stage.SEED, Stage.SERIES_A, Relation.DIFFERS),
        (True, False, Relation.DIFFERS),
        (MONDAY, datetime(2025, 2, 24, 9, 30), Relation.REFINED),
        ("2025-02-24", "2025-02", Relation.REFINES),
        ("2025-02-24", "2025-02-25", Relation.DIFFERS),
        ("new data centers", "New data-centers", Relation.SAME),
        ("new data centers in Asia", "data centers", Relation.REFINES),
        ("data centers", "cloud regions", Relation.NOT_COMPARABLE),
        ("it will invest", "it will not invest", Relation.NOT_COMPARABLE),
        (["a", "b"], ["b", "a"], Relation.SAME),
        (["chips", "cars"], ["cars"], Relation.REFINES),
        (None, 3, Relation.REFINED),
        (3, "three", Relation.NOT_COMPARABLE),
    ],
)
def test_plain_values_are_compared_by_their_kind(one: Any, other: Any, wanted: Relation) -> None:
    assert relation(one, other) is wanted
    assert relation(other, one) is wanted.mirrored


class Broken(BaseModel):
    symbol: str

    def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict:
        raise KeyError(self.symbol)

    def compare(self, other: Any, setting: Setting) -> Comparison:
        raise KeyError(self.symbol)


def test_an_exception_in_a_users_own_type_is_a_note_and_no_crash() -> None:
    verdict = confirm(Broken(symbol="X"), ["X"], Reading())
    assert verdict.outcome is Outcome.UNVERIFIABLE
    assert "confirm failed: KeyError" in verdict.reason
    assert "compare failed: KeyError" in compare(Broken(symbol="X"), Broken(symbol="Y"), SETTING).reason


values = st.one_of(
    st.integers(),
    st.floats(),
    st.decimals(),
    st.dates(),
    st.datetimes(),
    st.text(max_size=50),
    st.booleans(),
    st.none(),
)


@settings(deadline=None, max_examples=60)
@given(values, st.text(max_size=120), st.sampled_from(["en", "fr", "zh", "ar", "xx", ""]))
def test_no_value_and_no_quote_raises(value: Any, quote: str, language: str) -> None:
    assert "failed" not in confirm(value, [quote], Reading(language, MONDAY)).reason


@settings(deadline=None, max_examples=60)
@given(values, values)
def test_comparing_never_raises_and_mirrors(one: Any, other: Any) -> None:
    comparison = compare(one, other, SETTING)
    assert "failed" not in comparison.reason
    assert compare(other, one, SETTING).relation is comparison.relation.mirrored


HOSTILE = [
    "9" * 10_000,
    "12 million " * 9_000,
    "e\u0301" * 50_000,
    "\u202e12%",
    "two hundred and " * 7_000,
    "not " * 30_000,
    "1," * 50_000,
]


@pytest.mark.parametrize("quote", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "value", [7, MONDAY, "two words", Stage.SEED, 10**10_000], ids=["int", "date", "str", "enum", "huge"]
)
def test_hostile_quotes_take_bounded_time(value: Any, quote: str) -> None:
    assert outcome(value, quote) is not Outcome.CONFIRMED or value == "two words"


def test_importing_the_values_loads_no_cldr() -> None:
    script = "import sys, summarizer.values.horizon, summarizer.values.region; print('babel' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
