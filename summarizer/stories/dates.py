"""Dates as signals: when an article is from, and how much two articles' times speak against one event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_POINTS = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b")
_FORMS = ((_MONTH_FIRST, "mdy"), (_DAY_FIRST, "dmy"), (_ISO, "y-md"), (_POINTS, "dmy"))
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")

FOOT = 300
_PUBLISHED = re.compile(r"\b(?:published|posted|updated|modified|filed|copyright)\b[^\n]{0,40}$", re.IGNORECASE)
"""In the last `FOOT` characters a full date counts only where such a word stands before it in its line."""

_NAMED = (
    r"(?=[A-Z])(?i:(jan)(?:uary)?|(feb)(?:ruary)?|(mar)(?:ch)?|(apr)(?:il)?|(may)|(jun)e?|(jul)y?|(aug)(?:ust)?"
    r"|(sep)t?(?:ember)?|(oct)(?:ober)?|(nov)(?:ember)?|(dec)(?:ember)?)\b ?\.?"
)
_PLACE = r"(?:[A-Z][\w.'’&/-]*[ ,]{1,3}){1,5}(?:\([^()\n]{2,30}\)[ ,]{1,3})?"
_AGENCY = re.compile(
    rf"^{_PLACE}(?:{_NAMED} ?(?P<day>\d{{1,2}})|(?P<first>\d{{1,2}}) {_NAMED})[ ,]*(?:\([^()\n]{{2,30}}\)|[-–—])",
    re.MULTILINE,
)
"""A dispatch begins with its place and day: "OSLO, Oct 8 (Agency) -"; at the top of a text."""


def dateline(text: str) -> date | None:
    """The first full date at the top of a text ("December 28, 2013", "28 Dec 2013", "2013-12-28", "28.12.2013"), else
    one at its foot that is said to be of publication."""
    found = [day for _, day in sorted(_full_dates(text[:TOP]))]
    if not found:
        foot = text[-FOOT:] if len(text) > TOP else ""
        found = [day for start, day in sorted(_full_dates(foot)) if _PUBLISHED.search(foot, 0, start)]
    return found[0] if found else None


def _full_dates(text: str) -> Iterator[tuple[int, date]]:
    """With where they begin: of each form the first one that exists."""
    if not _ANY_YEAR.search(text):
        return
    for pattern, order in _FORMS:
        for match in pattern.finditer(text):
            if day := _day(dict(zip(order, match.groups(), strict=True))):
                yield match.start(), day
                break


def yearless(text: str) -> int | None:
    """Of a dispatch whose dateline names no year, the day of the year (1 to 366)."""
    match = _AGENCY.search(text[:TOP])
    if match is None:
        return None
    (month,) = (found for found in match.groups() if found and found.casefold() in _MONTHS)
    found = _day({"y": "2000", "m": month, "d": match["day"] or match["first"]})
    return found.timetuple().tm_yday if found else None


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
    days, other_days = (sorted(article.day.toordinal() for article in group if article.day) for group in (ones, others))
    if min(len(days), len(other_days)) < TELL:
        return False
    return days[0] - other_days[-1] > YEAR or other_days[0] - days[-1] > YEAR
