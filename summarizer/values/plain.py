"""The ordinary types of a user's schema: dates, numbers, enumerations, booleans and text.

A percentage is the number before its sign: "12%" says 12, never 0.12, as nothing in a field's type says that a
fraction is meant. A value that only the model's judgement can give (a boolean, free text in other words) is
unverifiable, so that its claim is honestly `quoted`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum

from summarizer.values import numbers, text_words
from summarizer.values.kind import CONFIRMED, UNVERIFIABLE, Comparison, Outcome, Reading, Relation, Setting, Verdict
from summarizer.values.moments import covers, window
from summarizer.values.shares import said_in_words
from summarizer.values.time_reading import LIMIT as TIME_LIMIT
from summarizer.values.time_reading import read as read_times

_ISO = re.compile(r"[12]\d{3}(?:-\d\d(?:-\d\d)?)?")
_FALL = re.compile(
    r"(?<!\w)(?:fell|fall(?:s|en|ing)?|drop(?:s|ped|ping)?|declin\w+|decreas\w+|down|lost|loss(?:es)?|shr[aiu]nk\w*|cut|"
    r"plung\w+|slump\w*|slid|negative|minus|lower|gesunken|sank|gefallen|rückgang|baiss\w+|recul\w*|chut\w+|cay\w+|"
    r"baj\w+|descend\w+|cal[oaò]\w*|ca[iu]\w*|daal\w+)(?!\w)", re.I)  # fmt: skip


def confirm(value: object, quotes: Sequence[str], reading: Reading) -> Verdict:
    """Whether the quotes say a value of an ordinary type; unverifiable for a type that code knows nothing of."""
    if isinstance(value, bool):
        return Verdict(Outcome.UNVERIFIABLE, "true or false is for a reader to judge")
    if isinstance(value, Enum):
        return _member(value, quotes, reading)
    if isinstance(value, (datetime, date)):
        return _day(value, quotes, reading)
    if isinstance(value, (int, float, Decimal)):
        return _number(value, quotes, reading)
    if isinstance(value, str):
        return _text(value, quotes, reading)
    return UNVERIFIABLE


# -- dates ---------------------------------------------------------------------------------------------------------


def _day(value: date, quotes: Sequence[str], reading: Reading) -> Verdict:
    moment = value.strftime("%Y-%m-%d") if 1000 <= value.year < 3000 else ""
    clock = value.time() if isinstance(value, datetime) else time()
    verdict = _date(moment, quotes, reading) if moment else UNVERIFIABLE
    if clock == time() or verdict.outcome is not Outcome.CONFIRMED:
        return verdict
    hours = {f"{clock:%H:%M}", f"{clock.hour}:{clock:%M}", f"{clock.hour % 12 or 12}:{clock:%M}", f"{clock:%H.%M}"}
    if any(text_words.holds(quote, hour) for quote in quotes for hour in hours):
        return verdict
    return Verdict(Outcome.UNVERIFIABLE, f"the quote doesn't state the hour {clock:%H:%M}")


def _date(moment: str, quotes: Sequence[str], reading: Reading) -> Verdict:
    """`moment` is an ISO date of any precision; a coarser one is confirmed by a finer one."""
    wanted = window(moment)
    said: list[str] = []
    sure = True
    for quote in quotes:
        times = read_times(quote, reading.published, reading.language)
        sure = sure and times.complete and len(quote) <= TIME_LIMIT
        for item in times.found:
            bounds = {bound for bound in (item.start, item.end) if bound and item.role != "lasts"}
            if any(covers(wanted, window(bound)) for bound in bounds) and not item.loose:
                return Verdict(Outcome.CONFIRMED, "", ("year_assumed",) if item.assumed else ())
            near = any(covers(window(bound), wanted) for bound in bounds)
            sure = sure and not (near or item.loose or item.assumed)
            said += sorted(bounds)
    if not said:
        return Verdict(Outcome.UNVERIFIABLE, f"the quote states no date such as {moment}")
    outcome = Outcome.CONTRADICTED if sure else Outcome.UNVERIFIABLE
    return Verdict(outcome, f"the quote says {', '.join(said[:3])}, not {moment}")


# -- numbers -------------------------------------------------------------------------------------------------------


def _number(value: int | float | Decimal, quotes: Sequence[str], reading: Reading) -> Verdict:
    wanted = _decimal(value)
    if wanted is None:
        return UNVERIFIABLE
    found: list[numbers.Number] = []
    sure = True
    for quote in quotes:
        read = numbers.read(quote, reading.language)
        sure = sure and read.complete
        for number in read.found:
            if _says(number, wanted, quote):
                return CONFIRMED
            found.append(number)
    counts = [number for number in found if not number.year]
    if not counts:
        return Verdict(Outcome.UNVERIFIABLE, f"the quote states no number such as {value}")
    if any(said_in_words(wanted, quote) for quote in quotes):
        return Verdict(Outcome.UNVERIFIABLE, f"the quote says {value} in words at most", ("inferred",))
    said = ", ".join(f"{number.value:f}{'%' * number.percent}"[:40] for number in counts[:4])
    near = any(_rounds(number.value, wanted) or _figure(number.value) == _figure(wanted) for number in found)
    outcome = Outcome.CONTRADICTED if sure and not near else Outcome.UNVERIFIABLE
    return Verdict(outcome, f"the quote says {said}, not {str(value)[:40]}")


def _figure(value: Decimal) -> tuple[int, ...]:
    """The digits without sign and scale: a field may count in billions, or count a fall as positive."""
    return value.normalize().as_tuple().digits


def _decimal(value: int | float | Decimal) -> Decimal | None:
    if isinstance(value, int) and abs(value) >= 10**40:
        return None  # longer than any number that is read
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    return exact if exact.is_finite() else None


def _says(number: numbers.Number, wanted: Decimal, quote: str) -> bool:
    """A bare year is no count; "fell 5%" is -5, and never 5."""
    if number.year:
        return False
    falls = number.percent and number.value > 0 and _FALL.search(quote[:2000])
    return number.value == (-wanted if falls else wanted)


def _rounds(one: Decimal, other: Decimal) -> bool:
    """Whether one is the other, rounded to fewer digits."""
    return one != other and (_rounded(one, other) or _rounded(other, one))


def _rounded(fine: Decimal, coarse: Decimal) -> bool:
    """Whether `coarse` is `fine` after rounding to the last digit of `coarse` that isn't 0."""
    if not coarse or not fine:
        return False
    exponent = coarse.normalize().as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > 60 or abs(fine.adjusted() - coarse.adjusted()) > 1:
        return False
    if len(fine.normalize().as_tuple().digits) <= len(coarse.normalize().as_tuple().digits):
        return False
    return abs(fine - coarse) * 2 <= Decimal(1).scaleb(exponent)


