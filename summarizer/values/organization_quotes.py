"""Does a quote name this organisation, or only a longer name that holds it?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import lru_cache

from summarizer.values.apposition import offices
from summarizer.values.names import Word, spellings, vocabulary
from summarizer.values.organization_names import OrganizationName, is_acronym, parse, variants
from summarizer.values.person_names import nationalities, places
from summarizer.values.quoted import Quoted, Sought, sought

_TABLE = "organization_words.json"
_EXTRA = 3  # words by which a name may be spaced otherwise: "Open AI", "OpenAI"


class Mention(IntEnum):
    """How a quote names an organisation, from not at all to by its own name."""

    ABSENT = 0
    LONGER = 1  # "Alibaba Cloud" for Alibaba
    VARIANT = 2  # its initials, or the name without "Technologies": what the model added isn't in the quote
    NAMED = 3


def mention(quote: Quoted, name: str) -> Mention:
    """The best mention of `name` in the words of a quote. Of "Amazon Web Services (AWS)" all words must be there."""
    best = Mention.ABSENT
    for found, _ in mentions(quote, name):
        best = max(best, found)
        if best is Mention.NAMED:
            break
    if best is Mention.NAMED and "(" in name:
        said = {form for word in quote for form in word.forms}
        return best if all(word.forms & said for word in parse(name).core) else Mention.VARIANT
    return best


def mentions(quote: Quoted, name: str) -> Iterator[tuple[Mention, range]]:
    """Each place where the quote has the name, with the words that it takes."""
    for parsed in map(parse, variants(name)):
        if not parsed.words:
            continue
        for found in _places(quote, parsed.core):
            yield (Mention.LONGER if _is_longer(quote, found) else Mention.NAMED), found
        if len(parsed.stem) < len(parsed.core):
            yield from ((Mention.VARIANT, found) for found in _places(quote, parsed.stem))
        yield from _initials(quote, parsed)


@lru_cache(maxsize=1024)
def _sought(name: tuple[Word, ...]) -> Sought:
    return sought(spellings(name))


def _places(quote: Quoted, name: tuple[Word, ...]) -> Iterator[range]:
    """Where the words of `name` stand side by side, spaced as they may be."""
    wanted = _sought(name)
    must_be_capital = any(word.capital for word in name)
    for i in quote.starting(wanted.beginnings):
        if must_be_capital and not quote[i].capital:
            continue
        texts = {""}
        for j in range(i, min(i + len(name) + _EXTRA, len(quote))):
            if j > i and (quote[j].sentence_start or "," in quote[j].gap):
                break
            joiner = j > i and quote[j].text in vocabulary(_TABLE, "joiners")
            texts = {text + form for text in texts for form in quote[j].forms} if not joiner else texts
            texts = {text for text in texts if len(text) <= wanted.longest}
            if texts & wanted.whole:
                yield range(i, j + 1)
                break


def _is_longer(quote: Quoted, found: range) -> bool:
    return _goes_on(quote, found.stop, quote.headline) or _began_before(quote, found.start, quote.headline)


def _goes_on(quote: Sequence[Word], end: int, headline: bool) -> bool:
    """True for "Alibaba Cloud", "Johnson & Johnson", "Bank of America" (for "Bank"); not for "Alibaba Group Holding
    Ltd." or "Alibaba CEO"."""
    if end >= len(quote) or quote[end].sentence_start or quote[end].gap not in ("", "&", "-", "‘", "'", "“", '"'):
        return False
    word = quote[end]
    if word.text == "of" and end + 1 < len(quote) and quote[end + 1].capital:
        return quote[end - 1].text in vocabulary(_TABLE, "generic")
    generic = word.text in vocabulary(_TABLE, "generic") and word.text not in _of_any_name()
    if headline or not word.capital:
        return word.capital and generic
    if word.gap == "-":
        return word.text not in offices() | _of_any_name()
    beside = word.text in _harmless() or word.text in offices() or word.text[0].isdigit()
    return generic or not beside


def _began_before(quote: Sequence[Word], start: int, headline: bool) -> bool:
    """True for "Bank of China" and "Big Apple", not for "Taiwan's TSMC", "Chinese giant Alibaba", "CEO of Alibaba"."""
    gap = quote[start].gap
    if start == 0 or quote[start].sentence_start or gap not in ("", "&", "-"):
        return False
    before = quote[start - 1]
    if before.text == "of" and start > 1:
        return quote[start - 2].capital and quote[start - 2].text in vocabulary(_TABLE, "generic")
    if headline or before.sentence_start or not before.capital:
        return gap == "&" and before.capital
    return before.text not in _harmless() and before.text not in offices() and not before.text[0].isdigit()


@lru_cache(maxsize=1)
def _of_any_name() -> frozenset[str]:
    """Words that may follow a name without making it another: "Ltd.", "Group", "Technologies"."""
    return vocabulary(_TABLE, "legal") | vocabulary(_TABLE, "strong") | vocabulary(_TABLE, "weak")


@lru_cache(maxsize=1)
def _harmless() -> frozenset[str]:
    """Words in capitals that stand beside a name without being part of it."""
    known = (
        vocabulary(_TABLE, "after_name") | vocabulary(_TABLE, "stop") | vocabulary("person_words.json", "honorifics")
    )
    return known | _of_any_name() | nationalities() | places()


@lru_cache(maxsize=1)
def _ordinary() -> frozenset[str]:
    return _harmless() | offices()


def _initials(quote: Quoted, parsed: OrganizationName) -> Iterator[tuple[Mention, range]]:
    if len(parsed.words) > 1:
        for i in quote.acronyms:
            if is_acronym(quote[i].raw, parsed.words):
                yield Mention.VARIANT, range(i, i + 1)


def names_others(quote: Sequence[Word]) -> bool:
    """True if the quote has words that look like a name of their own."""
    ordinary = _ordinary()
    names = (word for word in quote if word.capital and not word.sentence_start and len(word.text) > 1)
    return any(word.text not in ordinary and not word.text[0].isdigit() for word in names)
