"""The second step: the story without the page around it.

Newsletter offers, comment forms, share bars, cookie notices, bylines and lists of other stories name people and sums
that have nothing to do with the story. They are recognised by words, shape and place, and taken off whole
paragraphs at a time; what stays, stays letter by letter. In doubt a paragraph stays: a stranger's name costs less
than a lost fact.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cached_property

from summarizer.domain import Article
from summarizer.publication import in_address, published_on
from summarizer.steps.furniture import (
    NOTHING,
    Judged,
    Kind,
    author_described,
    is_address,
    is_byline,
    kind_of,
    mentions,
    says_who_or_when,
)
from summarizer.steps.headline import headline
from summarizer.steps.paragraphs import paragraphs_of, sentences

_LEAST_KEPT = 0.25  # of the text: where less would be left, the page was misread, and all of it stays
_NAME = re.compile(r"\b[^\W\d_a-z][\w&-]{2,}")
_POSSESSIVE = re.compile(r"['’.,:;!?)”\"]")
_SUBSTANTIAL_WORDS = 25
_NEWS = re.compile(r"[$€£¥₹%]|\b(?:said|[mb]illion)\b")  # what captions don't say
_TEASERS = 3  # bare lines in a row that make a list of other stories where no label stands above them


def clean(article: Article) -> Article:
    """The article without page furniture. Its title stays, unless it was part of the furniture; a date of publication
    that only stood in its byline or in the page's address is kept in `published`. Cleaning twice is cleaning once."""
    text, days = article.text, list[date]()
    known = Judged()
    while any(gone := (page := _Page(text, known)).furniture()):
        days += page.days(gone)
        text = _without(text, page.spans(gone))
    if text == article.text or len(text) < _LEAST_KEPT * len(article.text):
        return article
    title = article.title
    if title and title in article.text and title not in text:
        title = headline(text)
    return replace(article, text=text, title=title, published=article.published or next(iter(days), None))


def removed(before: Article, after: Article) -> tuple[str, ...]:
    """The paragraphs that cleaning took off, in their order, as they stood on the page."""
    kept = Counter(paragraph.text for paragraph in paragraphs_of(after.text))
    gone: list[str] = []
    for paragraph in paragraphs_of(before.text):
        if kept[paragraph.text]:
            kept[paragraph.text] -= 1
        else:
            gone.append(paragraph.text)
    return tuple(gone)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in spans:
        parts.append(text[at:start])
        at = end
        while at < len(text) and text[at].isspace():  # the blank lines beneath it go with it
            at += 1
    return "".join([*parts, text[at:]]).strip()


