"""One question to a model, and everything that can come back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from typing import Any

import httpx2
import hypothesis
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain import Usage
from summarizer.errors import (
    ArticleError,
    BadRequest,
    Filtered,
    Invalid,
    KeyRejected,
    ProviderError,
    QuotaExhausted,
    RateLimited,
    Refused,
    SettingsError,
    SummarizerError,
    TooLong,
    Truncated,
    Unavailable,
    UnknownModel,
)
from summarizer.model.door import Answer, Model
from summarizer.settings import Settings
from tests.model.provider import CITY, ENVIRON, GOOD, City, Provider, answer, failure, model, question, tool_answer

WRONG = '{"name":"Ystad"}'
NO_JSON = '{"name" = "Ystad"} // end'


def ask(provider: Provider, **settings: Any) -> Answer:
    async def story() -> Answer:
        async with model(provider, **settings) as opened:
            return await opened.ask(question(), CITY, "a.txt")

    return asyncio.run(story())


def failed(provider: Provider, **settings: Any) -> tuple[SummarizerError, Usage]:
    """The error that ends an article, and what was paid until then."""

    async def story() -> tuple[SummarizerError, Usage]:
        async with model(provider, **settings) as opened:
            with pytest.raises(SummarizerError) as caught:
                await opened.ask(question(), CITY, "a.txt")
            return caught.value, opened.usage

    return asyncio.run(story())


def test_an_answer_is_of_the_forms_own_class() -> None:
    got = ask(Provider())
    assert type(got.form) is City
    assert got.form == City(name="Ystad", people=19000)
    assert (got.attempts, got.cached, got.model) == (1, False, "openai/gpt-4.1-mini")


def test_usage_is_what_the_provider_counted_and_the_price_list_says() -> None:
    assert ask(Provider()).usage == Usage(1, 100, 10, Decimal("0.000056"))


def test_a_stated_price_wins() -> None:
    assert ask(Provider(), price=(Decimal(10), Decimal(100))).usage.cost == Decimal("0.002")


def test_the_schema_is_sent_as_it_stands_and_strict_before_the_messages() -> None:
    provider = Provider()
    ask(provider)
    (body,) = provider.bodies
    wanted = {"name": "city", "strict": True, "schema": CITY.schema}
    assert body["response_format"] == {"type": "json_schema", "json_schema": wanted}
    assert list(body)[-1] == "messages"
    assert body["model"] == "gpt-4.1-mini"


def test_article_text_reaches_the_model_letter_by_letter() -> None:
    provider = Provider()
    text = 'braces {{ 7*7 }} {% if %} "quotes"  \n   \n\ttabs – é 汉 🙂 \\n'

    async def story() -> None:
        async with model(provider) as opened:
            await opened.ask(question(text), CITY, "a.txt")

    asyncio.run(story())
    assert provider.bodies[0]["messages"][1]["content"] == f"<article>\n{text}\n</article>"


def test_in_tools_mode_the_arguments_are_the_answer() -> None:
    provider = Provider(tool_answer())
    assert ask(provider, mode="tools").form == City(name="Ystad", people=19000)
    function = provider.bodies[0]["tools"][0]["function"]
    assert (function["strict"], function["parameters"]) == (True, CITY.schema)


@pytest.mark.parametrize(
    "content",
    [
        GOOD,
        f"<think>\nIs it {{Ystad}}?\n</think>\n\n{GOOD}",
        f"```json\n{GOOD}\n```",
        f"Here you are:\n```\n{GOOD}\n```\nAnything else?",
        f"Sure! {GOOD} Done.",
    ],
)
@pytest.mark.parametrize("mode", ["json_schema", "json", "md_json"])
def test_json_is_found_in_whatever_a_model_puts_around_it(content: str, mode: str) -> None:
    assert ask(Provider(answer(content)), mode=mode).form == City(name="Ystad", people=19000)


@pytest.mark.parametrize("mode", ["json", "md_json"])
def test_modes_without_a_place_for_the_schema_say_it_in_the_first_message(mode: str) -> None:
    provider = Provider()
    ask(provider, mode=mode)
    assert '"additionalProperties":false' in provider.bodies[0]["messages"][0]["content"]


# Answers that break the schema.


@pytest.mark.parametrize(("mode", "reply"), [("json_schema", answer), ("tools", tool_answer), ("md_json", answer)])
def test_an_answer_that_breaks_the_schema_is_asked_for_again_with_the_complaint(
    mode: str, reply: Callable[[str], httpx2.Response]
) -> None:
    provider = Provider(reply(WRONG), reply(GOOD))
    got = ask(provider, mode=mode)
    assert got.form == City(name="Ystad", people=19000)
    assert type(got.form) is City
    assert got.usage.calls == 2
    first, second = (body["messages"] for body in provider.bodies)
    assert second[: len(first)] == first
    assert "Field required" in second[-1]["content"]


def test_the_complaint_names_no_version_of_any_library() -> None:
    provider = Provider(answer(WRONG), answer())
    ask(provider)
    assert "http" not in provider.bodies[1]["messages"][-1]["content"]


def test_a_conversation_does_not_grow_with_the_corrections() -> None:
    provider = Provider(answer(WRONG), answer('{"people":1}'), answer())
    ask(provider)
    assert [len(body["messages"]) for body in provider.bodies] == [2, 4, 4]
    assert '{"people":1}' in provider.bodies[2]["messages"][2]["content"]


def test_a_long_wrong_answer_is_sent_back_shortened() -> None:
    provider = Provider(answer('{"name":"' + "x" * 100_000 + '"}'), answer())
    ask(provider)
    assert sum(len(message["content"]) for message in provider.bodies[1]["messages"]) < 20_000


def test_two_corrections_are_the_end_and_all_three_answers_are_counted() -> None:
    error, usage = failed(Provider(answer(WRONG)))
    assert isinstance(error, Invalid)
    assert "people: Field required" in str(error)
    assert usage.calls == 3


def test_an_answer_that_is_no_json_is_asked_for_again_without_a_word_before_it_is_corrected() -> None:
    provider = Provider(answer(NO_JSON), answer(NO_JSON), answer())
    assert ask(provider).usage.calls == 3
    assert provider.bodies[0] == provider.bodies[1] == provider.bodies[2]


def test_a_model_that_never_gives_json_costs_a_bounded_number_of_calls() -> None:
    error, usage = failed(Provider(answer("I would rather talk about the weather.")))
    assert isinstance(error, Invalid)
    assert usage.calls == 5


# Answers that end an article.


def test_a_refusal_is_final_at_once_and_counted() -> None:
    error, usage = failed(Provider(answer(None, refusal="I can't help with that.")))
    assert isinstance(error, Refused)
    assert usage.calls == 1


def test_the_content_filter_is_final_at_once() -> None:
    error, usage = failed(Provider(answer("", "content_filter")))
    assert isinstance(error, Filtered)
    assert usage.calls == 1


def test_a_truncated_answer_is_asked_for_again_with_twice_the_limit() -> None:
    provider = Provider(answer('{"name":"Yst', "length"), answer())
    assert ask(provider, max_output_tokens=50).usage.calls == 2
    assert [body["max_completion_tokens"] for body in provider.bodies] == [50, 100]


def test_an_answer_that_stays_truncated_ends_the_article() -> None:
    error, usage = failed(Provider(answer('{"name":"Yst', "length")))
    assert isinstance(error, Truncated)
    assert usage.calls == 3


def test_a_limit_that_the_model_does_not_have_ends_the_article_and_not_the_run() -> None:
    provider = Provider(answer("{", "length"), failure(400, "max_tokens is too large"), answer())

    async def story() -> None:
        async with model(provider) as opened:
            with pytest.raises(Truncated, match="4096"):
                await opened.ask(question(), CITY, "a.txt")
            await opened.ask(question("Lund"), CITY, "b.txt")

    asyncio.run(story())


def test_a_request_that_is_too_long_ends_the_article() -> None:
    error, _ = failed(Provider(failure(400, "maximum context length is 8192 tokens", "context_length_exceeded")))
    assert isinstance(error, TooLong)


# Errors that stop a run.


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        (failure(401, "Incorrect API key provided"), KeyRejected),
        (failure(403, "no permission"), KeyRejected),
        (failure(404, "The model `gpt-9` does not exist", "model_not_found"), UnknownModel),
        (failure(429, "You exceeded your current quota", "insufficient_quota"), QuotaExhausted),
        (failure(402, "Insufficient Balance"), QuotaExhausted),
        (failure(400, "response_format is not supported"), BadRequest),
        (failure(404, "page not found"), ProviderError),
    ],
)
def test_errors_that_no_later_call_could_mend_are_never_sent_again(
    reply: httpx2.Response, kind: type[ProviderError]
) -> None:
    provider = Provider(reply)

    async def story() -> None:
        async with model(provider) as opened:
            for article in ("a.txt", "b.txt"):
                with pytest.raises(kind) as caught:
                    await opened.ask(question(article), CITY, article)
                assert "\n" not in str(caught.value)

    asyncio.run(story())
    assert provider.asked == 1


def test_a_missing_key_is_found_before_anything_is_sent() -> None:
    provider = Provider()

    async def story() -> None:
        async with Model.open(Settings(), None, {}, provider) as opened:
            with pytest.raises(KeyRejected, match=r"OPENAI_API_KEY.*OPENAI_BASE_URL.*--model"):
                await opened.ask(question(), CITY, "a.txt")

    asyncio.run(story())
    assert provider.asked == 0


def test_a_local_server_needs_no_key() -> None:
    async def story() -> None:
        environ = {"OPENAI_BASE_URL": "http://localhost:8000/v1"}
        async with Model.open(Settings(model="openai/mine"), None, environ, Provider()) as opened:
            assert (await opened.ask(question(), CITY, "a.txt")).usage.cost is None

    asyncio.run(story())


def test_the_key_is_in_no_error_and_no_representation() -> None:
    settings = Settings(api_key="sk-very-secret")
    assert "secret" not in repr(settings)
    error, _ = failed(Provider(failure(401, "Incorrect API key: sk-very-secret")), api_key="sk-very-secret")
    assert "Incorrect API key: …" in str(error)


def test_a_key_that_no_header_can_hold_is_named_before_anything_is_sent() -> None:
    provider = Provider()
    error, _ = failed(provider, api_key="sk-“curly”")
    assert isinstance(error, KeyRejected)
    assert provider.asked == 0


def replies() -> st.SearchStrategy[Any]:
    leaves = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
    names = st.sampled_from(["role", "content", "refusal", "tool_calls", "function", "arguments", "finish_reason"])
    return st.recursive(
        leaves, lambda sub: st.lists(sub, max_size=2) | st.dictionaries(names, sub, max_size=3), max_leaves=12
    )


@hypothesis.settings(max_examples=60, deadline=None)
@given(message=replies(), finish=replies(), usage=replies())
def test_whatever_a_provider_sends_ends_in_an_answer_or_an_error_of_ours(message: Any, finish: Any, usage: Any) -> None:
    reply = {"choices": [{"message": message, "finish_reason": finish}], "usage": {"prompt_tokens": usage}}
    provider = Provider(httpx2.Response(200, json=reply))

    async def story() -> None:
        async with model(provider, repeats=0, corrections=1, enlargements=0, attempts=1) as opened:
            with suppress(ArticleError):
                await opened.ask(question(), CITY, "a.txt")

    asyncio.run(story())


def test_content_in_parts_is_put_together() -> None:
    body = answer().json()
    parts = [
        {"type": "thinking", "thinking": []},
        {"type": "text", "text": GOOD[:9]},
        {"type": "text", "text": GOOD[9:]},
    ]
    body["choices"][0]["message"]["content"] = parts
    assert ask(Provider(httpx2.Response(200, json=body))).form == City(name="Ystad", people=19000)


# Faults that another attempt mends.


@pytest.mark.parametrize(
    "fault",
    [
        failure(429, "slow down", retry_after_ms="1"),
        failure(429, "slow down", retry_after="0"),
        failure(500, retry_after_ms="1"),
        failure(503, retry_after_ms="1"),
        failure(408, retry_after_ms="1"),
        failure(409, retry_after_ms="1"),
        httpx2.ReadError("reset"),
        httpx2.ReadTimeout("slow"),
        httpx2.Response(200, content=b'{"id": '),
        httpx2.Response(200, json=[]),
        httpx2.Response(200, json={"choices": []}),
        httpx2.Response(200, json={"error": {"code": 502, "message": "upstream"}}),
    ],
    ids=lambda fault: repr(fault),
)
def test_a_passing_fault_costs_an_attempt_and_nothing_else(fault: httpx2.Response | Exception) -> None:
    got = ask(Provider(fault, answer()))
    assert (got.attempts, got.usage.calls) == (2, 1)


def test_a_server_that_keeps_failing_makes_the_article_unavailable() -> None:
    error, usage = failed(Provider(failure(500, "boom", retry_after_ms="1")), attempts=3)
    assert isinstance(error, Unavailable)
    assert "500" in str(error)
    assert "3 attempts" in str(error)
    assert usage == Usage()


def test_a_provider_that_keeps_saying_later_is_waited_for_longer_than_one_that_is_broken() -> None:
    provider = Provider(*[failure(429, retry_after_ms="1")] * 15, answer())
    assert ask(provider, attempts=3).attempts == 16


def test_patience_has_an_end() -> None:
    error, _ = failed(Provider(failure(429, retry_after_ms="40")), patience=0.1)
    assert isinstance(error, RateLimited)


def test_attempts_of_one_article_are_not_shared_with_another() -> None:
    """Retriers that are shared between calls lose some of them."""
    provider = Provider(*[failure(500, retry_after_ms="1"), answer()] * 100)

    async def story() -> None:
        async with model(provider, concurrency=8, attempts=60) as opened:
            got = await asyncio.gather(*(opened.ask(question(str(i)), CITY, str(i)) for i in range(100)))
            assert len(got) == 100

    asyncio.run(story())


def test_a_server_that_was_never_reached_stops_the_run_with_one_error() -> None:
    provider = Provider(httpx2.ConnectError("refused"))

    async def story() -> None:
        async with model(provider, concurrency=2) as opened:
            outcomes = await asyncio.gather(
                *(opened.ask(question(str(i)), CITY, str(i)) for i in range(50)), return_exceptions=True
            )
        assert {type(outcome) for outcome in outcomes} == {ProviderError}

    asyncio.run(story())
    assert provider.asked <= 8


def test_a_server_that_dies_in_the_middle_stops_the_run_after_some_articles() -> None:
    provider = Provider(answer(), failure(500, retry_after_ms="0"))

    async def story() -> None:
        async with model(provider, concurrency=2, attempts=2) as opened:
            await opened.ask(question("first"), CITY, "first")
            kinds = []
            for number in range(30):
                with pytest.raises(SummarizerError) as caught:
                    await opened.ask(question(str(number)), CITY, str(number))
                kinds.append(type(caught.value))
        assert kinds[0] is Unavailable
        assert kinds[-1] is ProviderError

    asyncio.run(story())
    assert provider.asked < 30


# Many questions at once.


def test_two_equal_questions_at_the_same_time_are_paid_once() -> None:
    provider = Provider(seconds=0.01)

    async def story() -> None:
        async with model(provider) as opened:
            first, second = await asyncio.gather(*(opened.ask(question(), CITY, name) for name in ("a", "b")))
            assert first.form == second.form
            assert (first.cached, second.cached, second.usage) == (False, True, Usage())
            assert opened.usage.calls == 1

    asyncio.run(story())
    assert provider.asked == 1


def test_who_waits_for_an_equal_question_asks_it_when_the_first_asker_goes_away() -> None:
    provider = Provider(seconds=0.02)

    async def story() -> None:
        async with model(provider) as opened:
            first = asyncio.create_task(opened.ask(question(), CITY, "a"))
            second = asyncio.create_task(opened.ask(question(), CITY, "b"))
            await asyncio.sleep(0.005)
            first.cancel()
            assert (await second).usage.calls == 1
            assert opened.pace.in_flight == 0

    asyncio.run(story())


@hypothesis.settings(max_examples=20, deadline=None)
@given(patience=st.lists(st.floats(0, 0.01), min_size=12, max_size=12), limited=st.booleans())
def test_who_goes_away_at_any_moment_leaves_nothing_behind(patience: list[float], limited: bool) -> None:
    provider = Provider(failure(429, retry_after_ms="1"), answer(), failure(500, retry_after_ms="1"), answer())
    provider.seconds = 0.003

    async def story() -> None:
        async with model(provider, concurrency=2, max_tokens=60_000 if limited else None) as opened:

            async def hurried(number: int, seconds: float) -> None:
                with suppress(TimeoutError):
                    await asyncio.wait_for(opened.ask(question(str(number)), CITY, str(number)), seconds)

            await asyncio.gather(*(hurried(*each) for each in enumerate(patience)))
            assert (opened.pace.in_flight, opened.budget.reserved.tokens) == (0, 0)
            assert (await opened.ask(question("last"), CITY, "last")).form == City(name="Ystad", people=19000)

    asyncio.run(story())


def test_no_more_requests_are_in_flight_than_allowed() -> None:
    provider = Provider(seconds=0.002)

    async def story() -> None:
        async with model(provider, concurrency=5) as opened:
            await asyncio.gather(*(opened.ask(question(str(i)), CITY, str(i)) for i in range(40)))

    asyncio.run(story())
    assert provider.most == 5


def test_a_429_pauses_everyone() -> None:
    provider = Provider(answer(), failure(429, retry_after="0.15"), answer())

    async def story() -> None:
        async with model(provider, concurrency=1) as opened:
            await asyncio.gather(*(opened.ask(question(str(i)), CITY, str(i)) for i in range(6)))

    asyncio.run(story())
    before, after = provider.times[:2], provider.times[2:]
    assert min(after) - max(before) >= 0.15


# Budgets and estimates.


def test_a_budget_is_never_exceeded_and_ends_in_a_clean_error() -> None:
    provider = Provider(seconds=0.001)

    async def story() -> None:
        async with model(provider, concurrency=8, max_tokens=3_000, max_output_tokens=100) as opened:
            outcomes = await asyncio.gather(
                *(opened.ask(question(str(i)), CITY, str(i)) for i in range(60)), return_exceptions=True
            )
            paid = [outcome for outcome in outcomes if isinstance(outcome, Answer)]
            assert {type(outcome).__name__ for outcome in outcomes} == {"Answer", "OverBudget"}
            assert opened.usage.input_tokens + opened.usage.output_tokens <= 3_000
            assert len(paid) >= 20

    asyncio.run(story())


def test_a_limit_in_dollars_needs_a_price() -> None:
    with pytest.raises(SettingsError, match="--price"):
        ask(Provider(), model="openai/unheard-of", max_cost=Decimal(1))


def test_an_estimate_sends_nothing_and_needs_no_key() -> None:
    async def story() -> None:
        async with Model.open(Settings(), None, {}) as opened:
            guess = opened.estimate(question("word " * 1000), CITY)
            assert guess.calls == 1
            assert 1_200 < guess.input_tokens < 1_600
            assert guess.cost is not None
            assert guess.cost > 0

    asyncio.run(story())


def test_settings_refuse_what_makes_no_sense() -> None:
    for wrong in ({"concurrency": 0}, {"timeout": 0}, {"mode": "xml"}, {"max_cost": Decimal(-1)}, {"attempts": 0}):
        with pytest.raises(SettingsError):
            replace(Settings(), **wrong)
    with pytest.raises(SettingsError, match="openai/"):
        ask(Provider(), model="gpt-4.1-mini")
    with pytest.raises(SettingsError, match="http://"):
        ask(Provider(), base_url="localhost:8000/v1")
    with pytest.raises(SettingsError, match="OPENAI_BASE_URL"):
        ask(Provider(), model="Qwen/Qwen3-8B")


def test_the_environment_names_the_model_unless_the_caller_does() -> None:
    environ = {"SUMMARIZER_MODEL": "ollama/qwen3"}
    assert Settings.from_environment(environ).model == "ollama/qwen3"
    assert Settings.from_environment(environ, model="openai/mine", rpm=None).model == "openai/mine"
    assert ENVIRON
