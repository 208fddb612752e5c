"""Wire texts that were reprinted or lightly rewritten, and how many independent sources a fact really has.

Two articles share text when runs of three content words in a row (function words left out) stand in both: often
enough that chance, names and one quoted phrase don't explain it. That is a statement about two articles. How many
sources a *fact* has is asked again for the sentences that carry its claims: an article that repeats another's text
still counts for what it found out itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from summarizer.domain import Article, Claim
from summarizer.stories import background
from summarizer.stories.fingerprint import Fingerprint
from summarizer.stories.forks import ALONE, Forks
from summarizer.stories.phrases import triples

RUNS = 12
"""Distinct runs of three content words that two articles must share ..."""

COVER = 0.15
"""... and the share of the shorter article's content words that stand in such runs."""

SHORT_RUNS = 4
SHORT_COVER = 0.5
"""For texts of a few lines: fewer runs, but half of the words."""

WORDS_SHARED = 0.5
"""Two sentences are one, rewritten, when they share this much of the shorter one's content words, ..."""

WORDS_SHARED_IN_RUNS = 0.3
"""... or this much when two words in a row are among them."""

_PAIRS_AT_ONCE = 5_000

_SENTENCE_END = re.compile(r"(?:[.!?]+[\"”’')\]]*(?=\s)|[。！？]|\n)\s*")
_TOKEN = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Copies:
    """`copy_of`: article id -> the first article whose text it repeats, which repeats nobody's. `sharing`: pairs of
    ids, smaller first, that share text. `texts`: the articles of those pairs, as far as they are at hand."""

    copy_of: Mapping[str, str] = field(default_factory=dict)
    sharing: frozenset[tuple[str, str]] = frozenset()
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    _partners: Mapping[str, set[str]] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        partners: dict[str, set[str]] = {}
        for one, other in self.sharing:
            partners.setdefault(one, set()).add(other)
        object.__setattr__(self, "_partners", partners)

    def sources(self, claims: Sequence[Claim[Any]]) -> tuple[tuple[str, ...], ...]:
        """The claims' articles, sorted, in groups that count as one independent source for what these claims say."""
        places: dict[str, list[Claim[Any]]] = {}
        for claim in claims:
            places.setdefault(claim.article, []).append(claim)
        groups = {article: [article] for article in sorted(places)}
        pairs = [(one, other) for one in groups for other in sorted(self._partners.get(one, ())) if other in groups]
        for one, other in pairs:
            if groups[one] is not groups[other] and self._one_text(places[one], places[other]):
                groups[one] += groups[other]
                for article in groups[other]:
                    groups[article] = groups[one]
        return tuple(sorted({tuple(sorted(group)) for group in groups.values()}))

    def _one_text(self, claims: Sequence[Claim[Any]], others: Sequence[Claim[Any]]) -> bool:
        sentences, other_sentences = self._sentences(claims), self._sentences(others)
        if not sentences or not other_sentences:
            return True  # no words to look at: what holds for the articles holds for the fact
        return any(_rewritten(one, other) for one in sentences for other in other_sentences)

    def _sentences(self, claims: Sequence[Claim[Any]]) -> list[tuple[str, ...]]:
        """Content words of the sentences that the claims' quotes stand in."""
        found = []
        for claim in claims:
            text = self.texts.get(claim.article)
            if text is not None:
                found += [content_words(_around(text, quote.start, quote.end)) for quote in claim.quotes]
        return [words for words in found if words]


