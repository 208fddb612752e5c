"""All expressions of time in a text, with what each says, and whether every word of time in it was understood."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from summarizer.values import text_words
from summarizer.values.moments import add_months, parts, window
from summarizer.values.time_durations import relative_of, spans_of
from summarizer.values.time_lexicon import Lexicon, lexicon
from summarizer.values.time_moments import Found, calendar_of

LIMIT = 4000  # characters of one quote that are read; a longer one is never understood in full
_CLAUSE = re.compile(r"[.,;:!?]")
_BOUNDED = re.compile(r"(?:no|not|nicht|pas) (?:later|more|longer|less|fewer|until|before|only|mehr|plus)")
_EVERY = re.compile(r"(?<!\w)(?:every|each|alle|jede[nrs]?|tous les|toutes les|cada|ogni|elke|каждые|každé|co)\s+$")
_YEAR_BEFORE = re.compile(
    r"(?<!\w)(?:(?:the )?(?:previous|prior|preceding) (?:fiscal |financial |calendar )?year|(?:a|one|the) year "
    r"(?:earlier|before)|(?:im|gegenüber dem|zum) vorjahr|l'année précédente|(?:el )?año anterior|l'anno precedente|"
    r"(?:o |no )?ano anterior|het (?:vorige|voorgaande) jaar|前年|전년)(?!\w)"
)
_YEARS = ("year", "vorjahr", "année", "año", "ano", "anno", "jaar", "前年", "전년")  # one stands in each of these
_VAGUE = re.compile(r"mid|early|late|spring|summer|autumn|fall|winter|mitte|anfang|début|mi$|mediados|meados")
_ENDING = re.compile(r"end(?:ing|ed)\b")
_SIGNS = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "–": "-", "—": "-", "‑": "-", "−": "-", "\u2010": "-"})


@dataclass(frozen=True, slots=True)
class Times:
    """`complete`: no digit group like a year and no unit of time was left over."""

    found: tuple[Found, ...]
    complete: bool


def prepare(text: str) -> str:
    plain = text[:LIMIT]
    if not plain.isascii():
        plain = unicodedata.normalize("NFKC", plain).translate(_SIGNS)
    return " ".join(f"|{plain}|".split())[1:-1].lower()  # one space also before the first word, and after the last


@lru_cache(maxsize=512)
def read(text: str, published: date | None, language: str) -> Times:
    """`published` is the date of the article, from which "next year" and "last Friday" are counted."""
    words = lexicon(language)
    plain = prepare(text)
    found: list[Found] = []
    moments = list(calendar_of(words).find(plain, published))
    rest = _masked(plain, moments)
    found += _longest(spans_of(words).find(rest, published))
    relatives = _longest(relative_of(words).find(_masked(rest, found), published))
    moments = sorted([*moments, *relatives], key=lambda item: item.at)
    found += _with_parts(plain, moments, words, published)
    found += _reported(plain, found)
    found = [_weighed(plain, item, language) for item in found]
    found = _counted_back(plain, sorted(found, key=lambda item: item.at))
    resolved = all(item.start or item.end or item.duration for item in found)
    complete = resolved and len(text) <= LIMIT and not words.leaves_over(_masked(plain, found))
    return Times(tuple(found), complete)


def _counted_back(text: str, found: list[Found]) -> list[Found]:
    """ "In 2024 ..., up from 24bn the previous year": a year counted back from the one that is named before it."""
    if not any(item.start and not item.duration for item in found) or not any(word in text for word in _YEARS):
        return found
    for match in _YEAR_BEFORE.finditer(text):
        before = [item for item in found if item.at[1] <= match.start()]
        named = [item for item in before if item.start and not item.duration]
        if named:
            year = str(int((named[-1].start or "")[:4]) - 1)
            found = [*before, *(item for item in found if match.end() <= item.at[0])]
            found.append(Found(match.span(), start=year, end=year))
    return sorted(found, key=lambda item: item.at)


def _reported(text: str, found: list[Found]) -> list[Found]:
    """ "the three months to December 2024": the months that the duration covers, besides its two parts."""
    made = []
    for one in found:
        for other in found:
            if one.role != "lasts" or not one.duration or other.role != "by" or len(other.end or "") != 7:
                continue
            if 0 <= other.at[0] - one.at[1] <= 24 and re.match(r"[^.;,]*$", text[one.at[1] : other.at[0]]):
                months, days = parts(one.duration)
                first = add_months(window(other.end or "")[0], 1 - months)
                if not days and months <= 12:
                    at = (one.at[0], other.at[1])
                    made.append(replace(other, at=at, start=f"{first:%Y-%m}", role="span", loose=False))
    return made


def _weighed(text: str, item: Found, language: str) -> Found:
    """Marks what the words just before it deny or repeat."""
    before = _CLAUSE.split(text[max(0, item.at[0] - 28) : item.at[0]])[-1]
    if not (_EVERY.search(before) or text_words.negations(before, language)) or _BOUNDED.search(before):
        return item
    return replace(item, denied=True)


def _masked(text: str, found: Sequence[Found]) -> str:
    if not found:
        return text
    chars = list(text)
    for item in found:
        chars[item.at[0] : item.at[1]] = "\x00" * (item.at[1] - item.at[0])
    return "".join(chars)


def _longest(found: Iterable[Found]) -> list[Found]:
    """Without those that overlap a longer one, or an equally long one before them."""
    kept: list[Found] = []
    for item in sorted(found, key=lambda item: item.at[0] - item.at[1]):
        if all(item.at[1] <= other.at[0] or other.at[1] <= item.at[0] for other in kept):
            kept.append(item)
    return kept


def _with_parts(text: str, moments: list[Found], words: Lexicon, published: date | None) -> list[Found]:
    """Joins two moments into a range, and gives each other one the part that the words around it say."""
    done: list[Found] = []
    for item in moments:
        joined = _joined(text, done[-1], item, words) if done else None
        if joined:
            done[-1] = joined
        else:
            done.append(_part(text, item, words, published))
    return done


def _joined(text: str, one: Found, other: Found, words: Lexicon) -> Found | None:
    between = text[one.at[1] : other.at[0]]
    if len(between) > 24 or not one.start or not other.end or "range" in (one.role, other.role):
        return None
    link = words.between_moments.match(between)
    if not link or not words.filling.fullmatch(between[link.end() :]):
        return None
    opened = one.role in ("since", "open") or re.search(r"(?<!\w)between\W*$", text[: one.at[0]])
    following = link["to"] in ("and", "und", "et", "y", "e", "en", "og", "och", "и", "i", "和", "と", "&")
    if following and not opened and not _adjacent(one, other):
        return None
    if window(one.start)[0] > window(other.end)[1]:
        return None
    return replace(one, at=(one.at[0], other.at[1]), end=other.end, role="range", fiscal=one.fiscal or other.fiscal)


def _adjacent(one: Found, other: Found) -> bool:
    """2025 and 2026: "for 2025 and 2026" covers both, "in 2020 and 2024" doesn't cover what lies between."""
    if not one.end or not other.start:
        return False
    return (window(other.start)[0] - window(one.end)[1]).days == 1


