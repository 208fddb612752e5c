"""One question to a model about a group of articles that the texts leave in doubt: which of them tell one event?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Protocol

from pydantic import BaseModel, ConfigDict

from summarizer import prompts
from summarizer.domain import Article, Extraction
from summarizer.errors import ArticleError
from summarizer.form import Form, Message
from summarizer.lean import lean
from summarizer.stories.doubt import Answer, LooseGroup, answer_of, question_lines


class Events(BaseModel):
    """The numbers of the records, event by event."""

    model_config = ConfigDict(extra="forbid")

    reason: str
    events: list[list[int]]


FORM = Form("events", Events, lean(Events.model_json_schema()))


class Filled(Protocol):
    """What a model answered."""

    @property
    def form(self) -> BaseModel: ...


Ask = Callable[[Sequence[Message], Form], Awaitable[Filled]]


async def ask_about(
    loose: LooseGroup, articles: Mapping[str, Article], extractions: Mapping[str, Extraction], ask: Ask
) -> Answer | None:
    """The model's answer as a signal for the grouping; None where it could not be had or contradicts itself."""
    try:
        filled = (await ask(prompts.ask_stories(question_lines(loose, articles, extractions)), FORM)).form
    except ArticleError:
        return None
    if not isinstance(filled, Events):
        return None
    try:
        return answer_of(loose, filled.events, filled.reason)
    except ValueError:
        return None
