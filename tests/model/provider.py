"""A provider that does as it is told: it stands where the network would be."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from typing import Any

import httpx2
from pydantic import BaseModel

from summarizer.form import Form, Message
from summarizer.ledger import Ledger
from summarizer.model.door import Model
from summarizer.settings import Settings


class City(BaseModel):
    name: str
    people: int | None


CITY = Form(
    "city",
    City,
    {
        "type": "object",
        "properties": {"name": {"type": "string"}, "people": {"anyOf": [{"type": "integer"}, {"type": "null"}]}},
        "required": ["name", "people"],
        "additionalProperties": False,
    },
)
GOOD = '{"name":"Ystad","people":19000}'
ENVIRON = {"OPENAI_API_KEY": "sk-of-the-tests"}

Body = dict[str, Any]
Step = httpx2.Response | Exception | Callable[[Body], httpx2.Response]


def answer(content: str | None = GOOD, finish: str = "stop", **message: Any) -> httpx2.Response:
    """A reply of status 200 that used 100 tokens in and 10 out."""
    said = {"role": "assistant", "content": content, **message}
    usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
    choice = {"index": 0, "message": said, "finish_reason": finish}
    reply = {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": [choice], "usage": usage}
    return httpx2.Response(200, json=reply)


def tool_answer(arguments: str = GOOD) -> httpx2.Response:
    call = {"id": "call_1", "type": "function", "function": {"name": "city", "arguments": arguments}}
    return answer(None, "tool_calls", tool_calls=[call])


def failure(status: int, message: str = "no", code: str = "", **headers: str) -> httpx2.Response:
    said = {"error": {"message": message, "type": code, "code": code}}
    return httpx2.Response(status, json=said, headers={name.replace("_", "-"): text for name, text in headers.items()})


class Provider(httpx2.AsyncBaseTransport):
    """Gives its steps in order, and the last one for ever. `bodies` are the requests, `most` how many at once."""

    def __init__(self, *steps: Step, seconds: float = 0.0) -> None:
        self.steps = list(steps) or [answer()]
        self.seconds = seconds
        self.bodies: list[Body] = []
        self.headers: list[httpx2.Headers] = []
        self.most = self.now = 0
        self.times: list[float] = []

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        self.bodies.append(json.loads(await request.aread()))
        self.headers.append(request.headers)
        self.times.append(asyncio.get_running_loop().time())
        step = self.steps.pop(0) if len(self.steps) > 1 else self.steps[0]
        self.now += 1
        self.most = max(self.most, self.now)
        try:
            await asyncio.sleep(self.seconds)
        finally:
            self.now -= 1
        if isinstance(step, Exception):
            raise step
        if callable(step):
            return step(self.bodies[-1])
        return httpx2.Response(step.status_code, headers=step.headers, content=step.content)

    @property
    def asked(self) -> int:
        return len(self.bodies)


def question(text: str = "Ystad has 19,000 people.") -> list[Message]:
    return [Message("system", "Fill in what the text says."), Message("user", f"<article>\n{text}\n</article>")]


@asynccontextmanager
async def model(
    provider: httpx2.AsyncBaseTransport | None = None, ledger: Ledger | None = None, **settings: Any
) -> AsyncIterator[Model]:
    chosen = Settings(**{"patience": 60.0, **settings})
    async with Model.open(chosen, ledger, ENVIRON, provider) as opened:
        yield opened


def run(story: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run(story())


def asked_with(body: Body) -> Sequence[Body]:
    """The messages of a request."""
    messages: Sequence[Body] = body["messages"]
    return messages
