"""Why an article is in its story and not in another, in short phrases."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice

from summarizer.stories.evidence import NOTHING, Evidence
from summarizer.stories.fingerprint import Fingerprint
from summarizer.stories.links import sums_meet

NAMES, NUMBERS = 4, 3
"""How many shared names and numbers a reason tells."""

_SMALL = 100
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


class Rarity:
    """How many articles of the batch name a name or give a number."""

    def __init__(self, fingerprints: Sequence[Fingerprint]) -> None:
        self._names: Counter[str] = Counter()
        self._numbers: Counter[str] = Counter()
        for fingerprint in fingerprints:
            self._names.update(set(fingerprint.names))
            self._numbers.update(set(fingerprint.numbers))

    def names(self, members: Sequence[Fingerprint]) -> list[str]:
        """The rarest names that more than half of the articles hold (all, of two); parts of a longer one left out."""
        held = Counter(name for f in members for name in set(f.names))
        common = [name for name, count in held.items() if 2 * count > len(members)]
        common.sort(key=lambda name: (-held[name], self._names[name], -len(name), name))
        chosen: list[str] = []
        for name in common:
            if not any(f" {name} " in f" {other} " for other in chosen):
                chosen = [other for other in chosen if f" {other} " not in f" {name} "] + [name]
        return [_title(name) for name in islice(chosen, NAMES)]

    def numbers(self, members: Sequence[Fingerprint]) -> list[str]:
        """As `names`; small whole numbers and years say too little."""
        held = Counter(number for f in members for number in set(f.numbers))
        common = [n for n, count in held.items() if 2 * count > len(members) and _telling(n)]
        common.sort(key=lambda number: (-held[number], self._numbers[number], number))
        return [_number(number) for number in common[:NUMBERS]]


def _title(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


def _telling(number: str) -> bool:
    if number.endswith("%") or "." in number:
        return True
    value = float(number)
    return value >= _SMALL and not 1900 <= value <= 2100


def _number(number: str) -> str:
    if number.endswith("%"):
        return number
    value = float(number)
    for scale, word in _SCALES:
        if value >= scale:
            return f"{value / scale:.12g} {word}"
    return f"{value:,.12g}"


def common_ground(members: Sequence[Fingerprint], rarity: Rarity) -> list[str]:
    """What the articles of a story share: names, numbers, days."""
    reasons = []
    if names := rarity.names(members):
        reasons.append("all name " + ", ".join(names) if _all(members) else "most name " + ", ".join(names))
    if numbers := rarity.numbers(members):
        reasons.append("shared figures " + ", ".join(numbers))
    days = sorted(f.day for f in members if f.day)
    if days:
        reasons.append(f"published {days[0]}" + (f" to {days[-1]}" if days[-1] != days[0] else ""))
    return reasons


def _all(members: Sequence[Fingerprint]) -> bool:
    return len(members) <= 2


def pair_reasons(
    one: Fingerprint, other: Fingerprint, rarity: Rarity, found: Evidence = NOTHING, notes: Sequence[str] = ()
) -> list[str]:
    """What speaks for and against one event for two articles."""
    reasons = list(notes)
    if names := rarity.names((one, other)):
        reasons.append("both name " + ", ".join(names))
    if numbers := rarity.numbers((one, other)):
        reasons.append("both give " + ", ".join(numbers))
    reasons += [f"{path} agrees" for path in found.agreeing] + [f"{path} differs" for path in found.differing]
    if one.sums and other.sums and not sums_meet(one.sums, other.sums):
        reasons.append(f"they begin with other sums: {_sums(one)} and {_sums(other)}")
    reasons += _time_reasons(one, other)
    return reasons or ["little in common"]


def _sums(fingerprint: Fingerprint) -> str:
    return ", ".join(_number(str(value)) for value in sorted(fingerprint.sums, reverse=True)[:NUMBERS])


def _time_reasons(one: Fingerprint, other: Fingerprint) -> list[str]:
    if one.day and other.day:
        gap = abs((one.day - other.day).days)
        return ["published the same day" if gap == 0 else f"published {gap} day{'s' if gap > 1 else ''} apart"]
    if (one.day or one.day_of_year) and (other.day or other.day_of_year):
        return [f"datelines of {_day_and_month(one)} and {_day_and_month(other)}"]
    if one.years and other.years and not one.years & other.years:
        return [f"latest years named: {max(one.years)} and {max(other.years)}"]
    return []


def _day_and_month(fingerprint: Fingerprint) -> str:
    day = fingerprint.day or date(2000, 1, 1) + timedelta((fingerprint.day_of_year or 1) - 1)
    return f"{day:%B} {day.day}"
