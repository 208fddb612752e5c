"""Articles as JSON: one object, a list of objects, or one object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import IO, Any

from summarizer.errors import Unreadable
from summarizer.steps.decode import decode

Record = tuple[str, Mapping[str, Any] | Unreadable]
"""Where a record stood (a path, path:line, or path[number]), and what it says or why it can't be read."""

_LISTS = ("articles", "items", "documents", "data", "results", "records")
_TEXTS = ("text", "body", "content")
_BLANK = b"\xef\xbb\xbf \t\r\n"
_OBJECT_LINES = re.compile(r"\s*\{.*\}[ \t]*\n\s*\{")


def too_large(limit: int) -> Unreadable:
    return Unreadable(f"larger than {limit / 1_000_000:g} MB: too large for one article; for many, use .jsonl")


def lines(stream: IO[bytes], origin: str, limit: int, first: bytes = b"") -> Iterator[Record]:
    """JSON Lines, one record at a time; a bad line is reported with its number and the rest goes on."""
    number = 0
    line = first or stream.readline(limit + 1)
    while line:
        number += 1
        where = f"{origin}:{number}"
        if len(line) > limit:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limit)
            yield where, too_large(limit)
        elif line.strip(_BLANK):
            yield where, object_of(line)
        line = stream.readline(limit + 1)
    if not number:
        yield origin, Unreadable("it is empty")


def document(data: bytes, origin: str) -> Iterator[Record]:
    """A whole JSON file: an article, a list of them, or an object that holds the list under a usual name."""
    text = decode(data)
    try:
        found = _parsed(text)
    except Unreadable:
        if not _OBJECT_LINES.match(text):
            raise
        for number, line in enumerate(text.split("\n"), 1):  # JSON Lines under the name of .json
            if line.strip():
                yield f"{origin}:{number}", object_of(line.encode("utf-8", "replace"))
        return
    articles = _articles_in(found)
    if articles is None:
        yield origin, found
        return
    if not articles:
        raise Unreadable("the list holds no articles")
    for number, one in enumerate(articles):
        yield f"{origin}[{number}]", one if isinstance(one, dict) else Unreadable(f"not an object but {_kind(one)}")


def object_of(line: bytes) -> Mapping[str, Any] | Unreadable:
    """The JSON object on a line, or why there is none."""
    try:
        found = _parsed(decode(line))
    except Unreadable as error:
        return error
    return found if isinstance(found, dict) else Unreadable(f"not an object but {_kind(found)}")


def _articles_in(found: Any) -> list[Any] | None:
    """The list of articles; None for an object that is one article itself."""
    if isinstance(found, list):
        return found
    if not isinstance(found, dict):
        raise Unreadable(f"not an article: the file holds {_kind(found)}")
    if any(isinstance(found.get(name), str) for name in _TEXTS):
        return None
    return next((found[name] for name in _LISTS if isinstance(found.get(name), list)), None)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except RecursionError:
        raise Unreadable("the JSON is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise Unreadable(f"not valid JSON: {error.msg} (line {error.lineno}, column {error.colno})") from None
    except ValueError:  # the one thing left that Python refuses
        raise Unreadable("the JSON holds a number of thousands of digits") from None


def _kind(value: object) -> str:
    kinds = {list: "a list", str: "a string", bool: "true or false", type(None): "null"}
    return kinds.get(type(value), "a number")
