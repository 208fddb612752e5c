"""When two names are one organisation's, and when one names a unit of the other.

Legal forms ("Ltd.", "GmbH", "Co., Ltd.") and "Group", "Holdings" never tell organisations apart: names without them are
the same. "Technologies", "AI", initials and a missing first word make one name coarser. A name with more words after it
("Alibaba Cloud") is another thing that belongs to it: related, never merged.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.values.kind import Comparison, Relation
from summarizer.values.names import (
    Word,
    is_capital,
    is_syllabic,
    one_letter_off,
    spellings,
    squeezed,
    table,
    vocabulary,
    words,
)
from summarizer.values.person_names import nationalities, places

_TABLE = "organization_words.json"
_GLUED = frozenset([".", "&", "/", "-", ".-"])


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """`words` without "the"; `core` without legal forms and "Group"; `stem` also without "Technologies", "AI" ..."""

    words: tuple[Word, ...]
    core: tuple[Word, ...]
    stem: tuple[Word, ...]
    syllabic: bool


@lru_cache(maxsize=1024)
def variants(name: str) -> tuple[str, ...]:
    """What a name offers: "Amazon Web Services (AWS)" is both; "X (formerly Twitter)" too; a place tells which one."""
    name = unicodedata.normalize("NFKC", name)[:400]
    match = re.fullmatch(r"\s*(.+?)\s*[(（]([^()（）]+)[)）]\s*", name)
    if not match:
        return (name,)
    inner = [word.text for word in words(match[2])]
    if " ".join(inner) in places() or (inner and inner[0] in nationalities()):
        return (f"{match[1]} {match[2]}",)
    if ":" in match[2] or not inner:
        return (match[1],)
    formerly = "|".join(sorted(map(re.escape, table(_TABLE)["formerly"]), key=len, reverse=True))
    return match[1], re.sub(rf"^(?:{formerly})\s+", "", match[2].strip(), flags=re.IGNORECASE)


@lru_cache(maxsize=8192)
def parse(name: str) -> OrganizationName:
    """Never raises; a string without letters or digits gives no words."""
    name = unicodedata.normalize("NFKC", name)[:400]
    syllabic = is_syllabic(name)
    if syllabic:
        name = _without_eastern_forms(name)
    name = re.sub(r"(?<=\w)\.com\b", "", name, flags=re.IGNORECASE)
    found = _joined_letters(words(re.sub(r"(?<=\w)\+", " Plus", name)))
    joiners = vocabulary(_TABLE, "joiners")
    kept = [word for i, word in enumerate(found) if not (i and word.text in joiners and word.text != squeezed(found))]
    kept = [word for word in kept if word.text != "the"] or kept
    legal, strong, weak = (vocabulary(_TABLE, key) for key in ("legal", "strong", "weak"))
    core = _without_edges(kept, legal | strong)
    stem = _trimmed(core, lambda text: text in legal | strong | weak)
    return OrganizationName(tuple(kept), tuple(core), tuple(stem), syllabic)


def _without_eastern_forms(name: str) -> str:
    """Chinese, Japanese and Korean words for "Ltd.", "Group", "Technologies", which stand without a space."""
    forms = "|".join(map(re.escape, table(_TABLE)["eastern"]))
    bare = re.sub(forms, " ", name)
    return bare if bare.strip() else name


def _joined_letters(found: Sequence[Word]) -> list[Word]:
    """ "U.N.", "S.p.A." and "P&G" are one word each."""
    out: list[Word] = []
    letters = False  # whether the last word may go on
    for word in found:
        single = len(word.text) == 1
        if out and letters and single and word.gap in _GLUED:
            last = out.pop()
            raw, text = last.raw + word.raw, last.text + word.text
            out.append(last._replace(raw=raw, text=text, forms=frozenset({text}), capital=is_capital(raw)))
        else:
            out.append(word)
            letters = single or word.text in ("sp", "sr") or (len(word.raw) <= 4 and word.raw.isupper())
    return out


def _without_edges(found: Sequence[Word], droppable: frozenset[str]) -> list[Word]:
    """Without legal forms at the end, and the few that stand in front (PT Bank Mandiri, Grupo Bimbo)."""
    core = _trimmed(found, lambda text: text in droppable)
    leading = vocabulary(_TABLE, "leading") | vocabulary(_TABLE, "strong")
    while len(core) > 1 and core[0].text in leading and core[0].text != "holding":
        following = core[1].text in vocabulary(_TABLE, "stop") and len(core) > 2  # Compagnie de Saint-Gobain
        core = core[2:] if following else core[1:]
    return core


def _trimmed(found: Sequence[Word], drop: Callable[[str], bool]) -> list[Word]:
    """Without the words at the end for which `drop` is true; at least one stays."""
    kept = list(found)
    while len(kept) > 1 and drop(kept[-1].text):
        kept.pop()
        if len(kept) > 2 and kept[-1].text in vocabulary(_TABLE, "stop") and drop(kept[-2].text):  # S.A.B. de C.V.
            kept.pop()
    return kept


def relate(a: str, b: str) -> Comparison:
    """How organisation name `a` stands to `b`: SAME, REFINED (`b` is fuller), REFINES, RELATED (a unit and its whole),
    UNCERTAIN, NOT_COMPARABLE (another script) or DIFFERS. Never raises."""
    found = [_relate(x, y) for x in map(parse, variants(a)) for y in map(parse, variants(b))]
    return min(found, key=lambda comparison: _ORDER.index(comparison.relation))


_ORDER = [
    Relation.SAME,
    Relation.REFINES,
    Relation.REFINED,
    Relation.UNCERTAIN,
    Relation.RELATED,
    Relation.NOT_COMPARABLE,
    Relation.DIFFERS,
]
_DIFFERS = Comparison(Relation.DIFFERS, "another name")


def _relate(x: OrganizationName, y: OrganizationName) -> Comparison:
    if not x.words or not y.words:
        return Comparison(Relation.UNCERTAIN, "no name to compare")
    if spellings(x.words) & spellings(y.words) or spellings(x.core) & spellings(y.core):
        return _same_sound(x, y)
    if found := _by_stem(x, y):
        return found
    if _stands_for(x, y):
        return Comparison(Relation.REFINED, f"{x.words[0].raw} are the initials of the other name")
    if _stands_for(y, x):
        return Comparison(Relation.REFINES, f"{y.words[0].raw} are the initials of this name")
    if len(x.core) > len(y.core):
        turned = _part(y, x)
        return Comparison(turned.relation.mirrored, turned.reason)
    return _part(x, y)


def _same_sound(x: OrganizationName, y: OrganizationName) -> Comparison:
    if x.syllabic and y.syllabic and [w.raw for w in x.core] != [w.raw for w in y.core]:
        return Comparison(Relation.UNCERTAIN, "other signs, the same sound")
    if (homes := _homes(x)) and (others := _homes(y)) and not homes & others:
        return Comparison(Relation.UNCERTAIN, "the same name with legal forms of other countries")
    return Comparison(Relation.SAME, "the same name but for spelling and legal form")


def _homes(name: OrganizationName) -> frozenset[str]:
    """Countries that have the legal form of the name: Merck KGaA is not Merck & Co."""
    forms = {word.text for word in name.words[len(name.core) :]}
    homes: dict[str, str] = table(_TABLE)["homes"]
    return frozenset(home for home, known in homes.items() if forms & set(known.split()))


def _by_stem(x: OrganizationName, y: OrganizationName) -> Comparison | None:
    """Names that differ in "Technologies", "AI", "International" only; a single letter is too little (X, X.AI)."""
    if not spellings(x.stem) & spellings(y.stem) or _is_generic(x.stem) or len(squeezed(x.stem)) < 2:
        return None
    if len(x.core) == len(x.stem):
        return Comparison(Relation.REFINED, "the other name has more parts")
    if len(y.core) == len(y.stem):
        return Comparison(Relation.REFINES, "this name has more parts")
    return Comparison(Relation.UNCERTAIN, "nearly the same name")


def _is_generic(name: Sequence[Word]) -> bool:
    """Words that many organisations share, or a place: "Bank", "China", "General Electric" is not."""
    common = vocabulary(_TABLE, "generic") | vocabulary(_TABLE, "stop")
    left = [word for word in name if word.text not in common]
    return not left or " ".join(word.text for word in left) in places() | nationalities()


def _stands_for(short: OrganizationName, full: OrganizationName) -> bool:
    """True for AWS and Amazon Web Services, AfDB and African Development Bank."""
    if len(short.words) != 1 or len(full.words) < 2:
        return False
    leading = full.words[0].text in vocabulary(_TABLE, "leading")
    return is_acronym(short.words[0].raw, full.words[1:] if leading else full.words)


def is_acronym(letters: str, name: Sequence[Word]) -> bool:
    """True if `letters` are the initials of `name`; articles, prepositions and legal forms may be left out of them."""
    if not 2 <= len(letters) <= 8 or letters[1:].islower() or sum(c.isupper() for c in letters) < 2:
        return False
    optional = vocabulary(_TABLE, "stop") | vocabulary(_TABLE, "legal") | vocabulary(_TABLE, "strong")
    mixed = not letters.isupper()
    pattern = ""
    for word in name[:16]:
        start = re.escape(word.text[0])
        rest = "".join(f"(?:{re.escape(c)}" for c in word.text[1:4]) + ")?" * len(word.text[1:4]) if mixed else ""
        pattern += f"(?:{start}{rest})?" if word.text in optional or word.gap == "-" else f"{start}{rest}"
    return bool(re.fullmatch(pattern, letters.lower()))


def _part(short: OrganizationName, full: OrganizationName) -> Comparison:
    """`short.core` has at most as many words as `full.core`, and they aren't the same."""
    x, y = short.core, full.core
    size = len(x)
    if _reordered(x, y):
        return Comparison(Relation.SAME, "the same name in another order")
    if size == len(y):
        return _misspelled(x, y)
    if size > 1 and _equal(x[:-1], y[: size - 1]) and is_acronym(x[-1].raw, y[size - 1 :]):
        return Comparison(Relation.REFINED, f"{x[-1].raw} are initials in the other name")
    if _equal(x, y[-size:]):
        return _suffix(short, y)
    if _equal(x, y[:size]) and not _is_generic(x):
        return Comparison(Relation.RELATED, "a unit or affiliate of the other by its name")
    if short.syllabic != full.syllabic:
        return Comparison(Relation.NOT_COMPARABLE, "another script, whose reading isn't certain")
    return _DIFFERS


