"""Reprinted and rewritten texts, and how many sources a fact has."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.domain import Article, Claim, Quote
from summarizer.stories.copies import Copies
from summarizer.stories.grouping import group
from tests.stories.news import news, of

WIRE = (
    "The port of Marrak will close for nine days while divers remove the wreck of a dredger that sank last week, the "
    "harbour office said on Friday. Forty ships are waiting in the roads and fuel in the capital is running short. "
    "Harbour master Selma Lind promised that hospitals would be supplied by rail from Brimley. The dredger's owner, "
    "Halvorsen Marine, refused to say whether its crew had been warned of the storm that drove the vessel on to the "
    "breakwater. Insurers put the damage at 48 million euros and expect the bill to grow."
)
OWN = (
    "Our reporter counted eleven lorries at the depot in Velisa, where drivers sleep in their cabins. Baker Otto Renn "
    "has flour until Tuesday and no longer sells more than two loaves to a customer. A spokeswoman for the army would "
    "not rule out that soldiers unload the ships, an operation that unions of dockers have opposed since 1987. Fishing "
    "boats carry some goods ashore by night, for which their skippers ask 300 euros a pallet."
)
FIRST = Article("first", WIRE, published=date(2026, 3, 6))
HALF = Article("half", f"{OWN} {WIRE}", published=date(2026, 3, 7))


def claim(article: Article, words: str) -> Claim[Any]:
    start = article.text.index(words)
    quote = Quote(words, start, start + len(words))
    return Claim(article.id, "fact", words, (quote,), "quoted")


def test_a_reprint_repeats_the_text_that_came_first() -> None:
    reprint = replace(FIRST, id="a reprint", published=date(2026, 3, 8))
    assert group([FIRST, reprint]).copies.copy_of == {"a reprint": "first"}


def test_a_wire_text_is_found_though_it_is_half_of_another_article() -> None:
    assert group([FIRST, HALF]).copies.copy_of == {"half": "first"}


def test_copies_of_copies_all_point_at_the_first() -> None:
    others = [replace(FIRST, id=f"copy {n}", published=date(2026, 3, 7 + n)) for n in range(4)]
    assert set(group([FIRST, HALF, *others]).copies.copy_of.values()) == {"first"}


def test_a_fact_of_the_shared_text_has_one_source_and_an_own_fact_counts_for_itself() -> None:
    copies = group([FIRST, HALF]).copies
    assert copies.sources([claim(FIRST, "48 million euros"), claim(HALF, "48 million euros")]) == (("first", "half"),)
    assert copies.sources([claim(FIRST, "Forty ships"), claim(HALF, "300 euros a pallet")]) == (("first",), ("half",))


def test_a_sentence_that_was_lightly_rewritten_is_still_one_source() -> None:
    rewritten = WIRE.replace(
        "promised that hospitals would be supplied by rail", "said hospitals will be supplied by rail"
    )
    other = Article("other", f"{OWN} {rewritten}", published=date(2026, 3, 7))
    copies = group([FIRST, other]).copies
    assert copies.sources([claim(FIRST, "promised"), claim(other, "said hospitals")]) == (("first", "other"),)


def test_reports_in_own_words_are_independent() -> None:
    articles = of("quake / sorrel-strait")
    assert group(articles).copies.copy_of == {}
    first, second = articles[0], articles[1]
    assert len(group(articles).copies.sources([claim(first, "7.1"), claim(second, "7.1")])) == 2


def test_no_two_articles_of_the_invented_news_are_copies() -> None:
    assert group(news()).copies.copy_of == {}


def test_the_real_wire_text_is_one_source_for_most_facts(real_articles: list[Article]) -> None:
    israel, hubs, plan, shillings, undisclosed = real_articles
    copies = group(real_articles).copies
    assert copies.copy_of == {"001": "000"}
    one = (("000", "001"),)
    assert copies.sources([claim(israel, "$15 billion"), claim(hubs, "invest $15 billion")]) == one
    assert copies.sources([claim(israel, "Jeff Zhang"), claim(hubs, "Jeff Zhang")]) == one
    assert copies.sources([claim(israel, "Russia"), claim(hubs, "Russia")]) == one
    assert len(copies.sources([claim(israel, "two billion customers"), claim(hubs, "Telenor")])) == 2
    money = [claim(plan, "380 billion yuan"), claim(shillings, "$50 billion"), claim(undisclosed, "three years")]
    assert len(copies.sources(money)) == 3


def test_claims_without_a_quote_follow_their_articles() -> None:
    unquoted = [Claim(i, "fact", 1, (), "quoted") for i in ("half", "first")]
    assert group([FIRST, HALF]).copies.sources(unquoted) == (("first", "half"),)
    assert Copies().sources(unquoted) == (("first",), ("half",))


@settings(max_examples=20, deadline=None)
@given(st.permutations([claim(FIRST, "Forty ships"), claim(HALF, "Forty ships"), claim(HALF, "Otto Renn")]))
def test_the_order_of_claims_changes_no_source(claims: list[Claim[Any]]) -> None:
    assert group([FIRST, HALF]).copies.sources(claims) == (("first", "half"),)
