"""A server that no one here wrote, and its own verdict on how this client takes its faults."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from summarizer.errors import KeyRejected, TooLong
from summarizer.model.door import Answer, Model
from summarizer.settings import Settings
from tests.model.provider import CITY, ENVIRON, City, question

pytest.importorskip("llmock", reason="the extra 'interop' is not installed")

if TYPE_CHECKING:
    from llmock.pytest_plugin import LLMock


@pytest.fixture(scope="module")
def running() -> Iterator[Any]:
    from llmock.testing import LLMockServer  # noqa: PLC0415 - not there without the extra

    with LLMockServer() as server:
        yield server


@pytest.fixture
def server(running: Any) -> LLMock:
    from llmock.pytest_plugin import LLMock  # noqa: PLC0415 - not there without the extra

    return LLMock(running).reset()


def ask_all(server: LLMock, number: int = 1, **given: Any) -> list[Answer]:
    settings = Settings(base_url=server.base_url("openai"), **given)

    async def story() -> list[Answer]:
        async with Model.open(settings, None, ENVIRON) as model:
            return await asyncio.gather(*(model.ask(question(str(i)), CITY, str(i)) for i in range(number)))

    return asyncio.run(story())


@pytest.mark.parametrize("mode", ["json_schema", "tools"])
def test_its_answers_fit_the_form(server: LLMock, mode: str) -> None:
    (given,) = ask_all(server, mode=mode)
    assert type(given.form) is City
    assert given.usage.input_tokens > 0
    server.assert_resilient()


def test_its_faults_lose_no_article_and_its_verdict_is_good(server: LLMock) -> None:
    server.rate_limit(times=2, retry_after=0.1).fail(500, times=2).fail(503)
    assert len(ask_all(server, 40, concurrency=8)) == 40
    server.assert_resilient()


def test_its_errors_are_read_for_what_they_are(server: LLMock) -> None:
    server.context_overflow()
    with pytest.raises(TooLong):
        ask_all(server)
    server.fail(401)
    with pytest.raises(KeyRejected):
        ask_all(server)
    assert len(server.requests) == 2, "neither is worth a second attempt"
