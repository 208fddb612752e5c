"""The demo's digests hold what is true of the five example articles, and nothing that is not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.conftest import DEMO, EXAMPLES, Summarizer

GOLD = json.loads((EXAMPLES.parent / "gold.json").read_text("utf-8"))


@pytest.fixture
def digests(summarizer: Summarizer) -> dict[str, Any]:
    """The digests by the gold's name of their story."""
    ran = summarizer("digest", EXAMPLES, "--replay", DEMO, "--model", "openai/relay", "--quiet")
    by_articles = {frozenset(a["id"] for a in digest["articles"]): digest for digest in ran.data["digests"]}
    return {name: by_articles[frozenset(story["articles"])] for name, story in GOLD["stories"].items()}


@pytest.mark.parametrize("story", ["A", "B"])
def test_a_digest_says_what_the_gold_says(digests: dict[str, Any], story: str) -> None:
    record, gold = digests[story]["record"], GOLD["stories"][story]["record"]
    assert record["investor"]["name"] == gold["investor"]
    assert (record["horizon"] or {}).get("duration") == gold["horizon"]
    assert sorted(region["code"] for region in record["regions"]) == gold["regions"]
    borderline = set(gold.get("competitors_borderline", ()))
    assert {c["name"] for c in record["competitors"]} - borderline == set(gold["competitors"])
    assert {person["name"] for person in record["people"]} == {name for name, _ in gold["people"]}


@pytest.mark.parametrize("story", ["A", "B"])
def test_the_sum_stands_in_every_currency_that_the_gold_names(digests: dict[str, Any], story: str) -> None:
    amount, gold = digests[story]["record"]["amount"], GOLD["stories"][story]["record"]["amount"]
    said = {(each["amount"], each["currency"]) for each in [amount, *amount.get("equivalents", ())]}
    assert said == {(gold["amount"], gold["currency"]), *map(tuple, gold.get("equivalents", ()))}


def test_two_articles_of_one_wire_text_are_one_source(digests: dict[str, Any]) -> None:
    assert {fact["sources"] for fact in digests["A"]["facts"]} == {1}
    assert sum(article["copy_of"] is not None for article in digests["A"]["articles"]) == 1


def test_the_wrong_year_is_the_one_conflict_and_the_withheld_sum_is_reported(digests: dict[str, Any]) -> None:
    assert digests["A"]["conflicts"] == []
    (conflict,) = digests["B"]["conflicts"]
    sides = [conflict["kept"], *conflict["overruled"]]
    said = {side["article"]: side["value"]["period"] for side in sides}
    assert said == {"savanna-post-trillions": "2023-Q4", "exchange-weekly-shares": "2024-Q4"}
    amount = next(fact for fact in digests["B"]["facts"] if fact["path"] == "amount")
    assert amount["notes"] == ["withheld by exchange-weekly-shares"]


def test_strangers_of_the_pages_furniture_are_nowhere(digests: dict[str, Any]) -> None:
    said = json.dumps([[digest["record"], digest["facts"]] for digest in digests.values()])
    for stranger in ("Mira Castellane", "Tobias Wenneker", "Helena Brandvold"):
        assert stranger not in said


def test_no_money_of_the_articles_is_unread(digests: dict[str, Any]) -> None:
    assert [digest["unread"] for digest in digests.values()] == [[], []]
