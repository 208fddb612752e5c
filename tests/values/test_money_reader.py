"""Reading sums of money: numbers, scales, currencies and bounds in many languages."""

from __future__ import annotations

import json
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.values.bounds import is_kept_secret, is_vague
from summarizer.values.currency_words import SIGNS
from summarizer.values.money_reader import currencies_in, first_currency, read
from summarizer.values.numerals import readings

SHARED = Path(__file__).parents[2].parent / "shared"
M, B, T = 10**6, 10**9, 10**12


def sums(text: str, language: str = "en") -> list[tuple[Decimal, str | None]]:
    return [(mention.low, mention.currency) for mention in read(text, language)]


@pytest.mark.parametrize("sign", SIGNS)
def test_every_sign_of_a_currency_is_read_before_a_number_and_after_it(sign: str) -> None:
    (before,), (after,) = read(f"it cost {sign}5 million"), read(f"it cost 5 million {sign}")
    assert before.currency == after.currency == first_currency(f"prices in {sign}")
    assert before.currency in currencies_in(f"prices in {sign}")


@pytest.mark.parametrize(
    ("text", "language", "amount", "currency"),
    [
        ("US$1.2bn", "en", 1200 * M, "USD"),
        ("a $1.2-billion plan", "en", 1200 * M, "USD"),
        ("a half-billion-dollar loan", "en", 500 * M, "USD"),
        ("two-and-a-half billion euros", "en", 2500 * M, "EUR"),
        ("five hundred million pounds", "en", 500 * M, "GBP"),
        ("₹1,25,000 crore", "en", 1250 * B, "INR"),
        ("Rs 1.5 lakh crore", "en", 1500 * B, "INR"),
        ("Ksh.6.4 trillion", "en", 6400 * B, "KES"),
        ("S$2bn", "en", 2 * B, "SGD"),
        ("$5bn Canadian", "en", 5 * B, "CAD"),
        ("R5 billion", "en", 5 * B, "ZAR"),
        ("EUR 3,5 Mio.", "de", 3_500_000, "EUR"),
        ("15.000 Mio. Euro", "de", 15 * B, "EUR"),
        ("3,5 Billionen Yen", "de", 3500 * B, "JPY"),
        ("CHF 40'000", "de", 40_000, "CHF"),
        ("anderthalb Milliarden Dollar", "de", 1500 * M, "USD"),
        ("3,2 Md€", "fr", 3200 * M, "EUR"),
        ("un milliard et demi d'euros", "fr", 1500 * M, "EUR"),
        ("50 billions d'euros", "fr", 50 * T, "EUR"),
        ("3 250 000 €", "fr", 3_250_000, "EUR"),
        ("3 mil millones de dólares", "es", 3 * B, "USD"),
        ("medio millón de euros", "es", 500_000, "EUR"),
        ("2,5 miliardi di euro", "it", 2500 * M, "EUR"),
        ("R$ 1,5 bi", "pt", 1500 * M, "BRL"),
        ("cerca de 2 mil milhões de euros", "pt", 2 * B, "EUR"),
        ("vijfhonderd miljoen euro", "nl", 500 * M, "EUR"),
        ("12 miljarder kronor", "sv", 12 * B, "SEK"),
        ("500 mio. kr.", "da", 500 * M, "DKK"),
        ("1 млрд 200 млн рублей", "ru", 1200 * M, "RUB"),
        ("5 mld zł", "pl", 5 * B, "PLN"),
        ("bir buçuk milyar dolar", "tr", 1500 * M, "USD"),
        ("Rp 15 triliun", "id", 15 * T, "IDR"),
        ("12億ドル", "ja", 1200 * M, "USD"),
        ("1兆5000億円", "ja", 1500 * B, "JPY"),
        ("一百五十亿美元", "zh", 15 * B, "USD"),
        ("1.5万亿元", "zh", 1500 * B, "CNY"),
        ("3조5000억원", "ko", 3500 * B, "KRW"),
        ("150억 달러", "ko", 15 * B, "USD"),
        ("٥ مليار دولار", "ar", 5 * B, "USD"),
        ("２億ドル", "ja", 200 * M, "USD"),
    ],
)
def test_a_sum_is_read_in_the_language_of_its_text(text: str, language: str, amount: int, currency: str) -> None:
    assert sums(text, language) == [(Decimal(amount), currency)]


