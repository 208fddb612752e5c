"""What one currency is worth in another: the European Central Bank's dated rates, pegs, and what the articles print.

A rate is an interval, since publishers round, convert on different days, and print "about". Where none is known there
is none: an unknown rate is never guessed.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.domain import Article
from summarizer.values.money_reader import Mention, read
from summarizer.values.sums import Sum, interval

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

_PUBLISHERS_ROUND = 0.015  # 15 of 16 equivalents printed in dated articles lie within 1.3 % of the rate of the day
_WINDOW = timedelta(days=7)  # before and after the article's date
_OLDEST = 30  # days that an article may be younger than the last rate
_MONTHLY_MOVE = {"BRL": 0.14, "TRY": 0.30, "ARS": 0.40, "CNY": 0.04, "EUR": 0.055, "INR": 0.03, "RUB": 0.30}
_USUAL_MONTHLY_MOVE = 0.08  # the 99th percentile of what other currencies move against the dollar in 30 days
_PEGS = {
    "SAR": ("USD", 3.75), "AED": ("USD", 3.6725), "QAR": ("USD", 3.64), "OMR": ("USD", 0.3845), "BHD": ("USD", 0.376),
    "JOD": ("USD", 0.709), "XOF": ("EUR", 655.957), "XAF": ("EUR", 655.957), "BGN": ("EUR", 1.95583),
    "BAM": ("EUR", 1.95583), "XPF": ("EUR", 119.3317), "CVE": ("EUR", 110.265), "DJF": ("USD", 177.721),
    "BBD": ("USD", 2.0), "BSD": ("USD", 1.0), "BMD": ("USD", 1.0), "PAB": ("USD", 1.0), "XCD": ("USD", 2.7),
}  # fmt: skip
"""Units for one of the anchor. Policy, not nature: look again every year."""


@dataclass(frozen=True, slots=True)
class PrintedRate:
    """One sum in two currencies as an article prints it: "280 billion yuan ($39 billion)"."""

    first: Sum
    second: Sum
    article: str  # Article.id
    quote: str  # the article's own words

    def __str__(self) -> str:
        return f"{self.first} = {self.second} in {self.article}"


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of a currency lies between `low` and `high` units of another; `source` says who says so."""

    low: float
    high: float
    source: str

    def times(self, other: Rate) -> Rate:
        sources = [s for s in (self.source, other.source) if s]
        return Rate(self.low * other.low, self.high * other.high, " and ".join(dict.fromkeys(sources)))

    @property
    def middle(self) -> float:
        return math.sqrt(self.low * self.high)

    @property
    def inverse(self) -> Rate:
        return Rate(1 / self.high, 1 / self.low, self.source)


_EQUAL = Rate(1.0, 1.0, "")
_LINKED = re.compile(
    r"\s*(?:[(\[（]|,?\s*(?:or|oder|ou|soit|o|ossia|cioè|oftewel|eller|lub|или|即|equivalent to|equal to|worth|"
    r"the equivalent of|which is|i\.e\.|that is|=|≈|das sind|umgerechnet)\b|,?\s*[=≈])"
    r"\s*(?:or|i\.e\.,?|equivalent to|equal to|worth|the equivalent of|which is|das sind|umgerechnet|soit|about)?\s*$",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"\s*(?:[)\]）;,./]|or\b|and\b|at\b|$)")  # not "$5bn (€2bn in cash)"
_FURTHER = re.compile(r"\s*(?:[;,/]|or|and|oder|und|ou|et)\s*(?:or|about)?\s*", re.IGNORECASE)


def linked(text: str, first: Mention, second: Mention) -> bool:
    """Whether the text prints the second sum as another expression of the first: in brackets, after "or"."""
    if not first.currencies or not second.currencies or first.currency == second.currency:
        return False
    link = _LINKED.fullmatch(text, first.end, max(first.end, second.said_from))
    return link is not None and ("(" not in link.group() or bool(_CLOSED.match(text, second.said_to)))


