"""The numbers of a text that may be money, with the scale words that follow them: in digits, in words, in Chinese
numerals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from summarizer.values.currency_words import CODES, SIGNS
from summarizer.values.money_neighbours import GLUED_CODES, branched, is_alone, may_be_glued, scale_beginnings
from summarizer.values.numerals import CJK, cjk_value, in_digits, readings, word_phrase
from summarizer.values.scale_words import CJK_BIG, CJK_SMALL, SINGLE, scales
from summarizer.values.typography import beyond_ascii, lowered


@dataclass(slots=True)
class Number:
    """A number at `text[start:end]`, before it is known to be money."""

    start: int
    end: int
    values: tuple[Decimal, ...]  # by the language, then by another language's separators
    scaled: bool = False
    factor: Decimal = Decimal(1)
    spelled: bool = False  # in number words or Chinese numerals
    more: bool = False  # "20多亿": over 2 billion
    currencies: tuple[str, ...] = ()
    said: bool = False  # its currency is printed at it, not taken over from the other end of a range


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the forms that the reader looks at; all of one length."""

    plain: str  # with ASCII digits and signs
    low: str  # and in lower case
    language: str
    in_ascii: bool  # its letters
    in_cjk: bool  # some of its units: Chinese, Japanese or Korean

    @classmethod
    def of(cls, text: str, language: str) -> Text:
        beyond = beyond_ascii(text)
        plain = text.translate(_WIDE) if _UNUSUAL.search(beyond) else text
        return cls(plain, lowered(plain), language, not _LETTERS.search(beyond), bool(_CJK_UNIT.search(beyond)))


