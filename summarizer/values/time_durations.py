"""Durations in a text ("the next three to five years", "an 18-month plan", "未来三年") and dates told relative to the
article's own ("last Friday", "next year", "in the fourth quarter")."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from summarizer.values.moments import add_months, later
from summarizer.values.time_lexicon import NEVER, Lexicon
from summarizer.values.time_moments import Found

_NO_SPAN = r"(?![\s-]*(?:high|highs|low|lows|record|old|veteran|olds|peak|anniversary)\b)"
_UNITS = {"Y": (12, "M"), "M": (1, "M"), "W": (1, "W"), "D": (1, "D"), "X": (120, "M"), "Q": (3, "M")}
_ONE = frozenset({"year", "month", "week", "quarter"})  # "the coming weeks" say no number
_DECADE = frozenset(
    {"decade", "jahrzehnt", "dekade", "décennie", "década", "decennio", "decennium", "årti", "årtionde", "tiår"}
    | {"десятилетие", "dekada", "dekadę", "desetiletí"}
)
_EITHER = frozenset(  # these open a span that may lie ahead or behind
    {"over", "for", "during", "across", "throughout", "über", "während", "sur", "pendant", "durant", "durante", "por"}
    | {"para", "gedurende", "per", "nel corso di", "a lo largo de", "ao longo de", "przez", "на протяжении", "за", "på"}
)
_MONTH_LED = re.compile(
    r"(?<!\w)(?:in|by|until|till|since|from|through|last|next|this|of|ending|ended|before|after|im|bis|seit|en|para|"
    r"hasta|entro|até|depuis|dès|fin|à|a|tegen|sinds)\s+$"
)
_LONGEST = 1200  # months
_TO_DATE = re.compile(r"y(?:ear[- ]to[- ]date|(?<!\wy)td\b)")  # a letter first, so that `re` skips to it


def iso_duration(number: Decimal, unit: str) -> str | None:
    """3, Y -> P3Y; 1.5, Y -> P18M; 2, X -> P20Y. None for what is no whole number of months, weeks or days."""
    factor, letter = _UNITS[unit]
    count = number * factor
    if unit == "W" and count != int(count):
        count, letter = count * 7, "D"
    if count != int(count) or not 0 < count <= _LONGEST * (1 if letter == "M" else 30):
        return None
    if letter == "M" and unit in "YX" and count % 12 == 0:
        return f"P{int(count) // 12}Y"
    return f"P{int(count)}{letter}"


class Spans:
    """The patterns of durations and of relative dates of one language."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words
        number, units = words.number, words.units
        adjective = rf"(?:[\s-]*(?:{words.piece('adj')}|{words.piece('next')}|{words.piece('past')}))?"
        low_units = units.replace("?P<", "?P<low")
        half, to = words.piece("half"), words.piece("to")
        right = "" if words.right == "" else r"(?!\w)"
        self.amount = re.compile(
            rf"{words.number_ahead}(?:(?P<low>{number})[\s-]*(?:{low_units})?\s*"
            rf"(?:-|–|~|〜|{words.left}(?:{to}){right})[\s-]*)?"
            rf"(?P<number>{number})(?P<inner>[\s-]*{half}(?!\s*(?:{number})))?"
            rf"{adjective}[\s-]*(?:de |of )?{units}(?P<outer>[\s-]*(?:{half}|半|반))?{_NO_SPAN}"
        )
        single = rf"(?:{words.piece('next')}|{words.piece('past')})"
        self.single = re.compile(rf"{words.left}{single}[\s-]+{units}{_NO_SPAN}") if "next" in words.words else None
        self.nouns = [
            (re.compile(words.left + f"(?:{pattern})" + right + _NO_SPAN), iso)
            for pattern, iso in words.words.get("nouns", {}).items()
        ]
        self.any_noun = re.compile(f"{words.left}(?:{'|'.join(words.words.get('nouns', ())) or NEVER})")
        self.before = re.compile(
            rf"{words.left}"  # first of all, so that few places are tried
            rf"(?:(?P<next>{words.word('next')})|(?P<past>{words.word('past')})|(?P<ago>{words.word('before_ago')})"
            rf"|(?P<over>{words.word('over')}))(?:[\s-]|(?:the|a|an|die|den|de|les|los|las|i|gli|le|os"
            rf"|as|el|la|der|dem|about|only|just)(?!\w))*$"
        )
        self.past = re.compile(words.word("past", "past_after"))
        self.next = re.compile(words.word("next", "next_after"))
        self.opening = re.compile(rf"(?:{words.word('over')})\s+(?:the|den|dem|el|o|il|het)?\s*$")
        self.after = re.compile(
            rf"[\s-]*(?:(?P<ago>{words.word('ago')})|(?P<hence>{words.word('hence')})"
            rf"|(?P<next>{words.word('next', 'next_after')})|(?P<past>{words.word('past', 'past_after')}))"
        )

    def find(self, text: str, published: date | None) -> Iterator[Found]:
        """Durations. With a date of the article, those that run from it or up to it also have a start and an end."""
        for pattern, iso in self.nouns if self.any_noun.search(text) else ():
            for match in pattern.finditer(text):
                yield self._anchored(text, match, (iso, None), published)
        if not self.words.may_hold(text, "unit"):
            return
        for match in self.amount.finditer(text):
            length = self._length(match)
            if length:
                yield self._anchored(text, match, length, published)
        for match in self.single.finditer(text) if self.single else ():
            unit = next(unit for unit in "XQYMWD" if unit in self.words.words and match[unit])
            if match[unit] in _DECADE or (match[unit] in _ONE and self._runs(text, match)):
                length = (iso_duration(Decimal(1), unit) or "", None)
                yield self._anchored(text, match, length, published)

    def _length(self, m: re.Match[str]) -> tuple[str, str | None] | None:
        """Duration and its upper bound, from a match of `amount`."""
        number = self.words.value(m["number"])
        unit = next(unit for unit in "XQYMWD" if unit in self.words.words and m[unit])
        if number is None:
            return None
        if m["inner"] or m["outer"]:
            number += Decimal("0.5")
        top = iso_duration(number, unit)
        if not m["low"] or not top:
            return (top, None) if top else None
        low_unit = next((u for u in "XQYMWD" if u in self.words.words and m["low" + u]), unit)
        low = iso_duration(self.words.value(m["low"]) or Decimal(0), low_unit)
        return (low, top) if low else None

    def _runs(self, text: str, m: re.Match[str]) -> bool:
        """ "over the next year" lasts a year; "next year" is a year of the calendar; "past year" lasts one too."""
        opening = self.opening.search(text[max(0, m.start() - 30) : m.start()])
        return bool(opening) and not re.match(r"last|recent|letzte|dernier", m[0])

    def _anchored(
        self, text: str, match: re.Match[str], length: tuple[str, str | None], published: date | None
    ) -> Found:
        low, top = length
        start = end = None
        if published and not top:
            direction = self._direction(text, match)
            if direction == "ago":
                start = end = later(published, low, -1).isoformat()
            elif direction == "past":
                start, end = later(published, low, -1).isoformat(), published.isoformat()
            elif direction == "future":
                start, end = published.isoformat(), later(published, low).isoformat()
        return Found(match.span(), start, end, low, top, role="lasts")

    def _direction(self, text: str, match: re.Match[str]) -> str | None:
        inside = match[0]
        after = self.after.match(text, match.end())
        before = self.before.search(text[max(0, match.start() - 40) : match.start()])
        if (after and after["ago"]) or (before and before["ago"]):
            return "ago"
        if before and before["over"] and before["over"] in _EITHER:
            before = None
        found = [m.lastgroup for m in (after, before) if m]
        if "past" in found or self.past.search(inside):
            return "past"
        if found or self.next.search(inside):
            return "future"
        return None


