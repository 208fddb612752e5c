"""Numbers as texts write them: digits with separators by language, Chinese numerals, number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from summarizer.values import number_words
from summarizer.values.scale_words import CJK_BIG, CJK_DIGITS, CJK_SMALL, decimal_comma
from summarizer.values.typography import beyond_ascii

_MOST_DIGITS = 20  # of a number that is read; no sum of money has more
_BIG, _SMALL, _FIGURES = "".join(CJK_BIG), "".join(CJK_SMALL), "".join(CJK_DIGITS)

DIGITS = re.compile(r"\d+(?:(?<!\d{4})(?:[ \u2009\u202f\u00a0]\d{3}(?!\d))+)?(?:[.,'’]\d+)*")
"""A number in digits; whether it is well formed is for `readings` to say."""

_MARKED = bytes(0x30 if 0x30 <= byte <= 0x39 else 0x20 for byte in range(256))
_DIGIT = re.compile(r"\d")

_UNITS = _SMALL + _BIG + "多余餘"
CJK = re.compile(
    rf"(?:(?<!\d)\d{{1,20}}(?:[.,]\d{{1,20}}){{0,6}}(?= ?[{_UNITS}])|[{_FIGURES}{_SMALL}])"
    rf"(?: ?[{_UNITS}]|[{_FIGURES}]|(?<=[{_BIG}]) ?\d{{1,20}}(?:[.,]\d{{1,20}}){{0,6}}(?= ?[{_UNITS}])"
    rf"|(?<=[{_BIG}])\d{{1,20}}){{0,60}}"
)
"""A number with Chinese, Japanese or Korean units, or in such numerals altogether."""

_CJK_PART = re.compile(rf"\d+(?:[.,]\d+)*|[{_FIGURES}]+|[{_SMALL}{_BIG}]")
_GROUPED = {c: re.compile(rf"\d{{1,3}}(?:{re.escape(c)}\d{{3}})+") for c in ",.'’"}
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_SPACES = re.compile(r"[ \u2009\u202f\u00a0]")


def in_digits(text: str) -> Iterator[re.Match[str]]:
    """The matches of `DIGITS`. Their first digits are looked for among bytes, as `re` passes over letters slowly."""
    if _DIGIT.search(beyond_ascii(text)):
        yield from DIGITS.finditer(text)
        return
    marked = text.encode("latin-1", "replace").translate(_MARKED)
    at = marked.find(b"0")
    while at >= 0 and (match := DIGITS.match(text, at)):
        yield match
        at = marked.find(b"0", match.end())


def readings(token: str, language: str = "en") -> tuple[Decimal, ...]:
    """What a token of `DIGITS` may mean, the likeliest first; nothing for a date, a version or endless digits.

    A separator before exactly three digits is a decimal or a thousands mark, by language; the other reading follows.
    """
    return _readings(token[: 3 * _MOST_DIGITS], language)


@lru_cache(maxsize=512)
def _readings(token: str, language: str) -> tuple[Decimal, ...]:
    token = _SPACES.sub("", token).replace("’", "'")
    if len(token) > 2 * _MOST_DIGITS or not token.isascii() or sum(map(str.isdigit, token)) > _MOST_DIGITS:
        return ()
    marks = [c for c in token if not c.isdigit()]
    if not marks:
        return (Decimal(token),)
    if len(set(marks)) == 1:
        return _one_mark(token, marks, language)
    whole, last, fraction = token.rpartition(marks[-1])
    if last == "'" or len(set(marks[:-1])) != 1 or not _is_grouped(whole, marks[0]):
        return ()
    return (Decimal(f"{_joined(whole)}.{fraction}"),)


def _one_mark(token: str, marks: list[str], language: str) -> tuple[Decimal, ...]:
    mark = marks[0]
    grouped = (Decimal(_joined(token)),) if _is_grouped(token, mark) and not token.startswith("0") else ()
    if len(marks) > 1 or mark in "'’":
        return grouped
    decimal = (Decimal(token.replace(",", ".")),)
    if not grouped:
        return decimal
    is_decimal = (mark == ",") == decimal_comma(language)
    return decimal + grouped if is_decimal else grouped + decimal


def _is_grouped(token: str, mark: str) -> bool:
    return bool(_GROUPED[mark].fullmatch(token) or (mark == "," and _INDIAN.fullmatch(token)))


def _joined(token: str) -> str:
    return re.sub(r"\D", "", token)


def cjk_value(token: str) -> Decimal | None:
    """The value of a token of `CJK`: "1兆5000億", "3.8千亿", "一百五十亿", "1万亿"; None if it is no number."""
    total = section = Decimal(0)
    number: Decimal | None = None
    for part in _CJK_PART.findall(token):
        if part in CJK_BIG:
            unit = Decimal(10) ** CJK_BIG[part]
            section += number or 0
            if not section:
                total = (total or 1) * unit
            elif total and unit > total:
                total, section = (total + section) * unit, Decimal(0)
            else:
                total, section = total + section * unit, Decimal(0)
            number = None
        elif part in CJK_SMALL:
            section += (1 if number is None else number) * Decimal(10) ** CJK_SMALL[part]
            number = None
        else:
            number = _figures(part)
            if number is None:
                return None
    return total + section + (number or 0)


def _figures(part: str) -> Decimal | None:
    if part[0] not in CJK_DIGITS:
        values = readings(part, "en")
        return values[0] if values else None
    return Decimal("".join(str(CJK_DIGITS[c]) for c in part[:_MOST_DIGITS]))


_HALVES = {
    "en": {"half a": "0.5", "half an": "0.5", "half": "0.5", "a half": "0.5", "one half": "0.5", "a": "1", "an": "1",
           "a quarter of a": "0.25", "quarter of a": "0.25", "a quarter": "0.25", "quarter": "0.25",
           "three quarters of a": "0.75", "three-quarters of a": "0.75", "three-quarter": "0.75"},
    "de": {"eine halbe": "0.5", "einer halben": "0.5", "halbe": "0.5", "halben": "0.5", "eine viertel": "0.25",
           "eine": "1", "einer": "1", "einen": "1", "ein": "1", "eine dreiviertel": "0.75"},
    "fr": {"un demi": "0.5", "un demi-": "0.5", "demi": "0.5", "un": "1", "un quart de": "0.25"},
    "es": {"medio": "0.5", "un": "1", "un cuarto de": "0.25"},
    "it": {"mezzo": "0.5", "un": "1", "mezzo un": "0.5"},
    "pt": {"meio": "0.5", "um": "1"},
    "nl": {"een half": "0.5", "half": "0.5", "een": "1", "een kwart": "0.25"},
    "sv": {"en halv": "0.5", "halv": "0.5", "en": "1"},
    "da": {"en halv": "0.5", "halv": "0.5", "en": "1"},
    "nb": {"en halv": "0.5", "halv": "0.5", "en": "1"},
    "pl": {"pół": "0.5", "półtora": "1.5"},
    "ru": {"пол": "0.5", "половину": "0.5"},
    "tr": {"yarım": "0.5", "buçuk": "0.5"},
    "id": {"setengah": "0.5", "satu": "1"},
}  # fmt: skip
_BROKEN = (
    r"(?:[\s-]+(?:and[\s-]+(?:a[\s-]+half|a[\s-]+quarter|three[\s-]+quarters)|et[\s-]demie?|y[\s-]medi[oa]|e[\s-]mezzo|"
    r"e[\s-]meio|buçuk))?"
)
_AND_A_HALF = re.compile(r"[\s-]+(?:and[\s-]+a[\s-]+half|et[\s-]demie?|y[\s-]media?o?|e[\s-]mezzo|e[\s-]meio|buçuk)$")
_QUARTERS = re.compile(r"[\s-]+and[\s-]+(?:(a)|(three))[\s-]+quarters?$")
_MULTIPLIERS = {
    "de": {"hundert": 100, "einhundert": 100}, "nl": {"honderd": 100}, "sv": {"hundra": 100}, "it": {"cento": 100},
    "es": {"doscientos": 200, "trescientos": 300, "cuatrocientos": 400, "quinientos": 500, "seiscientos": 600,
           "setecientos": 700, "ochocientos": 800, "novecientos": 900},
    "pt": {"duzentos": 200, "trezentos": 300, "quatrocentos": 400, "quinhentos": 500, "seiscentos": 600,
           "setecentos": 700, "oitocentos": 800, "novecentos": 900},
    "ru": {"двести": 200, "триста": 300, "четыреста": 400, "пятьсот": 500, "шестьсот": 600},
    "pl": {"dwieście": 200, "trzysta": 300, "czterysta": 400, "pięćset": 500},
}  # fmt: skip


_GLUING = frozenset(("de", "nl", "it", "sv", "da", "nb", "fi", "hu"))


@lru_cache(maxsize=32)
def _vocabulary(language: str) -> tuple[dict[str, Decimal], re.Pattern[str], re.Pattern[str]]:
    """Number words of the language; a pattern of one of them, and of a phrase of them at the end of a text."""
    language = number_words.code(language)
    found: dict[str, Decimal] = {}
    if language in _HALVES or number_words.hundreds(language):
        found |= {w: v for w, v in number_words.words(language).items() if v}
        found |= {w: Decimal(v) for w, v in number_words.hundreds(language).items()}
    found |= {w: Decimal(v) for w, v in _MULTIPLIERS.get(language, {}).items()}
    found |= {w: Decimal(v) for w, v in _HALVES.get(language, {}).items()}
    if not found:
        found = dict.fromkeys(("\0",), Decimal(0))
    one = "|".join(re.escape(w).replace(r"\ ", r"[\s-]+") for w in sorted(found, key=len, reverse=True))
    if language not in _GLUING:
        one = rf"(?<![^\W_])(?:{one})(?![^\W_])"
    joined = "|".join((*number_words.JOINERS.get(language, ()), "and"))
    phrase = rf"(?<![^\W_])(?:{one})(?:(?:[\s-]+(?:(?:{joined})[\s-]+)?)?(?:{one}))*{_BROKEN}$"
    return found, re.compile(one), re.compile(phrase)


_INDEFINITE = re.compile(
    r"(?:several|few|some|many|mehrere|einige|plusieurs|quelques|vari[oa]s|unos|algun[oa]s|alguns|alcun[ie]|enkele|"
    r"flera|några|flere|noen|kilka|несколько)\s+$"
)
_ROUND = re.compile(r"(?:hundred|thousand)\b")


@lru_cache(maxsize=32)
def _last_words(language: str) -> frozenset[str]:
    """The words that a phrase may end with; empty where words are written together."""
    if number_words.code(language) in _GLUING:
        return frozenset()
    return frozenset(re.split(r"[\s-]", word)[-1] for word in _vocabulary(language)[0]) | {
        "quarters",
        "quarter",
        "half",
    }


def word_phrase(before: str, language: str) -> tuple[int, Decimal] | None:
    """The number words that `before` ends with: where they begin, and their value ("two hundred and fifty": 250)."""
    last = _last_words(language)
    if last and re.split(r"[\s-]", before[-24:])[-1] not in last:
        return None
    match = _vocabulary(language)[2].search(before)
    if match is None or _ROUND.match(match.group()):
        return None
    value = word_value(match.group(), language)
    if value is None or (value in (100, 1000) and _INDEFINITE.search(before[: match.start()])):
        return None
    return match.start(), value


def word_value(phrase: str, language: str) -> Decimal | None:
    """The value of a phrase of number words, None if one of its words is not a number."""
    found, one, _ = _vocabulary(language)
    phrase, extra = _fraction(phrase.lower().strip())
    total = current = Decimal(0)
    words = one.findall(phrase)
    if not words:
        return None
    for word in words:
        value = found.get(re.sub(r"[\s-]+", " ", word), found.get(word))
        if value is None:
            return None
        if value >= 1000:
            total, current = total + (current or 1) * value, Decimal(0)
        elif value == 100:
            current = (current or 1) * value
        else:
            current += value
    return total + current + extra


def _fraction(phrase: str) -> tuple[str, Decimal]:
    """ "two and a half" is "two" and 0.5."""
    if match := _AND_A_HALF.search(phrase):
        return phrase[: match.start()], Decimal("0.5")
    if match := _QUARTERS.search(phrase):
        return phrase[: match.start()], Decimal("0.25") if match[1] else Decimal("0.75")
    return phrase, Decimal(0)
