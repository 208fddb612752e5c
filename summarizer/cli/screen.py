"""What a person sees on standard error: errors in one line, progress on a terminal, a summary at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from summarizer.domain import Failure, Usage
    from summarizer.pipeline import Digests
    from summarizer.progress import Progress
    from summarizer.steps.read import UnreadDates

SHOWN = 10


def say(text: str) -> None:
    """A line on standard error."""
    typer.echo(text, err=True)


def fail(text: str) -> None:
    """An error, in one line."""
    say("summarizer: " + " ".join(text.split()))


@contextmanager
def progress_shown(progress: Progress, *, quiet: bool) -> Iterator[None]:
    """A live line while standard error is a terminal; nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console  # noqa: PLC0415 - 0.1 s that only a terminal needs
    from rich.live import Live  # noqa: PLC0415

    class Line:
        def __rich__(self) -> str:
            return progress_line(progress)

    with Live(Line(), console=Console(stderr=True), refresh_per_second=5, transient=True):
        yield


def progress_line(progress: Progress) -> str:
    """Done, failed, in flight, tokens, money so far, time left."""
    ended = progress.ended
    total = f" of {progress.total}" if progress.total is not None else ""
    parts = [f"{progress.done}{total} done"]
    if progress.failed:
        parts.append(f"{progress.failed} failed")
    parts.append(f"{progress.in_flight} in flight")
    parts.append(money(progress.usage))
    if progress.total and ended and ended < progress.total:
        left = progress.seconds / ended * (progress.total - ended)
        parts.append(f"about {duration(left)} left")
    else:
        parts.append(duration(progress.seconds))
    return ", ".join(parts)


def summarized(result: Digests[Any]) -> Iterator[str]:
    """The lines that end a run."""
    run = result.run
    conflicts = sum(len(digest.conflicts) for digest in result.digests)
    rejected = sum(len(digest.rejected) for digest in result.digests)
    failed = f", {len(run.failed)} failed" if run.failed else ""
    yield (
        f"{counted(run.articles, 'article')}: {run.ok} ok{failed}. {counted(len(result.digests), 'digest')}, "
        f"{counted(conflicts, 'conflict')}, {counted(rejected, 'rejected value')}. "
        f"{_paid(run.usage, run.cached, run.seconds)}"
    )
    yield from _failures(run.failed[:SHOWN], len(run.failed), "under run.failed")


def extracted(progress: Progress, first_failed: Sequence[Failure]) -> Iterator[str]:
    """The lines that end an extraction, which keeps no more than the first failures."""
    ill = ((progress.failed, "failed"), (progress.duplicates, "duplicate"))
    ends = [f"{progress.done:,} ok", *(f"{number:,} {what}" for number, what in ill if number)]
    paid = _paid(progress.usage, progress.cached, progress.seconds)
    yield f"{counted(progress.ended, 'article')}: {', '.join(ends)}. {paid}"
    yield from _failures(first_failed, progress.failed + progress.duplicates, "each on its own line")


def _paid(usage: Usage, cached: int, seconds: float) -> str:
    unpaid = f" ({cached} answered without paying)" if cached else ""
    return f"{counted(usage.calls, 'call')}{unpaid}, {money(usage)}, {duration(seconds)}."


def _failures(shown: Sequence[Failure], number: int, where: str) -> Iterator[str]:
    for failure in shown:
        yield f"  {failure.article}: {failure.state}: {failure.reason}"
    if number > len(shown):
        yield f"  and {number - len(shown)} more, all named in the output {where}"


def counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def say_unread(dates: UnreadDates) -> None:
    """That dates were left out, if any were."""
    if dates.count:
        are = "date is" if dates.count == 1 else "dates are"
        say(
            f'{dates.count:,} {are} not used, as "{dates.first[:40]}" ({dates.origin}): it can\'t be told which day is '
            "meant; write days as 2025-04-03"
        )


def money(usage: Usage) -> str:
    """Tokens and dollars: "12,345 tokens, $0.0123"."""
    cost = "price unknown" if usage.cost is None else f"${usage.cost:.4f}"
    return f"{usage.input_tokens + usage.output_tokens:,} tokens, {cost}"


def duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
