"""What belongs to a person's name in "Alibaba's CEO Eddie Wu, 49", and what its title tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.values.names import Word, is_capital, is_syllabic, table, vocabulary, words

_TABLE = "person_words.json"
_AND = frozenset(["and", "und", "et"])
_BETWEEN_PERSONS = frozenset(["&", "/", ";"])
_INITIALS = re.compile(r"[B-DF-HJ-NP-TV-XZ]{2,3}")
_HYPHENS = frozenset("-‐‑–")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without titles and offices. `generation`: "jr", "sr" or a numeral; `gender` of its title, "m" or "f"."""

    words: tuple[Word, ...]
    generation: str = ""
    gender: str = ""
    royal: bool = False
    several: bool = False
    syllabic: bool = False
    whole: str = ""


@lru_cache(maxsize=8192)
def parse(name: str) -> PersonName:
    """Never raises; a string without a name in it gives no words."""
    name = unicodedata.normalize("NFKC", name)[:400]
    plain = re.sub(r"\([^)]*\)|[\"“”«»„][^\"“”«»„]*[\"“”«»„]", " ", name)
    main = _ordered(plain if plain.strip() else name)
    found, gender, royal = _without_titles(words(main))
    several = main.count(",") > 0 or any(word.text in _AND or word.gap in _BETWEEN_PERSONS for word in found[1:])
    found, generation = _without_suffixes(found)
    found = [word for word in _glued_initials(_until_lower_case(found)) if word.text]
    return PersonName(tuple(found), generation, gender, royal, several, is_syllabic(name), "".join(name.split()))


def _ordered(name: str) -> str:
    """Resolves commas: "Müller, Thomas", "King, Jr.", "Forrester's analyst, Charlie Dai", "Eddie Wu, CEO"."""
    parts = [part.strip() for part in name.split(",") if part.strip()]
    suffix = ""
    kept = []
    for part in parts:
        texts = [word.text for word in words(part)]
        if len(texts) == 1 and texts[0] in _suffixes():
            suffix = f" {part}"
        elif texts and not _has_office(texts) and not texts[0].isdigit():
            kept.append(part)
    if not kept:  # "Officer Jeff Zhang": the office stands before the name, in the same part
        kept = parts[-1:] if len(parts) > 1 and _starts_with_office(parts[0]) else parts[:1]
    if len(kept) == 2 and all(len(part.split()) > 1 for part in kept):
        return ", ".join(kept)  # two persons
    return " ".join(kept[1:] + kept[:1] if len(kept) == 2 else kept) + suffix


def _suffixes() -> frozenset[str]:
    return vocabulary(_TABLE, "generations") | vocabulary(_TABLE, "postnominals")


def _has_office(texts: Sequence[str]) -> bool:
    return any(text in vocabulary(_TABLE, "roles") for text in texts)


def _starts_with_office(part: str) -> bool:
    """True for "Forrester's principal analyst": the office ends the part, no name follows it."""
    texts = [word.text for word in words(part)]
    return not texts or texts[-1] in vocabulary(_TABLE, "roles") | vocabulary(_TABLE, "role_parts")


def _without_titles(found: list[Word]) -> tuple[list[Word], str, bool]:
    """Drops everything up to the last office before the name, then forms of address."""
    offices = [i for i, word in enumerate(found[:-1]) if word.text in vocabulary(_TABLE, "roles")]
    if offices:
        found = found[offices[-1] + 1 :]
    honorifics: dict[str, str] = table(_TABLE)["honorifics"]
    royals: dict[str, str] = table(_TABLE)["royal"]
    gender, royal = "", False
    droppable = vocabulary(_TABLE, "role_parts")
    while len(found) > 1:
        text = found[0].text
        if text in honorifics or text in royals:
            gender = honorifics.get(text) or royals.get(text) or gender
            royal = royal or text in royals
        elif not (text in droppable or text in ("the", "us") or _is_possessive(found) or _is_nationality(found)):
            break
        found = found[1:]
    return found, gender, royal


def _is_possessive(found: Sequence[Word]) -> bool:
    return found[1].gap[:2] in ("'s", "’s")


def _is_nationality(found: Sequence[Word]) -> bool:
    return len(found) > 1 and found[0].text in nationalities() and found[1].text in vocabulary(_TABLE, "royal")


@lru_cache(maxsize=1)
def nationalities() -> frozenset[str]:
    """Adjectives of countries in English, folded."""
    return frozenset(word for entry in table(_TABLE)["demonyms"].values() for word in entry.split())


def _without_suffixes(found: list[Word]) -> tuple[list[Word], str]:
    generation = ""
    while len(found) > 1:
        last = found[-1]
        spelled = last.text in ("jr", "sr", "junior", "senior")
        numeral = last.text in vocabulary(_TABLE, "generations") and (last.raw.isupper() or last.gap == ",")
        if spelled or numeral or last.raw in ("I", "V"):  # Juan Carlos I; Malcolm X keeps his
            generation = {"junior": "jr", "senior": "sr"}.get(last.text, last.text)
        elif last.text not in vocabulary(_TABLE, "postnominals"):
            break
        found = found[:-1]
    return found, generation


def _until_lower_case(found: list[Word]) -> list[Word]:
    """Cuts "Charlie Dai of Forrester" after the name; names all in lower case stay whole."""
    if not any(word.capital for word in found):
        return found
    for i, word in enumerate(found):
        particle = word.text in vocabulary(_TABLE, "particles") or word.gap in _HYPHENS
        if i and not word.capital and not particle:
            return found[:i]
    return found


def _glued_initials(found: list[Word]) -> list[Word]:
    """ "KT" in "KT Rama Rao" reads as K. T., like "JD" in "JD Vance"."""
    out: list[Word] = []
    for i, word in enumerate(found):
        if i < len(found) - 1 and _INITIALS.fullmatch(word.raw):
            out += [Word(c, c.lower(), frozenset({c.lower()}), "", False, is_capital(c)) for c in word.raw]
        else:
            out.append(word)
    return out


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """Names of countries in English, folded: words that are part of many names and are none alone."""
    return frozenset(table(_TABLE)["demonyms"])


def demonyms(place: str) -> frozenset[str]:
    """Adjectives that say `place` (folded): "china" -> "chinese"."""
    return frozenset(table(_TABLE)["demonyms"].get(place, "").split())
