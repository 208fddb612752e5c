"""Where the tree of articles is cut into events.

How alike two articles of one event are differs much between kinds of text: wire reports share sentences, features
hardly a word but the names. So one figure doesn't do for all: what two groups need to be one event follows from how
closely each hangs together itself. Two articles that nothing else confirms need the most, as they may share no more
than a company's name; the more articles a group has, the further off may another one be that belongs to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import sqrt

from summarizer.stories.linkage import Group, Limits, Node, tree

LEAST = 0.1
"""What is less alike than this on average is never one event, ..."""

TWO = 0.37
"""... nor are two single articles that are less alike than this."""

ONE_MORE = 1.1
"""An article belongs to a group when it is this alike to it, times what holds the group together (`Node.hold`), divided
by the root of its size: 0.78 of it for a group of two, 0.49 for five, 0.35 for ten. Never more than `TWO`."""

COHESION = 0.5
"""Two groups of two or more are one event when they are alike at this share of what holds the closer one together."""

SURE = 0.65
"""This much is enough even for groups of times far apart: a text that is printed again."""

RELIEF = 0.9
"""Where one half is itself no event, the whole needs this share of what that half lacks: articles that are all a little
too far from each other may be one event together, but not a chain in which each is like the next."""


def events(
    n: int,
    similarities: Iterable[tuple[int, int, float]],
    limits: Limits | None = None,
    times_apart: Callable[[Group, Group], bool] = lambda one, other: False,
) -> list[Group]:
    """Groups of 0..n-1 that tell one event each: sorted, in the order of their first article. `times_apart`: whether
    two groups are of times far apart; then only what is `SURE` makes them one event."""
    uncut = tree(n, similarities, LEAST, limits)
    whole = _events_among(uncut, times_apart)
    found: list[Group] = []
    while uncut:
        node = uncut.pop()
        if node.halves is None or node in whole:
            found.append(node.articles())
        else:
            uncut += node.halves
    return sorted(found)


def needed(size: int, hold: float, other_size: int, other_hold: float) -> float:
    """How alike two groups must be on average to be one event. `hold`: as `Node.hold`, of no account for a single
    article."""
    if size == other_size == 1:
        least = TWO
    elif size == 1 or other_size == 1:
        least = min(TWO, ONE_MORE * (hold if other_size == 1 else other_hold) / sqrt(max(size, other_size)))
    else:
        least = COHESION * max(hold, other_hold)
    return max(LEAST, least)


def _events_among(roots: Iterable[Node], times_apart: Callable[[Group, Group], bool]) -> set[Node]:
    """The joined nodes, at whatever height, that tell one event."""
    nodes = list(roots)
    for node in nodes:  # grows while it is walked: every node stands before its halves
        nodes += node.halves or ()
    found: set[Node] = set()
    lacking: dict[Node, float] = {}
    for node in reversed(nodes):
        if node.halves:
            one, other = node.halves
            least = needed(one.size, one.hold, other.size, other.hold)
            least = max(least, *(RELIEF * lacking.pop(half, 0.0) for half in node.halves))
            if least <= node.alike < SURE and times_apart(one.articles(), other.articles()):
                least = SURE
            if node.alike >= least:
                found.add(node)
            else:
                lacking[node] = least
    return found
