"""The wire on a real socket, with the transport that real runs use."""

from __future__ import annotations

import asyncio
import socket
from decimal import Decimal

import pytest

from summarizer.errors import ProviderError, Unavailable
from summarizer.model.door import Answer
from tests.model.loopback import loopback
from tests.model.provider import CITY, model, question


@pytest.mark.parametrize("act", ["reset", "half", "hang", "drip"])
def test_a_connection_that_fails_is_tried_again(act: str) -> None:
    async def story() -> None:
        async with (
            loopback(act) as server,
            model(base_url=server.url, timeout=0.3, price=(Decimal(1), Decimal(1))) as opened,
        ):
            given = await opened.ask(question(), CITY, "a.txt")
            assert (given.attempts, given.usage.calls, server.asked) == (2, 1, 2)

    asyncio.run(story())


def test_a_server_that_only_hangs_makes_the_article_unavailable_in_bounded_time() -> None:
    async def story() -> None:
        async with (
            loopback("answer", "hang", "hang") as server,
            model(base_url=server.url, timeout=0.2, attempts=2) as opened,
        ):
            await opened.ask(question("first"), CITY, "first")
            with pytest.raises(Unavailable, match="did not answer in time"):
                await asyncio.wait_for(opened.ask(question(), CITY, "a.txt"), 5)

    asyncio.run(story())


def test_an_address_where_nobody_listens_ends_the_run_in_seconds() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/v1"

    async def story() -> None:
        async with model(base_url=url) as opened:
            with pytest.raises(ProviderError, match=rf"no server answers at {url}.*OPENAI_BASE_URL"):
                await asyncio.wait_for(opened.ask(question(), CITY, "a.txt"), 8)

    asyncio.run(story())


def test_many_questions_share_the_connections() -> None:
    async def story() -> None:
        async with loopback() as server, model(base_url=server.url, concurrency=32) as opened:
            given = await asyncio.gather(*(opened.ask(question(str(i)), CITY, str(i)) for i in range(200)))
            assert all(isinstance(one, Answer) for one in given)
            assert opened.usage.calls == server.asked == 200

    asyncio.run(story())


def test_a_key_goes_with_every_question_also_after_the_first_was_redirected() -> None:
    async def story() -> None:
        async with loopback("moved") as server, model(base_url=server.url) as opened:
            await opened.ask(question("first"), CITY, "first")
            await opened.ask(question("second"), CITY, "second")
            assert b"authorization: bearer" in server.heads[-1]

    asyncio.run(story())
