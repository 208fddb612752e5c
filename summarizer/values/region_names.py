"""Names of regions in a text, as codes. Code -> names is a closed list (CLDR, aliases, demonyms), so a text can be
checked for a claimed code; it is not a list of all places of the world."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from summarizer.values import number_words, region_tree

UNSPACED = frozenset({"zh", "ja", "ko", "th", "lo", "km", "my"})
LIMIT = 20_000  # characters of a text that are read
_SHORT, _MOST_KNOWN = 1_000, 256  # characters of a text whose places are kept, and how many such texts
_LONGEST_NAME = 7  # words
_WORD = re.compile(r"\w+")
_GENITIVE = frozenset({"de", "sv", "da", "nb"})
_CYRILLIC_ENDINGS = {"а": "а ы и е у ой", "я": "я и ю ей е", "й": "й я ю ем е", "ь": "ь и ью я"}
_ACRONYM = re.compile(r"[A-Z.\d ]{2,8}|[ΑΒΓΔΕΖΗΠ]{2,3}|[А-ЯЁ]{2,4}")
_LETTERED = frozenset({"ar", "he", "fa", "hi", "th"})
_PREFIXING = ("ar", "he")  # "and", "in", "to", "the" are written as one word with the name
_PREFIX = re.compile(r"^(?:وال|بال|لل|و|ب|ل|ה|ב|ל|מ|ו)")


@dataclass(frozen=True, slots=True)
class Name:
    codes: tuple[str, ...]  # the first is what the bare name means; "" where it has no first meaning
    kind: str  # "name", "demonym", "subdivision", "city", "blocked"
    printed: str


@dataclass(frozen=True, slots=True)
class Place:
    """A name at `text[start:end]`."""

    name: Name
    start: int
    end: int
    doubtful: bool = False  # may be a person's name: "Jordan Smith"


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(Path(__file__).with_name("region_names.json").read_text(encoding="utf-8"))
    return tables


def printed_name(code: str) -> str | None:
    """The English name of a group or a subdivision."""
    tables = _tables()
    for source in ("names", "subdivisions", "cities"):
        if code in tables[source]:
            return str(tables[source][code][0])
    return None


def key(text: str) -> str:
    """Words of a name in small letters, without signs."""
    return " ".join(_WORD.findall(unicodedata.normalize("NFKC", text).lower()))


def _unaccented(text: str) -> str:
    kept = (char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return "".join(kept)


class Gazetteer:
    """All names of one language and of English."""

    def __init__(self, language: str) -> None:
        self.language = number_words.code(language)

    @cached_property
    def names(self) -> dict[str, Name]:
        found: dict[str, Name] = {}
        tables = _tables()
        local = tables["local"].get(self.language, {})
        sources = [("name", local), ("subdivision", tables["subdivisions"]), ("name", tables["names"]),
                   ("demonym", tables["demonyms"]), ("city", tables["cities"])]  # fmt: skip
        for name in tables["blocked"]:
            self._add(found, name, Name((), "blocked", name))
        for name, codes in tables["ambiguous"].items():
            self._add(found, name, Name(tuple(codes), "name", name))
        for kind, source in sources:
            for code, texts in source.items():
                for text in texts:
                    self._add(found, text, Name((code,), kind, text))
        for code, text in self._cldr():
            self._add(found, text, Name((code,), "name", text))
        return found

    def _add(self, found: dict[str, Name], text: str, name: Name) -> None:
        for form in self._forms(text):
            found.setdefault(form, name)

    def _forms(self, text: str) -> Iterator[str]:
        plain = key(text)
        yield plain
        if "&" in text:
            yield key(text.replace("&", "and"))
        if text.startswith("St. "):
            yield key("Saint " + text[4:])
        if self.language not in _LETTERED and not re.search(r"[Ѐ-ӿ぀-ヿ가-힯]", text):
            yield _unaccented(plain)
        if self.language in _GENITIVE and len(plain) > 3:
            yield plain + "s"
        if self.language in ("ru", "uk", "bg"):
            yield from _declined(plain)

    def _cldr(self) -> Iterator[tuple[str, str]]:
        from babel import Locale, UnknownLocaleError  # noqa: PLC0415  loads CLDR: 30 ms that few runs need

        known = region_tree.countries()
        for tag in dict.fromkeys((self.language, *(("zh_Hant",) if self.language == "zh" else ()), "en")):
            try:
                territories = Locale.parse(tag).territories
            except (UnknownLocaleError, ValueError):
                continue
            for code, text in territories.items():
                if code in known or code.isdigit() or code in ("EU", "EZ"):
                    short = re.sub(r"(?i)\s*\(.*\)|\s*SAR China$|中国(?=香港|澳门)|特别行政区$|特別行政区$", "", text)
                    yield from ((code, form) for form in {text, short} if form)

    @cached_property
    def longest(self) -> int:
        return max(len(name) for name in self.names)

    def places(self, text: str) -> list[Place]:
        """Every name in the text, the longest first at each position; blocked names hide what is in them."""
        if len(text) > _SHORT:
            return self._places(text[:LIMIT])
        if text not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[text] = self._places(text)
        return list(self._known[text])

    @cached_property
    def _known(self) -> dict[str, list[Place]]:
        """Of the last texts: a quote is asked for each of the regions that are claimed of it."""
        return {}

    def _places(self, text: str) -> list[Place]:
        found = list(self._by_words(text))
        if self.language in UNSPACED:
            found += self._by_letters(text, found)
        return [place for place in found if place.name.kind != "blocked"]

    def _by_words(self, text: str) -> Iterator[Place]:
        words = list(_WORD.finditer(text))
        shouted = len(text) > 4 and text.upper() == text  # "JOIN US": capitals say nothing
        lowered = [unicodedata.normalize("NFKC", word[0]).lower() for word in words]
        done = 0
        for index, most in self._beginnings(lowered):
            for count in range(min(most, len(words) - index), 0, -1) if index >= done else ():
                name = self._lookup(" ".join(lowered[index : index + count]))
                start, end = words[index].start(), words[index + count - 1].end()
                if name and _printed_so(name, text, (start, end), shouted):
                    yield Place(name, start, end, _maybe_person(name, text, start, end))
                    done = index + count
                    break

    def _beginnings(self, words: list[str]) -> list[tuple[int, int]]:
        """The few words that may begin a name, and how many words such a name has at most."""
        known = self._first_words
        first = [word.partition(" ")[0] for word in words]  # NFKC spells some ligatures out as several words
        if self.language not in _PREFIXING:
            return [(index, known[word]) for index, word in enumerate(first) if word in known]
        bare = [_PREFIX.sub("", word) for word in first]
        most = [max(known.get(word, 0), known.get(rest, 0)) for word, rest in zip(first, bare, strict=True)]
        return [(index, count) for index, count in enumerate(most) if count]

    @cached_property
    def _first_words(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for name in self.names:
            first, count = name.partition(" ")[0], min(_LONGEST_NAME, name.count(" ") + 1)
            found[first] = max(found.get(first, 0), count)
        return found

    def _lookup(self, words: str) -> Name | None:
        if self.language in _PREFIXING and words not in self.names and len(words) > 3:
            return self.names.get(_PREFIX.sub("", words))
        return self.names.get(words)

    def _by_letters(self, text: str, taken: list[Place]) -> Iterator[Place]:
        index = 0
        while index < len(text):
            step = 1
            for length in range(min(16, len(text) - index), 1, -1):
                piece = text[index : index + length]
                name = None if piece.isascii() else self.names.get(piece)
                if name and not any(place.start < index + length and index < place.end for place in taken):
                    yield Place(name, index, index + length)
                    step = length
                    break
            index += step


def _declined(name: str) -> Iterator[str]:
    """ "Россия" is also "России", "Россию": the endings of nouns of one word."""
    if " " in name or len(name) < 4:
        return
    endings = _CYRILLIC_ENDINGS.get(name[-1])
    stem = name[:-1] if endings else name
    for ending in (endings or "а у е ом").split():
        yield stem + ending


def _printed_so(name: Name, text: str, at: tuple[int, int], shouted: bool) -> bool:
    """Case and signs as a name of a place has them: "turkey" and "us" are no countries, "US$" no region."""
    printed = text[at[0] : at[1]]
    if name.printed.lower() in _tables()["lower"] or printed.upper() == printed.lower():
        return True
    if _ACRONYM.fullmatch(name.printed) and len(printed) <= 6:
        if not _acronym_stands(name.printed, printed, shouted):
            return False
    elif not any(word[:1].isupper() for word in re.findall(r"[^\W\d_]+", printed)) and name.printed[:1].isupper():
        return False
    rest = re.match(r"[\s.-]{0,2}(\$|\w+)", text[at[1] : at[1] + 24])
    return not (rest and rest[1].lower() in _tables()["currencies"] and rest[1].lower() not in ("real", "won", "pound"))


def _acronym_stands(name: str, printed: str, shouted: bool) -> bool:
    """ "US" in capitals among words that aren't; "U.S." with its dots."""
    if " " in printed and "." not in printed and "." in name:
        return False
    return printed == printed.upper() and not (shouted and len(printed) == 2)


def _maybe_person(name: Name, text: str, start: int, end: int) -> bool:
    """A name that people also bear, beside another capitalised word: "Jordan Smith", "Michael Jordan"."""
    following = re.match(r" ([A-Z][a-z]+)\b", text[end : end + 40])
    if key(name.printed) not in _tables()["people"]:
        return bool(following) and name.kind == "city"  # "Boston Consulting Group"
    previous = re.search(r"(?:^|[^.!?:\s] )([A-Z][a-z]+) $", text[max(0, start - 40) : start])
    return bool(following) or bool(
        previous and previous[1].lower() not in ("in", "the", "from", "to", "and", "of", "for")
    )


@lru_cache(maxsize=32)
def gazetteer(language: str) -> Gazetteer:
    return Gazetteer(language)
