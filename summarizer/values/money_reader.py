"""Every sum of money that a text states: a number with its scale, its currency, and the words that bound it.

Percentages and bare numbers are never money. A number with a scale word but without a currency is a mention without a
currency. What is not understood is not guessed: it is no mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from summarizer.values.bounds import bound_of
from summarizer.values.currency_words import CODES, NEEDS_SCALE, SIGNS, symbols, words
from summarizer.values.money_neighbours import (
    BOTH,
    LEAD,
    LINK,
    LOWER_CODES,
    OR,
    TO,
    branched,
    currency_beginnings,
    prefixes,
)
from summarizer.values.money_numbers import Number, Text, numbers
from summarizer.values.sums import LIMIT, Bound


@dataclass(frozen=True, slots=True)
class Mention:
    """A sum at `text[start:end]`; with the words that bound it it is said at `text[said_from:said_to]`."""

    low: Decimal
    high: Decimal  # equal to `low` but for a range
    currencies: tuple[str, ...]  # what the printed currency may be, the likeliest first; empty if none is printed
    bound: Bound
    start: int
    end: int
    said_from: int
    said_to: int
    scaled: bool = False  # with a scale word
    otherwise: tuple[Decimal, ...] = ()  # what the digits mean by another language's separators
    counted: bool = False  # a noun follows that the number may count: "two billion customers"
    apart: bool = False  # of a range: its ends may as well be two sums ("from $1bn to $2bn")

    @property
    def currency(self) -> str | None:
        return self.currencies[0] if self.currencies else None


_GAPS = re.compile(r"[ \n-]+")
_SHORT = 1_000  # characters: what longer texts state is not kept, as it is asked for once
_BEFORE = re.compile(
    rf"(?:(?<![^\W_])(?:U\.S\. ?|US[ -]?|[A-Z][A-Za-z]{{0,3}}))?[{SIGNS}][US]?[ .]?$"
    r"|(?<![^\W_])(?:[A-Za-zÀ-ž]{1,5}|S/|[A-Z]\.)\.?[ -]{0,2}$|(?:人民[币幣]|新?[台臺][币幣]|港[币幣]|美金) ?$"
)
_LAST_WORD = re.compile(r"([^\W\d_]+)[ .-]*$")
_WHOSE = {
    "canadian": "CAD", "australian": "AUD", "hong kong": "HKD", "new zealand": "NZD", "singapore": "SGD",
    "taiwan": "TWD", "mexican": "MXN", "american": "USD",
}  # fmt: skip
_CODE = re.compile(rf"(?<![^\W_])(?:{'|'.join(sorted(CODES))})(?![^\W_])")
_LINK = re.compile(rf"\.?[ \n-]{{0,2}}(?:{LINK})?")
_WORD = re.compile(r"[^\W\d_]+")
_NO_NOUN = (
    "for|to|in|into|on|over|from|by|and|or|at|as|with|of|a|an|the|this|last|next|per|that|is|was|will|would|which|but|"
    "worth|deal|bid|investment|offer|fund|funding|plan|loan|project|package|contract|acquisition|takeover|für|im|pour|"
    "en|dans|sur|para|por|da|voor|för|na|через|для|earlier|more|less|annually|during|through|before|after|since|until"
)
_COUNTED = re.compile(rf"[ -]+(?!(?:{_NO_NOUN})\b)[^\W\d_]{{3,}}")
_JOIN = re.compile(
    rf" ?(?P<dash>[-–—~〜～]) ?| (?P<or>{OR}) |,? (?P<word>{TO}) |(?P<cjk>至|到|から|에서) ?| (?P<both>{BOTH}) "
)
_AFTER_JOIN = re.compile(f"(?:{LEAD})?")
_BETWEEN = re.compile(r"\b(?:between|zwischen|entre|tra|fra|tussen|mellan|mellom|mellem|między|между)\b[^.;]{0,30}$")
_CHANGE = re.compile(
    r"\b(?:r[io]se\w*|rais\w+|increas\w+|gr[eo]w\w*|jump\w+|climb\w+|f[ae]ll\w*|drop\w+|cut\w*|reduc\w+|lower\w+|lift\w*|"
    r"boost\w*|doubl\w+|tripl\w+|up|down|revis\w+|hik\w+|slash\w+|expand\w+|gestiegen|erhöh\w+|stieg\w*|gesenkt|passé\w*|"
    r"augment\w+|passer|elev\w+|aument\w+|sub\w+)\b[^.;]{0,40}\b(?:from|von|de|da|di|från|fra|от|z) ?$"
)


def read(text: str, language: str = "en") -> tuple[Mention, ...]:
    """The sums of money in `text`, in its order. Time grows with the text only; endless digits are no number."""
    return _read_once(text, language) if len(text) <= _SHORT else _read(text, language)


@lru_cache(maxsize=512)
def _read_once(text: str, language: str) -> tuple[Mention, ...]:
    """A quote is read for its sum, for each equivalent, and for what it prints beside them."""
    return _read(text, language)


def _read(text: str, language: str) -> tuple[Mention, ...]:
    forms = Text.of(text, language)
    found = numbers(forms)
    for number in found:
        if number.scaled or _is_beside_words(number, forms.low):
            _before(number, forms)
            _after(number, forms)
    whole = [n for n in found if n.values[0] < LIMIT and not _is_glued(n, forms.low)]
    return tuple(_mentions(whole, forms.low))


def _is_beside_words(number: Number, low: str) -> bool:
    """Whether something else than a number stands next to it; columns of figures are passed over fast."""
    after, before = (
        low[number.end : number.end + 3].lstrip(" .\n-"),
        low[max(0, number.start - 3) : number.start].rstrip(" .-"),
    )
    return not (after[:1].isdigit() and (not before or before[-1].isdigit() or before[-1] == "\n"))


def _is_glued(number: Number, low: str) -> bool:
    """Whether letters stand before the number that are no currency: "B200", "1e400"."""
    before = low[number.start - 1] if number.start else " "
    return before.isalnum() and before < "\u2e80" and not number.spelled


def _before(number: Number, text: Text) -> None:
    """The currency before the number: "US$", "Rs.", "EUR "."""
    beside = text.plain[max(0, number.start - 10) : number.start]
    match = _BEFORE.search(beside) if _may_be_currency(beside) else None
    if match is None:
        return
    printed = match.group()
    codes = _prefix(printed, number)
    if not codes:
        signs = [i for i, c in enumerate(printed) if c in SIGNS]
        if not signs:
            return
        printed = printed[signs[0] :]
        codes = _prefix(printed[0], number)
    if not codes:
        return
    number.start -= len(printed)
    number.currencies, number.said = codes, True
    if printed[0] != "$":
        return
    before = text.low[max(0, number.start - 12) : number.start]
    for whose, code in _WHOSE.items():
        if before.endswith(f"{whose} "):
            number.start, number.currencies = number.start - len(whose) - 1, (code,)


def _may_be_currency(beside: str) -> bool:
    """Whether what stands before a number ends with a sign, or with a word that may be a currency."""
    word = _LAST_WORD.search(beside)
    return word is None or not word[1].isascii() or word[1].upper() in prefixes()


def _prefix(printed: str, number: Number) -> tuple[str, ...]:
    name = printed.replace(" ", "").replace(".", "").replace("-", "")
    if name in CODES or name in LOWER_CODES:
        return (name.upper(),)
    if name.upper() in NEEDS_SCALE:
        big = number.scaled or number.values[0] >= 1000
        tight = len(name) > 1 or printed == name
        if not (big and tight and name[0].isupper()):
            return ()
    return tuple(symbols().get(name.upper(), ()))


def _after(number: Number, text: Text) -> None:
    """The currency after the number, which may also make the one before it precise: "$5bn Canadian"."""
    found = _currency_at(text, number.end)
    if found is None:
        return
    codes, end = found
    if not number.currencies or (len(codes) == 1 and codes[0] in number.currencies):
        number.currencies, number.end, number.said = codes, end, True


def _currency_at(text: Text, at: int) -> tuple[tuple[str, ...], int] | None:
    spaced, tight = _currency_patterns(text.language)
    near = at + (text.low[at : at + 1] == " ")
    match = tight.match(text.low, near) if text.low[near : near + 1] >= "\u0e00" else None
    if match is None:
        link = _LINK.match(text.low, at)
        at = link.end() if link else at
        code = text.plain[at : at + 3]
        if code in CODES and not text.plain[at + 3 : at + 4].isalnum():
            return (code,), at + 3
        word = _WORD.match(text.low, at)
        match = spaced.match(text.low, at) if not word or word[0] in currency_beginnings(text.language) else None
    if match is None:
        return None
    return _codes(match.group(), text.language), match.end()


def _codes(printed: str, language: str) -> tuple[str, ...]:
    """Of a currency's name, whatever stands between its words."""
    return _codes_by_name(language)[_GAPS.sub(" ", printed)]


