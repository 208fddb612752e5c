"""Does what a quote says beside a name give the person this office? "CEO" is "chief executive"; "former CEO" is not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.values.apposition import grammar
from summarizer.values.kind import Outcome, Verdict
from summarizer.values.names import Word, table, vocabulary, words

_TABLE = "role_words.json"
_PAST = frozenset(["was", "served", "had"])
_APPOINTED = frozenset(["named", "appointed", "elected", "made"])


@dataclass(frozen=True, slots=True)
class Office:
    """`parts`: what the office is, synonyms as one ("ceo"); `qualifiers`: "former", "acting", "co" ..."""

    parts: frozenset[str]
    qualifiers: frozenset[str]


@lru_cache(maxsize=1)
def _phrases() -> dict[str, str]:
    return {phrase: concept for concept, phrases in table(_TABLE)["synonyms"].items() for phrase in phrases}


@lru_cache(maxsize=1)
def _longest_phrase_from() -> dict[str, int]:
    """A word -> of how many words the longest known phrase is that begins with it."""
    found: dict[str, int] = {}
    for phrase in _phrases():
        first, *others = phrase.split(" ")
        found[first] = max(found.get(first, 0), 1 + len(others))
    return found


@lru_cache(maxsize=1)
def _skipped() -> frozenset[str]:
    return grammar("of") | grammar("articles") | grammar("and") | grammar("verbs") | {"to", "by", "on"}


@lru_cache(maxsize=1)
def _qualifiers() -> dict[str, str]:
    plain = {word: word for word in table(_TABLE)["qualifiers"]}
    return plain | {word: name for name, group in table(_TABLE)["qualifier_synonyms"].items() for word in group}


def _concepts(texts: Sequence[str]) -> list[str]:
    """The longest known phrases become one concept each: ["chief", "executive", "officer"] -> ["ceo"]."""
    out: list[str] = []
    i = 0
    while i < len(texts):
        longest = _longest_phrase_from().get(texts[i], 0)
        for size in range(min(longest, len(texts) - i), 0, -1):
            concept = _phrases().get(" ".join(texts[i : i + size]))
            if concept:
                out.append(concept)
                break
        else:
            size = 1
            out.append(texts[i])
        i += size
    return out


def _office(texts: Sequence[str]) -> Office:
    concepts = [concept for concept in _concepts(texts) if concept not in _skipped()]
    qualifiers = frozenset(_qualifiers()[c] for c in concepts if c in _qualifiers())
    return Office(frozenset(c for c in concepts if c not in _qualifiers()), qualifiers)


@lru_cache(maxsize=2048)
def offices_of(role: str) -> tuple[Office, ...]:
    """ "Co-founder and chairman" is two offices. No office for text without words."""
    parts = re.split(r"\s*(?:,|;|/|&|\band\b|\bund\b|\bet\b)\s*", role)
    found = (_office([word.text for word in words(part)]) for part in parts)
    return tuple(office for office in found if office.parts)


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the quotes: `beside` the person's name, beside the names of `others` (which are looked for only where
    it matters what they are), and all of them."""

    beside: Sequence[Sequence[Word]]
    others: Callable[[], Sequence[Sequence[Word]]]
    quotes: Sequence[Sequence[Word]]


def confirm_role(role: str, said: Said) -> Verdict:
    """CONFIRMED when every office of `role` is said beside the name as it is claimed; CONTRADICTED when it is said with
    "former", "vice" or "not" there, or when another office is, and this one nowhere or beside another name."""
    verdicts = [_confirm_office(office, said) for office in offices_of(role)]
    for outcome in (Outcome.CONTRADICTED, Outcome.UNVERIFIABLE):
        for verdict in verdicts:
            if verdict.outcome is outcome:
                return verdict
    return Verdict(Outcome.CONFIRMED)


def _confirm_office(office: Office, said: Said) -> Verdict:
    verdicts = [_in_stretch(office, _texts(stretch)) for stretch in said.beside]
    for outcome in (Outcome.CONFIRMED, Outcome.CONTRADICTED):
        for verdict in verdicts:
            if verdict and verdict.outcome is outcome:
                return verdict
    everything = [text for stretch in said.beside for text in _texts(stretch)]
    if _scattered(office, everything):
        return Verdict(Outcome.CONFIRMED)
    if not any(verdicts) and _other_office(office, everything) and _is_not_ours(office, said):
        shown = " ".join(word.raw for stretch in said.beside for word in stretch)[:80]
        return Verdict(Outcome.CONTRADICTED, f'beside the name the quote says "{shown}"', ("role_not_in_quote",))
    return Verdict(Outcome.UNVERIFIABLE, "the quote doesn't give this role to the person", ("role_not_in_quote",))


