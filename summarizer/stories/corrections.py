"""What a person says about the grouping, in a plain file that holds in every later run.

    # one correction a line; ids with blanks stand in "double quotes"
    join a b c              these articles tell one story
    split a b | c d         two stories (or more): the articles on each side of the bar
    apart a d               never in one story
    move x to y             x belongs to the story of y

Articles that a run doesn't hold are passed over, so that one file serves many runs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path

from summarizer.errors import SettingsError

_WORD = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Corrections:
    """`together`: groups of article ids. `apart`: pairs of ids. `moved`: article -> an article of its right story."""

    together: tuple[tuple[str, ...], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    moved: tuple[tuple[str, str], ...] = ()

    @property
    def articles(self) -> set[str]:
        """Ids that any correction names."""
        return {article for ids in (*self.together, *self.apart, *self.moved) for article in ids}

    @classmethod
    def load(cls, path: Path) -> Corrections:
        """Raises SettingsError, with the line, where the file can't be read, understood or obeyed."""
        try:
            text = path.read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path} can't be read ({error}): give a UTF-8 text file of corrections") from error
        return cls.parse(text, str(path))

    @classmethod
    def parse(cls, text: str, origin: str = "corrections") -> Corrections:
        """As `load`, of a text."""
        lines = _Lines(origin)
        for number, line in enumerate(text.splitlines(), 1):
            words = [quoted or plain for quoted, plain in _WORD.findall(line)]
            if words and not line.lstrip().startswith("#"):
                lines.read(number, words)
        lines.check()
        return cls(
            tuple(ids for _, ids in lines.together),
            tuple(pair for _, pair in lines.apart),
            tuple(move for _, move in lines.moved),
        )


@dataclass
class _Lines:
    """What was read, each with the number of its line."""

    origin: str
    together: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    apart: list[tuple[int, tuple[str, str]]] = field(default_factory=list)
    moved: list[tuple[int, tuple[str, str]]] = field(default_factory=list)

    def read(self, number: int, words: list[str]) -> None:
        verbs: dict[str, Callable[[int, list[str]], None]] = {
            "join": self._join,
            "split": self._split,
            "apart": self._apart,
            "move": self._move,
        }
        verb = verbs.get(words[0].lower())
        if verb is None:
            raise self._error(number, f"{words[0]!r} is no correction", "begin with join, split, apart or move")
        verb(number, words[1:])

    def _join(self, number: int, ids: list[str]) -> None:
        if len(ids) < 2:
            raise self._error(number, "join needs two articles", "write: join a b")
        self.together.append((number, tuple(ids)))

    def _apart(self, number: int, ids: list[str]) -> None:
        if len(set(ids)) < 2:
            raise self._error(number, "apart needs two articles", "write: apart a b")
        self.apart.extend((number, pair) for pair in combinations(ids, 2))

    def _split(self, number: int, words: list[str]) -> None:
        parts = [part.split("\n") for part in "\n".join(words).split("\n|\n")]
        if len(parts) < 2 or any(not word or word == "|" for part in parts for word in part):
            raise self._error(number, "split needs articles on both sides of a bar", "write: split a b | c d")
        self.together.extend((number, tuple(part)) for part in parts if len(part) > 1)
        self.apart.extend((number, pair) for one, other in combinations(parts, 2) for pair in product(one, other))

    def _move(self, number: int, words: list[str]) -> None:
        if len(words) != 3 or words[1].lower() != "to" or words[0] == words[2]:
            raise self._error(number, "move needs an article and one of its right story", "write: move x to y")
        self.moved.append((number, (words[0], words[2])))

    def check(self) -> None:
        """Corrections that can't all hold are an error, told at the later line."""
        groups = _Groups(ids for _, ids in self.together)
        moved = dict(move for _, move in self.moved)
        for number, (article, target) in self.moved:
            if moved[article] != target or groups.find(article) != article or article in groups.joined:
                raise self._error(number, f"{article!r} is joined or moved elsewhere too", "keep one of the lines")
            if _ends_in_circle(article, moved):
                raise self._error(number, f"{article!r} is moved in a circle", "leave out one of the moves")
        groups.add(move for _, move in self.moved)
        for number, (one, other) in self.apart:
            if groups.find(one) == groups.find(other):
                raise self._error(
                    number, f"{one!r} and {other!r} are kept apart here and joined elsewhere", "keep one of the two"
                )

    def _error(self, number: int, fact: str, way_out: str) -> SettingsError:
        return SettingsError(f"{self.origin}:{number}: {fact}: {way_out}")


def _ends_in_circle(article: str, moved: dict[str, str]) -> bool:
    seen = {article}
    while (article := moved.get(article, "")) in moved:
        if article in seen:
            return True
        seen.add(article)
    return article in seen


class _Groups:
    """Ids that are in one story by joins alone."""

    def __init__(self, groups: Iterable[tuple[str, ...]]) -> None:
        self._parent: dict[str, str] = {}
        self.joined: set[str] = set()
        self.add(groups)

    def add(self, groups: Iterable[tuple[str, ...]]) -> None:
        for ids in groups:
            self.joined.update(ids)
            for other in ids[1:]:
                a, b = sorted((self.find(ids[0]), self.find(other)))
                if a != b:
                    self._parent[b] = a

    def find(self, article: str) -> str:
        while article in self._parent:
            article = self._parent[article]
        return article
