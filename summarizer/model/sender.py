"""The sender: one request becomes one paid answer, or one error, whatever the provider does in between."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic_core import from_json

from summarizer.domain import Usage
from summarizer.errors import ProviderError
from summarizer.ledger import Ledger
from summarizer.model.budget import Budget, Reservation
from summarizer.model.connection import Connection
from summarizer.model.faults import Transient
from summarizer.model.request import Request, choice_of
from summarizer.model.retries import persistently
from summarizer.settings import Settings

if TYPE_CHECKING:
    from summarizer.model.wire import Reply, Wire

log = logging.getLogger(__name__)

_MAYBE_BILLED = ("timeout", "lost", "garbled")  # the provider may have done the work: the budget counts it as spent
_OVERLOAD = ("rate", "timeout")
_FIRST_TRIES = 3  # to reach a server that has never answered
_UNREACHABLE_PAUSE = 0.5  # seconds that nobody tries to reach a server that one call could not reach
_TYPICAL_OUTPUT = 700  # tokens, where nothing is known
_FEWEST_LOST = 10  # requests in a row that nobody answered, before the whole run stops


@dataclass(slots=True)
class Call:
    """What one `ask` has taken so far."""

    article: str
    usage: Usage = field(default_factory=Usage)
    attempts: int = 0
    cached: int = 0  # answers that the ledger or a cassette gave
    repeats: int = 0
    keys: list[str] = field(default_factory=list)  # of the answers, in the ledger

    def next_key(self, request: Request) -> str:
        """A request that is sent a second time in one conversation wants another answer than the first time, also
        when the conversation is held again from the ledger."""
        repeated = sum(key.startswith(request.key) for key in self.keys)
        self.keys.append(f"{request.key}-{repeated}" if repeated else request.key)
        return self.keys[-1]


class Sender:
    """Sends at the pace that is allowed, within the budget, again after faults, and keeps every answer."""

    def __init__(self, settings: Settings, line: Connection, budget: Budget, ledger: Ledger | None) -> None:
        self.usage = Usage()
        self.cached = 0
        self.budget = budget
        self.pace = line.pace
        self._settings = settings
        self._line = line
        self._ledger = None if line.replaying else ledger
        self._fatal: ProviderError | None = None
        self._answered = False
        self._lost = self._unreached = 0

    def holds(self, request: Request) -> bool:
        """Whether the answer is in the ledger."""
        return self._ledger is not None and self._ledger.answer(request.key) is not None

    def typical_output(self) -> int:
        """Output tokens of an answer: as this model's were so far, where the ledger knows."""
        known = self._ledger.typical_output(self._settings.model) if self._ledger is not None else None
        return known or _TYPICAL_OUTPUT

    def mark(self, call: Call, outcome: str) -> None:
        """That the last answer could not be used."""
        if self._ledger is not None:
            self._ledger.mark(call.keys[-1], outcome)

    def stop(self, error: ProviderError) -> None:
        """No later call can succeed: none is sent any more, all raise this error."""
        self._fatal = self._fatal or error

    async def answer(self, request: Request, call: Call) -> dict[str, Any]:
        """The reply to a request, from the ledger or else from the provider. Raises ArticleError or ProviderError."""
        key = call.next_key(request)
        kept = self._ledger.answer(key) if self._ledger is not None else None
        if kept is None:
            return await self._send(request, call)
        call.cached += 1
        self.cached += 1
        if self._line.recorder is not None:
            self._line.recorder.keep(request.body, kept)
        reply: dict[str, Any] = from_json(kept)
        return reply

    async def _send(self, request: Request, call: Call) -> dict[str, Any]:
        tried = 0

        async def attempt() -> dict[str, Any]:
            nonlocal tried
            tried += 1
            call.attempts += 1
            try:
                return await self._attempt(request, call)
            except Transient as fault:
                if self._never_reached(fault) and self._enough_tries(tried):
                    raise self._given_up(fault, tried) from None
                raise

        try:
            return await persistently(attempt, self._settings, self._line.sleep)
        except Transient as fault:
            raise self._given_up(fault, tried) from None

    def _never_reached(self, fault: Transient) -> bool:
        return fault.kind == "unreachable" and not self._answered

    def _enough_tries(self, tried: int) -> bool:
        """Of one request, or of all that may be in flight together."""
        return tried >= _FIRST_TRIES or self._unreached >= _FIRST_TRIES * self._settings.concurrency

    def _given_up(self, fault: Transient, tried: int) -> Exception:
        """An article's end; the run's, when nothing answers any more."""
        self._lost += 1
        if self._never_reached(fault):
            self._fatal = ProviderError(f"{fault.reason}; check that it runs, OPENAI_BASE_URL and the network")
        elif self._lost >= max(_FEWEST_LOST, self._settings.concurrency):
            self._fatal = ProviderError(
                f"{self._lost} requests in a row failed, the last one so: {fault.reason}; run again later to go on"
            )
        return self._fatal or fault.final(tried)

    async def _attempt(self, request: Request, call: Call) -> dict[str, Any]:
        expected = len(request.body) // 4 + request.output_limit // 8
        await self.pace.enter(expected)
        try:
            if self._fatal is not None:
                raise self._fatal
            wire = self._line.wire()
            reserved = await self.budget.reserve(len(request.body) // 2, request.output_limit)
            reply = await self._posted(wire, request, call, reserved)
            usage = self._usage_of(reply.json, request)
            self.budget.settle(reserved, usage.input_tokens + usage.output_tokens, usage.cost)
            self._keep(call, reply, usage)
            self.pace.answered(reply.headers, expected, usage.input_tokens + usage.output_tokens)
            return reply.json
        finally:
            self.pace.leave()

    async def _posted(self, wire: Wire, request: Request, call: Call, reserved: Reservation) -> Reply:
        try:
            reply = await wire.post(request.body, call.article)
            choice_of(reply.json)
        except BaseException as error:
            self._failed(error, call, reserved)
            raise
        self._answered, self._lost = True, 0
        return reply

    def _failed(self, error: BaseException, call: Call, reserved: Reservation) -> None:
        fault = error if isinstance(error, Transient) else None
        billed = fault.kind in _MAYBE_BILLED if fault else isinstance(error, asyncio.CancelledError)
        self.budget.settle(reserved, reserved.tokens if billed else 0, reserved.cost if billed else Decimal(0))
        if fault is not None:
            log.info("%s: %s", call.article, fault.reason)
        if fault is not None and fault.kind == "unreachable":
            self._unreached += 1
            self.pace.troubled(overload=False, pause=_UNREACHABLE_PAUSE)
        elif fault is not None:
            self._answered = True
            self.pace.troubled(fault.kind in _OVERLOAD, fault.pause)

    def _keep(self, call: Call, reply: Reply, usage: Usage) -> None:
        if self._line.replaying:
            call.cached += 1
            self.cached += 1
            return
        call.usage += usage
        self.usage += usage
        if self._ledger is not None:
            self._ledger.keep(call.keys[-1], call.article, self._settings.model, reply.raw, usage)

    def _usage_of(self, reply: dict[str, Any], request: Request) -> Usage:
        """As the provider counts; estimated from the bytes when it doesn't say."""
        said = reply.get("usage")
        counted = said if isinstance(said, dict) else {}
        input_tokens, output_tokens = counted.get("prompt_tokens"), counted.get("completion_tokens")
        if type(input_tokens) is not int or type(output_tokens) is not int:
            input_tokens, output_tokens = len(request.body) // 4, len(str(reply.get("choices"))) // 4
        return Usage(1, input_tokens, output_tokens, self.budget.cost(input_tokens, output_tokens))
