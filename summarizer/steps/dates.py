"""Dates of publication as files and pages write them. A date that can be read in two ways is not read at all."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero gennaio janeiro januari",
            "feb february februar février febrero febbraio fevereiro februari",
            "mar march märz mars marzo março maart",
            "apr april avril abril aprile",
            "may mai mayo maggio maio mei",
            "jun june juni juin junio giugno junho",
            "jul july juli juillet julio luglio julho",
            "aug august août agosto augustus",
            "sep sept september septembre septiembre settembre setembro",
            "oct october oktober octobre octubre ottobre outubro okt",
            "nov november novembre noviembre novembro",
            "dec december dezember décembre diciembre dicembre dezembro dez",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(?<![\d/.-])(\d{4})([-/.]?)(\d{2})\2(\d{2})(?!\d)")
_CHINESE = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]")
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\.?[\s-]+(?:de\s+)?([^\W\d_]+)\.?,?[\s-]+(?:de\s+)?(\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b")
_FIGURES = re.compile(r"\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)")
_MILLISECONDS = 100_000_000_000  # seconds up to the year 5138: what is above counts thousandths


def published_on(value: object) -> date | None:
    """The calendar day of a date, a datetime (as printed, whatever its zone), a time stamp or one of the usual
    spellings; None for anything else, and for "03/04/2025", where the day can't be told from the month."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _stamp(value)
    if not isinstance(value, str) or len(value) > 100:
        return None
    return _iso(value) or _named(value) or _figures(value)


def _day(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year), month, int(day))
    except ValueError:
        return None


def _stamp(value: float) -> date | None:
    if not value > 100_000_000:  # before 1973: a year or a page number rather than a time stamp
        return None
    try:
        return datetime.fromtimestamp(value / 1000 if value > _MILLISECONDS else value, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None


def _iso(value: str) -> date | None:
    found = _ISO.search(value)
    if found:
        return _day(found[1], int(found[3]), found[4])
    found = _CHINESE.search(value)
    return _day(found[1], int(found[2]), found[3]) if found else None


def _named(value: str) -> date | None:
    found = _DAY_FIRST.search(value)
    if found and found[2].lower() in _MONTHS:
        return _day(found[3], _MONTHS[found[2].lower()], found[1])
    found = _MONTH_FIRST.search(value)
    if found and found[1].lower() in _MONTHS:
        return _day(found[3], _MONTHS[found[1].lower()], found[2])
    return None


def _figures(value: str) -> date | None:
    found = _FIGURES.match(value)
    if not found:
        return None
    first, mark, second, year = found.groups()
    if mark == "." or int(first) > 12 or first == second:  # with points, the day comes first everywhere
        return _day(year, int(second), first) if int(second) <= 12 else None
    return _day(year, int(first), second) if int(second) > 12 else None
