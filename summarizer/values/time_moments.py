"""Moments in a text: years, quarters, halves, months, days and weekdays, each with the part that its words give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from summarizer.values.moments import add_months, window
from summarizer.values.time_lexicon import YEAR, Lexicon


@dataclass(frozen=True, slots=True)
class Found:
    """One expression of time at `text[at[0]:at[1]]`. `start` and `end` are ISO at printed precision."""

    at: tuple[int, int]
    start: str | None = None
    end: str | None = None
    duration: str | None = None
    duration_max: str | None = None
    fiscal: bool = False
    role: str = "in"  # "in": the whole window; "by": only its end; "since": only its start; "range"
    assumed: bool = False  # the year was taken from the article's date
    denied: bool = False  # "not three years", "every three years": stated, but not as the span of anything
    loose: bool = False  # "by 2030", "mid-2027": the words don't say which day


def _iso(start: date, end: date) -> tuple[str, str]:
    return start.isoformat(), end.isoformat()


_DIGIT = re.compile(r"\d")
_CENTURY = re.compile(r"(?:19|20)\d\d")
_WITHOUT_YEAR = frozenset({"fiscal_short", "quarter_short", "month_day", "day_month", "cjk_month_day"})


_NEEDED = {
    "day_month_year": "month", "month_day_year": "month", "month_year": "month", "month_day": "month",
    "day_month": "month", "quarter_of": "quarter", "quarter_of_digit": "quarter", "year_quarter": "quarter",
    "year_quarter_after": "quarter", "half_of": "half_year", "half_after": "half_year",
}  # fmt: skip
_NEEDED_SIGNS = {
    "iso": "-", "iso_month": "-", "split_year": "-/", "fiscal_years": "-/", "numeric_month": "/", "cjk_day": "年년",
    "cjk_months": "年년", "cjk_month": "年년", "cjk_month_day": "月월", "slashed": "./-", "year_slashed": "./",
    "fiscal_short": ("fy",), "quarter_short": "q", "half_code": ("h1", "h2"),
}  # fmt: skip


def _days(words: Lexicon, day: str, join: str) -> list[tuple[str, str]]:
    """Rules for days and months that are printed in full."""
    year, month, left = f"({YEAR})", f"({words.month})", words.left
    return [
        ("iso", rf"(?<![\d-]){year}-(\d\d)-(\d\d)(?!\d)"),
        ("cjk_day", rf"{year}\s*[年년]\s*(\d{{1,2}})\s*[月월]\s*(\d{{1,2}})\s*[日일号號]"),
        ("cjk_months", rf"{year}\s*[年년]\s*(\d{{1,2}})\s*[-~〜]\s*(\d{{1,2}})\s*[月월]"),
        ("cjk_month", rf"{year}\s*[年년]\s*(\d{{1,2}})\s*[月월]"),
        ("slashed", r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)"),
        ("year_slashed", rf"(?<![\d./-]){year}([./])(\d{{1,2}})\2(\d{{1,2}})(?!\d)"),
        ("day_month_year", rf"{day}{join}{month}(?:[\s,.-]*(?:de |del )?){year}"),
        ("month_day_year", rf"{left}{month}\s*{day},?\s+{year}"),
    ]


class Calendar:
    """The patterns of moments of one language; `find` gives every moment of a text, without its part."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        year, month = f"({YEAR})", f"({words.month})"
        of = rf"[\s,]*(?:{words.piece('of')})?[\s,]*"
        ordinal = "|".join(f"(?P<{key}>{words.piece(key)})" for key in ("first", "second", "third", "fourth", "last"))
        quarter, half = words.piece("quarter"), words.piece("half_year")
        fiscal = rf"(?P<fiscal>{words.piece('fiscal')})?"
        left, right = words.left, words.right
        day = r"(?<![\d.,])(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?"
        join = r"(?:[\s,.-]*(?:de |of )?)"
        self.rules = [
            *_days(words, day, join),
            ("fiscal_years", rf"(?<!\w)(?:fy|fiscal(?: years?)?)\s?'?{year}\s*[-/]\s*'?(\d\d(?:\d\d)?)(?!\d)"),
            ("split_year", rf"{year}[-/](\d\d)(?![\d-])"),
            ("fiscal_short", r"(?<!\w)fy\s?'?(\d\d)(?!\d)"),
            ("half_code", rf"(?<!\w)(?:h([12])[\s-]*{fiscal}\s*{year}|{year}[\s-]*h([12])(?!\w))"),
            ("quarter_code", rf"(?<!\w)(?:[qtk]([1-4])[\s,/-]*(?:of\s+)?{fiscal}\s*{year}|([1-4])[qtk][\s-]*{year}"
             rf"|{year}[\s-]*[qtk]([1-4])(?!\w))"),
            ("quarter_short", r"(?<!\w)(?:q([1-4])[\s-]*(?:fy)?'?(\d\d)|([1-4])q[\s-]*'?(\d\d))(?!\w)"),
            ("quarter_of", rf"{left}(?:{ordinal})[\s-]*(?P<f2>{words.piece('fiscal')})?\s*(?:{quarter})"
             rf"(?:{of}{fiscal}\s*{year})"),
            ("quarter_of_digit", rf"(?<!\d)([1-4])\.?\s*(?:{quarter})[a-zа-я]?{of}{year}"),
            ("year_quarter", rf"{left}(?:{ordinal})\s+{year}\s+(?:{quarter}){right}"),
            ("year_quarter_after", rf"{year}\s*[年년]?(?:[\s's]|{words.piece('Y')})*(?:{ordinal}|([1-4]))\.?\s*"
             rf"(?:{quarter})"),
            ("half_of", rf"{left}(?:{ordinal})[\s-]*(?:{half}){of}{year}"),
            ("half_after", rf"{year}\s*[年년]?\s*(?:{ordinal})\s*(?:{half})"),
            ("month_year", rf"{left}{month}{join}{year}"),
            ("numeric_month", r"(?<![\d./-])(0?[1-9]|1[0-2])/((?:19|20)\d\d)(?![\d/])"),
            ("iso_month", rf"(?<![\d-]){year}-(0[1-9]|1[0-2])(?![\d-])"),
            ("decade", rf"{year}'?s(?!\w)"),
            ("month_day", rf"{left}{month}\s+{day}(?![\d.,]*\d|\s*(?:{words.units}))"),
            ("day_month", rf"{day}\s*(?:de |of )?{month}{right}"),
            ("cjk_month_day", r"(?<!\d)(\d{1,2})[月월]\s*(\d{1,2})[日일号號]"),
            ("year", year),
        ]  # fmt: skip
        self.compiled = [(name, re.compile(pattern)) for name, pattern in self.rules]
        self.without_year = [rule for rule in self.compiled if rule[0] in _WITHOUT_YEAR]

    def find(self, text: str, published: date | None) -> Iterator[Found]:
        if not _DIGIT.search(text):
            return
        taken: list[tuple[int, int]] = []
        for name, pattern in self.compiled if _CENTURY.search(text) else self.without_year:
            if not self._may_apply(name, text):
                continue
            rule = getattr(self, "_" + name)
            for match in pattern.finditer(text):
                at = match.span()
                if at[0] == at[1] or any(at[0] < end and start < at[1] for start, end in taken):
                    continue
                try:
                    found: Found | None = rule(match, published)
                except ValueError:
                    found = None
                if found:
                    taken.append(at)
                    yield replace(found, at=at)

    def _may_apply(self, name: str, text: str) -> bool:
        """Whether the text has the signs or the words without which this rule finds nothing."""
        if name in _NEEDED_SIGNS:
            return any(sign in text for sign in _NEEDED_SIGNS[name])
        return name not in _NEEDED or self.words.may_hold(text, _NEEDED[name])

    # -- one method a rule: the match's groups become ISO ------------------------------------------------------

    def _day(self, year: str, month: int | str, day: str) -> Found:
        iso = f"{year}-{int(month):02}-{int(day):02}"
        window(iso)
        return Found((0, 0), iso, iso)

    def _iso(self, m: re.Match[str], _: date | None) -> Found:
        return self._day(m[1], m[2], m[3])

    _cjk_day = _iso

    def _year_slashed(self, m: re.Match[str], _: date | None) -> Found:
        return self._day(m[1], m[3], m[4])

    def _cjk_month(self, m: re.Match[str], _: date | None) -> Found:
        return self._month(m[1], int(m[2]))

    def _cjk_months(self, m: re.Match[str], _: date | None) -> Found:
        first, last = self._month(m[1], int(m[2])), self._month(m[1], int(m[3]))
        return Found((0, 0), first.start, last.end, role="range")

    def _month(self, year: str, month: int) -> Found:
        iso = f"{year}-{month:02}"
        window(iso)
        return Found((0, 0), iso, iso)

    def _slashed(self, m: re.Match[str], _: date | None) -> Found | None:
        one, other = int(m[1]), int(m[3])
        if self.words.language == "en" and m[2] != "." and one != other and one <= 12 and other <= 12:
            return Found((0, 0), m[4], m[4], loose=True)  # 3/4/2025 is read both ways
        if other > 12 or (self.words.language == "en" and m[2] != "." and one <= 12 and other > 12):
            one, other = other, one
        return self._day(m[4], other, str(one))

    def _named(self, name: str) -> int:
        return self.words.months[name.rstrip(".")]

    def _day_month_year(self, m: re.Match[str], _: date | None) -> Found:
        return self._day(m[3], self._named(m[2]), m[1])

    def _month_day_year(self, m: re.Match[str], _: date | None) -> Found:
        return self._day(m[3], self._named(m[1]), m[2])

    def _fiscal_years(self, m: re.Match[str], _: date | None) -> Found:
        end = m[2] if len(m[2]) == 4 else m[1][:2] + m[2]
        return Found((0, 0), m[1], end, fiscal=True, role="range")

    def _split_year(self, m: re.Match[str], _: date | None) -> Found | None:
        if (int(m[1]) + 1) % 100 == int(m[2]):  # 2025/26: one fiscal or sports year
            return Found((0, 0), m[1], m[1][:2] + m[2], fiscal=True, role="range")
        if int(m[2]) > 12 and int(m[1]) % 100 < int(m[2]):  # 2025-30
            return Found((0, 0), m[1], m[1][:2] + m[2], role="range")
        return None

    def _fiscal_short(self, m: re.Match[str], _: date | None) -> Found:
        return Found((0, 0), f"20{m[1]}", f"20{m[1]}", fiscal=True)

    def _span(self, year: str, index: int, months: int, fiscal: bool = False) -> Found:
        first = date(int(year), months * (index - 1) + 1, 1)
        return Found((0, 0), *_iso(first, add_months(first, months) - timedelta(1)), fiscal=fiscal)

    def _quarter_code(self, m: re.Match[str], _: date | None) -> Found:
        groups = [group for group in m.groups() if group and group.isdigit()]
        year, quarter = sorted(groups, key=len, reverse=True)
        return self._span(year, int(quarter), 3, bool(m["fiscal"]))

    def _quarter_short(self, m: re.Match[str], _: date | None) -> Found:
        quarter, year = [group for group in m.groups() if group]
        return self._span(f"20{year}", int(quarter), 3, "fy" in m[0])

    def _half_code(self, m: re.Match[str], _: date | None) -> Found:
        groups = [group for group in m.groups() if group and group.isdigit()]
        year, half = sorted(groups, key=len, reverse=True)
        return self._span(year, int(half), 6, bool(m["fiscal"]))

    @staticmethod
    def _ordinal(m: re.Match[str], last: int) -> int:
        for index, key in enumerate(("first", "second", "third", "fourth"), 1):
            if m[key]:
                return index
        return last if m["last"] else int(next(g for g in m.groups() if g and g in "1234"))

    @staticmethod
    def _printed_year(m: re.Match[str]) -> str:
        return next(group for group in m.groups() if group and re.fullmatch(r"\d{4}", group))

    def _quarter_of(self, m: re.Match[str], _: date | None) -> Found:
        return self._span(self._printed_year(m), self._ordinal(m, 4), 3, bool(m["fiscal"] or m["f2"]))

    def _year_quarter(self, m: re.Match[str], _: date | None) -> Found:
        return self._span(self._printed_year(m), self._ordinal(m, 4), 3)

    _year_quarter_after = _year_quarter

    def _quarter_of_digit(self, m: re.Match[str], _: date | None) -> Found:
        return self._span(m[2], int(m[1]), 3)

    def _half_of(self, m: re.Match[str], _: date | None) -> Found | None:
        half = self._ordinal(m, 2)
        return self._span(self._printed_year(m), half, 6) if half < 3 else None

    _half_after = _half_of

    def _month_year(self, m: re.Match[str], _: date | None) -> Found:
        return self._month(m[2], self._named(m[1]))

    def _numeric_month(self, m: re.Match[str], _: date | None) -> Found:
        return self._month(m[2], int(m[1]))

    def _iso_month(self, m: re.Match[str], _: date | None) -> Found:
        return self._month(m[1], int(m[2]))

    def _decade(self, m: re.Match[str], _: date | None) -> Found | None:
        return Found((0, 0), m[1], str(int(m[1]) + 9)) if m[1].endswith("0") else None

    def _year(self, m: re.Match[str], _: date | None) -> Found:
        return Found((0, 0), m[1], m[1])

    def _near(self, month: int, day: str, published: date | None) -> Found | None:
        """A day without its year: the latest one that is not more than a month after the article."""
        if published is None:
            return Found((0, 0), None, None)
        found = self._day(str(published.year), month, day)
        if window(found.start or "")[0] > add_months(published, 1):
            found = self._day(str(published.year - 1), month, day)
        return replace(found, assumed=True)

    def _month_day(self, m: re.Match[str], published: date | None) -> Found | None:
        return self._near(self._named(m[1]), m[2], published)

    def _day_month(self, m: re.Match[str], published: date | None) -> Found | None:
        return self._near(self._named(m[2]), m[1], published)

    def _cjk_month_day(self, m: re.Match[str], published: date | None) -> Found | None:
        return self._near(int(m[1]), m[2], published)


@lru_cache(maxsize=32)
def calendar_of(words: Lexicon) -> Calendar:
    return Calendar(words)
