"""Wrong claims made of right ones by machine, and the way that every claim goes: located, then confirmed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any

from pydantic import ValidationError

from summarizer.values import confirm
from summarizer.values.horizon import Horizon
from summarizer.values.kind import Outcome, Reading, Relation
from summarizer.values.money import Money
from summarizer.values.organization import Organization
from summarizer.values.organization_names import relate as relate_organizations
from summarizer.values.person import Person
from summarizer.values.person_matching import relate as relate_persons
from summarizer.values.quotes import Locator
from summarizer.values.region import Region
from summarizer.values.region import relate as relate_regions
from tests.corruption_claims import Case

Changes = Iterator[tuple[str, Mapping[str, Any]]]
"""The name of a corruption, and the fields of the value that it changes."""

_CURRENCIES = ("USD", "EUR", "CNY", "GBP", "JPY", "INR")
_TWO_MEANINGS = re.compile(r"[¥￥円元₹]|Rs|rupee|roupie")  # signs of more than one of these currencies
_REGIONS = ("FR", "MX", "ZA", "NG", "TR", "PE", "CL", "EG")
_STRANGERS = ("Jane Smithers", "Pony Ma", "Tim Cook", "Donald Trump Jr.")
_ROLES = ("chief executive", "president", "principal analyst", "chairman", "technology minister", "general counsel")
_JOINING = (Relation.SAME, Relation.REFINED, Relation.REFINES)
FABRICATED = (
    "the board approved the plan on Tuesday with all votes",
    "a spokesperson confirmed $99 billion over forty years in Iceland",
    "as its chairman put it, the market is open to everybody",
)


@lru_cache(maxsize=64)
def locator(text: str) -> Locator:
    return Locator(text)


def fate(case: Case) -> str:
    """ "lost" (no quote found), "contradicted", "unverifiable", "flagged" (confirmed with a note that a reader sees, or
    with a quote dropped) or "confirmed": through without a flag."""
    found = [locator(case.text).locate(quote) for quote in case.quotes]
    said = [place.text for places in found for place in places]
    if not said:
        return "lost"
    verdict = confirm(case.value, said, Reading(case.language, case.published))
    if verdict.outcome is not Outcome.CONFIRMED:
        return verdict.outcome.value
    return "flagged" if verdict.notes or not all(found) else "confirmed"


def corrupted(cases: Sequence[Case], seed: int) -> Iterator[Case]:
    """Every corruption that fits each case; the same for the same seed."""
    rng = Random(seed)
    for case in cases:
        for how, value in _wrong_values(case, rng):
            yield replace(case, value=value, how=how)
        for how, quotes in _wrong_quotes(case, cases, rng):
            yield replace(case, quotes=quotes, how=how)
        yield from _wrong_texts(case)


def _wrong_values(case: Case, rng: Random) -> Iterator[tuple[str, Any]]:
    if isinstance(case.value, int):
        yield from (("number", wrong) for wrong in (case.value + 1, case.value - 1, case.value * 10))
        return
    for how, changes in _CHANGES[type(case.value)](case, rng):
        try:
            value = type(case.value)(**{**dict(case.value), **changes})
        except ValidationError:
            continue
        if value != case.value:
            yield how, value


# -- money ---------------------------------------------------------------------------------------------------------


def _money(case: Case, rng: Random) -> Changes:
    money: Money = case.value
    if money.amount is None:
        yield "amount made up", {"amount": Decimal(380_000_000_000), "currency": "CNY", "bound": "exact"}
        return
    for how, change in _amounts(money.amount, rng):
        high = change(money.high) if money.high is not None else None
        yield how, {"amount": change(money.amount), "high": high}
    for code in rng.sample(_CURRENCIES, 3):
        if code != money.currency and not _TWO_MEANINGS.search(" ".join(case.quotes)):
            yield "currency", {"currency": code}
    for pair in money.equivalents:
        yield "currencies crossed", {"amount": pair.amount, "equivalents": ()}
        yield "currencies crossed", {"currency": pair.currency, "equivalents": ()}


def _amounts(amount: Decimal, rng: Random) -> Iterator[tuple[str, Callable[[Decimal], Decimal]]]:
    place = rng.randrange(len(_digits(amount)))
    yield "times 10", lambda number: number * 10
    yield "times 1000", lambda number: number * 1000
    yield "by 10", lambda number: number / 10
    yield "by 1000", lambda number: number / 1000
    yield "half dropped", lambda number: number * 2
    yield "a digit", lambda number: _other_digit(number, place)
    yield "digits exchanged", _exchanged


def _digits(amount: Decimal) -> str:
    """The significant digits: "725" of 72,500,000,000."""
    return f"{amount:f}".replace(".", "").strip("0")


def _other_digit(amount: Decimal, place: int) -> Decimal:
    digits = _digits(amount)
    changed = f"{digits[:place]}{int(digits[place : place + 1] or '0') % 9 + 1}{digits[place + 1 :]}"
    return amount / Decimal(digits) * Decimal(changed)


def _exchanged(amount: Decimal) -> Decimal:
    digits = _digits(amount)
    return amount / Decimal(digits) * Decimal(f"{digits[1::-1]}{digits[2:]}")


# -- time and place --------------------------------------------------------------------------------------------------


def _horizon(case: Case, rng: Random) -> Changes:
    horizon: Horizon = case.value
    if horizon.duration and (match := re.fullmatch(r"P(\d+)([YMD])", horizon.duration)):
        number, unit = int(match[1]), match[2]
        other = "M" if unit == "Y" else "Y"
        for wrong in (f"P{number + 1}{unit}", f"P{number * 2}{unit}", f"P{number * 10}{unit}", f"P{number}{other}"):
            yield "duration", {"duration": wrong, "duration_max": None}
    for name, moment in (("start", horizon.start), ("end", horizon.end)):
        for step in (-10, -1, 1, 10) if moment else ():
            yield f"year of the {name}", {name: f"{int((moment or '')[:4]) + step}{(moment or '')[4:]}"}


def _region(case: Case, rng: Random) -> Changes:
    for code in _REGIONS:
        if relate_regions(code, case.value.code) in (Relation.DIFFERS, Relation.REFINES):
            yield "other region", {"code": code, "name": ""}


# -- names -----------------------------------------------------------------------------------------------------------


def _person(case: Case, rng: Random) -> Changes:
    person: Person = case.value
    first, *rest = person.name.split()
    persons = [name for name in (*case.names, *_STRANGERS) if not _one_person(name, person.name)]
    for name in persons:
        yield from (("other person", {"name": name}) for _ in range(not _stands(name, case)))
        mixed = f"{first} {name.split()[-1]}"
        yield from (("names mixed", {"name": mixed}) for _ in range(bool(rest) and not _stands(mixed, case)))
    if rest and not re.search(r"\b(?:Jr|Sr|I+)\b", person.name):
        yield "son for father", {"name": f"{person.name} Jr."}
    if person.role:
        yield from (("other role", {"role": role}) for role in _ROLES if not _one_role(role, person.role))
        for word in ("former", "vice", "incoming", "deputy"):
            yield "role changed", {"role": f"{word} {person.role}"} if word not in person.role else {}
    if person.affiliation:
        companies = [name for name in case.names if name in _companies(case) and not _related(name, person.affiliation)]
        yield from (("other affiliation", {"affiliation": name}) for name in companies)


def _companies(case: Case) -> tuple[str, ...]:
    return case.names[2:] if case.published else tuple(name for name in case.names if len(name.split()) == 1)


def _one_person(name: str, other: str) -> bool:
    return relate_persons(name, other).relation in _JOINING


def _one_role(role: str, other: str) -> bool:
    """Roles that share a word, or that may say one office: not plainly wrong."""
    plain = {"CEO": "chief executive"}.get(other, other).lower().replace("-", " ")
    return bool(set(role.split()) & set(plain.split()))


def _related(name: str, other: str) -> bool:
    return relate_organizations(name, other).relation not in (Relation.DIFFERS, Relation.NOT_COMPARABLE)


def _stands(name: str, case: Case) -> bool:
    return name in " ".join(case.quotes)


def _organization(case: Case, rng: Random) -> Changes:
    name = case.value.name
    for other in (*case.names, "Tencent", "Bank of China", "Siemens Energy"):
        if not _related(other, name) and not _stands(other, case):
            yield "other organisation", {"name": other}
    yield from (("a unit for the whole", {"name": f"{name} {unit}"}) for unit in ("Cloud", "Ventures", "Airlines"))
    parts = name.split()
    if len(parts) > 1 and relate_organizations(parts[0], name).relation is Relation.RELATED:
        yield "the whole for a unit", {"name": parts[0]}


_CHANGES: dict[type, Callable[[Case, Random], Changes]] = {
    Money: _money,
    Horizon: _horizon,
    Region: _region,
    Person: _person,
    Organization: _organization,
}


# -- quotes ----------------------------------------------------------------------------------------------------------


def _wrong_quotes(case: Case, cases: Sequence[Case], rng: Random) -> Iterator[tuple[str, tuple[str, ...]]]:
    quote = case.quotes[0]
    digits = [match.start() for match in re.finditer(r"\d", quote)]
    if digits:
        at = rng.choice(digits)
        yield "digit in the quote", (f"{quote[:at]}{(int(quote[at]) + 1) % 10}{quote[at + 1 :]}",)
    tokens = quote.split(" ")
    if len(tokens) > 2:
        at = rng.randrange(1, len(tokens))
        yield "not inserted in the quote", (" ".join([*tokens[:at], "not", *tokens[at:]]),)
    yield "fabricated quote", (rng.choice(FABRICATED),)
    other = rng.choice(cases)
    if not locator(case.text).locate(other.quotes[0]):
        yield "quote of another article", other.quotes
    elif other.text == case.text and _says_other(case, other):
        yield "quote of another claim", other.quotes


def _says_other(case: Case, other: Case) -> bool:
    """True if the other claim is of another kind, and its words are not this claim's and don't name its value."""
    mine, theirs = case.quotes[0], other.quotes[0]
    apart = mine not in theirs and theirs not in mine and getattr(case.value, "name", "-") not in theirs
    return apart and type(case.value) is not type(other.value)


def _wrong_texts(case: Case) -> Iterator[Case]:
    """The article says something else than the claim: "former chief executive", "not chief executive"."""
    role = case.value.role if isinstance(case.value, Person) else None
    for word in ("former", "not", "vice", "then-") if role else ():
        changed = word + (" " if word[-1] != "-" else "") + str(role)
        quotes = tuple(quote.replace(str(role), changed) for quote in case.quotes)
        if quotes != case.quotes and word not in str(role):
            text = case.text.replace(str(role), changed)
            yield replace(case, text=text, quotes=quotes, how=f"{word} in the article")
