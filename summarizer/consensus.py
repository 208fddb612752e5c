"""What the claims for one fact amount to: which value is kept, who supports it, and who says otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import TypeAdapter

from summarizer.domain import SUPPORTS, Agreement, Article, Claim, Conflict, Resolution, Stance, Stand
from summarizer.rules import Candidate, Combine, Rule
from summarizer.values import compare
from summarizer.values.aliases import Aliases
from summarizer.values.kind import Comparison, Relation, Setting
from summarizer.values.rates import PrintedRate

ANY: TypeAdapter[Any] = TypeAdapter(Any)

Sources = Callable[[Sequence[Claim[Any]]], int]
"""How many independent sources these claims have."""

Compare = Callable[[Claim[Any], Claim[Any]], Comparison]

STANDS: Mapping[Relation, Stand] = {
    Relation.SAME: "same",
    Relation.REFINES: "coarser",  # the kept value refines the claim
    Relation.REFINED: "finer",
    Relation.RELATED: "related",
    Relation.UNCERTAIN: "uncertain",
    Relation.DIFFERS: "differs",
    Relation.NOT_COMPARABLE: "uncompared",
}
ORDER: tuple[Stand, ...] = (
    "same", "combined", "finer", "coarser", "withheld", "uncompared", "related", "uncertain", "differs",
)  # fmt: skip


def text_of(value: Any) -> str:
    """The one spelling of a value, to sort by and to tell values apart."""
    return json.dumps(ANY.dump_python(value, mode="json"), sort_keys=True, ensure_ascii=False)


def withheld(value: Any) -> bool:
    """Does the value only say that there is one (an undisclosed amount)?"""
    return bool(getattr(value, "withheld", False))


@dataclass(slots=True)
class Comparing:
    """Compares claims of one story; each pair of values once."""

    articles: Mapping[str, Article]
    count_sources: Sources
    rates: tuple[PrintedRate, ...] = ()
    aliases: Aliases | None = None
    _known: dict[tuple[str, date | None, str, date | None], Comparison] = field(default_factory=dict)

    def compare(self, one: Claim[Any], other: Claim[Any]) -> Comparison:
        published, other_published = self.published(one), self.published(other)
        key = (text_of(one.value), published, text_of(other.value), other_published)
        if key not in self._known:
            setting = Setting(published, other_published, self.rates, self.aliases)
            self._known[key] = compare(one.value, other.value, setting)
        return self._known[key]

    def published(self, claim: Claim[Any]) -> date | None:
        return self.articles[claim.article].published

    def order(self, claim: Claim[Any]) -> tuple[Any, ...]:
        """The fixed order of claims: by what they are, never by when they came."""
        first = claim.quotes[0].start if claim.quotes else 0
        return (self.published(claim) or date.max, claim.article, first, text_of(claim.value))


def settle(path: str, claims: Sequence[Claim[Any]], rule: Rule, comparing: Comparing) -> Resolution[Any]:
    """The resolution of all claims (at least one) for one fact."""
    claims = sorted(claims, key=comparing.order)
    if isinstance(rule, Combine):
        return _combined(path, claims, rule, comparing)
    return kept(path, claims, rule, comparing, comparing.compare)


def kept(path: str, claims: Sequence[Claim[Any]], rule: Rule, comparing: Comparing, relate: Compare) -> Resolution[Any]:
    """Chooses one of the claims' values; `relate` says how two claims stand to each other. `claims` are in order."""
    distinct: dict[str, Claim[Any]] = {}
    for claim in claims:
        distinct.setdefault(text_of(claim.value), claim)
    holders = list(distinct.values())
    candidates = [_candidate(holder, claims, comparing, relate) for holder in holders]
    holder = holders[rule.choose(candidates)]
    stances = [_stance(holder, claim, relate) for claim in claims]
    stances.sort(key=lambda stance: ORDER.index(stance.stand))
    return resolution(path, holder, stances, rule.name, comparing)


