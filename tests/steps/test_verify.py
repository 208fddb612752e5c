"""What an article says becomes a claim; what it doesn't say, a doubt with a reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.domain import Article
from summarizer.plan import Answered, plan_for
from summarizer.steps.verify import Checked, verify
from summarizer.values.money import Money
from summarizer.values.quotes import Locator


class Deal(BaseModel):
    price: Money | None
    buyers: list[str]
    signed: date | None
    friendly: bool | None


TEXT = (
    "Acme buys Bolt “for good” – at last.\nAcme Corp. said on 3 March 2025 that it would pay $12 million for Bolt, "
    "its old rival. Bolt had sold $2 million worth of screws."
)
ARTICLE = Article("a", TEXT)


def checked(path: str, value: Any, *quotes: str) -> Checked:
    return verify(ARTICLE, Locator(TEXT), plan_for(Deal), [Answered(path, value, quotes)])


def test_a_value_that_its_quote_says_is_verified_with_the_articles_own_words() -> None:
    (claim,) = checked("price", "12 million USD", "it would pay $12 million for Bolt").claims
    (quote,) = claim.quotes
    assert (str(claim.value), claim.status) == ("12 million USD", "verified")
    assert TEXT[quote.start : quote.end] == quote.text == "it would pay $12 million for Bolt"


def test_the_digest_gets_the_articles_typography_not_the_models() -> None:
    (claim,) = checked("buyers", "Acme", 'Acme  buys Bolt "for good" - at last').claims
    assert claim.quotes[0].text == "Acme buys Bolt “for good” – at last"


def test_a_value_that_code_cant_read_is_quoted_never_verified() -> None:
    (claim,) = checked("friendly", True, "its old rival").claims
    assert (claim.value, claim.status) == (True, "quoted")


@pytest.mark.parametrize(
    ("path", "value", "quotes", "words"),
    [
        ("price", "15 million USD", ["it would pay $12 million for Bolt"], "12"),
        ("price", "12 billion USD", ["it would pay $12 million for Bolt"], "12"),
        ("price", "12 million EUR", ["it would pay $12 million for Bolt"], ""),
        ("price", "12 million USD", ["it would pay $15 million for Bolt"], "not in the article"),
        ("price", "12 million USD", [], "no quote"),
        ("price", "a fortune", ["it would pay $12 million for Bolt"], "can't be read"),
        ("signed", "2025-03-04", ["Acme Corp. said on 3 March 2025"], ""),
        ("signed", "soon", ["Acme Corp. said on 3 March 2025"], "can't be read"),
    ],
)
def test_what_the_article_does_not_say_is_a_doubt_that_says_why(
    path: str, value: Any, quotes: list[str], words: str
) -> None:
    found = checked(path, value, *quotes)
    assert found.claims == ()
    (doubt,) = found.doubts
    assert words in doubt.complaint
    assert doubt.complaint


def test_a_quote_that_is_not_there_is_dropped_in_sight_when_another_says_the_value() -> None:
    (claim,) = checked("price", "12 million USD", "it would pay $12 million", "a bargain at $12 million").claims
    assert len(claim.quotes) == 1
    assert "a bargain" in claim.notes[0]


def test_the_same_sum_in_another_currency_is_read_from_the_words_that_confirm_it() -> None:
    article = Article("a", "It will cost Ksh.6.4 trillion ($50 billion), far more than the $2 billion of last year.")
    said = [Answered("price", "50 billion USD", ("Ksh.6.4 trillion ($50 billion), far more than the $2 billion",))]
    (claim,) = verify(article, Locator(article.text), plan_for(Deal), said).claims
    assert (str(claim.value), claim.status) == ("50 billion USD (6.4 trillion KES)", "verified")


def test_a_sum_in_another_currency_is_as_firm_as_the_article_prints_it() -> None:
    article = Article("a", "They want to spend 380 billion yuan (roughly 50 billion euros) on it.")
    said = [Answered("price", "380 billion CNY; 50 billion EUR", ("380 billion yuan (roughly 50 billion euros)",))]
    (claim,) = verify(article, Locator(article.text), plan_for(Deal), said).claims
    assert str(claim.value) == "380 billion CNY (about 50 billion EUR)"


def test_one_doubted_value_does_not_touch_the_others() -> None:
    answered = [Answered("buyers", "Acme", ("Acme buys Bolt",)), Answered("buyers", "Carp", ("Carp buys Bolt",))]
    found = verify(ARTICLE, Locator(TEXT), plan_for(Deal), answered)
    assert [claim.value for claim in found.claims] == ["Acme"]
    assert [doubt.answered.value for doubt in found.doubts] == ["Carp"]
