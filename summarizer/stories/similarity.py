"""Which articles are compared at all, and how alike they are.

Only articles that share rare terms become candidates (no full matrix); a candidate's similarity is the cosine of the
mixed vectors times how much the two articles' lists of nearest neighbours overlap.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from summarizer.stories.forks import ALONE, Forks
from summarizer.stories.vectors import Vectors, heaviest, heaviest_of_rows, kept_entries

TELLING = 40
"""So many of an article's heaviest terms look for candidates; once a pair is compared, all its terms count."""

MANY = 500
"""A term that more articles than this hold is too common to tell, ..."""

COMMON, FIRST = 10, 50
"""... but hundreds of reprints of one text share nothing else: so many of an article's heaviest common terms find the
first so many articles that hold them, which is enough to start a group."""

CANDIDATES = 30
"""Most similar articles, by rare terms, that each article is compared with in full."""

NEIGHBOURS = 12
"""Length of the list of nearest neighbours whose overlap is taken."""

FLOOR = 0.02
"""Below this similarity two articles are taken to share nothing."""

UNFILLED = 0.1
"""A list that is shorter counts as if it were filled up by articles of its own that are this similar: in a heap of two
or three, what is nearest says little."""

_ROWS_AT_ONCE = 1000
_PAIRS_AT_ONCE = 50_000

Indices = NDArray[np.int64]
Floats = NDArray[np.float64]


def candidates(vectors: Vectors, rows: Indices | None = None, forks: Forks = ALONE) -> tuple[Indices, Indices]:
    """Pairs (i, j), i < j, sorted: each article (of `rows`, if given) with those that share its most telling terms."""
    n = vectors.matrix.shape[0]
    telling = _telling(vectors)
    transposed = _first_of_rows(telling.T.tocsr(), np.where(vectors.counts > MANY, FIRST, MANY))
    places = np.arange(n, dtype=np.int64) if rows is None else rows

    def pairs(start: int, stop: int) -> Indices:
        some = places[start:stop]
        first, second = _strongest(telling[some] @ transposed, some, CANDIDATES)
        return np.minimum(first, second) * n + np.maximum(first, second)

    keys = forks.share_out(pairs, len(places), _ROWS_AT_ONCE)
    found = np.unique(np.concatenate([np.empty(0, dtype=np.int64), *keys]))
    return found // max(n, 1), found % max(n, 1)


def _telling(vectors: Vectors) -> sparse.csr_matrix:
    """Of each row the `TELLING` heaviest entries without the common ones, and the `COMMON` heaviest of these."""
    matrix = vectors.matrix
    common = vectors.counts[matrix.indices] > MANY
    kept = heaviest_of_rows(np.where(common, 0, matrix.data), matrix.indptr, TELLING) & ~common
    if common.any():
        kept |= heaviest_of_rows(np.where(common, matrix.data, 0), matrix.indptr, COMMON) & common
    return kept_entries(matrix, kept)


def _first_of_rows(matrix: sparse.csr_matrix, limits: NDArray[np.int64]) -> sparse.csr_matrix:
    """Of each row the first entries, up to its limit."""
    sizes = np.diff(matrix.indptr)
    places = np.arange(matrix.nnz) - np.repeat(matrix.indptr[:-1], sizes)
    return kept_entries(matrix, places < np.repeat(limits, sizes))


def _strongest(product: sparse.csr_matrix, places: Indices, limit: int) -> tuple[Indices, Indices]:
    """The columns of the `limit` largest entries of each row, the diagonal left out; ties go to the lower column. Row
    k stands for the article `places[k]`."""
    product.sort_indices()
    columns: list[Indices] = []
    for place, (start, end) in zip(places.tolist(), pairwise(product.indptr.tolist()), strict=True):
        near = product.indices[start:end].astype(np.int64)
        values = np.where(near == place, np.float32(0), product.data[start:end])
        columns.append(near[heaviest(values, limit) & (values > 0)])
    lengths = [len(near) for near in columns]
    found = np.concatenate([*columns, np.empty(0, dtype=np.int64)])
    return np.repeat(places, lengths), found


def cosines(matrix: sparse.csr_matrix, first: Indices, second: Indices, forks: Forks = ALONE) -> Floats:
    """Products of the rows `first[k]` and `second[k]`; fastest where `first` is sorted."""

    def of(start: int, stop: int) -> Floats:
        return _cosines(matrix, first[start:stop], second[start:stop])

    return np.concatenate([np.empty(0), *forks.share_out(of, len(first), _PAIRS_AT_ONCE)])


def _cosines(matrix: sparse.csr_matrix, first: Indices, second: Indices) -> Floats:
    products = np.zeros(len(first))
    row = np.zeros(matrix.shape[1], dtype=np.float32)
    others = matrix[second]
    bounds = np.flatnonzero(np.diff(first, prepend=-1, append=-1))
    for low, high in pairwise(bounds.tolist()):
        own = slice(matrix.indptr[first[low]], matrix.indptr[first[low] + 1])
        row[matrix.indices[own]] = matrix.data[own]
        part = slice(others.indptr[low], others.indptr[high])
        sums = np.concatenate([[0.0], np.cumsum(others.data[part] * row[others.indices[part]], dtype=np.float64)])
        edges = others.indptr[low : high + 1] - others.indptr[low]
        products[low:high] = sums[edges[1:]] - sums[edges[:-1]]
        row[matrix.indices[own]] = 0
    return products


def overlaps(n: int, first: Indices, second: Indices, alike: Floats, forks: Forks = ALONE) -> Floats:
    """For each pair, the cosine of the two articles' neighbour lists. A list holds the article itself (1.0) and its
    `NEIGHBOURS` most similar articles with their similarities."""
    strong = alike >= FLOOR
    rows = np.concatenate([first[strong], second[strong]])
    columns = np.concatenate([second[strong], first[strong]])
    graph = sparse.csr_matrix((np.tile(alike[strong], 2), (rows, columns)), shape=(n, n))
    rows, columns = _strongest(graph, np.arange(n, dtype=np.int64), NEIGHBOURS)
    values = np.ravel(np.asarray(graph[rows, columns])) if len(rows) else np.empty(0)
    profile = sparse.csr_matrix((values, (rows, columns)), shape=(n, n)) + sparse.identity(n, format="csr")
    unfilled = np.maximum(NEIGHBOURS - np.bincount(rows, minlength=n), 0)
    lengths = np.sqrt(np.ravel(np.asarray(profile.multiply(profile).sum(axis=1))) + unfilled * UNFILLED**2)
    return cosines(sparse.csr_matrix(sparse.diags(1 / lengths) @ profile), first, second, forks)
