"""Whether quotes say a person with office and organisation, and whether two articles name the same one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from summarizer.values.aliases import Aliases
from summarizer.values.apposition import beside as find_beside
from summarizer.values.apposition import grammar, names
from summarizer.values.kind import Comparison, Outcome, Relation, Setting, Verdict
from summarizer.values.names import Word, is_syllabic, words
from summarizer.values.organization_quotes import Mention, mention, mentions, names_others
from summarizer.values.person_matching import relate
from summarizer.values.person_names import PersonName, demonyms, parse
from summarizer.values.person_quotes import Naming, Place, places
from summarizer.values.quoted import Quoted, read
from summarizer.values.roles import Said, confirm_role

if TYPE_CHECKING:
    from summarizer.values.person import Person

_JOINING = (Relation.SAME, Relation.REFINED, Relation.REFINES)


class Stretch(NamedTuple):
    """Words of a quote that stand beside a name."""

    quote: Quoted
    found: range

    @property
    def words(self) -> tuple[Word, ...]:
        return self.quote[self.found.start : self.found.stop]


def confirm(person: Person, quotes: Sequence[str]) -> Verdict:
    """Whether the quotes name the person, with the role and the affiliation beside the name."""
    name = parse(person.name)
    texts = [read(quote) for quote in quotes]
    found = [places(text, name) for text in texts]
    verdict = _confirm_name(person.name, name, found, quotes, texts)
    if verdict.outcome is not Outcome.CONFIRMED:
        return verdict
    own = frozenset(form for word in words(f"{person.role or ''} {person.affiliation or ''}") for form in word.forms)
    pairs = list(zip(texts, found, strict=True))
    beside = [stretch for text, here in pairs for stretch in _beside(text, here, own)]

    def others() -> list[tuple[Word, ...]]:
        return [stretch.words for text, here in pairs for stretch in _beside(text, _others(text, here), own)]

    said = Said([stretch.words for stretch in beside], others, texts)
    role = confirm_role(person.role, said) if person.role else Verdict(Outcome.CONFIRMED)
    return _worst([role, _confirm_affiliation(person.affiliation, beside)])


def _confirm_name(
    printed: str, name: PersonName, found: Sequence[Sequence[Place]], quotes: Sequence[str], texts: Sequence[Quoted]
) -> Verdict:
    best = max((place.naming for here in found for place in here), default=Naming.ABSENT)
    if best is Naming.NAMED:
        return Verdict(Outcome.CONFIRMED)
    if best is Naming.VARIANT:
        reason = f"the quote has another form of the name {printed}"
        return Verdict(Outcome.UNVERIFIABLE, reason, ("name_in_other_form",))
    if best is Naming.PART:
        reason = f"the quote has only a part of the name {printed}"
        return Verdict(Outcome.UNVERIFIABLE, reason, ("name_in_part",))
    reason = f"the quote doesn't name {printed}"
    readable = name.syllabic == any(map(is_syllabic, quotes))
    if best is Naming.OTHER or (readable and any(map(names_others, texts))):
        return Verdict(Outcome.CONTRADICTED, reason, ("name_not_in_quote",))
    return Verdict(Outcome.UNVERIFIABLE, reason, ("name_not_in_quote",))


def _confirm_affiliation(affiliation: str | None, beside: Sequence[Stretch]) -> Verdict:
    if not affiliation or any(_affiliates(stretch, affiliation) for stretch in beside):
        return Verdict(Outcome.CONFIRMED)
    if any(_points_to(stretch, affiliation) for stretch in beside):
        return Verdict(Outcome.CONFIRMED)
    reason = f"the quote doesn't say beside the name that the person belongs to {affiliation}"
    return Verdict(Outcome.UNVERIFIABLE, reason, ("affiliation_not_in_quote",))


def compare(person: Person, other: Person, setting: Setting) -> Comparison:
    """By the names; of two equal ones the person of whom more is known refines the other."""
    found = _compare_names(person.name, other.name, setting.aliases or Aliases())
    if found.relation is not Relation.SAME:
        return found
    more = any(mine and not theirs for mine, theirs in _details(person, other))
    less = any(theirs and not mine for mine, theirs in _details(person, other))
    if more == less:
        return found
    which = Relation.REFINES if more else Relation.REFINED
    return Comparison(which, f"{found.reason}; only one gives role or affiliation")


def _details(a: Person, b: Person) -> list[tuple[str | None, str | None]]:
    return [(a.role, b.role), (a.affiliation, b.affiliation)]


def _compare_names(a: str, b: str, aliases: Aliases) -> Comparison:
    if aliases.apart(a, b):
        return Comparison(Relation.DIFFERS, f"kept apart by {aliases.origin}")
    if aliases.join("person", a, b):
        return Comparison(Relation.SAME, f"joined by {aliases.origin}")
    plain, *known = [relate(x, y) for x, y in product(aliases.names("person", a), aliases.names("person", b))]
    for found in known:
        if found.relation in _JOINING and plain.relation not in _JOINING:
            return Comparison(found.relation, f"{found.reason}, by {aliases.origin}")
    return plain


def _beside(quote: Quoted, here: Sequence[Place], own: frozenset[str]) -> list[Stretch]:
    """The words beside each place of the name; not where the sentence denies what it says."""
    out: list[Stretch] = []
    for place in here:
        if place.naming >= Naming.PART and not _is_denied(quote, place.words.start):
            out += [Stretch(quote, found) for found in find_beside(quote, place.words, own)]
    return out


def _others(quote: Sequence[Word], here: Sequence[Place]) -> list[Place]:
    """Where the quote has names of other persons."""
    own = {i for place in here for i in place.words}
    return [Place(Naming.NAMED, found) for found in names(quote) if not own & set(found)]


def _is_denied(quote: Sequence[Word], start: int) -> bool:
    """ "Alibaba denied that Eddie Wu is chief executive"; "it is not true that he is"."""
    clause = start > 0 and quote[start - 1].text == "that"
    denying = grammar("denies") | grammar("negations") if clause else grammar("denies")
    for i in range(start - 1, max(start - 12, -1), -1):
        if quote[i].text in denying:
            return True
        if quote[i].sentence_start:
            break
    return False


def _affiliates(stretch: Stretch, affiliation: str) -> bool:
    if mention(Quoted(stretch.words), affiliation) is Mention.NAMED:
        return True
    texts = {word.text for word in stretch.words}
    place = " ".join(word.text for word in words(affiliation))
    return bool(demonyms(place) & texts)


def _points_to(stretch: Stretch, affiliation: str) -> bool:
    """ "Alibaba said its chief executive": the organisation that is named last before "its"."""
    quote = stretch.quote
    at = next((i for i in stretch.found if quote[i].text in grammar("pointing")), None)
    if at is None or names_others(stretch.words):
        return False
    named = [taken.stop for found, taken in mentions(quote, affiliation) if found is Mention.NAMED and taken.stop <= at]
    between = quote[max(named, default=0) : at]
    return bool(named) and not any(word.capital or word.sentence_start for word in between)


def _worst(verdicts: Sequence[Verdict]) -> Verdict:
    notes = tuple(note for verdict in verdicts for note in verdict.notes)
    order = (Outcome.CONTRADICTED, Outcome.UNVERIFIABLE, Outcome.CONFIRMED)
    worst = min(verdicts, key=lambda verdict: order.index(verdict.outcome))
    return Verdict(worst.outcome, worst.reason, notes)
