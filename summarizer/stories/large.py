"""Stories of dozens of articles, put together again.

Every article is compared with a few dozen others only, so a story of a hundred articles falls into parts. The parts
are large enough to be compared as wholes: the mean similarity of all their articles is the product of their mean
vectors. Two large parts are one story when they are nearly as alike as each is within itself; a small part joins the
large one that it is most alike to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from summarizer.stories.dates import FAR
from summarizer.stories.fingerprint import Fingerprint
from summarizer.stories.linkage import Limits

LARGE = 20
"""Articles that a part needs for its mean to say something."""

NEARLY = 0.72
"""Two large parts are one story from this share of the looser one's own likeness on; ..."""

ENOUGH = 0.6
"""... a small part joins a large one from this share of the large one's own likeness on."""

Floats = NDArray[np.float64]
Group = tuple[int, ...]


def with_large_parts_joined(
    groups: Sequence[Group], matrix: sparse.csr_matrix, fingerprints: Sequence[Fingerprint], limits: Limits
) -> list[Group]:
    """The groups (places of rows), some of them joined; what `limits` keep apart stays apart."""
    large = [group for group in groups if len(group) >= LARGE]
    if not large or len(groups) < 2:
        return list(groups)
    small = [group for group in groups if len(group) < LARGE]
    parts = Parts([*large, *small], fingerprints, limits)
    sums = _sums(large, matrix)
    within = _within(large, sums, matrix)
    counts = np.array([len(group) for group in large], dtype=np.float64)
    for a, b, likeness in _alike(sums, counts, sums, counts):
        if a < b and likeness >= NEARLY * min(within[a], within[b]):
            parts.join(a, b)
    small_counts = np.array([len(group) for group in small], dtype=np.float64)
    best: dict[int, tuple[float, int]] = {}
    for a, b, likeness in _alike(_sums(small, matrix), small_counts, sums, counts):
        if likeness >= ENOUGH * within[b]:
            best[a] = min(best.get(a, (0.0, b)), (-likeness / within[b], b))
    for a, (_, b) in sorted(best.items(), key=lambda item: (item[1], item[0])):
        parts.join(b, len(large) + a)
    return parts.groups()


def _sums(groups: Sequence[Group], matrix: sparse.csr_matrix) -> sparse.csr_matrix:
    """One row for each group: the sum of its articles' rows."""
    columns = np.array([place for group in groups for place in group], dtype=np.int64)
    rows = np.repeat(np.arange(len(groups)), [len(group) for group in groups])
    ones = np.ones(len(columns))
    chosen = sparse.csr_matrix((ones, (rows, columns)), shape=(len(groups), matrix.shape[0]))
    return sparse.csr_matrix(chosen @ matrix)


def _within(groups: Sequence[Group], sums: sparse.csr_matrix, matrix: sparse.csr_matrix) -> Floats:
    """Mean similarity of two different articles of each group."""
    squares = np.ravel(np.asarray(matrix.multiply(matrix).sum(axis=1)))
    all_pairs = np.ravel(np.asarray(sums.multiply(sums).sum(axis=1)))
    own = np.array([squares[list(group)].sum() for group in groups])
    sizes = np.array([len(group) for group in groups], dtype=np.float64)
    within: Floats = np.maximum((all_pairs - own) / (sizes * (sizes - 1)), 1e-9)
    return within


def _alike(
    sums: sparse.csr_matrix, counts: Floats, others: sparse.csr_matrix, other_counts: Floats
) -> list[tuple[int, int, float]]:
    """Mean similarity of every two groups that share anything, the most alike first."""
    product = (sums @ others.T).tocoo()
    likeness = product.data / (counts[product.row] * other_counts[product.col])
    order = np.lexsort((product.col, product.row, -likeness))
    return list(zip(product.row[order].tolist(), product.col[order].tolist(), likeness[order].tolist(), strict=True))


class Parts:
    """Groups that are joined one after the other, unless a limit or the time between them forbids it."""

    def __init__(self, groups: Sequence[Group], fingerprints: Sequence[Fingerprint], limits: Limits) -> None:
        self._members: dict[int, list[int]] = {number: list(group) for number, group in enumerate(groups)}
        self._into = list(range(len(groups)))
        self._fingerprints = fingerprints
        self._named: Mapping[int, str] = limits.named
        self._apart: dict[int, set[int]] = {}
        for one, other in limits.apart:
            self._apart.setdefault(one, set()).add(other)
            self._apart.setdefault(other, set()).add(one)

    def join(self, one: int, other: int) -> None:
        a, b = self._root(one), self._root(other)
        if a != b and self._may_meet(self._members[a], self._members[b]):
            self._members[a] += self._members.pop(b)
            self._into[b] = a

    def groups(self) -> list[Group]:
        return sorted(tuple(sorted(members)) for members in self._members.values())

    def _root(self, part: int) -> int:
        while self._into[part] != part:
            part = self._into[part]
        return part

    def _may_meet(self, ones: Sequence[int], others: Sequence[int]) -> bool:
        names = {self._named[place] for place in (*ones, *others) if place in self._named}
        if len(names) > 1 or any(self._apart.get(place, set()) & set(others) for place in ones):
            return False
        day, other_day = self._middle_day(ones), self._middle_day(others)
        return day is None or other_day is None or abs(day - other_day) <= FAR

    def _middle_day(self, places: Sequence[int]) -> int | None:
        days = sorted(day.toordinal() for day in (self._fingerprints[place].day for place in places) if day)
        return days[len(days) // 2] if days else None
