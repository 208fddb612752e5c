"""Where the words that a model quotes stand in the article: letter by letter, but for typography, in parts, or aligned.

What is handed back is always the article's own wording with its offsets.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from summarizer.domain import Match, Quote
from summarizer.values.alignment import align, names_agree
from summarizer.values.money_reader import Mention, read
from summarizer.values.typography import Plain

_LONGEST = 20_000  # characters; nobody quotes more, and what is longer is refused unread
_LONGEST_ALIGNED = 1_000_000  # characters of an article; beyond it a quote must be exact but for typography
_MOST_OCCURRENCES = 1_000
_FARTHEST_PARTS = 1_500  # characters between two parts of one quote
_ELLIPSIS = re.compile(r" ?(?:\[ ?(?:\.{3}|…) ?\]|\( ?(?:\.{3}|…) ?\)|\.\s?\.\s?\.|…)[ .]*")
_EDGES = " '.,;:!?-()[]*_…"
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f]")


class Located(NamedTuple):
    """What became of the quotes of one value: their places, each once, and those that are not in the article."""

    found: tuple[Quote, ...]
    lost: tuple[str, ...]


class Locator:
    """Finds quotes in one article's text. Nothing is prepared before the first quote that is not found as it stands."""

    def __init__(self, text: str, language: str = "en") -> None:
        self.text = text
        self._language = language
        self._located: dict[str, tuple[Quote, ...]] = {}
        self._all_located: dict[tuple[str, ...], Located] = {}

    @cached_property
    def sums(self) -> tuple[Mention, ...]:
        """The sums of money in the whole text, in its order."""
        return read(self.text, self._language)

    def locate_all(self, quotes: tuple[str, ...]) -> Located:
        """The article's words for all quotes of a value."""
        located = self._all_located.get(quotes)
        if located is None:  # the same sentences often carry several values
            places = {quote: self.locate(quote) for quote in quotes}
            found = dict.fromkeys(place for quote in quotes for place in places[quote])
            lost = tuple(quote for quote in quotes if not places[quote])
            located = self._all_located[quotes] = Located(tuple(found), lost)
        return located

    def locate(self, quote: str) -> tuple[Quote, ...]:
        """The article's words for `quote`: one Quote, several for a quote with an ellipsis, none if it is not there.

        A quote begins and ends at word borders, and is widened where it would cut a sum of money ("$15" of
        "$15 billion") or the words that bound it ("up to").
        """
        found = self._located.get(quote)
        if found is None:  # one sentence often carries several values
            found = self._located[quote] = self._locate(quote)
        return found

    def _locate(self, quote: str) -> tuple[Quote, ...]:
        quote = quote.strip() if len(quote) <= _LONGEST else ""
        if not any(c.isalnum() for c in quote):
            return ()
        spans = list(_occurrences(self.text, quote))
        if spans:
            return (self._quote(spans, "exact"),)
        plain = Plain(quote).text.strip()
        stripped = plain.strip(_EDGES)
        if not stripped:
            return ()
        return self._typographic(stripped) or self._in_parts(plain) or self._aligned(stripped, quote)

    @cached_property
    def _plain(self) -> Plain:
        return Plain(self.text)

    def _quote(self, spans: list[tuple[int, int]], how: Match) -> Quote:
        start, end = self._whole_sums(*spans[0])
        return Quote(self.text[start:end], start, end, how, len(spans))

    def _whole_sums(self, start: int, end: int) -> tuple[int, int]:
        """The span, widened where an edge cuts a sum of money from its currency, its scale or the words that bound
        it."""
        for edge, widen in ((start, min), (end, max)):
            for mention in self.sums:
                if mention.said_from < edge < mention.said_to and start < mention.said_to and end > mention.said_from:
                    start, end = _wider(widen, start, end, (mention.said_from, mention.said_to))
        return start, end

    def _typographic(self, plain: str) -> tuple[Quote, ...]:
        spans = [self._plain.span(*span) for span in _occurrences(self._plain.text, plain)]
        return (self._quote(spans, "typography"),) if spans else ()

    def _in_parts(self, plain: str) -> tuple[Quote, ...]:
        parts = [p for p in (part.strip(_EDGES) for part in _ELLIPSIS.split(plain)) if any(c.isalnum() for c in p)]
        if len(parts) < 2:
            return self._typographic(parts[0]) if parts else ()
        for first in _occurrences(self._plain.text, parts[0]):
            spans = [first]
            for part in parts[1:]:
                after = spans[-1][1]
                there = next(_occurrences(self._plain.text, part, after, after + _FARTHEST_PARTS + len(part)), None)
                if there is None:
                    break
                spans.append(there)
            if len(spans) == len(parts):
                return tuple(self._quote([self._plain.span(*span)], "ellipsis") for span in spans)
        return ()

    def _aligned(self, plain: str, quote: str) -> tuple[Quote, ...]:
        if len(self.text) > _LONGEST_ALIGNED:
            return ()
        span = align(plain, self._plain.text)
        if span is None:
            return ()
        found = self._quote([self._plain.span(*span)], "fuzzy")
        return (found,) if names_agree(quote, found.text) else ()


def _occurrences(text: str, words: str, start: int = 0, stop: int | None = None) -> Iterator[tuple[int, int]]:
    """Where `words` stand in `text` between word borders, the first thousand at most."""
    place, tried = text.find(words, start, stop), 0
    while place >= 0 and tried < _MOST_OCCURRENCES:
        end = place + len(words)
        if _is_border(text, place) and _is_border(text, end):
            yield place, end
        tried += 1
        place = text.find(words, place + 1, stop)


def _is_border(text: str, at: int) -> bool:
    """Whether words may begin or end at `at`: not inside a word, a number ("1.2", "2015") or a letter and its marks."""
    if at <= 0 or at >= len(text):
        return True
    before, after = text[at - 1], text[at]
    if unicodedata.combining(after):
        return False
    if before.isalnum() and after.isalnum():
        return not (before.isdigit() and after.isdigit()) and bool(_UNSPACED.match(before) or _UNSPACED.match(after))
    if after.isdigit() and before in ".,":
        return at < 2 or not text[at - 2].isdigit()
    if before.isdigit() and after in ".,":
        return at + 1 >= len(text) or not text[at + 1].isdigit()
    return True


def _wider(widen: Callable[..., int], start: int, end: int, whole: tuple[int, int]) -> tuple[int, int]:
    return (min(start, whole[0]), end) if widen is min else (start, max(end, whole[1]))
