"""One run of the command line: the library's steps with progress, interruption and output around them."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Any

from summarizer import archive
from summarizer.archive import Outcome
from summarizer.cli.screen import progress_shown, say, say_unread
from summarizer.domain import Failure, Usage
from summarizer.errors import InputError, WriteError
from summarizer.extraction import extract_each
from summarizer.ledger import Ledger
from summarizer.model.door import Model
from summarizer.pipeline import Digests, Matters, ask_stories, conclude
from summarizer.plan import plan_for
from summarizer.progress import Progress, Stop
from summarizer.prompts import ask
from summarizer.registry import schema_named
from summarizer.report import FORMAT, digest_data, run_data
from summarizer.settings import Settings
from summarizer.steps.clean import clean
from summarizer.steps.extract import parts
from summarizer.steps.read import UnreadDates, expected, read
from summarizer.steps.write import write_stream
from summarizer.stories.corrections import Corrections
from summarizer.values.aliases import Aliases

if TYPE_CHECKING:
    from summarizer.stories.doubt import Answer as StoryAnswer


class Work:
    """What `digest`, `extract` and `merge` share. Raises UsageError for whatever can be known to be wrong before the
    first call."""

    def __init__(
        self,
        schema: str,
        settings: Settings | None = None,
        *,
        aliases: Path | None = None,
        stories: Path | None = None,
        quiet: bool = False,
        verbose: bool = False,
    ) -> None:
        self.plan = plan_for(schema_named(schema))
        self.name = schema
        self.settings = settings or Settings()
        self.aliases = Aliases.load(aliases) if aliases else None
        self.corrections = Corrections.load(stories) if stories else None
        self.quiet = quiet
        self.progress, self.stop = Progress(), Stop()
        self.interrupted = False
        self.answers: tuple[StoryAnswer, ...] = ()
        logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(name)s: %(message)s")
        logging.getLogger("summarizer").setLevel(logging.INFO if verbose else logging.CRITICAL)

    def extract(self, sources: Sequence[str], take: Callable[[Outcome], None], *, retry_failed: bool = False) -> None:
        """Gives every article's outcome to `take`, as they come, and writes it into the ledger. `retry_failed` asks
        anew what a model refused, cut off or answered wrongly in earlier runs."""
        with open_ledger(self.settings.ledger) as ledger:
            if ledger is not None and retry_failed:
                ledger.forget(name for name, (state, _) in ledger.states().items() if state not in WELL)
            asyncio.run(self._extract(sources, take, ledger))

    async def _extract(self, sources: Sequence[str], take: Callable[[Outcome], None], ledger: Ledger | None) -> None:
        self._listen()
        unread_dates = UnreadDates()
        articles = read(sources, stdin=sys.stdin.buffer, unread_dates=unread_dates)
        self.progress.total = expected(sources)
        run = ledger.begin(f"{self.name}, {self.settings.model}") if ledger else 0
        async with Model.open(self.settings, ledger) as model:
            each = extract_each(articles, self.plan, model, self.settings, progress=self.progress, stop=self.stop)
            with progress_shown(self.progress, quiet=self.quiet):
                async for outcome in each:
                    if ledger:
                        ledger.state(run, *state_of(outcome))
                    take(outcome)
            if ledger:
                ledger.end(run)
        if not self.quiet:
            say_unread(unread_dates)

    def ask_stories(self, outcomes: Sequence[Outcome]) -> None:
        """Puts groups that the texts leave in doubt to the model."""
        asyncio.run(self._ask_stories(outcomes))

    async def _ask_stories(self, outcomes: Sequence[Outcome]) -> None:
        async with Model.open(self.settings) as model:
            self.answers = (await ask_stories(outcomes, model, Matters(corrections=self.corrections))).answers
            self.progress.usage = self.progress.usage + model.usage
            self.progress.cached += model.cached

    def _listen(self) -> None:
        """Ctrl-C once: finish what is in flight. Twice: leave at once."""
        loop = asyncio.get_running_loop()

        def interrupt() -> None:
            loop.remove_signal_handler(signal.SIGINT)
            self.interrupted = True
            self.stop("interrupted")
            if not self.quiet:
                say(f"finishing {self.progress.in_flight} in flight; press Ctrl-C again to leave at once")

        loop.add_signal_handler(signal.SIGINT, interrupt)

    def estimate(self, sources: Sequence[str]) -> dict[str, Any]:
        """What a run would take, before anything is sent; what the ledger already holds costs nothing."""
        return asyncio.run(self._estimate(sources))

    async def _estimate(self, sources: Sequence[str]) -> dict[str, Any]:
        usage, articles, unreadable = Usage(), 0, 0
        async with Model.open(self.settings) as model:
            for item in read(sources, stdin=sys.stdin.buffer):
                if isinstance(item, Failure):
                    unreadable += 1
                    continue
                article = clean(item)
                articles += 1
                for text in parts(article.text, self.settings.chunk_chars, self.settings.chunk_overlap):
                    usage = usage + model.estimate(ask(self.plan, article, text), self.plan.form())
        return {
            "articles": articles,
            "unreadable": unreadable,
            "calls": usage.calls,
            "tokens": {"input": usage.input_tokens, "output": usage.output_tokens},
            "cost": None if usage.cost is None else float(usage.cost),
            "model": self.settings.model,
        }

    def load(self, files: Iterable[str]) -> list[Outcome]:
        """The outcomes that `extract` wrote. Raises InputError."""
        outcomes: list[Outcome] = []
        for name in files:
            for outcome in archive.loads(_lines(name), self.plan, self.name, name):
                outcomes.append(outcome)
                self.progress.count(outcome)
                if not isinstance(outcome, Failure):
                    self.progress.usage = self.progress.usage + outcome[1].usage
                    self.progress.model = outcome[1].model
        return outcomes

    def line(self, outcome: Outcome) -> str:
        return archive.dumps(outcome, self.name) + "\n"

    def conclude(self, outcomes: Iterable[Outcome]) -> Digests[Any]:
        """The digests of all outcomes."""
        matters = Matters(self.aliases, self.corrections, self.name, self.answers)
        return conclude(outcomes, self.plan, self.progress, self.stop, matters)


WELL = {"ok", "ok after retry", "duplicate"}
"""States of articles that need nothing more."""


@contextmanager
def open_ledger(path: Path | None) -> Iterator[Ledger | None]:
    """The ledger, where there is to be one."""
    if path is None:
        yield None
        return
    with Ledger.open(path) as ledger:
        yield ledger


def state_of(outcome: Outcome) -> tuple[str, str, str]:
    """(article, state, reason) for the ledger."""
    if isinstance(outcome, Failure):
        return outcome.article, outcome.state, outcome.reason
    article, extraction = outcome
    return article.id, "ok after retry" if extraction.retried else "ok", ""


def chunks(result: Digests[Any], shape: str, *, text: bool) -> Iterator[str]:
    """The output, a digest at a time, so that it is never in memory as a whole: one document, or a line a digest and a
    last one for the run."""
    head = {"format": FORMAT, "schema": result.schema, "model": result.run.model}
    if shape == "jsonl":
        for digest in result.digests:
            yield json.dumps({**head, **digest_data(digest, text=text)}, ensure_ascii=False) + "\n"
        yield json.dumps({**head, "run": run_data(result.run)}, ensure_ascii=False) + "\n"
        return
    yield _indented(head).removesuffix("\n}") + ',\n  "digests": ['
    for number, digest in enumerate(result.digests):
        yield (",\n" if number else "\n") + indent(_indented(digest_data(digest, text=text)), " " * 4)
    yield ("\n  ]" if result.digests else "]") + ',\n  "run": '
    yield indent(_indented(run_data(result.run)), "  ").lstrip() + "\n}\n"


def _indented(data: dict[str, Any]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)


@contextmanager
def line_writer(out: Path | None) -> Iterator[Callable[[str], None]]:
    """Writes lines as they come: to standard output, or beside `out`, which appears whole when all are written.

    Raises:
        WriteError: what was written so far is kept in the `.part` file, and what was paid for in the ledger.
    """
    if out is None:
        yield lambda line: write_stream([line], sys.stdout)
        return
    scratch = out.with_name(out.name + ".part")
    try:
        with open(scratch, "w", encoding="utf-8") as file:
            yield lambda line: write_stream([line], file)
        scratch.replace(out)
    except OSError as problem:
        raise WriteError(f"{out} can't be written ({problem.strerror}); choose another --out") from None


def _lines(name: str) -> Iterator[str]:
    if name == "-":
        yield from sys.stdin
        return
    try:
        with open(name, encoding="utf-8") as file:
            yield from file
    except (OSError, UnicodeDecodeError) as problem:
        raise InputError(f"{name} can't be read: {problem}; give a file that `summarizer extract` wrote") from None
