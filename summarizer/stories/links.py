"""Pairs of articles with how alike they are, once by their texts and once with everything that is known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from scipy.sparse.csgraph import connected_components

from summarizer.domain import Extraction
from summarizer.stories import similarity
from summarizer.stories.dates import time_factors
from summarizer.stories.evidence import NOTHING, Evidence, evidence, single_paths
from summarizer.stories.fingerprint import Fingerprint
from summarizer.stories.forks import ALONE, Forks
from summarizer.stories.vectors import Vectors
from summarizer.values.kind import Setting

WORTH_A_LOOK = 0.08
"""Extracted values are compared from this similarity of the texts on: they confirm or contradict, they don't find."""

OTHER_SUMS = 0.5
"""What is left of the similarity of articles that both begin with money, but with other sums."""

NEAR_SUM = 0.1
"""Sums that differ by less than this share may be one sum, rounded."""

NEXT_TO_NOTHING = 0.005
"""Pairs less alike than this count as not alike at all."""

USUAL_LENGTH = 200
"""Content words of an ordinary article: shorter ones share less, though they tell the same event, ..."""

SHORTNESS = 0.1
MOST_FOR_SHORTNESS = 1.2
"""... so their similarity is raised by this power of how much shorter they are, up to this factor."""

Indices = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """`first`, `second`: places in `ids`, first < second, sorted. `text`: geometric mean of the mixed cosine and the
    overlap of the neighbour lists. `times`: what the dates leave of it. `alike`: after all signals. All in 0..1."""

    ids: tuple[str, ...]
    first: Indices
    second: Indices
    text: Floats
    times: Floats
    alike: Floats

    def triples(self, least: float = 0.0, joined: Iterable[Sequence[int]] = ()) -> list[tuple[int, int, float]]:
        """For average linkage, without pairs that are next to nothing alike, nor those that can't matter where groups
        less alike than `least` are never joined: of articles that no chain of pairs so much alike connects. `joined`:
        articles that are together whatever the links say."""
        kept = self.alike >= NEXT_TO_NOTHING
        if least > 0:
            near = self.alike >= least
            steps = [(one, other) for group in joined for one, other in pairwise(group)]
            rows = np.concatenate([self.first[near], np.array([one for one, _ in steps], dtype=np.int64)])
            columns = np.concatenate([self.second[near], np.array([other for _, other in steps], dtype=np.int64)])
            shape = (len(self.ids), len(self.ids))
            _, part = connected_components(sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), shape))
            kept &= part[self.first] == part[self.second]
        return list(zip(self.first[kept].tolist(), self.second[kept].tolist(), self.alike[kept].tolist(), strict=True))


def link(
    fingerprints: Sequence[Fingerprint],
    mixed: Vectors,
    extractions: Mapping[str, Extraction] | None = None,
    forks: Forks = ALONE,
    rows: Indices | None = None,
) -> Links:
    """Compares each article with its candidates. `mixed` has one row for each fingerprint. `rows` (sorted): which of
    them to link; the others are only looked at as their neighbours."""
    first, second = similarity.candidates(mixed, rows, forks)
    cosines = similarity.cosines(mixed.matrix, first, second, forks)
    overlaps = similarity.overlaps(len(fingerprints), first, second, cosines, forks)
    if rows is not None and len(rows) < len(fingerprints):
        fingerprints = [fingerprints[row] for row in rows]
        kept = np.isin(first, rows) & np.isin(second, rows)
        first, second = np.searchsorted(rows, first[kept]), np.searchsorted(rows, second[kept])
        cosines, overlaps = cosines[kept], overlaps[kept]
    text = np.sqrt(np.maximum(cosines, 0) * overlaps)
    text = np.minimum(text * _short_factors(fingerprints, first, second), 1.0)
    times = time_factors(fingerprints, first, second)
    times += np.maximum(1 - times, 0) * np.clip(cosines, 0, 1) ** 4  # a text that is printed again is one story still
    alike = np.minimum(text * times * _sum_factors(fingerprints, first, second), 1.0)
    checks = Checks(fingerprints, extractions or {})
    if checks.any:
        for k in np.flatnonzero(text >= WORTH_A_LOOK):
            found = checks.of(int(first[k]), int(second[k]))
            if found is not NOTHING:
                alike[k] = found.weigh(float(alike[k]), far=bool(times[k] < 1))
    return Links(tuple(f.id for f in fingerprints), first, second, text, times, alike)


def _short_factors(fingerprints: Sequence[Fingerprint], first: Indices, second: Indices) -> Floats:
    lengths = np.array([max(len(f.words), 1) for f in fingerprints], dtype=np.float64)
    shorter = np.minimum(lengths[first], lengths[second])
    return np.clip((USUAL_LENGTH / shorter) ** SHORTNESS, 1.0, MOST_FOR_SHORTNESS)


def _sum_factors(fingerprints: Sequence[Fingerprint], first: Indices, second: Indices) -> Floats:
    """The one conflict that plain text shows surely enough: the sums that two articles are about."""
    factors = np.ones(len(first))
    named = np.array([bool(f.sums) for f in fingerprints], dtype=bool)
    for k in np.flatnonzero(named[first] & named[second]):
        if not sums_meet(fingerprints[first[k]].sums, fingerprints[second[k]].sums):
            factors[k] = OTHER_SUMS
    return factors


def sums_meet(ones: frozenset[float], others: frozenset[float]) -> bool:
    """Whether any two of the sums may be one."""
    return any(abs(one - other) <= NEAR_SUM * max(one, other) for one in ones for other in others)


class Checks:
    """The extracted values of two articles, compared."""

    def __init__(self, fingerprints: Sequence[Fingerprint], extractions: Mapping[str, Extraction]) -> None:
        self._fingerprints = fingerprints
        self._extractions = [extractions.get(f.id) for f in fingerprints]
        self._single = single_paths(e for e in self._extractions if e is not None)
        self.any = any(e is not None for e in self._extractions)

    def of(self, first: int, second: int) -> Evidence:
        one, other = self._extractions[first], self._extractions[second]
        if one is None or other is None:
            return NOTHING
        setting = Setting(self._fingerprints[first].day, self._fingerprints[second].day)
        return evidence(one, other, setting, self._single)
