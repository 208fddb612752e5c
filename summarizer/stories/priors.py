"""How usual a term is in news at large, whatever the batch says of it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from summarizer.stories import background
from summarizer.stories.fingerprint import hashed

_RARE_PHRASE = 0.0005
_SMALL_NUMBER = 31

Terms = NDArray[np.uint32]
Floats = NDArray[np.float32]


class Priors:
    """Share of ordinary articles that hold a term, by kind: a function of the terms' hashes."""

    def __init__(self) -> None:
        words = {hashed(word): share for word, share in background.shares().items()}
        self._words = _lookup(words, background.UNLISTED)
        small = {hashed(str(number)): 0.15 if number <= 12 else 0.05 for number in range(_SMALL_NUMBER + 1)}
        round_numbers = {hashed(f"{n}{unit}"): 0.02 for n in range(0, 101, 5) for unit in ("", "%")}
        self._numbers = _lookup(round_numbers | small, 2 * background.UNLISTED)

    def of(self, kind: str) -> Callable[[Terms], Floats]:
        if kind == "words":
            return self._words
        if kind == "numbers":
            return self._numbers
        constant = background.UNLISTED if kind == "names" else _RARE_PHRASE
        return lambda terms: np.full(len(terms), constant, dtype=np.float32)


def _lookup(table: dict[int, float], otherwise: float) -> Callable[[Terms], Floats]:
    keys = np.array(sorted(table), dtype=np.uint32)
    values = np.array([table[int(key)] for key in keys], dtype=np.float32)

    def of(terms: Terms) -> Floats:
        places = np.minimum(np.searchsorted(keys, terms), len(keys) - 1)
        return np.where(keys[places] == terms, values[places], np.float32(otherwise))

    return of