@lru_cache(maxsize=32)
def _codes_by_name(language: str) -> dict[str, tuple[str, ...]]:
    return {_GAPS.sub(" ", word): codes for word, codes in words(language).items()}


@lru_cache(maxsize=32)
def _currency_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    listed = sorted(words(language), key=len, reverse=True)
    tight = branched([w for w in listed if _is_unspaced(w)], 1)
    spaced = branched([w for w in listed if not _is_unspaced(w) and w not in SIGNS], 1)
    return re.compile(rf"(?:{spaced})(?![^\W_])|[{SIGNS}](?!\d)"), re.compile(tight)


def _is_unspaced(word: str) -> bool:
    return any("\u2e80" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" or "\u0e00" <= c <= "\u0e7f" for c in word)


def _mentions(found: list[Number], low: str) -> Iterator[Mention]:
    index = 0
    while index < len(found):
        joined = _range(found[index], found[index + 1], low) if index + 1 < len(found) else None
        if joined is not None:
            yield joined
            index += 2
            continue
        number = found[index]
        if number.currencies or number.scaled:
            yield _point(number, low)
        index += 1


def _point(number: Number, low: str) -> Mention:
    bound, said_from, said_to = bound_of(low, number.start, number.end)
    if number.more and bound in ("exact", "approx"):
        bound = "min"
    value, *others = number.values
    counted = not number.currencies and bool(_COUNTED.match(low, number.end))
    return Mention(value, value, number.currencies, bound, number.start, number.end, said_from, said_to,
                   number.scaled, tuple(others), counted)  # fmt: skip


def _range(first: Number, second: Number, low: str) -> Mention | None:
    """The two numbers as the ends of one range; None if they are two sums."""
    join = _JOIN.match(low, first.end)
    if join is None or not (second.currencies or second.scaled or first.currencies):
        return None
    after = _AFTER_JOIN.match(low, join.end())
    if second.start not in (join.end(), after.end() if after else -1):
        return None
    before = low[max(0, first.start - 60) : first.start]
    between = bool(_BETWEEN.search(before))
    complete = first.scaled or bool(first.currencies and second.currencies)
    if (join["both"] and not between) or (join["word"] and _CHANGE.search(before)) or (join["or"] and complete):
        return None
    if first.currencies and second.said and not set(first.currencies) & set(second.currencies):
        return None
    bottom, top = first.values[0], second.values[0]
    if not first.scaled and second.scaled and bottom * second.factor <= top:
        bottom *= second.factor
    if bottom >= top or not (first.currencies or second.currencies or second.scaled):
        return None
    codes = _shared(first.currencies, second.currencies)
    apart = bool(join["word"] or join["cjk"]) and not between and first.said and second.said
    apart = apart and (first.scaled or not second.scaled)
    return Mention(
        bottom, top, codes, "range", first.start, second.end, first.start, second.end, True, (), False, apart
    )


def _shared(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    both = tuple(code for code in first if code in second)
    return both or first or second


def first_currency(text: str, language: str = "en") -> str | None:
    """What the first currency named in the text usually is, with or without a number; an ISO code before all words."""
    forms = Text.of(text, language)
    code = _CODE.search(forms.plain)
    if code is not None:
        return code.group()
    found = [match for pattern in _currency_patterns(language) if (match := pattern.search(forms.low))]
    first = min(found, key=lambda match: match.start(), default=None)
    return _codes(first.group(), language)[0] if first else None


def currencies_in(text: str, language: str = "en") -> frozenset[str]:
    """Every code that a currency printed anywhere in the text may be, with or without a number."""
    forms = Text.of(text, language)
    found: set[str] = {code for code in CODES if code in forms.plain}
    for pattern in _currency_patterns(language):
        for match in pattern.finditer(forms.low):
            found.update(_codes(match.group(), language))
    return frozenset(found)
