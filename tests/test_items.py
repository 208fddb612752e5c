"""Which items of many articles' lists are one thing."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.domain import Resolution
from summarizer.items import settle_items
from summarizer.rules import KeepAll
from summarizer.values.money import Money
from summarizer.values.person import Person
from tests.claims import article, claim, comparing

NAMES = "abcd"
ARTICLES = [article(name) for name in NAMES]


class Sale(BaseModel, frozen=True):
    price: int
    year: int | None = None
    note: str | None = None


def settled(rule: KeepAll, said: list[tuple[str, Any]], path: str = "list") -> list[Resolution[Any]]:
    return settle_items(path, [claim(where, value, path) for where, value in said], rule, comparing(*ARTICLES))


def person(name: str, role: str | None = None, affiliation: str | None = None) -> Person:
    return Person(name=name, role=role, affiliation=affiliation)


def test_items_that_say_the_same_are_one_and_the_most_reported_comes_first() -> None:
    found = settled(KeepAll(), [("a", "tea"), ("b", "coffee"), ("c", "Coffee")])
    assert [(r.path, str(r.value).lower(), r.sources) for r in found] == [
        ("list[0]", "coffee", 2),
        ("list[1]", "tea", 1),
    ]


def test_a_surname_joins_the_one_person_who_bears_it() -> None:
    found = settled(KeepAll(), [("a", person("Wu")), ("b", person("Eddie Wu", "CEO")), ("c", person("Jack Ma"))])
    assert [(r.value.name, r.articles) for r in found] == [("Eddie Wu", 2), ("Jack Ma", 1)]


def test_a_surname_that_two_persons_bear_joins_neither_and_says_so() -> None:
    found = settled(KeepAll(), [("a", person("Wu")), ("b", person("Eddie Wu")), ("c", person("Maggie Wu"))])
    assert sorted(r.value.name for r in found) == ["Eddie Wu", "Maggie Wu", "Wu"]
    (note,) = next(r.notes for r in found if r.value.name == "Wu")
    assert "Eddie Wu or Maggie Wu" in note


def test_what_one_article_leaves_out_another_fills_in() -> None:
    found = settled(KeepAll(), [("a", person("Jack Ma", "co-founder")), ("b", person("Jack Ma", None, "Alibaba"))])
    assert [r.value for r in found] == [person("Jack Ma", "co-founder", "Alibaba")]


def test_a_part_that_differs_is_a_conflict_with_the_parts_path() -> None:
    sales = [("a", Sale(price=280, year=2023)), ("b", Sale(price=280, year=2024)), ("c", Sale(price=5))]
    first, second = settled(KeepAll(by="price"), sales)
    assert (first.path, first.agreement, second.agreement) == ("list[0]", "conflict", "single")
    (conflict,) = first.conflicts
    assert (conflict.path, conflict.kept.value, [c.value for c in conflict.overruled]) == ("list[0].year", 2023, [2024])


class Bid(BaseModel, frozen=True):
    price: Money
    what: str | None = None


def test_a_key_that_is_uncertain_is_decided_by_the_other_parts() -> None:
    bare, full = (Money.Form(text=text).value() for text in ("1.2 billion", "1.2 billion USD"))
    said = [("a", Bid(price=bare, what="bid for Bolt")), ("b", Bid(price=full, what="bid for Bolt, a rival"))]
    (found,) = settled(KeepAll(by="price"), said)
    assert (found.value.price.currency, found.agreement, found.articles) == ("USD", "refined", 2)
    assert any("currency" in stance.reason for stance in found.stances)


def test_a_key_that_is_uncertain_and_nothing_beside_it_stays_two_items_for_a_person_to_look_at() -> None:
    bare, full = (Money.Form(text=text).value() for text in ("1.2 billion", "1.2 billion USD"))
    found = settled(KeepAll(by="price"), [("a", Bid(price=bare)), ("b", Bid(price=full))])
    assert len(found) == 2
    assert [c.kind for r in found for c in r.conflicts] == ["uncertain"]


def test_items_with_another_key_are_never_one() -> None:
    found = settled(KeepAll(by="price"), [("a", Sale(price=1, note="same")), ("b", Sale(price=2, note="same"))])
    assert len(found) == 2


PEOPLE = st.sampled_from(
    [person(n, r) for n in ("Wu", "Eddie Wu", "Maggie Wu", "Jack Ma", "Ma") for r in (None, "CEO", "chair")]
)
SAID = st.lists(st.tuples(st.sampled_from(NAMES), PEOPLE), min_size=1, max_size=7)


@given(SAID, st.randoms())
def test_the_order_of_articles_never_shows(said: list[tuple[str, Any]], random: Any) -> None:
    assert settled(KeepAll(), said) == settled(KeepAll(), random.sample(said, len(said)))


@given(SAID)
def test_every_claim_stands_in_exactly_one_fact(said: list[tuple[str, Any]]) -> None:
    shown = [s.claim.value for r in settled(KeepAll(), said) for s in r.stances]
    assert sorted(map(str, shown)) == sorted(str(value) for _, value in said)
