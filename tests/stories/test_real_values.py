"""The five real articles with what is true of them: values tell the two plans of one company apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Any

from summarizer.domain import Article, Claim, Extraction
from summarizer.stories.grouping import group
from summarizer.values.horizon import Horizon
from summarizer.values.money import Money
from summarizer.values.organization import Organization
from summarizer.values.person import Person
from summarizer.values.region import Region
from tests.stories.news import SHARED, grouped


def test_any_of_the_five_real_articles_are_told_apart_by_their_values(real_articles: list[Article]) -> None:
    gold = json.loads((SHARED.parent / "gold" / "seeds.json").read_text(encoding="utf-8"))["articles"]
    true = {file[:3]: facts for file, facts in gold.items()}
    known = {article.id: Extraction(article.id, _claims(article.id, true[article.id])) for article in real_articles}
    for size in range(1, 6):
        for few in combinations(real_articles, size):
            ids = tuple(article.id for article in few)
            parts = tuple(i for i in ids if i < "002"), tuple(i for i in ids if i >= "002")
            assert grouped(group(few, known).stories) == {part for part in parts if part}


def _claims(article: str, facts: Any) -> tuple[Claim[Any], ...]:
    return tuple(Claim(article, path, value, (), "verified") for path, value in _values(facts))


def _values(facts: Any) -> Iterator[tuple[str, Any]]:
    yield "investor", Organization(name=facts["investor"]["name"])
    said = facts["investment"]
    if said["amount"] is None:
        yield "amount", Money(bound="undisclosed")
    else:
        yield "amount", Money(amount=Decimal(said["amount"]), currency=said["currency"], bound=said["bound"])
    if facts["horizon"]["duration"]:
        yield "horizon", Horizon(duration=facts["horizon"]["duration"])
    for row in facts["regions"]:
        yield "regions", Region(code=row["code"])
    for row in facts["people"]:
        yield "people", Person(name=row["name"], role=row["role"])
    for row in facts["competitors"]:
        yield "competitors", Organization(name=row["name"])
