"""Words that follow each other, as one hash each."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Terms = NDArray[np.uint32]


def pairs(words: Terms) -> Terms:
    """Neighbouring content words."""
    return _mix(words[:-1], words[1:])


def triples(words: Terms) -> Terms:
    """Three content words in a row."""
    return _mix(_mix(words[:-2], words[1:-1]), words[2:])


def _mix(first: Terms, second: Terms) -> Terms:
    mixed = (first.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15)) ^ (second * np.uint64(0xC2B2AE3D27D4EB4F))
    mixed ^= mixed >> np.uint64(29)
    return ((mixed * np.uint64(0xBF58476D1CE4E5B9)) >> np.uint64(32)).astype(np.uint32)
