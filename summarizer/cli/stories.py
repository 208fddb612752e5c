"""The commands `group` and `eval groups`: only arguments, files and words; the work is in `summarizer.stories`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from summarizer.domain import Article
from summarizer.errors import InputError


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command(name="group")(group_command)


def group_command(
    articles: Annotated[Path, typer.Argument(help="JSONL: one {id, title, text, date} a line.")],
    out: Annotated[Path | None, typer.Option(help="Write {stories: [[id, ...], ...]} here.")] = None,
) -> None:
    """Find which articles tell one story. No model, no network."""
    from summarizer.stories.grouping import group  # noqa: PLC0415 - numpy and scipy, not for --help

    grouping = group(list(_read(articles)))
    answer = {"stories": [list(story.articles) for story in grouping.stories]}
    text = json.dumps(answer, ensure_ascii=False) + "\n"
    if out is None:
        typer.echo(text, nl=False)
        return
    part = out.with_name(out.name + ".part")
    part.write_text(text, encoding="utf-8")
    part.replace(out)


def _read(path: Path) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                try:
                    row = json.loads(line)
                    day = row.get("date")
                    yield Article(
                        id=str(row["id"]),
                        text=row.get("text") or "",
                        title=row.get("title"),
                        published=date.fromisoformat(str(day)[:10]) if day else None,
                        story=row.get("story"),
                        origin=f"{path}:{number}",
                    )
                except (ValueError, KeyError, TypeError) as error:
                    raise InputError(f"{path}:{number} is not an article ({error}): one JSON object a line") from error
