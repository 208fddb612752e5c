"""The command line. Results go to standard output or files, everything else to standard error.

Exit codes: 0 all well; 1 nothing usable; 2 wrong usage; 3 written, but some articles failed (with --strict: or a
conflict or rejection is there); 130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import typer

from summarizer.cli.digest import register as register_digest
from summarizer.cli.engine import register as register_engine
from summarizer.cli.schema import register as register_schema
from summarizer.cli.screen import fail
from summarizer.cli.stories import register as register_stories
from summarizer.errors import SummarizerError, UsageError

app = typer.Typer(
    name="summarizer",
    help="Structured digests of the news: for every value who says so, in which words, and who says otherwise.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for register in (register_digest, register_schema, register_stories, register_engine):
    register(app)


def main(arguments: Sequence[str] | None = None) -> None:
    """The console script; ends the process with the exit code."""
    try:
        app(None if arguments is None else list(arguments))
    except SummarizerError as problem:
        fail(str(problem))
        sys.exit(2 if isinstance(problem, UsageError) else 1)
    except KeyboardInterrupt:
        fail("interrupted; nothing that was paid for is lost: run the same command again to go on")
        sys.exit(130)
