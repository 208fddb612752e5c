"""The body of a request, and the answer's text in the body of a reply, in each mode."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from pydantic_core import from_json

from summarizer.errors import Filtered, Refused, Truncated
from summarizer.form import Form, Message
from summarizer.model.faults import Transient, shorten
from summarizer.model.providers import Endpoint

_THOUGHT = re.compile(r"^\s*<think>.*?</think>", re.DOTALL)
_FENCED = re.compile(r"```(?:json)?\s*\n(.*?)```", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Request:
    """`body`: the JSON that is sent, made once. `key` identifies it in the ledger: the provider's name and the whole
    body, but neither the key nor the address, so that a moved server is not paid again."""

    key: str
    body: bytes
    output_limit: int


class Requests:
    """Makes the bodies. What is the same for every article of a form is made once."""

    def __init__(self, place: Endpoint, temperature: float | None) -> None:
        self._place = place
        self._temperature = temperature
        self._constant: dict[tuple[int, int], tuple[Form, bytes]] = {}

    def make(self, messages: Sequence[dict[str, Any]], form: Form, output_limit: int) -> Request:
        head = self._head(form, output_limit)
        if self._place.mode in ("json", "md_json"):
            messages = _with_schema(messages, form, fenced=self._place.mode == "md_json")
        said = json.dumps(messages, ensure_ascii=False, separators=(",", ":"))
        body = b"%b,%b%b}" % (head, b'"messages":', said.encode("utf-8", "replace"))
        return Request(sha256(self._place.provider.encode() + b"\0" + body).hexdigest(), body, output_limit)

    def _head(self, form: Form, output_limit: int) -> bytes:
        known = self._constant.get((id(form), output_limit))
        if known is not None and known[0] is form:
            return known[1]
        constant: dict[str, Any] = {"model": self._place.model, **_asked(form, self._place.mode)}
        constant[self._place.limit_name] = output_limit
        if self._temperature is not None:
            constant["temperature"] = self._temperature
        head = json.dumps(constant, ensure_ascii=False, separators=(",", ":"))[:-1].encode()
        self._constant[id(form), output_limit] = (form, head)
        return head


def as_sent(messages: Sequence[Message]) -> list[dict[str, Any]]:
    return [{"role": message.role, "content": message.content} for message in messages]


def _asked(form: Form, mode: str) -> dict[str, Any]:
    if mode == "json_schema":
        named = {"name": form.name, "strict": True, "schema": form.schema}
        return {"response_format": {"type": "json_schema", "json_schema": named}}
    if mode == "tools":
        function = {"name": form.name, "strict": True, "parameters": form.schema}
        choice = {"type": "function", "function": {"name": form.name}}
        return {"tools": [{"type": "function", "function": function}], "tool_choice": choice}
    if mode == "json":
        return {"response_format": {"type": "json_object"}}
    return {}


def _with_schema(messages: Sequence[dict[str, Any]], form: Form, fenced: bool) -> list[dict[str, Any]]:
    """The first message says the schema too, as these modes have no other place for it."""
    schema = json.dumps(form.schema, ensure_ascii=False, separators=(",", ":"))
    where = "in one ```json block" if fenced else "and nothing else"
    first, *others = messages
    told = f"{first['content']}\n\nAnswer with one JSON object {where}. It must satisfy this JSON Schema:\n{schema}"
    return [{**first, "content": told}, *others]


def choice_of(reply: dict[str, Any]) -> dict[str, Any]:
    """Raises Transient when a reply of status 200 holds no choice."""
    choices = reply.get("choices")
    if not isinstance(choices, list) or not choices or not isinstance(choices[0], dict):
        raise Transient("garbled", "the provider sent a reply without an answer")
    chosen: dict[str, Any] = choices[0]
    return chosen


def read_answer(reply: dict[str, Any]) -> str:
    """The text that should be the form, filled in; "" when there is none. Raises Refused, Filtered, Truncated."""
    choice = choice_of(reply)
    message = _object(choice.get("message"))
    if message.get("refusal"):
        raise Refused(f"the model refused: {shorten(str(message['refusal']))}")
    finish = choice.get("finish_reason")
    if finish == "content_filter":
        raise Filtered("the provider's content filter stopped the answer")
    if finish == "length":
        raise Truncated("the answer was cut at the limit of output tokens; raise max_output_tokens")
    if calls := calls_of(reply):
        return str(_object(_object(calls[0]).get("function")).get("arguments") or "")
    return _unfenced(_text(message.get("content")))


def calls_of(reply: dict[str, Any]) -> list[Any]:
    """The tool calls that an answer is made of; empty when it is a text."""
    calls = _object(choice_of(reply).get("message")).get("tool_calls")
    return calls if isinstance(calls, list) else []


def _object(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(content: Any) -> str:
    """Of a message: a string, or parts, of which some providers make the model's thoughts one."""
    if isinstance(content, list):
        return "".join(str(_object(part).get("text") or "") for part in content)
    return str(content or "")


def is_json(text: str) -> bool:
    try:
        from_json(text)
    except ValueError:
        return False
    return True


def _unfenced(content: str) -> str:
    """Models think aloud, fence JSON and talk around it, in every mode. An object is left as it is."""
    text = _THOUGHT.sub("", content).strip()
    if text.startswith("{"):
        return text
    fenced = _FENCED.search(text)
    if fenced:
        return fenced[1].strip()
    start, end = text.find("{"), text.rfind("}")
    return text[start : end + 1] if 0 <= start < end else text
