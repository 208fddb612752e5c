"""One article's questions to a model: asked once, what is doubted asked again once, the rest kept as rejections.

A long article is asked in parts that overlap; every quote is located in the whole text, so offsets are right.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from pydantic import BaseModel

from summarizer import prompts
from summarizer.domain import Article, Claim, Extraction, Quote, Rejection, Status, Usage
from summarizer.errors import ArticleError
from summarizer.form import Form, Message
from summarizer.plan import Answered, Plan
from summarizer.values import compare
from summarizer.values.kind import Relation, Setting

SENTENCE = re.compile(r"[.!?。！？][\"'”’»)]*\s+|\n+")


class Answer(Protocol):
    """What a model answered."""

    @property
    def form(self) -> BaseModel: ...
    @property
    def usage(self) -> Usage: ...
    @property
    def model(self) -> str: ...


class Doubt(Protocol):
    """A value that was not believed, and why. `value` is what was read of it, None where nothing could be."""

    @property
    def answered(self) -> Answered: ...
    @property
    def complaint(self) -> str: ...
    @property
    def value(self) -> Any: ...


class Checked(Protocol):
    """What verification made of an answer."""

    @property
    def claims(self) -> tuple[Claim[Any], ...]: ...
    @property
    def doubts(self) -> Sequence[Doubt]: ...
    @property
    def unread(self) -> Sequence[Quote]: ...


Ask = Callable[[Sequence[Message], Form], Awaitable[Answer]]
Verify = Callable[[Sequence[Answered]], Awaitable[Checked]]


@dataclass(frozen=True, slots=True)
class Limits:
    """`part`, `overlap`: characters of a long article's parts. `again`: how often doubted values are asked again."""

    part: int = 24_000
    overlap: int = 1_200
    again: int = 1


async def extract(article: Article, plan: Plan[Any], ask: Ask, verify: Verify, limits: Limits) -> Extraction:
    """All claims and rejections of one article.

    Raises:
        ArticleError: when no part of the article was answered; a failure in asking again loses nothing.
        ProviderError: when no later call could succeed.
    """
    claims: list[Claim[Any]] = []
    rejections: list[Rejection] = []
    usage, model = Usage(), ""
    unread: list[Sequence[Quote]] = []
    for text in parts(article.text, limits.part, limits.overlap):
        found = await _examine(article, plan, ask, verify, prompts.ask(plan, article, text), limits.again)
        claims.extend(found.claims)
        rejections.extend(found.rejections)
        unread.append(found.unread)
        usage, model = usage + found.usage, found.model
    kept = _once(claims, plan)
    known = {_key(claim, plan) for claim in kept} if rejections else set()
    still_missing = tuple(r for r in rejections if (r.path, _text(r.value)) not in known)
    return Extraction(article.id, kept, still_missing, _in_all(unread), model, usage)


