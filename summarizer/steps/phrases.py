"""One pattern for many phrases."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

_FREQUENT = " etaionsrhldcumfpgwybvkxjqz"  # letters, the most frequent in European languages first


def any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the phrases, where it doesn't matter which or where: by the rarest letter of each, so that a search
    passes over most of a text at a glance."""
    around: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        rarest = max(range(len(phrase)), key=lambda at: _rarity(phrase[at]))
        before, after = re.escape(phrase[: rarest + 1]), re.escape(phrase[rarest + 1 :])
        around[phrase[rarest]].append(f"(?<={before}){after}" if rarest else after)
    return re.compile("|".join(f"{re.escape(letter)}(?:{'|'.join(each)})" for letter, each in around.items()))


def _rarity(letter: str) -> int:
    return _FREQUENT.index(letter) if letter in _FREQUENT else len(_FREQUENT)
