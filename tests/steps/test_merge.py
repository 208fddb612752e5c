"""Claims of several articles become one digest, whatever the order in which they come."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.domain import Article, Claim, Digest, Extraction, Quote, Rejection, Run, Story, Usage
from summarizer.plan import plan_for
from summarizer.report import json_schema, report
from summarizer.rules import KeepAll, KeepLatest
from summarizer.steps.merge import merge
from summarizer.values.money import Money
from summarizer.values.period import Period
from summarizer.values.person import Person
from tests.claims import NoCopies, article


class Figure(BaseModel):
    what: str
    amount: Money
    period: Period | None


class Plan(BaseModel):
    amount: Money | None
    status: Annotated[str | None, KeepLatest()]
    people: list[Person]
    figures: Annotated[list[Figure], KeepAll(by="amount")]


PLAN = plan_for(Plan)
YUAN = Money.Form(text="380 billion CNY; 50 billion EUR").value()
SHILLINGS = Money.Form(text="6.4 trillion KES; 50 billion USD").value()
SECRET = Money.Form(text="undisclosed").value()
ARTICLES = [
    article("one", text="Revenue was 280 billion yuan ($39 billion)."),
    article("two", "2025-02-24", "Post", "Words."),
    article("three", "2025-02-25", "Mail", "Words."),
]


def figure(period: str) -> Figure:
    return Figure(what="revenue", amount=Money.Form(text="280 billion CNY").value(), period=Period(period=period))


def extraction(name: str, **values: Any) -> Extraction:
    claims = [
        Claim(name, path, value, (Quote("Words", 0, 5),), "verified")
        for path, given in values.items()
        for value in (given if isinstance(given, list) else [given])
    ]
    return Extraction(name, tuple(claims), (Rejection(name, "amount", "1 USD", "not in the article", ("one",)),))


SAID = [
    extraction("one", amount=YUAN, status="planned", people=[Person(name="Wu")], figures=[figure("2023-Q4")]),
    extraction("two", amount=SHILLINGS, status="announced", people=[Person(name="Eddie Wu", role="CEO")]),
    extraction("three", amount=SECRET, status="begun", figures=[figure("2024-Q4")]),
]
STORY = Story("story-1", ("one", "three", "two"))


def merged(articles: list[Article] = ARTICLES, said: list[Extraction] = SAID) -> Digest[Plan]:
    return merge(STORY, articles, said, PLAN, NoCopies())


def test_the_record_is_of_the_users_class() -> None:
    record = merged().record
    assert isinstance(record, Plan)
    assert record.amount is not None
    assert (record.status, [p.name for p in record.people]) == ("begun", ["Eddie Wu"])


def test_one_sum_in_three_currencies_agrees_by_rates_that_the_articles_print() -> None:
    fact = next(fact for fact in merged().facts if fact.path == "amount")
    assert fact.agreement == "refined"
    assert sorted(claim.article for claim in fact.support) == ["one", "three", "two"]
    assert fact.notes == ("withheld by three",)


def test_a_wrong_year_is_a_conflict_that_names_both_articles() -> None:
    (conflict,) = merged().conflicts
    assert conflict.path == "figures[0].period"
    assert {conflict.kept.article, *(c.article for c in conflict.overruled)} == {"one", "three"}


def test_every_value_of_the_record_has_a_fact_and_every_fact_a_claim_with_a_quote() -> None:
    digest = merged()
    paths = {fact.path for fact in digest.facts}
    assert {"amount", "status", "people[0]", "figures[0]"} == paths
    assert all(stance.claim.quotes for fact in digest.facts for stance in fact.stances)


def test_rejections_stay_in_the_digest() -> None:
    assert [rejection.article for rejection in merged().rejected] == ["one", "three", "two"]


def test_the_headline_is_the_title_of_the_first_article_that_is_no_copy() -> None:
    assert merged().headline == "Title of two"
    assert merge(STORY, ARTICLES, SAID, PLAN, NoCopies(two="three")).headline == "Title of three"


def test_a_story_without_titles_is_headed_by_its_first_words() -> None:
    plain = Article("one", "Prices rose again. More follows.")
    assert merge(Story("s", ("one",)), [plain], [Extraction("one", ())], PLAN, NoCopies()).headline == (
        "Prices rose again."
    )


@given(st.permutations(ARTICLES), st.permutations(SAID))
def test_the_same_articles_in_any_order_give_the_same_bytes(articles: list[Article], said: list[Extraction]) -> None:
    assert written(merged(list(articles), list(said))) == written(merged())


def written(digest: Digest[Plan]) -> str:
    run = Run(3, 3, (), Usage(), 0.0)
    return json.dumps(report("plan", [digest], run))


def test_what_is_written_keeps_the_published_shape() -> None:
    data = json.loads(written(merged()))
    jsonschema.validate(data, json_schema(PLAN), format_checker=jsonschema.FormatChecker())
    assert data["digests"][0]["record"]["amount"]["currency"] in ("CNY", "KES")


def test_the_published_shape_refuses_what_is_not_it() -> None:
    data = json.loads(written(merged()))
    del data["digests"][0]["facts"][0]["claims"]
    assert list(jsonschema.Draft202012Validator(json_schema(PLAN)).iter_errors(data))


def test_text_can_be_left_out() -> None:
    run = Run(3, 3, (), Usage(), 0.0)
    data = report("plan", [merged()], run, text=False)
    assert "text" not in data["digests"][0]["articles"][0]


def test_a_digest_of_dated_articles_starts_with_the_earliest() -> None:
    assert [a.published for a in merged().articles] == [date(2025, 2, 24), date(2025, 2, 25), None]
