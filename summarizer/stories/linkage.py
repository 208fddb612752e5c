"""Average linkage over a sparse list of similarities: pairs that are not listed count as 0.

The two groups whose articles are most alike on average are joined first, and so on: what comes of it is a tree. Where
it is to be cut is for `events` to say, or for a threshold. What a person or a caller laid down (`Limits`) is kept at
every step.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

CLOSE = 0.5
"""What holds a group together counts up to here: copies of one wire text don't make their group an event of its own."""

LAID_DOWN = 0.35
"""What a caller or a person put together is held at least so well by that, as two articles that are one event
(`events.TWO`): it takes no others in for being loose."""

Pair = tuple[int, int]
Group = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Limits:
    """`together`: groups that start as one. `apart`: pairs that never meet. `named`: article -> the caller's story;
    articles of two names never meet, whatever `together` says."""

    together: tuple[Group, ...] = ()
    apart: frozenset[Pair] = frozenset()
    named: Mapping[int, str] = field(default_factory=dict)

    def laid_down(self) -> Iterator[Sequence[int]]:
        """What starts as one: a caller's stories, then what a person put together."""
        stories: dict[str, list[int]] = {}
        for article, name in sorted(self.named.items()):
            stories.setdefault(name, []).append(article)
        yield from stories.values()
        yield from self.together


@dataclass(slots=True, eq=False)
class Node:
    """A group of the tree. `start`: the articles of a group that was there from the start, whole. `halves`: the two
    groups that were joined to it, `alike` on average. `within`: what adds up between its articles."""

    size: int
    start: Group = ()
    halves: tuple[Node, Node] | None = None
    alike: float = 1.0
    within: float = 0.0

    @property
    def hold(self) -> float:
        """How closely the group hangs together; 0 for a single article."""
        return self.within / (self.size * (self.size - 1) / 2) if self.size > 1 else 0.0

    def articles(self) -> Group:
        """Sorted."""
        found: list[int] = []
        open_: list[Node] = [self]
        while open_:
            node = open_.pop()
            found += node.start
            open_ += node.halves or ()
        return tuple(sorted(found))


def average_linkage(
    n: int, similarities: Iterable[tuple[int, int, float]], threshold: float, limits: Limits | None = None
) -> list[Group]:
    """Groups of 0..n-1 that are this alike on average, each sorted, in the order of their first article."""
    return [node.articles() for node in tree(n, similarities, threshold, limits)]


def tree(
    n: int, similarities: Iterable[tuple[int, int, float]], least: float, limits: Limits | None = None
) -> list[Node]:
    """The roots, in the order of their first article: nothing less alike than `least` is joined. Ties go to the lower
    numbers."""
    work = _Work(n, limits or Limits())
    for first, second, alike in similarities:
        work.add(first, second, alike)
    work.run(least)
    return [work.nodes[group] for group in sorted(work.nodes)]


class _Work:
    """Groups under way, known by their lowest article. `sums[a][b]` adds up the similarities between two groups."""

    def __init__(self, n: int, limits: Limits) -> None:
        self.sums: dict[int, dict[int, float]] = {}
        self.apart: dict[int, set[int]] = {}
        self.names: dict[int, str] = {}
        self._group = _start(n, limits)
        members: dict[int, list[int]] = {}
        for article, group in enumerate(self._group):
            members.setdefault(group, []).append(article)
            if article in limits.named:
                self.names[group] = limits.named[article]
        self.nodes = {group: Node(len(found), tuple(found)) for group, found in members.items()}
        for first, second in sorted(limits.apart):
            self._forbid(self._group[first], self._group[second])

    def _forbid(self, a: int, b: int) -> None:
        if a != b:
            self.apart.setdefault(a, set()).add(b)
            self.apart.setdefault(b, set()).add(a)

    def add(self, first: int, second: int, alike: float) -> None:
        a, b = self._group[first], self._group[second]
        if a == b:
            self.nodes[a].within += min(alike, CLOSE)
            return
        row, mirrored = self.sums.setdefault(a, {}), self.sums.setdefault(b, {})
        row[b] = mirrored[a] = row.get(b, 0.0) + alike

    def average(self, a: int, b: int) -> float:
        return self.sums[a][b] / (self.nodes[a].size * self.nodes[b].size)

    def may_meet(self, a: int, b: int) -> bool:
        if b in self.apart.get(a, ()):
            return False
        return a not in self.names or b not in self.names or self.names[a] == self.names[b]

    def run(self, least: float) -> None:
        for node in self.nodes.values():
            node.within = max(node.within, LAID_DOWN * node.size * (node.size - 1) / 2)
        heap = [
            (-self.average(a, b), a, b)
            for a, row in self.sums.items()
            for b in row
            if a < b and self.average(a, b) >= least
        ]
        heapq.heapify(heap)
        while heap:
            distance, a, b = heapq.heappop(heap)
            if a not in self.nodes or b not in self.nodes or -distance != self.average(a, b):
                continue  # one of the two has grown or gone since
            if self.may_meet(a, b):
                self._join(a, b)
                for c in self.sums[a]:
                    if (average := self.average(a, c)) >= least:
                        heapq.heappush(heap, (-average, min(a, c), max(a, c)))

    def _join(self, a: int, b: int) -> None:
        """`b` goes up in `a`, the lower of the two."""
        one, other, alike = self.nodes[a], self.nodes[b], self.average(a, b)
        del self.nodes[b]
        row = self.sums[a]
        row.pop(b, None)
        for c, total in self.sums.pop(b).items():
            if c != a:
                others = self.sums[c]
                del others[b]
                row[c] = others[a] = row.get(c, 0.0) + total
        within = one.within + other.within + min(alike, CLOSE) * one.size * other.size
        self.nodes[a] = Node(one.size + other.size, (), (one, other), alike, within)
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

    for members in limits.laid_down():
        for member in members[1:]:
            unite(members[0], member)
    return [root(article) for article in range(n)]
