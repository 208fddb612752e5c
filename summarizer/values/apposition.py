"""Which words of a sentence a name stands beside: "Acme's co-founder, Ann Lee, and British Prime Minister Bo Hay"
calls Ann Lee co-founder and Bo Hay Prime Minister, though all the words are in one sentence.

A small grammar of news, not of the language: what it doesn't recognise belongs to nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from summarizer.values.names import Word, vocabulary
from summarizer.values.person_names import nationalities

_JOINS = frozenset(["", "'s", "’s", "'", "’", "-", "‑", "‐", "&", ".", "/"])
_MOST_WORDS_AFTER_OF = 4
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


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return offices() | nationalities()


def beside(words: Sequence[Word], name: range, own: frozenset[str]) -> list[range]:
    """The stretches of `words` that belong to the `name` in them, before and after it. `own` are the words
    that are looked for: they may belong though they are no known office."""

    def passes(i: int) -> bool:
        word = words[i]
        known = word.text in _passing() or word.text in offices()
        return known or word.capital or bool(word.forms & own)

    start, end = name.start, name.stop
    address = vocabulary("person_words.json", "honorifics")
    while start and words[start - 1].text in address and words[start].gap in ("", "."):
        start -= 1
    found = (_before(words, start, passes), _after(words, end, passes), _appointing(words, start))
    return [stretch for stretch in found if stretch]


def _before(words: Sequence[Word], start: int, passes: Callable[[int], bool]) -> range:
    i = start
    while i > 0 and not words[i].sentence_start:
        gap = words[i].gap
        if gap == ")" and (opened := _opening(words, i)):  # Tesla (TSLA.O) CEO
            i = opened - 1
            continue
        if gap not in _JOINS and not (gap == "," and i == start):
            break
        if words[i - 1].text in grammar("and"):
            if i == start or i < 2 or words[i - 2].text not in offices() or words[i].text not in offices():
                break
        elif not passes(i - 1):
            break
        i -= 1
    found = range(i, start)
    if found and words[start].gap == ",":
        return _without_superior(words, found) if _is_closed_apposition(words, found) else range(0)
    return _without_subordinate(words, found)


def _opening(words: Sequence[Word], i: int) -> int:
    """Where the bracket of a ticker that closes before an office opens; 0 if there is none."""
    if words[i].text not in offices():
        return 0
    for j in range(i - 1, max(i - 4, 0), -1):
        if not words[j].raw.isupper():
            return 0
        if words[j].gap == "(":
            return j
    return 0


def _without_subordinate(words: Sequence[Word], found: range) -> range:
    """ "the spokesman for CEO Eddie Wu" makes Eddie Wu CEO, not spokesman: only what stands after the last "for"."""
    for i in reversed(found):
        before, after = range(found.start, i), range(i + 1, found.stop)
        if words[i].text in grammar("of") and _has_own_head(words, before) and _has_own_head(words, after):
            return after
    return found


def _has_own_head(words: Sequence[Word], part: range) -> bool:
    return any(words[i].text in _heads() and words[i].text not in grammar("unlike_heads") for i in part)


def _without_superior(words: Sequence[Word], found: range) -> range:
    """ "spokesman for the CEO of Alibaba" makes nobody CEO: only what stands before the first such "for"."""
    for i in found:
        before, after = range(found.start, i), range(i + 1, found.stop)
        if words[i].text in grammar("of") and _has_own_head(words, before) and _has_own_head(words, after):
            joined = next((k for k in after if words[k].text in grammar("and")), found.stop)
            return range(found.start, i) if _has_own_head(words, range(i + 1, joined)) else found
    return found


def _appointing(words: Sequence[Word], start: int) -> range:
    """The organisation in "Alibaba named Eddie Wu as chief executive"; not a person who does so."""
    if start < 2 or words[start - 1].text not in grammar("appoints") or words[start].gap:
        return range(0)
    i = start - 1
    while i > 0 and words[i].gap in _JOINS and not words[i].sentence_start:
        inside = words[i - 1].text in grammar("of") and i < start - 1 and words[i].capital
        if not (words[i - 1].capital or inside):
            break
        i -= 1
    found = range(i, start - 1)
    return range(0) if _has_head(words, found) else found


def names(words: Sequence[Word]) -> list[range]:
    """Runs of two to four words that look like a person's name: capitals, no office, not after "of"."""
    out: list[range] = []
    start = 0
    for i in range(len(words) + 1):
        inside = i < len(words) and words[i].capital and words[i].text not in _no_names()
        joined = i < len(words) and not words[i].sentence_start and words[i].gap in ("", "-")
        if inside and (i == start or joined):
            continue
        if 2 <= i - start <= 4 and not (start and words[start - 1].text in grammar("of")):
            out.append(range(start, i))
        start = i if inside else i + 1
    return out


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
    joins = _JOINS | {","} if "(" in words[end].gap else _JOINS
    k = end
    while k < len(words) and not words[k].sentence_start:
        inside = k == end or words[k].gap in joins
        if not inside or not (passes(k) or _carries_on(words, range(end, k)) or words[k].text in grammar("and")):
            break
        k += 1
    own = _own_part(words, range(end, k))
    whole = range(end, _with_organization(words, k)) if own == range(end, k) else own
    return _without_superior(words, whole)