def _suffix(short: OrganizationName, y: Sequence[Word]) -> Comparison:
    """Azure is Microsoft Azure; the Bank of China is not the Industrial and Commercial Bank of China."""
    x = short.core
    before = y[-len(x) - 1].text
    if (_is_generic(x) and len(x) == 1) or before in vocabulary(_TABLE, "stop") or len(squeezed(x)) < 4:
        return _DIFFERS
    if x[0].text in vocabulary(_TABLE, "generic") | nationalities() or _is_generic(x):
        return Comparison(Relation.UNCERTAIN, "the other name ends like it")
    if len(short.words) > len(x):  # Mitsui & Co. is a name in full, not short for Sumitomo Mitsui
        return Comparison(Relation.UNCERTAIN, "the other name ends like it")
    return Comparison(Relation.REFINED, "the other name ends with it")


def _equal(x: Sequence[Word], y: Sequence[Word]) -> bool:
    return len(x) == len(y) and all(a.forms & b.forms for a, b in zip(x, y, strict=True))


def _reordered(x: Sequence[Word], y: Sequence[Word]) -> bool:
    """Oxford University and the University of Oxford; only names with such a head may be turned."""
    stop = vocabulary(_TABLE, "stop")
    a, b = ([word.text for word in name if word.text not in stop] for name in (x, y))
    return a != b and sorted(a) == sorted(b) and bool(vocabulary(_TABLE, "heads") & set(a))


def _misspelled(x: Sequence[Word], y: Sequence[Word]) -> Comparison:
    other = [(a.text, b.text) for a, b in zip(x, y, strict=True) if not a.forms & b.forms]
    if len(other) == 1 and min(map(len, other[0])) >= 5 and one_letter_off(*other[0]):
        return Comparison(Relation.UNCERTAIN, "one letter off")
    return _DIFFERS