def find_copies(
    pairs: Iterable[tuple[Fingerprint, Fingerprint]],
    articles: Mapping[str, Article],
    known: Copies | None = None,
    forks: Forks = ALONE,
) -> Copies:
    """Of the pairs that are alike enough to look at. `known`: from an earlier grouping; its pairs hold."""
    looked_at = list(pairs)
    runs = _Runs()

    def compare(start: int, stop: int) -> list[tuple[int, float]]:
        covered = ((k, runs.cover(*looked_at[k])) for k in range(start, stop))
        return [(k, cover) for k, cover in covered if cover is not None]

    sharing = set(known.sharing if known else ())
    order: dict[str, tuple[date, int, str]] = {}
    covers: dict[tuple[str, str], float] = {}
    for k, cover in chain.from_iterable(forks.share_out(compare, len(looked_at), _PAIRS_AT_ONCE)):
        one, other = looked_at[k]
        first, second = sorted((one.id, other.id))
        sharing.add((first, second))
        covers[first, second] = cover
        for f in (one, other):
            order[f.id] = (f.day or date.max, -len(f.words), f.id)
    copy_of = dict(known.copy_of) if known else {}
    copy_of |= _originals(covers, order)
    for article in copy_of:
        while copy_of[article] in copy_of:
            copy_of[article] = copy_of[copy_of[article]]
    texts = {i: articles[i].text for pair in sharing for i in pair if i in articles}
    return Copies(dict(sorted(copy_of.items())), frozenset(sharing), texts)


class _Runs:
    """The distinct runs of three content words of each article, sorted, worked out once."""

    def __init__(self) -> None:
        self._of: dict[str, NDArray[np.uint32]] = {}

    def cover(self, one: Fingerprint, other: Fingerprint) -> float | None:
        """As `shared_cover`, after a quick first look."""
        return None if self._common(one, other) < SHORT_RUNS else shared_cover(one.words, other.words)

    def _common(self, one: Fingerprint, other: Fingerprint) -> int:
        """How many runs both hold."""
        few, many = sorted((self._runs(one), self._runs(other)), key=len)
        if not len(few):
            return 0
        places = np.minimum(many.searchsorted(few), len(many) - 1)
        return int(np.count_nonzero(many[places] == few))

    def _runs(self, fingerprint: Fingerprint) -> NDArray[np.uint32]:
        runs = self._of.get(fingerprint.id)
        if runs is None:
            runs = self._of[fingerprint.id] = np.unique(triples(fingerprint.words))
        return runs


def _originals(covers: Mapping[tuple[str, str], float], order: Mapping[str, tuple[date, int, str]]) -> dict[str, str]:
    """For each article the earlier one that it shares most text with. Earlier: published before; else longer."""
    best: dict[str, tuple[float, tuple[date, int, str]]] = {}
    for pair, cover in sorted(covers.items()):
        original, copy = sorted(pair, key=order.__getitem__)
        best[copy] = min(best.get(copy, (0.0, order[original])), (-cover, order[original]))
    return {copy: key[2] for copy, (_, key) in best.items()}


def shared_cover(words: NDArray[np.uint32], others: NDArray[np.uint32]) -> float | None:
    """Share of the shorter text's content words that stand in runs which both hold; None when they share no text."""
    if len(words) > len(others):
        words, others = others, words
    runs = triples(words)
    hits = np.isin(runs, triples(others))
    distinct = len(np.unique(runs[hits]))
    if distinct < SHORT_RUNS:
        return None
    covered = np.zeros(len(words), dtype=bool)
    for shift in range(3):
        covered[shift : shift + len(hits)] |= hits
    cover = float(covered.mean())
    shares = (distinct >= RUNS and cover >= COVER) or cover >= SHORT_COVER
    return cover if shares else None


@lru_cache(maxsize=4096)
def content_words(sentence: str) -> tuple[str, ...]:
    """In order, in the form in which words are counted, function words left out."""
    words = (background.normal(token) for token in _TOKEN.findall(sentence))
    return tuple(word for word in words if background.share(word) < background.FUNCTION_WORD)


def _around(text: str, start: int, end: int) -> str:
    """The sentences that `text[start:end]` stands in."""
    ends = _sentence_ends(text)
    first = max((at for at in ends if at <= start), default=0)
    last = min((at for at in ends if at >= end), default=len(text))
    return text[first:last]


@lru_cache(maxsize=64)
def _sentence_ends(text: str) -> tuple[int, ...]:
    """An article is asked for each of its quotes."""
    return tuple(match.end() for match in _SENTENCE_END.finditer(text))


def _rewritten(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    common = set(one) & set(other)
    share = len(common) / min(len(set(one)), len(set(other)))
    if share >= WORDS_SHARED:
        return True
    neighbours = set(pairwise(one)) & set(pairwise(other))
    return share >= WORDS_SHARED_IN_RUNS and bool(neighbours)
