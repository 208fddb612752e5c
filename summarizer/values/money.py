"""Money: what a model fills in, the value, whether a quote says it, and whether two of them agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel, ConfigDict, Field, model_validator

from summarizer.values.currency_words import CODES
from summarizer.values.kind import Comparison, Outcome, Reading, Relation, Setting, Verdict
from summarizer.values.sums import Sum

if TYPE_CHECKING:
    from summarizer.domain import Quote
    from summarizer.values.money_reader import Mention

_MOST_PLACES = 100  # of one quote in an article
_WITHOUT_AMOUNT = ("vague", "undisclosed")


class Equivalent(Sum):
    """The same sum in another currency, as the article prints it."""


class Money(Sum):
    """A sum of money as one article states it, in every currency that it prints for it.

    `amount` is None only where `bound` is vague or undisclosed. A sum that the article withholds is "undisclosed"; one
    that it doesn't mention is no Money at all.
    """

    Form: ClassVar[type[MoneyForm]]

    equivalents: tuple[Equivalent, ...] = Field(default=(), max_length=8)

    @model_validator(mode="after")
    def _makes_sense(self) -> Money:
        for each in (self, *self.equivalents):
            if each.currency is not None and each.currency not in CODES:
                raise ValueError(f"{each.currency[:20]!r} is no ISO 4217 currency code")
            if each.high is not None and (each.amount is None or each.high <= each.amount):
                raise ValueError("the upper end of a range must be above its lower end")
        if (self.amount is None) != (self.bound in _WITHOUT_AMOUNT):
            raise ValueError(f"the bound {self.bound!r} {'needs an' if self.amount is None else 'has no'} amount")
        if (self.high is not None) != (self.bound == "range"):
            raise ValueError("a range has two ends, and nothing else has")
        return self

    @property
    def withheld(self) -> bool:
        """Whether the article says only that there is a sum: such a value is no support for an amount."""
        return self.bound == "undisclosed"

    def __str__(self) -> str:
        others = ", ".join(str(e) for e in self.equivalents)
        return f"{super().__str__()} ({others})" if others else super().__str__()

    def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict:
        """Whether any of the quotes states the sum with its currency and bound, and each of its equivalents."""
        from summarizer.values.money_confirm import confirm_equivalent, confirm_sum  # noqa: PLC0415 - not for a schema

        verdict = confirm_sum(self, quotes, reading.language)
        if verdict.outcome is Outcome.CONTRADICTED:
            return verdict
        for equivalent in self.equivalents:
            other = confirm_equivalent(self, equivalent, quotes, reading.language)
            if other.outcome is Outcome.CONTRADICTED:
                return other
            if other.outcome is Outcome.UNVERIFIABLE and verdict.outcome is Outcome.CONFIRMED:
                verdict = Verdict(other.outcome, other.reason, verdict.notes + other.notes)
        return verdict

    def completed(self, quotes: Sequence[str], reading: Reading) -> Money:
        """With the other currencies in which its quotes print the same sum, as firmly as they print them: a model
        often names only one, and seldom says "about"."""
        from summarizer.values.money_confirm import printed_beside  # noqa: PLC0415 - not for a schema

        beside: dict[str | None, Equivalent] = {}
        for each in printed_beside(self, quotes, reading.language):
            if each.currency != self.currency:
                beside.setdefault(each.currency, Equivalent(**dict(each)))
        given = {equivalent.currency: equivalent for equivalent in self.equivalents}
        kept = [beside.pop(code) if _alike(each, beside.get(code)) else each for code, each in given.items()]
        added = [each for code, each in beside.items() if code not in given]
        if [*kept, *added] == list(self.equivalents):
            return self
        return self.model_copy(update={"equivalents": (*kept, *added)})

    def joined(self, values: Sequence[Money]) -> Money:
        """With every currency in which the articles that say the same sum print it: listed, never averaged."""
        known = {self.currency, *(equivalent.currency for equivalent in self.equivalents)}
        added: dict[str | None, Equivalent] = {}
        for value in values:
            for each in (value, *value.equivalents):
                if each.currency and each.currency not in known and each.amount is not None:
                    plain = Equivalent(amount=each.amount, high=each.high, currency=each.currency, bound=each.bound)
                    added.setdefault(each.currency, plain)
        return self.model_copy(update={"equivalents": (*self.equivalents, *added.values())}) if added else self

    def compare(self, other: Money, setting: Setting) -> Comparison:
        """By the intervals that the wording leaves open; across currencies by dated rates, pegs and printed pairs."""
        from summarizer.values.money_agreement import compare_sums  # noqa: PLC0415 - not for a schema

        if self.amount is None or other.amount is None:
            return self._compare_without_amount(other)
        return compare_sums((self, *self.equivalents), (other, *other.equivalents), setting)

    def _compare_without_amount(self, other: Money) -> Comparison:
        order = {"undisclosed": 0, "vague": 1}
        mine, theirs = order.get(self.bound, 2), order.get(other.bound, 2)
        if 1 in (mine, theirs) and 0 not in (mine, theirs) and not self._shares_currency(other):
            return Comparison(Relation.NOT_COMPARABLE, f"{self} and {other} are in different currencies")
        if mine == theirs:
            return Comparison(Relation.SAME)
        finer, coarser = (self, other) if mine > theirs else (other, self)
        reason = f"one article says {finer}, for the other it is {coarser}"
        return Comparison(Relation.REFINES if mine > theirs else Relation.REFINED, reason)

    def _shares_currency(self, other: Money) -> bool:
        mine = {e.currency for e in (self, *self.equivalents)}
        theirs = {e.currency for e in (other, *other.equivalents)}
        return bool(mine & theirs) or None in mine or None in theirs


def _alike(one: Sum, other: Sum | None) -> bool:
    """Whether two sums differ at most in how firmly they are stated."""
    return other is not None and (one.amount, one.high, one.currency) == (other.amount, other.high, other.currency)


class MoneyForm(BaseModel):
    # One string, so that the form costs few bytes in every prompt. No docstring: it would be sent.
    model_config = ConfigDict(extra="forbid")

    text: str = Field(description="as printed, each currency: 380 billion CNY; 50 billion EUR; or undisclosed")

    def value(self, language: str = "en") -> Money:
        """The sum that the words say. ValueError: a complaint that a model can act on."""
        from summarizer.values.money_text import sums_of  # noqa: PLC0415 - not for a schema

        first, *others = sums_of(self.text, language)
        return Money(**dict(first), equivalents=tuple(Equivalent(**dict(other)) for other in others))


Money.Form = MoneyForm


def unread(text: str, sums: Sequence[Mention], cited: Sequence[Quote]) -> tuple[Quote, ...]:
    """Those of the text's `sums` with a currency that none of the cited quotes covers, in the text's order.

    A quote that stands in the text several times, a headline for one, covers every place.
    """
    from summarizer.domain import Quote  # noqa: PLC0415 - not for a schema

    spans = {(quote.start, quote.end) for quote in cited}
    for quote in set(cited):
        if quote.occurrences > 1:
            spans.update(_places(text, quote.text))
    found = []
    for mention in sums:
        if mention.currencies and not any(start < mention.end and mention.start < end for start, end in spans):
            found.append(Quote(text[mention.said_from : mention.said_to], mention.said_from, mention.said_to))
    return tuple(found)


def _places(text: str, words: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    at = text.find(words)
    while at >= 0 and len(found) < _MOST_PLACES:
        found.append((at, at + len(words)))
        at = text.find(words, at + len(words))
    return found
