"""Fingerprints as one sparse matrix: words, phrases, names and numbers, each weighted by rarity (TF-IDF).

Every kind of term is a block of columns whose rows have length 1; blocks are scaled by the root of their weight and
the whole row to length 1 again, so the product of two rows is the weighted mean of the kinds' cosines.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from summarizer.stories.fingerprint import LEAD, Fingerprint, hashed
from summarizer.stories.forks import ALONE, Forks
from summarizer.stories.phrases import pairs
from summarizer.stories.priors import Floats, Priors, Terms
from summarizer.stories.reprints import part_of_a_text

PRIOR = 200.0
"""The background table counts as much as this many articles of a batch."""

WEIGHTS = {"words": 1.0, "pairs": 0.3, "names": 0.5, "numbers": 0.5}
"""How much each kind of term counts before the row is normalised. Names count half: they tell two companies apart, but
not two events of one company."""

UNSHARED = 0.35
"""What a term that no other article holds counts towards its article's length: such words say that two texts differ,
but a long report on an event has many of them beside a short one."""

COMMON_WORD = 0.1
"""A word that this share of the texts holds says little when two articles share it."""

HEAVIEST = 200
"""So many of an article's shared terms count; the rest is too common to matter."""


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """`matrix`: articles x terms (float32, rows of length 1, only terms that two articles share).
    `counts`: for each column how many articles hold it. `texts`: how many different texts (see `reprints`), of
    `all_texts`. `kinds`, `terms`: what each column stands for."""

    matrix: sparse.csr_matrix
    counts: NDArray[np.int64]
    texts: Floats
    all_texts: float
    kinds: NDArray[np.uint8]
    terms: Terms

    def only(self, rows: Sequence[int]) -> Vectors:
        """Some of the rows; counts stay those of all articles."""
        if len(rows) == self.matrix.shape[0]:
            return self
        return replace(self, matrix=self.matrix[np.array(rows, dtype=np.int64)])

    def telling_words(self) -> NDArray[np.bool_]:
        """Which columns are words that few texts hold: not what every page of a site says at its foot."""
        share = self.texts / (self.all_texts + PRIOR)
        few: NDArray[np.bool_] = (self.kinds == list(WEIGHTS).index("words")) & (share < COMMON_WORD)
        return few


def vectors(fingerprints: Sequence[Fingerprint], forks: Forks = ALONE) -> Vectors:
    """Rows in the order of the fingerprints."""
    priors = Priors()
    parts = part_of_a_text(fingerprints, forks)
    blocks = [_block(_occurrences(fingerprints, kind), parts, priors.of(kind), forks) for kind in WEIGHTS]
    return Vectors(
        _mixed(blocks, len(fingerprints)),
        np.concatenate([block.counts for block in blocks]),
        np.concatenate([block.texts for block in blocks]),
        float(parts.sum()),
        np.concatenate([np.full(len(block.terms), kind, dtype=np.uint8) for kind, block in enumerate(blocks)]),
        np.concatenate([block.terms for block in blocks]),
    )


def _mixed(blocks: Sequence[_Block], n: int) -> sparse.csr_matrix:
    """The blocks beside each other, each with its weight, of each row the heaviest entries; rows of length 1."""
    weights = np.array(list(WEIGHTS.values()), dtype=np.float32)
    squares = sum(weight * block.present for weight, block in zip(weights, blocks, strict=True))
    scales = 1 / np.sqrt(np.maximum(squares, np.float32(1e-12)), dtype=np.float32)
    parts: list[sparse.csr_matrix] = []
    for start in range(0, n, _ROWS_AT_ONCE):
        rows = slice(start, start + _ROWS_AT_ONCE)
        beside = [block.matrix[rows] * np.sqrt(weight) for weight, block in zip(weights, blocks, strict=True)]
        part = sparse.hstack(beside, format="csr")
        part = kept_entries(part, heaviest_of_rows(part.data, part.indptr, HEAVIEST))
        part.data *= np.repeat(scales[rows], np.diff(part.indptr))
        parts.append(part)
    nothing = sparse.csr_matrix(np.empty((0, sum(len(block.terms) for block in blocks)), dtype=np.float32))
    return sparse.csr_matrix(sparse.vstack([nothing, *parts], format="csr"))