# -- enumerations and text -----------------------------------------------------------------------------------------


def _member(value: Enum, quotes: Sequence[str], reading: Reading) -> Verdict:
    names = {value.name.replace("_", " ")}
    if isinstance(value.value, str):
        names |= {value.value, value.value.replace("_", " ").replace("-", " ")}
    for quote in quotes:
        if any(text_words.holds(quote, name) for name in names):
            if text_words.negations(quote, reading.language):
                return Verdict(Outcome.UNVERIFIABLE, "the quote has a negation")
            return CONFIRMED
    return Verdict(Outcome.UNVERIFIABLE, f"the quote doesn't hold the word {value.name.lower()!r}")


def _text(value: str, quotes: Sequence[str], reading: Reading) -> Verdict:
    if not value.strip():
        return UNVERIFIABLE
    moment = _moment(value)
    if moment:
        verdict = _date(moment, quotes, reading)
        if verdict.outcome is not Outcome.UNVERIFIABLE:
            return verdict
    verdicts: list[Verdict] = []
    for quote in quotes:
        verdicts.append(_said(value, quote, reading.language))
        if verdicts[-1].outcome is Outcome.CONFIRMED:
            return verdicts[-1]
    if len(verdicts) == 1:
        return verdicts[0]
    return _said(value, "\n".join(quotes), reading.language) if quotes else UNVERIFIABLE


def _moment(text: str) -> str | None:
    if not _ISO.fullmatch(text.strip()) or len(text.strip()) == 4:
        return None
    try:
        window(text.strip())
    except ValueError:
        return None
    return text.strip()


def _said(value: str, quote: str, language: str) -> Verdict:
    if text_words.holds(quote, value):
        return _unless_denied(value, quote, language)
    extra = text_words.figures(value, language) - text_words.figures(quote, language)
    if extra:
        return Verdict(Outcome.CONTRADICTED, f"the quote doesn't hold the number {min(extra)[:40]}")
    mine, theirs = text_words.negations(value, language), text_words.negations(quote, language)
    wanted = text_words.content(value)
    covered = bool(wanted) and wanted <= text_words.content(quote)
    if mine and not theirs:
        return Verdict(Outcome.CONTRADICTED, "the value denies what the quote doesn't deny")
    if theirs > mine and covered:
        return Verdict(Outcome.CONTRADICTED, "the quote denies it, the value doesn't")
    return CONFIRMED if covered else Verdict(Outcome.UNVERIFIABLE, "the value is in other words than the quote's")