@pytest.mark.parametrize(
    "text",
    [
        "10% to 20% of all capital",
        "a 5G network in 12 cities by 2030",
        "N95 masks and B200 chips",
        "several hundred million dollars",
        "tens of millions of euros",
        "a multi-billion dollar plan",
        "3/4 billion dollars",
        "数十亿美元",
        "version 1.2.3 of 10.12.2024",
    ],
)
def test_what_is_no_sum_is_not_read_as_one(text: str) -> None:
    assert [found for found in sums(text) if found[1]] == []


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("up to an additional $500 million", "max"),
        ("less than a billion dollars", "max"),
        ("under $5 billion", "max"),
        ("under a $5 billion plan", "exact"),
        ("talks over $5 billion", "exact"),
        ("over $5 billion", "min"),
        ("no less than $5 billion", "min"),
        ("a $10 billion-plus deal", "min"),
        ("$5 billion or more", "min"),
        ("upwards of $5bn", "min"),
        ("nearly $4 billion", "approx"),
        ("$3bn or so", "approx"),
        ("$5 billion", "exact"),
        ("100億ドル以上", "min"),
        ("最大50億ドル", "max"),
        ("约12亿美元", "approx"),
    ],
)
def test_the_words_around_a_sum_bound_it(text: str, bound: str) -> None:
    assert [mention.bound for mention in read(text)] == [bound]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("$2-3 billion", "en"),
        ("$2 to $3 billion", "en"),
        ("between $2bn and $3bn", "en"),
        ("$2bn–$3bn", "en"),
        ("two to three billion dollars", "en"),
        ("zwischen 2 und 3 Milliarden Dollar", "de"),
        ("de 2 à 3 milliards de dollars", "fr"),
        ("entre 2.000 y 3.000 millones de dólares", "es"),
        ("20~30億ドル", "ja"),
        ("20亿至30亿美元", "zh"),
    ],
)
def test_a_range_has_two_ends(text: str, language: str) -> None:
    (mention,) = read(text, language)
    assert (mention.low, mention.high, mention.currency, mention.bound) == (
        Decimal(2 * B),
        Decimal(3 * B),
        "USD",
        "range",
    )


def test_a_change_from_one_sum_to_another_is_no_range() -> None:
    assert sums("raised its stake from $1bn to $2bn") == [(Decimal(B), "USD"), (Decimal(2 * B), "USD")]


def test_a_separator_has_one_reading_by_language_and_the_other_is_kept_apart() -> None:
    assert readings("2.000", "es") == (Decimal(2000), Decimal(2))
    assert readings("1.685", "en") == (Decimal("1.685"), Decimal(1685))
    assert readings("1,25,000", "en") == (Decimal(125000),)
    assert readings("1,250", "es-MX") == (Decimal(1250), Decimal("1.25"))


def test_a_dollar_may_be_another_countrys() -> None:
    (mention,) = read("$5 billion")
    assert mention.currency == "USD"
    assert "NZD" in mention.currencies


def test_a_count_is_told_from_a_sum_without_a_currency() -> None:
    assert [m.counted for m in read("two billion customers; bidding 1.2 billion for the firm")] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "for an undisclosed sum",
        "Financial terms weren't revealed",
        "He declined to say how much",
        "held back on divulging exact figures",
        "Die Summe wurde nicht genannt",
        "Le montant n'a pas été dévoilé",
        "El monto no fue revelado",
        "金额未披露",
        "금액은 공개하지 않았다",
    ],
)
def test_a_sum_that_is_kept_secret_is_recognised(text: str) -> None:
    assert is_kept_secret(text)


@pytest.mark.parametrize(
    "text",
    ["it said on Monday", "He did not say when the plant would open", "the secret service", "not for sale, he said"],
)
def test_silence_about_something_else_is_no_secret_sum(text: str) -> None:
    assert not is_kept_secret(text)


def test_vague_sums_are_recognised() -> None:
    assert is_vague("several billion dollars")
    assert is_vague("tens of millions")
    assert not is_vague("5 billion dollars")


@given(
    st.text(alphabet="0123456789.,$€ billion万亿億½-٣", max_size=120), st.sampled_from(["en", "de", "ja", "fr", "xx"])
)
def test_no_text_breaks_the_reader(text: str, language: str) -> None:
    for mention in read(text, language):
        assert 0 <= mention.said_from <= mention.start < mention.end <= mention.said_to <= len(text)
        assert mention.low <= mention.high


@given(st.integers(1, 999), st.sampled_from([("million", M), ("bn", B), ("trillion", T), ("crore", 10**7)]))
def test_number_and_scale_multiply(number: int, scale: tuple[str, int]) -> None:
    assert sums(f"it paid ${number} {scale[0]} in cash") == [(Decimal(number * scale[1]), "USD")]


def test_endless_numbers_take_bounded_time() -> None:
    began = time.perf_counter()
    for text in ("1" * 200_000, "1," * 100_000, "٣" * 100_000, "$ " * 100_000, "hundred and " * 5_000, "1亿" * 5_000):
        read(text + " million dollars")
    assert time.perf_counter() - began < 5


def test_of_the_measured_list_all_but_one_are_read_and_nothing_is_invented() -> None:
    path = SHARED / "values" / "money.json"
    if not path.exists():
        pytest.skip("the measured lists are not beside the checkout")
    right = 0
    rows = json.loads(path.read_text(encoding="utf-8"))
    for row in rows:
        got = {(m.low, m.high, m.currency) for m in read(row["text"], row["lang"])}
        wanted = {(Decimal(e["low"]), Decimal(e["high"]), e["currency"]) for e in row["expect"]}
        if not wanted:
            assert not [sum_ for sum_ in got if sum_[2]], row["text"]
        right += bool(wanted) and got == wanted
    assert right >= 83
