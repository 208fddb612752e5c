"""The door to the model. Everything that is asked goes through `Model.ask`, and everything foreign stays behind it.

async with Model.open(settings) as model:
    answer = await model.ask(messages, form, article.id)
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from summarizer.domain import Usage
from summarizer.errors import BadRequest, Filtered, Invalid, ProviderError, Refused, Truncated
from summarizer.form import Form, Message
from summarizer.ledger import Ledger
from summarizer.model.budget import Budget
from summarizer.model.connection import connected
from summarizer.model.pace import Pace
from summarizer.model.prices import price_of
from summarizer.model.providers import Endpoint, endpoint
from summarizer.model.request import Request, Requests, as_sent, is_json, read_answer
from summarizer.model.sender import Call, Sender
from summarizer.settings import Settings

if TYPE_CHECKING:
    from httpx2 import AsyncBaseTransport


@dataclass(frozen=True, slots=True)
class Answer:
    """`form`: an instance of `Form.answer`, validated. `usage`: what was paid for it now, wrong answers included;
    nothing when it was `cached`. `attempts`: requests sent, those that failed included."""

    form: BaseModel
    usage: Usage
    model: str
    cached: bool
    attempts: int


class Model:
    """One model for one run. Safe to ask from many tasks at once: it keeps the pace itself."""

    def __init__(self, settings: Settings, place: Endpoint, sender: Sender) -> None:
        self.name = settings.model
        self._settings = settings
        self._place = place
        self._sender = sender
        self._requests = Requests(place, settings.temperature)
        self._typical_output: int | None = None
        self._running: dict[str, asyncio.Future[Answer]] = {}

    @classmethod
    @asynccontextmanager
    async def open(
        cls,
        settings: Settings,
        ledger: Ledger | None = None,
        environ: Mapping[str, str] = os.environ,
        transport: AsyncBaseTransport | None = None,
    ) -> AsyncIterator[Model]:
        """Nothing is sent yet. Without `ledger` the one that the settings name is opened. `transport` stands for the
        network, in tests. Raises SettingsError, KeyRejected, InputError, LedgerError, and WriteError at the end."""
        place = endpoint(settings, environ)
        price = partial(price_of, place, settings)
        if settings.max_cost is not None:
            price()
        budget = Budget(settings.max_cost, settings.max_tokens, price)
        async with AsyncExitStack() as closing:
            if ledger is None and settings.ledger is not None:
                ledger = closing.enter_context(Ledger.open(settings.ledger))
            line = await closing.enter_async_context(connected(place, settings, environ, transport))
            yield cls(settings, place, Sender(settings, line, budget, ledger))

    @property
    def usage(self) -> Usage:
        """What was paid for so far, wrong and unusable answers included."""
        return self._sender.usage

    @property
    def cached(self) -> int:
        """Answers so far that the ledger or a cassette gave."""
        return self._sender.cached

    @property
    def pace(self) -> Pace:
        """For the progress display: `in_flight`, `limit`, `paused_for`."""
        return self._sender.pace

    @property
    def budget(self) -> Budget:
        """For the progress display: `spent`."""
        return self._sender.budget

    async def ask(self, messages: Sequence[Message], form: Form, article: str) -> Answer:
        """The form, filled in. Two equal questions at the same time are asked once. Raises an ArticleError (the end
        of this article) or a ProviderError or LedgerError (the end of the run); what was paid is counted either way."""
        said = as_sent(messages)
        first = self._requests.make(said, form, self._settings.max_output_tokens)
        while (running := self._running.get(first.key)) is not None:
            await asyncio.wait([running])
            if not running.cancelled():
                return replace(running.result(), usage=Usage(), cached=True, attempts=0)
        mine: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._running[first.key] = mine
        try:
            answer = await self._ask(first, said, form, article)
            mine.set_result(answer)
        except Exception as error:
            if isinstance(error, ProviderError):
                self._sender.stop(error)
            mine.set_exception(error)
            mine.exception()  # it is raised here; nobody else need fetch it
            raise
        finally:
            del self._running[first.key]
            mine.cancel()
        return answer

    async def _ask(self, first: Request, said: list[dict[str, Any]], form: Form, article: str) -> Answer:
        call = Call(article)
        reply = await self._whole(first, said, form, call)
        try:
            filled: BaseModel = form.answer.model_validate_json(read_answer(reply))
        except ValidationError:
            filled = await self._corrected(reply, said, form, call)
        return Answer(filled, call.usage, self.name, call.usage.calls == 0, call.attempts)

    async def _whole(self, request: Request, said: list[dict[str, Any]], form: Form, call: Call) -> dict[str, Any]:
        """A reply to `request`, which says `said`: not cut off, and JSON where a few further attempts give that. A
        truncated one is asked for again with twice the limit of output tokens. Raises Refused, Filtered, Truncated."""
        enlargements = self._settings.enlargements
        while True:
            try:
                reply = await self._sender.answer(request, call)
                if is_json(read_answer(reply)) or call.repeats >= self._settings.repeats:
                    return reply
                call.repeats += 1
                self._sender.mark(call, "invalid")
            except BadRequest as error:
                if request.output_limit == self._settings.max_output_tokens:
                    raise
                limit = request.output_limit // 2
                raise Truncated(f"the answer was cut at {limit} output tokens, the model's own limit") from error
            except (Refused, Filtered, Truncated) as error:
                self._sender.mark(call, type(error).__name__.lower())
                if not isinstance(error, Truncated) or not enlargements:
                    raise
                enlargements -= 1
                request = self._requests.make(said, form, request.output_limit * 2)

    async def _corrected(self, wrong: dict[str, Any], said: list[dict[str, Any]], form: Form, call: Call) -> BaseModel:
        from summarizer.model.corrections import Correction  # noqa: PLC0415  instructor is needed by few answers

        async def send(messages: list[dict[str, Any]]) -> dict[str, Any]:
            again = self._requests.make(messages, form, self._settings.max_output_tokens)
            return await self._whole(again, messages, form, call)

        try:
            return await Correction(form, said, self._place.mode, send).ask(wrong, self._settings.corrections)
        except Invalid:
            self._sender.mark(call, "invalid")
            raise

    def estimate(self, messages: Sequence[Message], form: Form) -> Usage:
        """What `ask` would take, without sending anything: nothing where the ledger holds the answer. Tokens are
        estimated from the length, four bytes each, and from earlier answers; the cost is None without a price."""
        request = self._requests.make(as_sent(messages), form, self._settings.max_output_tokens)
        if self._sender.holds(request):
            return Usage()
        input_tokens = len(request.body) // 4
        if self._typical_output is None:
            self._typical_output = self._sender.typical_output()
        output_tokens = min(self._typical_output, self._settings.max_output_tokens)
        return Usage(1, input_tokens, output_tokens, self._sender.budget.cost(input_tokens, output_tokens))
