"""Words of names, made comparable: without accents, in Latin letters, with what stands between them.

Persons and organisations share this; what makes two names one is theirs.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product
from typing import Any, NamedTuple

from anyascii import anyascii
from rapidfuzz.distance import OSA

LIMIT = 20_000  # characters of a quote that are read; the locator refuses longer ones
SHORT = 1_000  # characters: the words of longer texts are not kept, as they would take much memory

_SYLLABLES = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"  # kana, Han, Hangul: one sign
_APOSTROPHES = "'’‘ʼ´`"
_SYLLABLE = f"[{_SYLLABLES}]"
_WORD = rf"{_SYLLABLE}|[^\W_{_SYLLABLES}]+(?:[{_APOSTROPHES}](?!s\b)[^\W_{_SYLLABLES}]+)*"
_NO_VOWELS = re.compile(r"[\u0590-\u06ff]")  # Hebrew, Arabic: letters alone don't give the sound
_SENTENCE_END = re.compile(r"[.!?。！？][\"'”’)\]]*\s")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ELIDED = re.compile(rf"^[dl][{_APOSTROPHES}](?=\w)", re.IGNORECASE)
_EXPANDED = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"}
_ABBREVIATIONS = frozenset(
    (
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "jr",
        "sr",
        "st",
        "gen",
        "gov",
        "sen",
        "rep",
        "rev",
        "inc",
        "ltd",
        "corp",
        "co",
        "no",
    )
)


class Word(NamedTuple):
    """A word of a name or quote. `text`: folded, lower case. `forms`: all spellings that fold alike ("müller" also
    as "mueller"). `gap`: what stands between it and the word before, stripped; "'s" belongs to it. `capital`: written
    like a name."""

    raw: str
    text: str
    forms: frozenset[str]
    gap: str
    sentence_start: bool
    capital: bool


def is_capital(raw: str) -> bool:
    """Written like a name: "eBay" and "01" too; a script without capitals counts as capital."""
    return any(c.isupper() or c.isdigit() or (c.isalpha() and not c.islower()) for c in raw)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """On first use: such sets of signs take 7 ms to compile, and most commands never read a name."""
    return re.compile(pattern)


@lru_cache(maxsize=20_000)
def _mid_sentence(raw: str) -> Word | None:
    """The word where it follows another after a space, as most do: one object for all places where it stands so. None
    for signs that have no Latin reading."""
    text, forms = _forms(raw)
    return Word(raw, text, forms, "", False, is_capital(raw)) if forms else None


def _forms(raw: str) -> tuple[str, frozenset[str]]:
    lower = raw.lower()
    text = _letters(anyascii(lower))
    forms = {text}
    if any(c in _EXPANDED for c in lower):
        forms.add(_letters(anyascii("".join(_EXPANDED.get(c, c) for c in lower))))
    if _CYRILLIC.search(lower):
        forms |= {text.replace("y", "i"), text.replace("i", "y"), text.replace("iy", "y"), text.replace("ks", "x")}
    elided = _ELIDED.sub("", lower)
    if elided != lower:
        forms.add(_letters(anyascii(elided)))
    return text, frozenset(f for f in forms if f)


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())


def words(text: str) -> list[Word]:
    """The words of the first LIMIT characters of `text`; one for each sign of Chinese, Japanese and Korean."""
    return list(_known_words(text)) if len(text) <= SHORT else _words(text)


@lru_cache(maxsize=256)
def _known_words(text: str) -> tuple[Word, ...]:
    """One quote is read for several values, and a name again for each of its quotes."""
    return tuple(_words(text))


def _words(text: str) -> list[Word]:
    pieces = _compiled(f"({_WORD})").split(unicodedata.normalize("NFKC", text[:LIMIT]))
    found: list[Word] = []
    gap = ""
    for between, raw in zip(pieces[::2], pieces[1::2], strict=False):  # nothing follows the last gap
        gap += between
        word = _mid_sentence(raw)
        if word is None:
            gap += raw
        elif gap == " " and found:
            found.append(word)
            gap = ""
        elif found and word.text == "s" and len(gap) == 1 and gap in _APOSTROPHES:
            found[-1] = found[-1]._replace(forms=found[-1].forms | {f"{found[-1].text}s"})  # McDonald's, McDonalds
            gap += raw
        else:
            starts = not found or (len(gap) > 1 and _ends_sentence(gap, found[-1].text))
            found.append(Word(raw, word.text, word.forms, gap.strip(), starts, word.capital))
            gap = ""
    return found


def _ends_sentence(between: str, previous: str) -> bool:
    return bool(_SENTENCE_END.search(between)) and not (len(previous) == 1 or previous in _ABBREVIATIONS)


def squeezed(name: Iterable[Word]) -> str:
    """All letters of the words, without what stands between: "open ai" as "openai"."""
    return "".join(word.text for word in name)


def spellings(name: Sequence[Word]) -> frozenset[str]:
    """The name as one string in all its spellings (umlauts spelled out, Cyrillic read in two ways), at most 16."""
    return _spellings(tuple(word.forms for word in name)) | {squeezed(name)}


@lru_cache(maxsize=1024)
def _spellings(forms: tuple[frozenset[str], ...]) -> frozenset[str]:
    ways = product(*map(sorted, forms))
    return frozenset("".join(way) for way in islice(ways, 16))


def one_letter_off(a: str, b: str) -> bool:
    """True for "rehman" and "rahman", "jon" and "john": too near to be called different, too far to be one."""
    if a == b or min(len(a), len(b)) < 3 or a[0] != b[0]:
        return False
    if len(a) == len(b) and len(a) < 5:
        return False
    return OSA.distance(a, b, score_cutoff=1) == 1


def is_syllabic(text: str) -> bool:
    """Written in signs whose Latin reading isn't certain: Chinese, Japanese, Korean, Arabic, Hebrew."""
    return not text.isascii() and bool(_compiled(_SYLLABLE).search(text) or _NO_VOWELS.search(text))


@lru_cache(maxsize=64)
def table(name: str) -> dict[str, Any]:
    """A table of words that lies beside this module, such as "person_words.json"."""
    content: dict[str, Any] = json.loads(files("summarizer.values").joinpath(name).read_text(encoding="utf-8"))
    return content


@lru_cache(maxsize=64)
def vocabulary(name: str, key: str) -> frozenset[str]:
    """One list (or the keys) of such a table, folded as `words` folds."""
    return frozenset(_letters(anyascii(entry)) for entry in table(name)[key])
