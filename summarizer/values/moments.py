"""Days and durations as ISO 8601 writes them: what a string covers, and arithmetic on months.

A moment is printed to some precision: a year "2030", a half "2025-H2", a quarter "2024-Q4", a month "2030-06", a day
"2025-02-24". It covers a window of days. A duration is "P3Y", "P18M", "P6W", "P10D" or a sum of them ("P1Y6M").
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

DAYS_PER_MONTH = 30.4375
_MOMENT = re.compile(r"([12]\d{3})(?:-(?:Q([1-4])|H([12])|(\d{2})(?:-(\d{2}))?))?")
_DURATION = re.compile(r"P(?:(\d{1,4}(?:\.\d)?)Y)?(?:(\d{1,4}(?:\.\d)?)M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?")

Window = tuple[date, date]


@lru_cache(maxsize=256)
def window(moment: str) -> Window:
    """First and last day that a moment covers. ValueError for a string that is not one."""
    found = _MOMENT.fullmatch(moment)
    if not found:
        raise ValueError(f"{moment!r} is no ISO date: write 2030, 2030-06, 2030-Q2, 2030-H1 or 2030-06-30")
    year, quarter, half, month, day = found.groups()
    first, months = date(int(year), 1, 1), 12
    if quarter:
        first, months = date(int(year), 3 * int(quarter) - 2, 1), 3
    elif half:
        first, months = date(int(year), 6 * int(half) - 5, 1), 6
    elif month:
        first, months = _day(int(year), int(month), int(day or 1)), 0 if day else 1
    return first, first if not months else add_months(first, months) - timedelta(1)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise ValueError(f"{year:04}-{month:02}-{day:02} is no day of the calendar") from error


def add_months(day: date, months: int) -> date:
    """The same day of the month, or the month's last; the calendar's ends where it would go beyond them."""
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    if not 1 <= year <= 9999:
        return date.max if year > 1 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


@lru_cache(maxsize=256)
def parts(duration: str) -> tuple[int, int]:
    """Months and days of a duration: P1Y6M is (18, 0), P2W is (0, 14). ValueError for a string that is not one."""
    found = _DURATION.fullmatch(duration)
    if not found or not any(found.groups()):
        raise ValueError(f"{duration!r} is no ISO 8601 duration: write P3Y, P18M, P6W or P10D")
    years, months, weeks, days = (Decimal(group or 0) for group in found.groups())
    total = years * 12 + months
    if total != int(total):
        raise ValueError(f"{duration!r} is no whole number of months")
    if not (total or weeks or days):
        raise ValueError(f"{duration!r} lasts no time")
    return int(total), int(weeks * 7 + days)


def in_months(duration: str) -> float:
    months, days = parts(duration)
    return months + days / DAYS_PER_MONTH


def same_length(one: str, other: str) -> bool:
    """P36M is P3Y, P14D is P2W; P1M is not P30D."""
    return parts(one) == parts(other)


def later(day: date, duration: str, sign: int = 1) -> date:
    """`day` plus a duration, or minus it with sign -1."""
    months, days = parts(duration)
    try:
        return add_months(day, sign * months) + timedelta(sign * days)
    except OverflowError:
        return date.max if sign > 0 else date.min


def covers(outer: Window, inner: Window) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(one: Window, other: Window) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
