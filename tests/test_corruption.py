from __future__ import annotations

from collections import Counter

import pytest

from tests.corruption_claims import SHARED, Case, measured, written
from tests.corruptions import corrupted, fate


def leaks(cases: list[Case], seed: int) -> tuple[int, list[tuple[str, object, str]]]:
    wrong = list(corrupted(cases, seed))
    return len(wrong), [(case.how, case.value, case.quotes[0]) for case in wrong if fate(case) == "confirmed"]


def fates(cases: list[Case]) -> Counter[str]:
    return Counter(fate(case) for case in cases)


def test_no_corrupted_claim_of_a_written_article_gets_through_without_a_flag() -> None:
    count, through = leaks(list(written(seed=20, articles=12)), seed=20)
    assert count >= 1500
    assert through == []


def test_right_claims_of_written_articles_are_confirmed() -> None:
    found = fates(list(written(seed=21, articles=20)))
    assert found["confirmed"] >= 0.95 * found.total()
    assert found["contradicted"] == found["lost"] == 0


def test_every_kind_of_claim_is_corrupted_in_its_own_ways() -> None:
    ways = {(type(case.value).__name__, case.how) for case in corrupted(list(written(seed=22, articles=4)), seed=22)}
    for way in [
        ("Money", "times 10"),
        ("Money", "times 1000"),
        ("Money", "a digit"),
        ("Money", "half dropped"),
        ("Money", "currency"),
        ("Horizon", "duration"),
        ("Region", "other region"),
        ("Person", "names mixed"),
        ("Person", "other role"),
        ("Person", "other affiliation"),
        ("Organization", "a unit for the whole"),
        ("Money", "not inserted in the quote"),
        ("Person", "quote of another article"),
        ("Region", "fabricated quote"),
    ]:
        assert way in ways


@pytest.fixture(scope="module")
def lists() -> list[Case]:
    if not SHARED.exists():
        pytest.skip("the measured articles and lists are not beside this checkout")
    return list(measured())


def test_no_corrupted_claim_of_the_five_articles_and_the_lists_gets_through(lists: list[Case]) -> None:
    count, through = leaks(lists, seed=23)
    assert count >= 5000
    assert through == []


def test_right_claims_of_the_five_articles_and_the_lists_are_confirmed(lists: list[Case]) -> None:
    found = fates(lists)
    assert found["confirmed"] + found["flagged"] >= 0.98 * found.total()
    assert found["confirmed"] >= 0.95 * found.total()
    assert found["contradicted"] == found["lost"] == 0
