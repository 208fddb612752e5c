"""Does a quote say this sum? Code reads the quote again and compares number, currency and bound.

`contradicted` needs an understanding of every number in the quote that could be the claimed one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import IntEnum
from typing import NamedTuple

from summarizer.values.bounds import is_kept_secret, is_vague
from summarizer.values.kind import CONFIRMED, Outcome, Verdict
from summarizer.values.money_numbers import has_stray_scale
from summarizer.values.money_reader import Mention, currencies_in, read
from summarizer.values.numerals import DIGITS, readings
from summarizer.values.rates import one_sum, sum_of
from summarizer.values.sums import Bound, Sum


class _Standing(IntEnum):
    """What one quote says of the claim, the weightiest first: a quote that confirms settles it."""

    SAYS_IT = 0
    SAYS_NEARLY = 1  # confirmed, with a note
    UNCLEAR = 2
    SAYS_OTHERWISE = 3
    SILENT = 4


class _Found(NamedTuple):
    standing: _Standing
    verdict: Verdict


def confirm_sum(money: Sum, quotes: Sequence[str], language: str, bound_matters: bool = True) -> Verdict:
    """The best that any of the quotes says for the sum."""
    found = [_in_quote(money, quote, language, bound_matters) for quote in quotes]
    silent = _Found(_Standing.SILENT, Verdict(Outcome.UNVERIFIABLE, "no quote states a sum of money"))
    return min(found, key=lambda f: f.standing, default=silent).verdict


def confirm_equivalent(money: Sum, equivalent: Sum, quotes: Sequence[str], language: str) -> Verdict:
    """Whether a quote states `equivalent` and prints it as another expression of `money`."""
    verdict = confirm_sum(equivalent, quotes, language, bound_matters=False)
    if verdict.outcome is not Outcome.CONFIRMED:
        return Verdict(verdict.outcome, f"as for {equivalent}: {verdict.reason}", verdict.notes)
    for quote in quotes:
        for first, second in one_sum(quote, read(quote, language)):
            pair = (first, second) if _states(first, money) else (second, first)
            if _states(pair[0], money) and _states(pair[1], equivalent):
                return CONFIRMED
    reason = f"no quote says that {equivalent} and {money} are the same sum"
    return Verdict(Outcome.UNVERIFIABLE, reason, ("equivalent_unlinked",))


def printed_beside(money: Sum, quotes: Sequence[str], language: str) -> list[Sum]:
    """Other expressions of the sum that the quotes print beside it, in their order."""
    found: list[Sum] = []
    for quote in quotes:
        for first, second in one_sum(quote, read(quote, language)):
            for one, other in ((first, second), (second, first)):
                beside = sum_of(other)
                if _states(one, money) and beside.currency and beside not in found:
                    found.append(beside)
    return found


def _states(mention: Mention, money: Sum) -> bool:
    return mention.low == money.amount and mention.high == money.top and money.currency in mention.currencies


def _in_quote(money: Sum, quote: str, language: str, bound_matters: bool) -> _Found:
    mentions = read(quote, language)
    if money.bound == "undisclosed":
        return _undisclosed(quote, mentions)
    if money.bound == "vague" or money.amount is None:
        return _vague(money, quote, mentions, language)
    best: _Found | None = None
    for mention in mentions:
        found = _unless_denied(_by_mention(money, mention, bound_matters), quote[: mention.said_from])
        if found is not None and (best is None or found.standing < best.standing):
            best = found
    return best or _unsaid(money, quote, mentions, language)


_NOT_SO = re.compile(
    r"\b(?:not|isn['’]t|wasn['’]t|rather than|instead of|nicht|kein\w*|statt|pas|"
    r"plutôt que|sino|no|non|não|niet|"
    r"inte|ikke|nie|не)\s+(?:(?:the|a|by|for|de)\s)?$",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|dismiss\w*|ruled out|no plans? to|scrapp\w+|cancel\w+|abandon\w+|reject\w+|refut\w+|"
    r"(?:not|n['’]t|never)\s+(?:\w+\s+){0,3}(?:invest|spend|pay|raise|put|buy)\w*)\b[^.!?;]{0,60}$",
    re.IGNORECASE,
)


def _unless_denied(found: _Found | None, before: str) -> _Found | None:
    """What confirms the sum is only a flag's worth where the words before it take it back."""
    if found is None or found.standing > _Standing.SAYS_NEARLY:
        return found
    if _NOT_SO.search(before[-24:]):
        return _unclear("the quote says that it is not this sum", "negated")
    if _DENIED.search(before[-120:]):
        verdict = found.verdict
        return _Found(
            _Standing.SAYS_NEARLY, Verdict(verdict.outcome, verdict.reason, (*verdict.notes, "denied_nearby"))
        )
    return found


def _by_mention(money: Sum, mention: Mention, bound_matters: bool) -> _Found | None:
    """None if the mention states another sum."""
    if (mention.low, mention.high) != (money.amount, money.top):
        return _by_other_reading(money, mention)
    currency = _currency(money, mention)
    if currency is None or currency.standing is _Standing.UNCLEAR or not bound_matters:
        return currency
    bound = _bound(money.bound, mention)
    if currency.verdict.notes and bound.verdict.outcome is Outcome.CONFIRMED:
        notes = currency.verdict.notes + bound.verdict.notes
        return _Found(_Standing.SAYS_NEARLY, Verdict(Outcome.CONFIRMED, currency.verdict.reason, notes))
    return bound