_WIDE = {c: c - 0xFEE0 for c in (*range(0xFF10, 0xFF1A), 0xFF04, 0xFF05, 0xFF0E, *range(0xFF21, 0xFF3B))}
_WIDE |= {0xFFE5: 0xA5, 0xFFE1: 0xA3, 0xFFE6: 0x20A9, 0x66B: 0x2E, 0x66C: 0x2C, 0xA0: 0x20, 0x202F: 0x20, 0x2009: 0x20}
_WIDE |= {0x2011: 0x2D, 0x2010: 0x2D} | {b + i: 48 + i for b in (0x660, 0x6F0, 0x966, 0x9E6, 0xE50) for i in range(10)}
_UNUSUAL = re.compile(f"[{''.join(map(chr, _WIDE))}]")
_GAPS = re.compile(r"[ \n-]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_ENDS = ("", *')]}.,;:!?"”“»…–—/*')
_CJK_UNIT = re.compile(f"[{''.join(CJK_BIG)}{''.join(CJK_SMALL)}]")
_SIMPLE_CJK = re.compile(r"(\d[\d.,]*)\D+")
_FRACTIONS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75")}
_OR = re.compile(r"[ -](?:to|or|bis|oder|à|ou|a|o|tot|of|till|eller|до|или)$")
_PERCENT = re.compile(
    r"[ -]?(?:%|‰|per ?cent|pct|prozent|pour ?cent|por ?ciento|por cento|per cento|procent|percentage|процент|bps|"
    r"basis points|퍼센트|パーセント)"
)
_BEFORE_WORDS = 64  # characters in which the number words before a scale word are looked for


def numbers(text: Text) -> list[Number]:
    """In the order of the text, without overlap, without percentages, and without most of those that are no money."""
    found = [*_in_cjk(text), *_in_digits(text), *_in_words(text)]
    found.sort(key=lambda n: (n.start, -n.end))
    kept: list[Number] = []
    for number in found:
        if kept and number.start < kept[-1].end:
            continue
        if not kept or not _joins(kept[-1], number, text.low):
            kept.append(number)
    return kept


def _joins(last: Number, number: Number, low: str) -> bool:
    """Adds "200 million" to "1 billion" where the one follows the other."""
    smaller = last.scaled and number.scaled and last.factor > number.factor >= 1000
    if not smaller or low[last.end : number.start] != " " or number.values[0] >= last.factor:
        return False
    last.values, last.end, last.factor = (last.values[0] + number.values[0],), number.end, number.factor
    return True


def _in_cjk(text: Text) -> Iterator[Number]:
    if not text.in_cjk:
        return
    for match in CJK.finditer(text.low):
        token = match.group().rstrip()
        value = cjk_value(token)
        vague = match.start() > 0 and text.low[match.start() - 1] in "数數几幾上수"
        if value and not vague and (len(token) > 1 or value >= 10_000):
            big = any(c in CJK_BIG for c in token)
            more = any(c in token for c in "多余餘")
            simple = _SIMPLE_CJK.fullmatch(token)
            first = readings(simple[1]) if simple else ()
            factor = value / first[0] if first and first[0] else Decimal(1)
            yield Number(match.start(), match.start() + len(token), (value,), big, factor, spelled=True, more=more)


def _in_digits(text: Text) -> Iterator[Number]:
    low = text.low
    for match in in_digits(text.plain):
        start, end = match.span()
        if not text.in_cjk and is_alone(low, start, end, text.language):
            continue
        if start and (low[start - 1] in "_/" or (low[start - 1] == "." and low[start - 2 : start - 1].isdigit())):
            continue  # a part of something else: a name, a fraction, a date
        half = _FRACTIONS.get(low[end : end + 1])
        end += half is not None
        if _PERCENT.match(low, end):
            continue
        values = readings(match.group(), text.language)
        if not values:
            continue
        number = Number(start, end, values if half is None else (values[0] + half,))
        _scale(number, text)
        if not (number.scaled and _PERCENT.match(low, number.end)):
            yield number


def _in_words(text: Text) -> Iterator[Number]:
    """Scale words after number words: "half a billion", "two hundred million"."""
    if not any(pattern.search(text.low) for pattern in _scales_after_words(text.language, text.in_ascii)):
        return
    printed = _printed_scales(text.language)
    parted = printed.keys() & set(text.low.replace("-", " ").replace("'", " ").replace("’", " ").split())
    for word in sorted({printed[each] for each in parted}):
        for match in _word_pattern(word).finditer(text.low):
            number = _spelled(text, match.start())
            if number is not None:
                _scale(number, text)
                if number.scaled:
                    yield from _lower_end(text, number)
                    yield number


@lru_cache(maxsize=32)
def _printed_scales(language: str) -> dict[str, str]:
    """Scale words, also with the signs that may follow them -> the word."""
    words = scales(language).keys() - SINGLE
    return {word + first + second: word for word in words for first in _ENDS for second in _ENDS}


@lru_cache(maxsize=32)
def _scales_after_words(language: str, in_ascii: bool) -> tuple[re.Pattern[str], ...]:
    """A scale word after a gap that no digit stands before, as where a number in words precedes it. One pattern for
    each gap, so that `re` skips to it, with few branches there: it is tried at every word of a text."""
    words = sorted(word for word in scales(language).keys() - SINGLE if word.isascii() or not in_ascii)
    return tuple(re.compile(rf"{gap}(?<!\d{gap})(?:{branched(words, 2)})(?![^\W_])") for gap in (" ", "\n", "-"))


@lru_cache(maxsize=256)
def _word_pattern(word: str) -> re.Pattern[str]:
    """The word by itself. What it begins with stands first, so that `re` can skip to it; then what is before it."""
    plain = re.escape(word)
    return re.compile(rf"{plain}(?<![^\W_]{plain})(?![^\W_])")


def _lower_end(text: Text, upper: Number) -> Iterator[Number]:
    """The first number of "ten to fifteen billion"."""
    begin = max(0, upper.start - _BEFORE_WORDS)
    before = text.low[begin : upper.start].rstrip(" ")
    join = _OR.search(before)
    found = word_phrase(before[: join.start()], text.language) if join else None
    if join and found:
        yield Number(begin + found[0], begin + join.start(), (found[1],), spelled=True)


def _spelled(text: Text, scale_start: int) -> Number | None:
    begin = max(0, scale_start - _BEFORE_WORDS)
    before = text.low[begin:scale_start].rstrip(" \n-")
    if not before or before[-1].isdigit() or begin + len(before) == scale_start:
        return None
    found = word_phrase(before, text.language) or (word_phrase(before, "en") if text.language != "en" else None)
    if found is None:
        return None
    return Number(begin + found[0], begin + len(before), (found[1],), spelled=True)


_BESIDE = re.compile(r"[ \n-]{0,2}([^\W\d_]+)")


@lru_cache(maxsize=32)
def _scale_pattern(language: str) -> re.Pattern[str]:
    listed = sorted(scales(language), key=len, reverse=True)
    spaced = branched([w for w in listed if not _is_thai(w)], 3)
    thai = "|".join(w for w in listed if _is_thai(w))  # written without spaces
    end = rf"(?:(?![^\W_])|(?=(?:{GLUED_CODES})(?![^\W_])))"
    return re.compile(rf"(?P<gap>[ \n-]{{0,2}})(?:(?P<word>{spaced}){end}|(?P<thai>{thai}))(?P<half>{_HALF})?")


_HALF = r" (?:and a half|et demie?|y medio|e mezzo|e meio|с половиной|en een half|og en halv|och en halv)(?![^\W_])"


def _is_thai(word: str) -> bool:
    return "\u0e00" <= word[0] <= "\u0e7f"


def _scale(number: Number, text: Text) -> None:
    """Multiplies the number by the scale words that follow it, two at most ("15,000 million")."""
    known = scales(text.language)
    for _ in range(2):
        beside = _BESIDE.match(text.low, number.end)
        if beside is None or not (beside[1] in scale_beginnings(text.language) or may_be_glued(beside[1])):
            return
        match = _scale_pattern(text.language).match(text.low, number.end)
        if match is None:
            return
        word = match["word"] or match["thai"]
        word = word if word.isalpha() else _GAPS.sub(" ", word)
        if word in SINGLE and match["gap"] and not _beside_currency(text.plain, number.start, match.end()):
            return
        extra = Decimal("0.5") if match["half"] else 0
        number.values = tuple((value + extra) * known[word] for value in number.values)
        number.factor *= known[word]
        number.end, number.scaled = match.end(), True


def _beside_currency(plain: str, start: int, end: int) -> bool:
    after, before = plain[end : end + 4].lstrip(" "), plain[max(0, start - 2) : start].rstrip(" ")
    if plain[end : end + 2] in ("kr", "Kr"):
        return True
    return (bool(after) and (after[0] in SIGNS or after[:3] in CODES)) or (bool(before) and before[-1] in SIGNS)


def has_stray_scale(text: str, language: str, understood: list[tuple[int, int]]) -> bool:
    """Whether a scale word stands outside the spans that were understood ("a multi-billion dollar plan")."""
    low, known = lowered(text), scales(language)
    for match in _LETTERS.finditer(low):
        is_scale = match.group() in known and len(match.group()) > 3
        if is_scale and not any(start <= match.start() < end for start, end in understood):
            return True
    return False
