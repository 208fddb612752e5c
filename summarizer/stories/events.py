"""Where the tree of articles is cut into events.

How alike two articles of one event are differs much between kinds of text: wire reports share sentences, features
hardly a word but the names. So one figure doesn't do for all: what two groups need to be one event follows from how
closely each hangs together itself. Two articles that nothing else confirms need the most, as they may share no more
than a company's name; the more articles a group has, the further off may another one be that belongs to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import inf, pow
from typing import Protocol

from summarizer.stories.linkage import Group, Limits, Node, tree

LEAST = 0.1
"""What is less alike than this on average is never one event, ..."""

TWO = 0.35
"""... nor are two single articles that are less alike than this."""

ONE_MORE, FAMILIAR = 1.1, 0.6
"""An article belongs to a group when it is this alike to it, times what holds the group together (`Node.hold`), divided
by this power of its size: 0.73 of it for a group of two, 0.42 for five, 0.28 for ten. Never more than `TWO`, but ..."""

FEW_WORDS, BY_CHANCE, MOST_BY_CHANCE = 14, 0.3, 1.6
"""... where a single article shares fewer telling words than this with the other, or with a group's on average, it
needs more, by this power of how many times fewer, up to this factor: two short texts are soon alike by chance, by a
company's name and its trade."""

COHESION, UNEVEN = 0.8, 0.2
"""Two groups of two or more are one event when they are alike at this share of what holds each together, the two
taken half and half. Where one is smaller than the other they need less, by this power of how much: two halves that each
hang together are soon two events of one kind, a few articles beside many the rest of one. Groups of more than two need
less too, ..."""

LARGER, LARGER_AT_ONCE = 0.1, 0.2
"""... by this power of how many pairs of their articles there are for each that two twos have, and by the second one
where their days show them to be of one time: 0.67 of it for two groups of five and 0.55 of one time, 0.58 and 0.42 for
two of ten, 0.42 and 0.32 for twenty and three."""

SURE = 0.65
"""This much is enough even for groups of times far apart: a text that is printed again."""


RELIEF = 0.95
"""Where one half is itself no event, the whole needs this share of what that half lacks: articles that are all a little
too far from each other may be one event together, but not a chain in which each is like the next."""


class Facts(Protocol):
    """What is known of two groups besides how alike they are."""

    def years_apart(self, ones: Group, others: Group) -> bool:
        """Whether they are of times far apart; then only what is `SURE` makes them one event."""

    def of_one_time(self, ones: Group, others: Group) -> bool:
        """Whether the days of both are known to lie close together."""

    def shared_words(self, ones: Group, others: Group) -> float:
        """How many different words that tell something an article of one shares with one of the other, on average."""


class NoFacts:
    """Nothing speaks for or against."""

    def years_apart(self, ones: Group, others: Group) -> bool:
        return False

    def of_one_time(self, ones: Group, others: Group) -> bool:
        return False

    def shared_words(self, ones: Group, others: Group) -> float:
        return inf


NO_FACTS = NoFacts()


def events(
    n: int, similarities: Iterable[tuple[int, int, float]], limits: Limits | None = None, facts: Facts = NO_FACTS
) -> list[Group]:
    """Groups of 0..n-1 that tell one event each: sorted, in the order of their first article."""
    uncut = tree(n, similarities, LEAST, limits)
    whole = _Verdicts(facts).on(uncut)
    found: list[Group] = []
    while uncut:
        node = uncut.pop()
        if node.halves is None or node in whole:
            found.append(node.articles())
        else:
            uncut += node.halves
    return sorted(found)


def needed(
    size: int,
    hold: float,
    other_size: int,
    other_hold: float,
    *,
    shared_words: float = inf,
    of_one_time: bool = False,
) -> float:
    """How alike two groups must be on average to be one event. `hold`: as `Node.hold`, of no account for a single
    article. `shared_words`, `of_one_time`: as in `Facts`, the former of account for single articles only, the latter
    for groups."""
    if size > 1 and other_size > 1:
        fewer, more = sorted((size, other_size))
        share = COHESION * pow(fewer / more, UNEVEN)
        share *= pow(4 / (size * other_size), LARGER_AT_ONCE if of_one_time else LARGER)
        return max(LEAST, share * (hold + other_hold) / 2)
    least = TWO
    if size != other_size:
        least = min(TWO, ONE_MORE * (hold if other_size == 1 else other_hold) / pow(max(size, other_size), FAMILIAR))
    by_chance = pow(FEW_WORDS / max(shared_words, 1.0), BY_CHANCE)
    return max(LEAST, least) * min(max(1.0, by_chance), MOST_BY_CHANCE)


@dataclass(slots=True)
class _Verdicts:
    """`whole`: the joined nodes, at whatever height, that tell one event. `lacking`: what the others would need."""

    facts: Facts
    whole: set[Node] = field(default_factory=set)
    lacking: dict[Node, float] = field(default_factory=dict)

    def on(self, roots: Iterable[Node]) -> set[Node]:
        nodes = list(roots)
        for node in nodes:  # grows while it is walked: every node stands before its halves
            nodes += node.halves or ()
        for node in reversed(nodes):
            if node.halves:
                self._judge(node, *node.halves)
        return self.whole

    def _judge(self, node: Node, one: Node, other: Node) -> None:
        lacks = max(self.lacking.get(one, 0.0), self.lacking.get(other, 0.0))
        least = max(self._needed(node.alike, one, other), RELIEF * lacks)
        if node.alike < least and self._each_belongs(node.alike, one, other):
            least = node.alike
        if least <= node.alike < SURE and self.facts.years_apart(one.articles(), other.articles()):
            least = SURE
        if node.alike >= least:
            self.whole.add(node)
        else:
            self.lacking[node] = least

    def _each_belongs(self, alike: float, one: Node, other: Node) -> bool:
        """Whether one half is no event, but each event in it belongs to the other half, a group, by itself: two
        articles that have little in common may both belong to a story."""
        if (one in self.lacking) == (other in self.lacking):
            return False
        parted, group = (one, other) if one in self.lacking else (other, one)
        return group.size > 1 and all(alike >= self._needed(alike, part, group) for part in self._events_in(parted))

    def _events_in(self, node: Node) -> Iterator[Node]:
        open_ = [node]
        while open_:
            found = open_.pop()
            if found.halves is None or found in self.whole:
                yield found
            else:
                open_ += found.halves

    def _needed(self, alike: float, one: Node, other: Node) -> float:
        """The facts are looked at only where they decide."""
        least = needed(one.size, one.hold, other.size, other.hold)
        if one.size > 1 and other.size > 1:
            eased = needed(one.size, one.hold, other.size, other.hold, of_one_time=True)
            decides = eased <= alike < least and self.facts.of_one_time(one.articles(), other.articles())
            return eased if decides else least
        if not least <= alike < least * MOST_BY_CHANCE:
            return least
        shared = self.facts.shared_words(one.articles(), other.articles())
        return needed(one.size, one.hold, other.size, other.hold, shared_words=shared)