def one_sum(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """The mentions that the text prints as one sum, in pairs: "$1.1bn (€1bn; £850m)" gives two."""
    first: Mention | None = None
    for last, mention in pairwise([m for m in mentions if m.currencies]):
        if linked(text, last, mention):
            first = last
        elif first and not _goes_on(text, last, mention):
            first = None
        if first is not None and mention.currency != first.currency:
            yield first, mention


def _goes_on(text: str, last: Mention, mention: Mention) -> bool:
    return bool(_FURTHER.fullmatch(text, last.end, max(last.end, mention.said_from)))


def printed_rates(article: Article) -> tuple[PrintedRate, ...]:
    """The pairs of sums that the article prints side by side as one, in its order."""
    mentions = read(article.text, article.language)
    found = []
    for first, second in one_sum(article.text, mentions):
        quote = article.text[first.said_from : second.end]
        found.append(PrintedRate(sum_of(first), sum_of(second), article.id, quote))
    return tuple(found)


def sum_of(mention: Mention) -> Sum:
    high = mention.high if mention.high != mention.low else None
    return Sum(amount=mention.low, high=high, currency=mention.currency, bound=mention.bound)


def rate(
    currency: str, base: str, dates: Iterable[date | None] = (), printed: Sequence[PrintedRate] = ()
) -> Rate | None:
    """What one unit of `currency` is worth in `base` at these dates, None if nobody says.

    The central bank's rates come first, then pegs to a currency that it lists, then what the articles print, for any
    amount; a printed pair is carried over to a third currency by the bank's rate.
    """
    days = tuple(sorted({day for day in dates if day is not None}))
    if currency > base:  # one direction is computed, the other is its inverse: a comparison has no first side
        found = rate(base, currency, days, printed)
        return found.inverse if found is not None else None
    known = _official(currency, base, days)
    if known is not None:
        return known
    direct = list(_from_printed(currency, base, printed, ()))
    if not direct and days:
        direct = list(_from_printed(currency, base, printed, days))
    return min(direct, key=lambda r: (r.high / r.low, r.source), default=None)


def _official(currency: str, base: str, days: tuple[date, ...]) -> Rate | None:
    if currency == base:
        return _EQUAL
    (anchor, units), (base_anchor, base_units) = _PEGS.get(currency, (currency, 1.0)), _PEGS.get(base, (base, 1.0))
    factor = base_units / units
    if anchor == base_anchor:
        return Rate(factor * (1 - _PUBLISHERS_ROUND), factor * (1 + _PUBLISHERS_ROUND), "the currency's peg")
    rates = [found for day in days if (found := _central_bank(anchor, base_anchor, day)) is not None]
    if not rates or len(rates) < len(days):
        return None
    pegged = " and a peg" if (currency, base) != (anchor, base_anchor) else ""
    listed = " and ".join(str(day) for day in days)
    low, high = min(low for low, _ in rates), max(high for _, high in rates)
    source = f"the ECB's rate of {listed}{pegged}"
    return Rate(low * factor * (1 - _PUBLISHERS_ROUND), high * factor * (1 + _PUBLISHERS_ROUND), source)


def _from_printed(currency: str, base: str, printed: Sequence[PrintedRate], days: tuple[date, ...]) -> Iterator[Rate]:
    """Rates by way of each printed pair, in either direction; to and from it only by an official rate."""
    for pair in printed:
        ends = interval(pair.first), interval(pair.second)
        if ends[0] is None or ends[1] is None or not pair.first.currency or not pair.second.currency or not ends[0][0]:
            continue
        ratio = Rate(ends[1][0] / ends[0][1], ends[1][1] / ends[0][0], f'"{pair.quote}" in {pair.article}')
        if not ratio.low:
            continue
        for one, other, way in ((pair.first, pair.second, ratio), (pair.second, pair.first, ratio.inverse)):
            to = _official(currency, str(one.currency), days)
            back = _official(str(other.currency), base, days)
            if to is not None and back is not None:
                yield to.times(way).times(back)


@lru_cache(maxsize=4096)
def _central_bank(currency: str, base: str, day: date) -> tuple[float, float] | None:
    """Lowest and highest rate within a week of the day; the last one, widened, where the day is a little younger."""
    bank = _bank()
    last = day
    for code in {currency, base} - {"EUR"}:
        bounds = bank.bounds.get(code)
        if bounds is None or day - _WINDOW < bounds.first_date:
            return None
        last = min(last, bounds.last_date)
    age = (day - last).days
    if age > _OLDEST:
        return None
    end = min(
        day + _WINDOW, *(bank.bounds[code].last_date for code in (currency, base) if code != "EUR"), day + _WINDOW
    )
    span = range((end - min(day - _WINDOW, end)).days + 1)
    rates = [float(bank.convert(1, currency, base, end - timedelta(days=n))) for n in span]
    move = max(_MONTHLY_MOVE.get(code, _USUAL_MONTHLY_MOVE) for code in (currency, base)) if age > 0 else 0.0
    widened = move * math.sqrt(age / _OLDEST)
    return min(rates) * (1 - widened), max(rates) * (1 + widened)


@lru_cache(maxsize=1)
def _bank() -> CurrencyConverter:
    from currency_converter import CurrencyConverter  # noqa: PLC0415  # reads 26 years of rates: 150 ms

    return CurrencyConverter(fallback_on_missing_rate=True)
