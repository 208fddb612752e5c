"""The words that may stand beside a number that is money, or one end of a range; beside any others it is neither.

Most numbers of an article count people, years or months. Two looks into these lists tell them from sums, in a tenth of
the time that it takes to read them and to find no currency.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from summarizer.values import currency_words
from summarizer.values.currency_words import CODES, symbols
from summarizer.values.scale_words import scales

OR = "or|oder|ou|o|of|eller|или"
TO = "to|bis|à|a|tot|till|til|до|hingga|do|zu"
BOTH = "and|et|y|e|und|en|och|og|i|и"
"""Words between the two ends of a range."""

LEAD = "about |around |roughly |nearly |almost |over |more than |up to |as much as |possibly |perhaps |even "
"""What may stand before the upper end of a range."""

LINK = "de (?:l['’])?|d['’]|di |of |worth of "
"""What may stand between a number and its currency, as a pattern."""

LOWER_CODES = frozenset(("eur", "usd", "gbp", "chf", "inr", "sek", "Php", "Eur", "Usd", "Inr"))
GLUED_CODES = "kr|usd|eur|sek|nok|dkk|chf|gbp|jpy|zł"
"""What may be written together with a scale word: "5mnkr"."""

_LETTERS = re.compile(r"[^\W\d_]+")
_AFTER = re.compile(r"[.,]?[ \n]{0,2}([^\W\d_]+)")
_GLUED = tuple(GLUED_CODES.split("|"))
_OF_RANGES = frozenset(word for listed in (OR, TO, BOTH, LEAD) for word in _LETTERS.findall(listed))
_OF_LINKS = frozenset(_LETTERS.findall(LINK.replace("(?:", "(")))


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """The letters that each word begins with, up to a sign or a space: a pattern of hundreds of words takes far longer
    to say that none of them follows."""
    return frozenset(match.group() for word in words if (match := _LETTERS.match(word)))


def branched(words: Sequence[str], letters: int) -> str:
    """A pattern of the words, the first of them preferred, that branches by as many of their first letters. A space may
    also be printed as a hyphen or a new line."""
    if not letters:
        return "|".join(re.escape(word).replace(r"\ ", r"[ \n-]+") for word in words)
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[:1], []).append(word[1:])
    return "|".join(f"{re.escape(first)}(?:{branched(rest, letters - 1)})" for first, rest in rests.items())


def may_be_glued(word: str) -> bool:
    """Whether a scale word that it begins with may be glued to a currency, or stand in a script without spaces."""
    return word.endswith(_GLUED) or "\u0e00" <= word[0] <= "\u0e7f"


@lru_cache(maxsize=32)
def scale_beginnings(language: str) -> frozenset[str]:
    return beginnings(scales(language))


@lru_cache(maxsize=32)
def currency_beginnings(language: str) -> frozenset[str]:
    return beginnings(currency_words.words(language))


@lru_cache(maxsize=1)
def prefixes() -> frozenset[str]:
    """In capitals, every word that is a currency before a number, and its last letters where a full stop or a space
    parts it."""
    known = {*CODES, *LOWER_CODES, *symbols()}
    return frozenset(part.upper() for name in known for part in (name, *re.split(r"\W", name)) if part)


@lru_cache(maxsize=32)
def _telling_after(language: str) -> frozenset[str]:
    codes = {code.lower() for code in CODES}
    return scale_beginnings(language) | currency_beginnings(language) | codes | _OF_RANGES | _OF_LINKS


@lru_cache(maxsize=1)
def _telling_before() -> frozenset[str]:
    return frozenset(word.lower() for word in prefixes()) | _OF_RANGES


def is_alone(low: str, start: int, end: int, language: str) -> bool:
    """Whether the digits at `low[start:end]` stand between two words of ASCII letters that make them no sum of money,
    and no end of a range: "reach 8,300 wafers", "in 2024, Alibaba". Where it isn't known, they don't. Only for texts
    without Chinese numerals, of which the digits may be a part."""
    if low[start - 1 : start] != " " or (after := _AFTER.match(low, end)) is None:
        return False
    word = after[1]
    if not word.isascii() or word in _telling_after(language) or word.endswith(_GLUED):
        return False
    before = low[low.rfind(" ", 0, start - 1) + 1 : start - 1]
    return before.isascii() and before.isalpha() and before not in _telling_before()