class Relative:
    """Expressions that only mean a date beside the article's: without one they are found, but say nothing."""

    def __init__(self, words: Lexicon) -> None:
        table: dict[str, tuple[str, int]] = {}
        for key in ("years", "months"):
            table |= {phrase: (key, shift) for phrase, shift in words.words.get(key, {}).items()}
        self.words, self.table = words, table
        phrases = "|".join(re.escape(phrase) for phrase in sorted(table, key=len, reverse=True))
        self.phrase = re.compile(rf"{words.left}(?:the )?({phrases or '(?!)'}){words.right}")
        if words.language == "en":
            self.phrase = re.compile(
                r"\b()(this|current|next|last|previous|coming)\s+(?:fiscal |calendar |financial )?(year|month)\b"
            )
        alone = r"(?<!\x00)(?<!\x00[\s-])"  # \x00: a printed year, as in "year-end 2026", whose end it would be
        self.decade_end = re.compile(words.word("decade_end"))
        self.year_end = re.compile(rf"{alone}{words.word('year_end')}(?![\s-]*(?:of |in )?\x00)")
        names = "|".join(map(re.escape, words.weekdays)) or "(?!)"
        side = rf"(?P<back>{words.piece('last_day')})|(?P<on>{words.piece('next_day')})"
        self.weekday = re.compile(
            rf"{words.left}(?:(?:{side})\s+)?(?P<day>{names}){words.right}(?:\s+(?:{side.replace('?P<', '?P<post')}))?"
        )
        ordinal = "|".join(f"(?P<{key}>{words.piece(key)})" for key in ("first", "second", "third", "fourth", "last"))
        self.quarter = re.compile(
            rf"{words.left}(?:{ordinal})[\s-]*(?P<fiscal>{words.piece('fiscal')})?\s*(?:{words.piece('quarter')}){words.right}"
        )
        self.half = re.compile(
            rf"{words.left}(?:{ordinal})[\s-]*(?:{words.piece('half_year')})\s+(?:of the|of this|des) (?:year|jahres)"
        )
        self.month = re.compile(
            rf"{words.left}(?P<back>last |letzten |vergangenen )?(?P<month>{words.month}){words.right}"
        )

        self.rules: list[tuple[re.Pattern[str], Callable[[re.Match[str], date], Found], str]] = [
            (_TO_DATE, self._to_date, ""),
            (self.decade_end, self._decade_end, "decade_end"),
            (self.year_end, self._year_end, "year_end"),
            (self.quarter, self._quarter, "quarter"), (self.half, self._half, "half_year"),
            (self.phrase, self._phrase, "" if words.language != "en" else "unit"),
            (self.weekday, self._weekday, "weekday"), (self.month, self._month, "month"),
        ]  # fmt: skip

    def find(self, text: str, published: date | None) -> Iterator[Found]:
        for pattern, rule, key in self.rules:
            if key and not self.words.may_hold(text, key):
                continue
            for match in pattern.finditer(text):
                if match.end() > match.start():
                    yield rule(match, published) if published else Found(match.span())

    def _to_date(self, m: re.Match[str], published: date) -> Found:
        return Found(m.span(), f"{published.year}-01-01", published.isoformat(), role="range")

    def _decade_end(self, m: re.Match[str], published: date) -> Found:
        return Found(m.span(), None, str(published.year // 10 * 10 + 9), role="by", loose=True)

    def _year_end(self, m: re.Match[str], published: date) -> Found:
        return Found(m.span(), None, str(published.year), role="by")

    def _phrase(self, m: re.Match[str], published: date) -> Found:
        if self.words.language == "en":
            unit, shift = m[3] + "s", {"this": 0, "current": 0, "next": 1, "coming": 1}.get(m[2], -1)
        else:
            unit, shift = self.table[m[1]]
        if unit == "years":
            fiscal = "fiscal" in m[0] or "financial" in m[0]
            return Found(m.span(), str(published.year + shift), str(published.year + shift), fiscal=fiscal)
        month = f"{add_months(published, shift):%Y-%m}"
        return Found(m.span(), month, month)

    def _weekday(self, m: re.Match[str], published: date) -> Found:
        """News looks back: Friday is the one on or before the article's day, unless the words say "next"."""
        back = (published.weekday() - self.words.weekdays[m["day"]]) % 7
        if m["on"] or m["poston"]:
            back -= 7
        elif back == 0 and (m["back"] or m["postback"]):
            back = 7
        day = (published - timedelta(back)).isoformat()
        return Found(m.span(), day, day)

    @staticmethod
    def _index(m: re.Match[str]) -> int:
        keys = ("first", "second", "third", "fourth", "last")
        return min(4, next(index for index, key in enumerate(keys, 1) if m[key]))

    def _quarter(self, m: re.Match[str], published: date) -> Found:
        """The latest quarter of that number that has ended, or nearly: its year is an assumption."""
        if m["last"] and m[0].startswith(("last", "letzte", "derni", "últ", "ult")):
            return Found(m.span())  # "last quarter" alone: the previous one, or the year's fourth
        index = self._index(m)
        year = published.year if date(published.year, 3 * index, 1) <= published else published.year - 1
        first = date(year, 3 * index - 2, 1)
        end = add_months(first, 3) - timedelta(1)
        return Found(m.span(), first.isoformat(), end.isoformat(), assumed=True, fiscal=bool(m["fiscal"]))

    def _half(self, m: re.Match[str], published: date) -> Found:
        first = date(published.year, 1 if m["first"] else 7, 1)
        end = add_months(first, 6) - timedelta(1)
        return Found(m.span(), first.isoformat(), end.isoformat(), assumed=True)

    def _month(self, m: re.Match[str], published: date) -> Found:
        name = m["month"].rstrip(".")
        index = self.words.months[name]
        doubtful = len(name) <= 3 or name in ("march", "mars", "august", "maio", "maggio")
        if doubtful and not m["back"] and not _MONTH_LED.search(m.string[max(0, m.start() - 12) : m.start()]):
            return Found(m.span())  # also a common word: says nothing
        past = index < published.month if m["back"] else index <= published.month
        iso = f"{published.year if past else published.year - 1}-{index:02}"
        return Found(m.span(), iso, iso, assumed=True)


@lru_cache(maxsize=32)
def spans_of(words: Lexicon) -> Spans:
    return Spans(words)


@lru_cache(maxsize=32)
def relative_of(words: Lexicon) -> Relative:
    return Relative(words)
