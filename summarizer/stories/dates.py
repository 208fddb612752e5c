"""Dates as signals: how much two articles' times speak for or against one event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

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
    """An article's day of publication, the day of the year where that is all that is known, and the years that it
    names."""

    @property
    def day(self) -> date | None: ...

    @property
    def day_of_year(self) -> int | None: ...

    @property
    def years(self) -> frozenset[int]: ...


def time_factors(fingerprints: Sequence[Timed], first: NDArray[np.int64], second: NDArray[np.int64]) -> Floats:
    """What the times of two articles make of their similarity, for each pair: 1.0 where nothing speaks for or against
    one event. Days of publication decide where both are known, else days of the year, else the years that the texts
    name."""
    days = np.array([f.day.toordinal() if f.day else 0 for f in fingerprints], dtype=np.int64)
    latest = np.array([max(f.years, default=0) for f in fingerprints], dtype=np.int64)
    both_dated = (days[first] > 0) & (days[second] > 0)
    gaps = np.abs(days[first] - days[second])
    seasons = np.array([_season(f) for f in fingerprints], dtype=np.int64)
    without_year = ~both_dated & (seasons[first] > 0) & (seasons[second] > 0)
    around = np.abs(seasons[first] - seasons[second])
    gaps = np.where(without_year, np.minimum(around, YEAR - np.minimum(around, YEAR)), gaps)
    timed = both_dated | without_year
    near = LATER + (SAME_DAY - LATER) * np.maximum(1 - gaps / FORGOTTEN, 0)
    factors = np.where(timed, np.where(gaps > FAR, FAR_APART, near), 1.0)
    factors[both_dated & (gaps > YEAR)] = YEARS_APART
    named = ~timed & (latest[first] > 0) & (latest[second] > 0) & (np.abs(latest[first] - latest[second]) >= 2)
    for k in np.flatnonzero(named):
        if not fingerprints[first[k]].years & fingerprints[second[k]].years:
            factors[k] = OTHER_YEARS
    return factors


def _season(article: Timed) -> int:
    return article.day.timetuple().tm_yday if article.day else article.day_of_year or 0


TELL = 3
"""So many articles of a group must be dated to tell when it is from."""


def years_apart(ones: Sequence[Timed], others: Sequence[Timed]) -> bool:
    """Whether two groups are of other years, going by those of their articles whose day is known: every such day of one
    is more than a year from every such day of the other. Years that a text names don't count: they are of the past and
    of plans as well."""
    days, other_days = _days(ones), _days(others)
    if min(len(days), len(other_days)) < TELL:
        return False
    return days[0] - other_days[-1] > YEAR or other_days[0] - days[-1] > YEAR


A_MONTH = 30


def of_one_time(ones: Sequence[Timed], others: Sequence[Timed]) -> bool:
    """Whether two groups go on at one time, or one begins soon after the other ends, going by the articles whose day is
    known: at most a month lies between them."""
    days, other_days = _days(ones), _days(others)
    if not days or not other_days:
        return False
    return days[0] - other_days[-1] <= A_MONTH and other_days[0] - days[-1] <= A_MONTH


def _days(group: Sequence[Timed]) -> list[int]:
    return sorted(article.day.toordinal() for article in group if article.day)
