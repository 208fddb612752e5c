"""Options that several commands share, each described once."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from functools import wraps
from inspect import Signature, signature
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from summarizer.errors import SettingsError
from summarizer.settings import Mode, Settings

Sources = Annotated[
    list[str], typer.Argument(help="Files, folders, patterns, or - for standard input.", show_default=False)
]
Schema = Annotated[str, typer.Option("--schema", help="A built-in's name, my_schema.py:MyStory, or module:Class.")]
ModelName = Annotated[
    str | None, typer.Option("--model", help="provider/model; any OpenAI-compatible server behind OPENAI_BASE_URL.")
]
ModeName = Annotated[Mode, typer.Option("--mode", help="How answers are made to fit: see `doctor --probe`.")]
Out = Annotated[Path | None, typer.Option("--out", help="A file to write; without it, standard output.")]
Shape = Annotated[Literal["json", "jsonl"], typer.Option("--format", help="One JSON document, or one digest a line.")]
Record = Annotated[Path | None, typer.Option("--record", help="Keep every request and answer in this cassette.")]
Replay = Annotated[Path | None, typer.Option("--replay", help="Answer from this cassette; no key, no network.")]
Ledger = Annotated[Path | None, typer.Option("--ledger", help="Where paid answers are kept.", show_default=False)]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Neither read nor write the ledger.")]
Concurrency = Annotated[int, typer.Option("--concurrency", help="Requests in flight, at most.")]
Processes = Annotated[
    int | None,
    typer.Option(
        "--processes", help="All but one verify answers. Default: 1, or 3 from 32 in flight.", show_default=False
    ),
]
Rpm = Annotated[int | None, typer.Option("--rpm", help="Requests a minute, at most.")]
Tpm = Annotated[int | None, typer.Option("--tpm", help="Tokens a minute, at most.")]
Timeout = Annotated[float, typer.Option("--timeout", help="Seconds for one attempt.")]
MaxCost = Annotated[str | None, typer.Option("--max-cost", help="US dollars that the run may spend.")]
MaxTokens = Annotated[int | None, typer.Option("--max-tokens", help="Tokens that the run may spend.")]
Price = Annotated[str | None, typer.Option("--price", help="Dollars per million tokens: input,output.")]
AskAgain = Annotated[int, typer.Option("--ask-again", help="Times that a doubted value is asked for again.")]
RetryFailed = Annotated[bool, typer.Option("--retry-failed", help="Ask anew what was refused, cut off or invalid.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no summary.")]
Verbose = Annotated[bool, typer.Option("--verbose", "-v", help="The log on standard error.")]
AliasFile = Annotated[Path | None, typer.Option("--aliases", help="aliases.toml: names that are one, or apart.")]
StoriesFile = Annotated[Path | None, typer.Option("--stories", help="Corrections of the grouping.")]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 3 when a conflict or a rejection is there.")]
NoText = Annotated[bool, typer.Option("--no-text", help="Leave the articles' text out.")]


def settings(
    model: ModelName = None,
    mode: ModeName = "auto",
    record: Record = None,
    replay: Replay = None,
    ledger: Ledger = None,
    no_cache: NoCache = False,
    concurrency: Concurrency = 16,
    processes: Processes = None,
    rpm: Rpm = None,
    tpm: Tpm = None,
    timeout: Timeout = 90.0,
    max_cost: MaxCost = None,
    max_tokens: MaxTokens = None,
    price: Price = None,
    ask_again: AskAgain = 1,
) -> Settings:
    """Settings from the options; what is None keeps its default or comes from the environment."""
    known: dict[str, Any] = {
        "model": model, "mode": mode, "record": record, "replay": replay, "concurrency": concurrency, "rpm": rpm,
        "tpm": tpm, "timeout": timeout, "max_tokens": max_tokens, "ask_again": ask_again,
        "processes": processes or _processes(concurrency),
        "ledger": ledger_path(ledger, no_cache, replay),
        "max_cost": None if max_cost is None else _dollars(max_cost, "--max-cost"),
        "price": None if price is None else _price(price),
    }  # fmt: skip
    return Settings.from_environment(os.environ, **{name: value for name, value in known.items() if value is not None})


_MANY_IN_FLIGHT = 32  # fewer hardly keep one processor busy


def _processes(concurrency: int) -> int:
    return 3 if concurrency >= _MANY_IN_FLIGHT and processors() > 1 else 1


def processors() -> int:
    """How many this process may use; 1 where forks of it are not safe, which is anywhere but on Linux."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """The command with all options of `settings` among its own; its parameter `settings` gets what they make."""
    own = [p for p in signature(command, eval_str=True).parameters.values() if p.name != "settings"]
    shared = list(signature(settings, eval_str=True).parameters.values())

    @wraps(command)
    def wrapped(**given: Any) -> None:
        made = settings(**{parameter.name: given.pop(parameter.name) for parameter in shared})
        command(**given, settings=made)

    wrapped.__signature__ = Signature([*own, *shared])  # type: ignore[attr-defined]
    wrapped.__annotations__ = {parameter.name: parameter.annotation for parameter in (*own, *shared)}
    del wrapped.__wrapped__
    return wrapped


def ledger_path(given: Path | None, no_cache: bool, replay: Path | None) -> Path | None:
    """Where paid answers are kept: --ledger, SUMMARIZER_LEDGER, or the user's cache folder. A replay needs none."""
    if no_cache or replay is not None:
        return None
    if given is not None:
        return given
    if named := os.environ.get("SUMMARIZER_LEDGER"):
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "summarizer" / "ledger.sqlite3"


def _price(text: str) -> tuple[Decimal, Decimal]:
    parts = text.split(",")
    if len(parts) != 2:
        raise SettingsError(f"--price {text}: give dollars per million tokens as input,output, for example 0.4,1.6")
    return _dollars(parts[0], "--price"), _dollars(parts[1], "--price")


def _dollars(text: str, option: str) -> Decimal:
    try:
        value = Decimal(text.strip().removeprefix("$"))
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite():
        raise SettingsError(f"{option} {text}: not an amount of dollars; write it as 2.50")
    return value
