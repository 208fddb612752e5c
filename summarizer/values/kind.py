"""The protocol of a value: does this quote say it (`confirm`), and do two of them agree (`compare`)?

The built-in kinds implement it as methods of their types; a user's own type can do the same, in full or in part:

    class Ticker(BaseModel):
        symbol: str
        def confirm(self, quotes, reading): ...
        def compare(self, other, setting): ...

A type may also name the `Form` that a model fills in for it: a Pydantic class with a method `value(language)`, which
returns the value or raises ValueError with a complaint that a model can act on. Without one, a type is its own form. A
form of one text field is asked for as a string; that field's description says how it is to be written.

More marks are understood where a type has them: `withheld` (true of a value that says only that there is one),
`identity` (names of the parts by which two items of a list are one thing), `completed(quotes, reading)` (the value with
what the words that confirm it say besides: the same sum in another currency), and `joined(values)` (a kept value with
what the values that say the same add to it: the currencies of other articles).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    from summarizer.values.aliases import Aliases
    from summarizer.values.rates import PrintedRate


class Outcome(StrEnum):
    """Of `confirm`. Code only says `contradicted` when it understood everything in the quote that could matter."""

    CONFIRMED = "confirmed"
    UNVERIFIABLE = "unverifiable"
    CONTRADICTED = "contradicted"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`reason`: one short sentence for the model that is asked again and for the analyst ("the quote says 12 million").
    `notes`: flags that stay with the claim, in snake case ("currency_missing", "currency_ambiguous", "inferred")."""

    outcome: Outcome
    reason: str = ""
    notes: tuple[str, ...] = ()


CONFIRMED = Verdict(Outcome.CONFIRMED)
UNVERIFIABLE = Verdict(Outcome.UNVERIFIABLE)


class Relation(StrEnum):
    """Of a value `a` to a value `b`."""

    SAME = "same"
    REFINES = "refines"  # a says the same, more precisely: "Eddie Wu" of "Wu", Israel of the Middle East
    REFINED = "refined"  # b says it more precisely
    RELATED = "related"  # another thing that must be linked but never merged: Alibaba Cloud and Alibaba
    UNCERTAIN = "uncertain"  # near enough that a person should look
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"  # no rate, no date, free text in other words: never a conflict

    @property
    def mirrored(self) -> Relation:
        return _MIRRORED.get(self, self)


_MIRRORED = {Relation.REFINES: Relation.REFINED, Relation.REFINED: Relation.REFINES}


@dataclass(frozen=True, slots=True)
class Comparison:
    """`reason` explains the link or the difference ("12.4 bn USD is 11.4 bn EUR at the ECB's rate of 2025-02-24")."""

    relation: Relation
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What `confirm` may know besides the quotes: of the one article that they come from."""

    language: str = "en"
    published: date | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """What `compare` may know besides the two values: dates of their articles, rates that the story's own articles
    print, and the user's aliases."""

    published: date | None = None  # of a's article
    other_published: date | None = None  # of b's article
    rates: tuple[PrintedRate, ...] = ()
    aliases: Aliases | None = None

    def mirrored(self) -> Setting:
        return Setting(self.other_published, self.published, self.rates, self.aliases)


@runtime_checkable
class Confirmable(Protocol):
    def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict: ...


@runtime_checkable
class Comparable(Protocol):
    def compare(self, other: Any, setting: Setting) -> Comparison: ...
