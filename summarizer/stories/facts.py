"""What the texts of two groups of articles say besides how alike they are."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from summarizer.stories import dates
from summarizer.stories.fingerprint import Fingerprint
from summarizer.stories.linkage import Group
from summarizer.stories.vectors import Vectors

SEEN = 30
"""Of a large group, words are counted in so many of its articles."""


class TextFacts:
    """Of articles known by their places among the fingerprints (`events.Facts`); `vectors` has a row for each."""

    def __init__(self, fingerprints: Sequence[Fingerprint], vectors: Vectors) -> None:
        self._fingerprints = fingerprints
        self._matrix = vectors.matrix
        self._telling = vectors.telling_words()

    def years_apart(self, ones: Group, others: Group) -> bool:
        return dates.years_apart(self._told(ones), self._told(others))

    def of_one_time(self, ones: Group, others: Group) -> bool:
        return dates.of_one_time(self._told(ones), self._told(others))

    def shared_words(self, ones: Group, others: Group) -> float:
        """Words that a good part of all articles hold don't count."""
        few, many = sorted((ones[:SEEN], others[:SEEN]), key=len)
        theirs = np.concatenate([self._words(place) for place in many])
        shared = sum(int(np.isin(theirs, self._words(place)).sum()) for place in few)
        return shared / (len(few) * len(many))

    def _told(self, places: Group) -> list[Fingerprint]:
        return [self._fingerprints[place] for place in places]

    def _words(self, place: int) -> NDArray[np.int32]:
        """The columns, each once."""
        columns = self._matrix.indices[self._matrix.indptr[place] : self._matrix.indptr[place + 1]]
        words: NDArray[np.int32] = columns[self._telling[columns]]
        return words
