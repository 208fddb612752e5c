"""Asking again: instructor tells the model what is wrong with its answer, a bounded number of times.

Only the last wrong answer and its complaint travel along: each earlier one would be paid for again without helping.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

import instructor
from instructor.core import InstructorRetryException
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt

from summarizer.errors import Invalid, SummarizerError
from summarizer.form import Form
from summarizer.model.providers import SentMode
from summarizer.model.request import calls_of, read_answer

Messages = list[dict[str, Any]]
Send = Callable[[Messages], Awaitable[dict[str, Any]]]

_log = logging.getLogger("instructor")
if _log.level == logging.NOTSET:
    _log.setLevel(logging.CRITICAL)  # its errors hold the text of answers; ours say what happened

_MODES = {
    "json_schema": instructor.Mode.JSON_SCHEMA,
    "tools": instructor.Mode.TOOLS,
    "json": instructor.Mode.JSON,
    "md_json": instructor.Mode.MD_JSON,
}
_LONGEST = 8_000  # characters of a wrong answer, or of the complaint, that are sent back
_ADVERT = re.compile(r"\n\s*For further information visit \S+")  # holds pydantic's version: a new request each time


class Correction:
    """One conversation about one wrong answer."""

    def __init__(self, form: Form, messages: Messages, mode: SentMode, send: Send) -> None:
        self._form = form
        self._messages = messages
        self._mode = mode
        self._send = send
        self._reply: dict[str, Any] = {}
        self._first = True  # instructor is to look at the wrong answer before anything is sent
        self._heard = 0
        self._error: SummarizerError | None = None

    async def ask(self, wrong: dict[str, Any], times: int) -> BaseModel:
        """The form, from an answer that satisfies it. `wrong` is the reply that doesn't. Raises Invalid when the last
        of so many `times` doesn't either, and whatever `send` raises."""
        self._reply = wrong
        create: Any = instructor.patch(create=self._create, mode=_MODES[self._mode])
        attempts = AsyncRetrying(
            stop=stop_after_attempt(1 + times), retry=retry_if_exception_type(ValueError), reraise=True
        )
        asked = {"response_model": self._form.answer, "messages": list(self._messages), "strict": False}
        try:
            await create(**asked, max_retries=attempts)
        except (InstructorRetryException, ValueError, AssertionError, IndexError, TypeError):
            if self._error is not None:
                raise self._error from None
            complaint = complaint_about(self._reply, self._form)
            raise Invalid(f"the answer breaks the schema, also after {times} corrections: {complaint}") from None
        return self._form.answer.model_validate_json(read_answer(self._reply))  # not of instructor's own subclass

    async def _create(self, *, messages: Messages, **_: Any) -> ChatCompletion:
        """Stands for the client: instructor's own preparation of the request is not needed, ours is ready."""
        new, self._heard = messages[self._heard :], len(messages)
        if self._first:
            self._first = False
        else:
            try:
                self._reply = await self._send([*self._messages, *map(_trimmed, new)])
            except SummarizerError as error:
                self._error = error
                raise
        return _completion(self._reply, self._form)


def complaint_about(reply: dict[str, Any], form: Form) -> str:
    """The first thing that is wrong with an answer, for a person; "" when it satisfies the form."""
    try:
        form.answer.model_validate_json(read_answer(reply))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        return f"{where}: {first['msg']}" if where else first["msg"]
    return ""


def _trimmed(message: dict[str, Any]) -> dict[str, Any]:
    content = message.get("content")
    if not isinstance(content, str):
        return message
    return {**message, "content": _ADVERT.sub("", content)[:_LONGEST]}


def _completion(reply: dict[str, Any], form: Form) -> ChatCompletion:
    """As instructor wants to read it: the answer's text without a fence around it, and nothing else."""
    text = read_answer(reply)
    message: dict[str, Any] = {"role": "assistant", "content": text}
    if calls_of(reply):
        function = {"name": form.name, "arguments": text}
        message |= {"content": None, "tool_calls": [{"id": "call_1", "type": "function", "function": function}]}
    choice = {"index": 0, "finish_reason": "stop", "message": message}
    return ChatCompletion.model_validate(
        {"id": "", "object": "chat.completion", "created": 0, "model": "", "choices": [choice]}
    )
