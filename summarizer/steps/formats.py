"""From a source to records, by the ending of its name: text, Markdown, a web page, JSON, or JSON line by line."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from typing import IO

from summarizer.errors import Unreadable
from summarizer.steps.decode import decode, normalize
from summarizer.steps.front_matter import split_front_matter
from summarizer.steps.json_records import Record, document, lines, object_of, too_large
from summarizer.steps.markdown import plain
from summarizer.steps.web_page import article_in, decode_page, looks_like_page

_BLANK = b"\xef\xbb\xbf \t\r\n"


def records_of_file(path: str, limit: int) -> Iterator[Record]:
    """The records in a file. JSON Lines are read a line at a time, anything else whole, up to `limit` bytes."""
    ending = os.path.splitext(path)[1].lower()
    try:
        if ending not in _WHOLE and ending not in LINE_BY_LINE:
            raise Unreadable(f"files ending in {ending} are not read; use .txt, .md, .html, .json or .jsonl")
        with _opened(path) as stream:
            if ending in LINE_BY_LINE:
                yield from lines(stream, path, limit)
            else:
                yield from _WHOLE[ending](_all_of(stream, limit), path)
    except Unreadable as error:
        yield path, error
    except OSError as error:
        yield path, Unreadable(f"the file can't be read ({error.strerror or error})")


def records_of_stream(stream: IO[bytes], origin: str, limit: int) -> Iterator[Record]:
    """The records of standard input: JSON or JSON Lines by its first sign, a web page, or one article of plain text."""
    try:
        first = stream.readline(limit + 1)
        if first.lstrip(_BLANK).startswith(b"{") and not isinstance(object_of(first), Unreadable):
            yield from lines(stream, origin, limit, first)
            return
        data = first + stream.read(max(0, limit + 1 - len(first)))
        if len(data) > limit:
            raise too_large(limit)
        parse = document if data.lstrip(_BLANK)[:1] in (b"{", b"[") else _text
        yield from parse(data, origin)
    except Unreadable as error:
        yield origin, error
    except OSError as error:
        yield origin, Unreadable(f"it can't be read ({error.strerror or error})")


def _opened(path: str) -> IO[bytes]:
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise Unreadable("it is a pipe or a device, not a file; pipe its content to '-' instead")
    return open(path, "rb")


def _all_of(stream: IO[bytes], limit: int) -> bytes:
    if os.fstat(stream.fileno()).st_size > limit:
        raise too_large(limit)
    data = stream.read(limit + 1)
    if len(data) > limit:  # it grew, or is one of those files that say they are empty
        raise too_large(limit)
    return data


def _text(data: bytes, origin: str) -> Iterator[Record]:
    text = decode(data)
    if looks_like_page(text):
        yield from _page(data, origin)
        return
    keys, body = split_front_matter(normalize(text))
    yield origin, {**keys, "text": body}


def _markdown(data: bytes, origin: str) -> Iterator[Record]:
    keys, body = split_front_matter(normalize(decode(data)))
    heading, body = plain(body)
    yield origin, {"title": heading, **keys, "text": body}


def _page(data: bytes, origin: str) -> Iterator[Record]:
    yield origin, article_in(decode_page(data))


_WHOLE: dict[str, Callable[[bytes, str], Iterator[Record]]] = {
    ".txt": _text,
    ".text": _text,
    "": _text,
    ".md": _markdown,
    ".markdown": _markdown,
    ".html": _page,
    ".htm": _page,
    ".xhtml": _page,
    ".json": document,
}
LINE_BY_LINE = (".jsonl", ".ndjson")