def resolution(
    path: str, holder: Claim[Any], stances: Sequence[Stance[Any]], rule: str, comparing: Comparing
) -> Resolution[Any]:
    """The resolution that keeps `holder`'s value, from where all claims stand."""
    telling = [s.claim for s in stances if s.stand in SUPPORTS and (s.stand != "withheld" or withheld(holder.value))]
    sources = comparing.count_sources(telling)
    conflicts = tuple(
        Conflict(path, kind, holder, tuple(s.claim for s in against), "; ".join(_distinct(s.reason for s in against)))
        for kind in ("differs", "uncertain")
        if (against := [s for s in stances if s.stand == kind])
    )
    notes = tuple(f"withheld by {s.claim.article}" for s in stances if s.stand == "withheld")
    articles = len({claim.article for claim in telling})
    agreement = agreement_of(stances, sources)
    same = [stance.claim.value for stance in stances if stance.stand == "same"]
    value = holder.value.joined(same) if hasattr(holder.value, "joined") else holder.value
    return Resolution(path, value, agreement, rule, tuple(stances), sources, articles, conflicts, notes)


def agreement_of(stances: Sequence[Stance[Any]], sources: int) -> Agreement:
    """The word for a fact, from where its claims stand."""
    stands = {stance.stand for stance in stances}
    if stands & {"differs", "uncertain"}:
        return "conflict"
    if stands & {"uncompared", "related"}:
        return "uncompared"
    if stands & {"coarser", "finer", "withheld"}:
        return "refined"
    return "agreed" if sources > 1 else "single"


def _distinct(reasons: Any) -> list[str]:
    return sorted({reason for reason in reasons if reason})


def _stance(holder: Claim[Any], claim: Claim[Any], relate: Compare) -> Stance[Any]:
    if text_of(claim.value) == text_of(holder.value):
        return Stance(claim, "same")
    found = relate(holder, claim)
    stand = STANDS[found.relation]
    if stand == "coarser" and withheld(claim.value):
        stand = "withheld"
    return Stance(claim, stand, found.reason)


def _candidate(
    holder: Claim[Any], claims: Sequence[Claim[Any]], comparing: Comparing, relate: Compare
) -> Candidate[Any]:
    stances = [_stance(holder, claim, relate) for claim in claims]
    says = tuple(s.claim for s in stances if s.stand in ("same", "coarser"))
    same = [s.claim for s in stances if s.stand == "same"]
    return Candidate(
        value=holder.value,
        says=says,
        sources=comparing.count_sources(says),
        articles=len({claim.article for claim in says}),
        refines=sum(s.stand in ("coarser", "withheld") for s in stances),
        withheld=withheld(holder.value),
        dates=tuple(sorted(day for claim in same if (day := comparing.published(claim)))),
        outlets=tuple(sorted({comparing.articles[c.article].outlet or "" for c in same})),
        order=(len(holder.notes), *comparing.order(holder)),
    )


def _combined(path: str, claims: list[Claim[Any]], rule: Combine, comparing: Comparing) -> Resolution[Any]:
    by_text = sorted(claims, key=lambda claim: (text_of(claim.value), comparing.order(claim)))
    values = {(claim.article, text_of(claim.value)): claim.value for claim in by_text}
    try:
        value = rule.function(list(values.values()))
    except Exception as problem:  # the schema author's own code: its failure must not lose what was paid for
        found = kept(path, claims, Rule(), comparing, comparing.compare)
        note = f"{rule.name} failed ({type(problem).__name__}: {problem}); the most reported value was kept"
        return Resolution(path, found.value, found.agreement, rule.name, found.stances, found.sources, found.articles,
                          found.conflicts, (*found.notes, note))  # fmt: skip
    stances = tuple(Stance(claim, "combined") for claim in claims)
    sources = comparing.count_sources(claims)
    differ = len({text_of(claim.value) for claim in claims}) > 1
    agreement: Agreement = "refined" if differ else "agreed" if sources > 1 else "single"
    articles = len({claim.article for claim in claims})
    return Resolution(path, value, agreement, rule.name, stances, sources, articles)