def parts(text: str, size: int, overlap: int) -> list[str]:
    """The text, or pieces of at most `size` characters that end with a sentence and overlap by about `overlap`."""
    if len(text) <= size:
        return [text]
    borders = [match.end() for match in SENTENCE.finditer(text)]
    pieces, start = [], 0
    while len(text) - start > size:
        end = max((b for b in borders if start + size // 2 < b <= start + size), default=start + size)
        pieces.append(text[start:end])
        start = max((b for b in borders if start < b <= end - overlap), default=end - overlap)
    return [*pieces, text[start:]]


async def _examine(
    article: Article, plan: Plan[Any], ask: Ask, verify: Verify, question: tuple[Message, ...], again: int
) -> Extraction:
    answer = await ask(question, plan.form())
    answered = plan.answered(answer.form)
    checked = await verify(answered)
    unread = [checked.unread]
    claims, doubts, usage = list(checked.claims), list(checked.doubts), answer.usage
    unanswered = ""
    for _ in range(again):
        if not doubts:
            break
        complaints = [(doubt.answered.path, doubt.answered.value, doubt.complaint) for doubt in doubts]
        try:
            question_again = prompts.ask_again(plan, question, answered, complaints)
            second = await ask(question_again, plan.form(path for path, _, _ in complaints))
        except ArticleError as problem:
            unanswered = f" (could not be asked again: {problem})"
            break
        usage += second.usage
        rechecked = await verify(plan.answered(second.form))
        unread.append(rechecked.unread)
        doubts = [*rechecked.doubts, *_withdrawn(doubts, rechecked, plan)]
        claims += _new(claims, rechecked.claims, plan)
    rejections = tuple(_rejection(article.id, doubt, unanswered) for doubt in doubts)
    return Extraction(article.id, tuple(claims), rejections, _in_all(unread), answer.model, usage)


def _in_all(unread: Sequence[Sequence[Quote]]) -> tuple[Quote, ...]:
    """What no answer's quotes cover."""
    first, *others = unread
    return tuple(quote for quote in first if all(quote in other for other in others))


@dataclass(frozen=True, slots=True)
class _Withdrawn:
    answered: Answered
    complaint: str
    value: Any


def _withdrawn(doubts: Sequence[Doubt], rechecked: Checked, plan: Plan[Any]) -> list[Doubt]:
    """Doubted values that did not come back: the model took them back, which must be seen. A single value is mended by
    any other; an item of a list by one that says nearly the same, or by any where the first could not even be read."""
    later = [(c.path, c.value) for c in rechecked.claims] + [(d.answered.path, d.value) for d in rechecked.doubts]
    gone: list[Doubt] = []
    for doubt in doubts:
        path = doubt.answered.path
        again = [value for where, value in later if where == path]
        if plan.fields[path].many and doubt.value is not None:
            again = [value for value in again if _akin(doubt.value, value)]
        if not again:
            gone.append(_Withdrawn(doubt.answered, f"{doubt.complaint}; withdrawn when asked again", doubt.value))
    return gone


def _akin(one: Any, other: Any) -> bool:
    if other is None:
        return False
    return compare(one, other, Setting()).relation in (Relation.SAME, Relation.REFINES, Relation.REFINED)


def _new(known: Sequence[Claim[Any]], claims: Sequence[Claim[Any]], plan: Plan[Any]) -> list[Claim[Any]]:
    """Of an answer to a second question: what the first had not already given."""
    have = {_key(claim, plan) for claim in known}
    return [claim for claim in claims if _key(claim, plan) not in have]


def _once(claims: Sequence[Claim[Any]], plan: Plan[Any]) -> tuple[Claim[Any], ...]:
    """Equal values of one field become one claim with all their quotes: what one part of a long article says well is
    missing nowhere, even if another part of it says it badly."""
    merged: dict[tuple[str, str], Claim[Any]] = {}
    several = Counter(claim.path for claim in claims)
    for claim in claims:
        key = _key(claim, plan) if several[claim.path] > 1 else (claim.path, "")
        if key not in merged:
            merged[key] = claim
            continue
        first = merged[key]
        quotes = first.quotes + tuple(quote for quote in claim.quotes if quote not in first.quotes)
        status: Status = "verified" if "verified" in (first.status, claim.status) else "quoted"
        notes = tuple(dict.fromkeys(first.notes + claim.notes))
        merged[key] = replace(first, quotes=quotes, status=status, notes=notes)
    return tuple(merged.values())


def _key(claim: Claim[Any], plan: Plan[Any]) -> tuple[str, str]:
    return claim.path, _text(plan.dump(claim.path, claim.value))


_JSON = json.JSONEncoder(sort_keys=True, ensure_ascii=False, default=str)


def _text(value: Any) -> str:
    return _JSON.encode(value)


def _rejection(article: str, doubt: Doubt, addition: str) -> Rejection:
    answered = doubt.answered
    return Rejection(article, answered.path, answered.value, doubt.complaint + addition, answered.quotes)
