"""A question about a doubtful group is asked once, and a bad answer changes nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from summarizer.domain import Article
from summarizer.errors import Unavailable
from summarizer.form import Form, Message
from summarizer.steps.ask_stories import ask_about
from summarizer.stories.doubt import Answer, LooseGroup

ARTICLES = {name: Article(name, f"{name} says something.", title=f"Title {name}") for name in "abc"}
LOOSE = LooseGroup((("a",), ("b", "c")), 0.01)


@dataclass
class Said:
    form: BaseModel


def answered(reply: dict[str, Any] | Exception) -> tuple[Answer | None, list[Sequence[Message]]]:
    asked: list[Sequence[Message]] = []

    async def ask(messages: Sequence[Message], form: Form) -> Said:
        asked.append(messages)
        if isinstance(reply, Exception):
            raise reply
        return Said(form.answer.model_validate(reply))

    return asyncio.run(ask_about(LOOSE, ARTICLES, {}, ask)), asked


def test_the_answer_says_which_clusters_are_one_event() -> None:
    answer, asked = answered({"events": [[1], [2, 3]], "reason": "other sums"})
    assert answer is not None
    assert answer.same == ((("a",), ("b", "c"), False),)
    assert answer.reason == "other sums"
    assert len(asked) == 1
    assert "1. no date | Title a" in asked[0][-1].content


def test_an_answer_that_leaves_a_record_out_is_none() -> None:
    assert answered({"events": [[1]], "reason": ""})[0] is None


def test_a_question_that_fails_is_none() -> None:
    assert answered(Unavailable("gone"))[0] is None
