"""Is this paragraph part of the page rather than of the story? Judged by itself, by its words and its shape.

A line is furniture when it is one of the known labels, or when enough speaks for it at once: it tells the reader to do
something, names a thing of the page (a newsletter, an account, cookies), addresses the reader, praises an offer.
No single one of these is enough: stories tell of newsletters, accounts and offers, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from summarizer.steps import furniture_words as words
from summarizer.steps.paragraphs import Paragraph

ENOUGH = 3
"""Points that make a bare line furniture; a sentence needs one more."""

_LONGEST = 60  # words: a longer paragraph is furniture only as a notice
_LABEL_LONGEST = 200  # characters
_QUOTE_MARKS = ("“", '"', "„", "«", "'")
_MENU = re.compile(r"[^|>›»•·/]{1,30}(?:\s[|>›»•·/]\s[^|>›»•·/]{1,30}){2,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_BARE_LINK = re.compile(rf"{_ADDRESS.pattern}|@\w+|[\w.+-]+@[\w-]+\.\w+")


class Kind(Enum):
    """Of a paragraph: part of the story as far as can be seen, furniture, or a label above links to other stories."""

    STORY = auto()
    FURNITURE = auto()
    LIST_LABEL = auto()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a paragraph's words say, before anything is known of the text around it. `label`: it is furniture by itself.
    `points`: what speaks for furniture; `beside`: what speaks for it where it stands next to furniture."""

    label: Kind | None = None
    points: int = 0
    beside: int = 0

    def may_be_furniture(self, beside: bool) -> bool:
        return self.beside >= ENOUGH - 1 if beside else self.points >= ENOUGH


NOTHING = Evidence()


def evidence_of(paragraph: Paragraph) -> Evidence:
    line = _lower(paragraph.text[: _LABEL_LONGEST * 2])
    if words.NOTICE.match(line):
        return Evidence(Kind.FURNITURE)
    if paragraph.words > _LONGEST or line.startswith(_QUOTE_MARKS):
        return NOTHING
    if not (paragraph.prose and paragraph.words > 20):
        label = _label(paragraph, line)
        if label is not None:
            return Evidence(label)
    return _points(line)


class Judged:
    """Evidence of one article's paragraphs, each judged once: cleaning looks at those that stay a second time."""

    def __init__(self) -> None:
        self._known: dict[str, Evidence] = {}

    def evidence(self, paragraph: Paragraph) -> Evidence:
        found = self._known.get(paragraph.text)
        if found is None:
            found = self._known[paragraph.text] = evidence_of(paragraph)
        return found


def kind_of(paragraph: Paragraph, evidence: Evidence, names: frozenset[str], beside: bool = False) -> Kind:
    """`names`: what the story is about; a paragraph that mentions it needs two points more. `beside`: it stands outside
    the story and next to furniture, where one point less will do."""
    if evidence.label is not None:
        return evidence.label
    points = evidence.beside if beside else evidence.points
    needed = ENOUGH - beside + paragraph.prose + 2 * mentions(paragraph.text, names)
    return Kind.FURNITURE if points >= needed else Kind.STORY


def _points(line: str) -> Evidence:
    """A line that neither tells nor addresses the reader to do anything counts only beside furniture."""
    action = 3 if words.ACTION.match(line) else 1 if words.MILD_ACTION.match(line) else 0
    thing = 2 if words.OBJECT.search(line) else 0
    if not action and not thing:
        return NOTHING
    addressed = 1 if words.READER.search(line) or words.PUBLISHER.search(line) else 0
    total = action + thing + addressed + min(2, sum(word in line for word in words.MARKETING))
    return Evidence(None, total if action or addressed else 0, total)


def mentions(text: str, names: frozenset[str]) -> bool:
    return any(name in text for name in names)


def is_byline(paragraph: Paragraph) -> bool:
    """Who wrote the story, or when the page was put up: told apart from the story only by standing above it."""
    return paragraph.words <= 16 and not paragraph.prose and says_who_or_when(paragraph.text)


def says_who_or_when(text: str) -> bool:
    line = _lower(text)
    return bool(words.BYLINE.fullmatch(line) or words.DATELINE.fullmatch(line))


def is_address(text: str) -> bool:
    return _ADDRESS.fullmatch(text) is not None


def author_described(paragraph: Paragraph) -> str | None:
    """The name that a line such as "Jim Falk is a senior reporter" begins with, else None. Such a line is told apart
    from the story only by standing beneath it, and by a name that the story doesn't know."""
    found = words.BIOGRAPHY.fullmatch(_lower(paragraph.text)) if paragraph.words <= 45 else None
    return paragraph.text[: found.end(1)] if found else None


def _label(paragraph: Paragraph, line: str) -> Kind | None:
    start, colon, _ = line.partition(":")
    if not paragraph.prose and words.LIST_LABEL.fullmatch(line.rstrip(" :.!…»>")):
        return Kind.LIST_LABEL
    if colon and words.LIST_LABEL.fullmatch(start.rstrip()):
        return Kind.FURNITURE
    if len(line) <= _LABEL_LONGEST and (words.LABEL.fullmatch(line) or _is_link(line)):
        return Kind.FURNITURE
    return None


def _is_link(line: str) -> bool:
    if _BARE_LINK.fullmatch(line):
        return True
    return _MENU.fullmatch(line) is not None and not any(char.isdigit() for char in line)


def _lower(text: str) -> str:
    return text.lower().replace("’", "'").replace("‘", "'") if not text.isascii() else text.lower()
