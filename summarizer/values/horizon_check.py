"""Do these quotes say this horizon, or this period?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from summarizer.values.kind import Outcome, Reading, Verdict
from summarizer.values.moments import covers, overlap, same_length, window
from summarizer.values.time_moments import Found
from summarizer.values.time_reading import Times, read

if TYPE_CHECKING:
    from summarizer.values.horizon import Horizon

_BEST = (Outcome.CONFIRMED, Outcome.UNVERIFIABLE, Outcome.CONTRADICTED)


def read_all(quotes: Sequence[str], reading: Reading) -> Times:
    """The expressions of all quotes."""
    each = [read(quote, reading.published, reading.language) for quote in quotes]
    return Times(tuple(item for times in each for item in times.found), all(times.complete for times in each))


def confirm(claim: Horizon, quotes: Sequence[str], reading: Reading) -> Verdict:
    times = read_all(quotes, reading)
    checks = []
    if claim.duration:
        checks.append(_duration(claim, times))
    if claim.start or claim.end:
        checks.append(_dates(claim, times))
    for outcome in (Outcome.CONTRADICTED, Outcome.UNVERIFIABLE):
        for check in checks:
            if check.outcome is outcome:
                return check
    return _fiscal(claim.fiscal, times.found, tuple(note for check in checks for note in check.notes))


def _fiscal(claimed: bool, found: Iterable[Found], notes: tuple[str, ...]) -> Verdict:
    printed = any(item.fiscal for item in found)
    if claimed and not printed:
        return Verdict(Outcome.UNVERIFIABLE, "the quote speaks of no fiscal year", notes)
    return Verdict(Outcome.CONFIRMED, "", (*notes, "fiscal") if printed and not claimed else notes)


def _duration(claim: Horizon, times: Times) -> Verdict:
    lasting = [item for item in times.found if item.duration]
    for item in lasting:
        if item.denied and _touches(item, claim):
            return Verdict(Outcome.UNVERIFIABLE, "the quote denies it, or tells how often")
        if _same(item.duration, claim.duration) and _same(item.duration_max, claim.duration_max):
            return Verdict(Outcome.CONFIRMED)
    if not lasting:
        return Verdict(Outcome.UNVERIFIABLE, f"the quote states no duration such as {claim.duration}")
    said = ", ".join(
        f"{item.duration}/{item.duration_max}" if item.duration_max else str(item.duration) for item in lasting[:3]
    )
    bounds = [item for item in lasting if item.duration_max or claim.duration_max]
    if bounds and any(_touches(item, claim) for item in bounds):
        return Verdict(Outcome.UNVERIFIABLE, f"the quote says {said}")
    outcome = Outcome.CONTRADICTED if times.complete else Outcome.UNVERIFIABLE
    return Verdict(outcome, f"the quote says {said}, not {claim.duration}")


def _same(one: str | None, other: str | None) -> bool:
    return same_length(one, other) if one and other else one == other


def _touches(item: Found, claim: Horizon) -> bool:
    """One end of a range is the claim's, so that the quote doesn't deny it."""
    ends = [end for end in (item.duration, item.duration_max) if end]
    return any(_same(end, mine) for end in ends for mine in (claim.duration, claim.duration_max) if mine)


def _dates(claim: Horizon, times: Times) -> Verdict:
    found = [item for item in times.found if item.start or item.end]
    if not found:
        return Verdict(Outcome.UNVERIFIABLE, f"the quote states no date such as {claim.end or claim.start}")
    starts = [(judge(claim.start, item, "start"), item) for item in found] if claim.start else []
    ends = [(judge(claim.end, item, "end"), item) for item in found] if claim.end else []
    outcome = _together(starts, ends) if claim.start and claim.end else _best(value for value, _ in starts or ends)
    if outcome is Outcome.CONFIRMED:
        used = [item for value, item in [*starts, *ends] if value is Outcome.CONFIRMED]
        return Verdict(outcome, "", ("year_assumed",) if all(item.assumed for item in used) else ())
    said = ", ".join(sorted({printed(item) for item in found})[:3])
    if outcome is Outcome.CONTRADICTED and (not times.complete or any(item.assumed for item in found)):
        outcome = Outcome.UNVERIFIABLE
    return Verdict(outcome, f"the quote says {said}, not {_claimed(claim)}")


def _claimed(claim: Horizon) -> str:
    return claim.start or "" if claim.start == claim.end else f"{claim.start or '..'}/{claim.end or '..'}"


def printed(item: Found) -> str:
    return item.start or "" if item.start == item.end else f"{item.start or '..'}/{item.end or '..'}"


def _best(outcomes: Iterable[Outcome]) -> Outcome:
    given = list(outcomes)
    return next(outcome for outcome in _BEST if outcome in given)


def _together(starts: list[tuple[Outcome, Found]], ends: list[tuple[Outcome, Found]]) -> Outcome:
    """Start and end must come from one expression, or from two that each name one bound ("from 2025 ... by 2030")."""
    pairs = [
        max(one, other, key=_BEST.index)
        for one, first in starts
        for other, last in ends
        if first is last or (first.role in ("since", "lasts") and last.role in ("by", "lasts"))
    ]
    return _best(pairs)


def judge(claimed: str | None, item: Found, part: str) -> Outcome:
    """One bound of the claim against the same bound of an expression."""
    said = item.start if part == "start" else item.end
    if not claimed or not said or item.denied:
        return Outcome.UNVERIFIABLE
    mine, theirs = window(claimed), window(said)
    if covers(mine, theirs):
        return Outcome.CONFIRMED
    if covers(theirs, mine):
        bound = 0 if part == "start" else 1
        exact = mine[bound] == theirs[bound] and not item.loose
        return Outcome.CONFIRMED if exact else Outcome.UNVERIFIABLE
    return Outcome.UNVERIFIABLE if overlap(mine, theirs) else Outcome.CONTRADICTED