def heaviest_of_rows(weights: NDArray[np.float32], indptr: NDArray[np.int32], limit: int) -> NDArray[np.bool_]:
    """Which entries of a sparse matrix are among the `limit` heaviest of their row."""
    kept = np.ones(len(weights), dtype=bool)
    for start, end in pairwise(indptr.tolist()):
        if end - start > limit:
            kept[start:end] = heaviest(weights[start:end], limit)
    return kept


def heaviest(weights: NDArray[np.float32], limit: int) -> NDArray[np.bool_]:
    """Which of the weights are among the `limit` heaviest; of equal ones the first."""
    if len(weights) <= limit:
        return np.ones(len(weights), dtype=bool)
    least = np.partition(weights, len(weights) - limit)[len(weights) - limit]
    kept: NDArray[np.bool_] = weights > least
    equal = np.flatnonzero(weights == least)
    kept[equal[: limit - int(kept.sum())]] = True
    return kept


def kept_entries(matrix: sparse.csr_matrix, kept: NDArray[np.bool_]) -> sparse.csr_matrix:
    """The matrix with only those entries."""
    indptr = np.concatenate([[0], np.cumsum(kept)])[matrix.indptr]
    return sparse.csr_matrix((matrix.data[kept], matrix.indices[kept], indptr), shape=matrix.shape)


def _words(fingerprint: Fingerprint) -> Terms:
    """The lead counts twice."""
    return np.concatenate([fingerprint.words, fingerprint.words[:LEAD]])


class _Hashes(dict[str, int]):
    """Term -> its hash: each spelling is worked out once."""

    def __missing__(self, term: str) -> int:
        self[term] = code = hashed(term)
        return code

    def of(self, terms: Sequence[str]) -> Terms:
        return np.fromiter(map(self.__getitem__, terms), dtype=np.uint32, count=len(terms))


def _occurrences(fingerprints: Sequence[Fingerprint], kind: str) -> list[Terms]:
    if kind == "words":
        return [_words(f) for f in fingerprints]
    if kind == "pairs":
        return [pairs(f.words) for f in fingerprints]
    hashes = _Hashes()
    return [hashes.of(f.names if kind == "names" else f.numbers) for f in fingerprints]


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    matrix: sparse.csr_matrix
    present: NDArray[np.bool_]  # rows that hold a term of this kind at all
    counts: NDArray[np.int64]
    texts: Floats
    terms: Terms


_ROWS_AT_ONCE = 1_000
"""What is worked out row by row is worked out for so many rows together: their numbers stay in the processor's cache,
however many rows there are."""


def _places(vocabulary: Terms, hashes: Terms) -> NDArray[np.int32]:
    """`np.searchsorted`, asked in the order of the hashes: a large vocabulary is then walked through once, not jumped
    about in."""
    order = np.argsort(hashes)
    places = np.empty(len(hashes), dtype=np.int32)
    places[order] = np.searchsorted(vocabulary, hashes[order])
    return places


