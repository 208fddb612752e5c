"""Articles in, stories out: the same stories for the same articles, in whatever order they come."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from summarizer.domain import Article, Extraction, Story
from summarizer.errors import InputError
from summarizer.stories import similarity
from summarizer.stories.dates import time_factor
from summarizer.stories.fingerprint import Fingerprint, Reader
from summarizer.stories.linkage import Limits, average_linkage
from summarizer.stories.vectors import vectors

THRESHOLD = 0.10
"""Two groups become one story when their articles are this alike on average."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The stories of a heap of articles."""

    stories: tuple[Story, ...]


def group(articles: Sequence[Article], extractions: Mapping[str, Extraction] | None = None) -> Grouping:
    """Stories in the order of their first article's id; every article is in exactly one.

    Raises InputError when two articles have one id.
    """
    ordered = sorted(articles, key=lambda article: article.id)
    for article, following in pairwise(ordered):
        if article.id == following.id:
            raise InputError(f"two articles have the id {article.id!r}: give each its own")
    fingerprints = Reader().read_all(ordered)
    groups = average_linkage(len(ordered), _similarities(fingerprints), THRESHOLD, _limits(fingerprints))
    return Grouping(tuple(_story([fingerprints[i] for i in members]) for members in groups))


def _similarities(fingerprints: Sequence[Fingerprint]) -> list[tuple[int, int, float]]:
    if not fingerprints:
        return []
    mixed = vectors(fingerprints)
    first, second = similarity.candidates(mixed)
    alike = similarity.cosines(mixed.matrix, first, second)
    alike = alike * similarity.overlaps(len(fingerprints), first, second, alike)
    times = [
        time_factor(a.day, b.day, a.years, b.years)
        for a, b in ((fingerprints[i], fingerprints[j]) for i, j in zip(first, second, strict=True))
    ]
    return list(zip(first.tolist(), second.tolist(), (alike * np.array(times)).tolist(), strict=True))


def _limits(fingerprints: Sequence[Fingerprint]) -> Limits:
    named = {i: f.story for i, f in enumerate(fingerprints) if f.story is not None}
    by_name: dict[str, list[int]] = {}
    for i, name in named.items():
        by_name.setdefault(name, []).append(i)
    return Limits(together=tuple(tuple(members) for members in by_name.values()), named=named)


def _story(members: Sequence[Fingerprint]) -> Story:
    founder = min(members, key=lambda f: (f.day is None, f.day, f.id) if f.day else (True, None, f.id))
    given = next((f.story for f in members if f.story is not None), None)
    name = given or "story-" + hashlib.sha256(founder.id.encode()).hexdigest()[:12]
    return Story(name, tuple(f.id for f in members))
