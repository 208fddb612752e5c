"""Articles and claims for tests of merging, made in one line each."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from summarizer.consensus import Comparing
from summarizer.domain import Article, Claim, Quote, Status


def article(name: str, day: str | None = None, outlet: str | None = None, text: str = "Some words.") -> Article:
    return Article(
        name, text, title=f"Title of {name}", outlet=outlet, published=date.fromisoformat(day) if day else None
    )


def claim(where: str, value: Any, path: str = "field", status: Status = "verified", words: str = "words") -> Claim[Any]:
    return Claim(where, path, value, (Quote(words, 5, 5 + len(words)),), status)


class NoCopies:
    """Every article is a source of its own, but for those told to repeat another."""

    def __init__(self, **copy_of: str) -> None:
        self.copy_of = copy_of

    def sources(self, claims: Sequence[Claim[Any]]) -> tuple[tuple[str, ...], ...]:
        origins = sorted({self.copy_of.get(claim.article, claim.article) for claim in claims})
        return tuple((origin,) for origin in origins)


def comparing(*articles: Article, **copy_of: str) -> Comparing:
    copies = NoCopies(**copy_of)
    return Comparing({one.id: one for one in articles}, lambda claims: len(copies.sources(claims)))
