"""Merge rules: what becomes of the claims of several articles for one field.

A schema's author writes a rule into `Annotated`, outermost on the field:

    amount: Annotated[Money | None, KeepLatest()]
    people: Annotated[list[Person], KeepAll(by="name")]

Without one, a single value gets `KeepMostReported()`, a list `KeepAll()`. A rule is inert: it only chooses among
candidates that `steps.merge` has compared. Ties end in the same fixed order for every rule, so that the order in which
articles arrive never shows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from summarizer.domain import Claim

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A value that could be kept. `says` are the claims that say it or say it more coarsely; of claims that only say
    that the value exists (an undisclosed amount) none counts. Dates and outlets are those of `says`' articles."""

    value: T
    says: tuple[Claim[T], ...]
    sources: int  # independent sources of `says`
    articles: int
    refines: int  # how many claims it makes more precise
    withheld: bool  # the value says only that there is one
    dates: tuple[date, ...]  # known publication dates of the articles that say this very value, earliest first
    outlets: tuple[str, ...]
    order: tuple[Any, ...]  # the last tie-breaker, from the claims' own content


class Rule:
    """Root of the rules. `choose` returns the index of the candidate to keep; there is always at least one."""

    __slots__ = ()

    @property
    def name(self) -> str:
        return type(self).__name__

    def choose(self, candidates: Sequence[Candidate[Any]]) -> int:
        return min(range(len(candidates)), key=lambda i: (*self.rank(candidates[i]), *most_reported(candidates[i])))

    def rank(self, candidate: Candidate[Any]) -> tuple[Any, ...]:
        """Smaller is better; ties are broken by `most_reported`."""
        return ()


def most_reported(candidate: Candidate[Any]) -> tuple[Any, ...]:
    """The order that ends every tie: a told value before a withheld one, then more independent sources, more articles,
    the value that makes more others precise, the one reported first, and last the claims' own content."""
    first = candidate.dates[0] if candidate.dates else date.max
    counts = (-candidate.sources, -candidate.articles, -candidate.refines)
    return (candidate.withheld, *counts, first, candidate.order)


@dataclass(frozen=True, slots=True)
class KeepMostReported(Rule):
    """The value that most independent sources say. The default for a single value."""


@dataclass(frozen=True, slots=True)
class KeepLatest(Rule):
    """The value of the article published last; articles without a date come after all that have one."""

    def rank(self, candidate: Candidate[Any]) -> tuple[Any, ...]:
        return (candidate.withheld, -candidate.dates[-1].toordinal() if candidate.dates else 0)


@dataclass(frozen=True, slots=True)
class KeepFirst(Rule):
    """The value of the article published first; articles without a date come after all that have one."""

    def rank(self, candidate: Candidate[Any]) -> tuple[Any, ...]:
        return (candidate.withheld, candidate.dates[0].toordinal() if candidate.dates else date.max.toordinal())


@dataclass(frozen=True, slots=True)
class KeepPreferred(Rule):
    """The value of the first outlet in this list that says one; of no outlet in the list: the most reported."""

    outlets: tuple[str, ...]

    def __init__(self, outlets: Sequence[str]) -> None:
        if isinstance(outlets, str) or not outlets:
            raise ValueError("KeepPreferred needs a list of outlets, the most trusted first")
        object.__setattr__(self, "outlets", tuple(outlets))

    def rank(self, candidate: Candidate[Any]) -> tuple[Any, ...]:
        said = {outlet.casefold() for outlet in candidate.outlets}
        places = (i for i, outlet in enumerate(self.outlets) if outlet.casefold() in said)
        return (candidate.withheld, next(places, len(self.outlets)))


@dataclass(frozen=True, slots=True)
class KeepAll(Rule):
    """Every different item of a list. Two items are one when their values say the same; with `by`, when the parts named
    there do (then other parts that differ are a conflict). The default for a list."""

    by: tuple[str, ...] = ()

    def __init__(self, by: str | Sequence[str] = ()) -> None:
        object.__setattr__(self, "by", (by,) if isinstance(by, str) else tuple(by))


@dataclass(frozen=True, slots=True)
class Combine(Rule):
    """What `function` makes of all values of the claims (sorted, an article's once): max, min, statistics.median, or
    one of your own. It must not depend on order. Every claim supports the result; what differs is still shown."""

    function: Callable[[list[Any]], Any]

    @property
    def name(self) -> str:
        return f"Combine({getattr(self.function, '__name__', 'function')})"
