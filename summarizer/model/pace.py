"""The pace: how many requests are in flight, how many a minute are sent, and when nobody sends at all.

A provider that says "later" is believed by everyone: one 429 pauses all calls. How many are in flight shrinks only when
many of the last answers were 429 or timeouts: a few among many are answered by the pause, and halving for each of them
would bring a run to a crawl without helping the provider.
"""

from __future__ import annotations

import asyncio
import logging
import random
import re
from collections import deque
from collections.abc import Awaitable, Callable, Mapping

log = logging.getLogger(__name__)

Sleep = Callable[[float], Awaitable[None]]

_TOO_MANY = 1 / 5  # of the answers since the last change, above which the provider is asked for less at once
_FEW = 1 / 20  # below which it is asked for more
_SHRINK, _GROW = 0.6, 1.25
_SMALLEST_WINDOW = 8
_UNSTATED_PAUSE = 0.1  # seconds, after a 429 or a timeout that names no time
_SPREAD = 0.2  # of a pause, over which the waiting calls start again, so that they don't all come at once
_DURATION = re.compile(r"([\d.]+)\s*(ms|h|m|s)")
_SECONDS = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}


class Bucket:
    """A token bucket that refills evenly. It starts with a second's worth, so that a run starts evenly as
    well, and holds that or the largest amount taken so far."""

    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        self._rate = per_minute / 60
        self._clock = clock
        self._capacity = max(1.0, self._rate)
        self._level = self._capacity
        self._at = clock()

    def take(self, amount: float) -> float:
        """Takes `amount` now, into debt if need be, and returns the seconds after which it may be used."""
        now = self._clock()
        self._capacity = max(self._capacity, amount)
        self._level = min(self._capacity, self._level + (now - self._at) * self._rate) - amount
        self._at = now
        return max(0.0, -self._level / self._rate)

    def give_back(self, amount: float) -> None:
        self._level += amount


class Pace:
    """Shared by all calls of a model. `enter` before each attempt, `leave` after it."""

    def __init__(
        self,
        concurrency: int,
        rpm: int | None = None,
        tpm: int | None = None,
        sleep: Sleep = asyncio.sleep,
        clock: Callable[[], float] | None = None,
    ) -> None:
        self.in_flight = 0
        self.highest = concurrency
        self._limit = float(concurrency)
        self._sleep = sleep
        self._clock = clock or asyncio.get_running_loop().time
        self._resume_at = 0.0
        self._pause = 0.0
        self._requests = Bucket(rpm, self._clock) if rpm else None
        self._tokens = Bucket(tpm, self._clock) if tpm else None
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._answers, self._troubles = 0, 0.0

    @property
    def limit(self) -> int:
        """Requests that may be in flight now."""
        return max(1, int(self._limit))

    @property
    def paused_for(self) -> float:
        """Seconds until anybody may send again; 0 when nobody waits."""
        return max(0.0, self._resume_at - self._clock())

    async def enter(self, tokens: int) -> None:
        """Waits for a free place, for the rates, and for the end of a pause."""
        while self.in_flight >= self.limit:
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(waiter)
            try:
                await waiter
            except asyncio.CancelledError:
                self._wake()
                raise
        self.in_flight += 1
        try:
            await self._wait(tokens)
        except BaseException:
            self.leave()
            raise

    async def _wait(self, tokens: int) -> None:
        debts = [bucket.take(n) for bucket, n in ((self._requests, 1), (self._tokens, tokens)) if bucket]
        if debts and max(debts) > 0:
            await self._sleep(max(debts))
        while (pause := self.paused_for) > 0:
            await self._sleep(pause + random.random() * _SPREAD * self._pause)

    def leave(self) -> None:
        self.in_flight -= 1
        self._wake()

    def _wake(self) -> None:
        free = self.limit - self.in_flight
        while free > 0 and self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(None)
                free -= 1

    def answered(self, headers: Mapping[str, str], estimated: int, tokens: int) -> None:
        """After an answer: `tokens` it took, of which `estimated` were taken from the bucket before."""
        if self._tokens is not None:
            self._tokens.give_back(estimated - tokens)
        if "x-ratelimit-remaining-requests" in headers or "x-ratelimit-remaining-tokens" in headers:
            self.pause(max(_until(headers, "requests", 1), _until(headers, "tokens", tokens)))
        self._adapt(0.0)

    def troubled(self, overload: bool, pause: float | None) -> None:
        """After a failed attempt. `overload`: a 429 or a timeout, of which many mean "less at once"; half as much so
        when the provider names a `pause`, as it then counts requests by the minute."""
        if pause:
            self.pause(pause)
        elif overload:
            self.pause(_UNSTATED_PAUSE)
        self._adapt(overload * (0.5 if pause else 1.0))

    def pause(self, seconds: float) -> None:
        """Nobody sends for so many seconds."""
        if seconds > self.paused_for:
            log.info("nobody sends for %.3g s", seconds)
            self._resume_at = self._clock() + seconds
            self._pause = seconds

    def _adapt(self, trouble: float) -> None:
        self._answers += 1
        self._troubles += trouble
        if self._answers < max(_SMALLEST_WINDOW, self.limit):
            return
        share = self._troubles / self._answers
        before = self.limit
        if share > _TOO_MANY:
            self._limit *= _SHRINK
        elif share < _FEW:
            self._limit *= _GROW
        self._limit = min(max(self._limit, 1.0), float(self.highest))
        self._answers, self._troubles = 0, 0.0
        if self.limit != before:
            log.info("%d requests in flight at most, instead of %d", self.limit, before)
        self._wake()


def _until(headers: Mapping[str, str], what: str, needed: int) -> float:
    """Seconds until `needed` more requests or tokens are free, by the provider's own count. The provider says when
    all of them will be free; they come back evenly."""
    try:
        left = int(headers.get(f"x-ratelimit-remaining-{what}", ""))
        allowed = int(headers.get(f"x-ratelimit-limit-{what}", ""))
    except ValueError:
        return 0.0
    missing, used = needed - left, allowed - left
    if missing <= 0 or used <= 0:
        return 0.0
    return seconds_of(headers.get(f"x-ratelimit-reset-{what}", "")) * min(1.0, missing / used)


def seconds_of(duration: str) -> float:
    """Of a duration as providers write it: "1s", "6m0s", "20ms", "1h2m3s", or plain seconds; 0 for anything else."""
    parts = _DURATION.findall(duration)
    try:
        return sum(float(number) * _SECONDS[unit] for number, unit in parts) if parts else float(duration or 0)
    except ValueError:
        return 0.0