def _currency(money: Sum, mention: Mention) -> _Found | None:
    if mention.currency is None:
        if mention.counted:
            return _unclear("the quote may count something else than money")
        if money.currency is not None:
            return _unclear(f"the quote prints no currency, so it doesn't say {money.currency}", "currency_missing")
        reason = "the quote prints no currency"
        return _Found(_Standing.SAYS_NEARLY, Verdict(Outcome.CONFIRMED, reason, ("currency_missing",)))
    if money.currency == mention.currency:
        return _Found(_Standing.SAYS_IT, CONFIRMED)
    if money.currency in mention.currencies:
        return _unclear(f"the quote prints a sign that is usually {mention.currency}", "currency_ambiguous")
    return None


def _bound(claimed: Bound, mention: Mention) -> _Found:
    printed = mention.bound
    if claimed == printed:
        return _Found(_Standing.SAYS_IT, CONFIRMED)
    if {claimed, printed} == {"exact", "approx"}:
        return _Found(_Standing.SAYS_NEARLY, Verdict(Outcome.CONFIRMED, "", (f"quote_says_{printed}",)))
    if printed in ("min", "max", "range"):
        return _otherwise(f"the quote says {sum_of(mention)}: its bound is {printed}, not {claimed}")
    return _unclear(f"nothing in the quote says that the bound is {claimed}", "bound_unconfirmed")


def _by_other_reading(money: Sum, mention: Mention) -> _Found | None:
    if money.high is None and money.amount in mention.otherwise:
        return _unclear("the separators of the quote's number can be read in two ways")
    ends = mention.low != mention.high and money.amount in (mention.low, mention.high) and money.high is None
    if ends and mention.apart and (money.currency in mention.currencies):
        return _unclear(f"the quote may give the range {sum_of(mention)}")
    return None


def _unsaid(money: Sum, quote: str, mentions: tuple[Mention, ...], language: str) -> _Found:
    """The quote states no such sum: otherwise, or in a way that code doesn't understand."""
    understood = [m for m in mentions if m.currencies or m.scaled]
    if _left_over(money, quote, understood, language):
        return _unclear("the quote holds the number, but code can't read it as this sum")
    if not understood:
        return _Found(_Standing.SILENT, Verdict(Outcome.UNVERIFIABLE, "the quote states no sum that code can read"))
    ends = {money.amount, money.high}
    if money.high is not None and ends <= {m.low for m in understood}:
        return _unclear("the quote states both ends, but not as a range")
    if has_stray_scale(quote, language, [(m.start, m.end) for m in understood]):
        return _unclear("the quote speaks of money in words that code can't read")
    said = "; ".join(dict.fromkeys(str(sum_of(m)) for m in understood[:4]))
    return _otherwise(f"the quote says {said}, not {money}")


def _left_over(money: Sum, quote: str, understood: list[Mention], language: str) -> bool:
    """Whether the claim's digits stand somewhere that was not understood: outside every mention, or before a word
    that may be a scale that code doesn't know."""
    wanted = {_significant(end) for end in (money.amount, money.high) if end is not None}
    for match in DIGITS.finditer(quote):
        at = next((m for m in understood if m.start <= match.start() < m.end), None)
        if at is not None and (at.scaled or not _WORD_FOLLOWS.match(quote, at.end)):
            continue
        if any(_significant(value) in wanted for value in readings(match.group(), language)):
            return True
    return False


_WORD_FOLLOWS = re.compile(r"[ \u00a0-]?(?!(?:a|an|per|for|to|in|and|or|of|on|each|at|from|by)\b)[^\W\d_]{2,}")


def _significant(value: Decimal) -> str:
    return f"{value:f}".replace(".", "").strip("0")


def _undisclosed(quote: str, mentions: tuple[Mention, ...]) -> _Found:
    stated = [m for m in mentions if m.currencies]
    if is_kept_secret(quote):
        if stated:
            return _unclear(f"the quote says that something is kept secret, and also states {sum_of(stated[0])}")
        return _Found(_Standing.SAYS_IT, CONFIRMED)
    if stated:
        return _otherwise(f"the quote states {sum_of(stated[0])}")
    return _unclear("the quote doesn't say that the sum was withheld")


def _vague(money: Sum, quote: str, mentions: tuple[Mention, ...], language: str) -> _Found:
    stated = [m for m in mentions if m.currencies]
    if not is_vague(quote):
        return (
            _otherwise(f"the quote states {sum_of(stated[0])}") if stated else _unclear("the quote names no vague sum")
        )
    printed = currencies_in(quote, language)
    if money.currency is None or money.currency in printed:
        return _Found(_Standing.SAYS_IT, CONFIRMED)
    if printed:
        return _unclear(f"the quote doesn't name {money.currency}", "currency_ambiguous")
    return _unclear("the quote prints no currency", "currency_missing")


def _unclear(reason: str, *notes: str) -> _Found:
    return _Found(_Standing.UNCLEAR, Verdict(Outcome.UNVERIFIABLE, reason, notes))


def _otherwise(reason: str) -> _Found:
    return _Found(_Standing.SAYS_OTHERWISE, Verdict(Outcome.CONTRADICTED, reason))
