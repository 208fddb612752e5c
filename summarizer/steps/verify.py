"""Does the article say it? Each value that a model gave is located, re-read and believed, or doubted with a reason.

A doubt is a complaint in words that a model can act on; whether it is asked again or rejected is decided elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from summarizer.domain import Article, Claim, Quote
from summarizer.plan import Answered, Plan
from summarizer.values import complete, confirm
from summarizer.values.kind import Outcome, Reading
from summarizer.values.money import unread
from summarizer.values.quotes import Locator

SHOWN = 120


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value that can't be believed as it stands. `value` is what was read of it, None where nothing could be."""

    answered: Answered
    complaint: str
    value: Any = None


@dataclass(frozen=True, slots=True)
class Checked:
    """What verification made of one answer, in the answer's order. `unread`: sums of money in the article that no
    quote of these claims covers."""

    claims: tuple[Claim[Any], ...]
    doubts: tuple[Doubt, ...]
    unread: tuple[Quote, ...] = ()


def verify(article: Article, locator: Locator, plan: Plan[Any], answered: Sequence[Answered]) -> Checked:
    """Confirms each value against its own quotes. `locator` is over `article.text`."""
    reading = Reading(article.language, article.published)
    claims: list[Claim[Any]] = []
    doubts: list[Doubt] = []
    for item in answered:
        result = _check(article, locator, plan, item, reading)
        if isinstance(result, Doubt):
            doubts.append(result)
        else:
            claims.append(result)
    cited = [quote for claim in claims for quote in claim.quotes]
    return Checked(tuple(claims), tuple(doubts), unread(article.text, locator.sums, cited))


def _check(article: Article, locator: Locator, plan: Plan[Any], item: Answered, reading: Reading) -> Claim[Any] | Doubt:
    try:
        value = plan.read(item.path, item.value, reading.language)
    except ValueError as problem:
        return Doubt(item, f"can't be read: {problem}")
    if not item.quotes:
        return Doubt(item, "has no quote", value)
    found, lost = locator.locate_all(item.quotes)
    if not found:
        return Doubt(item, f"these words are not in the article: {_shown(lost[0])}", value)
    words = [quote.text for quote in found]
    verdict = confirm(value, words, reading)
    if verdict.outcome is Outcome.CONTRADICTED:
        return Doubt(item, verdict.reason or "the quote says something else", value)
    notes = (*verdict.notes, *[f"quote not in the article, dropped: {_shown(text)}" for text in lost])
    if verdict.outcome is not Outcome.CONFIRMED:
        return Claim(article.id, item.path, value, found, "quoted", notes)
    return Claim(article.id, item.path, complete(value, words, reading), found, "verified", notes)


def _shown(text: str) -> str:
    text = " ".join(text.split())
    return f"“{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}”"
