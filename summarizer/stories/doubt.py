"""Loose groups that text can't settle, as questions that a model or a person can answer; no model is called here.

A loose group holds articles that are alike, but not enough to be sure. Its tight clusters, which are sure, are shown
by one or two articles each; the answer says which of those tell one event. It is one signal among others: it moves the
similarities between the clusters, and the grouping is made again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from summarizer.domain import Article, Extraction
from summarizer.stories.events import LEAST, SURE
from summarizer.stories.linkage import Limits, average_linkage, tree
from summarizer.stories.links import Links

LOOSE = LEAST
"""Clusters less alike than this on average are not asked about."""

MIDDLE = (SURE + LOOSE) / 2
"""Clusters this alike are the most doubtful: half-way between what is never and what is always one event."""

QUESTIONS_PER_ARTICLE = 0.15
MOST_CLUSTERS = 12
SHOWN = 2

TOGETHER = 0.4
"""What an answer "one event" leaves of the distance between two clusters, ..."""

APART = 0.09
"""... and what "two events" leaves of their similarity."""

_LONGEST_VALUE = 120


@dataclass(frozen=True, slots=True)
class LooseGroup:
    """`clusters`: ids, each cluster sorted, in the order of their first article. `doubt`: how far its
    most doubtful decision is from the `MIDDLE`."""

    clusters: tuple[tuple[str, ...], ...]
    doubt: float

    @property
    def shown(self) -> tuple[str, ...]:
        """The articles that a question shows: up to two of each cluster."""
        return tuple(article for cluster in self.clusters for article in cluster[:SHOWN])


@dataclass(frozen=True, slots=True)
class Answer:
    """`same`: two clusters of article ids, and whether they tell one event; `reason` is shown by `explain`."""

    same: tuple[tuple[tuple[str, ...], tuple[str, ...], bool], ...]
    reason: str = ""


def question_lines(
    loose: LooseGroup, articles: Mapping[str, Article], extractions: Mapping[str, Extraction] | None = None
) -> tuple[str, ...]:
    """One numbered line for each article shown: its date, title and extracted values, without its text."""
    lines = []
    for number, article_id in enumerate(loose.shown, 1):
        article = articles[article_id]
        parts = [article.published.isoformat() if article.published else "no date", _short(_title(article))]
        extraction = (extractions or {}).get(article_id)
        parts += [f"{claim.path}: {_short(str(claim.value))}" for claim in extraction.claims] if extraction else []
        lines.append(f"{number}. " + " | ".join(parts))
    return tuple(lines)


def answer_of(loose: LooseGroup, events: Sequence[Sequence[int]], reason: str = "") -> Answer:
    """The answer to a question in its numbers (from 1). Raises ValueError, with a complaint for who answered, unless
    every number is in exactly one event."""
    numbers = sorted(number for event in events for number in event)
    expected = list(range(1, len(loose.shown) + 1))
    if numbers != expected:
        raise ValueError(f"every number from 1 to {len(expected)} must be in exactly one event, not {numbers}")
    event_of = {loose.shown[number - 1]: place for place, event in enumerate(events) for number in event}
    said: list[tuple[tuple[str, ...], int]] = []
    for cluster in loose.clusters:
        places = {event_of[article] for article in cluster if article in event_of}
        if len(places) == 1:  # an answer that tears a cluster apart says nothing about it
            said.append((cluster, places.pop()))
    pairs = combinations(said, 2)
    return Answer(tuple((one, other, place == place_) for (one, place), (other, place_) in pairs), reason)


def loose_groups(links: Links, limits: Limits) -> list[LooseGroup]:
    """The groups worth a question, the most doubtful first: at most `QUESTIONS_PER_ARTICLE` of them an article."""
    triples = links.triples()
    n = len(links.ids)
    clusters = average_linkage(n, triples, SURE, limits)
    found: list[LooseGroup] = []
    within = replace(limits, together=(*clusters, *limits.together))
    cluster_of = {article: number for number, cluster in enumerate(clusters) for article in cluster}
    sums: dict[tuple[int, int], float] = {}
    for first, second, alike in triples:
        pair = (cluster_of[first], cluster_of[second])
        if pair[0] != pair[1]:
            pair = (min(pair), max(pair))
            sums[pair] = sums.get(pair, 0.0) + alike
    loose = tree(n, triples, LOOSE, within)
    while loose:
        node = loose.pop()
        numbers = sorted({cluster_of[article] for article in node.articles()})
        if len(numbers) > MOST_CLUSTERS:
            loose += node.halves or ()  # too much for one question: each half is one of its own
            continue
        averages = [
            sums.get(pair, 0.0) / (len(clusters[pair[0]]) * len(clusters[pair[1]])) for pair in combinations(numbers, 2)
        ]
        if averages:
            names = tuple(tuple(links.ids[article] for article in clusters[number]) for number in numbers)
            found.append(LooseGroup(names, min(abs(average - MIDDLE) for average in averages)))
    found.sort(key=lambda loose: (loose.doubt, loose.clusters))
    return found[: int(QUESTIONS_PER_ARTICLE * n)]


def _title(article: Article) -> str:
    return article.title or article.text.strip().partition("\n")[0]


def _short(text: str) -> str:
    text = re.sub(r"\s+", " ", text).strip()
    return text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + "…"