class _Page:
    """The paragraphs of one text, and which of them are furniture."""

    def __init__(self, text: str, known: Judged) -> None:
        self.paragraphs = paragraphs_of(text)
        self.evidence = [known.evidence(one) for one in self.paragraphs]
        self.kinds = [self._kind(number) for number in range(len(self.paragraphs))]
        numbers = range(len(self.paragraphs))
        story = next(filter(self._carries_story, numbers), None)
        if story is None:
            prose = [number for number in numbers if self.paragraphs[number].prose] or [0, len(numbers) - 1]
            self.first, self.last = prose[0], prose[-1]
        else:
            self.first, self.last = story, next(filter(self._carries_story, reversed(numbers)))

    @cached_property
    def names(self) -> frozenset[str]:
        """What the story is about, as far as paragraphs without any sign of furniture tell."""
        told = zip(self.paragraphs, self.evidence, strict=True)
        return _protagonists([one.text for one, evidence in told if one.prose and evidence == NOTHING])

    def _kind(self, number: int, beside: bool = False) -> Kind:
        evidence = self.evidence[number]
        if evidence.label is None and not evidence.may_be_furniture(beside):
            return Kind.STORY
        return kind_of(self.paragraphs[number], evidence, self.names, beside)

    def furniture(self) -> list[bool]:
        """For each paragraph whether it is furniture."""
        self._soften(range(0, self.first))
        self._soften(range(len(self.paragraphs) - 1, self.last, -1))
        gone = [kind is not Kind.STORY for kind in self.kinds]
        for number in range(self.first):
            gone[number] = gone[number] or is_byline(self.paragraphs[number])
        for number, kind in enumerate(self.kinds):
            if kind is Kind.LIST_LABEL:
                self._take_list(number, gone)
        self._take_head(gone)
        self._take_tail(gone)
        return gone

    def spans(self, gone: list[bool]) -> list[tuple[int, int]]:
        """Where these paragraphs stand: (start, end), in order."""
        return [(one.start, one.end) for one, goes in zip(self.paragraphs, gone, strict=True) if goes]

    def days(self, gone: list[bool]) -> list[date]:
        """When the page was put up, as these paragraphs say: bylines, and the page's own address above the story."""
        days: list[date | None] = []
        for number, one in enumerate(self.paragraphs):
            if gone[number] and says_who_or_when(one.text):
                days.append(published_on(one.text))
            elif gone[number] and number < self.first and is_address(one.text):
                days.append(in_address(one.text))
        return [day for day in days if day]

    def _carries_story(self, number: int) -> bool:
        """A paragraph that can't be a caption, a headline or a promotion."""
        one = self.paragraphs[number]
        if self.kinds[number] is not Kind.STORY or (number and author_described(one)):
            return False
        if not one.prose:
            return one.words >= 2 * _SUBSTANTIAL_WORDS
        if one.words >= _SUBSTANTIAL_WORDS:
            return True
        if one.words >= 14 and (_NEWS.search(one.text) or sentences(one) > 1):
            return True
        return one.words >= 8 and mentions(one.text, self.names)

    def _soften(self, order: range) -> None:
        """Outside the story, less evidence will do for what stands next to furniture."""
        for number in order:
            beside = self.kinds[max(0, number - 1) : number + 2]
            if self.kinds[number] is Kind.STORY and any(kind is Kind.FURNITURE for kind in beside):
                self.kinds[number] = kind_of(self.paragraphs[number], self.evidence[number], self.names, beside=True)

    def _take_list(self, label: int, gone: list[bool]) -> None:
        """The bare lines beneath a label such as "Related articles", up to the next sentence of the story."""
        end = label + 1
        while end < len(gone) and not self.paragraphs[end].prose and self.paragraphs[end].words <= _SUBSTANTIAL_WORDS:
            end += 1
        subhead = end < len(gone) and end - label > 2 and self.paragraphs[end - 1].words <= 4
        for number in range(label, end - subhead):
            gone[number] = True

    def _take_head(self, gone: list[bool]) -> None:
        """Above the story: four headlines and more whose names the story doesn't know."""
        bare = [number for number in range(self.first) if not gone[number] and not self.paragraphs[number].prose]
        if len(bare) <= _TEASERS:
            return
        known = self._names_in(range(self.first, len(gone)))
        strange = [number for number in bare if self.paragraphs[number].words >= 5 and self._strange([number], known)]
        if len(strange) > _TEASERS:
            for number in strange:
                gone[number] = True

    def _names_in(self, numbers: range) -> set[str]:
        return {name for number in numbers for name in _NAME.findall(self.paragraphs[number].text)}

    def _strange(self, numbers: list[int], known: set[str]) -> bool:
        """Whether these paragraphs name names, four in five of which are not known."""
        said = [name for number in numbers for name in _NAME.findall(self.paragraphs[number].text)]
        return bool(said) and sum(name not in known for name in said) * 5 >= len(said) * 4

    def _take_tail(self, gone: list[bool]) -> None:
        """Beneath the last paragraph that carries the story: everything after the first furniture, if headlines and
        captions prevail there; without furniture, a run of headlines that share no name with the story."""
        tail = range(self.last + 1, len(self.paragraphs))
        start = next((number for number in tail if gone[number]), None)
        if start is None:
            start = self._teasers(tail)
        if start is None:
            gone[-1:] = [self._is_strangers_biography()] if tail else gone[-1:]
            return
        rest = [number for number in range(start, len(gone)) if self.kinds[number] is Kind.STORY]
        bare = [number for number in rest if not self.paragraphs[number].prose]
        if bare and len(bare) * 2 >= len(rest):
            for number in rest[: rest.index(bare[-1]) + 1]:  # sentences beneath the last headline may be the story's
                gone[number] = True
            self._take_captions(bare[-1] + 1, gone)

    def _is_strangers_biography(self) -> bool:
        author = author_described(self.paragraphs[-1])
        names = _NAME.findall(author or "")
        return bool(names) and not any(mentions(one.text, frozenset(names)) for one in self.paragraphs[:-1])

    def _take_captions(self, start: int, gone: list[bool]) -> None:
        """Single sentences between the last headline and furniture beneath it."""
        end = max((number for number in range(start, len(gone)) if gone[number]), default=start)
        for number in range(start, end):
            gone[number] = True

    def _teasers(self, tail: range) -> int | None:
        bare = [number for number in tail if not self.paragraphs[number].prose]
        lines = [self.paragraphs[number].text for number in bare]
        length = sum(self.paragraphs[number].words for number in bare)
        listed = sum(line[0] in "-*•–·" or "," in line for line in lines)
        if len(bare) < _TEASERS or length < 5 * len(bare) or listed * 2 > len(bare):
            return None
        return bare[0] if self._strange(bare, self._names_in(range(tail.start))) else None


def _protagonists(texts: list[str]) -> frozenset[str]:
    """The three names that most paragraphs mention, at least two of them: capitalised words never written small."""
    counts: Counter[str] = Counter()
    small: set[str] = set()
    for text in texts:
        words = text.split()
        small.update(words)
        counts.update({_POSSESSIVE.split(word, maxsplit=1)[0] for word in words if word[0].isupper() and len(word) > 2})
    often = sorted((-count, name) for name, count in counts.items() if count >= 2)[:12]
    return frozenset([name for _, name in often if name.lower() not in small and len(name) > 2][:3])
