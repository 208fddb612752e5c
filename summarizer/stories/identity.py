"""Story ids that last: a story keeps its id while its founding article is in it, and says what it joined or left."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from summarizer.domain import Story
from summarizer.stories.fingerprint import Fingerprint


def founder(members: Sequence[Fingerprint]) -> str:
    """Id of the article that was published first; among undated ones, the lowest id."""
    return min(members, key=lambda f: (f.day or date.max, f.id)).id


def story_id(founding_article: str) -> str:
    """ "story-" and twelve hexadecimal digits, from the founding article's id alone."""
    return "story-" + hashlib.sha256(founding_article.encode()).hexdigest()[:12]


class Registrar:
    """Gives ids to groups of articles, and keeps the ids of `known` stories alive."""

    def __init__(self, known: Sequence[Story], fingerprints: Mapping[str, Fingerprint]) -> None:
        self._known = {story.id: story for story in known}
        self._story_of = {article: story.id for story in known for article in story.articles}
        self._fingerprints = fingerprints

    def name(self, groups: Sequence[Sequence[str]]) -> list[tuple[str, tuple[str, ...]]]:
        """For each group (ids, sorted) its story's id, and what became of known stories: "joined with ..."."""
        given = [self._given(group) for group in groups]
        heirs = self._heirs(groups)
        taken = {name for name in given if name}
        unavailable = taken | self._known.keys()
        named: list[tuple[str, tuple[str, ...]]] = []
        for number, group in enumerate(groups):
            name = given[number] or next((old for old in heirs.get(number, ()) if old not in taken), None)
            name = name or self._new(group, unavailable)
            taken.add(name)
            unavailable.add(name)
            named.append((name, self._notes(name, group)))
        return named

    def _given(self, group: Sequence[str]) -> str | None:
        stories = (self._fingerprints[article].story for article in group)
        return next((story for story in stories if story is not None), None)

    def _heirs(self, groups: Sequence[Sequence[str]]) -> dict[int, list[str]]:
        """Group -> the known stories whose founder it holds, the one with most articles in the group first."""
        group_of = {article: number for number, group in enumerate(groups) for article in group}
        heirs: dict[int, list[str]] = {}
        for story in self._known.values():
            members = [self._fingerprints[a] for a in story.articles if a in self._fingerprints and a in group_of]
            if members:
                heirs.setdefault(group_of[founder(members)], []).append(story.id)
        for number, stories in heirs.items():
            sizes = Counter(self._story_of.get(article) for article in groups[number])
            stories.sort(key=lambda story: (-sizes[story], story))
        return heirs

    def _new(self, group: Sequence[str], taken: set[str]) -> str:
        name = story_id(founder([self._fingerprints[article] for article in group]))
        number = 2
        while name in taken:
            name = f"{name.split('.')[0]}.{number}"
            number += 1
        return name

    def _notes(self, name: str, group: Sequence[str]) -> tuple[str, ...]:
        origins = sorted({self._story_of[article] for article in group if article in self._story_of} - {name})
        if not origins:
            return ()
        if name in self._known:
            return tuple(f"joined with {origin}" for origin in origins)
        return tuple(f"split from {origin}" for origin in origins)
