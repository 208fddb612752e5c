"""Cassettes as files that a person can read and review: vcrpy's format, with JSON bodies written as YAML.

A vcrpy serializer: `vcr.register_serializer("readable", summarizer.model.cassette_format)`.
No host, key, cookie or account is ever written: of a request only its path and body, of the headers a few.
"""

from __future__ import annotations

import copy
import json
from typing import Any

import yaml

_KEPT_HEADERS = ("content-type", "retry-after", "retry-after-ms")
_KEPT_PREFIX = "x-ratelimit-"

_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _Readable(_Dumper):  # type: ignore[misc]
    """Text of several lines as a block, not as one long quoted line."""


def _text(dumper: Any, text: str) -> Any:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None)


_Readable.add_representer(str, _text)


def serialize(cassette: dict[str, Any]) -> str:
    """In a stable order, so that a second recording of the same run makes a small difference."""
    shared: dict[str, Any] = {}
    entries = [_readable(entry, shared) for entry in cassette["interactions"]]
    entries.sort(key=lambda entry: json.dumps(entry["request"]["body"], sort_keys=True))
    whole = {**cassette, "interactions": entries}
    return str(yaml.dump(whole, Dumper=_Readable, allow_unicode=True, sort_keys=False, width=110))


def deserialize(text: str) -> dict[str, Any]:
    """Raises yaml.YAMLError, or ValueError for YAML that is no cassette."""
    cassette = yaml.load(text, Loader=_Loader)
    if not isinstance(cassette, dict) or not isinstance(cassette.get("interactions"), list):
        raise ValueError("it holds no interactions")
    for entry in cassette["interactions"]:
        entry["request"]["body"] = _bytes(entry["request"].get("body"))
        body = entry["response"].get("body") or {}
        entry["response"]["body"] = {"string": _bytes(body)} if "json" in body else body
    return cassette


def _readable(entry: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    entry = copy.deepcopy(entry)  # vcrpy hands over live objects
    request, response = entry["request"], entry["response"]
    request["headers"] = _kept(request.get("headers") or {})
    response["headers"] = _kept(response.get("headers") or {})
    request["body"] = _as_json(request["body"], shared)
    response["body"] = _as_json((response.get("body") or {}).get("string"), {}, "string")
    return entry


def _kept(headers: dict[str, Any]) -> dict[str, Any]:
    names = sorted(n for n in headers if n.lower() in _KEPT_HEADERS or n.lower().startswith(_KEPT_PREFIX))
    return {name.lower(): headers[name] for name in names}


def _as_json(body: str | bytes | None, shared: dict[str, Any], otherwise: str | None = None) -> Any:
    """`shared` holds the parts that every request repeats, such as the schema: YAML writes them once."""
    try:
        value = json.loads(body or b"")
    except ValueError:
        return {otherwise: body} if otherwise else body
    if isinstance(value, dict):
        for name in ("response_format", "tools"):
            if name in value:
                value[name] = shared.setdefault(json.dumps(value[name]), value[name])
    return {"json": value}


def _bytes(body: Any) -> Any:
    if isinstance(body, dict) and "json" in body:
        return json.dumps(body["json"], ensure_ascii=False, separators=(",", ":")).encode()
    return body
