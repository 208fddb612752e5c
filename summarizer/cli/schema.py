"""`summarizer schema`: what a schema asks, its rules, what a digest of it looks like, and what is wrong with it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from summarizer.plan import FieldPlan


def register(app: typer.Typer) -> None:
    app.command("schema")(schema)


def schema(
    name: Annotated[str, typer.Argument(help="A built-in's name, my_schema.py:MyStory, or module:Class.")] = "",
    form: Annotated[bool, typer.Option("--form", help="Print what is sent to a model instead.")] = False,
) -> None:
    """Print a schema's fields and rules, and the JSON Schema of its digests. No call is made."""
    with _without_plugins():
        _print(name, form)


@contextmanager
def _without_plugins() -> Iterator[None]:
    """Pydantic's plugins watch validation, of which there is none here; looking for installed ones costs 15 ms."""
    before = os.environ.get("PYDANTIC_DISABLE_PLUGINS")
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
    try:
        yield
    finally:
        if before is None:
            del os.environ["PYDANTIC_DISABLE_PLUGINS"]
        else:
            os.environ["PYDANTIC_DISABLE_PLUGINS"] = before


def _print(name: str, form: bool) -> None:
    from summarizer.plan import plan_for  # noqa: PLC0415 - Pydantic costs 0.1 s that --help need not wait for
    from summarizer.registry import schema_named, schema_names  # noqa: PLC0415
    from summarizer.report import json_schema  # noqa: PLC0415

    if not name:
        for known in schema_names():
            typer.echo(known)
        return
    plan = plan_for(schema_named(name))
    if form:
        from summarizer.prompts import system  # noqa: PLC0415

        typer.echo(system(plan).content)
        typer.echo(json.dumps(plan.form().schema, separators=(",", ":")))
        return
    doc = (plan.schema.__doc__ or "").strip().splitlines()
    typer.echo(f"{name}: {doc[0] if doc else plan.schema.__name__}", err=True)
    for line in table([_row(field) for field in plan.fields.values()]):
        typer.echo(line, err=True)
    typer.echo(json.dumps(json_schema(plan), indent=2, ensure_ascii=False))


def _row(field: FieldPlan) -> tuple[str, str, str, str]:
    kind = getattr(field.type, "__name__", str(field.type))
    return field.name, f"list of {kind}" if field.many else kind, rule(field.rule), field.description


def rule(value: Any) -> str:
    """A rule as its author wrote it."""
    arguments = getattr(value, "by", ()) or getattr(value, "outlets", ())
    return f"{value.name}({', '.join(map(repr, arguments))})" if arguments else value.name


def table(rows: list[tuple[str, ...]]) -> list[str]:
    """Rows in columns, for a terminal of any width."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=False)] + [row[-1]] for row in rows]
    return [("  " + "  ".join(row)).rstrip() for row in padded]
