"""The first step: articles from files, folders, patterns and standard input, one at a time."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import IO

from summarizer.domain import Article, Failure
from summarizer.errors import Unreadable
from summarizer.steps.formats import LINE_BY_LINE, records_of_file, records_of_stream
from summarizer.steps.record import article_of, content_hash, unread_date
from summarizer.steps.sources import STDIN, Source, find

LIMIT = 20_000_000
"""Bytes of a file that holds one article, or of a line of JSON Lines."""


@dataclass
class UnreadDates:
    """Days of publication that records give, but of which it can't be told which day is meant: how many, and the first
    as it is written there, with its place. Their articles are read as undated."""

    count: int = 0
    first: str = ""
    origin: str = ""

    def note(self, written: str, origin: str) -> None:
        if not self.count:
            self.first, self.origin = written, origin
        self.count += 1


def read(
    sources: Sequence[str],
    *,
    stdin: IO[bytes] | None = None,
    limit: int = LIMIT,
    unread_dates: UnreadDates | None = None,
) -> Iterator[Article | Failure]:
    """Every article that `sources` name, and a Failure (state "unreadable") for whatever holds none.

    `sources`: paths of files and folders (walked to the bottom, in order of name), patterns ("news/**/*.html"), or "-"
    for `stdin`. All are found at once, which raises InputError where one isn't there; files are opened and JSON Lines
    read one at a time as the iterator moves.

    Ids don't depend on the order of the sources or on the working directory: the id given in the file, else the file's
    name without its ending, else (of several in a file) a hash of the content. Files of one name, and records that were
    given the name of a file, get a hash of their content added; what is the same even then, a number. Only where two
    records were *given* the same id does it matter which comes first: that one keeps it.

    `unread_dates` is told, as the iterator moves, of dates that can't be read.
    """
    found = find(sources)
    return _articles(found, stdin, limit, unread_dates or UnreadDates())


def expected(sources: Sequence[str]) -> int | None:
    """How many articles and failures `read` will give; None where only reading shows it (JSON, standard input). Raises
    InputError as `read` does."""
    found = find(sources)
    open_ended = (*LINE_BY_LINE, ".json")
    if any(source.origin == STDIN or source.origin.lower().endswith(open_ended) for source in found):
        return None
    return len(found)


def _articles(
    found: list[Source], stdin: IO[bytes] | None, limit: int, unread_dates: UnreadDates
) -> Iterator[Article | Failure]:
    stems = Counter(_stem(source.origin) for source in found if not source.origin.lower().endswith(LINE_BY_LINE))
    taken: set[str] = set()
    for source in found:
        stem = _stem(source.origin)
        for one in _of_source(source, stdin, limit, unread_dates):
            if isinstance(one, Article):
                shared = stems[one.id] > (one.id == stem)
                one = _with_own_id(one, shared, taken)
                taken.add(one.id)
            yield one


def _of_source(
    source: Source, stdin: IO[bytes] | None, limit: int, unread_dates: UnreadDates
) -> Iterator[Article | Failure]:
    if source.problem:
        yield Failure(source.origin, "unreadable", source.problem)
        return
    if source.origin == STDIN:
        records = records_of_stream(stdin or sys.stdin.buffer, STDIN, limit)
    else:
        records = records_of_file(source.origin, limit)
    for origin, record in records:
        if isinstance(record, Unreadable):
            yield Failure(origin, "unreadable", str(record))
            continue
        try:
            article = article_of(record, origin, _stem(origin) if origin == source.origin else None)
        except Unreadable as error:
            yield Failure(origin, "unreadable", str(error))
            continue
        if article.published is None and (written := unread_date(record)):
            unread_dates.note(written, origin)
        yield article


def _stem(origin: str) -> str:
    return "stdin" if origin == STDIN else os.path.splitext(os.path.basename(origin))[0]


def _with_own_id(article: Article, shared: bool, taken: set[str]) -> Article:
    name = article.id
    if shared or name in taken:
        content = content_hash(article.text, article.url, article.published)
        if name not in (content, content_hash(article.text, article.url, None)):  # as when the address gave the day
            name = f"{name}-{content}"
    number, unique = 1, name
    while unique in taken:
        number += 1
        unique = f"{name}-{number}"
    return article if unique == article.id else replace(article, id=unique)
