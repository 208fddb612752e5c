"""The published shape of digests, `summarizer.digests/1`: what is written, and its JSON Schema.

A name in this shape is kept; things may be added to it. Offsets count characters of the article's `text`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, get_args

from pydantic import ConfigDict, TypeAdapter

from summarizer.terms import Agreement, Stand

if TYPE_CHECKING:
    from summarizer.domain import (
        Article,
        Claim,
        Conflict,
        Digest,
        Failure,
        Quote,
        Rejection,
        Resolution,
        Run,
        Stance,
    )
    from summarizer.plan import Plan

FORMAT = "summarizer.digests/1"
ANY: TypeAdapter[Any] = TypeAdapter(Any, config=ConfigDict(defer_build=True))


def report(name: str, digests: Sequence[Digest[Any]], run: Run, *, text: bool = True) -> dict[str, Any]:
    """Everything of one run as JSON-ready data; `text=False` leaves the articles' text out."""
    return {
        "format": FORMAT,
        "schema": name,
        "model": run.model,
        "digests": [digest_data(digest, text=text) for digest in digests],
        "run": run_data(run),
    }


def digest_data(digest: Digest[Any], *, text: bool = True) -> dict[str, Any]:
    """One digest as JSON-ready data."""
    data = {
        "story": digest.story.id,
        "headline": digest.headline,
        "articles": [article_data(article, digest.copies.get(article.id), text=text) for article in digest.articles],
        "record": plain(digest.record),
        "facts": [_fact(fact) for fact in digest.facts],
        "conflicts": [_conflict(conflict) for conflict in digest.conflicts],
        "rejected": [_rejection(rejection) for rejection in digest.rejected],
        "unread": [{"article": article, **quote_data(quote)} for article, quote in digest.unread],
        "reasons": list(digest.story.reasons),
    }
    if digest.invalid:
        data["invalid"] = digest.invalid
    if digest.partial:
        data["partial"] = True
    return data


def run_data(run: Run) -> dict[str, Any]:
    """What became of every article, and what it cost. `cost` in US dollars, null when unknown."""
    usage = run.usage
    return {
        "articles": run.articles,
        "ok": run.ok,
        "failed": [failure_data(failure) for failure in run.failed],
        "calls": usage.calls,
        "cached": run.cached,
        "tokens": {"input": usage.input_tokens, "output": usage.output_tokens},
        "cost": None if usage.cost is None else float(usage.cost),
        "seconds": round(run.seconds, 2),
    }


def failure_data(failure: Failure) -> dict[str, Any]:
    return {"article": failure.article, "state": failure.state, "reason": failure.reason}


def article_data(article: Article, copy_of: str | None = None, *, text: bool = True) -> dict[str, Any]:
    data: dict[str, Any] = {
        "id": article.id,
        "title": article.title,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "copy_of": copy_of,
    }
    return {**data, "text": article.text} if text else data


def quote_data(quote: Quote) -> dict[str, Any]:
    data: dict[str, Any] = {"text": quote.text, "start": quote.start, "end": quote.end}
    if quote.how != "exact":
        data["how"] = quote.how
    if quote.occurrences > 1:
        data["occurrences"] = quote.occurrences
    return data


def claim_data(claim: Claim[Any]) -> dict[str, Any]:
    data: dict[str, Any] = {"article": claim.article, "value": plain(claim.value), "status": claim.status}
    if claim.notes:
        data["notes"] = list(claim.notes)
    return {**data, "quotes": [quote_data(quote) for quote in claim.quotes]}


def plain(value: Any) -> Any:
    """The JSON-ready form of any value."""
    return ANY.dump_python(value, mode="json", warnings=False)


def _fact(fact: Resolution[Any]) -> dict[str, Any]:
    data: dict[str, Any] = {
        "path": fact.path,
        "value": plain(fact.value),
        "agreement": fact.agreement,
        "sources": fact.sources,
        "articles": fact.articles,
        "rule": fact.rule,
    }
    if fact.notes:
        data["notes"] = list(fact.notes)
    return {**data, "claims": [_stance(stance) for stance in fact.stances]}


def _stance(stance: Stance[Any]) -> dict[str, Any]:
    data = claim_data(stance.claim)
    quotes = data.pop("quotes")
    data["stand"] = stance.stand
    if stance.reason:
        data["reason"] = stance.reason
    return {**data, "quotes": quotes}


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "path": conflict.path,
        "kind": conflict.kind,
        "kept": claim_data(conflict.kept),
        "overruled": [claim_data(claim) for claim in conflict.overruled],
        "reason": conflict.reason,
    }


def _rejection(rejection: Rejection) -> dict[str, Any]:
    return {
        "article": rejection.article,
        "path": rejection.path,
        "value": plain(rejection.value),
        "reason": rejection.reason,
        "quotes": list(rejection.quotes),
    }


def json_schema(plan: Plan[Any]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a report whose records are of this plan's schema."""
    record = plan.schema.model_json_schema(mode="serialization", ref_template="#/$defs/{model}")
    definitions = record.pop("$defs", {})
    text, number, boolean = {"type": "string"}, {"type": "integer", "minimum": 0}, {"type": "boolean"}
    maybe_text = {"type": ["string", "null"]}
    texts = _list(text)
    claim = {"article": text, "value": {}, "status": {"enum": ["verified", "quoted"]}, "quotes": _list(_ref("Quote"))}
    fact = {
        "path": text, "value": {},
        "agreement": {"enum": list(get_args(Agreement))},
        "sources": number, "articles": number, "rule": text, "claims": _list(_ref("Claim")),
    }  # fmt: skip
    conflict = {"path": text, "kind": text, "kept": _ref("Claim"), "overruled": _list(_ref("Claim")), "reason": text}
    rejection = {"article": text, "path": text, "value": {}, "reason": text, "quotes": texts}
    article = {"id": text, "title": maybe_text, "outlet": maybe_text, "url": maybe_text, "published": maybe_text,
               "copy_of": maybe_text}  # fmt: skip
    place = {"text": text, "start": number, "end": number}
    seen = {"how": text, "occurrences": number}
    digest = _object(
        {
            "story": text, "headline": text, "articles": _list(_ref("Article")), "record": record,
            "facts": _list(_ref("Fact")), "conflicts": _list(_ref("Conflict")), "rejected": _list(_ref("Rejection")),
            "unread": _list(_object({"article": text, **place}, seen)), "reasons": texts,
        },
        {"invalid": text, "partial": boolean},
    )  # fmt: skip
    run = _object({
        "articles": number, "ok": number, "failed": _list(_object({"article": text, "state": text, "reason": text})),
        "calls": number, "cached": number, "tokens": _object({"input": number, "output": number}),
        "cost": {"type": ["number", "null"]}, "seconds": {"type": "number"},
    })  # fmt: skip
    shape = _object({"format": {"const": FORMAT}, "schema": text, "model": text, "digests": _list(digest), "run": run})
    stand = {"enum": list(get_args(Stand))}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **shape,
        "$defs": {
            **definitions,
            "Quote": _object(place, seen),
            "Claim": _object(claim, {"notes": texts, "stand": stand, "reason": text}),
            "Fact": _object(fact, {"notes": texts}),
            "Conflict": _object(conflict),
            "Rejection": _object(rejection),
            "Article": _object(article, {"text": text}),
        },
    }


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{name}"}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "properties": {**required, **(optional or {})}, "required": list(required)}
