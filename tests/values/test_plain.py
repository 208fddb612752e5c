"""Ordinary types of a schema: dates, numbers, enumerations, booleans, text."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.values import compare, confirm, numbers
from summarizer.values.kind import Outcome, Reading, Relation, Setting

MONDAY = date(2025, 2, 24)
SETTING = Setting()


class Stage(Enum):
    SERIES_A = "series a"
    SEED = "seed"


def outcome(value: Any, quote: str, language: str = "en", published: date | None = MONDAY) -> Outcome:
    return confirm(value, [quote], Reading(language, published)).outcome


def relation(one: Any, other: Any) -> Relation:
    return compare(one, other, SETTING).relation


# -- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "quote"),
    [
        ("en", "on Feb. 24, 2025"),
        ("en", "on 24 February 2025"),
        ("en", "on 2025-02-24"),
        ("en", "on 24/02/2025"),
        ("en", "on Monday"),
        ("fr", "le 24 février 2025"),
        ("de", "am 24. Februar 2025"),
        ("de", "am 24.02.2025"),
        ("es", "el 24 de febrero de 2025"),
        ("ja", "2025年2月24日"),
    ],
)
def test_a_date_is_confirmed_in_every_way_of_printing_it(language: str, quote: str) -> None:
    assert outcome(MONDAY, quote, language) is Outcome.CONFIRMED
    assert outcome("2025-02-24", quote, language) is Outcome.CONFIRMED
    for other in (date(2025, 2, 25), date(2025, 3, 24), date(2024, 2, 24), date(2026, 2, 24)):
        assert outcome(other, quote, language) is not Outcome.CONFIRMED


def test_a_date_in_an_unknown_order_is_not_guessed() -> None:
    assert outcome(date(2025, 4, 3), "on 3/4/2025") is Outcome.UNVERIFIABLE
    assert outcome(date(2025, 3, 4), "on 3/4/2025") is Outcome.UNVERIFIABLE


def test_a_day_is_not_confirmed_by_its_month_and_is_contradicted_by_another() -> None:
    assert outcome(MONDAY, "in February 2025") is Outcome.UNVERIFIABLE
    assert outcome(MONDAY, "on February 25, 2025") is Outcome.CONTRADICTED


def test_an_hour_must_be_printed_too() -> None:
    assert outcome(datetime(2025, 2, 24, 9, 30), "at 9:30 on February 24, 2025") is Outcome.CONFIRMED
    assert outcome(datetime(2025, 2, 24, 9, 30), "on February 24, 2025") is Outcome.UNVERIFIABLE


@settings(deadline=None, max_examples=60)
@given(st.dates(date(1950, 1, 1), date(2060, 1, 1)), st.dates(date(1950, 1, 1), date(2060, 1, 1)))
def test_only_the_printed_date_is_confirmed(said: date, claimed: date) -> None:
    quote = f"It opens on {said:%B} {said.day}, {said.year}."
    assert (outcome(claimed, quote) is Outcome.CONFIRMED) == (said == claimed)


# -- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "value", "quote"),
    [
        ("en", 25_000, "25,000 engineers"),
        ("en", 1_200_000, "1.2 million users"),
        ("en", 12, "rose 12%"),
        ("en", Decimal("12.5"), "rose 12.5 percent"),
        ("en", 0.3, "a ratio of 0.3"),
        ("en", 25, "twenty-five people"),
        ("en", 250_000, "two hundred and fifty thousand people"),
        ("en", 500_000, "half a million people"),
        ("en", 125_000, "1,25,000 units"),
        ("en", -5, "fell 5%"),
        ("de", Decimal("1250.5"), "1.250,50 Tonnen"),
        ("de", 25, "fünfundzwanzig Werke"),
        ("fr", 3250, "3 250 salariés"),
        ("fr", 97, "quatre-vingt-dix-sept usines"),
        ("es", 3_000_000, "3 millones de usuarios"),
        ("zh", 350_000_000, "3.5亿用户"),
        ("ja", 1_230_000_000, "12億3000万人"),
        ("hi", 5, "५ कारखाने"),
    ],
)
def test_a_number_is_confirmed_as_its_language_prints_it(language: str, value: Any, quote: str) -> None:
    assert outcome(value, quote, language) is Outcome.CONFIRMED
    for wrong in (value * 10, value * 1000, value + 1, -value):
        assert outcome(wrong, quote, language) is not Outcome.CONFIRMED


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        (2024, "in 2024 it grew"),
        (20, "in 2024 it grew"),
        (5, "a 5G network"),
        (0.12, "rose 12%"),
        (5, "sales fell 5%"),
        (25, "25,000 engineers"),
        (2, "1.2 million users"),
        (1_000_000, "half a million people"),
        (1, "the first of its kind"),
    ],
)
def test_a_part_of_a_number_a_year_or_a_fall_is_not_the_number(value: Any, quote: str) -> None:
    assert outcome(value, quote) is not Outcome.CONFIRMED


def test_a_number_is_only_contradicted_when_all_were_understood() -> None:
    assert outcome(8, "25,000 engineers") is Outcome.CONTRADICTED
    assert outcome(8, "25,000 engineers in 12a and 4.5.6") is Outcome.UNVERIFIABLE
    assert outcome(25_300, "25,000 engineers") is Outcome.UNVERIFIABLE
    assert outcome(8, "many engineers") is Outcome.UNVERIFIABLE


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_only_the_printed_number_is_confirmed(said: int, claimed: int) -> None:
    if not 1900 <= said < 2100:
        assert (outcome(claimed, f"It has {said:,} users.") is Outcome.CONFIRMED) == (said == claimed)


@settings(deadline=None, max_examples=60)
@given(st.integers(1, 99))
def test_english_number_words_up_to_99_are_read(value: int) -> None:
    ones = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    names, decades = f"{ones}eighteen nineteen", "twenty thirty forty fifty sixty seventy eighty ninety"
    small, tens = names.split(), decades.split()
    word = (
        small[value - 1] if value < 20 else tens[value // 10 - 2] + (f"-{small[value % 10 - 1]}" if value % 10 else "")
    )
    assert [number.value for number in numbers.read(f"{word} plants").found] == [value]


# -- enumerations, booleans, text ------------------------------------------------------------------------------------


def test_an_enumeration_is_confirmed_by_its_words_without_a_negation() -> None:
    assert outcome(Stage.SERIES_A, "a Series A round") is Outcome.CONFIRMED
    assert outcome(Stage.SERIES_A, "this is not a Series A round") is Outcome.UNVERIFIABLE
    assert outcome(Stage.SEED, "seeds were planted") is Outcome.UNVERIFIABLE


def test_a_boolean_is_for_a_reader_to_judge() -> None:
    assert outcome(True, "it is true") is Outcome.UNVERIFIABLE


@pytest.mark.parametrize(
    ("value", "quote", "wanted"),
    [
        ("data centers", "It builds “data  centers” in Asia", Outcome.CONFIRMED),
        ("building data centers", "It builds new data centers", Outcome.CONFIRMED),
        ("new center for data", "a new data center", Outcome.CONFIRMED),
        ("art", "a party", Outcome.UNVERIFIABLE),
        ("it will not invest", "it will invest", Outcome.CONTRADICTED),
        ("it will invest there", "it will not invest there", Outcome.CONTRADICTED),
        ("invest in chips", "it will not invest in chips", Outcome.UNVERIFIABLE),
        ("eight new centers", "new centers", Outcome.CONTRADICTED),
        ("12 new centers", "15 new centers", Outcome.CONTRADICTED),
        ("expansion abroad", "it opens plants overseas", Outcome.UNVERIFIABLE),
        ("人工智能", "投资人工智能领域", Outcome.CONFIRMED),
    ],
)
def test_text_is_confirmed_by_its_words_and_never_against_a_negation(value: str, quote: str, wanted: Outcome) -> None:
    assert outcome(value, quote, "zh" if value > "z" else "en") is wanted


@pytest.mark.parametrize(
    ("share", "quote"),
    [
        (100, "paid £430 million for all of the shares"),
        (100.0, "would take over the whole company for $3 billion"),
        (50, "bought half of Acme for 12 million euros"),
        (0.25, "a quarter of its 300 shops"),
        (33.3, "a third of the 900 workers"),
    ],
)
def test_a_share_said_in_words_is_an_inference_neither_confirmed_nor_contradicted(share: float, quote: str) -> None:
    verdict = confirm(share, [quote], Reading())
    assert (verdict.outcome, verdict.notes) == (Outcome.UNVERIFIABLE, ("inferred",))


def test_a_wrong_share_is_still_contradicted() -> None:
    assert confirm(60, ["bought half of Acme for 12 million euros"], Reading()).outcome is Outcome.CONTRADICTED
