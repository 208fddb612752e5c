"""True claims to corrupt: sentences of our own with what they say, and, where the measured lists lie beside the
checkout, their articles and lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from summarizer.values.horizon import Horizon
from summarizer.values.money import Equivalent, Money
from summarizer.values.organization import Organization
from summarizer.values.person import Person
from summarizer.values.region import Region

SHARED = Path(__file__).parents[1].parent / "shared"


@dataclass(frozen=True, slots=True)
class Case:
    """A value with the quotes that a model gives for it, and the article that they are looked for in. `how` is "true"
    or the name of the corruption; `names` are other names of the same article, to swap in."""

    text: str
    value: Any
    quotes: tuple[str, ...]
    how: str = "true"
    language: str = "en"
    published: date | None = None
    names: tuple[str, ...] = ()


PEOPLE = ["Mira Castellane", "Zhao Kaiwen", "Lucía Ibarra", "Henrik Sørby", "Amara Okafor", "Jun Takeda",
          "Robert Ellery", "Nils van der Meer", "Kim Jae-won", "Sheikh Omar bin Rashid"]  # fmt: skip
ROLES = ["chief executive", "CEO", "finance chief", "chairman", "co-founder", "principal analyst", "vice president",
         "managing director", "spokesman", "head of research", "chief technology officer", "former chairman",
         "deputy minister", "general counsel", "senior portfolio manager"]  # fmt: skip
COMPANIES = ["Yuntari", "Orinoco", "Sparrow Pay", "Halden Energy", "Castell Bank", "Vega Systems", "Bank of Oranda"]
TALK = [  # {a} is {r} of {c}, {b} is {s} of {d}
    "“We start now,” said {c}’s {r}, {a}, after a meeting with {b}, {s} of {d}.",
    "{a}, {r} of {c}, and {b}, {s} of {d}, signed the papers.",
    "{c} {r} {a} met {d} {s} {b} on Monday.",
    "{a}, who is {r} of {c}, thanked {b}, the {s} of {d}.",
    "Talks between {d} {s} {b} and {c} {r} {a} failed.",
    "This year {d} named {b} as {s}, while {a} remains {r} of {c}.",
    "{a} ({r}, {c}) and {b} ({s}, {d}) took part.",
    "{a}, a former banker who became {r} of {c} in 2021, praised {d}’s {s}, {b}.",
    "According to {a}, {r} at {c}, the plan of {d} {s} {b} will fail.",
    "{a} – {r} of {c} – and {d} {s} {b} shook hands.",
    "Among the guests were {c} {r} {a}, {d} {s} {b} and others.",
    "{a}, the {r} of {c}, does not agree with {b}, who has been {s} of {d} since May.",
    "{b}, {d}’s {s} and a friend of {c} {r} {a}, paid.",
    "{c} said its {r} {a} will join {b}, {s} of rival {d}.",
]
REGIONS = {
    "Israel": "IL", "Kenya": "KE", "Germany": "DE", "Brazil": "BR", "Vietnam": "VN", "Poland": "PL", "Canada": "CA",
    "Southeast Asia": "035", "Japan": "JP", "the European Union": "EU", "South Korea": "KR", "Norway": "NO",
}  # fmt: skip
CURRENCIES = [("${}", "USD"), ("€{}", "EUR"), ("£{}", "GBP"), ("{} yuan", "CNY"), ("{} Kenyan shillings", "KES")]
SCALES = [(" million", 6), (" billion", 9), (" trillion", 12), ("bn", 9), ("m", 6)]
SPANS = [("over the next {} years", "P{}Y"), ("within {} months", "P{}M"), ("a {}-year plan", "P{}Y")]


def written(seed: int, articles: int) -> Iterator[Case]:
    """Claims of short articles that are put together from the lists above."""
    rng = Random(seed)
    for _ in range(articles):
        yield from _article(rng)


def _article(rng: Random) -> Iterator[Case]:
    investor, other, rival = rng.sample(COMPANIES, 3)
    one, two = rng.sample(sorted(REGIONS), 2)
    printed, money = _money(rng)
    past, earlier = _money(rng)
    span, horizon = _horizon(rng)
    year = rng.randint(2034, 2039)
    plan = f"{investor} will invest {printed} in data centres in {one} and {two} {span}."
    before = f"The company, which competes with {rival}, spent {past} on the last programme and is done by {year}."
    talk, persons = _talk(rng, investor, other)
    values: list[tuple[Any, str]] = [
        (money, plan),
        (earlier, f"spent {past} on the last programme"),
        (horizon, f"in {one} and {two} {span}"),
        (Horizon(end=str(year)), f"is done by {year}"),
        *((Region(code=REGIONS[name]), f"data centres in {one} and {two}") for name in (one, two)),
        *((person, talk) for person in persons),
        (Organization(name=investor), f"{investor} will invest"),
        (Organization(name=rival), f"The company, which competes with {rival}"),
    ]
    names = (*(person.name for person in persons), investor, other, rival)
    text = "\n\n".join([plan, talk, before])
    for value, quote in values:
        yield Case(text, value, (quote,), published=date(2025, 2, 24), names=names)


def _talk(rng: Random, company: str, other: str) -> tuple[str, tuple[Person, Person]]:
    (a, b), (r, s) = rng.sample(PEOPLE, 2), rng.sample(ROLES, 2)
    talk = rng.choice(TALK).format(a=a, b=b, r=r, s=s, c=company, d=other)
    return talk, (Person(name=a, role=r, affiliation=company), Person(name=b, role=s, affiliation=other))


def _money(rng: Random) -> tuple[str, Money]:
    pattern, code = rng.choice(CURRENCIES)
    word, power = rng.choice(SCALES)
    number = Decimal(rng.choice(["1.2", "2", "3.75", "15", "47", "72.5", "380", "6.4", "112"]))
    amount = number.scaleb(power)
    printed = pattern.format(f"{number}{word}")
    kind = rng.randrange(6)
    if kind == 0:
        return f"up to {printed}", Money(amount=amount, currency=code, bound="max")
    if kind == 1:
        return f"about {printed}", Money(amount=amount, currency=code, bound="approx")
    if kind == 2 and code != "USD":
        other = Decimal(rng.choice(["50", "1.3", "8.25"]))
        pair = Equivalent(amount=other.scaleb(9), currency="USD")
        return f"{printed} (${other} billion)", Money(amount=amount, currency=code, equivalents=(pair,))
    if kind == 3:
        return "half a billion dollars", Money(amount=Decimal(500_000_000), currency="USD")
    return printed, Money(amount=amount, currency=code)


def _horizon(rng: Random) -> tuple[str, Horizon]:
    words, iso = rng.choice(SPANS)
    number = rng.choice([2, 3, 4, 5, 6, 7, 8, 9, 18])
    return words.format(number), Horizon(duration=iso.format(number))


def measured() -> Iterator[Case]:
    """Claims of the five articles and the lists; none where they are absent."""
    if (SHARED / "gold" / "seeds.json").exists():
        yield from _gold()
        yield from _lists()


def _load(name: str) -> Any:
    return json.loads((SHARED / name).read_text(encoding="utf-8"))


def _gold() -> Iterator[Case]:
    for file, gold in _load("gold/seeds.json")["articles"].items():
        text = (SHARED / "articles" / file).read_text(encoding="utf-8")
        organizations = [gold["investor"], *gold["investor"]["units"], *gold["competitors"]]
        names = tuple(row["name"] for row in [*gold["people"], *organizations])
        for value, quotes in _gold_values(gold, organizations):
            yield Case(text, value, quotes, names=names)


def _gold_values(gold: Any, organizations: list[Any]) -> Iterator[tuple[Any, tuple[str, ...]]]:
    for row in [gold["investment"], *gold["other_money"]]:
        for said in (row, *row.get("stated_equivalents", [])):
            yield _gold_money(said), _quotes(said)
    if gold["horizon"]["duration"]:
        yield Horizon(duration=gold["horizon"]["duration"]), _quotes(gold["horizon"])
    for row in [*gold["regions"], *gold.get("other_regions", [])]:
        yield Region(code=row["code"]), _quotes(row)
    yield from (_gold_person(row) for row in gold["people"])
    named = [row for row in organizations if row["name"].split()[0] in " ".join(_quotes(row))]
    yield from ((Organization(name=row["name"]), _quotes(row)) for row in named)
    yield from ((row["value"], _quotes(row)) for row in gold["counts"])


def _gold_money(said: Any) -> Money:
    if said["amount"] is None:
        return Money(bound="undisclosed")
    return Money(amount=Decimal(said["amount"]), currency=said["currency"], bound=said["bound"])


def _gold_person(row: Any) -> tuple[Person, tuple[str, ...]]:
    quotes = _quotes(row)
    here = row["affiliation"] if row["affiliation"] in " ".join(quotes) else None
    return Person(name=row["name"], role=row["role"], affiliation=here), quotes


def _quotes(row: Any) -> tuple[str, ...]:
    return tuple(quote["quote"] for quote in row["quotes"])


def _lists() -> Iterator[Case]:
    for row in _load("values/money.json"):
        yield from (_listed_case(row, _listed(said)) for said in row["expect"])
    for row in _load("values/horizon.json"):
        yield from (_listed_case(row, value) for value in _horizons(row["expect"] or {}))
    for row in _load("values/regions.json"):
        yield from (_listed_case(row, Region(code=code)) for code in row["codes"])
    for row in _load("values/persons.json"):
        yield from (_named(Person(name=row[key])) for key in ("a", "b"))
    for row in _load("values/orgs.json"):
        yield from (_named(Organization(name=row[key])) for key in ("a", "b"))


def _listed_case(row: Any, value: Any) -> Case:
    published = date.fromisoformat(row["ref"]) if "ref" in row else None
    return Case(row["text"], value, (row["text"],), language=row["lang"], published=published)


def _named(value: Person | Organization) -> Case:
    text = f"The report names {value.name}, among others."
    return Case(text, value, (text,))


def _listed(said: Any) -> Money:
    high = Decimal(said["high"]) if said["bound"] == "range" else None
    return Money(amount=Decimal(said["low"]), high=high, currency=said["currency"], bound=said["bound"])


def _horizons(said: dict[str, str]) -> Iterator[Horizon]:
    """The printed part: what is counted from the article's day is another form of the same words."""
    if "duration" in said:
        yield Horizon(duration=said["duration"], duration_max=said.get("duration_max"))
    elif "start" in said or "end" in said:
        yield Horizon(start=said.get("start"), end=said.get("end"))
