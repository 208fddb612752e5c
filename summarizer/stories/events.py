"""Where the tree of articles is cut into events.

How alike two articles of one event are differs much between kinds of text: wire reports share sentences, features
hardly a word but the names; and within one war or one court case, reports of different events are more alike than
reports of one event are elsewhere. So no one figure parts them. A group is one event where it stands out from what is
next to it, and where its own two halves don't stand out from each other.
"""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.stories.linkage import Group, Limits, Node, tree

SURE = 0.6
"""A group whose halves are this alike on average is one event, whatever is next to it. Where it stands apart, so much
less will do as what is next to it is less alike to it than its halves are to each other."""

LEAST = 0.1
"""Halves that are less alike than this are never one event, ..."""

LEAST_OF_TWO = 0.2
"""... nor are two articles that are less alike than this, which nothing but their likeness holds together."""

COHESION = 0.55  # of `Node.hold`
"""Two groups of two or more are one event when they are alike at this share of what the looser one has, ..."""

COMPANY = 0.4  # of `Node.hold`
"""... a single article and a group at this share of what the group has."""


def events(n: int, similarities: Iterable[tuple[int, int, float]], limits: Limits | None = None) -> list[Group]:
    """Groups of 0..n-1 that tell one event each: sorted, in the order of their first article."""
    found: list[Group] = []
    uncut = tree(n, similarities, LEAST, limits)
    while uncut:
        node = uncut.pop()
        if node.halves is None or _is_one_event(node, node.halves):
            found.append(node.articles())
        else:
            uncut += node.halves
    return sorted(found)


def _is_one_event(node: Node, halves: tuple[Node, Node]) -> bool:
    needed = SURE * min(node.beyond / node.alike, 1.0)
    one, other = sorted(halves, key=lambda half: half.size)
    if other.size == 1:
        return node.alike >= max(LEAST_OF_TWO, needed)
    held = COMPANY * other.hold if one.size == 1 else COHESION * min(one.hold, other.hold)
    return node.alike >= max(LEAST, needed, min(held, SURE))
