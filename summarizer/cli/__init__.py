"""The command line. Results go to standard output or files, everything else to standard error.

Exit codes: 0 all well; 1 nothing usable; 2 wrong usage; 3 written, but some articles failed (with --strict: or a
conflict or rejection is there); 130 interrupted.
"""

from __future__ import annotations

import sys

import typer

from summarizer.cli import digest, engine, schema, stories
from summarizer.cli.screen import fail
from summarizer.errors import SummarizerError, UsageError

app = typer.Typer(
    name="summarizer",
    help="Structured digests of the news: for every value who says so, in which words, and who says otherwise.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for commands in (digest, schema, stories, engine):
    commands.register(app)


def main() -> None:
    """The console script."""
    try:
        app()
    except SummarizerError as problem:
        fail(str(problem))
        sys.exit(2 if isinstance(problem, UsageError) else 1)
    except KeyboardInterrupt:
        fail("interrupted; nothing that was paid for is lost: run the same command again to go on")
        sys.exit(130)
