"""Dates as signals: when an article is from, and how much two articles' times speak against one event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

TOP = 400
"""A full date within this many characters of the start is taken for the day of publication."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* ?\.?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_ISO = re.compile(r"\b((?:19|20)\d\d)(-| ?/ ?)(\d{1,2})\2(\d{1,2})\b")


def dateline(text: str) -> date | None:
    """The first full date at the top of a text: "December 28, 2013", "28 Dec 2013", "2013-12-28"."""
    top = text[:TOP]
    found: list[tuple[int, date]] = []
    for pattern, order in ((_MONTH_FIRST, "mdy"), (_DAY_FIRST, "dmy"), (_ISO, "y-md")):
        match = pattern.search(top)
        if match and (day := _day(dict(zip(order, match.groups(), strict=True)))):
            found.append((match.start(), day))
    return min(found)[1] if found else None


def _day(parts: dict[str, str]) -> date | None:
    month = parts["m"]
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3].casefold()) + 1
    try:
        return date(int(parts["y"]), number, int(parts["d"]))
    except ValueError:
        return None


FAR = 90
YEAR = 365
"""Days between two publications from which on they are about different events, unless the texts are much alike."""

FAR_APART = 0.4
"""What is left of the similarity of articles published further apart than `FAR` ..."""

YEARS_APART = 0.2
"""... than a year ..."""

SAME_DAY = 1.2
LATER = 0.5
FORGOTTEN = 14
"""What becomes of the similarity of articles published on one day, and of what is left of it when so many days have
passed: reports of one event appear together, and the next event of a running story is told in much the same words."""

OTHER_YEARS = 0.8
"""... and of texts without a date whose latest years differ and that name no year in common."""


class Timed(Protocol):
    """An article's day of publication and the years that it names."""

    @property
    def day(self) -> date | None: ...

    @property
    def years(self) -> frozenset[int]: ...


def time_factors(fingerprints: Sequence[Timed], first: NDArray[np.int64], second: NDArray[np.int64]) -> Floats:
    """What the times of two articles make of their similarity, for each pair: 1.0 where nothing speaks for or against
    one event. Days of publication decide where both are known, else the years that the texts name."""
    days = np.array([f.day.toordinal() if f.day else 0 for f in fingerprints], dtype=np.int64)
    latest = np.array([max(f.years, default=0) for f in fingerprints], dtype=np.int64)
    both_dated = (days[first] > 0) & (days[second] > 0)
    gaps = np.abs(days[first] - days[second])
    near = LATER + (SAME_DAY - LATER) * np.maximum(1 - gaps / FORGOTTEN, 0)
    factors = np.where(both_dated, np.where(gaps > FAR, FAR_APART, near), 1.0)
    factors[both_dated & (gaps > YEAR)] = YEARS_APART
    named = ~both_dated & (latest[first] > 0) & (latest[second] > 0) & (np.abs(latest[first] - latest[second]) >= 2)
    for k in np.flatnonzero(named):
        if not fingerprints[first[k]].years & fingerprints[second[k]].years:
            factors[k] = OTHER_YEARS
    return factors


TELL = 3
"""So many articles of a group must be dated to tell when it is from."""


def years_apart(ones: Sequence[Timed], others: Sequence[Timed]) -> bool:
    """Whether two groups are of other years, going by those of their articles whose day is known: every such day of one
    is more than a year from every such day of the other. Years that a text names don't count: they are of the past and
    of plans as well."""
    days, other_days = (sorted(article.day.toordinal() for article in group if article.day) for group in (ones, others))
    if min(len(days), len(other_days)) < TELL:
        return False
    return days[0] - other_days[-1] > YEAR or other_days[0] - days[-1] > YEAR
