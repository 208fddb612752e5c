"""Articles in, stories out: the same stories for the same articles, in whatever order they come."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np

from summarizer.domain import Article, Extraction, Story
from summarizer.errors import InputError
from summarizer.garbage import seldom_collected
from summarizer.stories import similarity
from summarizer.stories.copies import Copies, find_copies
from summarizer.stories.corrections import Corrections
from summarizer.stories.doubt import Answer, LooseGroup, loose_groups
from summarizer.stories.events import LEAST, events
from summarizer.stories.explain import Rarity, common_ground
from summarizer.stories.facts import TextFacts
from summarizer.stories.fingerprint import Fingerprint, Reader
from summarizer.stories.forks import forks_for
from summarizer.stories.identity import Registrar
from summarizer.stories.large import with_large_parts_joined
from summarizer.stories.linkage import Limits
from summarizer.stories.links import Links, link
from summarizer.stories.memory import Memory
from summarizer.stories.reasons import Reasons
from summarizer.stories.rulings import limits_of, moves_of, told_apart, with_answers, with_moved
from summarizer.stories.vectors import Vectors, vectors

COPY_FLOOR = 0.2
"""Texts less alike than this are not looked at for copied passages."""

TOUCH = 0.03
"""A known story is opened again when a new article is this alike to one of its articles."""


@dataclass(frozen=True, slots=True)
class Grouping:
    """The stories of a heap of articles, in the order of their first article's id, and which articles are copies.
    `memory` is what the next grouping may build on; it can be written as JSON."""

    stories: tuple[Story, ...]
    copies: Copies
    memory: Memory = field(compare=False, repr=False)
    reasons: Reasons = field(compare=False, repr=False)
    _limits: Limits = field(compare=False, repr=False)

    def explain(self, article_id: str) -> tuple[str, ...]:
        """Why the article is in its story and not in the nearest other ones. Raises InputError for an unknown id."""
        return self.reasons.explain(article_id, self.stories)

    def doubtful(self) -> list[LooseGroup]:
        """Groups that the texts leave in doubt, the most doubtful first: at most 0.15 of them an article."""
        return loose_groups(self.reasons.links, self._limits)


def group(
    articles: Sequence[Article],
    extractions: Mapping[str, Extraction] | None = None,
    *,
    existing: Grouping | Memory | None = None,
    corrections: Corrections | None = None,
    answers: Sequence[Answer] = (),
    processes: int = 1,
) -> Grouping:
    """Every article of `articles`, and of `existing` (an earlier grouping), is in exactly one story.

    With `existing`, only stories that a new article resembles are opened again; the others stay as they are. With
    several `processes` forks of this one share the work on thousands of articles, which is not safe beside foreign
    threads.
    Raises InputError when two articles have one id.
    """
    with seldom_collected():
        return _group(articles, extractions or {}, existing, corrections or Corrections(), tuple(answers), processes)


def _group(
    articles: Sequence[Article],
    extractions: Mapping[str, Extraction],
    existing: Grouping | Memory | None,
    corrections: Corrections,
    answers: tuple[Answer, ...],
    processes: int,
) -> Grouping:
    memory = existing.memory if isinstance(existing, Grouping) else existing or Memory()
    given = _by_id(articles)
    forks = forks_for(len(given), processes)
    new = {f.id: f for f in Reader().read_all(list(given.values()), forks) if not _known(f, memory)}
    known = {**memory.fingerprints, **new}
    everything = [known[i] for i in sorted(known)]
    mixed = vectors(everything, forks)
    opened = _opened(everything, mixed, new, memory, corrections)
    rows = [place for place, f in enumerate(everything) if f.id in opened]
    fingerprints = [everything[place] for place in rows]
    rows_mixed = mixed.only(rows)
    linked = link(everything, mixed, extractions, forks, np.array(rows, dtype=np.int64))
    links = with_answers(linked, answers)
    moves = moves_of(fingerprints, corrections)
    limits = limits_of(fingerprints, corrections, moves)
    facts = TextFacts(fingerprints, rows_mixed)
    groups = events(len(fingerprints), _still(links, moves, limits), limits, facts)
    kept = (tuple(place for place in members if links.ids[place] not in moves) for members in groups)
    still = [members for members in kept if members]
    parted = replace(limits, apart=limits.apart | told_apart(links, answers))
    groups = [*with_large_parts_joined(still, rows_mixed.matrix, fingerprints, parted), *_single(links, moves)]
    stories = with_moved([[links.ids[place] for place in members] for members in groups], moves)
    stories += [list(story.articles) for story in memory.stories if not opened & set(story.articles)]
    copies = find_copies(_worth_comparing(links, fingerprints), given, memory.copies, forks)
    rarity = Rarity(everything)
    told = _told(sorted(stories), known, memory, rarity)
    reasons = Reasons(links, facts, known, rarity, extractions, answers, corrections, copies)
    return Grouping(told, copies, Memory(known, told, copies), reasons, limits)


def _by_id(articles: Iterable[Article]) -> dict[str, Article]:
    ordered = sorted(articles, key=lambda article: article.id)
    for article, following in pairwise(ordered):
        if article.id == following.id:
            raise InputError(f"two articles have the id {article.id!r}: give each its own")
    return {article.id: article for article in ordered}


def _known(fingerprint: Fingerprint, memory: Memory) -> bool:
    old = memory.fingerprints.get(fingerprint.id)
    return old is not None and fingerprint.same_as(old)


def _opened(
    everything: Sequence[Fingerprint],
    mixed: Vectors,
    new: Mapping[str, Fingerprint],
    memory: Memory,
    corrections: Corrections,
) -> set[str]:
    """The new articles, and all articles of known stories that they resemble or that a caller or person names."""
    if len(new) == len(everything):
        return set(new)
    touched = _near(everything, mixed, set(new)) | corrections.articles
    names = {f.story for f in new.values()} - {None}
    touched |= {f.id for f in everything if f.story in names}
    opened = set(new)
    for story in memory.stories:
        if touched & set(story.articles):
            opened |= set(story.articles)
    return opened


def _near(everything: Sequence[Fingerprint], mixed: Vectors, some: set[str]) -> set[str]:
    """These articles and those that they resemble."""
    places = np.array([place for place, f in enumerate(everything) if f.id in some], dtype=np.int64)
    first, second = similarity.candidates(mixed, places)
    near = similarity.cosines(mixed.matrix, first, second) >= TOUCH
    return {everything[place].id for place in np.concatenate([first[near], second[near]])} | some


def _still(links: Links, moves: Mapping[str, str], limits: Limits) -> list[tuple[int, int, float]]:
    """The links without those of articles that a person moved: these join their story at the end."""
    triples = links.triples(LEAST, limits.laid_down())
    gone = {place for place, article in enumerate(links.ids) if article in moves}
    return triples if not gone else [triple for triple in triples if triple[0] not in gone and triple[1] not in gone]


def _single(links: Links, moves: Mapping[str, str]) -> list[tuple[int, ...]]:
    return [(place,) for place, article in enumerate(links.ids) if article in moves]


def _worth_comparing(links: Links, fingerprints: Sequence[Fingerprint]) -> Iterable[tuple[Fingerprint, Fingerprint]]:
    for k in np.flatnonzero(links.text >= COPY_FLOOR):
        yield fingerprints[links.first[k]], fingerprints[links.second[k]]


def _told(
    groups: Sequence[Sequence[str]], known: Mapping[str, Fingerprint], memory: Memory, rarity: Rarity
) -> tuple[Story, ...]:
    ordered = [sorted(group) for group in groups]
    named = Registrar(memory.stories, known).name(ordered)
    return tuple(
        Story(name, tuple(group), (*notes, *(common_ground([known[i] for i in group], rarity) if group[1:] else ())))
        for (name, notes), group in zip(named, ordered, strict=True)
    )
