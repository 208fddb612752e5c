"""When an article was published, as fields, addresses and texts say it. A day that can be read in two ways
("03/04/2025") is not read at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from urllib.parse import urlsplit

TOP = 400
"""A full date within this many characters of a text's start is taken for the day of publication."""

FOOT = 300
"""In so many last characters a full date counts only where "published", "updated" or the like stands before it."""

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
_YEAR = r"(?P<y>(?:1[89]|20)\d\d)(?!\d)"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?(?![^\W_])"
_NAME = r"(?<![^\W_])(?P<name>[^\W\d_]{3,10})(?![^\W\d_])"
_BETWEEN = r"[ \t\n\u00a0.,/-]{1,4}(?:de |of )?"  # texts cut into words have "4 . March , 2013"
_JOINT = r"(?: ?[/-] ?| )"  # "... in 2012. March 4 ..." is no day
_FORMS = tuple(
    re.compile(form)
    for form in (
        rf"(?<![\d.])(?<!\d[/-]){_YEAR}(?P<mark>[-.]| ?/ ?)(?P<m>\d{{1,2}})(?P=mark)(?P<d>\d{{1,2}})(?!\d)",
        rf"(?<!\d){_YEAR} - (?P<m>\d\d) - (?P<d>\d\d)(?!\d)",
        r"(?P<y>\d{4})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월]\s*(?P<d>\d{1,2})\s*[日일]",
        rf"(?<![\d.,:]){_DAY}{_BETWEEN}{_NAME}{_BETWEEN}{_YEAR}",
        rf"{_NAME}{_BETWEEN}{_DAY}{_BETWEEN}{_YEAR}",
        rf"(?<!\d){_YEAR}{_JOINT}{_NAME}{_JOINT}{_DAY}",
        rf"(?<![\d/.-])(?P<first>\d{{1,2}})(?P<mark> ?[-/.] ?)(?P<second>\d{{1,2}})(?P=mark){_YEAR}",
    )
)
_SOLID = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)(?!\d)")
"""In running text eight figures are something else, but not in an address, though it is cut into words."""
_ADDRESS = re.compile(r"\b(?:https?\b|www\b)[^\n]*")

_HAS_YEAR = re.compile(r"(?:1[89]|20)\d\d|[年년]")
_AROUND = 40  # characters before or after the year: "the 30th . of September , 2024" has 24
_MILLISECONDS = 100_000_000_000  # seconds up to the year 5138: what is above counts thousandths

_PUBLISHED = re.compile(r"\b(?:published|posted|updated|modified|filed|copyright)\b[^\n]{0,60}", re.IGNORECASE)
_PLACE = r"(?:[A-Z][\w.'’&/-]*[ ,]{1,3}){1,5}(?:\([^()\n]{2,30}\)[ ,]{1,3})?"
_MONTH = rf"(?=[A-Z])(?i:{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b"
_DISPATCH = re.compile(
    rf"^{_PLACE}(?:(?P<month>{_MONTH}) ?\.? ?(?P<day>\d{{1,2}})|(?P<first>\d{{1,2}})\.? (?P<name>{_MONTH}) ?\.?)[ ,]*"
    r"(?:\([^()\n]{2,30}\)|[-–—])",
    re.MULTILINE,
)
"""A dispatch begins with its place and day: "OSLO, Oct 8 (Agency) -"; at the top of a text."""


def published_on(value: object) -> date | None:
    """The calendar day of a date, a datetime (as printed, whatever its zone), a time stamp or one of the usual
    spellings; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _stamp(value) or next(_solid(str(value)), None)
    if not isinstance(value, str) or len(value) > 100:
        return None
    return _first(value) or next(_solid(value), None)


def in_address(url: str) -> date | None:
    """The day in the path of an address: ".../2013/03/04/rain", ".../2013/mar/04/", ".../rain-20130304"."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return None
    return _first(path) or next(_solid(path), None)


def dateline(text: str) -> date | None:
    """The first full date at the top of a text, else one at its foot that is said to be of publication."""
    top = _first(text[:TOP]) or next(_in_addresses(text[:TOP]), None)
    if top or len(text) <= TOP:
        return top
    lines = (match.group() for match in _PUBLISHED.finditer(text[-FOOT:]))
    return next(filter(None, map(_first, lines)), None)


def yearless(text: str) -> int | None:
    """Of a dispatch whose dateline names no year, the day of the year (1 to 366)."""
    match = _DISPATCH.search(text[:TOP])
    if match is None:
        return None
    day = _day(2000, _MONTHS[(match["month"] or match["name"]).lower()], match["day"] or match["first"])
    return day.timetuple().tm_yday if day else None


def _first(text: str) -> date | None:
    return min(_full_dates(text), default=(0, None))[1]


def _full_dates(text: str) -> Iterator[tuple[int, date]]:
    """With where they begin: of each form the first one that exists."""
    years = [match.span() for match in _HAS_YEAR.finditer(text)]
    if not years:
        return
    start, end = max(years[0][0] - _AROUND, 0), years[-1][1] + _AROUND
    for form in _FORMS:
        for match in form.finditer(text, start, end):
            if day := _of_match(match.groupdict()):
                yield match.start(), day
                break


def _in_addresses(text: str) -> Iterator[date]:
    for address in _ADDRESS.findall(text):
        yield from _solid(address)


def _solid(text: str) -> Iterator[date]:
    for match in _SOLID.finditer(text):
        if day := _of_match(match.groupdict()):
            yield day


def _of_match(parts: dict[str, str]) -> date | None:
    year = int(parts["y"])
    if "name" in parts:
        month = _MONTHS.get(parts["name"].lower())
        return _day(year, month, parts["d"]) if month else None
    if "first" in parts:
        return _in_figures(year, parts["first"], parts["mark"], parts["second"])
    return _day(year, int(parts["m"]), parts["d"])


def _in_figures(year: int, first: str, mark: str, second: str) -> date | None:
    """With points, the day comes first everywhere; else either may, and only figures above 12 tell."""
    if mark.strip() == "." or int(first) > 12 or first == second:
        return _day(year, int(second), first)
    return _day(year, int(first), second) if int(second) > 12 else None


def _day(year: int, month: int, day: str) -> date | None:
    try:
        return date(year, month, int(day))
    except ValueError:
        return None


def _stamp(value: float) -> date | None:
    if not value > 100_000_000:  # before 1973: a year or a page number rather than a time stamp
        return None
    try:
        return datetime.fromtimestamp(value / 1000 if value > _MILLISECONDS else value, UTC).date()
    except (ValueError, OverflowError, OSError):
        return None
