"""Where a quote names this person, and what it says beside the name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from summarizer.values.kind import Relation
from summarizer.values.names import Word, spellings, vocabulary
from summarizer.values.person_matching import may_be_one, turnable, word_relation
from summarizer.values.person_names import PersonName
from summarizer.values.quoted import Quoted, Sought, leading, sought

_TABLE = "person_words.json"
_GAPS = frozenset(["", "-", "‑", "‐", "–", ".", "'", '"', "“", "”", "‘", "’", "(", ")", '."', "’s", "'s"])
_MAX_BETWEEN = 3  # middle names, particles and a nickname that the value may leave out


class Naming(IntEnum):
    """How well a quote names a person."""

    ABSENT = 0
    OTHER = 1  # the surname with another given name, or with Jr.
    PART = 2  # the surname alone
    VARIANT = 3  # a nickname, an initial, another spelling
    NAMED = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a quote has the name, or a part of it."""

    naming: Naming
    words: range


def places(quote: Quoted, name: PersonName) -> list[Place]:
    """All places, whole names first; a part of the name inside a whole one isn't listed again."""
    joined = list(_joined(quote, name))
    known = {place.words for place in joined}
    whole = joined + [place for place in _aligned(quote, name) if place.words not in known]
    taken = {i for place in whole for i in place.words}
    return whole + [place for place in _parts(quote, name) if not taken & set(place.words)]


@lru_cache(maxsize=1024)
def _sought(name: tuple[Word, ...]) -> Sought:
    """The name's letters in its order, or with its first or last word at the other end."""
    turned = [name[1:] + name[:1], name[-1:] + name[:-1]] if turnable(name) else []
    return sought(frozenset[str]().union(*map(spellings, [name, *turned])))


def _joined(quote: Quoted, name: PersonName) -> Iterator[Place]:
    """The name's letters side by side."""
    wanted = _sought(name.words)
    capital = any(word.capital for word in name.words)
    particles = vocabulary(_TABLE, "particles")
    for i in quote.starting(wanted.beginnings):
        if capital and not (quote[i].capital or quote[i].text in particles):
            continue
        texts = {""}
        for j in range(i, min(i + 2 * len(name.words) + 4, len(quote))):
            if j > i and (quote[j].sentence_start or quote[j].gap not in _GAPS - {"’s", "'s"}):
                break
            longest = wanted.longest
            texts = {text + form for text in texts for form in quote[j].forms if len(text) + len(form) <= longest}
            if texts & wanted.whole:
                yield Place(_with_generation(quote, name, j + 1, Naming.NAMED), range(i, j + 1))
                break


def _aligned(quote: Quoted, name: PersonName) -> Iterator[Place]:
    """The name's words in order with middle names, particles or a nickname between them."""
    if len(name.words) < 2:
        return
    first = name.words[0]
    for i in quote.capitals:
        if may_be_one(first, quote[i]) and (relation := _likeness(first, quote[i])):
            found = _follow(quote, name.words[1:], i + 1, relation)
            if found:
                end, naming = found
                yield Place(_with_generation(quote, name, end, naming), range(i, end))


def _likeness(wanted: Word, word: Word) -> Naming | None:
    if wanted.forms & word.forms:
        return Naming.NAMED
    relation = word_relation(wanted, word)
    if relation is Relation.REFINED and len(wanted.text) == 1:
        return Naming.NAMED  # the value's initial for the quote's full name
    return Naming.VARIANT if relation in (Relation.SAME, Relation.REFINED, Relation.REFINES) else None


def _follow(quote: Sequence[Word], rest: Sequence[Word], at: int, naming: Naming) -> tuple[int, Naming] | None:
    for wanted in rest:
        for j in range(at, min(at + _MAX_BETWEEN, len(quote))):
            if quote[j].sentence_start or quote[j].gap not in _GAPS:
                return None
            likeness = _likeness(wanted, quote[j])
            if likeness:
                naming, at = min(naming, likeness), j + 1
                break
            if not quote[j].capital and quote[j].text not in vocabulary(_TABLE, "particles"):
                return None
        else:
            return None
    return at, naming


def _with_generation(quote: Sequence[Word], name: PersonName, end: int, naming: Naming) -> Naming:
    """Donald Trump is not named where the quote names Donald Trump Jr."""
    said = ""
    if end < len(quote) and quote[end].gap in ("", ","):
        spelled = quote[end].gap == "" and quote[end].capital  # "Smith, senior adviser" is no Smith Sr.
        generation = {"junior": "jr", "senior": "sr"}.get(quote[end].text, "") if spelled else ""
        said = quote[end].text if quote[end].text in ("jr", "sr") else generation
    wanted = name.generation if name.generation in ("jr", "sr") else ""
    return naming if said == wanted else Naming.OTHER


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return vocabulary(_TABLE, "roles") | vocabulary(_TABLE, "role_parts") | vocabulary(_TABLE, "honorifics")


@lru_cache(maxsize=1024)
def _parts_sought(name: tuple[Word, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """All spellings of the name's words, and what they begin with."""
    own = frozenset[str]().union(*(part.forms for part in name))
    return own, leading(own)


def _parts(quote: Quoted, name: PersonName) -> Iterator[Place]:
    """The surname (or any word of the name) without the rest of it."""
    if len(name.words) < 2:
        return
    own, beginnings = _parts_sought(name.words)
    for i in quote.starting(beginnings):
        word = quote[i]
        if not word.capital or len(word.text) < 2 or own.isdisjoint(word.forms):
            continue
        before = quote[i - 1] if i and not word.sentence_start and word.gap in ("", "-") else None
        after = quote[i + 1] if i + 1 < len(quote) and quote[i + 1].gap in ("", "-") else None
        beside = [w for w in (before, after) if w is not None and w.capital and w.text not in _titles()]
        alone = not any(w.text.isalpha() and not (w is before and w.sentence_start) for w in beside)
        yield Place(Naming.PART if alone else Naming.OTHER, range(i, i + 1))
