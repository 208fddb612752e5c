"""Everything that a grouping knows about its pairs, kept to answer "why here and not there?"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from summarizer.domain import Extraction, Story
from summarizer.errors import InputError
from summarizer.stories.copies import Copies
from summarizer.stories.corrections import Corrections
from summarizer.stories.doubt import Answer
from summarizer.stories.events import SURE, Facts, needed
from summarizer.stories.explain import Rarity, pair_reasons
from summarizer.stories.fingerprint import Fingerprint
from summarizer.stories.linkage import CLOSE, Group
from summarizer.stories.links import Checks, Links

COMPANIONS, OTHERS = 3, 2
"""How many articles of its story, and how many other stories, an explanation tells."""


@dataclass(frozen=True, slots=True, eq=False)
class Reasons:
    """`fingerprints`: of all articles; `links`, `facts`: of those that this grouping compared."""

    links: Links
    facts: Facts
    fingerprints: Mapping[str, Fingerprint]
    rarity: Rarity
    extractions: Mapping[str, Extraction]
    answers: Sequence[Answer]
    corrections: Corrections
    copies: Copies

    def explain(self, article: str, stories: Sequence[Story]) -> tuple[str, ...]:
        """One line a fact; the first names the story. Raises InputError for an unknown id."""
        story_of = {member: story for story in stories for member in story.articles}
        if article not in story_of:
            raise InputError(f"no article has the id {article!r}: ids are as in the input")
        story = story_of[article]
        lines = [
            f"{article} is in {story.id}, " + (f"of {len(story.articles)} articles" if story.articles[1:] else "alone")
        ]
        if self.fingerprints[article].story is not None:
            lines.append("  the caller gave this story's id")
        lines += self._standing(story, story_of)
        partners = self._partners(article)
        inside = [partner for partner in partners if story_of[partner[1]] is story]
        lines += [f"  with {other}: {self._pair(article, other, alike)}" for alike, other in inside[:COMPANIONS]]
        ruled = [other for other in story.articles if other != article and self._ruled(article, other)]
        told = {other for _, other in inside[:COMPANIONS]}
        lines += [f"  with {other}: {'; '.join(self._ruled(article, other))}" for other in ruled if other not in told]
        nearest: dict[str, tuple[float, str]] = {}
        for alike, other in partners:
            if story_of[other] is not story:
                nearest.setdefault(story_of[other].id, (alike, other))
        for name, (alike, other) in list(nearest.items())[:OTHERS]:
            lines.append(f"  not in {name}, with {other}: {self._pair(article, other, alike)}")
        return tuple(lines)

    def _standing(self, story: Story, story_of: Mapping[str, Story]) -> list[str]:
        """How closely the story hangs together, how near the nearest other one is, and what it would take to be one
        event with it."""
        within, between = defaultdict[str, float](float), defaultdict[str, float](float)
        own = 0.0
        for first, second, alike in self.links.triples():
            one, other = story_of[self.links.ids[first]], story_of[self.links.ids[second]]
            if one is other:
                within[one.id] += min(alike, CLOSE)
                own += alike if one is story else 0.0
            elif one is story or other is story:
                nearby = other if one is story else one
                between[nearby.id] += alike
        stories = {known.id: known for known in story_of.values()}
        sizes = {name: len(known.articles) for name, known in stories.items()}
        size = sizes[story.id]

        def pairs(name: str) -> float:
            return max(sizes[name] * (sizes[name] - 1) / 2, 1)

        def held(name: str) -> float:
            return within[name] / pairs(name)

        words = [f"its articles are {own / pairs(story.id):.2f} alike on average"] if size > 1 else []
        if between:
            alike, name = max((total / (size * sizes[name]), name) for name, total in between.items())
            holds = held(story.id), held(name)
            said = self._taken(story, stories[name], alike, holds)
            words.append(f"the nearest other story, {name}, is {alike:.2f} alike, {said}")
        return [f"  {'; '.join(words)}"] if words else []

    def _taken(self, story: Story, other: Story, alike: float, holds: tuple[float, float]) -> str:
        """What it takes to be one event, or why what would do didn't."""
        places = self._places(story), self._places(other)
        if self.facts.years_apart(*places):
            return f"where one event takes at least {SURE:.2f}, as they are of years apart"
        sizes = len(story.articles), len(other.articles)
        shared, at_once = self.facts.shared_words(*places), self.facts.of_one_time(*places)
        least = needed(sizes[0], holds[0], sizes[1], holds[1], shared_words=shared, of_one_time=at_once)
        if alike < least:
            return f"where one event takes at least {least:.2f}"
        told_apart = any(self._ruled(one, another) for one in story.articles for another in other.articles)
        but = "but they were told apart" if told_apart else "but they only meet in a larger group that is no event"
        return f"enough for one event of the two alone ({least:.2f}), {but}"

    def _places(self, story: Story) -> Group:
        ids = self.links.ids
        places = [(bisect_left(ids, article), article) for article in story.articles]
        return tuple(place for place, article in places if ids[place : place + 1] == (article,))

    def _partners(self, article: str) -> list[tuple[float, str]]:
        """Compared articles, the most alike first."""
        links = self.links
        if article not in links.ids:
            return []
        place = links.ids.index(article)
        found = [(float(links.alike[k]), links.ids[links.second[k]]) for k in np.flatnonzero(links.first == place)]
        found += [(float(links.alike[k]), links.ids[links.first[k]]) for k in np.flatnonzero(links.second == place)]
        return sorted(found, key=lambda partner: (-partner[0], partner[1]))

    def _pair(self, one: str, other: str, alike: float) -> str:
        checks = Checks([self.fingerprints[one], self.fingerprints[other]], self.extractions)
        notes = self._ruled(one, other)
        if (min(one, other), max(one, other)) in self.copies.sharing:
            notes.append("they share text")
        reasons = pair_reasons(self.fingerprints[one], self.fingerprints[other], self.rarity, checks.of(0, 1), notes)
        return f"{alike:.2f} alike; " + "; ".join(reasons)

    def _ruled(self, one: str, other: str) -> list[str]:
        """What was laid down about the two."""
        notes = []
        if any(one in group and other in group for group in self.corrections.together):
            notes.append("joined by a correction")
        if {(one, other), (other, one)} & set(self.corrections.moved):
            notes.append("moved by a correction")
        if {(one, other), (other, one)} & set(self.corrections.apart):
            notes.append("kept apart by a correction")
        for answer in self.answers:
            for cluster, other_cluster, same in answer.same:
                if (one in cluster and other in other_cluster) or (other in cluster and one in other_cluster):
                    said = "one event" if same else "two events"
                    notes.append(f"asked, the answer was {said}" + (f" ({answer.reason})" if answer.reason else ""))
        return notes
