"""What grouping keeps of an article: its words, names and numbers in small, and when it is from.

A fingerprint is all that is compared, so a saved grouping can take in new articles without the old texts.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
from numpy.typing import NDArray

from summarizer import publication
from summarizer.domain import Article
from summarizer.stories import background
from summarizer.stories.forks import ALONE, Forks

LEAD = 60
"""News says what happened first: this many content words (the title's included) are the article's lead."""

TOP = 400
"""Characters in which an article names the sum that it is about."""

_TOKEN = re.compile(r"\w[\w'’]*(?:[.,]\d+)*")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,}")
_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω"
_RUN = re.compile(rf"[{_CAPITAL}][\w’'&-]*(?:[ \u00a0]+[{_CAPITAL}][\w’'&-]*)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]|\n)[\s“\"‘'(]*$")
_DIGITS = r"([0-9][0-9]*(?:,[0-9]{3})*(?:\.[0-9]+)?)"  # [0-9] first: a search for it is ten times faster
_UNIT = r"(trillion|billion|million|thousand|tn|bn|mn|m|b|k|percent|per cent|%)(?![^\W\d_])"
_NUMBER = re.compile(rf"{_DIGITS}(?:[ \u00a0-]?{_UNIT})?", re.IGNORECASE)
_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b(?:Rmb|Ksh|Rs|USD|EUR|GBP)\.?)\s?$", re.IGNORECASE)
_CURRENCY_AFTER = re.compile(r"[ \u00a0-](?:dollar|euro|pound|yuan|yen|rupee|ro?uble|peso|franc)", re.IGNORECASE)
_SCALES = {"trillion": 1e12, "tn": 1e12, "billion": 1e9, "bn": 1e9, "b": 1e9, "million": 1e6, "mn": 1e6, "m": 1e6}
_SCALES |= {"thousand": 1e3, "k": 1e3}
_LONGEST_NAME = 4
_AT_ONCE = 500  # articles that a process reads


@dataclass(frozen=True, slots=True, eq=False)
class Fingerprint:
    """`words`: hashes (uint32) of the content words in reading order, function words left out. `names`: capitalised
    runs and their single words, once for each occurrence. `numbers`: with their scale ("1.5e+10", "8%"). `years`:
    every year named. `sums`: money named in the first `TOP` characters, without its currency. `day`: of publication,
    as given or read at the top or foot of the text. `day_of_year`: where a dispatch names its day without the year.
    `story`: as the caller gave it."""

    id: str
    words: NDArray[np.uint32]
    names: tuple[str, ...]
    numbers: tuple[str, ...]
    years: frozenset[int]
    sums: frozenset[float]
    day: date | None
    story: str | None
    day_of_year: int | None = None

    def same_as(self, other: Fingerprint) -> bool:
        """Made of an article that didn't change."""
        return self._told() == other._told() and np.array_equal(self.words, other.words)

    def _told(self) -> tuple[object, ...]:
        return (self.id, self.names, self.numbers, self.years, self.sums, self.day, self.story, self.day_of_year)


def hashed(term: str) -> int:
    """The same 32 bits in every process and on every machine; never 0."""
    return zlib.crc32(term.encode()) or 1


class _Words(dict[str, int]):
    """Token as written -> its hash, or 0 for a function word: each spelling is worked out once."""

    def __missing__(self, token: str) -> int:
        word = background.normal(token)
        common = background.share(word) >= background.FUNCTION_WORD or (len(word) == 1 and not word.isdigit())
        self[token] = code = 0 if common else hashed(word)
        return code


class Reader:
    """Makes fingerprints; keeps the spellings it has seen."""

    def __init__(self) -> None:
        self._words = _Words()
        self._name_words = _NameWords()
        self._terms: dict[str, str] = {}

    def read(self, article: Article) -> Fingerprint:
        text = _whole(article)
        tokens = _TOKEN.findall(text)
        tokens.extend(_pairs_of_characters(text))
        codes = np.fromiter(map(self._words.__getitem__, tokens), dtype=np.uint32, count=len(tokens))
        numbers, years = read_numbers(text)
        day = article.published or publication.dateline(text)
        return Fingerprint(
            id=article.id,
            words=codes[codes != 0],
            names=read_names(text, self._name_words),
            numbers=numbers,
            years=years,
            sums=read_sums(text[:TOP]),
            day=day,
            story=article.story,
            day_of_year=None if day else publication.yearless(article.text),
        )

    def _once(self, terms: Sequence[str]) -> tuple[str, ...]:
        """Equal strings of different articles kept as one: a third of the memory."""
        return tuple(self._terms.setdefault(term, term) for term in terms)

    def read_all(self, articles: Sequence[Article], forks: Forks = ALONE) -> list[Fingerprint]:
        """In the order of the articles."""

        def read(start: int, stop: int) -> list[Fingerprint]:
            return [self.read(article) for article in articles[start:stop]]

        return [self._shared(found) for part in forks.share_out(read, len(articles), _AT_ONCE) for found in part]

    def _shared(self, fingerprint: Fingerprint) -> Fingerprint:
        """Equal strings are one, also where another process read the article."""
        names, numbers = self._once(fingerprint.names), self._once(fingerprint.numbers)
        return replace(fingerprint, names=names, numbers=numbers)


def _whole(article: Article) -> str:
    title = (article.title or "").strip()
    return article.text if not title or article.text.lstrip().startswith(title) else f"{title}\n{article.text}"


def _pairs_of_characters(text: str) -> list[str]:
    """Scripts written without spaces: every two neighbouring characters stand for a word."""
    if text.isascii():
        return []
    return [run[i : i + 2] for run in _UNSPACED.findall(text) for i in range(len(run) - 1)]


def read_names(text: str, spellings: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Capitalised runs without the common words in them, and each word of a run: "jack ma", "jack", "ma". A single
    word that is capitalised only where a sentence begins is no name. `spellings`: what is known of tokens already."""
    spellings = _NameWords() if spellings is None else spellings
    names: list[str] = []
    openers: list[str] = []
    for match in _RUN.finditer(text):
        tokens = match.group().split()
        runs = _runs([spellings[token] for token in tokens])
        start = match.start()
        if runs and len(tokens) == 1 and _SENTENCE_START.search(text, max(0, start - 4), start):
            openers.append(runs[0][0])
            continue
        for run in runs:
            names.extend(run)
            if 1 < len(run) <= _LONGEST_NAME:
                names.append(" ".join(run))
    sure = set(names)
    return tuple(names + [word for word in openers if word in sure])


class _NameWords(dict[str, str]):
    """Capitalised token -> the word in a name, or "" for a common word: each spelling is worked out once."""

    def __missing__(self, token: str) -> str:
        word = token.casefold().replace("’", "'").removesuffix("'s").rstrip("'-&")
        rare = len(word) > 1 and background.share(background.normal(word)) <= background.UNLISTED
        self[token] = word if rare else ""
        return self[token]


def _runs(words: Sequence[str]) -> list[list[str]]:
    """A run of capitalised words, split where a common word ("") stands."""
    if "" not in words:
        return [list(words)]
    runs: list[list[str]] = [[]]
    for word in words:
        if word:
            runs[-1].append(word)
        else:
            runs.append([])
    return [run for run in runs if run]


def read_numbers(text: str) -> tuple[tuple[str, ...], frozenset[int]]:
    """Numbers with their scale, and the years among them."""
    numbers: list[str] = []
    years: set[int] = set()
    for match in _NUMBER.finditer(text):
        digits, unit = match.group(1), (match.group(2) or "").casefold()
        before = text[match.start() - 1 : match.start()]
        if before and (before in "._" or before.isalnum()) and not _currency_before(text, match.start()):
            continue  # within a word, or the rest of a number
        value = float(digits.replace(",", ""))
        if not unit and len(digits) == 4 and 1900 <= value <= 2100:
            years.add(int(value))
        if unit in ("%", "percent", "per cent"):
            numbers.append(f"{value:.12g}%")
        else:
            numbers.append(f"{value * _SCALES.get(unit, 1):.12g}")
    return tuple(numbers), frozenset(years)


def _currency_before(text: str, start: int) -> bool:
    return _CURRENCY_BEFORE.search(text, max(0, start - 6), start) is not None


def read_sums(text: str) -> frozenset[float]:
    """Money in a text, as numbers; the currency is not kept."""
    sums: set[float] = set()
    for match in _NUMBER.finditer(text):
        if _currency_before(text, match.start()) or _CURRENCY_AFTER.match(text, match.end()):
            unit = (match.group(2) or "").casefold()
            sums.add(float(match.group(1).replace(",", "")) * _SCALES.get(unit, 1))
    return frozenset(sums)
