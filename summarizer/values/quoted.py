"""A quote as names are looked for in it: read once for all the names that are claimed of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

from summarizer.values.names import SHORT, Word, words

_LEADING = 6  # letters of a word that are compared before it is read whole


class Quoted(tuple[Word, ...]):
    """The words of a quote, or of a part of one, and what they are asked for again and again."""

    @cached_property
    def _by_leading(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for i, word in enumerate(self):
            for form in word.forms:
                found.setdefault(form[:_LEADING], []).append(i)
        return found

    def starting(self, beginnings: frozenset[str]) -> list[int]:
        """Where a word stands of which a spelling begins so; see `beginnings_of`."""
        there = self._by_leading
        known = beginnings.intersection(there)
        return sorted({i for leading in known for i in there[leading]}) if known else []

    @cached_property
    def capitals(self) -> list[int]:
        """Where the words stand that are written like a name."""
        return [i for i, word in enumerate(self) if word.capital]

    @cached_property
    def acronyms(self) -> list[int]:
        """Where the words stand that may be initials: "AWS", "AfDB"."""
        return [i for i in self.capitals if not self[i].raw[1:].islower()]

    @cached_property
    def headline(self) -> bool:
        """Most words begin with a capital, so capitals tell nothing."""
        long = [word for word in self if len(word.text) > 3]
        return len(long) >= 4 and sum(word.capital for word in long) >= 0.7 * len(long)


def read(quote: str) -> Quoted:
    """The words of a quote."""
    return _known(quote) if len(quote) <= SHORT else Quoted(words(quote))


@lru_cache(maxsize=256)
def _known(quote: str) -> Quoted:
    return Quoted(words(quote))


class Sought(NamedTuple):
    """A name to look for. `whole`: as one string, in all spellings; `longest` of them. `beginnings`: as of a word that
    such a string may begin with."""

    whole: frozenset[str]
    longest: int
    beginnings: frozenset[str]


def sought(whole: frozenset[str]) -> Sought:
    starts = (text[:size] for text in whole for size in range(1, _LEADING + 1))
    return Sought(whole, max(map(len, whole)), frozenset(starts))


def leading(forms: Iterable[str]) -> frozenset[str]:
    """Of words that are looked for themselves: what `starting` finds them by."""
    return frozenset(form[:_LEADING] for form in forms)
