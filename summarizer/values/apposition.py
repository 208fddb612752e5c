"""Which words of a sentence a name stands beside: "Alibaba's co-founder, Jack Ma, and Chinese President Xi Jinping"
calls Jack Ma co-founder and Xi Jinping President, though all the words are in one sentence.

A small grammar of news, not of the language: what it doesn't recognise belongs to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from summarizer.values.names import Word, vocabulary
from summarizer.values.person_names import nationalities

_JOINS = frozenset(["", "'s", "’s", "'", "’", "-", "‑", "‐", "&", ".", "/"])
_OPENS = frozenset([",", "(", "–", "—", "-", "--"])


def grammar(key: str) -> frozenset[str]:
    """The small words of one kind: "of", "and", "articles", "verbs", "appoints"."""
    return vocabulary("role_words.json", key)


@lru_cache(maxsize=1)
def offices() -> frozenset[str]:
    """Words that name an office or are part of one's name, folded."""
    return vocabulary("person_words.json", "roles") | vocabulary("person_words.json", "role_parts")


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return vocabulary("person_words.json", "roles")


@lru_cache(maxsize=1)
def _changing() -> frozenset[str]:
    """Words that turn an office into another statement: "former", "not"."""
    return grammar("qualifiers") | grammar("negations")


@lru_cache(maxsize=1)
def _passing() -> frozenset[str]:
    return _changing() | grammar("of") | grammar("articles") | nationalities()


def beside(words: Sequence[Word], start: int, end: int, own: frozenset[str]) -> list[range]:
    """The stretches of `words` that belong to the name at words[start:end], before and after it. `own` are the words
    that are looked for: they may belong though they are no known office."""

    def passes(i: int) -> bool:
        word = words[i]
        known = word.text in _passing() or word.text in offices()
        return known or word.capital or bool(word.forms & own)

    return [found for found in (_before(words, start, passes), _after(words, end, passes)) if found]


def _before(words: Sequence[Word], start: int, passes: Callable[[int], bool]) -> range:
    i = start
    while i > 0 and not words[i].sentence_start:
        gap = words[i].gap
        if gap not in _JOINS and not (gap == "," and i == start):
            break
        if words[i - 1].text in grammar("and"):
            if i == start or i < 2 or words[i - 2].text not in offices() or words[i].text not in offices():
                break
        elif not passes(i - 1):
            break
        i -= 1
    found = range(i, start)
    if found and words[start].gap == "," and not _is_closed_apposition(words, found):
        return range(0)
    return found


def _is_closed_apposition(words: Sequence[Word], found: range) -> bool:
    """True for "Alibaba's co-founder, Jack Ma" and "the head of Alibaba, Jack Ma"; false for "In Hangzhou, Jack Ma" and
    "Joe Tsai, chairman, Jack Ma", where the office is another's."""
    last = max((i for i in found if words[i].text in _heads()), default=None)
    if last is None or (last + 1 < found.stop and words[last + 1].text not in grammar("of")):
        return False
    first = found.start
    follows_name = first > 0 and words[first].gap in _OPENS and not words[first].sentence_start
    days = vocabulary("organization_words.json", "after_name")
    return not (follows_name and words[first - 1].capital and words[first - 1].text not in days)


def _after(words: Sequence[Word], end: int, passes: Callable[[int], bool]) -> range:
    if end >= len(words) or words[end].sentence_start or not _opens(words, end):
        return range(0)
    k = end
    while k < len(words) and not words[k].sentence_start:
        inside = k == end or words[k].gap in _JOINS
        verb = words[k].text in grammar("verbs") and all(words[j].text not in _heads() for j in range(end, k))
        if not inside or not (passes(k) or verb or words[k].text in grammar("and")):
            break
        k += 1
    return _own_part(words, range(end, k))


def _opens(words: Sequence[Word], end: int) -> bool:
    gap, text = words[end].gap, words[end].text
    if gap in _OPENS:
        return True
    if gap:
        return False
    start_of_name = max(end - 6, 0)
    appointed = any(words[i].text in grammar("appoints") for i in range(start_of_name, end))
    return text in grammar("verbs") | grammar("of") or (text in offices() and appointed)


def _own_part(words: Sequence[Word], found: range) -> range:
    """Without what is said of the next person: "Joe Tsai, chief executive Eddie Wu" gives Joe Tsai nothing."""
    stop = found.start
    for i in [*(i for i in found if words[i].text in grammar("and")), found.stop]:
        if i < stop:
            continue
        if _titles_another(words, range(stop, i)) or (stop > found.start and not _has_head(words, range(stop, i))):
            break
        stop = i
    return range(found.start, stop)


def _has_head(words: Sequence[Word], part: range) -> bool:
    return any(words[i].text in _heads() for i in part)


def _titles_another(words: Sequence[Word], part: range) -> bool:
    """True if an office is followed by a name without "of": "chief executive Eddie Wu"."""
    last = max((i for i in part if words[i].text in _heads()), default=None)
    if last is None or last + 1 >= len(words):
        return False
    following = words[last + 1]
    plain = following.gap == "" and following.capital and not following.sentence_start
    return plain and following.text not in offices() | grammar("of") | grammar("and")
