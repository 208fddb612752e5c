"""Dates as signals: when an article is from, and how much two articles' times speak against one event."""

from __future__ import annotations

import re
from datetime import date

TOP = 400
"""A full date within this many characters of the start is taken for the day of publication."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+((?:19|20)\d\d)\b", re.IGNORECASE)
_ISO = re.compile(r"\b((?:19|20)\d\d)[-/](\d{1,2})[-/](\d{1,2})\b")


def dateline(text: str) -> date | None:
    """The first full date at the top of a text: "December 28, 2013", "28 Dec 2013", "2013-12-28"."""
    top = text[:TOP]
    found: list[tuple[int, date]] = []
    for pattern, order in ((_MONTH_FIRST, "mdy"), (_DAY_FIRST, "dmy"), (_ISO, "ymd")):
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
"""Days between two publications from which on they are about different events, unless the texts are much alike."""

_FAR_APART = 0.5
_YEARS_APART = 0.35
_OTHER_YEARS = 0.75


def time_factor(day: date | None, other: date | None, years: frozenset[int], others: frozenset[int]) -> float:
    """What the times of two articles leave of their similarity: 1.0 where nothing speaks against one event."""
    if day and other:
        gap = abs((day - other).days)
        return _YEARS_APART if gap > 365 else _FAR_APART if gap > FAR else 1.0
    if years and others and not years & others and abs(max(years) - max(others)) >= 2:
        return _OTHER_YEARS
    return 1.0
