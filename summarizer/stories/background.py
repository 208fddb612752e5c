"""How common words are in English news at large, so that five articles need not say it alone.

The table beside this module was estimated by hand, in steps; a batch's own counts are added to it as evidence.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

UNLISTED = 0.002
"""Share of articles that hold a word that the table doesn't list."""

FUNCTION_WORD = 0.5
"""From this share on a word says nothing about the event: it is left out before words are counted or paired."""


def normal(word: str) -> str:
    """A word as it is counted: no case, no possessive, no plural `s`."""
    word = word.casefold().replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def shares() -> dict[str, float]:
    """Normal form of a word -> share (0 to 1) of ordinary articles that hold it."""
    table: dict[str, str] = json.loads(files(__package__).joinpath("background.json").read_text(encoding="utf-8"))
    found: dict[str, float] = {}
    for step, words in table.items():
        if step.isdigit():
            for word in words.split():
                found.setdefault(normal(word), int(step) / 100)
    return found


def share(word: str) -> float:
    """Share of ordinary articles that hold the word, given in its normal form."""
    return shares().get(word, UNLISTED)
