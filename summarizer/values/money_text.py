"""A sum of money as a model writes it down: number and scale word as printed, and an ISO 4217 code.

"380 billion CNY; 50 billion EUR" is one sum in two currencies; "up to 2 bn USD", "2-3 billion EUR" and "undisclosed"
say what they say. What an article prints ("Ksh.6.4 trillion ($50 billion)") is read as well.
"""

from __future__ import annotations

import re

from summarizer.values.bounds import is_vague
from summarizer.values.money_form import Printed, amounts
from summarizer.values.money_reader import first_currency, read
from summarizer.values.sums import Sum

LONGEST = 300
UNDISCLOSED = re.compile(r"\W*(?:undisclosed|not (?:been )?disclosed|withheld|not (?:been )?divulged)\W*", re.I)
HOW = "write number and scale word as printed and the ISO code, 380 billion CNY, or: undisclosed"


def sums_of(text: str, language: str = "en") -> tuple[Sum, ...]:
    """The sum, then its equivalents in other currencies.

    Raises:
        ValueError: with a complaint that a model can act on.
    """
    if len(text) > LONGEST:
        raise ValueError(f"too long for a sum of money: {HOW}")
    if UNDISCLOSED.fullmatch(text):
        return (Sum(bound="undisclosed"),)
    found: list[Sum] = []
    for piece in text.split(";"):
        if piece.strip():
            found.extend(_piece(piece.strip(), language))
    if not found:
        raise ValueError(f"names no sum of money: {HOW}")
    return tuple(found)


def _piece(text: str, language: str) -> list[Sum]:
    mentions = read(text, language)
    if not mentions and is_vague(text):
        return [Sum(currency=first_currency(text, language), bound="vague")]
    if not mentions:
        if not text[0].isdecimal():
            raise ValueError(f"{text[:40]!r} is no sum of money: {HOW}")
        low, high = amounts(Printed(number=text, scale=None, currency=None))
        return [Sum(amount=low, high=high, bound="exact" if high is None else "range")]
    return [
        Sum(
            amount=mention.low,
            high=None if mention.high == mention.low else mention.high,
            currency=mention.currency,
            bound=mention.bound,
        )
        for mention in mentions
    ]
