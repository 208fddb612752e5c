"""How many different texts there are in a heap: a word is no less telling for being printed a hundred times over.

An article repeats a text where a few samples of its phrases are found in others too (MinHash; Broder, "On the
resemblance and containment of documents", 1997). Every article is sampled once and samples are compared by sorting, so
this costs next to nothing; which passages are whose is for `copies` to say.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.stories.fingerprint import Fingerprint
from summarizer.stories.forks import ALONE, Forks
from summarizer.stories.phrases import Terms, triples

SAMPLES, SAME = 12, 4
"""An article of which so many of so many samples are found in others repeats a text: from about a third of its phrases
on."""

_FACTORS = np.array([(k * 0x9E3779B1 | 1) & 0xFFFFFFFF for k in range(1, SAMPLES + 1)], dtype=np.uint32)
"""Odd: multiplied by one, phrases change their order."""

_AT_ONCE = 1_000
_LEAST = 3  # content words that make a phrase


def part_of_a_text(fingerprints: Sequence[Fingerprint], forks: Forks = ALONE) -> NDArray[np.float64]:
    """For each article what part it is of a text of its own: 1.0, but a hundredth where a hundred repeat each other."""

    def sample(start: int, stop: int) -> Terms:
        return np.array([_samples(f.words) for f in fingerprints[start:stop]], dtype=np.uint32)

    parts = forks.share_out(sample, len(fingerprints), _AT_ONCE)
    samples = np.concatenate([np.empty((0, SAMPLES), dtype=np.uint32), *parts])
    repeated = np.sort(np.stack([_how_often(column) for column in samples.T]), axis=0)
    parts_of: NDArray[np.float64] = 1 / repeated[SAMPLES - SAME]
    parts_of[[len(f.words) < _LEAST for f in fingerprints]] = 1.0
    return parts_of


def _samples(words: Terms) -> Terms:
    """Of all phrases the lowest, by `SAMPLES` orders."""
    if len(words) < _LEAST:
        return np.zeros(SAMPLES, dtype=np.uint32)
    lowest: Terms = (triples(words)[None, :] * _FACTORS[:, None]).min(axis=1)
    return lowest


def _how_often(column: Terms) -> NDArray[np.int64]:
    """For each entry how many are equal to it."""
    _, place, counts = np.unique(column, return_inverse=True, return_counts=True)
    return counts[place]
