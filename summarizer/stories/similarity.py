"""Which articles are compared at all, and how alike they are.

Only articles that share rare terms become candidates (no full matrix); a candidate's similarity is the cosine of the
mixed vectors times how much the two articles' lists of nearest neighbours overlap.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from summarizer.stories.vectors import Vectors

RARE = 150
"""A term that more articles than this hold brings nobody together, though it counts once a pair is compared."""

CANDIDATES = 40
"""Most similar articles, by rare terms, that each article is compared with in full."""

NEIGHBOURS = 8
"""Length of the list of nearest neighbours whose overlap is taken."""

FLOOR = 0.02
"""Below this similarity two articles are taken to share nothing."""

_ROWS_AT_ONCE = 1000
_PAIRS_AT_ONCE = 50_000

Indices = NDArray[np.int64]
Floats = NDArray[np.float64]


def candidates(vectors: Vectors, rows: Indices | None = None) -> tuple[Indices, Indices]:
    """Pairs (i, j), i < j, sorted: each article (of `rows`, if given) with those that share most of its rare terms."""
    n = vectors.matrix.shape[0]
    rare = vectors.matrix[:, vectors.counts <= RARE]
    transposed = rare.T.tocsr()
    places = np.arange(n, dtype=np.int64) if rows is None else rows
    keys = [np.empty(0, dtype=np.int64)]
    for start in range(0, len(places), _ROWS_AT_ONCE):
        some = places[start : start + _ROWS_AT_ONCE]
        first, second = _strongest(rare[some] @ transposed, some, CANDIDATES)
        keys.append(np.minimum(first, second) * n + np.maximum(first, second))
    found = np.unique(np.concatenate(keys))
    return found // max(n, 1), found % max(n, 1)


def _strongest(product: sparse.csr_matrix, places: Indices, limit: int) -> tuple[Indices, Indices]:
    """The `limit` largest entries of each row, the diagonal left out; ties go to the lower column. Row k stands for
    the article `places[k]`."""
    rows = np.repeat(places, np.diff(product.indptr))
    columns = product.indices.astype(np.int64)
    off = columns != rows
    rows, columns, values = rows[off], columns[off], product.data[off]
    order = np.lexsort((columns, -values, rows))
    rows, columns = rows[order], columns[order]
    first = np.searchsorted(rows, rows, side="left")
    kept = np.arange(len(rows)) - first < limit
    return rows[kept], columns[kept]


def cosines(matrix: sparse.csr_matrix, first: Indices, second: Indices) -> Floats:
    """Products of the rows `first[k]` and `second[k]`."""
    parts = [
        np.asarray(
            matrix[first[at : at + _PAIRS_AT_ONCE]].multiply(matrix[second[at : at + _PAIRS_AT_ONCE]]).sum(axis=1)
        )
        for at in range(0, len(first), _PAIRS_AT_ONCE)
    ]
    return np.concatenate([np.ravel(part) for part in parts]).astype(np.float64) if parts else np.empty(0)


def overlaps(n: int, first: Indices, second: Indices, alike: Floats) -> Floats:
    """For each pair, the cosine of the two articles' neighbour lists. A list holds the article itself (1.0) and its
    `NEIGHBOURS` most similar articles with their similarities."""
    strong = alike >= FLOOR
    rows = np.concatenate([first[strong], second[strong]])
    columns = np.concatenate([second[strong], first[strong]])
    graph = sparse.csr_matrix((np.tile(alike[strong], 2), (rows, columns)), shape=(n, n))
    rows, columns = _strongest(graph, np.arange(n, dtype=np.int64), NEIGHBOURS)
    values = np.ravel(np.asarray(graph[rows, columns])) if len(rows) else np.empty(0)
    profile = sparse.csr_matrix((values, (rows, columns)), shape=(n, n)) + sparse.identity(n, format="csr")
    lengths = np.sqrt(np.ravel(np.asarray(profile.multiply(profile).sum(axis=1))))
    return cosines(sparse.csr_matrix(sparse.diags(1 / lengths) @ profile), first, second)
