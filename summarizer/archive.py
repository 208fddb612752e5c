"""Extractions on disk, one article a line (`summarizer.extraction/1`): what `extract` paid for and `merge` reads.

A line holds the article, its claims and rejections, or the failure that it ended in; it can be read without the model.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from summarizer.domain import Article, Claim, Extraction, Failure, Quote, Rejection, Usage
from summarizer.errors import InputError
from summarizer.plan import Plan
from summarizer.report import article_data, claim_data, failure_data, plain, quote_data

FORMAT = "summarizer.extraction/1"

Outcome = tuple[Article, Extraction] | Failure
"""What became of one article."""


def dumps(outcome: Outcome, name: str) -> str:
    """One line, without its end."""
    return json.dumps(data(outcome, name), ensure_ascii=False, separators=(",", ":"))


def data(outcome: Outcome, name: str) -> dict[str, Any]:
    """The line as JSON-ready data; `name` is the schema's."""
    head = {"format": FORMAT, "schema": name}
    if isinstance(outcome, Failure):
        return {**head, "failed": failure_data(outcome)}
    article, extraction = outcome
    usage = extraction.usage
    return {
        **head,
        "article": {**article_data(article), "story": article.story, "language": article.language},
        "claims": [{"path": claim.path, **claim_data(claim)} for claim in extraction.claims],
        "rejected": [
            {"path": r.path, "value": plain(r.value), "reason": r.reason, "quotes": list(r.quotes)}
            for r in extraction.rejections
        ],
        "unread": [quote_data(quote) for quote in extraction.unread],
        "model": extraction.model,
        "usage": {
            "calls": usage.calls,
            "input": usage.input_tokens,
            "output": usage.output_tokens,
            "cost": None if usage.cost is None else str(usage.cost),
        },
    }


def loads(lines: Iterable[str], plan: Plan[Any], name: str, origin: str) -> Iterator[Outcome]:
    """The outcomes of a file's lines.

    Raises:
        InputError: names the line that is no extraction, or was made with another schema.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            item = json.loads(line)
            if item["format"] != FORMAT:
                raise ValueError(f"its format is {item['format']!r}, not {FORMAT!r}")
            if item["schema"] != name:
                raise ValueError(f"it was extracted with the schema {item['schema']!r}; pass --schema {item['schema']}")
            yield _outcome(item, plan)
        except (ValueError, KeyError, TypeError) as problem:
            said = f"it has no {problem}" if isinstance(problem, KeyError) else str(problem).splitlines()[0]
            raise InputError(f"{origin}:{number}: not a line that `summarizer extract` wrote: {said}") from None


def _outcome(item: dict[str, Any], plan: Plan[Any]) -> Outcome:
    if "failed" in item:
        return Failure(**item["failed"])
    given = item["article"]
    article = Article(
        given["id"], given["text"], given["title"], given["outlet"], given["url"],
        date.fromisoformat(given["published"]) if given["published"] else None, given["story"], given["language"],
    )  # fmt: skip
    claims = tuple(
        Claim(article.id, c["path"], plan.load(c["path"], c["value"]), _quotes(c["quotes"]), c["status"],
              tuple(c.get("notes", ())))
        for c in item["claims"]
    )  # fmt: skip
    rejections = tuple(
        Rejection(article.id, r["path"], r["value"], r["reason"], tuple(r["quotes"])) for r in item["rejected"]
    )
    usage = item["usage"]
    cost = None if usage["cost"] is None else Decimal(usage["cost"])
    spent = Usage(usage["calls"], usage["input"], usage["output"], cost)
    return article, Extraction(article.id, claims, rejections, _quotes(item["unread"]), item["model"], spent)


def _quotes(items: list[dict[str, Any]]) -> tuple[Quote, ...]:
    return tuple(Quote(q["text"], q["start"], q["end"], q.get("how", "exact"), q.get("occurrences", 1)) for q in items)
