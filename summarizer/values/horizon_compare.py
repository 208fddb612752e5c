"""Do two articles give one horizon? Durations against durations, and against end dates through the articles' dates."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from summarizer.values.kind import Comparison, Relation, Setting
from summarizer.values.moments import Window, add_months, covers, in_months, overlap, window

if TYPE_CHECKING:
    from summarizer.values.horizon import Horizon

FISCAL_SLACK = 9  # months: fiscal year n ends somewhere between the springs of n and of n+1
_NEAR_DAYS = 183  # a gap between two end windows up to which a person should look
_ALIKE_DAYS = 200  # end windows whose widths differ by less say the same


def compare_horizons(one: Horizon, other: object, setting: Setting) -> Comparison:
    if type(other) is not type(one):
        return Comparison(Relation.NOT_COMPARABLE, "the other is no horizon")
    if other == one and (one.duration or one.end):
        return Comparison(Relation.SAME)
    if one.duration and other.duration:
        relation = _durations(one, other)
        if relation is Relation.SAME and one.end and other.end:
            ends = _ends(one, other, setting)
            return ends if ends.relation is Relation.DIFFERS else Comparison(Relation.SAME)
        return Comparison(relation, "" if relation is Relation.SAME else f"{one} against {other}")
    return _ends(one, other, setting)


def _durations(one: Horizon, other: Horizon) -> Relation:
    low, top = _range(one)
    other_low, other_top = _range(other)
    if (low, top) == (other_low, other_top):
        return Relation.SAME
    if other_low <= low and top <= other_top:
        return Relation.REFINES
    if low <= other_low and other_top <= top:
        return Relation.REFINED
    near = low <= other_top * 1.1 and other_low <= top * 1.1
    return Relation.UNCERTAIN if near else Relation.DIFFERS


def _range(value: Horizon) -> tuple[float, float]:
    low = in_months(value.duration or "")
    return low, in_months(value.duration_max) if value.duration_max else low


def _ends(one: Horizon, other: Horizon, setting: Setting) -> Comparison:
    mine, theirs = _end_window(one, setting.published), _end_window(other, setting.other_published)
    if not mine or not theirs:
        return _starts(one, other)
    if overlap(mine, theirs):
        return Comparison(_overlapping(one, other, mine, theirs), f"{one} against {other}")
    gap = max((theirs[0] - mine[1]).days, (mine[0] - theirs[1]).days)
    relation = Relation.UNCERTAIN if gap <= _NEAR_DAYS else Relation.DIFFERS
    return Comparison(relation, f"one ends by {mine[1]}, the other by {theirs[1]}")


def _overlapping(one: Horizon, other: Horizon, mine: Window, theirs: Window) -> Relation:
    if one.end and other.end:
        if mine == theirs:
            return _start_relation(one, other)
        if not (one.fiscal or other.fiscal):
            return Relation.REFINES if covers(theirs, mine) else Relation.REFINED
    widths = (mine[1] - mine[0]).days, (theirs[1] - theirs[0]).days
    if abs(widths[0] - widths[1]) < _ALIKE_DAYS:
        return Relation.SAME
    return Relation.REFINES if widths[0] < widths[1] else Relation.REFINED


def _start_relation(one: Horizon, other: Horizon) -> Relation:
    """Of two horizons that end together."""
    if one.start == other.start:
        return Relation.SAME
    if not one.start or not other.start:
        return Relation.REFINES if one.start else Relation.REFINED
    mine, theirs = window(one.start), window(other.start)
    if covers(mine, theirs) or covers(theirs, mine):
        return Relation.REFINES if covers(theirs, mine) else Relation.REFINED
    return Relation.DIFFERS


def _starts(one: Horizon, other: Horizon) -> Comparison:
    if one.start and other.start and not (one.end or other.end or one.duration or other.duration):
        relation = _start_relation(one, other)
        return Comparison(relation, f"{one} against {other}")
    return Comparison(Relation.NOT_COMPARABLE, "a duration and a date, and the article's own date is not known")


def _end_window(value: Horizon, published: date | None) -> Window | None:
    """The days on which the horizon may end."""
    if value.end:
        first, last = window(value.end)
        if value.fiscal:
            return add_months(first, -FISCAL_SLACK), add_months(last, FISCAL_SLACK)
        return first, last
    if not value.duration or published is None:
        return None
    low, top = _range(value)
    slack = max(1, round(low * 0.1))
    return add_months(published, round(low) - slack), add_months(published, round(top) + slack)
