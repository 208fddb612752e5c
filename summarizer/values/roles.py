"""Does what a quote says beside a name give the person this office? "CEO" is "chief executive"; "former CEO" is not."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
        for size in range(min(5, len(texts) - i), 0, -1):
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


def confirm_role(role: str, stretches: Sequence[Sequence[Word]]) -> Verdict:
    """`stretches`: the words that quotes have beside the person's name. CONFIRMED when every office of `role` is said
    there as it is claimed; CONTRADICTED when another one is said, or that one with "former", "vice" or "not"."""
    verdicts = [_confirm_office(office, stretches) for office in offices_of(role)]
    for outcome in (Outcome.CONTRADICTED, Outcome.UNVERIFIABLE):
        for verdict in verdicts:
            if verdict.outcome is outcome:
                return verdict
    return Verdict(Outcome.CONFIRMED)


def _confirm_office(office: Office, stretches: Sequence[Sequence[Word]]) -> Verdict:
    verdicts = [_in_stretch(office, [word.text for word in stretch]) for stretch in stretches]
    for outcome in (Outcome.CONFIRMED, Outcome.CONTRADICTED):
        for verdict in verdicts:
            if verdict and verdict.outcome is outcome:
                return verdict
    everything = [word.text for stretch in stretches for word in stretch]
    if _scattered(office, everything):
        return Verdict(Outcome.CONFIRMED)
    if not any(verdicts) and _other_office(office, everything):
        said = " ".join(word.raw for stretch in stretches for word in stretch)[:80]
        return Verdict(Outcome.CONTRADICTED, f'beside the name the quote says "{said}"', ("role_not_in_quote",))
    return Verdict(Outcome.UNVERIFIABLE, "the quote doesn't give this role to the person", ("role_not_in_quote",))


def _in_stretch(office: Office, texts: Sequence[str]) -> Verdict | None:
    """None where the stretch says nothing of the office."""
    segments = _segments(texts)
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


def _segments(texts: Sequence[str]) -> list[list[str]]:
    out: list[list[str]] = [[]]
    for text in texts:
        if text in grammar("and"):
            out.append([])
        else:
            out[-1].append(text)
    return out


def _rest(segments: Sequence[Sequence[str]], segment: Sequence[str]) -> frozenset[str]:
    """Words of the other segments that are no office: "Alibaba" in "founder and CEO of Alibaba"."""
    heads = vocabulary("person_words.json", "roles")
    texts = [text for other in segments if other is not segment for text in other if text not in heads]
    return frozenset(texts) - frozenset(_qualifiers()) - frozenset(_phrases().values())


def _with_implied(parts: frozenset[str]) -> frozenset[str]:
    implied: dict[str, list[str]] = table(_TABLE)["implied"]
    return parts | {more for part in parts for more in implied.get(part, ())}


def _is_denied(texts: Sequence[str]) -> bool:
    if any(text in table(_TABLE)["negations"] for text in texts):
        return True
    return bool(_PAST & set(texts)) and not _APPOINTED & set(texts)


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


def _other_office(office: Office, texts: Sequence[str]) -> bool:
    heads = vocabulary("person_words.json", "roles") | frozenset(_phrases().values())
    said = _office(texts)
    return bool(said.parts & heads) and not office.parts & said.parts and not office.parts & set(texts)
