"""Shares of a whole that are said in words: "all of the shares" is 100 percent, "half of it" 50.

Such a number is an inference from the words, so it is never confirmed, only kept from being contradicted by whatever
other number stands in the quote.
"""

from __future__ import annotations

import re
from decimal import Decimal

_PERCENT = {
    Decimal(100): (
        r"all|whole|entire(?:ly|ty)?|outright|sole|fully|complete(?:ly)?|ganz\w*|sämtliche\w*|tou(?:te|s|t)s?|tod[oa]s?|"
        r"tutt[eoia]"
    ),
    Decimal(75): r"three[- ]quarters",
    Decimal(50): r"half|hälfte|moitié|mitad|metà|metade|helft",
    Decimal(25): r"quarter|viertel|quart|cuarto|quarto|kwart",
}
_THIRDS = {1: r"(?<!two )(?<!two-)third|drittel|tiers|tercio|terzo|terço|derde", 2: r"two[- ]thirds|zwei drittel"}


def said_in_words(share: Decimal, quote: str) -> bool:
    """Whether the quote has a word for this share, given as percent or as a fraction of 1."""
    for percent, words in _PERCENT.items():
        if share in (percent, percent / 100) and _has(words, quote):
            return True
    for thirds, words in _THIRDS.items():
        exact = Decimal(thirds) / 3
        near = min(abs(share - exact), abs(share - exact * 100) / 100)
        if near <= Decimal("0.01") and _has(words, quote):
            return True
    return False


def _has(words: str, quote: str) -> bool:
    return bool(re.search(rf"(?<!\w)(?:{words})(?!\w)", quote[:4000], re.IGNORECASE))
