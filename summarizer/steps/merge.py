"""All claims of a story, field by field, become one digest. No model speaks here.

The result depends on the claims alone, never on the order in which they or their articles came.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeVar

from pydantic import BaseModel

from summarizer.consensus import Comparing, settle
from summarizer.domain import Article, Claim, Digest, Extraction, Resolution, Story
from summarizer.items import settle_items
from summarizer.plan import Plan
from summarizer.rules import KeepAll
from summarizer.values.aliases import Aliases
from summarizer.values.rates import printed_rates

S = TypeVar("S", bound=BaseModel)

HEADLINE = 120
FIRST_SENTENCE = re.compile(r"\s*(\S.*?(?:[.!?。！？](?=\s|$)|\n|$))", re.S)


class Copies(Protocol):
    """Which articles repeat another's text, and which claims therefore have one source."""

    @property
    def copy_of(self) -> Mapping[str, str]: ...

    def sources(self, claims: Sequence[Claim[Any]]) -> tuple[tuple[str, ...], ...]: ...


def merge(
    story: Story,
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    plan: Plan[S],
    copies: Copies,
    aliases: Aliases | None = None,
) -> Digest[S]:
    """The digest of one story. `articles` and `extractions` are the story's, in any order."""
    articles = sorted(articles, key=lambda article: (article.published or date.max, article.id))
    known = {article.id: article for article in articles}
    extractions = sorted(extractions, key=lambda extraction: extraction.article)
    rates = tuple(rate for article in articles for rate in printed_rates(article))
    comparing = Comparing(known, lambda claims: len(copies.sources(claims)), rates, aliases)
    facts: list[Resolution[Any]] = []
    values: dict[str, Any] = {}
    for name, field in plan.fields.items():
        claims = [claim for extraction in extractions for claim in extraction.claims if claim.path == name]
        if not claims:
            continue
        if isinstance(field.rule, KeepAll):
            found = settle_items(name, claims, field.rule, comparing)
            values[name] = [fact.value for fact in found]
        else:
            found = [settle(name, claims, field.rule, comparing)]
            values[name] = found[0].value
        facts += found
    record, invalid = plan.record(values)
    copy_of = {one: copies.copy_of[one] for one in sorted(known) if one in copies.copy_of}
    return Digest(
        story=story,
        headline=headline(articles, copy_of),
        articles=tuple(articles),
        record=record,
        facts=tuple(facts),
        conflicts=tuple(conflict for fact in facts for conflict in fact.conflicts),
        rejected=tuple(rejection for extraction in extractions for rejection in extraction.rejections),
        copies=copy_of,
        unread=tuple((extraction.article, quote) for extraction in extractions for quote in extraction.unread),
        invalid=invalid,
    )


def headline(articles: Sequence[Article], copy_of: Mapping[str, str]) -> str:
    """The title of the first article that is no copy and has one; else the first words of the first article."""
    originals = [article for article in articles if article.id not in copy_of] or list(articles)
    titled = next((article.title for article in originals if article.title), None)
    if titled:
        return titled
    found = FIRST_SENTENCE.match(originals[0].text)
    words = " ".join(found[1].split()) if found else originals[0].id
    return words if len(words) <= HEADLINE else words[:HEADLINE].rsplit(" ", 1)[0] + "…"
