"""Which articles tell one story."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.domain import Article
from summarizer.stories.grouping import group

SHARED = Path(__file__).parents[2].parent / "shared" / "articles"


@pytest.fixture
def real_articles() -> list[Article]:
    if not SHARED.is_dir():
        pytest.skip("the five real articles are not beside this checkout")
    return [Article(id=path.name[:3], text=path.read_text(encoding="utf-8")) for path in sorted(SHARED.glob("*.txt"))]


def test_the_five_real_articles_are_two_stories_by_their_text_alone(real_articles: list[Article]) -> None:
    assert [story.articles for story in group(real_articles).stories] == [("000", "001"), ("002", "003", "004")]


def test_the_order_of_arrival_changes_nothing(real_articles: list[Article]) -> None:
    assert group(real_articles[::-1]) == group(real_articles)
