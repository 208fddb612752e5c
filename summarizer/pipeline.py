"""Articles in, one digest per story out: read, clean, extract, verify, group, merge, in this order.

Each article is asked once; what became of it is an `Outcome` (its extraction, or the failure that it ended in). What
follows the extraction costs nothing and can be repeated.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from summarizer.archive import Outcome
from summarizer.domain import Article, Digest, Extraction, Failure, Run
from summarizer.errors import ArticleError, LedgerError, ProviderError, SummarizerError
from summarizer.form import Form, Message
from summarizer.model.door import Answer, Model
from summarizer.plan import Plan, plan_for
from summarizer.progress import Progress, Stop
from summarizer.report import report
from summarizer.settings import Settings
from summarizer.steps.clean import clean
from summarizer.steps.extract import Limits, extract
from summarizer.steps.group import group
from summarizer.steps.merge import merge
from summarizer.steps.verify import verify
from summarizer.stories.corrections import Corrections
from summarizer.values.aliases import Aliases
from summarizer.values.money import unread
from summarizer.values.quotes import Locator

S = TypeVar("S", bound=BaseModel)

log = logging.getLogger(__name__)


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
    async with Model.open(settings) as model:
        outcomes = [o async for o in extract_each(articles, plan, model, settings, progress=progress, stop=stop)]
    return conclude(outcomes, plan, progress, stop, Matters(aliases, corrections))


async def extract_each(
    articles: Iterable[Article | Failure],
    plan: Plan[Any],
    model: Model,
    settings: Settings,
    *,
    progress: Progress,
    stop: Stop,
) -> AsyncIterator[Outcome]:
    """The outcome of every article, each as soon as it is there. Articles are taken from `articles` as places become
    free, so memory doesn't grow with their number.

    Raises:
        ProviderError: when nothing was answered before no later call could succeed; else `stop` holds its reason.
    """
    crew = _Crew(plan, model, settings, stop)
    progress.model = model.name
    source = iter(articles)
    try:
        for item in _until(source, stop):
            progress.started += 1
            crew.take(item)
            while crew.owes and (crew.owes >= settings.concurrency or not crew.ready.empty()):
                yield await crew.next(progress)
        progress.total = progress.started
        while crew.owes:
            yield await crew.next(progress)
        for item in source:  # only after a stop: nothing is left out of the count
            progress.started += 1
            left = item if isinstance(item, Failure) else Failure(item.id, "stopped", f"not asked: {stop.reason}")
            progress.count(left)
            yield left
    finally:
        await crew.dismiss()
    if crew.fatal and not progress.done:
        raise crew.fatal[0]


class _Crew:
    """The articles in hand: `owes` counts those taken and not yet given back, in whatever order they get ready."""

    def __init__(self, plan: Plan[Any], model: Model, settings: Settings, stop: Stop) -> None:
        self.plan, self.model, self.settings, self.stop = plan, model, settings, stop
        self.ready: asyncio.Queue[Outcome] = asyncio.Queue()
        self.tasks: set[asyncio.Task[None]] = set()
        self.fatal: list[SummarizerError] = []
        self.owes = 0

    def take(self, item: Article | Failure) -> None:
        self.owes += 1
        if isinstance(item, Failure):
            self.ready.put_nowait(item)
            return
        task = asyncio.create_task(self._examine(item))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def next(self, progress: Progress) -> Outcome:
        outcome = await self.ready.get()
        self.owes -= 1
        progress.count(outcome)
        progress.usage, progress.cached = self.model.usage, self.model.cached
        return outcome

    async def dismiss(self) -> None:
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def _examine(self, article: Article) -> None:
        try:
            outcome = await examine(article, self.plan, self.model, self.settings)
        except (ProviderError, LedgerError) as problem:
            self.fatal.append(problem)
            self.stop(str(problem))
            outcome = Failure(article.id, "stopped", str(problem))
        except Exception as problem:  # a fault of ours must not take the other articles with it
            log.exception("article %s", article.id)
            outcome = Failure(article.id, "internal error", f"{type(problem).__name__}: {problem}")
        self.ready.put_nowait(outcome)


def _until(source: Iterator[Article | Failure], stop: Stop) -> Iterator[Article | Failure]:
    """Items until the run is stopped; never takes one more than it gives."""
    while not stop.reason:
        item = next(source, None)
        if item is None:
            return
        yield item


async def examine(article: Article, plan: Plan[Any], model: Model, settings: Settings) -> Outcome:
    """One article, cleaned, asked, verified."""
    article = clean(article)
    locator = Locator(article.text)
    ask = partial(_ask, model, article.id)
    limits = Limits(settings.chunk_chars, settings.chunk_overlap, settings.ask_again)
    try:
        found = await extract(article, plan, ask, partial(verify, article, locator, plan), limits)
    except ArticleError as problem:
        return Failure(article.id, state(problem), str(problem))
    cited = [quote for claim in found.claims for quote in claim.quotes]
    return article, replace(found, unread=unread(article, cited))


async def _ask(model: Model, article: str, messages: Sequence[Message], form: Form) -> Answer:
    return await model.ask(messages, form, article)


def state(problem: ArticleError) -> str:
    """The one word for an article's end: "refused", "over budget", "rate limited"."""
    name = type(problem).__name__
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def conclude(
    outcomes: Iterable[Outcome],
    plan: Plan[S],
    progress: Progress,
    stop: Stop | None = None,
    matters: Matters | None = None,
) -> Digests[S]:
    """The free half: groups, merges, and counts."""
    matters = matters or Matters()
    articles: dict[str, Article] = {}
    extractions: dict[str, Extraction] = {}
    failed: list[Failure] = []
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failed.append(outcome)
        else:
            articles[outcome[0].id], extractions[outcome[0].id] = outcome
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


UNFINISHED = {"stopped", "over budget"}
"""Ends of articles that another run would ask."""


def digest_all(
    articles: dict[str, Article], extractions: dict[str, Extraction], plan: Plan[S], matters: Matters
) -> tuple[Digest[S], ...]:
    """A digest per story, in the stories' own order."""
    if not articles:
        return ()
    grouping = group(list(articles.values()), extractions, matters.corrections)
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
