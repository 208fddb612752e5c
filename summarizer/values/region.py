"""A region: a country, a part of one, or a group of them, by its code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, field_validator

from summarizer.values import region_tree
from summarizer.values.kind import Comparison, Outcome, Reading, Relation, Setting, Verdict

if TYPE_CHECKING:
    from summarizer.values.region_names import Place

_CAPITALISING = frozenset({"de", "lb"})  # every noun has a capital, so that a capital says nothing

_SMALL = frozenset(
    {"the", "in", "across", "based", "la", "le", "les", "die", "der", "das", "l", "el", "los", "s", "state", "of"}
    | {"region", "area", "countries", "nations", "market", "markets"}
)


class RegionForm(BaseModel):
    """A code is all that a model is asked for; the name comes from CLDR."""

    code: str = Field(description="ISO code")

    def value(self, language: str = "en") -> Region:
        """A name that has one code will do. ValueError, with what to write instead, for what is neither."""
        try:
            return Region(code=self.code)
        except ValueError:
            code = resolve(self.code[:100], language)
            if code is None:
                raise
            return Region(code=code)


class Region(BaseModel):
    """`code`: ISO 3166-1 (CN), ISO 3166-2 (US-CA), UN M49 (035) or a group (EU, x-gcc). `name`: for people to read."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    Form: ClassVar[type[RegionForm]] = RegionForm

    code: str
    name: str = ""

    @field_validator("code")
    @classmethod
    def _known(cls, code: str) -> str:
        return region_tree.normal(code)

    def model_post_init(self, context: Any, /) -> None:
        if not self.name:
            object.__setattr__(self, "name", name_of(self.code))

    def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict:
        """Confirmed where a name of the code stands in a quote. A place inside it (a city, a province) leaves the
        region the model's inference: unverifiable, with the note "inferred"."""
        verdicts: list[Verdict] = []
        for quote in quotes:
            verdicts.append(_confirm(self.code, quote, reading.language))
            if verdicts[-1].outcome is Outcome.CONFIRMED and not verdicts[-1].notes:
                return verdicts[-1]
        order = (Outcome.CONFIRMED, Outcome.UNVERIFIABLE, Outcome.CONTRADICTED)
        best = min(verdicts, key=lambda verdict: (order.index(verdict.outcome), -len(verdict.notes)), default=None)
        return best or Verdict(Outcome.UNVERIFIABLE, "no quote")

    def compare(self, other: Any, setting: Setting) -> Comparison:
        if not isinstance(other, Region):
            return Comparison(Relation.NOT_COMPARABLE, "the other is no region")
        relation = relate(self.code, other.code)
        return Comparison(relation, "" if relation is Relation.SAME else f"{self.name} against {other.name}")

    def __str__(self) -> str:
        return self.name


@lru_cache(maxsize=1024)
def name_of(code: str) -> str:
    """The name in English, or the code where it has none."""
    from summarizer.values.region_names import printed_name  # noqa: PLC0415 - not for a schema

    if len(code) == 2 or code.isdigit():
        from babel import Locale  # noqa: PLC0415  loads CLDR: 30 ms that few runs need

        text = Locale.parse("en").territories.get(code)
        if text:
            return re.sub(r" SAR China$", "", text)
    return printed_name(code) or code


def relate(one: str, other: str) -> Relation:
    """Of the region `one` to the region `other`."""
    if one == other or (region_tree.area(one) == region_tree.area(other) and len(region_tree.area(one)) > 1):
        return Relation.SAME
    if region_tree.inside(one, other):
        return Relation.REFINES
    if region_tree.inside(other, one):
        return Relation.REFINED
    return Relation.UNCERTAIN if region_tree.overlap(one, other) else Relation.DIFFERS


def find(text: str, language: str = "en") -> set[str]:
    """Codes of all regions that the text names, each name by its first meaning."""
    return {place.name.codes[0] for place in _places(text, language) if place.name.codes[0] and not place.doubtful}


def resolve(text: str, language: str = "en") -> str | None:
    """The code of a text that is a region's name and little else: "the United States", "Hangzhou-based"."""
    from summarizer.values.region_names import key  # noqa: PLC0415 - not for a schema

    places = _places(text, language)
    if len(places) != 1 or not places[0].name.codes[0]:
        return None
    place = places[0]
    rest = key(text[: place.start] + " " + text[place.end :]).split()
    alone = [word for word in rest if word not in _SMALL]
    allowed = 1 if place.name.kind == "demonym" else 0
    return place.name.codes[0] if len(alone) <= allowed else None


def _places(text: str, language: str) -> list[Place]:
    from summarizer.values.region_names import gazetteer  # noqa: PLC0415 - not for a schema

    return gazetteer(language).places(text)


def _confirm(code: str, quote: str, language: str) -> Verdict:
    places = _places(quote, language)
    named = [place for place in places if code in place.name.codes]
    first = [place for place in named if place.name.codes[0] == code and not place.doubtful]
    if first:
        return _named(first)
    if named:
        return Verdict(Outcome.UNVERIFIABLE, f"{named[0].name.printed} can mean another place", ("ambiguous_name",))
    codes = {candidate for place in places for candidate in place.name.codes if candidate}
    said = ", ".join(sorted({place.name.printed for place in places}))[:80]
    if any(region_tree.inside(candidate, code) for candidate in codes):
        return Verdict(Outcome.UNVERIFIABLE, f"the quote names {said}, a part of it", ("inferred",))
    if not places:
        return Verdict(Outcome.UNVERIFIABLE, "the quote names no region that code knows", ("inferred",))
    apart = not any(region_tree.overlap(candidate, code) for candidate in codes)
    if apart and len(quote) < 2000 and not _unexplained(quote, places, language):
        return Verdict(Outcome.CONTRADICTED, f"the quote names {said}")
    return Verdict(Outcome.UNVERIFIABLE, f"the quote names {said}", ("inferred",))


def _named(first: list[Place]) -> Verdict:
    if any(place.name.kind != "city" and len(place.name.codes) == 1 for place in first):
        return Verdict(Outcome.CONFIRMED)
    if first[0].name.kind == "city":
        return Verdict(Outcome.CONFIRMED, "", ("inferred",))
    meanings = first[0].name.codes
    apart = not all(region_tree.overlap(meanings[0], other) for other in meanings[1:] if other)
    return Verdict(Outcome.CONFIRMED, "", ("ambiguous_name",) if apart else ())


def _unexplained(quote: str, places: list[Place], language: str) -> bool:
    """A capitalised word that may be a place unknown to the code, as "Munich" in "Munich and Japan"."""
    if language[:2] in _CAPITALISING or not quote.isascii():
        return True
    for word in re.finditer(r"\b[A-Z]\w+", quote):
        covered = any(place.start <= word.start() < place.end for place in places)
        if not covered and word.start() > 0:
            return True
    return False
