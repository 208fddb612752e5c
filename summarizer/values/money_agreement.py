"""Do two statements of one sum agree? By the intervals that their wording leaves open, across currencies.

A statement is everything that one article prints for the sum: "380 billion yuan (approximately 50 billion euros)". Any
two expressions that agree decide for agreement, since an article's own conversion may be wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.values.kind import Comparison, Relation, Setting
from summarizer.values.rates import Rate, rate
from summarizer.values.sums import Sum, digits, interval

_NEAR = 1.10  # the ratio of two amounts up to which a person should look before it is called a conflict
_ORDER = (
    Relation.SAME,
    Relation.REFINES,
    Relation.REFINED,
    Relation.UNCERTAIN,
    Relation.DIFFERS,
    Relation.NOT_COMPARABLE,
)


@dataclass(frozen=True, slots=True)
class _Pair:
    one: Sum
    other: Sum
    rate: Rate
    assumed: bool  # one of them prints no currency


def compare_sums(ones: Sequence[Sum], others: Sequence[Sum], setting: Setting) -> Comparison:
    """`ones` and `others`: the expressions of each side that state an amount; neither is empty."""
    same = [(one, other) for one in ones for other in others if one.currency == other.currency]
    found: list[Comparison] = []
    unknown: list[str] = []
    for one, other in same or [(one, other) for one in ones for other in others]:
        known = _rate(one, other, setting)
        if known is None:
            unknown.append(f"{one.currency} and {other.currency}")
            continue
        assumed = one.currency is None or other.currency is None
        found.append(_compare_pair(_Pair(one, other, known, assumed and one.currency != other.currency)))
    if found:
        return min(found, key=lambda c: (_ORDER.index(c.relation), c.reason))
    return Comparison(Relation.NOT_COMPARABLE, f"no rate is known between {', '.join(sorted(set(unknown)))}")


def _rate(one: Sum, other: Sum, setting: Setting) -> Rate | None:
    if one.currency is None or other.currency is None or one.currency == other.currency:
        return Rate(1.0, 1.0, "")
    return rate(one.currency, other.currency, (setting.published, setting.other_published), setting.rates)


def _compare_pair(pair: _Pair) -> Comparison:
    mine, theirs = interval(pair.one), interval(pair.other)
    if mine is None or theirs is None:
        return Comparison(Relation.NOT_COMPARABLE)
    low, high = mine[0] * pair.rate.low, mine[1] * pair.rate.high
    reason = _reason(pair)
    if low <= theirs[1] and theirs[0] <= high:
        if pair.assumed:
            return Comparison(Relation.UNCERTAIN, f"{pair.one} and {pair.other}: only one of them prints a currency")
        return Comparison(_overlapping(pair), reason)
    if pair.assumed:
        return Comparison(Relation.NOT_COMPARABLE, f"{pair.one} and {pair.other}: only one of them prints a currency")
    near = _ratio(pair) <= _NEAR
    return Comparison(Relation.UNCERTAIN if near else Relation.DIFFERS, reason)


def _overlapping(pair: _Pair) -> Relation:
    """Which of two statements that can both be true says more: a point more than a bound, more digits than fewer."""
    one, other = pair.one, pair.other
    if (one.bound == "exact") != (other.bound == "exact"):
        return Relation.REFINES if one.bound == "exact" else Relation.REFINED
    if one.currency != other.currency or (one.amount == other.amount and one.top == other.top):
        return Relation.SAME
    if one.bound != "exact":
        return _narrower(one, other)
    if digits(one) != digits(other):
        return Relation.REFINES if digits(one) > digits(other) else Relation.REFINED
    return Relation.SAME


def _narrower(one: Sum, other: Sum) -> Relation:
    mine, theirs = interval(one), interval(other)
    if mine is None or theirs is None or mine == theirs:
        return Relation.SAME
    if theirs[0] <= mine[0] and mine[1] <= theirs[1]:
        return Relation.REFINES
    return Relation.REFINED if mine[0] <= theirs[0] and theirs[1] <= mine[1] else Relation.SAME


def _middle(money: Sum) -> float:
    return (float(money.amount or 0) + float(money.top or 0)) / 2


def _ratio(pair: _Pair) -> float:
    mine, theirs = _middle(pair.one) * pair.rate.middle, _middle(pair.other)
    return max(mine, theirs) / min(mine, theirs) if min(mine, theirs) > 0 else float("inf")


def _reason(pair: _Pair) -> str:
    if not pair.rate.source:
        return f"{pair.one} and {pair.other}"
    middle = _middle(pair.one) * pair.rate.middle
    return (
        f"{pair.one} is about {_short(middle)} {pair.other.currency} by {pair.rate.source}; the other is {pair.other}"
    )


def _short(amount: float) -> str:
    for limit, word in ((1e12, " trillion"), (1e9, " billion"), (1e6, " million")):
        if amount >= limit:
            return f"{amount / limit:.3g}{word}"
    return f"{amount:,.0f}"