def _texts(stretch: Sequence[Word]) -> list[str]:
    return [word.text for word in stretch]


def _is_not_ours(office: Office, said: Said) -> bool:
    """True if the quotes have the office nowhere, or give it to another name."""
    anywhere = _office([text for quote in said.quotes for text in _texts(quote)])
    if not office.parts & _with_implied(anywhere.parts):
        return True
    verdicts = [_in_stretch(office, _texts(stretch)) for stretch in said.others()]
    return any(verdict and verdict.outcome is Outcome.CONFIRMED for verdict in verdicts)


def _in_stretch(office: Office, texts: Sequence[str]) -> Verdict | None:
    """None where the stretch says nothing of the office."""
    found = [verdict for clause in _split(texts, frozenset(["who"])) if (verdict := _in_clause(office, clause))]
    order = (Outcome.CONFIRMED, Outcome.UNVERIFIABLE, Outcome.CONTRADICTED)
    return min(found, key=lambda verdict: order.index(verdict.outcome), default=None)


def _in_clause(office: Office, texts: Sequence[str]) -> Verdict | None:
    segments = _split(texts, grammar("and"))
    seen: list[Office] = []
    changed = ""
    for segment in segments:
        found = _office(segment)
        here = _with_implied(found.parts)
        if office.parts & here and office.parts <= here | _rest(segments, segment):
            if office.qualifiers != found.qualifiers:
                changed = " ".join(segment)
            elif not office.qualifiers and any(other.qualifiers for other in seen):
                return Verdict(Outcome.UNVERIFIABLE, f'"{" ".join(texts)}" leaves open whether', ("role_not_in_quote",))
            elif _is_denied(texts):
                changed = " ".join(texts)
            else:
                return Verdict(Outcome.CONFIRMED)
        seen.append(found)
    if changed:
        return Verdict(Outcome.CONTRADICTED, f'the quote says "{changed[:80]}"', ("role_not_in_quote",))
    return None


def _split(texts: Sequence[str], borders: frozenset[str]) -> list[list[str]]:
    out: list[list[str]] = [[]]
    for text in texts:
        if text in borders:
            out.append([])
        else:
            out[-1].append(text)
    return out


def _rest(segments: Sequence[Sequence[str]], segment: Sequence[str]) -> frozenset[str]:
    """Words of the other segments that are no office: "Alibaba" in "founder and CEO of Alibaba"."""
    heads = _heads()
    texts = [text for other in segments if other is not segment for text in other if text not in heads]
    return frozenset(texts).difference(_qualifiers())


def _with_implied(parts: frozenset[str]) -> frozenset[str]:
    implied: dict[str, list[str]] = table(_TABLE)["implied"]
    return parts | {more for part in parts for more in implied.get(part, ())}


def _is_denied(texts: Sequence[str]) -> bool:
    said = set(texts)
    if not said.isdisjoint(table(_TABLE)["negations"]):
        return True
    return bool(_PAST & said) and not _APPOINTED & said


def _scattered(office: Office, texts: Sequence[str]) -> bool:
    """All words of the office stand on the two sides of the name ("Officer Jeff Zhang, Alibaba's Chief Technology"),
    and none that would change them."""
    changing = any(text in _qualifiers() for text in texts) or _is_denied(texts)
    if changing or office.qualifiers:
        return False
    return any(phrase <= set(texts) for phrase in _spelled(office))


def _spelled(office: Office) -> list[set[str]]:
    """The office in full words; each concept by each of its phrases of more than two words."""
    out: list[set[str]] = [set()]
    for part in office.parts:
        phrases = [phrase.split() for phrase in table(_TABLE)["synonyms"].get(part, ())]
        long = [set(phrase) for phrase in phrases if len(phrase) > 2]
        out = [done | more for done in out for more in (long or [{part}])]
    return out


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return vocabulary("person_words.json", "roles") | frozenset(_phrases().values())


def _other_office(office: Office, texts: Sequence[str]) -> bool:
    said = _office(texts)
    return bool(said.parts & _heads()) and not office.parts & said.parts and not office.parts & set(texts)
