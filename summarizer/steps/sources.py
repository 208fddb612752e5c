"""Where articles come from: files, folders and patterns, all found before the first of them is read."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from summarizer.errors import InputError

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """`origin`: the path as it was given (or found beneath a folder as given), or "-". `problem`: why it can't be
    read, where finding it has already shown that."""

    origin: str
    problem: str = ""


def find(sources: Sequence[str]) -> list[Source]:
    """Every file that `sources` name, once each: in the order given, folders and patterns sorted by name.

    Folders are walked to the bottom, links included, but never round in a circle; hidden files are left out, any other
    file is not: what can't be read is to be reported. Raises InputError for what isn't there at all.
    """
    if not sources:
        raise InputError("no articles given: name files, folders, patterns, or '-' for standard input")
    found: list[Source] = []
    seen: set[str] = set()
    for source in sources:
        for one in _expand(source):
            real = one.origin if one.origin == STDIN else os.path.realpath(one.origin)
            if real not in seen:
                seen.add(real)
                found.append(one)
    return found


def _expand(source: str) -> Iterable[Source]:
    if source == STDIN:
        return [Source(STDIN)]
    if not source or "\0" in source:
        raise InputError(f"{source!r} is not a path: name a file, a folder, a pattern, or '-' for standard input")
    if os.path.isdir(source):
        return _folder(source)
    if os.path.lexists(source):
        return [Source(source)]
    if glob.has_magic(source):
        return _pattern(source)
    raise InputError(f"{source}: no such file or folder; check the path (the working directory is {os.getcwd()})")


def _folder(path: str) -> list[Source]:
    try:
        os.listdir(path)
    except OSError as error:
        raise InputError(f"{path}: the folder can't be opened ({error.strerror}); check its permissions") from error
    files = list(_walk(path, frozenset()))
    if not files:
        raise InputError(f"{path}: the folder holds no files; put .txt, .md, .html, .json or .jsonl articles into it")
    return files


def _pattern(pattern: str) -> list[Source]:
    matches = sorted(glob.glob(pattern, recursive=True))
    # "**" matches a folder and, once more, everything beneath it: files alone say all there is
    files = [Source(match) for match in matches if not os.path.isdir(match)]
    if not files:
        files = [one for match in matches for one in _walk(match, frozenset())]
    if not files:
        raise InputError(f"{pattern}: no file matches; check the pattern, quoted so that the shell leaves it alone")
    return files


def _walk(folder: str, above: frozenset[str]) -> Iterator[Source]:
    real = os.path.realpath(folder)
    if real in above:  # a link that leads back up
        return
    try:
        with os.scandir(folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Source(folder, f"the folder can't be opened ({error.strerror})")
        return
    for entry in inside:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            yield from _walk(entry.path, above | {real})
        else:
            yield Source(entry.path)
