"""The one retry layer: how often one request is sent again, and how long is waited in between.

A fresh retrier for every request: tenacity's keep their state in themselves, and shared ones lose calls.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from typing import TypeVar

from tenacity import AsyncRetrying, RetryCallState, retry_if_exception_type

from summarizer.model.faults import Transient
from summarizer.model.pace import Sleep
from summarizer.settings import Settings

T = TypeVar("T")

_FIRST, _LONGEST = 0.5, 30.0  # seconds
_PATIENT = 10  # times as many attempts for a provider that says "later", as it is neither broken nor gone


class _Limits:
    """Counts the failures of one request."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._failures = self._waits = 0

    def stop(self, state: RetryCallState) -> bool:
        if _fault(state).kind == "rate":
            self._waits += 1
        else:
            self._failures += 1
        settings = self._settings
        many = self._failures >= settings.attempts or self._waits >= settings.attempts * _PATIENT
        return many or state.idle_for >= settings.patience

    def wait(self, state: RetryCallState) -> float:
        fault = _fault(state)
        if fault.pause is not None:
            return fault.pause
        count = self._waits if fault.kind == "rate" else self._failures
        return float(min(_FIRST * 2 ** (count - 1), _LONGEST) * random.uniform(0.5, 1.0))


async def persistently(attempt: Callable[[], Awaitable[T]], settings: Settings, sleep: Sleep) -> T:
    """Attempts again after a Transient, and raises the last one when it is time to stop. Nearly every first attempt
    succeeds: tenacity, which takes a tenth of the time that an attempt does, is told only of one that failed."""
    try:
        return await attempt()
    except Transient as fault:
        failures = [fault]

    async def told() -> T:
        if failures:
            raise failures.pop()
        return await attempt()

    return await _retrier(settings, sleep)(told)


def _retrier(settings: Settings, sleep: Sleep) -> AsyncRetrying:
    limits = _Limits(settings)
    return AsyncRetrying(
        stop=limits.stop,
        wait=limits.wait,
        retry=retry_if_exception_type(Transient),
        sleep=sleep,
        reraise=True,
    )


def _fault(state: RetryCallState) -> Transient:
    fault = state.outcome.exception() if state.outcome is not None else None
    assert isinstance(fault, Transient)
    return fault
