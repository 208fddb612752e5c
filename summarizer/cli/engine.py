"""The commands `doctor` and `ledger`: only arguments and words; the work is in `summarizer.model` and `.ledger`."""

from __future__ import annotations

import json
import os
import platform
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli import options
from summarizer.errors import SettingsError, SummarizerError, WriteError
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.domain import Usage
    from summarizer.ledger import Ledger
    from summarizer.model.providers import Endpoint

_LIBRARIES = ("openai", "instructor", "pydantic", "tenacity", "vcrpy")
_DAY = 86_400  # seconds

Probing = Annotated[bool, typer.Option("--probe", help="Try every mode with one tiny request each (paid).")]
Days = Annotated[float, typer.Option("--older-than", help="Days; answers and runs from before are deleted.")]
Out = Annotated[Path | None, typer.Option("--out", help="A file to write; without it, standard output.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command(name="doctor")(doctor)
    ledger = typer.Typer(help="The paid answers that are kept, and what became of every run.", no_args_is_help=True)
    ledger.command(name="show")(show)
    ledger.command(name="export")(export)
    ledger.command(name="prune")(prune)
    app.add_typer(ledger, name="ledger")


def doctor(
    model: options.ModelName = None,
    mode: options.ModeName = "auto",
    ledger: options.Ledger = None,
    timeout: options.Timeout = 90.0,
    probe: Probing = False,
) -> None:
    """Check the key, the address, the price and the ledger; with --probe, which mode the server supports."""
    from summarizer.model.providers import endpoint  # noqa: PLC0415  not for --help

    settings = Settings.from_environment(
        os.environ, model=model, mode=mode, timeout=timeout, ledger=options.ledger_path(ledger, False, None)
    )
    from importlib.metadata import version  # noqa: PLC0415 - 20 ms that other commands need not wait for

    _line("summarizer", f"{version('summarizer')} on Python {platform.python_version()}")
    _line("libraries", ", ".join(f"{name} {version(name)}" for name in _LIBRARIES))
    place = endpoint(settings, os.environ)
    _line("model", f"{place.model} at {place.base_url}")
    _line("mode", f"{place.mode}" + (" (chosen by provider)" if settings.mode == "auto" else ""))
    checks: list[tuple[str, Callable[[], str]]] = [
        ("price", lambda: _price(place, settings)),
        ("ledger", lambda: _ledger(settings)),
        ("key", lambda: _key(place, settings)),
    ]
    healthy = [_check(name, check) for name, check in checks]
    if probe and all(healthy):
        healthy.append(_probe(settings, place))
    raise typer.Exit(0 if all(healthy) else 1)


def _check(name: str, check: Callable[[], str]) -> bool:
    try:
        _line(name, check())
    except SummarizerError as problem:
        _line(name, f"PROBLEM: {problem}")
        return False
    return True


def _price(place: Endpoint, settings: Settings) -> str:
    from summarizer.model.prices import price_of  # noqa: PLC0415  not for --help

    price = price_of(place, settings)
    if price is None:
        return "unknown; state it with --price INPUT,OUTPUT where money is to be counted"
    million = 1_000_000
    return f"${price.input * million:.2f} per million input tokens, ${price.output * million:.2f} per million output"


def _key(place: Endpoint, settings: Settings) -> str:
    from summarizer.model.providers import key_for  # noqa: PLC0415  not for --help

    key_for(place, settings, os.environ)
    found = place.key_variable and os.environ.get(place.key_variable)
    return f"{place.key_variable} is set" if found else "none needed"


def _ledger(settings: Settings) -> str:
    with _opened(settings.ledger) as kept:
        kept.check_writable()
        counts = kept.counts()
    return f"{settings.ledger}: {counts.answers} answers, writable"


def _probe(settings: Settings, place: Endpoint) -> bool:
    import asyncio  # noqa: PLC0415 - 30 ms that other commands need not wait for

    from summarizer.domain import Usage  # noqa: PLC0415  not for --help
    from summarizer.model.probe import advice, probe  # noqa: PLC0415

    try:
        probes = asyncio.run(probe(settings, os.environ))
    except SummarizerError as problem:
        _line("probe", f"PROBLEM: {problem}")
        return False
    for one in probes:
        _line(f"  {one.mode}", "works" if one.works else f"doesn't work: {one.reason}")
    _line("paid", _worth(sum((one.usage for one in probes), Usage())))
    _line("advice", advice(probes, settings, place.mode))
    return any(one.works for one in probes)


def show(ledger: options.Ledger = None) -> None:
    """How many answers are kept, what they cost, and what became of the last runs."""
    with _opened(options.ledger_path(ledger, False, None), existing=True) as kept:
        counts = kept.counts()
        _line("ledger", f"{kept.path}")
        _line("answers", f"{counts.answers}, {_worth(counts.usage)}")
        if counts.oldest is not None and counts.newest is not None:
            _line("written", f"{_time(counts.oldest)} to {_time(counts.newest)}")
        for run in kept.runs(latest=10):
            states = ", ".join(f"{number} {state}" for state, number in sorted(run.states.items())) or "no articles"
            _line(f"run {run.id}", f"{_time(run.started)}{'' if run.ended else ', not finished'}: {states}")


def export(ledger: options.Ledger = None, out: Out = None) -> None:
    """Every answer as one JSON object a line: key, article, model, outcome, tokens, cost, time, the answer itself."""
    with _opened(options.ledger_path(ledger, False, None), existing=True) as kept:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in kept.export())
        if out is None:
            sys.stdout.writelines(lines)
        else:
            _write(out, lines)


def prune(older_than: Days, ledger: options.Ledger = None) -> None:
    """Delete what is older than so many days. What is deleted will be paid for again when it is asked again."""
    if older_than < 0:
        raise SettingsError(f"--older-than {older_than:g}: give the number of days, 0 or more")
    with _opened(options.ledger_path(ledger, False, None), existing=True) as kept:
        deleted = kept.prune(datetime.now(UTC).timestamp() - older_than * _DAY)
    _line("deleted", f"{deleted} answers")


def _opened(path: Path | None, existing: bool = False) -> Ledger:
    from summarizer.ledger import Ledger  # noqa: PLC0415  not for --help

    if path is None or (existing and not path.exists()):
        raise SettingsError(f"there is no ledger at {path}; name one with --ledger or SUMMARIZER_LEDGER")
    return Ledger.open(path)


def _write(path: Path, lines: Iterator[str]) -> None:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            file.writelines(lines)
        unfinished.replace(path)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise WriteError(f"{path} can't be written: {error.strerror}; choose another --out") from None


def _line(name: str, words: str) -> None:
    typer.echo(f"{name:<14}{words}")


def _worth(usage: Usage) -> str:
    money = "price unknown" if usage.cost is None else f"${usage.cost:.4f}"
    return f"{usage.input_tokens:,} tokens in, {usage.output_tokens:,} out, {money}"


def _time(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().strftime("%Y-%m-%d %H:%M")
