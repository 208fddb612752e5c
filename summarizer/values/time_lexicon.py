"""One language's words of time, made into patterns once; month names and weekdays come from CLDR, when first needed.

time_words.json holds the words as pieces of regular expressions: Y M W D X Q: year, month, week, day, decade, quarter
(as units) · next, past: adjectives of a coming or a gone span (next_after, past_after: when they follow) · over: a
preposition that opens a span · by, by_after: before or after a deadline · since, since_after: before or after a start ·
open, to: before and between the two ends of a range · ago, before_ago, hence · adj: what may stand between a number and
its unit · half: "and a half" · years, months: phrases that name one relative to the article's · quarter, half_year: the
noun · year_end, decade_end: of the article's own · first to last: ordinals of quarters and halves · fiscal · end: "the
end of" · nouns: a phrase that is a span.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from summarizer.values import number_words

NEVER = "(?!)"
UNSPACED = frozenset({"zh", "ja", "ko", "th"})
YEAR = r"(?<![\d.,$€£¥])(?:19|20)\d\d(?![\d%]|[.,]\d)"
_YEAR_LEFT = re.compile(r"(?:19|20)(?<![\d.,]..)\d\d(?![\d,.])")
_PREFIXED = frozenset({"ar", "he"})
_LETTERS = re.compile(r"[^\W\d_]+")
_APART = {code: " " for code in range(128) if not chr(code).isalpha()}
_KANJI = "一二三四五六七八九十百两兩〇"
_FILLER = (
    r"the|year|years|calendar|le|la|el|los|il|lo|o|l'|den|des|der|dem|het|de|di|da|do|del|della|"
    r"mid|early|late|around|about|about the|jahr(?:e|es)?|année|an|année|l'année|l'an|horizon|el año|año|ano|anno|jaar|"
    r"år|rok\w*|lat\w*|год\w*|рок\w*|anul|tahun|năm|عام|سنة|שנת|vuoden|mitte|anfang|début|mi|milieu|principios|mediados|"
    r"inizio|metà|meados|início|begin|midden|medio|vào|nam|start|beginning|middle|spring|summer|autumn|fall|winter|"
    r"as early as|"
    r"at least|at the latest|zum|im|in|of|fy"
)


@lru_cache(maxsize=1)
def _tables() -> dict[str, dict[str, Any]]:
    text = Path(__file__).with_name("time_words.json").read_text(encoding="utf-8")
    tables: dict[str, dict[str, Any]] = json.loads(text)
    return tables


class Lexicon:
    """Patterns for `language`. A language without a table still has digits, ISO dates and CLDR's month names."""

    def __init__(self, language: str) -> None:
        self.language = number_words.code(language)
        self.words: dict[str, Any] = _tables().get(self.language, {})
        self.left = "" if self.language in UNSPACED else "(?<!\\w)"
        if self.language in _PREFIXED:
            self.left = r"(?<![^\W\dبولفךכבלהומש])"
        self.right = "" if self.language in UNSPACED else "(?!\\w)"

    def may_hold(self, text: str, key: str) -> bool:
        """Whether words of this key ("month", "weekday", "unit" or one of the table's) stand anywhere in the text, be
        it inside of others. Where none does, the long patterns that are built of them need not be tried: this one
        begins with plain letters, so that `re` skips to where they stand."""
        if (names := self._names.get(key)) is not None:
            return not names.isdisjoint(_letters(text))
        if key not in self._anywhere:
            special = {"month": self.month, "unit": self._any_unit, "weekday": "|".join(map(re.escape, self.weekdays))}
            self._anywhere[key] = re.compile(special.get(key, self.piece(key)) or NEVER)
        return self._anywhere[key].search(text) is not None

    @cached_property
    def _names(self) -> dict[str, frozenset[str]]:
        """Of months and weekdays, where they are words of letters between other words: their names."""
        tables = {"month": frozenset(self.months), "weekday": frozenset(self.weekdays)}
        spaced = self.left == r"(?<!\w)"
        return {key: names for key, names in tables.items() if spaced and all(map(str.isalpha, names))}

    @cached_property
    def _anywhere(self) -> dict[str, re.Pattern[str]]:
        return {}

    @cached_property
    def number_ahead(self) -> str:
        """A look ahead that passes over most places where `number` can't begin, which has hundreds of alternatives."""
        if self.left != r"(?<!\w)" or self.language in UNSPACED:
            return ""
        heads = sorted({re.escape(name[:3]) for name in self.numbers})
        words = "|".join(heads)
        return rf"(?=\d|(?<!\w)(?:{words}))" if words else ""

    def piece(self, key: str) -> str:
        return str(self.words.get(key, NEVER))

    def word(self, *keys: str) -> str:
        """The pieces as whole words."""
        joined = "|".join(self.piece(key) for key in keys if key in self.words)
        return f"{self.left}(?:{joined or NEVER}){self.right}"

    @cached_property
    def numbers(self) -> dict[str, Decimal]:
        return number_words.words(self.language)

    @cached_property
    def number(self) -> str:
        digits = r"(?<![\d.,])\d{1,3}(?:[.,]\d)?(?!\d)"
        if self.language in ("zh", "ja"):
            return rf"{digits}|[{_KANJI}]{{1,4}}"
        names = sorted(self.numbers, key=len, reverse=True)
        left = "(?<!\\w)" if self.language == "ko" else self.left
        return digits + (rf"|{left}(?:{'|'.join(map(re.escape, names))})" if names else "")

    @cached_property
    def units(self) -> str:
        """Named groups Y, M, W, D, X, Q: the unit of a duration."""
        groups = [f"(?P<{unit}>{self.words[unit]})" for unit in "XQYMWD" if unit in self.words]
        return f"(?:{'|'.join(groups) or NEVER}){self.right}"

    @cached_property
    def _fill(self) -> str:
        """Words that say little, "the end of" and "fiscal": what may stand between a moment and the word before it."""
        fill = "|".join(filter(None, (_FILLER, self.words.get("of"), self.words.get("Y"))))
        ends = f"(?P<end>{self.left}(?:{self.piece('end')}))"
        fiscal = f"(?P<fiscal>{self.left}(?:{self.piece('fiscal')}))"
        return rf"(?:[\s-]|{ends}|{fiscal}|(?:(?<!\w)(?:{fill})(?!\w)|l'))*"

    @cached_property
    def _any_unit(self) -> str:
        """The same without groups: where all alternatives begin with letters, `re` skips to these."""
        return f"(?:{'|'.join(self.words[unit] for unit in 'XQYMWD' if unit in self.words) or NEVER}){self.right}"

    @cached_property
    def before_moment(self) -> re.Pattern[str]:
        """What stands before a moment and gives it its part: (by | since | open), fiscal, end."""
        roles = "|".join(f"(?P<{role}>{self.left}(?:{self.piece(role)}))" for role in ("open", "since", "by"))
        may_begin = r"(?:(?<!\w)|(?=[\s-]|l'|$))" if self.left == r"(?<!\w)" else ""  # passes over the letters of words
        return re.compile(rf"{may_begin}(?:{roles})?{self._fill}$")

    @cached_property
    def between_moments(self) -> re.Pattern[str]:
        """What joins two moments into a range."""
        return re.compile(rf"\s*(?:年|년|г\.)?\s*(?P<to>-|–|~|〜|/|{self.left}(?:{self.piece('to')}){self.right})")

    @cached_property
    def filling(self) -> re.Pattern[str]:
        return re.compile(self._fill)

    @cached_property
    def after_moment(self) -> re.Pattern[str]:
        roles = "|".join(f"(?P<{role}>{self.piece(role + '_after')})" for role in ("since", "by"))
        unit = self.words.get("Y", NEVER)
        end, fiscal = self.piece("end"), self.piece("fiscal")
        return re.compile(
            rf"\s*(?:(?P<fiscal>{fiscal})|(?P<end>{end})|(?:{unit}){self.right})?\s*(?P<late>{end})?\s*(?:{roles})?"
        )

    def leaves_over(self, text: str) -> bool:
        """Whether something in it looks like a year or a unit of time."""
        found = _YEAR_LEFT.search(text) or (self.may_hold(text, "unit") and self._unit_left.search(text))
        return bool(found)

    @cached_property
    def _unit_left(self) -> re.Pattern[str]:
        return re.compile(self.word(*(unit for unit in "YMWXQ" if unit in self.words)))

    @cached_property
    def months(self) -> dict[str, int]:
        """Month name in small letters, without a dot -> 1 to 12."""
        return _cldr(self.language, "months", range(1, 13))

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """Weekday in small letters -> 0 (Monday) to 6."""
        return _cldr(self.language, "days", range(7))

    @cached_property
    def month(self) -> str:
        names = sorted(self.months, key=len, reverse=True)
        return rf"(?:{'|'.join(map(re.escape, names)) or NEVER})\.?"

    def value(self, word: str) -> Decimal | None:
        word = word.lower()
        if word[0].isdigit():
            return Decimal(word.replace(",", "."))
        if self.language in ("zh", "ja"):
            return _kanji(word)
        return self.numbers.get(word)


@lru_cache(maxsize=16)
def _letters(text: str) -> frozenset[str]:
    if text.isascii():
        return frozenset(text.translate(_APART).split())
    return frozenset(_LETTERS.findall(text))


def _cldr(language: str, table: str, wanted: range) -> dict[str, int]:
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415  loads CLDR: 30 ms that few runs need

    found: dict[str, int] = {}
    for name in dict.fromkeys((language, "en")):
        try:
            locale = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        for context, widths in getattr(locale, table).items():
            for width in ("wide", "abbreviated"):
                for index, text in widths.get(width, {}).items() if (context, width) else ():
                    plain = text.lower().replace("’", "'").rstrip(".")
                    if index in wanted and len(plain) > 1 and not plain.isdigit():
                        found.setdefault(plain, index)
    if language == "en" and table == "months":
        found["sept"] = 9
    return found


def _kanji(word: str) -> Decimal | None:
    digits = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"两": 2, "兩": 2}
    total, last = 0, 0
    for char in word:
        if char in digits:
            last = digits[char]
        else:
            total, last = total + (last or 1) * (10 if char == "十" else 100), 0
    return Decimal(total + last)


@lru_cache(maxsize=32)
def lexicon(language: str) -> Lexicon:
    return Lexicon(language)
