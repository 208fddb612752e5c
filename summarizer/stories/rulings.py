"""What callers, persons and answers to questions rule about the grouping, in terms of the articles at hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from summarizer.stories.corrections import Corrections
from summarizer.stories.doubt import APART, TOGETHER, Answer
from summarizer.stories.fingerprint import Fingerprint
from summarizer.stories.linkage import Limits, Pair
from summarizer.stories.links import Links


def moves_of(fingerprints: Sequence[Fingerprint], corrections: Corrections) -> dict[str, str]:
    """Article -> the article whose story it goes to, which isn't moved itself. A story id that the caller gave wins."""
    at_hand = {f.id: f for f in fingerprints}
    chain = dict(corrections.moved)
    found: dict[str, str] = {}
    for article, target in corrections.moved:
        while target in chain:
            target = chain[target]
        if article in at_hand and target in at_hand and at_hand[article].story in (None, at_hand[target].story):
            found[article] = target
    return found


def limits_of(fingerprints: Sequence[Fingerprint], corrections: Corrections, moves: Mapping[str, str]) -> Limits:
    """As places among the fingerprints. What keeps a moved article apart keeps its new story apart."""
    place = {f.id: i for i, f in enumerate(fingerprints)}
    together = (tuple(sorted(place[i] for i in ids if i in place)) for ids in corrections.together)
    pairs = ((moves.get(one, one), moves.get(other, other)) for one, other in corrections.apart)
    return Limits(
        together=tuple(members for members in together if len(members) > 1),
        apart=frozenset((place[one], place[other]) for one, other in pairs if one in place and other in place),
        named={i: f.story for i, f in enumerate(fingerprints) if f.story is not None},
    )


def with_moved(groups: Iterable[Sequence[str]], moves: Mapping[str, str]) -> list[list[str]]:
    """Each moved article taken to the group of its target."""
    kept = [[article for article in group if article not in moves] for group in groups]
    group_of = {article: group for group in kept for article in group}
    for article, target in sorted(moves.items()):
        group_of[target].append(article)
    return [sorted(group) for group in kept if group]


def with_answers(links: Links, answers: Sequence[Answer]) -> Links:
    """An answer moves the similarities between two clusters; pairs that weren't compared are added."""
    ruled = _ruled(links, answers)
    if not ruled:
        return links
    alike = {(i, j): at for at, (i, j) in enumerate(zip(links.first.tolist(), links.second.tolist(), strict=True))}
    values = links.alike.copy()
    added: list[Pair] = []
    for pair, same in sorted(ruled.items()):
        if pair in alike:
            value = float(values[alike[pair]])
            values[alike[pair]] = _weighed(value, same)
        elif same:
            added.append(pair)
    return _extended(replace(links, alike=values), added)


def told_apart(links: Links, answers: Sequence[Answer]) -> frozenset[Pair]:
    """Places of two articles that an answer says tell two events."""
    return frozenset(pair for pair, same in _ruled(links, answers).items() if not same)


def _ruled(links: Links, answers: Sequence[Answer]) -> dict[Pair, bool]:
    """Places of two articles -> whether an answer says that they tell one event; a later answer wins."""
    place = {article: i for i, article in enumerate(links.ids)}
    ruled: dict[Pair, bool] = {}
    for one, other, same in (said for answer in answers for said in answer.same):
        for a, b in product(one, other):
            if a in place and b in place:
                ruled[min(place[a], place[b]), max(place[a], place[b])] = same
    return ruled


def _weighed(alike: float, same: bool) -> float:
    return 1 - (1 - alike) * TOGETHER if same else alike * APART


def _extended(links: Links, added: Sequence[Pair]) -> Links:
    if not added:
        return links
    nothing = np.zeros(len(added))
    return replace(
        links,
        first=np.concatenate([links.first, [pair[0] for pair in added]]),
        second=np.concatenate([links.second, [pair[1] for pair in added]]),
        text=np.concatenate([links.text, nothing]),
        times=np.concatenate([links.times, nothing + 1]),
        alike=np.concatenate([links.alike, nothing + _weighed(0.0, same=True)]),
    )
