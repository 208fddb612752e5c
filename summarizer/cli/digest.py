"""`summarizer digest`, and its two halves: `extract` (paid) and `merge` (free, repeatable)."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from summarizer.cli import options as given
from summarizer.cli.screen import SHOWN, extracted, say, summarized
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.archive import Outcome
    from summarizer.cli.work import Work


def register(app: typer.Typer) -> None:
    app.command("digest")(given.with_settings(digest))
    app.command("extract")(given.with_settings(extract))
    app.command("merge")(merge)


def digest(
    sources: given.Sources,
    settings: Settings,
    schema: given.Schema = "investment",
    out: given.Out = None,
    format: given.Shape = "json",
    aliases: given.AliasFile = None,
    stories: given.StoriesFile = None,
    strict: given.Strict = False,
    no_text: given.NoText = False,
    ask_stories: Annotated[bool, typer.Option("--ask-stories", help="Put doubtful groups to the model.")] = False,
    retry_failed: given.RetryFailed = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Estimate calls, tokens and money; send nothing.")] = False,
    quiet: given.Quiet = False,
    verbose: given.Verbose = False,
) -> None:
    """Articles in, one digest per story out, as JSON."""
    from summarizer.cli.work import Work  # noqa: PLC0415 - imports what --help need not wait for

    work = Work(schema, settings, aliases=aliases, stories=stories, quiet=quiet, verbose=verbose)
    if dry_run:
        typer.echo(json.dumps(work.estimate(sources), indent=2))
        return
    outcomes: list[Outcome] = []
    work.extract(sources, outcomes.append, retry_failed=retry_failed)
    if ask_stories and not work.stop.reason:
        work.ask_stories(outcomes)
    _finish(work, outcomes, Output(out, format, text=not no_text), strict=strict)


def extract(
    sources: given.Sources,
    settings: Settings,
    schema: given.Schema = "investment",
    out: given.Out = None,
    retry_failed: given.RetryFailed = False,
    quiet: given.Quiet = False,
    verbose: given.Verbose = False,
) -> None:
    """The paid half: one line of JSON an article, as they come. `merge` reads them."""
    from summarizer.cli.work import Work, line_writer  # noqa: PLC0415 - imports what --help need not wait for
    from summarizer.domain import Failure  # noqa: PLC0415

    work = Work(schema, settings, quiet=quiet, verbose=verbose)
    failed: list[Failure] = []
    with line_writer(out) as write:

        def take(outcome: Outcome) -> None:
            write(work.line(outcome))
            if isinstance(outcome, Failure) and len(failed) < SHOWN:
                failed.append(outcome)

        work.extract(sources, take, retry_failed=retry_failed)
    if not quiet:
        for line in extracted(work.progress, failed):
            say(line)
    _leave(work, written=work.progress.done > 0, doubtful=False)


def merge(
    files: Annotated[list[str], typer.Argument(help="Files that `extract` wrote, or -.", show_default=False)],
    schema: given.Schema = "investment",
    out: given.Out = None,
    format: given.Shape = "json",
    aliases: given.AliasFile = None,
    stories: given.StoriesFile = None,
    strict: given.Strict = False,
    no_text: given.NoText = False,
    quiet: given.Quiet = False,
) -> None:
    """The free half: groups and merges what `extract` wrote. No call is made."""
    from summarizer.cli.work import Work  # noqa: PLC0415 - imports what --help need not wait for

    work = Work(schema, aliases=aliases, stories=stories, quiet=quiet)
    _finish(work, work.load(files), Output(out, format, text=not no_text), strict=strict)


@dataclass(frozen=True, slots=True)
class Output:
    """Where digests go, and how."""

    path: Path | None
    shape: Literal["json", "jsonl"]
    text: bool


def _finish(work: Work, outcomes: Iterable[Outcome], output: Output, *, strict: bool) -> None:
    """Writes the digests and leaves with the run's exit code."""
    from summarizer.cli.work import chunks  # noqa: PLC0415 - imports what --help need not wait for
    from summarizer.steps.write import write, write_stream  # noqa: PLC0415

    result = work.conclude(outcomes)
    pieces = chunks(result, output.shape, text=output.text)
    if output.path is None:
        write_stream(pieces, sys.stdout)
    else:
        write(pieces, output.path)
    if not work.quiet:
        for line in summarized(result):
            say(line)
    doubtful = any(digest.conflicts or digest.rejected for digest in result.digests)
    _leave(work, written=bool(result.digests), doubtful=strict and doubtful)


def _leave(work: Work, *, written: bool, doubtful: bool) -> None:
    """Raises typer.Exit with the code that the run deserves."""
    if work.stop.reason:
        say(f"summarizer: stopped: {work.stop.reason}; run the same command again to go on, nothing is paid for twice")
    if work.interrupted:
        raise typer.Exit(130)
    if not written:
        raise typer.Exit(1)
    if doubtful or work.progress.failed:
        raise typer.Exit(3)