def _block(
    occurrences: Sequence[Terms], parts_of: NDArray[np.float64], prior: Callable[[Terms], Floats], forks: Forks
) -> _Block:
    """One kind of term: sublinear term frequency times inverse document frequency, rows of length 1. Terms that only
    one article holds count in that article's length but get no column. `parts_of`: what each article counts for."""
    n = len(occurrences)
    counted = [_counted(occurrences[start : start + _ROWS_AT_ONCE]) for start in range(0, n, _ROWS_AT_ONCE)]
    vocabulary, counts = _shared(np.concatenate([*(each.terms for each in counted), np.empty(0, dtype=np.uint32)]))
    texts = _texts(vocabulary, counts, counted, parts_of)
    weigher = _Weigher(float(parts_of.sum()), vocabulary, texts, prior)

    def weigh(start: int, stop: int) -> _Part:
        return weigher(counted[start // _ROWS_AT_ONCE], stop - start)

    parts = forks.share_out(weigh, n, _ROWS_AT_ONCE)
    data, columns, sizes, present = (np.concatenate(each) for each in zip(_NO_ROW, *parts, strict=True))
    indptr = np.concatenate([[0], np.cumsum(sizes)])
    return _Block(sparse.csr_matrix((data, columns, indptr), (n, len(vocabulary))), present, counts, texts, vocabulary)


_Part = tuple[Floats, NDArray[np.int32], NDArray[np.int64], NDArray[np.bool_]]
_NO_ROW: _Part = (np.empty(0, np.float32), np.empty(0, np.int32), np.empty(0, np.int64), np.empty(0, np.bool_))


@dataclass(frozen=True, slots=True, eq=False)
class _Counted:
    """Of some rows: row, term and how often, sorted by row and term, one entry for each pair."""

    rows: NDArray[np.int32]
    terms: Terms
    frequencies: Floats


@dataclass(frozen=True, slots=True, eq=False)
class _Weigher:
    """`texts`: how many different texts hold each term of the vocabulary, of `all_texts`."""

    all_texts: float
    vocabulary: Terms
    texts: Floats
    prior: Callable[[Terms], Floats]

    def __call__(self, counted: _Counted, rows: int) -> _Part:
        """Of some rows: the weights, their columns, how many there are in each row, and whether the row holds a term at
        all."""
        size, terms = len(self.vocabulary), counted.terms
        columns = np.minimum(_places(self.vocabulary, terms), max(size - 1, 0)).astype(np.int32)
        shared = self.vocabulary[columns] == terms if size else np.zeros(len(terms), dtype=bool)
        held = self.prior(terms)
        held *= np.float32(PRIOR)
        held += np.where(shared, self.texts[columns] if size else 1, np.float32(1))
        weights = np.log(np.float32(self.all_texts + PRIOR) / held)
        np.maximum(weights, 0, out=weights)
        weights *= 1 + np.log(counted.frequencies)
        squares = np.where(shared, weights**2, UNSHARED * weights**2)
        lengths = np.sqrt(np.bincount(counted.rows, weights=squares, minlength=rows))
        keep = shared & (weights > 0)
        kept = counted.rows[keep]
        data = (weights[keep] / lengths[kept]).astype(np.float32)
        return data, columns[keep], np.bincount(kept, minlength=rows), lengths > 0


def _texts(
    vocabulary: Terms, counts: NDArray[np.int64], counted: Sequence[_Counted], parts_of: NDArray[np.float64]
) -> Floats:
    """How many different texts hold each term: never less than one."""
    texts = counts.astype(np.float64)
    for start, some in zip(range(0, len(parts_of), _ROWS_AT_ONCE), counted, strict=True):
        too_much = (1 - parts_of[start : start + _ROWS_AT_ONCE])[some.rows]
        repeated = np.flatnonzero(too_much)
        places = _places(vocabulary, some.terms[repeated])
        places[places == len(vocabulary)] = 0
        known = vocabulary[places] == some.terms[repeated] if len(vocabulary) else np.zeros(len(repeated), dtype=bool)
        texts -= np.bincount(places[known], weights=too_much[repeated[known]], minlength=len(vocabulary))
    return np.maximum(texts, 1).astype(np.float32)


def _shared(hashes: Terms) -> tuple[Terms, NDArray[np.int64]]:
    """Terms that two articles hold, sorted, and how many articles hold them."""
    ordered = np.sort(hashes)
    starts = _starts(ordered)
    counts = np.diff(starts, append=len(ordered))
    return ordered[starts[counts > 1]], counts[counts > 1]


def _counted(occurrences: Sequence[Terms]) -> _Counted:
    lengths = [len(terms) for terms in occurrences]
    keys = np.repeat(np.arange(len(occurrences), dtype=np.uint64), lengths) << np.uint64(32)
    keys |= np.concatenate([*occurrences, np.empty(0, dtype=np.uint32)])
    keys.sort()
    starts = _starts(keys)
    frequencies = np.diff(starts, append=len(keys)).astype(np.float32)
    keys = keys[starts]
    return _Counted((keys >> np.uint64(32)).astype(np.int32), keys.astype(np.uint32), frequencies)


def _starts(ordered: NDArray[Any]) -> NDArray[np.int64]:
    """Where each distinct value begins."""
    first = np.ones(len(ordered), dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return np.flatnonzero(first)
