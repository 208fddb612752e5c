"""When two names are one person's.

`same` is kept an equivalence and `refined` an order, so that a merge may join the first and attach the second:
spelling, script, order and unambiguous nicknames make names the same; whatever leaves something open (a surname alone,
an initial, a middle name that only one gives) makes one of them coarser. Nothing else ever joins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.values.kind import Comparison, Relation
from summarizer.values.names import Word, one_letter_off, squeezed, table, vocabulary
from summarizer.values.person_names import PersonName, parse

_TABLE = "person_words.json"
_MAX_WORDS = 12  # of a name; what is longer is no name


def relate(a: str, b: str) -> Comparison:
    """How name `a` stands to name `b`, by the names alone: SAME, REFINED ("Wu" to "Eddie Wu"), REFINES, UNCERTAIN,
    NOT_COMPARABLE (scripts whose reading isn't certain) or DIFFERS. Never raises."""
    x, y = parse(a), parse(b)
    if not x.words or not y.words:
        return Comparison(Relation.UNCERTAIN, "no name to compare")
    if x.whole == y.whole:
        return Comparison(Relation.SAME, "the same name")
    if x.several or y.several or max(len(x.words), len(y.words)) > _MAX_WORDS:
        return Comparison(Relation.UNCERTAIN, "more than one person may be meant")
    if clash := _clash(x, y):
        return Comparison(Relation.DIFFERS, clash)
    if x.syllabic and y.syllabic and squeezed(x.words) == squeezed(y.words):
        return Comparison(Relation.UNCERTAIN, "other signs, the same sound")
    if len(x.words) == len(y.words) == 1 and bool(x.gender) != bool(y.gender):
        return _with_title(x, y)
    if len(x.words) > len(y.words):
        turned = _fit(y, x)
        return Comparison(turned.relation.mirrored, turned.reason)
    return _fit(x, y)


def _with_title(x: PersonName, y: PersonName) -> Comparison:
    """ "Mr. Wu" says more than "Wu": else "Ms. Wu" would be the same as both."""
    found = _same_or_near(x.words[0], y.words[0])
    if found.relation is not Relation.SAME:
        return found
    return Comparison(Relation.REFINES if x.gender else Relation.REFINED, "one name has a title")


def _clash(x: PersonName, y: PersonName) -> str:
    generations = {x.generation, y.generation}
    if len(generations) == 2 and (generations & {"jr", "sr"} or "" not in generations):
        return "another generation (Jr., Sr., III)"
    return "a man's title and a woman's" if x.gender and y.gender and x.gender != y.gender else ""


_SAME = Comparison(Relation.SAME, "the same name, spaced otherwise")
_DIFFERS = Comparison(Relation.DIFFERS, "no name in common")


def _fit(x: PersonName, y: PersonName) -> Comparison:
    """`x` has at most as many words as `y`."""
    if _joined(x.words) & _joined(y.words):
        return Comparison(Relation.SAME, "the same name, spelled or spaced otherwise")
    if len(x.words) == 1:
        return _fit_single(x, y)
    best = _DIFFERS
    for ordered, turned in _orders(x.words):
        found = _SAME if squeezed(ordered) in _joined(y.words) else _fit_ordered(ordered, y.words)
        if found.relation is Relation.SAME and turned:
            found = _turned(x)
        if _RANK[found.relation] > _RANK[best.relation]:
            best = found
    if best.relation is Relation.DIFFERS and x.syllabic != y.syllabic:
        return Comparison(Relation.NOT_COMPARABLE, "another script, whose reading isn't certain")
    return best


_RANK = {
    Relation.SAME: 4,
    Relation.REFINED: 3,
    Relation.REFINES: 3,
    Relation.UNCERTAIN: 2,
    Relation.NOT_COMPARABLE: 1,
    Relation.DIFFERS: 0,
}


def _joined(name: tuple[Word, ...]) -> frozenset[str]:
    """The whole name as one string, with and without particles, in its order only."""
    particles = vocabulary(_TABLE, "particles")
    bare = [word for word in name if word.text not in particles]
    return frozenset({squeezed(name), squeezed(bare) if len(bare) > 1 else squeezed(name)})


def _orders(name: tuple[Word, ...]) -> list[tuple[tuple[Word, ...], bool]]:
    """The name as printed, and with its last or first word at the other end: Li Chengdong, Chengdong Li."""
    return [(name, False), (name[-1:] + name[:-1], True), (name[1:] + name[:1], True)]


def turnable(name: Sequence[Word]) -> bool:
    """False where each word could be a given name, so that another order may be another person."""
    return not all(word.text in _given_names() for word in name)


def _turned(x: PersonName) -> Comparison:
    """Names whose order differs: one person, unless each word could be a given name (Martin James, James Martin)."""
    if not turnable(x.words):
        return Comparison(Relation.UNCERTAIN, "given name and surname may be exchanged")
    return Comparison(Relation.SAME, "the same name in another order")


def _fit_single(x: PersonName, y: PersonName) -> Comparison:
    word = x.words[0]
    if len(y.words) == 1:
        return _same_or_near(word, y.words[0])
    fits = [i for i, other in enumerate(y.words) if word_relation(word, other) in (Relation.SAME, Relation.REFINED)]
    if len(word.text) == 1 or not fits:
        near = any(one_letter_off(word.text, other.text) for other in y.words if len(word.text) > 4)
        if x.syllabic != y.syllabic:
            return Comparison(Relation.NOT_COMPARABLE, "another script, whose reading isn't certain")
        return Comparison(Relation.UNCERTAIN, "one letter off") if near else _DIFFERS
    if x.royal and not (y.royal and fits[0] == 0):
        return Comparison(Relation.UNCERTAIN, "a ruler's name alone")
    return Comparison(Relation.REFINED, f"{word.raw} alone; {_shown(y)} is fuller")


def _same_or_near(a: Word, b: Word) -> Comparison:
    relation = word_relation(a, b)
    if relation is Relation.SAME:
        return Comparison(relation, "the same name")
    near = relation is not Relation.DIFFERS
    return Comparison(Relation.UNCERTAIN, "nearly the same name") if near else _DIFFERS


def _shown(name: PersonName) -> str:
    return " ".join(word.raw for word in name.words)


def _fit_ordered(short: tuple[Word, ...], full: tuple[Word, ...]) -> Comparison:
    """Aligns two names whose words are in the same order."""
    particles = vocabulary(_TABLE, "particles")
    kept = {word.text for word in short}
    bare = tuple(word for word in full if word.text not in particles or word.text in kept) or full
    if len(short) == len(bare):
        return _fit_equal(short, bare)
    if len(short) > len(bare):
        return _DIFFERS
    if _middle_clash(short, bare):
        return Comparison(Relation.DIFFERS, "other middle names")
    found = _subsequence(short, bare)
    if found is None:
        return _fit_ends(short, bare)
    relations, positions = found
    if Relation.REFINES in relations:
        return Comparison(Relation.UNCERTAIN, "each is fuller in another part")
    ends = positions[0] == 0 and positions[-1] == len(bare) - 1
    side_by_side = positions[-1] - positions[0] == len(short) - 1
    if not ends and not side_by_side:
        return Comparison(Relation.UNCERTAIN, "parts of a longer name")
    return Comparison(Relation.REFINED, "the other name has more parts")


def _fit_equal(x: tuple[Word, ...], y: tuple[Word, ...]) -> Comparison:
    relations = [word_relation(a, b) for a, b in zip(x, y, strict=True)]
    kinds = set(relations)
    if kinds == {Relation.SAME}:
        return Comparison(Relation.SAME, "the same name, spelled otherwise")
    if Relation.DIFFERS in kinds or relations.count(Relation.UNCERTAIN) > 1 or _only_initials(x, y):
        return _DIFFERS
    kinds.discard(Relation.SAME)
    if len(kinds) > 1 or kinds == {Relation.UNCERTAIN}:
        return Comparison(Relation.UNCERTAIN, "nearly the same name")
    return Comparison(kinds.pop(), "an initial or a short form of the other name")


def _only_initials(x: tuple[Word, ...], y: tuple[Word, ...]) -> bool:
    return not any(len(a.text) > 1 and len(b.text) > 1 for a, b in zip(x, y, strict=True))


def _fit_ends(short: tuple[Word, ...], full: tuple[Word, ...]) -> Comparison:
    """Names of other lengths that aren't part of each other: only a misspelling can make them near."""
    if len(short) == 2:
        ends = _fit_equal(short, (full[0], full[-1]))
        if ends.relation is Relation.UNCERTAIN:
            return ends
    return _DIFFERS


def _middle_clash(short: tuple[Word, ...], full: tuple[Word, ...]) -> bool:
    """George W. Bush is not George H. W. Bush: where an initial is involved, middle names count from the first."""
    middle, other = short[1:-1], full[1:-1]
    initials = any(len(word.text) == 1 for word in (*middle, *other))
    return bool(middle and other and initials) and middle[0].text[0] != other[0].text[0]


def _subsequence(short: tuple[Word, ...], full: tuple[Word, ...]) -> tuple[list[Relation], list[int]] | None:
    """Where each word of `short` stands in `full`, in order, the last as far right as it can; None if one doesn't."""
    relations: list[Relation] = []
    positions: list[int] = []
    at = 0
    for n, word in enumerate(short):
        candidates = range(at, len(full))
        for i in reversed(candidates) if n == len(short) - 1 else candidates:
            relation = word_relation(word, full[i])
            if relation in (Relation.SAME, Relation.REFINED, Relation.REFINES):
                relations.append(relation)
                positions.append(i)
                at = i + 1
                break
        else:
            return None
    return relations, positions


def word_relation(a: Word, b: Word) -> Relation:
    """Of two words of names: SAME (spelling, nickname), REFINED (`a` is an initial, or short for several names)."""
    return Relation.SAME if _keys(a.forms) & _keys(b.forms) else _relation_of_others(a.text, b.text)


def may_be_one(a: Word, b: Word) -> bool:
    """False only where `word_relation` would find the two to differ, or to be uncertain; sooner than it does."""
    initial = len(a.text) == 1 or len(b.text) == 1
    return initial or not _names_meant(a.text, a.forms).isdisjoint(_names_meant(b.text, b.forms))


@lru_cache(maxsize=8192)
def _names_meant(text: str, forms: frozenset[str]) -> frozenset[str]:
    return _keys(forms) | _formal(text) | {text}


@lru_cache(maxsize=8192)
def _relation_of_others(a: str, b: str) -> Relation:
    """Of two words that are not spellings of one."""
    if len(a) == 1 or len(b) == 1:
        if a[0] != b[0]:
            return Relation.DIFFERS
        return Relation.REFINED if len(a) < len(b) else Relation.REFINES
    of_a, of_b = _formal(a), _formal(b)
    if b in of_a:
        return Relation.REFINED
    if a in of_b:
        return Relation.REFINES
    if of_a & of_b or one_letter_off(a, b):
        return Relation.UNCERTAIN
    return Relation.DIFFERS


@lru_cache(maxsize=8192)
def _keys(forms: frozenset[str]) -> frozenset[str]:
    """What makes two words of names one: spelling without doubled letters, a group of spellings, a clear nickname."""
    out = {_spelling(form) for form in forms}
    for form in forms:
        out |= {f"={name}" for name in _variants().get(form, ())}
        formal = _formal(form)
        if len(formal) == 1:
            name = next(iter(formal))
            out |= {_spelling(name)} | {f"={group}" for group in _variants().get(name, ())}
    return frozenset(out)


def _spelling(text: str) -> str:
    if len(text) < 5:
        return text
    text = re.sub(r"sk(?:yy|iy|yi|ii|ij|yj|y|i)$", "ski", text.replace("ph", "f"))
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<=[oe])ff$", "v", text))


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    known = [word for key in ("nicknames", "spellings") for line in table(_TABLE)[key] for word in line.split()]
    return frozenset(known) | vocabulary(_TABLE, "given_and_surname")


@lru_cache(maxsize=1)
def _variants() -> dict[str, frozenset[str]]:
    """A spelling -> the names of its groups."""
    out: dict[str, set[str]] = {}
    for line in table(_TABLE)["spellings"]:
        group = line.split()
        for name in group:
            out.setdefault(name, set()).add(group[0])
    return {name: frozenset(groups) for name, groups in out.items()}


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for line in table(_TABLE)["nicknames"]:
        formal, *short = line.split()
        for name in short:
            out.setdefault(name, set()).add(formal)
    return {name: frozenset(formal) for name, formal in out.items()}


def _formal(text: str) -> frozenset[str]:
    """The full names that a short form may stand for: Ed for Edward, Edwin, Edgar, Edmund."""
    return _short_forms().get(text, frozenset())
