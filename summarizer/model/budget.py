"""The budget: what the next call may cost at most is reserved before it is sent, and settled when it is answered."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from summarizer.errors import OverBudget
from summarizer.model.prices import Price


@dataclass(frozen=True, slots=True)
class Reservation:
    tokens: int = 0
    cost: Decimal = Decimal(0)


_NOTHING = Reservation()


class Budget:
    """`spent` never exceeds a limit, as what is reserved is an upper bound: the output limit that is sent along, and
    more input tokens than any tokenizer makes of so many bytes."""

    def __init__(self, max_cost: Decimal | None, max_tokens: int | None, price: Callable[[], Price | None]) -> None:
        """`price` is called when a price is first needed: the list of them takes a quarter of a second to load."""
        self.limited = max_cost is not None or max_tokens is not None
        self.spent = Reservation()
        self._max_cost = max_cost
        self._max_tokens = max_tokens
        self._price = cache(price)
        self.reserved = Reservation()
        self._open = 0
        self._waiting: deque[asyncio.Future[None]] = deque()

    def cost(self, input_tokens: int, output_tokens: int) -> Decimal | None:
        price = self._price()
        return None if price is None else price.of(input_tokens, output_tokens)

    async def reserve(self, input_tokens: int, output_tokens: int) -> Reservation:
        """Waits while calls in flight may still give back enough. Raises OverBudget when they can't."""
        if not self.limited:
            return _NOTHING
        cost = None if self._max_cost is None else self.cost(input_tokens, output_tokens)
        wanted = Reservation(input_tokens + output_tokens, cost or Decimal(0))
        while not self._fits(wanted):
            if not self._open:
                raise OverBudget(self._complaint(wanted))
            waiter: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(waiter)
            await waiter
        self._open += 1
        self.reserved = _plus(self.reserved, wanted)
        return wanted

    def settle(self, reserved: Reservation, tokens: int, cost: Decimal | None) -> None:
        """Exchanges what was reserved for what was spent: nothing, when the provider did not answer."""
        if not self.limited:
            return
        self._open -= 1
        self.reserved = Reservation(self.reserved.tokens - reserved.tokens, self.reserved.cost - reserved.cost)
        self.spent = _plus(self.spent, Reservation(tokens, cost or Decimal(0)))
        while self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                waiter.set_result(None)

    def _fits(self, wanted: Reservation) -> bool:
        total = _plus(_plus(self.spent, self.reserved), wanted)
        if self._max_cost is not None and total.cost > self._max_cost:
            return False
        return self._max_tokens is None or total.tokens <= self._max_tokens

    def _complaint(self, wanted: Reservation) -> str:
        if self._max_tokens is not None and self.spent.tokens + wanted.tokens > self._max_tokens:
            return (
                f"the next call may take {wanted.tokens} tokens, and {self.spent.tokens} of {self._max_tokens} are "
                "spent; raise --max-tokens"
            )
        return (
            f"the next call may cost ${wanted.cost:.4f}, and ${self.spent.cost:.4f} of ${self._max_cost} are spent; "
            "raise --max-cost"
        )


def _plus(one: Reservation, other: Reservation) -> Reservation:
    return Reservation(one.tokens + other.tokens, one.cost + other.cost)
