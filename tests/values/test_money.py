"""Money: confirmed by a quote, compared with another article's, and what no claim cites."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.domain import Article, Quote
from summarizer.values.kind import Outcome, Reading, Relation, Setting
from summarizer.values.money import Equivalent, Money, unread
from summarizer.values.money_reader import read
from summarizer.values.quotes import Locator
from summarizer.values.rates import printed_rates, sum_of

SHARED = Path(__file__).parents[2].parent / "shared"
BN = 10**9


def money(amount: int | str | None, currency: str | None = "USD", bound: Any = "exact", **more: Any) -> Money:
    return Money(amount=None if amount is None else Decimal(amount), currency=currency, bound=bound, **more)


def outcome(value: Money, *quotes: str, language: str = "en") -> Outcome:
    return value.confirm(quotes, Reading(language)).outcome


def shared(name: str) -> Any:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout")
    return json.loads(path.read_text(encoding="utf-8"))


def stated(text: str) -> Money:
    """What the text says, read by code: the first sum and the others as its equivalents."""
    sums = [sum_of(mention) for mention in read(text)]
    if not sums:
        return Money(bound="undisclosed")
    return Money(**dict(sums[0]), equivalents=tuple(Equivalent(**dict(other)) for other in sums[1:]))


def test_json_is_compact_and_plain() -> None:
    value = money("3.8E+11", "CNY", equivalents=(Equivalent(amount=Decimal("5E10"), currency="EUR", bound="approx"),))
    assert value.model_dump_json() == (
        '{"amount":"380000000000","currency":"CNY","bound":"exact",'
        '"equivalents":[{"amount":"50000000000","currency":"EUR","bound":"approx"}]}'
    )
    assert Money.model_validate_json(value.model_dump_json()) == value
    assert str(value) == "380 billion CNY (about 50 billion EUR)"


@pytest.mark.parametrize(
    "wrong",
    [
        {"amount": None, "bound": "exact"},
        {"amount": "5", "bound": "undisclosed"},
        {"amount": "5", "high": "3", "bound": "range"},
        {"amount": "5", "high": "7", "bound": "exact"},
        {"amount": "5", "currency": "XYZ"},
        {"amount": "NaN"},
        {"amount": "1E+100000"},
        {"amount": "-5"},
    ],
)
def test_a_sum_that_makes_no_sense_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Money.model_validate(wrong)


def test_a_quote_confirms_number_currency_and_bound_together() -> None:
    assert outcome(money(15 * BN), "a $15 billion drive") is Outcome.CONFIRMED
    assert outcome(money(12 * BN), "a $15 billion drive") is Outcome.CONTRADICTED
    assert outcome(money(15 * BN, "EUR"), "a $15 billion drive") is Outcome.CONTRADICTED
    assert outcome(money(15 * 10**6), "a $15 billion drive") is Outcome.CONTRADICTED
    assert outcome(money(15 * BN), "up to $15 billion") is Outcome.CONTRADICTED
    assert outcome(money(15 * BN, bound="max"), "up to $15 billion") is Outcome.CONFIRMED
    assert outcome(money(15 * BN, bound="max"), "spends $15 billion") is Outcome.UNVERIFIABLE


def test_about_so_much_is_confirmed_as_exact_only_with_a_flag() -> None:
    verdict = money(2 * BN).confirm(["roughly $2 billion"], Reading())
    assert (verdict.outcome, verdict.notes) == (Outcome.CONFIRMED, ("quote_says_approx",))


def test_a_currency_that_is_not_printed_is_flagged_and_never_assumed() -> None:
    missing = money(1200 * 10**6).confirm(["bidding 1.2 billion for it"], Reading())
    assert (missing.outcome, missing.notes) == (Outcome.UNVERIFIABLE, ("currency_missing",))
    null = money(1200 * 10**6, None).confirm(["bidding 1.2 billion for it"], Reading())
    assert (null.outcome, null.notes) == (Outcome.CONFIRMED, ("currency_missing",))
    other = money(5 * BN, "CAD").confirm(["spends $5 billion"], Reading())
    assert (other.outcome, other.notes) == (Outcome.UNVERIFIABLE, ("currency_ambiguous",))


def test_a_count_of_people_confirms_no_sum() -> None:
    assert outcome(money(2 * BN, None), "two billion customers") is Outcome.UNVERIFIABLE


def test_both_readings_of_a_separator_are_never_accepted() -> None:
    assert outcome(money(2 * BN, "EUR"), "2.000 millones de euros", language="es") is Outcome.CONFIRMED
    assert outcome(money(2 * 10**6, "EUR"), "2.000 millones de euros", language="es") is Outcome.UNVERIFIABLE
    assert outcome(money(1685 * BN, "CNY"), "1.685 billion yuan") is Outcome.UNVERIFIABLE


def test_a_number_that_code_does_not_understand_contradicts_nothing() -> None:
    assert outcome(money(5 * BN), "spends $5 zillions, after $3 million last year") is Outcome.UNVERIFIABLE
    assert outcome(money(5 * BN), "a multi-billion dollar plan after $3 million") is Outcome.UNVERIFIABLE
    assert outcome(money(5 * BN), "no number here") is Outcome.UNVERIFIABLE


def test_more_money_than_there_is_breaks_nothing() -> None:
    text = "He dreamt of 99999999999999999999 trillion dollars (1兆兆兆兆円) and of $5 billion."
    assert [quote.text for quote in unread(text, Locator(text).sums, ())] == ["$5 billion"]
    assert outcome(money(5 * BN), text) is Outcome.CONFIRMED


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("380 billion CNY; 50 billion EUR", "380 billion CNY (50 billion EUR)"),
        ("up to 2 bn USD", "up to 2 billion USD"),
        ("2-3 billion EUR", "2 billion to 3 billion EUR"),
        ("half a billion USD", "500 million USD"),
        ("several billion USD", "a vague sum in USD"),
        ("undisclosed", "undisclosed"),
    ],
)
def test_a_model_writes_a_sum_as_it_is_printed(written: str, said: str) -> None:
    assert str(Money.Form(text=written).value()) == said


@pytest.mark.parametrize(
    "written", ["", "unknown", "9" * 10_000, "5 XYZ", "99999999999999999999 trillion USD", "1e400 USD"]
)
def test_what_is_no_sum_is_complained_about(written: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Money.Form(text=written).value()


def test_words_that_take_a_sum_back_are_flagged() -> None:
    assert outcome(money(5 * BN), "not $5 billion but $3 billion") is Outcome.UNVERIFIABLE
    assert money(5 * BN).confirm(["denied that it would invest $5 billion"], Reading()).notes == ("denied_nearby",)
    assert money(3 * BN).confirm(["not $5 billion but $3 billion"], Reading()).notes == ()


def test_one_quote_of_several_is_enough() -> None:
    assert outcome(money(15 * BN), "a new plan", "$3 million last year", "$15 billion") is Outcome.CONFIRMED
    assert outcome(money(15 * BN), "a new plan", "$3 million last year") is Outcome.CONTRADICTED
    assert outcome(money(15 * BN)) is Outcome.UNVERIFIABLE


def test_an_end_of_a_range_is_not_the_sum() -> None:
    assert outcome(money(3 * BN), "$2-3 billion") is Outcome.CONTRADICTED
    assert outcome(money(2 * BN, bound="range", high=Decimal(3 * BN)), "$2-3 billion") is Outcome.CONFIRMED
    assert outcome(money(3 * BN), "from $2 billion to $3 billion") is Outcome.UNVERIFIABLE


def test_every_equivalent_must_be_printed_as_the_same_sum() -> None:
    euros = (Equivalent(amount=Decimal(50 * BN), currency="EUR"),)
    value = money(380 * BN, "CNY", equivalents=euros)
    assert outcome(value, "380 billion yuan (approximately 50 billion euros)") is Outcome.CONFIRMED
    assert outcome(value, "380 billion yuan after 50 billion euros last year") is Outcome.UNVERIFIABLE
    assert outcome(value, "380 billion yuan (52 billion euros)") is Outcome.CONTRADICTED
    assert "50 billion EUR" in value.confirm(["380 billion yuan (52 billion euros)"], Reading()).reason


def test_several_equivalents_in_one_bracket_are_the_same_sum() -> None:
    others = (Equivalent(amount=Decimal(BN), currency="EUR"), Equivalent(amount=Decimal(850 * 10**6), currency="GBP"))
    assert outcome(money(1100 * 10**6, equivalents=others), "$1.1 billion (€1bn; £850m)") is Outcome.CONFIRMED


def test_undisclosed_needs_words_that_say_so() -> None:
    withheld = Money(bound="undisclosed")
    assert outcome(withheld, "She held back from divulging an exact figure") is Outcome.CONFIRMED
    assert outcome(withheld, "will invest heavily") is Outcome.UNVERIFIABLE
    assert outcome(withheld, "will invest $5 billion") is Outcome.CONTRADICTED


def test_a_vague_sum_needs_vague_words() -> None:
    assert outcome(Money(bound="vague", currency="USD"), "several billion dollars") is Outcome.CONFIRMED
    assert outcome(Money(bound="vague", currency="EUR"), "several billion dollars") is Outcome.UNVERIFIABLE
    assert outcome(Money(bound="vague"), "$5 billion") is Outcome.CONTRADICTED


def relation(a: str, b: str, day: str | None = "2025-02-24", rates: str = "") -> Relation:
    when = date.fromisoformat(day) if day else None
    setting = Setting(when, when, printed_rates(Article("x", rates)))
    forth, back = stated(a).compare(stated(b), setting), stated(b).compare(stated(a), setting.mirrored())
    assert back.relation is forth.relation.mirrored
    return forth.relation


def test_digits_and_words_leave_a_sum_open() -> None:
    assert relation("$39bn", "$39.2bn") is Relation.REFINED
    assert relation("$1.9bn", "roughly $2 billion") is Relation.REFINES
    assert relation("up to $500 million", "$300 million") is Relation.REFINED
    assert relation("up to $500 million", "$700 million") is Relation.DIFFERS
    assert relation("between $5bn and $7bn", "$6bn") is Relation.REFINED


def test_currencies_are_compared_at_the_rate_of_the_articles_day() -> None:
    assert relation("380 billion yuan", "$53bn") is Relation.SAME
    assert relation("380 billion yuan", "$55 billion") is Relation.UNCERTAIN
    assert relation("380 billion yuan", "$60 billion") is Relation.DIFFERS


def test_without_a_rate_nothing_is_called_a_conflict() -> None:
    assert relation("Ksh.6.4 trillion", "380 billion yuan") is Relation.NOT_COMPARABLE
    assert relation("380 billion yuan", "$60 billion", day=None) is Relation.NOT_COMPARABLE
    assert relation("500 billion roubles", "$1 billion", day="2024-05-01") is Relation.NOT_COMPARABLE


def test_what_an_article_prints_side_by_side_is_a_rate() -> None:
    assert relation("Ksh.6.4 trillion", "380 billion yuan", rates="Ksh.6.4 trillion ($50 billion)") is Relation.SAME
    pair = "reached 280 billion yuan ($39 billion)"
    assert relation("380 billion yuan", "$50 billion", day=None, rates=pair) is Relation.SAME
    assert relation("380 billion yuan", "$60 billion", day=None, rates=pair) is Relation.DIFFERS


def test_an_amount_refines_a_secret_and_two_secrets_agree() -> None:
    assert relation("$5 billion", "an undisclosed sum") is Relation.REFINES
    assert relation("an undisclosed sum", "an undisclosed sum") is Relation.SAME


def test_without_a_currency_two_sums_never_conflict() -> None:
    assert relation("$1.2 billion", "1.2 billion") is Relation.UNCERTAIN
    assert relation("$880 million", "1.2 billion") is Relation.NOT_COMPARABLE


@given(
    st.integers(1, 999),
    st.integers(1, 999),
    st.sampled_from(["USD", "CNY", "KES", "SAR"]),
    st.sampled_from(["USD", "EUR"]),
)
def test_comparison_is_symmetric_and_every_sum_equals_itself(one: int, other: int, first: str, second: str) -> None:
    a, b = money(one * BN, first), money(other * BN, second)
    setting = Setting(date(2024, 5, 1), date(2024, 5, 3))
    assert a.compare(a, setting).relation is Relation.SAME
    assert b.compare(a, setting.mirrored()).relation is a.compare(b, setting).relation.mirrored


def test_money_that_no_claim_cites_is_listed() -> None:
    text = "Nordwind invests $5 billion. In 2020 it spent about €2 billion on 12 plants with 2 million square metres."
    cited = Locator(text).locate("Nordwind invests $5 billion")
    assert [quote.text for quote in unread(text, Locator(text).sums, cited)] == ["about €2 billion"]


def test_a_headline_printed_twice_is_cited_by_one_quote() -> None:
    text = "Nordwind invests $5 billion\n\nNordwind invests $5 billion\n\nThe end."
    assert unread(text, Locator(text).sums, Locator(text).locate("Nordwind invests $5 billion")) == ()


def test_of_the_measured_pairs_all_are_judged_right() -> None:
    names = {"agree": "same", "a_refines_b": "refines", "b_refines_a": "refined", "conflict": "differs"}
    rows = shared("values/money_agree.json")
    for row in rows:
        got = relation(row["a"], row["b"], row["date"], "; ".join(row["stated"])).value
        assert got in [names.get(wanted, wanted) for wanted in row["want"]], row
    assert len(rows) == 56


def _gold() -> Iterator[tuple[str, Money, list[str]]]:
    for file, article in shared("gold/seeds.json")["articles"].items():
        for entry in [article["investment"], *article["other_money"]]:
            fields = {key: entry[key] for key in ("amount", "currency", "bound")}
            equivalents = [
                {k: e[k] for k in ("amount", "currency", "bound")} for e in entry.get("stated_equivalents", [])
            ]
            value = Money.model_validate({**fields, "equivalents": equivalents})
            yield file, value, [quote["quote"] for quote in entry["quotes"]]


def test_every_true_sum_of_the_five_articles_is_confirmed_and_none_by_anothers_quote() -> None:
    gold = list(_gold())
    for _, value, quotes in gold:
        assert outcome(value, *quotes) is Outcome.CONFIRMED, value
    for _, value, _ in gold:
        for _, other, quotes in gold:
            if (value.amount, value.currency) != (other.amount, other.currency):
                assert outcome(value, *quotes) is not Outcome.CONFIRMED, (value, quotes)


def test_no_money_of_the_five_articles_is_left_unread_when_all_is_cited() -> None:
    cited: dict[str, list[Quote]] = {}
    for file, _, quotes in _gold():
        text = (SHARED / "articles" / file).read_bytes().decode()
        cited.setdefault(file, []).extend(hit for quote in quotes for hit in Locator(text).locate(quote))
    for file, quotes_of_file in cited.items():
        text = (SHARED / "articles" / file).read_bytes().decode()
        assert unread(text, Locator(text).sums, quotes_of_file) == ()
        assert unread(text, Locator(text).sums, ())


def test_true_sums_are_confirmed_and_corrupted_ones_never() -> None:
    true: Counter[Outcome] = Counter()
    wrong = 0
    for row in shared("values/money.json"):
        allowed = [(Decimal(e["low"]), c) for e in row["expect"] for c in (e["currency"], *e.get("currency_also", []))]
        for entry in row["expect"]:
            low, high = Decimal(entry["low"]), Decimal(entry["high"])
            more = {"high": high} if high != low else {}
            true[
                outcome(money(str(low), entry["currency"], entry["bound"], **more), row["text"], language=row["lang"])
            ] += 1
            for value, currency in _corrupted(low, entry["currency"]):
                if (value, currency) in allowed or (more and value >= high):
                    continue
                claim = money(str(value), currency, entry["bound"], **more)
                assert outcome(claim, row["text"], language=row["lang"]) is not Outcome.CONFIRMED, (claim, row["text"])
                wrong += 1
    assert true[Outcome.CONTRADICTED] == 0
    assert true[Outcome.CONFIRMED] >= 0.95 * true.total()
    assert wrong > 1_500


def _corrupted(low: Decimal, currency: str | None) -> Iterator[tuple[Decimal, str | None]]:
    for factor in ("10", "1000", "0.1", "0.001", "2", "0.5"):
        yield low * Decimal(factor), currency
    printed = f"{low:f}"
    for at, digit in enumerate(printed[:3]):
        for other in "123456789":
            if digit.isdigit() and other != digit:
                yield Decimal(printed[:at] + other + printed[at + 1 :]), currency
    for other in ("USD", "EUR", "GBP", "JPY", "CNY", "INR"):
        yield low, other
