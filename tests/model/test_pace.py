"""How fast is fast enough, and when to wait."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.model.pace import Bucket, Pace, seconds_of


class Clock:
    """Time that passes only when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await asyncio.sleep(0)


def paced(
    story: Callable[[Pace, Clock], Coroutine[Any, Any, None]],
    concurrency: int,
    rpm: int | None = None,
    tpm: int | None = None,
) -> None:
    async def run() -> None:
        clock = Clock()
        await story(Pace(concurrency, rpm, tpm, clock.sleep, clock), clock)

    asyncio.run(run())


def test_requests_a_minute_are_spread_evenly() -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        for _ in range(61):
            await pace.enter(0)
            pace.leave()
        assert clock.now == pytest.approx(30 - 1, abs=1)

    paced(story, 16, 120)


def test_tokens_a_minute_are_counted_as_they_were_used() -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        for _ in range(11):
            await pace.enter(1_000)
            pace.answered({}, 1_000, 500)
            pace.leave()
        assert clock.now == pytest.approx(5_000 / 100, rel=0.25)

    paced(story, 16, None, 6_000)


def test_nobody_enters_during_a_pause() -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        pace.troubled(overload=True, pause=7)
        assert pace.paused_for == 7
        await asyncio.gather(*(pace.enter(0) for _ in range(4)))
        assert clock.now >= 7
        assert pace.paused_for == 0

    paced(story, 16)


def test_a_shorter_pause_does_not_end_a_longer_one() -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        pace.pause(9)
        pace.pause(1)
        assert pace.paused_for == 9

    paced(story, 16)


def feed(pace: Pace, outcomes: list[bool], pause: float | None = None) -> None:
    for trouble in outcomes:
        if trouble:
            pace.troubled(overload=True, pause=pause)
        else:
            pace.answered({}, 0, 0)


def test_many_429_shrink_the_number_in_flight_and_good_answers_bring_it_back() -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        feed(pace, [True] * 200)
        assert pace.limit < 8
        feed(pace, [False] * 500)
        assert pace.limit == 64

    paced(story, 64)


def test_a_few_429_among_many_answers_do_not_bring_a_run_to_a_crawl() -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        feed(pace, ([True] + [False] * 9) * 100)
        assert pace.limit == 64
        feed(pace, ([True] + [False] * 3) * 100, pause=1)
        assert pace.limit == 64, "a provider that names a time counts by the minute"

    paced(story, 64)


@given(st.lists(st.booleans(), max_size=400), st.integers(1, 100))
def test_the_limit_stays_between_one_and_what_is_allowed(outcomes: list[bool], allowed: int) -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        feed(pace, outcomes)
        assert 1 <= pace.limit <= allowed

    paced(story, allowed)


def test_who_is_cancelled_while_waiting_leaves_no_hole() -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        await pace.enter(0)
        waiting = [asyncio.create_task(pace.enter(0)) for _ in range(2)]
        await asyncio.sleep(0)
        waiting[0].cancel()
        pace.leave()
        await asyncio.wait_for(waiting[1], 1)
        pace.leave()
        assert pace.in_flight == 0

    paced(story, 1)


def test_an_empty_allowance_is_waited_for_as_long_as_the_provider_needs_for_one_request() -> None:
    headers = {
        "x-ratelimit-limit-requests": "500",
        "x-ratelimit-remaining-requests": "0",
        "x-ratelimit-reset-requests": "60s",
    }

    async def story(pace: Pace, clock: Clock) -> None:
        pace.answered(headers, 0, 0)
        assert pace.paused_for == pytest.approx(60 / 500)
        pace.answered({**headers, "x-ratelimit-remaining-requests": "7"}, 0, 0)
        assert pace.paused_for == pytest.approx(60 / 500)

    paced(story, 16)


def test_headers_that_make_no_sense_are_no_reason_to_wait() -> None:
    async def story(pace: Pace, clock: Clock) -> None:
        for left, allowed, reset in (("", "", ""), ("many", "500", "1s"), ("0", "0", "1s"), ("0", "500", "soon")):
            names = ("remaining-requests", "limit-requests", "reset-requests")
            values = dict(zip(names, (left, allowed, reset), strict=True))
            pace.answered({f"x-ratelimit-{name}": text for name, text in values.items()}, 0, 0)
        assert pace.paused_for == 0

    paced(story, 16)


@pytest.mark.parametrize(
    ("written", "seconds"),
    [("1s", 1), ("6m0s", 360), ("20ms", 0.02), ("1h2m3s", 3723), ("1.5s", 1.5), ("7", 7), ("", 0), ("soon", 0)],
)
def test_durations_are_read_as_providers_write_them(written: str, seconds: float) -> None:
    assert seconds_of(written) == pytest.approx(seconds)


@given(st.lists(st.floats(0, 50), min_size=1, max_size=60), st.integers(1, 6_000))
def test_a_bucket_never_gives_more_than_its_rate_and_what_it_holds(amounts: list[float], per_minute: int) -> None:
    clock = Clock()
    bucket = Bucket(per_minute, clock)
    taken = 0.0
    for amount in amounts:
        clock.now += bucket.take(amount)
        taken += amount
        assert taken <= clock.now * per_minute / 60 + max(1.0, per_minute / 60, *amounts) + 1e-6
