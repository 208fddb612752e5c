"""How alike two articles are depends on what else is near them, so that is looked at however few are grouped again."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from summarizer.stories.events import LEAST
from summarizer.stories.fingerprint import Fingerprint, Reader
from summarizer.stories.linkage import Limits, average_linkage
from summarizer.stories.links import Links, link
from summarizer.stories.vectors import vectors
from tests.stories.news import of

HEAP = Reader().read_all(sorted([*of("plan"), *of("deal"), *of("quake")], key=lambda article: article.id))


def by_ids(links: Links) -> dict[tuple[str, str], float]:
    return {
        (links.ids[first], links.ids[second]): round(float(alike), 9)
        for first, second, alike in zip(links.first, links.second, links.alike, strict=True)
    }


def linked(heap: list[Fingerprint], rows: list[int] | None = None) -> dict[tuple[str, str], float]:
    return by_ids(link(heap, vectors(heap), rows=None if rows is None else np.array(rows, dtype=np.int64)))


WHOLE = linked(HEAP)


@given(st.sets(st.integers(0, len(HEAP) - 1), min_size=2))
def test_some_of_the_articles_are_as_alike_as_they_are_among_all(some: set[int]) -> None:
    ids = {HEAP[place].id for place in some}
    assert linked(HEAP, sorted(some)) == {pair: alike for pair, alike in WHOLE.items() if set(pair) <= ids}


def test_in_a_heap_of_two_the_nearest_article_says_little() -> None:
    two = [fingerprint for fingerprint in HEAP if fingerprint.id.startswith("plan / zhenhai-cloud")][:2]
    (alone,) = linked(two).values()
    among_others = WHOLE[two[0].id, two[1].id]
    assert abs(alone - among_others) < 0.1


@given(st.lists(st.sampled_from([0.0, 0.05, LEAST, 0.3]), min_size=15, max_size=15), st.sets(st.integers(0, 5)))
def test_pairs_that_are_left_out_do_not_matter(values: list[float], joined: set[int]) -> None:
    first, second = np.array(list(combinations(range(6), 2)), dtype=np.int64).T
    alike = np.array(values)
    links = Links(tuple("abcdef"), first, second, alike, np.ones(15), alike)
    limits = Limits(together=(tuple(sorted(joined)),))
    fewer = links.triples(LEAST, limits.laid_down())
    assert average_linkage(6, fewer, LEAST, limits) == average_linkage(6, links.triples(), LEAST, limits)
