"""What a model fills in for a sum of money: the words as they are printed; code does the arithmetic."""

from __future__ import annotations

import re
from decimal import Decimal

from pydantic import BaseModel, ConfigDict

from summarizer.values.numerals import CJK, cjk_value, readings, word_value
from summarizer.values.scale_words import CJK_BIG, CJK_SMALL, language_of, scales
from summarizer.values.sums import LIMIT

_LONGEST = 80  # characters of a number or a scale; nobody prints a longer one
_RANGE = re.compile(r"\s*(?:-|–|—|~|\bto\b|\band\b)\s*")
_SIGNS = re.compile(r"^[^\w.]*(?:[A-Z]{2,3}\s?)?[$€£¥₹₩]?\s*|\s*[$€£¥₹₩+]?\s*$")
_DIGITS = re.compile(r"\d[\d.,'’ \u00a0\u202f]*")


class Printed(BaseModel):
    # One expression of a sum: number and scale as printed ("380", "billion"; "half a", "billion"; "2-3", "bn"), and an
    # ISO 4217 code, null if none is printed. No docstring: it would be sent with every prompt.
    model_config = ConfigDict(extra="forbid")

    number: str
    scale: str | None
    currency: str | None


def amounts(printed: Printed) -> tuple[Decimal, Decimal | None]:
    """The amount, or both ends of a range ("2-3", "billion"). ValueError says what is wrong with it."""
    number, scale = printed.number.strip(), (printed.scale or "").strip()
    if len(number) > _LONGEST or len(scale) > _LONGEST:
        raise ValueError("the number is too long: write the number that the article prints, and nothing else")
    low, high = _ends(number, scale)
    if (high or low) >= LIMIT:
        raise ValueError(f"{number!r} {scale} is more than all the money there is")
    return low, high


def _ends(number: str, scale: str) -> tuple[Decimal, Decimal | None]:
    parts = [part for part in _RANGE.split(number) if part]
    if len(parts) == 2 and all(_DIGITS.search(part) for part in parts):
        low, high = (_amount(part, scale) for part in parts)
        if low > high and scale:
            low = _amount(parts[0], "")
        if low < high:
            return low, high
        raise ValueError(f"the range {number!r} has its ends in the wrong order")
    return _amount(number, scale), None


def _amount(number: str, scale: str) -> Decimal:
    number = _SIGNS.sub("", number)
    word = _scale_word(scale)
    if word is None:
        raise ValueError(
            f"unknown scale {scale!r}: write the word that the article prints (billion, crore, Mrd) or null"
        )
    if number.lower().endswith(word) and word and word not in ("m", "b", "t", "k"):
        word = ""
    match = _DIGITS.match(number)
    if match is None:
        return _in_words(number, word)
    digits, rest = match.group().rstrip(" .,'’\u00a0\u202f"), number[match.end() :].strip()
    if CJK.fullmatch(number) and (value := cjk_value(number)):
        return value * _factor(word)
    inner = _scale_word(rest)
    if inner is None:
        raise ValueError(f"{number!r} is no number: write it as the article prints it, for example 6.4")
    return _digits(digits, inner or word) * _factor(inner) * _factor(word)


def _digits(digits: str, word: str) -> Decimal:
    """Separators are read as the scale word's language writes them; without one, three digits after a mark are
    thousands, since sums are not printed to a thousandth of a unit."""
    values = readings(digits, language_of(word) if word else "en")
    if not values:
        raise ValueError(f"{digits[:40]!r} is no number: write it as the article prints it, for example 6.4")
    return max(values) if not word else values[0]


def _in_words(number: str, word: str) -> Decimal:
    value = cjk_value(number) if CJK.fullmatch(number) else None
    if value is not None:
        return value * _factor(word)
    last = number.lower().rpartition(" ")
    if not word and _scale_word(last[2]) and last[0]:
        number, word = last[0], last[2]
    languages = dict.fromkeys(
        (language_of(word.lower()), "en", "de", "fr", "es", "it", "pt", "nl", "ru", "sv", "pl", "tr")
    )
    for language in languages:
        value = word_value(number, language)
        if value is not None and not _unread(number, language):
            return value * _factor(_scale_word(word) or "")
    raise ValueError(f"{number!r} is no number: write it as the article prints it, for example 6.4 or half a")


def _unread(number: str, language: str) -> bool:
    """Whether a word of the phrase is no number word, which `word_value` would pass over."""
    return any(len(w) > 3 and word_value(w, language) is None for w in re.findall(r"[^\W\d_]+", number.lower()))


def _scale_word(scale: str) -> str | None:
    """The word as the tables have it; "" for none, None for an unknown one."""
    word = re.sub(r"[\s-]+", " ", scale.strip(" .-").lower())
    if not word or word in scales(language_of(word)) or all(c in CJK_BIG or c in CJK_SMALL for c in word):
        return word
    return word[:-1] if word.endswith("s") and word[:-1] in scales("en") else None


def _factor(word: str) -> Decimal:
    if not word:
        return Decimal(1)
    known = scales(language_of(word)).get(word)
    if known is not None:
        return known
    product = Decimal(1)
    for c in word:
        product *= Decimal(10) ** (CJK_BIG.get(c) or CJK_SMALL[c])
    return product
