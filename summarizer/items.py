"""Which items of many articles' lists are one thing: "Wu" and "Eddie Wu", "$39bn" and "280 billion yuan" of revenue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations
from typing import Any

from pydantic import BaseModel

from summarizer.consensus import Comparing, kept, settle, text_of
from summarizer.domain import Claim, Conflict, Resolution
from summarizer.rules import KeepAll, KeepMostReported
from summarizer.values.kind import Comparison, Relation

JOINS = (Relation.SAME,)
ONE_THING = (Relation.SAME, Relation.REFINES, Relation.REFINED)


@dataclass(slots=True)
class Item:
    """Claims that are about one thing. `notes` say which link could not be made, and why."""

    claims: list[Claim[Any]]
    notes: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Identity:
    """How two items are known to be one: by the parts named in `by`, else by the whole value."""

    by: tuple[str, ...]
    comparing: Comparing

    def relate(self, one: Claim[Any], other: Claim[Any]) -> Comparison:
        if not self.by:
            return self.comparing.compare(one, other)
        found = [self.comparing.compare(*(_part(claim, name) for claim in (one, other))) for name in self.by]
        relations = {comparison.relation for comparison in found}
        reason = "; ".join(comparison.reason for comparison in found if comparison.reason)
        if relations <= {*ONE_THING, Relation.UNCERTAIN} and Relation.UNCERTAIN in relations:
            return Comparison(self._others(one, other), reason)
        for relation in (Relation.DIFFERS, Relation.NOT_COMPARABLE, Relation.RELATED, Relation.UNCERTAIN):
            if relation in relations:
                return Comparison(relation, reason)
        finer = relations - {Relation.SAME}
        return Comparison(finer.pop() if len(finer) == 1 else Relation.SAME, reason)

    def _others(self, one: Claim[Any], other: Claim[Any]) -> Relation:
        """Where the named parts leave it open, the others decide: a bid of "1.2 billion" and one of "$1.2 billion" for
        the same company are one bid. Without a part that says the same it stays uncertain."""
        names = [name for name in type(one.value).model_fields if name not in self.by]
        pairs = [(_part(one, name), _part(other, name)) for name in names]
        found = {self.comparing.compare(a, b).relation for a, b in pairs if a.value is not None and b.value is not None}
        if not found or not found <= set(ONE_THING):
            return Relation.UNCERTAIN
        finer = found - {Relation.SAME}
        return finer.pop() if len(finer) == 1 else Relation.SAME


def settle_items(path: str, claims: Sequence[Claim[Any]], rule: KeepAll, comparing: Comparing) -> list[Resolution[Any]]:
    """A resolution for each different thing, those that most sources name first; paths are `path[0]`, `path[1]`, ..."""
    claims = sorted(claims, key=comparing.order)
    by = rule.by or tuple(getattr(type(claims[0].value), "identity", ()))
    own = tuple(rule.by) if rule.by or not hasattr(claims[0].value, "compare") else ()
    identity = Identity(own, comparing)
    items = _attached(_joined(claims, identity), identity)
    found = [_settled(path, item, by, identity, rule.name) for item in items]
    ranked = sorted(zip(found, items, strict=True), key=lambda pair: _rank(pair[0], pair[1], comparing))
    uncertain = _uncertain([item for _, item in ranked], identity)
    return [_placed(resolution, f"{path}[{i}]", uncertain.get(i, ())) for i, (resolution, _) in enumerate(ranked)]


def _joined(claims: Sequence[Claim[Any]], identity: Identity) -> list[Item]:
    """Items that say the same. Two groups join only if no pair of theirs differs: a chain of likenesses is no proof."""
    groups: list[list[Claim[Any]]] = []
    for claim in claims:
        home = next((group for group in groups if text_of(group[0].value) == text_of(claim.value)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    joined = True
    while joined:
        joined = False
        for one, other in combinations(range(len(groups)), 2):
            relations = {identity.relate(a, b).relation for a in _heads(groups[one]) for b in _heads(groups[other])}
            if Relation.SAME in relations and relations <= set(ONE_THING):
                groups[one] += groups.pop(other)
                joined = True
                break
    return [Item(group) for group in groups]


def _heads(group: Sequence[Claim[Any]]) -> list[Claim[Any]]:
    """One claim of each different value."""
    return list({text_of(claim.value): claim for claim in reversed(group)}.values())


def _attached(items: list[Item], identity: Identity) -> list[Item]:
    """A coarse item joins the one that says it more precisely, if there is exactly one: "Wu" while one Wu is there."""
    finer: dict[int, set[int]] = {}
    for one, other in combinations(range(len(items)), 2):
        heads = _heads(items[one].claims), _heads(items[other].claims)
        relations = {identity.relate(a, b).relation for a in heads[0] for b in heads[1]}
        if relations <= {Relation.REFINES, Relation.SAME} and Relation.REFINES in relations:
            finer.setdefault(other, set()).add(one)
        elif relations <= {Relation.REFINED, Relation.SAME} and Relation.REFINED in relations:
            finer.setdefault(one, set()).add(other)
    gone: set[int] = set()
    for index in sorted(finer):
        finest = {one for one in finer[index] if not finer.get(one, set()) & finer[index]}
        if len(finest) == 1:
            home = next(iter(finest))
            while len(finer.get(home, ())) == 1:
                home = next(iter(finer[home]))
            items[home].claims += items[index].claims
            gone.add(index)
        else:
            names = sorted(_name(items[one].claims[0].value) for one in finest)
            items[index].notes.append(f"not joined: it could be {' or '.join(names)}")
    return [item for index, item in enumerate(items) if index not in gone]


def _settled(path: str, item: Item, by: Sequence[str], identity: Identity, rule: str) -> Resolution[Any]:
    comparing = identity.comparing
    claims = sorted(item.claims, key=comparing.order)
    base = kept(path, claims, KeepMostReported(), comparing, identity.relate)
    value, conflicts = base.value, list(base.conflicts)
    if by and isinstance(value, BaseModel):
        parts: dict[str, Any] = {}
        for name in type(value).model_fields:
            if name in by and getattr(value, name) is not None:
                continue
            told = [_part(claim, name) for claim in claims if getattr(claim.value, name) is not None]
            if told:
                settled = settle(f"{path}.{name}", told, KeepMostReported(), comparing)
                parts[name] = settled.value
                conflicts += settled.conflicts
        value = value.model_copy(update=parts)
    agreement = "conflict" if conflicts else base.agreement
    notes = (*base.notes, *item.notes)
    return replace(
        base, value=value, rule=rule, agreement=agreement, conflicts=tuple(conflicts), notes=notes
    )  # fmt: skip


def _uncertain(items: Sequence[Item], identity: Identity) -> dict[int, list[tuple[Claim[Any], Claim[Any], str]]]:
    """Pairs of items that may be one: a person should look. An article that names both knows that they are two."""
    found: dict[int, list[tuple[Claim[Any], Claim[Any], str]]] = {}
    for one, other in combinations(range(len(items)), 2):
        if {c.article for c in items[one].claims} & {c.article for c in items[other].claims}:
            continue
        for a in _heads(items[one].claims):
            for b in _heads(items[other].claims):
                comparison = identity.relate(a, b)
                if comparison.relation is Relation.UNCERTAIN:
                    found.setdefault(one, []).append((a, b, comparison.reason))
    return found


def _placed(
    resolution: Resolution[Any], path: str, uncertain: Sequence[tuple[Claim[Any], Claim[Any], str]]
) -> Resolution[Any]:
    """The resolution under its final path."""
    before = len(resolution.path)
    conflicts = [replace(conflict, path=path + conflict.path[before:]) for conflict in resolution.conflicts]
    conflicts += [Conflict(path, "uncertain", a, (b,), reason or "may be one") for a, b, reason in uncertain]
    agreement = "conflict" if conflicts else resolution.agreement
    return replace(resolution, path=path, conflicts=tuple(conflicts), agreement=agreement)


def _rank(resolution: Resolution[Any], item: Item, comparing: Comparing) -> tuple[Any, ...]:
    return (-resolution.sources, -resolution.articles, min(comparing.order(claim) for claim in item.claims))


def _part(claim: Claim[Any], name: str) -> Claim[Any]:
    return replace(claim, path=f"{claim.path}.{name}", value=getattr(claim.value, name))


def _name(value: Any) -> str:
    return str(getattr(value, "name", value))