def _unless_denied(value: str, quote: str, language: str) -> Verdict:
    """A text that stands in the quote beside a "not" that it leaves out may mean the opposite."""
    small, part = text_words.plain(quote), text_words.plain(value).strip(" .,;:!?\"'")
    before = small[: small.find(part)][-30:]
    near = re.split(r"[.;:!?,]", before)[-1]
    if text_words.negations(near, language):
        return Verdict(Outcome.UNVERIFIABLE, "the quote has a negation just before it")
    return CONFIRMED


# -- compare -------------------------------------------------------------------------------------------------------


def compare(one: object, other: object, setting: Setting) -> Comparison:
    """Two values of ordinary types; free text in other words is not comparable, never a conflict."""
    if isinstance(one, (bool, Enum)) or isinstance(other, (bool, Enum)):
        same = type(one) is type(other) and one == other
        return (
            Comparison(Relation.SAME)
            if same
            else Comparison(Relation.DIFFERS, f"{_shown(one)} against {_shown(other)}")
        )
    if isinstance(one, date) and isinstance(other, date):
        return _compare_days(one, other)
    if isinstance(one, (int, float, Decimal)) and isinstance(other, (int, float, Decimal)):
        return _compare_numbers(one, other)
    if isinstance(one, str) and isinstance(other, str):
        return _compare_texts(one, other)
    if type(one) is not type(other):
        return Comparison(Relation.NOT_COMPARABLE, "values of different kinds")
    if one == other:
        return Comparison(Relation.SAME)
    lengths = isinstance(one, (time, timedelta))
    return Comparison(
        Relation.DIFFERS if lengths else Relation.NOT_COMPARABLE, f"{_shown(one)} against {_shown(other)}"
    )


def _shown(value: object) -> str:
    return str(value.value if isinstance(value, Enum) else value)[:60]


def _compare_days(one: date, other: date) -> Comparison:
    first = one.date() if isinstance(one, datetime) else one
    second = other.date() if isinstance(other, datetime) else other
    if first != second:
        return Comparison(Relation.DIFFERS, f"{first} against {second}")
    clocks = [value.time() if isinstance(value, datetime) else time() for value in (one, other)]
    if clocks[0] == clocks[1]:
        return Comparison(Relation.SAME)
    if time() in clocks:
        return Comparison(Relation.REFINES if clocks[1] == time() else Relation.REFINED, "one states the hour")
    return Comparison(Relation.DIFFERS, f"{clocks[0]:%H:%M} against {clocks[1]:%H:%M}")


def _compare_numbers(one: int | float | Decimal, other: int | float | Decimal) -> Comparison:
    mine, theirs = _decimal(one), _decimal(other)
    if mine is None or theirs is None:
        return Comparison(Relation.NOT_COMPARABLE, "not a number that can be compared")
    if mine == theirs:
        return Comparison(Relation.SAME)
    reason = f"{one} against {other}"
    if _rounded(mine, theirs):
        return Comparison(Relation.REFINES, reason)
    if _rounded(theirs, mine):
        return Comparison(Relation.REFINED, reason)
    return Comparison(Relation.DIFFERS, reason)


def _compare_texts(one: str, other: str) -> Comparison:
    first, second = _moment(one), _moment(other)
    if first and second:
        return _compare_moments(first, second)
    if text_words.plain(one) == text_words.plain(other):
        return Comparison(Relation.SAME)
    mine, theirs = text_words.content(one), text_words.content(other)
    denied = text_words.negations(one, "en") != text_words.negations(other, "en")
    if not mine or not theirs or denied:
        return Comparison(Relation.NOT_COMPARABLE, "free text in other words")
    if mine == theirs:
        return Comparison(Relation.SAME)
    if theirs < mine:
        return Comparison(Relation.REFINES)
    return (
        Comparison(Relation.REFINED)
        if mine < theirs
        else Comparison(Relation.NOT_COMPARABLE, "free text in other words")
    )


def _compare_moments(one: str, other: str) -> Comparison:
    mine, theirs = window(one), window(other)
    if mine == theirs:
        return Comparison(Relation.SAME)
    if covers(theirs, mine):
        return Comparison(Relation.REFINES, f"{one} against {other}")
    relation = Relation.REFINED if covers(mine, theirs) else Relation.DIFFERS
    return Comparison(relation, f"{one} against {other}")
