"""Extracted values as signals for and against one event."""

from __future__ import annotations

from datetime import date

from summarizer.domain import Claim, Extraction
from summarizer.stories.evidence import evidence, single_paths
from summarizer.values.kind import Setting
from summarizer.values.organization import Organization


def extraction(article: str, *values: tuple[str, object]) -> Extraction:
    return Extraction(article, tuple(Claim(article, path, value, (), "quoted") for path, value in values))


def compared(one: Extraction, other: Extraction) -> tuple[float, float]:
    """What 0.4 becomes, with times that agree and with times far apart."""
    found = evidence(one, other, Setting(), single_paths([one, other]))
    return found.weigh(0.4, far=False), found.weigh(0.4, far=True)


def test_a_companys_name_alone_brings_no_articles_together() -> None:
    one = extraction("a", ("investor", Organization(name="Zhenhai")))
    other = extraction("b", ("investor", Organization(name="Zhenhai")))
    assert compared(one, other) == (0.4, 0.4)


def test_a_name_and_a_date_that_agree_bring_articles_together() -> None:
    one = extraction("a", ("investor", Organization(name="Zhenhai")), ("on", date(2025, 2, 20)))
    other = extraction("b", ("investor", Organization(name="Zhenhai")), ("on", date(2025, 2, 21)))
    assert compared(one, other)[0] > 0.45


def test_another_actor_weighs_more_against_one_event_than_another_date() -> None:
    one = extraction("a", ("investor", Organization(name="Zhenhai")))
    other = extraction("b", ("investor", Organization(name="Orbis Systems")))
    dates = compared(extraction("a", ("on", date(2017, 1, 1))), extraction("b", ("on", date(2025, 1, 1))))
    assert compared(one, other)[0] < dates[0] < 0.4


def test_a_conflict_weighs_more_where_the_times_are_far_apart() -> None:
    near, far = compared(extraction("a", ("on", date(2017, 1, 1))), extraction("b", ("on", date(2025, 1, 1))))
    assert far < near


def test_lists_that_hold_different_items_do_not_differ() -> None:
    one = extraction("a", ("rivals", Organization(name="Teravault")), ("rivals", Organization(name="Lumenstack")))
    other = extraction("b", ("rivals", Organization(name="Orbis Systems")))
    assert compared(one, other) == (0.4, 0.4)
