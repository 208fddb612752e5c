"""How long the verification of one article's fifteen claims takes, and that hostile input can't make it long.

    python -m benchmarks.verification

A claim's way: its quote is located in the article, its value confirmed by the article's words. Times are the best and
the median of several runs, in milliseconds; "first" is the very first article of a process, with all tables loaded.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from summarizer.values import confirm
from summarizer.values.horizon import Horizon
from summarizer.values.kind import Reading
from summarizer.values.money import Money
from summarizer.values.organization import Organization
from summarizer.values.person import Person
from summarizer.values.quotes import Locator
from summarizer.values.region import Region
from tests.corruption_claims import Case, written

READING = Reading("en", date(2025, 2, 24))
FILLER = "Analysts had expected less, and the shares of the sector rose a little on the day of the report. "


def fifteen() -> tuple[str, list[Case]]:
    """The claims of one and a half written articles, in one text."""
    cases = list(written(seed=1, articles=2))
    text = "\n\n".join(dict.fromkeys(case.text for case in cases))
    return text, cases[:15]


def verify(text: str, cases: list[Case]) -> int:
    """As a run does it for one article; the number of claims confirmed."""
    locator = Locator(text)
    confirmed = 0
    for case in cases:
        said = [place.text for quote in case.quotes for place in locator.locate(quote)]
        confirmed += confirm(case.value, said, READING).outcome == "confirmed"
    return confirmed


def typographic(cases: list[Case]) -> list[Case]:
    """The quotes as models give them: straight marks, doubled spaces."""
    return [
        Case(case.text, case.value, tuple(q.replace("’", "'").replace(" in ", "  in ") for q in case.quotes))
        for case in cases
    ]


def timed(call: Callable[[], object], runs: int) -> tuple[float, float]:
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        call()
        times.append((time.perf_counter() - started) * 1000)
    return min(times), statistics.median(times)


def sizes() -> None:
    text, cases = fifteen()
    first, _ = timed(lambda: verify(text, cases), 1)
    print(f"first article of the process: {first:.0f} ms")
    for name, size in (("5 KB", 5_000), ("200 KB", 200_000)):
        long = text + "\n\n" + FILLER * ((size - len(text)) // len(FILLER))
        for how, asked in (("exact quotes", cases), ("other typography", typographic(cases))):
            found = verify(long, asked)
            best, median = timed(lambda: verify(long, asked), 15)  # noqa: B023  called before the next turn
            print(f"{name:7} {how:17} 15 claims, {found} confirmed: best {best:7.2f} ms, median {median:7.2f} ms")


def hostile() -> None:
    """One located and confirmed claim each; nothing may raise, and seconds are too long."""
    text, cases = fifteen()
    person = Person(name="Jack Ma", role="co-founder", affiliation="Alibaba")
    inputs: list[tuple[str, str, str]] = [
        ("5 MB article", FILLER * 52_000 + text, cases[0].quotes[0]),
        ("5 MB article, no such quote", FILLER * 52_000, cases[0].quotes[0]),
        ("100 KB quote", FILLER * 1100, FILLER * 1040),
        ("100 KB of names", "Jack Ma, " * 12_000, "Jack Ma, " * 11_000),
        ("100 KB of one name", "Jack " * 20_000, "Jack " * 20_000),
        ("100 KB without spaces", "J" * 100_000, "J" * 100_000),
        ("10,000 digits", "$" + "9" * 10_000 + " billion", "$" + "9" * 10_000 + " billion"),
        ("combining characters", "Jack Ma" + "\u0301" * 50_000, "Jack Ma" + "\u0301" * 50_000),
        ("right to left", "قال جاك ما " * 5_000, "قال جاك ما " * 5_000),
        ("Chinese", "马云表示" * 20_000, "马云表示" * 20_000),
        ("commas and brackets", "(,Jack),(Ma)," * 8_000, "(,Jack),(Ma)," * 8_000),
    ]
    values = [
        Money(amount=Decimal(15_000_000_000), currency="USD"),
        Horizon(duration="P3Y"),
        Region(code="CN"),
        person,
        Organization(name="Alibaba Group"),
    ]
    for name, article, quote in inputs:
        started = time.perf_counter()
        said = [place.text for place in Locator(article).locate(quote)]
        located = time.perf_counter() - started
        spent = {}
        for value in values:
            started = time.perf_counter()
            confirm(value, said or [quote], READING)
            spent[type(value).__name__] = time.perf_counter() - started
        slow = " ".join(f"{kind} {seconds * 1000:.0f}" for kind, seconds in spent.items())
        print(f"{name:28} located {'yes' if said else 'no':3} {located * 1000:8.0f} ms   confirm, ms: {slow}")


if __name__ == "__main__":
    sizes()
    hostile()