def _part(text: str, item: Found, words: Lexicon, published: date | None) -> Found:
    before = words.before_moment.search(text[max(0, item.at[0] - 48) : item.at[0]])
    after = words.after_moment.match(text, item.at[1])
    told = {name for match in (before, after) if match for name, value in match.groupdict().items() if value}
    if "fiscal" in told and not item.fiscal:
        item = replace(item, fiscal=True)
    if item.role != "in" or item.start is None:
        return item
    if before and _ENDING.match(before[0]):
        return replace(item, start=None, role="by")  # a reporting period: it lies behind
    ends = "end" in told or "late" in told
    opening = before[0] if before else ""
    vague = bool(_VAGUE.search(opening))
    if "by" in told:
        loose = vague or (not ends and len(item.end or "") == 4)
        return replace(_upcoming(item, published), start=None, role="by", loose=item.loose or loose)
    if "since" in told:
        return replace(item, end=None, role="since", loose=item.loose or vague)
    if "open" in told:
        return replace(item, role="open", loose=item.loose or vague or ends)
    return replace(item, loose=True) if vague or ends else item


def _upcoming(item: Found, published: date | None) -> Found:
    """ "by June": a month without a year that is a deadline lies ahead."""
    if not item.assumed or published is None or len(item.end or "") != 7:
        return item
    first = window(item.end or "")[0]
    return replace(item, end=f"{add_months(first, 12):%Y-%m}") if first < published.replace(day=1) else item
