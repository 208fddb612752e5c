"""Verifying in other processes gives what verifying here gives, whatever becomes of them."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Sequence
from typing import Any

import pytest
from pydantic import BaseModel

from summarizer.domain import Article
from summarizer.plan import Answered, plan_for
from summarizer.steps.verify import Checked
from summarizer.values.kind import Comparison, Outcome, Reading, Relation, Setting, Verdict
from summarizer.verifier import Other, Others, Verifier, verifier

# Windows can't fork: there this process verifies, which the other tests of verifying cover.
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")


class Visit(BaseModel):
    town: str | None
    guests: list[str]


def article(number: int, length: int = 1) -> Article:
    return Article(f"a{number}", f"Ann{number} came to Ulm for $5 million. " + "She liked the tower. " * length)


def answers(number: int) -> list[Answered]:
    quote = f"Ann{number} came to Ulm"
    return [
        Answered("town", "Ulm", (quote,)),
        Answered("guests", f"Ann{number}", (quote,)),
        Answered("guests", "Zoe", ("Zoe was never here",)),
    ]


async def verified(by: Verifier, numbers: Sequence[int], length: int = 1) -> list[Checked]:
    return await asyncio.gather(*(by.verify(article(n, length), answers(n)) for n in numbers))


def with_processes(count: int, numbers: Sequence[int], length: int = 1) -> list[Checked]:
    async def story() -> list[Checked]:
        async with verifier(plan_for(Visit), count, lambda: None) as opened:
            return await verified(opened, numbers, length)

    return asyncio.run(story())


@pytest.mark.parametrize("count", [2, 3])
def test_other_processes_find_the_same(count: int) -> None:
    assert with_processes(count, range(40)) == with_processes(1, range(40))


def test_articles_that_are_longer_than_the_line_come_through() -> None:
    assert with_processes(2, range(6), length=20_000) == with_processes(1, range(6), length=20_000)


def test_everyone_hears_when_an_answer_begins_to_wait() -> None:
    heard: list[int] = []

    async def story() -> None:
        async with verifier(plan_for(Visit), 2, lambda: heard.append(1)) as opened:
            await verified(opened, range(5))
            assert opened.waiting == 0

    asyncio.run(story())
    assert len(heard) == 5


def test_a_process_that_is_killed_loses_no_article() -> None:
    async def story() -> list[Checked]:
        async with verifier(plan_for(Visit), 2, lambda: None) as opened:
            assert isinstance(opened, Others)
            (other,) = opened.others
            os.kill(other.process.pid or 0, signal.SIGKILL)
            first = await verified(opened, range(20))
            return [*first, *await verified(opened, range(20, 30))]

    assert asyncio.run(story()) == with_processes(1, range(30))


def test_the_other_process_ends_with_the_line() -> None:
    async def story() -> Other:
        async with verifier(plan_for(Visit), 2, lambda: None) as opened:
            assert isinstance(opened, Others)
            await verified(opened, [1])
            return opened.others[0]

    assert asyncio.run(story()).process.exitcode == 0


def test_a_fault_in_the_other_process_is_raised_where_the_article_is_waited_for() -> None:
    async def story() -> None:
        async with verifier(plan_for(Visit), 2, lambda: None) as opened:
            with pytest.raises(KeyError, match="nowhere"):
                await opened.verify(article(1), [Answered("nowhere", "Ulm", ("Ulm",))])
            assert (await verified(opened, [1]))[0].claims

    asyncio.run(story())


def test_values_that_no_process_can_send_are_verified_here() -> None:
    class Local(BaseModel):  # a class of this function: the other process knows it, but can't name it
        name: str

        def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict:
            return Verdict(Outcome.CONFIRMED)

        def compare(self, other: Any, setting: Setting) -> Comparison:
            return Comparison(Relation.SAME)

    class Schema(BaseModel):
        thing: Local | None

    async def story() -> Checked:
        async with verifier(plan_for(Schema), 2, lambda: None) as opened:
            said = [Answered("thing", {"name": "Ann1"}, ("Ann1 came to Ulm",))]
            return await opened.verify(article(1), said)

    (claim,) = asyncio.run(story()).claims
    assert claim.value == Local(name="Ann1")
