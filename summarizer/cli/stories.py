"""The commands `group` and `eval groups`: only arguments, files and words; the work is in `summarizer.stories`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli import options as given
from summarizer.cli.screen import counted, say, say_unread
from summarizer.errors import InputError

if TYPE_CHECKING:
    from summarizer.domain import Article, Failure
    from summarizer.stories.grouping import Grouping

State = Annotated[
    Path | None,
    typer.Option("--state", help="Build on the grouping saved here, if there is one, and save the new one here."),
]
Explained = Annotated[str | None, typer.Option("--explain", help="Only say why this article is where it is.")]


def register(app: typer.Typer) -> None:
    """Adds the commands to the application."""
    app.command("group")(group)
    evaluation = typer.Typer(help="Measure against a gold file.", no_args_is_help=True, rich_markup_mode=None)
    evaluation.command("groups")(groups)
    existing = next((sub.typer_instance for sub in app.registered_groups if sub.name == "eval"), None)
    if existing is None:
        app.add_typer(evaluation, name="eval")
    else:
        existing.command("groups")(groups)


def group(
    sources: given.Sources,
    out: given.Out = None,
    stories: given.StoriesFile = None,
    state: State = None,
    explain: Explained = None,
    quiet: given.Quiet = False,
) -> None:
    """Find which articles tell one story. No model, no network."""
    from summarizer.stories.corrections import Corrections  # noqa: PLC0415 - numpy and scipy, not for --help
    from summarizer.stories.grouping import group as group_articles  # noqa: PLC0415
    from summarizer.stories.memory import Memory  # noqa: PLC0415

    corrections = Corrections.load(stories) if stories else None
    memory = Memory.loads(_text(state), str(state)) if state and state.exists() else None
    articles, failures = _read(sources, quiet=quiet)
    if not articles:
        raise InputError(f"{', '.join(sources)}: no article can be read; give files, folders or JSON Lines of articles")
    grouping = group_articles(articles, existing=memory, corrections=corrections, processes=given.processors())
    if state:
        _write([grouping.memory.dumps()], state)
    if explain is not None:
        typer.echo("\n".join(grouping.explain(explain)))
    elif out:
        _write([json.dumps({"stories": [list(s.articles) for s in grouping.stories]}, ensure_ascii=False), "\n"], out)
    else:
        typer.echo("\n".join(_shown(grouping)))
    _say_failures(failures, quiet=quiet)


def _read(sources: Sequence[str], *, quiet: bool = False) -> tuple[list[Article], list[Failure]]:
    from summarizer.domain import Failure  # noqa: PLC0415 - imports what --help need not wait for
    from summarizer.steps.clean import clean  # noqa: PLC0415
    from summarizer.steps.read import UnreadDates, read  # noqa: PLC0415

    articles: list[Article] = []
    failures: list[Failure] = []
    unread_dates = UnreadDates()
    for item in read(sources, stdin=sys.stdin.buffer, unread_dates=unread_dates):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            articles.append(clean(item))
    if not quiet:
        say_unread(unread_dates)
    return articles, failures


def _shown(grouping: Grouping) -> Iterator[str]:
    for story in grouping.stories:
        yield f"{story.id}: {counted(len(story.articles), 'article')}"
        for article in story.articles:
            original = grouping.copies.copy_of.get(article)
            yield f"  {article}" + (f" (repeats text of {original})" if original else "")
        for reason in story.reasons:
            yield f"    {reason}"


def _say_failures(failures: Sequence[Failure], *, quiet: bool) -> None:
    """Some articles could not be read: exit code 3."""
    if not failures:
        return
    if not quiet:
        for failure in failures:
            say(f"{failure.article}: {failure.state}: {failure.reason}")
    raise typer.Exit(3)


def groups(
    gold: Annotated[
        Path, typer.Argument(help='{"stories": [["id", ...], ...]}, or JSON Lines of {"id", "story"}.', metavar="GOLD")
    ],
    answer: Annotated[
        Path | None, typer.Option("--answer", help="A grouping to measure, as `group --out` writes it.")
    ] = None,
    articles: Annotated[
        list[str] | None, typer.Option("--articles", help="Or articles to group now: files, folders, patterns.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The figures as JSON.")] = False,
) -> None:
    """How good a grouping is: B-cubed, pairwise F1, V-measure against a gold file."""
    from summarizer.stories.evaluation import evaluate, labels  # noqa: PLC0415 - not for --help
    from summarizer.stories.grouping import group as group_articles  # noqa: PLC0415

    true = _stories_of(gold)
    if answer is not None:
        found = _stories_of(answer)
    elif articles:
        found = labels(
            story.articles for story in group_articles(_read(articles)[0], processes=given.processors()).stories
        )
    else:
        raise typer.BadParameter("give --answer FILE or --articles ARTICLES: there is nothing to measure")
    scores = evaluate(found, true)
    if as_json:
        fields = ("articles", "precision", "recall", "f1", "pair_f1", "v_measure")
        typer.echo(json.dumps({name: getattr(scores, name) for name in fields}))
    else:
        typer.echo(
            f"{counted(scores.articles, 'article')}: B-cubed precision {scores.precision:.3f}, recall "
            f"{scores.recall:.3f}, F1 {scores.f1:.3f}; pairwise F1 {scores.pair_f1:.3f}; "
            f"V-measure {scores.v_measure:.3f}"
        )
    for name, ids in (("missing from the grouping", scores.missing), ("not in the gold file", scores.extra)):
        if ids:
            say(f"{counted(len(ids), 'article')} {name}, not scored: {', '.join(ids[:5])}{' ...' if ids[5:] else ''}")


def _stories_of(path: Path) -> dict[str, Any]:
    """Article id -> story, from either form of file."""
    from summarizer.stories.evaluation import labels  # noqa: PLC0415 - not for --help

    text = _text(path)
    try:
        data = json.loads(text)
        if "stories" in data:
            return labels([str(article) for article in story] for story in data["stories"])
    except ValueError:
        pass  # several lines, each JSON by itself
    try:
        rows = [json.loads(line) for line in text.splitlines() if line.strip()]
        return {str(row["id"]): str(row["story"]) for row in rows}
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(
            f'{path} is no grouping ({error!r}): give {{"stories": [["id", ...], ...]}} or lines of {{"id", "story"}}'
        ) from None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} can't be read ({error}): give a UTF-8 file") from None


def _write(chunks: Iterable[str], path: Path) -> None:
    from summarizer.steps.write import write  # noqa: PLC0415 - imports what --help need not wait for

    write(chunks, path)
