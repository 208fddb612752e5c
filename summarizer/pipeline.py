"""Articles in, one digest per story out: read, clean, extract, verify, group, merge, in this order.

Each article is asked once; what became of it is an `Outcome` (its extraction, or the failure that it ended in). What
follows the extraction costs nothing and can be repeated, but for questions about doubtful stories, off by default.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from summarizer.archive import Outcome
from summarizer.domain import Article, Digest, Extraction, Failure, Run
from summarizer.extraction import extract_each
from summarizer.form import Form, Message
from summarizer.model.door import Answer, Model
from summarizer.plan import Plan, plan_for
from summarizer.progress import Progress, Stop
from summarizer.report import report
from summarizer.settings import Settings
from summarizer.steps.group import group
from summarizer.steps.merge import merge
from summarizer.values.aliases import Aliases

if TYPE_CHECKING:
    from summarizer.stories.corrections import Corrections
    from summarizer.stories.doubt import Answer as StoryAnswer

S = TypeVar("S", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Digests(Generic[S]):
    """What a run gives: a digest per story, and what became of every article."""

    digests: tuple[Digest[S], ...]
    run: Run
    schema: str
    stopped: str = ""  # why the run ended before its last article, or nothing

    def data(self, *, text: bool = True) -> dict[str, Any]:
        """The published shape `summarizer.digests/1`, ready for JSON."""
        return report(self.schema, self.digests, self.run, text=text)


@dataclass(frozen=True, slots=True)
class Matters:
    """What a person has decided about the matter at hand: which names are one, which articles belong together; and the
    schema's name for the output."""

    aliases: Aliases | None = None
    corrections: Corrections | None = None
    schema: str = ""
    answers: tuple[StoryAnswer, ...] = ()  # what a model said of groups that the texts leave in doubt


def summarize(
    articles: Iterable[Article | Failure],
    schema: type[S],
    settings: Settings | None = None,
    *,
    aliases: Aliases | None = None,
    corrections: Corrections | None = None,
) -> Digests[S]:
    """One digest per story that the articles tell; each `digest.record` is of the class `schema`.

    `articles` may hold failures (as `read` yields them); they are reported. Must not be called from a running event
    loop: there, await `summarize_async`.

    Raises:
        UsageError: a schema or setting that can't be used; nothing was paid for.
        ProviderError: no key, unknown model, and the like, before any article was answered.
    """
    return asyncio.run(summarize_async(articles, schema, settings, aliases=aliases, corrections=corrections))


async def summarize_async(
    articles: Iterable[Article | Failure],
    schema: type[S],
    settings: Settings | None = None,
    *,
    aliases: Aliases | None = None,
    corrections: Corrections | None = None,
) -> Digests[S]:
    """As `summarize`, awaited."""
    plan = plan_for(schema)
    settings = settings or Settings()
    progress, stop = Progress(), Stop()
    matters = Matters(aliases, corrections)
    async with Model.open(settings) as model:
        outcomes = [o async for o in extract_each(articles, plan, model, settings, progress=progress, stop=stop)]
        if settings.ask_stories:
            matters = await ask_stories(outcomes, model, matters)
            progress.usage, progress.cached = model.usage, model.cached
    return conclude(outcomes, plan, progress, stop, matters)


async def ask_stories(outcomes: Iterable[Outcome], model: Model, matters: Matters) -> Matters:
    """Puts groups that the texts leave in doubt to the model, one question a group, at most 0.15 an article. A question
    that fails leaves its group as the texts have it."""
    from summarizer.steps.ask_stories import ask_about  # noqa: PLC0415 - brings scipy, which few runs need so early

    articles, extractions, _ = sorted_out(outcomes)
    if not articles:
        return matters
    loose = group(list(articles.values()), extractions, matters.corrections).doubtful()

    async def ask(messages: Sequence[Message], form: Form) -> Answer:
        return await model.ask(messages, form, "stories")

    asked = await asyncio.gather(*(ask_about(one, articles, extractions, ask) for one in loose))
    return replace(matters, answers=tuple(answer for answer in asked if answer))


def sorted_out(
    outcomes: Iterable[Outcome],
) -> tuple[dict[str, Article], dict[str, Extraction], list[Failure]]:
    """Articles and extractions by id, and the failures."""
    articles: dict[str, Article] = {}
    extractions: dict[str, Extraction] = {}
    failed: list[Failure] = []
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failed.append(outcome)
        else:
            articles[outcome[0].id], extractions[outcome[0].id] = outcome
    return articles, extractions, failed


def conclude(
    outcomes: Iterable[Outcome],
    plan: Plan[S],
    progress: Progress,
    stop: Stop | None = None,
    matters: Matters | None = None,
) -> Digests[S]:
    """The free half: groups, merges, and counts."""
    matters = matters or Matters()
    articles, extractions, failed = sorted_out(outcomes)
    digests = digest_all(articles, extractions, plan, matters)
    unfinished = any(failure.state in UNFINISHED for failure in failed)
    if unfinished:
        digests = tuple(replace(digest, partial=True) for digest in digests)
    run = Run(
        articles=len(articles) + len(failed),
        ok=len(articles),
        failed=tuple(sorted(failed, key=lambda failure: (failure.article, failure.state, failure.reason))),
        usage=progress.usage,
        seconds=progress.seconds,
        model=progress.model,
        cached=progress.cached,
    )
    return Digests(digests, run, matters.schema or plan.name, stop.reason if stop else "")


UNFINISHED = {"skipped", "over budget"}
"""Ends of articles that another run would ask."""


def digest_all(
    articles: dict[str, Article], extractions: dict[str, Extraction], plan: Plan[S], matters: Matters
) -> tuple[Digest[S], ...]:
    """A digest per story, in the stories' own order."""
    if not articles:
        return ()
    grouping = group(list(articles.values()), extractions, matters.corrections, matters.answers)
    return tuple(
        merge(
            story,
            [articles[one] for one in story.articles],
            [extractions[one] for one in story.articles],
            plan,
            grouping.copies,
            matters.aliases,
        )
        for story in grouping.stories
    )
