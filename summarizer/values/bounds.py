"""What the words around a sum say of it: about so much, at least, at most, several, or that it was kept secret."""

from __future__ import annotations

import re

from summarizer.values.bound_words import (
    ABOUT,
    AFTER,
    BEFORE,
    DIRECT,
    FILLERS,
    MONEY_NOUN,
    SECRET,
    SECRET_OF_MONEY,
    VAGUE,
)
from summarizer.values.sums import Bound

_REACH = 48  # characters before a sum in which its bound is looked for


def _words(listed: str) -> str:
    found = sorted(listed.split("|"), key=len, reverse=True)
    return "|".join(re.escape(w).replace(r"\ ", r"\s+") for w in found)


_FILLERS = rf"(?:(?:{_words(FILLERS)})\s+)*"
_SPACED = {
    kind: "|".join(w for w in ws.split("|") if w[0] < "\u2e80" and w[0] not in "~≈±") for kind, ws in BEFORE.items()
}
_TIGHT = {kind: "|".join(w for w in ws.split("|") if w[0] >= "\u2e80" or w[0] in "~≈±") for kind, ws in BEFORE.items()}
_BEFORE = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(f"(?P<{kind}>{_words(ws)})" for kind, ws in _SPACED.items())
    + rf")\.?[\s-]+{_FILLERS}$"
)
_BEFORE_TIGHT = re.compile(
    "(?:" + "|".join(f"(?P<{kind}>{_words(ws)})" for kind, ws in _TIGHT.items()) + r") ?[为達达合]?$"
)
_BEFORE_DIRECT = re.compile(
    rf"(?<![^\W_])(?P<about>(?:{ABOUT})\s+)?(?:"
    + "|".join(f"(?P<{kind}>{ws})" for kind, ws in DIRECT.items())
    + r")\s+$"
)
_AFTER = re.compile(
    r"(?:(?P<plus>-plus\b|\+)|,?\s?(?:"
    + "|".join(f"(?P<{kind}>{_words(ws)})" for kind, ws in AFTER.items())
    + r")(?![a-z过過え]))"
)
_VAGUE = re.compile(VAGUE, re.IGNORECASE)
_SECRET = re.compile(rf"(?<![A-Za-zÀ-ÿА-я])(?:{SECRET})", re.IGNORECASE)
_SECRET_OF_MONEY = re.compile(rf"(?<![A-Za-zÀ-ÿ])(?:{SECRET_OF_MONEY})", re.IGNORECASE)
_MONEY_NOUN = re.compile(MONEY_NOUN, re.IGNORECASE)


def bound_of(low: str, start: int, end: int) -> tuple[Bound, int, int]:
    """The bound of the sum at `low[start:end]` (in lower case), and where the words begin and end that say it."""
    begin = max(0, start - _REACH)
    before = low[begin:start]
    bound: Bound = "exact"
    said_from = start
    spaced = before.isascii() and "~" not in before
    for pattern in (_BEFORE, _BEFORE_DIRECT) if spaced else (_BEFORE_TIGHT, _BEFORE, _BEFORE_DIRECT):
        match = pattern.search(before)
        if match is not None and not match.groupdict().get("about"):
            bound, said_from = _kind(match), begin + match.start()
            break
    match = _AFTER.match(low, end)
    if match is None:
        return bound, said_from, end
    after: Bound = "min" if match["plus"] else _kind(match)
    return (after if bound in ("exact", "approx") else bound), said_from, match.end()


def _kind(match: re.Match[str]) -> Bound:
    if match.groupdict().get("min"):
        return "min"
    return "max" if match.groupdict().get("max") else "approx"


def is_vague(text: str) -> bool:
    """Whether the text speaks of money without a number: "several billion", "tens of millions"."""
    return bool(_VAGUE.search(text))


def is_kept_secret(text: str) -> bool:
    """Whether the text says that a sum was not made known: "undisclosed", "declined to say how much"."""
    return bool(_SECRET.search(text) or (_MONEY_NOUN.search(text) and _SECRET_OF_MONEY.search(text)))
