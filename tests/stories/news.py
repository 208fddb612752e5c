"""Invented news for these tests: pairs of events of one kind, told by several outlets; the text is in `news.txt`."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from summarizer.domain import Article

SHARED = Path(__file__).parents[2].parent / "shared" / "articles"


@cache
def news() -> tuple[Article, ...]:
    """Every article; its id begins with its event's name."""
    text = Path(__file__).with_name("news.txt").read_text(encoding="utf-8")
    found: list[Article] = []
    for block in re.split(r"^= ", text, flags=re.MULTILINE)[1:]:
        event, _, body = block.partition("\n")
        for number, part in enumerate(re.split(r"\n\s*\n", body.strip()), 1):
            title, _, told = part.partition("\n")
            found.append(Article(f"{event}#{number}", told, title=title))
    return tuple(found)


def of(event: str) -> list[Article]:
    """The articles of one event, or of one topic."""
    return [article for article in news() if article.id.startswith(event)]


def truth() -> dict[str, str]:
    return {article.id: article.id.partition("#")[0] for article in news()}


def grouped(stories: object) -> set[tuple[str, ...]]:
    """The stories' articles, as a set that can be compared."""
    return {story.articles for story in stories}  # type: ignore[attr-defined]
