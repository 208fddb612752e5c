"""What the words around a sum say of it: about so much, at least, at most, several, or that it was kept secret."""

from __future__ import annotations

import re
from functools import cache

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
_BEFORE = (
    r"(?<![^\W_])(?:"
    + "|".join(f"(?P<{kind}>{_words(ws)})" for kind, ws in _SPACED.items())
    + rf")\.?[\s-]+{_FILLERS}$"
)
_BEFORE_TIGHT = "(?:" + "|".join(f"(?P<{kind}>{_words(ws)})" for kind, ws in _TIGHT.items()) + r") ?[为達达合]?$"
_BEFORE_DIRECT = (
    rf"(?<![^\W_])(?P<about>(?:{ABOUT})\s+)?(?:"
    + "|".join(f"(?P<{kind}>{ws})" for kind, ws in DIRECT.items())
    + r")\s+$"
)
_AFTER = (
    r"(?:(?P<plus>-plus\b|\+)|,?\s?(?:"
    + "|".join(f"(?P<{kind}>{_words(ws)})" for kind, ws in AFTER.items())
    + r")(?![a-z过過え]))"
)
_SECRET = rf"(?<![A-Za-zÀ-ÿА-я])(?:{SECRET})"
_SECRET_OF_MONEY = rf"(?<![A-Za-zÀ-ÿ])(?:{SECRET_OF_MONEY})"


@cache
def _compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """On first use: these lists of words take 20 ms to compile, and most commands never read a sum."""
    return re.compile(pattern, flags)


def bound_of(low: str, start: int, end: int) -> tuple[Bound, int, int]:
    """The bound of the sum at `low[start:end]` (in lower case), and where the words begin and end that say it."""
    begin = max(0, start - _REACH)
    before = low[begin:start]
    bound: Bound = "exact"
    said_from = start
    for pattern in _patterns(before):
        match = _compiled(pattern).search(before)
        if match is not None and not match.groupdict().get("about"):
            bound, said_from = _kind(match), begin + match.start()
            break
    match = _compiled(_AFTER).match(low, end)
    if match is None:
        return bound, said_from, end
    after: Bound = "min" if match["plus"] else _kind(match)
    return (after if bound in ("exact", "approx") else bound), said_from, match.end()


def _patterns(before: str) -> tuple[str, ...]:
    """Those that may find a bound at the end of `before`."""
    if not before.isascii() or "~" in before:
        return _BEFORE_TIGHT, _BEFORE, _BEFORE_DIRECT
    words = before.rstrip(" \n-.")
    last = words[words.rfind(" ") + 1 :]
    return () if last.isalpha() and last not in _last_words() else (_BEFORE, _BEFORE_DIRECT)


@cache
def _last_words() -> frozenset[str]:
    """The letters at the end of each phrase that bounds the sum after it, and of each that may stand between."""
    listed = (*BEFORE.values(), *DIRECT.values(), FILLERS)
    runs = (re.findall(r"[^\W\d_]+", phrase) for phrases in listed for phrase in phrases.split("|"))
    return frozenset(found[-1] for found in runs if found)


def _kind(match: re.Match[str]) -> Bound:
    if match.groupdict().get("min"):
        return "min"
    return "max" if match.groupdict().get("max") else "approx"


def is_vague(text: str) -> bool:
    """Whether the text speaks of money without a number: "several billion", "tens of millions"."""
    return _any_case(VAGUE, text)


def is_kept_secret(text: str) -> bool:
    """Whether the text says that a sum was not made known: "undisclosed", "declined to say how much"."""
    return _any_case(_SECRET, text) or (_any_case(MONEY_NOUN, text) and _any_case(_SECRET_OF_MONEY, text))


def _any_case(pattern: str, text: str) -> bool:
    return _compiled(pattern, re.IGNORECASE).search(text) is not None
