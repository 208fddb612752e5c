"""Every word that is said to a model. The constant part comes first and is the same for every article of a schema, so
that providers' prompt caches work; the article travels in one block that its own text can't leave."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarizer.form import Message
from summarizer.plan import Plan

if TYPE_CHECKING:
    from summarizer.domain import Article
    from summarizer.plan import Answered

TASK = "Fill the form from the article alone; not said: null or []. Each value with 1-3 exact quotes that say it."


@lru_cache(maxsize=256)
def system(plan: Plan[Any]) -> Message:
    """The task and what each field means: the same for every article."""
    lines, told = [TASK], set[str]()
    for field in plan.fields.values():
        hints = [hint for hint in field.hints if hint.split(" ", 1)[-1] not in told and hint not in told]
        told.update(hints)  # how money is written is said once
        said = "; ".join(part for part in (field.description, *hints) if part)
        if said:
            lines.append(f"{field.name}: {said}")
    return Message("system", "\n".join(lines))


def article_block(article: Article, text: str) -> Message:
    """`text` (the article's, or a part of it) in its block."""
    date = f" published={article.published.isoformat()}" if article.published else ""
    return Message("user", f"<article{date}>\n{escape(text)}\n</article>")


def escape(text: str) -> str:
    """No text can close its own block; but for that tag it stands as it is, so that it can be quoted."""
    return text.replace("</article", "< /article").replace("</records", "< /records")


def ask(plan: Plan[Any], article: Article, text: str) -> tuple[Message, ...]:
    """The first question about an article."""
    return (system(plan), article_block(article, text))


def ask_again(
    plan: Plan[Any],
    first: Sequence[Message],
    answered: Sequence[Answered],
    complaints: Sequence[tuple[str, Any, str]],
) -> tuple[Message, ...]:
    """The second question: what was doubted, and why, in exact words. Only those fields are asked for."""
    doubted = sorted({path for path, _, _ in complaints})
    lines = [f"- {path} {_short(value)}: {why}" for path, value, why in complaints]
    correction = "\n".join(
        [
            "Not believed:",
            *lines,
            f"Give {_and(doubted)} again, whole. Copy quotes letter by letter; not said: null or [].",
        ]
    )
    given = json.dumps(_as_filled(plan, doubted, answered), ensure_ascii=False)
    return (*first, Message("assistant", given), Message("user", correction))


STORIES = (
    "Each line is the record of one news article. Which of them tell one and the same event? Two events of one "
    "company, or of one kind, are two. Put every number in exactly one event; say in `reason` which words decided."
)


def ask_stories(lines: Sequence[str]) -> tuple[Message, ...]:
    """Which of these records tell one event?"""
    records = "\n".join(escape(line) for line in lines)
    return (Message("system", STORIES), Message("user", f"<records>\n{records}\n</records>"))


def _as_filled(plan: Plan[Any], names: Sequence[str], answered: Sequence[Answered]) -> dict[str, Any]:
    """The fields as they stood in the form."""
    filled: dict[str, Any] = {}
    for name in names:
        field = plan.fields[name]
        values = [
            {**({"value": one.value} if field.wrapped else one.value), "quotes": list(one.quotes)}
            for one in answered
            if one.path == name
        ]
        filled[name] = values if field.many else values[0]
    return filled


def _short(value: Any, limit: int = 200) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= limit else text[:limit] + "…"


def _and(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
