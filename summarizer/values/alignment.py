"""Finds a long quote of which a word or two differ from the article's, and refuses it where the difference matters.

No threshold of similarity tells "52,000" from "25,000" or "is going to" from "is not going to": a guard does.
"""

from __future__ import annotations

import re
from collections import Counter

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from summarizer.values.quote_words import GUARDED

_TOKEN = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+|[$€£¥₹₩%‰]")
_CAPITALISED = re.compile(r"(?<![^\s(\[/'\"“‘„«-])[^\W\d_a-z]\w*(?:['’.]\w+)*")
_WORD = re.compile(r"\w+")
_NOT = re.compile(r"n't\b|n’t\b")
_FEWEST_TOKENS = 5
_LONGEST = 2_000  # characters; an alignment costs quote times window
_WINDOWS = 3
_PROBES = 6
_MISSING_PROBES = 2  # more rare words that are nowhere in the text, and the quote is another's
_HITS_PER_PROBE = 12
_SIMILARITY = 85.0
_SURE = 95.0  # no other window is tried

Span = tuple[int, int]


def align(quote: str, text: str) -> Span | None:
    """The span of `text` that says `quote` in all but harmless words, or None. Both in plain form (see typography)."""
    tokens = [m.group() for m in _TOKEN.finditer(quote)]
    if len(tokens) < _FEWEST_TOKENS or len(quote) > _LONGEST:
        return None
    best: tuple[float, Span] | None = None
    for centre in _candidates(quote, text):
        span = _within(quote, tokens, text, max(0, centre - 40), centre + len(quote) + 40)
        if span is None:
            continue
        score = Indel.normalized_similarity(quote, text[span[0] : span[1]]) * 100
        if best is None or score > best[0]:
            best = score, span
        if score >= _SURE:
            break
    if best is None or best[0] < _SIMILARITY:
        return None
    start, end = best[1]
    return best[1] if _critical(tokens, quote) == _critical(_tokens(text[start:end]), text[start:end]) else None


def names_agree(quote: str, found: str) -> bool:
    """Whether every capitalised word of one stands, in any case, in the other. Both as printed."""
    ours, theirs = set(_WORD.findall(quote.casefold())), set(_WORD.findall(found.casefold()))
    return _names(quote) <= theirs and _names(found) <= ours


def _names(text: str) -> set[str]:
    return {word for m in _CAPITALISED.finditer(text) for word in _WORD.findall(m.group().casefold()) if len(word) > 1}


def _tokens(text: str) -> list[str]:
    return [m.group() for m in _TOKEN.finditer(text)]


def _critical(tokens: list[str], text: str) -> Counter[str]:
    counted = Counter(GUARDED.get(t, t) for t in tokens if t in GUARDED or not t[0].isalpha())
    counted["n't"] = len(_NOT.findall(text))
    return counted


def _candidates(quote: str, text: str) -> list[int]:
    """Where the quote may begin: its longest words, which are the rarest, vote for the places where they stand."""
    words = sorted(((m.start(), m.group()) for m in _TOKEN.finditer(quote)), key=lambda w: (-len(w[1]), w[0]))
    votes: Counter[int] = Counter()
    missing = 0
    for offset, word in words[:_PROBES]:
        places = _places(word, text)
        missing += not places
        if missing > _MISSING_PROBES:
            return []
        for place in places:
            bucket = (place - offset) // 32
            votes[bucket] += 2 * len(word)
            votes[bucket + 1] += len(word)
            votes[bucket - 1] += len(word)
    return [bucket * 32 for bucket, _ in votes.most_common(_WINDOWS)]


def _places(word: str, text: str) -> list[int]:
    found: list[int] = []
    place = text.find(word)
    while place >= 0 and len(found) < _HITS_PER_PROBE:
        found.append(place)
        place = text.find(word, place + len(word))
    return found


def _within(quote: str, tokens: list[str], text: str, low: int, high: int) -> Span | None:
    """The words of `text[low:high]` that align with the quote."""
    low, high = _outer(text, low, -1), _outer(text, high, 1)
    window = text[low:high]
    aligned = fuzz.partial_ratio_alignment(quote, window, score_cutoff=70)
    if aligned is None:
        return None
    words = [(m.group(), low + m.start(), low + m.end()) for m in _TOKEN.finditer(window)]
    start = _nearest([(w, a) for w, a, _ in words], low + aligned.dest_start, tokens[0])
    end = _nearest([(w, b) for w, _, b in words], low + aligned.dest_end, tokens[-1])
    return (start, end) if start is not None and end is not None and start < end else None


def _outer(text: str, at: int, step: int) -> int:
    """The border of the word that `at` stands in, no farther than forty letters."""
    for _ in range(40):
        if not 0 < at < len(text) or not (text[at - 1].isalnum() and text[at].isalnum()):
            break
        at += step
    return min(max(at, 0), len(text))


def _nearest(words: list[tuple[str, int]], place: int, wanted: str) -> int | None:
    """The edge of the wanted word near `place`, else of any word."""
    near = sorted((abs(at - place), word != wanted, at) for word, at in words if abs(at - place) <= 40)
    same = [at for _, other, at in near if not other]
    if same:
        return same[0]
    return near[0][2] if near else None
