"""What was extracted, as a check on what the texts suggest: do two articles tell of one event?

One field that differs is a disagreement within a story, which is what a digest is there to show. Two that differ, or
one and a time far off, are another event. Fields that agree bring articles closer, but never a company's name alone:
a company has many stories.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from summarizer.domain import Claim, Extraction
from summarizer.values.horizon import Horizon
from summarizer.values.kind import Comparable, Relation, Setting
from summarizer.values.money import Money
from summarizer.values.organization import Organization
from summarizer.values.person import Person

ONE_CONFLICT = 0.6
SEVERAL_CONFLICTS = 0.3
CONFLICT_AND_FAR = 0.5
OTHER_ACTOR = 0.4
LEAST_DISTANCE = 0.5
NEAR_DAYS, FAR_DAYS = 3, 90

_DISTANCE_LEFT: tuple[tuple[type, float], ...] = (
    (Money, 0.75),
    (Horizon, 0.9),
    (Person, 0.88),
    (Organization, 0.95),
    (date, 0.85),
)
_SAME = (Relation.SAME, Relation.REFINES, Relation.REFINED)


@dataclass(frozen=True, slots=True)
class Evidence:
    """`agreeing`, `differing`: paths of fields, sorted. `weigh` applies it to a similarity."""

    agreeing: tuple[str, ...] = ()
    differing: tuple[str, ...] = ()
    distance_left: float = 1.0
    actor_differs: bool = False

    def weigh(self, alike: float, far: bool) -> float:
        """`far`: the articles' times already speak against one event."""
        if self.differing:
            several = SEVERAL_CONFLICTS if len(self.differing) > 1 else ONE_CONFLICT
            actor = OTHER_ACTOR if self.actor_differs else 1.0
            return alike * min(several, actor) * (CONFLICT_AND_FAR if far else 1.0)
        return 1 - (1 - alike) * self.distance_left


NOTHING = Evidence()


def single_paths(extractions: Iterable[Extraction]) -> frozenset[str]:
    """Fields of which no article claims two values: only those can differ; two lists merely hold different items."""
    once: set[tuple[str, str]] = set()
    twice: set[tuple[str, str]] = set()
    for extraction in extractions:
        for claim in extraction.claims:
            (twice if (extraction.article, claim.path) in once else once).add((extraction.article, claim.path))
    return frozenset(path for _, path in once) - {path for _, path in twice}


def evidence(one: Extraction, other: Extraction, setting: Setting, single: frozenset[str]) -> Evidence:
    """Compares the claims of the fields that both articles fill. `single`: as `single_paths` gives them."""
    ones, others = _by_path(one), _by_path(other)
    agreeing: dict[str, float] = {}
    differing: list[str] = []
    kinds: set[type] = set()
    actor_differs = False
    for path in sorted(ones.keys() & others.keys()):
        kind = _kind(ones[path][0].value)
        relations = {_relation(a.value, b.value, setting) for a in ones[path] for b in others[path]}
        if relations & set(_SAME):
            agreeing[path] = 0.97 if kind in kinds else dict(_DISTANCE_LEFT).get(kind, 1.0)
            kinds.add(kind)
        elif relations == {Relation.DIFFERS} and path in single and kind is not Person:
            differing.append(path)
            actor_differs = actor_differs or kind is Organization
    left = 1.0
    if kinds - {Organization, object}:
        for share in agreeing.values():
            left *= share
    return Evidence(tuple(agreeing), tuple(differing), max(left, LEAST_DISTANCE), actor_differs)


def _by_path(extraction: Extraction) -> Mapping[str, list[Claim[Any]]]:
    found: dict[str, list[Claim[Any]]] = {}
    for claim in extraction.claims:
        if _kind(claim.value) is not object:
            found.setdefault(claim.path, []).append(claim)
    return found


def _kind(value: object) -> type:
    return next((kind for kind, _ in _DISTANCE_LEFT if isinstance(value, kind)), object)


def _relation(value: Any, other: Any, setting: Setting) -> Relation:
    if isinstance(value, date) and isinstance(other, date):
        days = abs((date(value.year, value.month, value.day) - date(other.year, other.month, other.day)).days)
        return Relation.SAME if days <= NEAR_DAYS else Relation.DIFFERS if days > FAR_DAYS else Relation.UNCERTAIN
    if isinstance(value, Money) and isinstance(other, Money) and None in (value.amount, other.amount):
        return Relation.NOT_COMPARABLE  # a sum that is withheld fits any other, so it shows nothing
    if type(value) is type(other) and isinstance(value, Comparable):
        return value.compare(other, setting).relation
    return Relation.NOT_COMPARABLE
