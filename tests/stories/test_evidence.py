"""Extracted values as signals for and against one event."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations

from summarizer.domain import Article, Claim, Extraction
from summarizer.stories.evidence import evidence, single_paths
from summarizer.stories.grouping import group
from summarizer.values.horizon import Horizon
from summarizer.values.kind import Setting
from summarizer.values.money import Equivalent, Money
from summarizer.values.organization import Organization
from summarizer.values.person import Person
from tests.stories.news import grouped


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


def of_the_real_articles() -> dict[str, Extraction]:
    """Who, how much, over what time and with whom, as the five real articles say it."""
    alibaba, over_three_years = ("investor", Organization(name="Alibaba")), ("horizon", Horizon.parse("P3Y"))
    yuan = Money(
        amount=Decimal("380e9"), currency="CNY", equivalents=(Equivalent(amount=Decimal("50e9"), currency="EUR"),)
    )
    dollars = Money(amount=Decimal("50e9"), currency="USD")
    hubs = Money(amount=Decimal("15e9"), currency="USD")
    zhang, wu, ma = (("people", Person(name=name)) for name in ("Jeff Zhang", "Eddie Wu", "Jack Ma"))
    amazon, deepseek = (("competitors", Organization(name=name)) for name in ("Amazon", "DeepSeek"))
    microsoft = ("competitors", Organization(name="Microsoft"))
    return {
        "000": extraction("000", alibaba, ("amount", hubs), zhang, amazon),
        "001": extraction("001", alibaba, ("amount", hubs), zhang, amazon),
        "002": extraction("002", alibaba, ("amount", yuan), over_three_years, ma, amazon, microsoft),
        "003": extraction("003", alibaba, ("amount", dollars), over_three_years, wu, ma),
        "004": extraction("004", alibaba, ("amount", Money(bound="undisclosed")), over_three_years, wu, ma, deepseek),
    }


def test_the_real_articles_are_two_stories_with_their_values_too(real_articles: list[Article]) -> None:
    for size in range(2, 6):
        for few in combinations(real_articles, size):
            ids = [article.id for article in few]
            parts = tuple(i for i in ids if i < "002"), tuple(i for i in ids if i >= "002")
            assert grouped(group(few, of_the_real_articles()).stories) == {part for part in parts if part}


def test_an_article_that_withholds_the_sum_joins_by_who_and_how_long() -> None:
    values = of_the_real_articles()
    found = evidence(values["003"], values["004"], Setting(), single_paths(values.values()))
    assert found.agreeing == ("horizon", "investor", "people")
    assert found.differing == ()
    assert found.weigh(0.1, far=False) > 0.25


def test_the_same_investor_with_another_sum_is_kept_further_apart() -> None:
    values = of_the_real_articles()
    found = evidence(values["000"], values["003"], Setting(), single_paths(values.values()))
    assert found.differing == ("amount",)
    assert found.weigh(0.3, far=True) < found.weigh(0.3, far=False) < 0.3
