"""Every article's outcome: cleaned, asked, verified; many at once, each given as soon as it is there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from hashlib import blake2b
from typing import Any

from summarizer.archive import Outcome
from summarizer.domain import Article, Failure
from summarizer.errors import ArticleError, LedgerError, ProviderError, SummarizerError
from summarizer.form import Form, Message
from summarizer.garbage import seldom_collected
from summarizer.model.door import Answer, Model
from summarizer.plan import Plan
from summarizer.progress import Progress, Stop
from summarizer.settings import Settings
from summarizer.steps.clean import clean
from summarizer.steps.extract import Limits, extract
from summarizer.verifier import Verifier, verifier

log = logging.getLogger(__name__)


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
    with seldom_collected():
        try:
            async with verifier(plan, settings.processes, crew.look_up) as crew.verifier:
                for item in _until(source, stop):
                    progress.started += 1
                    crew.take(item)
                    while crew.owes and (crew.busy or not crew.ready.empty()):
                        if outcome := await crew.next(progress):
                            yield outcome
                progress.total = progress.started
                while crew.owes:
                    if outcome := await crew.next(progress):
                        yield outcome
            for item in source:  # only after a stop: nothing is left out of the count
                progress.started += 1
                left = item if isinstance(item, Failure) else Failure(item.id, "skipped", f"not asked: {stop.reason}")
                progress.count(left)
                yield left
        finally:
            await crew.dismiss()
    if crew.fatal and not progress.done:
        raise crew.fatal[0]


_MOST_IN_HAND = 4  # times as many articles as may be asked about at once, when verifying is slower than asking


class _Crew:
    """The articles in hand: `owes` counts those taken and not yet given back, in whatever order they get ready."""

    verifier: Verifier

    def __init__(self, plan: Plan[Any], model: Model, settings: Settings, stop: Stop) -> None:
        self.plan, self.model, self.settings, self.stop = plan, model, settings, stop
        self.ready: asyncio.Queue[Outcome | None] = asyncio.Queue()
        self.tasks: set[asyncio.Task[None]] = set()
        self.fatal: list[SummarizerError] = []
        self.seen: dict[bytes, str] = {}
        self.owes = 0

    @property
    def busy(self) -> bool:
        """Whether as many articles are asked about as may be."""
        most = self.settings.concurrency
        return self.owes - self.verifier.waiting >= most or self.owes >= _MOST_IN_HAND * most

    def look_up(self) -> None:
        """Ends a wait for the next outcome without one: there is room for an article."""
        self.ready.put_nowait(None)

    def take(self, item: Article | Failure) -> None:
        self.owes += 1
        item = self._unless_seen(item)
        if isinstance(item, Failure):
            self.ready.put_nowait(item)
            return
        task = asyncio.create_task(self._examine(item))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    def _unless_seen(self, item: Article | Failure) -> Article | Failure:
        """An article that comes twice is one; the same text in another outlet is a copy, and counts as such."""
        if isinstance(item, Failure):
            return item
        known = repr((item.text, item.outlet, item.url, item.published, item.story)).encode("utf-8", "surrogatepass")
        first = self.seen.setdefault(blake2b(known, digest_size=16).digest(), item.id)
        return item if first == item.id else Failure(item.id, "duplicate", f"the same article as {first}")

    async def next(self, progress: Progress) -> Outcome | None:
        outcome = await self.ready.get()
        if outcome is None:
            return None
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
            outcome = await examine(article, self.plan, self.model, self.settings, self.verifier)
        except (ProviderError, LedgerError) as problem:
            self.fatal.append(problem)
            self.stop(str(problem))
            outcome = Failure(article.id, "skipped", str(problem))
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


async def examine(article: Article, plan: Plan[Any], model: Model, settings: Settings, verifier: Verifier) -> Outcome:
    """One article, cleaned, asked, verified."""
    article = clean(article)
    if len(article.text) > settings.max_article_chars:
        limit = f"the limit is {settings.max_article_chars:,} (max_article_chars); split it into its articles"
        return Failure(article.id, "too long", f"{len(article.text):,} characters are no news article; {limit}")
    attempts: list[int] = []

    async def ask(messages: Sequence[Message], form: Form) -> Answer:
        answer = await model.ask(messages, form, article.id)
        attempts.append(answer.attempts)
        return answer

    limits = Limits(settings.chunk_chars, settings.chunk_overlap, settings.ask_again)
    try:
        found = await extract(article, plan, ask, partial(verifier.verify, article), limits)
    except ArticleError as problem:
        return Failure(article.id, state(problem), str(problem))
    return article, replace(found, retried=max(attempts) > 1)


def state(problem: ArticleError) -> str:
    """The one word for an article's end: "refused", "over budget", "rate limited"."""
    name = type(problem).__name__
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()
