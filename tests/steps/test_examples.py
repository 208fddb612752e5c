"""The example articles and what is said to be true of them belong together."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from summarizer.domain import Article
from summarizer.steps.clean import clean
from summarizer.steps.read import read

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLD: dict[str, Any] = json.loads((EXAMPLES / "gold.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    found = list(read([str(EXAMPLES / "articles")]))
    return {one.id: clean(one) for one in found if isinstance(one, Article)}


def _quotes(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key == "quotes":
                yield from inner
            elif key == "period_quote":
                yield inner
            else:
                yield from _quotes(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _quotes(inner)


def test_every_example_is_read_and_has_its_gold(articles: dict[str, Article]) -> None:
    assert sorted(articles) == sorted(GOLD["articles"])


@pytest.mark.parametrize("name", sorted(GOLD["articles"]))
def test_every_quote_of_the_gold_stands_in_the_cleaned_article(articles: dict[str, Article], name: str) -> None:
    text = articles[name].text
    quotes = list(_quotes(GOLD["articles"][name]))
    assert quotes
    assert [quote for quote in quotes if quote not in text] == []


@pytest.mark.parametrize("name", sorted(GOLD["articles"]))
def test_strangers_of_the_page_are_gone_and_people_of_the_story_are_not(
    articles: dict[str, Article], name: str
) -> None:
    gold = GOLD["articles"][name]
    assert [stranger for stranger in gold["strangers"] if stranger in articles[name].text] == []
    assert [person["name"] for person in gold["people"] if person["name"] not in articles[name].text] == []


@pytest.mark.parametrize("name", sorted(GOLD["articles"]))
def test_dates_of_publication_are_read_where_they_are_given(articles: dict[str, Article], name: str) -> None:
    published = articles[name].published
    assert (published.isoformat() if published else None) == GOLD["articles"][name]["published"]


@pytest.mark.parametrize("name", sorted(GOLD["articles"]))
def test_examples_are_as_long_as_news_is(articles: dict[str, Article], name: str) -> None:
    assert 300 <= len(articles[name].text.split()) <= 600
