"""How good a grouping is, measured against one made by hand.

B-cubed (Bagga and Baldwin 1998) asks for each article how much of its group belongs there (precision) and how much of
its true story is with it (recall). Pairwise F1 asks it of pairs. V-measure (Rosenberg and Hirschberg 2007) is the
harmonic mean of homogeneity and completeness. All are between 0 and 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from math import log

from summarizer.errors import InputError


@dataclass(frozen=True, slots=True)
class Scores:
    """Over `articles` that both groupings hold; `missing` are in the gold only, `extra` in the answer only."""

    articles: int
    precision: float  # B-cubed
    recall: float
    f1: float
    pair_f1: float
    v_measure: float
    missing: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def labels(stories: Iterable[Iterable[str]]) -> dict[str, int]:
    """Article id -> number of its story. Raises InputError when an article is in two stories."""
    found: dict[str, int] = {}
    for number, story in enumerate(stories):
        for article in story:
            if article in found:
                raise InputError(f"the article {article!r} is in two stories: leave it in one")
            found[article] = number
    return found


def evaluate(answer: Mapping[str, Hashable], gold: Mapping[str, Hashable]) -> Scores:
    """Both map article ids to stories. Only articles in both are scored; the others are named.

    Raises InputError when no article is in both.
    """
    common = sorted(answer.keys() & gold.keys())
    if not common:
        raise InputError("the gold file and the grouping share no article: compare the ids")
    cells = Counter((answer[article], gold[article]) for article in common)
    groups = Counter(answer[article] for article in common)
    stories = Counter(gold[article] for article in common)
    n = len(common)
    precision = sum(count**2 / groups[group] for (group, _), count in cells.items()) / n
    recall = sum(count**2 / stories[story] for (_, story), count in cells.items()) / n
    return Scores(
        articles=n,
        precision=precision,
        recall=recall,
        f1=_harmonic(precision, recall),
        pair_f1=_pair_f1(cells, groups, stories),
        v_measure=_v_measure(cells, groups, stories),
        missing=tuple(sorted(gold.keys() - answer.keys())),
        extra=tuple(sorted(answer.keys() - gold.keys())),
    )


def _harmonic(a: float, b: float) -> float:
    return 2 * a * b / (a + b) if a + b else 0.0


def _pairs(counts: Counter[Hashable]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def _pair_f1(cells: Counter[tuple[Hashable, Hashable]], groups: Counter[Hashable], stories: Counter[Hashable]) -> float:
    both = sum(count * (count - 1) // 2 for count in cells.values())
    answered, true = _pairs(groups), _pairs(stories)
    if not answered and not true:
        return 1.0
    return 2 * both / (answered + true)


def _entropy(counts: Counter[Hashable], n: int) -> float:
    return -sum(count / n * log(count / n) for count in counts.values())


def _v_measure(
    cells: Counter[tuple[Hashable, Hashable]], groups: Counter[Hashable], stories: Counter[Hashable]
) -> float:
    n = sum(groups.values())
    of_groups, of_stories = _entropy(groups, n), _entropy(stories, n)
    joint = -sum(count / n * log(count / n) for count in cells.values())
    shared = of_groups + of_stories - joint
    homogeneity = shared / of_stories if of_stories else 1.0
    completeness = shared / of_groups if of_groups else 1.0
    return _harmonic(homogeneity, completeness)
