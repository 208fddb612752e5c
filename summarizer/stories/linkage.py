"""Average linkage over a sparse list of similarities: pairs that are not listed count as 0.

The two groups whose articles are most alike on average are joined first. How alike the articles of one event are
differs much between kinds of text, so groups are measured by themselves: two that each hang together much more closely
than they do with each other stay two, as two events of one kind do. Two single articles have nothing to be measured by
but the threshold. What a person or a caller laid down (`Limits`) is kept at every step.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

COHESION = 0.5
"""Two groups of two or more join only when they are alike at this share of what holds the looser one together, ..."""

COMPANY = 0.4
"""... a single article and a group at this share of what holds the group together."""

GROWN = 0.25
"""Of the threshold, where one of the two is a group: the articles of a large story are less alike on average."""

CLOSE = 0.5
"""What holds a group together counts up to here: copies of one wire text don't make their group an event of its own."""

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Limits:
    """`together`: groups that start as one. `apart`: pairs that never meet. `named`: article -> the caller's story;
    articles of two names never meet, whatever `together` says."""

    together: tuple[tuple[int, ...], ...] = ()
    apart: frozenset[Pair] = frozenset()
    named: Mapping[int, str] = field(default_factory=dict)


def average_linkage(
    n: int,
    similarities: Iterable[tuple[int, int, float]],
    threshold: float,
    limits: Limits | None = None,
    cohesion: float = COHESION,
    company: float = COMPANY,
) -> list[tuple[int, ...]]:
    """Groups of 0..n-1, each sorted, in the order of their first article. Ties go to the lower numbers."""
    work = _Work(n, limits or Limits(), cohesion, company)
    for first, second, alike in similarities:
        work.add(first, second, alike)
    work.run(threshold)
    return sorted(tuple(sorted(members)) for members in work.members.values())


class _Work:
    """Groups under way, known by their lowest article. `sums[a][b]` adds up the similarities between two groups,
    `within[a]` those that hold a group together."""

    def __init__(self, n: int, limits: Limits, cohesion: float, company: float) -> None:
        self.members: dict[int, list[int]] = {}
        self.sums: dict[int, dict[int, float]] = {}
        self.within: dict[int, float] = {}
        self.apart: dict[int, set[int]] = {}
        self.names: dict[int, str] = {}
        self.cohesion, self.company = cohesion, company
        self._group = _start(n, limits)
        for article, group in enumerate(self._group):
            self.members.setdefault(group, []).append(article)
            if article in limits.named:
                self.names[group] = limits.named[article]
        for first, second in sorted(limits.apart):
            self._forbid(self._group[first], self._group[second])

    def _forbid(self, a: int, b: int) -> None:
        if a != b:
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def add(self, first: int, second: int, alike: float) -> None:
        a, b = self._group[first], self._group[second]
        if a == b:
            self.within[a] = self.within.get(a, 0.0) + min(alike, CLOSE)
            return
        row, mirrored = self.sums.setdefault(a, {}), self.sums.setdefault(b, {})
        row[b] = mirrored[a] = row.get(b, 0.0) + alike

    def average(self, a: int, b: int) -> float:
        return self.sums[a][b] / (len(self.members[a]) * len(self.members[b]))

    def hold(self, a: int) -> float:
        """How closely a group hangs together; 0 for a single article."""
        size = len(self.members[a])
        return self.within.get(a, 0.0) / (size * (size - 1) / 2) if size > 1 else 0.0

    def may_meet(self, a: int, b: int, threshold: float) -> bool:
        if b in self.apart.get(a, ()):
            return False
        if a in self.names and b in self.names and self.names[a] != self.names[b]:
            return False
        return self.average(a, b) >= self._needed(a, b, threshold)

    def _needed(self, a: int, b: int, threshold: float) -> float:
        """How alike two groups must be on average."""
        singles = (len(self.members[a]) == 1) + (len(self.members[b]) == 1)
        if singles == 2:
            return threshold
        if singles == 1:
            return max(GROWN * threshold, self.company * (self.hold(a) + self.hold(b)))  # one of them holds nothing
        return max(GROWN * threshold, self.cohesion * min(self.hold(a), self.hold(b)))

    def run(self, threshold: float) -> None:
        heap = [
            (-self.average(a, b), a, b)
            for a, row in self.sums.items()
            for b in row
            if a < b and self.average(a, b) >= GROWN * threshold
        ]
        heapq.heapify(heap)
        while heap:
            distance, a, b = heapq.heappop(heap)
            if a not in self.members or b not in self.members or -distance != self.average(a, b):
                continue  # one of the two has grown or gone since
            if self.may_meet(a, b, threshold):
                self._join(a, b)
                for c in self.sums[a]:
                    if (average := self.average(a, c)) >= GROWN * threshold:
                        heapq.heappush(heap, (-average, min(a, c), max(a, c)))

    def _join(self, a: int, b: int) -> None:
        """`b` goes up in `a`, the lower of the two."""
        links = len(self.members[a]) * len(self.members[b])
        between = min(self.average(a, b), CLOSE) * links
        self.within[a] = self.within.get(a, 0.0) + self.within.pop(b, 0.0) + between
        self.members[a] += self.members.pop(b)
        row = self.sums[a]
        row.pop(b, None)
        for c, total in self.sums.pop(b).items():
            if c != a:
                other = self.sums[c]
                del other[b]
                row[c] = other[a] = row.get(c, 0.0) + total
        for c in self.apart.pop(b, set()):
            self.apart[c].discard(b)
            self._forbid(a, c)
        if b in self.names:
            self.names[a] = self.names.pop(b)


def _start(n: int, limits: Limits) -> list[int]:
    """For each article the lowest article that it starts together with."""
    group = list(range(n))
    names = dict(limits.named)

    def root(article: int) -> int:
        while group[article] != article:
            article = group[article]
        return article

    def unite(one: int, other: int) -> None:
        a, b = sorted((root(one), root(other)))
        if a != b and (a not in names or b not in names or names[a] == names[b]):
            group[b] = a
            if b in names:
                names[a] = names[b]

    for members in (*_by_name(limits.named), *limits.together):
        for member in members[1:]:
            unite(members[0], member)
    return [root(article) for article in range(n)]


def _by_name(named: Mapping[int, str]) -> Iterable[Sequence[int]]:
    """A caller's stories start as one."""
    stories: dict[str, list[int]] = {}
    for article, name in sorted(named.items()):
        stories.setdefault(name, []).append(article)
    return stories.values()