def _with_organization(words: Sequence[Word], end: int) -> int:
    """The end of "Alibaba" in "Eddie Wu, CEO, Alibaba." where nothing else follows in the clause."""
    k = end
    while k < len(words) and words[k].capital and words[k].text not in _heads() and not words[k].sentence_start:
        if words[k].gap not in _JOINS and not (k == end and words[k].gap == "," and words[end - 1].text in _heads()):
            break
        k += 1
    closed = k == len(words) or words[k].sentence_start or words[k].gap not in _JOINS
    return k if closed else end


def _carries_on(words: Sequence[Word], found: range) -> bool:
    """True for a verb before the office or after "who", and for words before a name: "of the retailer Orinoco"."""
    word = words[found.stop]
    if word.text in grammar("verbs"):
        since = max((i for i in found if words[i].text == "who"), default=found.start)
        return word.text == "who" or not _has_head(words, range(since, found.stop))
    if word.text in grammar("speech") or word.text in grammar("and"):
        return False
    of = max((i for i in found if words[i].text in grammar("of")), default=None)
    if of is None or found.stop - of > _MOST_WORDS_AFTER_OF:
        return False
    ahead = range(found.stop + 1, min(of + _MOST_WORDS_AFTER_OF + 2, len(words)))
    for i in ahead:
        if words[i].gap not in _JOINS or words[i].text in grammar("speech") | grammar("and"):
            return False
        if words[i].capital:
            return True
    return False


def _opens(words: Sequence[Word], end: int) -> bool:
    gap, text = words[end].gap, words[end].text
    if gap in _OPENS:
        return True
    if gap:
        return False
    start_of_name = max(end - 6, 0)
    appointed = any(words[i].text in grammar("appoints") for i in range(start_of_name, end))
    if text == "as" or text in offices():
        return appointed  # not "Eddie Wu succeeded Daniel Zhang as chief executive"
    return text in grammar("verbs") | grammar("of")


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
    """True if an office is followed by a name without "of": "chief executive Eddie Wu", "head of research Eddie Wu"."""
    first = part.stop
    while first > part.start and words[first - 1].capital and words[first - 1].text not in _heads():
        first -= 1
    titled = _has_head(words, range(part.start, first)) and words[first - 1].text in offices()
    titled = titled and any(words[i].text not in offices() for i in range(first, part.stop))
    if part.start < first < part.stop and words[first].gap == "" and titled:
        return True
    last = max((i for i in part if words[i].text in _heads()), default=None)
    if last is None or last + 1 >= len(words):
        return False
    following = words[last + 1]
    plain = following.gap == "" and following.capital and not following.sentence_start
    return plain and following.text not in offices() | grammar("of") | grammar("and")
