"""Recording and replaying: a layer below the client that writes every exchange to a cassette, or answers from one."""

from __future__ import annotations

import json
import os
from collections import defaultdict
from hashlib import sha256
from pathlib import Path
from typing import Any

import httpx2
import yaml
from vcr.request import Request
from vcr.serialize import deserialize, serialize

from summarizer.errors import InputError, WriteError
from summarizer.model import cassette_format
from summarizer.model.wire import NotRecorded

_PATH = "/v1/chat/completions"  # of every request; a provider's own prefix would only hinder a replay elsewhere
_UNKEPT = ("content-encoding", "content-length", "transfer-encoding")  # of the bytes on the wire, not of the body


def matching(body: bytes | str | None) -> str:
    """What two requests must have in common to be one: the canonical JSON of their bodies."""
    try:
        canonical = json.dumps(json.loads(body or b""), sort_keys=True, ensure_ascii=False).encode("utf-8", "replace")
    except ValueError:
        canonical = body.encode() if isinstance(body, str) else body or b""
    return sha256(canonical).hexdigest()


class Recorder(httpx2.AsyncBaseTransport):
    """Passes requests on and keeps what was said. Written when closed, whole or not at all."""

    def __init__(self, path: Path, inner: httpx2.AsyncBaseTransport | None = None) -> None:
        self._path = path
        self._inner = inner or httpx2.AsyncHTTPTransport()
        self._said: list[tuple[Request, dict[str, Any]]] = []
        self._known: set[tuple[str, bytes]] = set()
        path.parent.mkdir(parents=True, exist_ok=True)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        body = await request.aread()
        answer = await self._inner.handle_async_request(request)
        raw = await httpx2.Response(answer.status_code, headers=answer.headers, stream=answer.stream).aread()
        headers: dict[str, list[str]] = defaultdict(list)
        for name, value in answer.headers.multi_items():
            if name.lower() not in _UNKEPT:
                headers[name].append(value)
        self._add(body, answer.status_code, dict(headers), raw)
        return httpx2.Response(answer.status_code, headers=_pairs(headers), content=raw)

    def keep(self, body: bytes, raw: bytes) -> None:
        """An answer that the ledger already held: a recording of it is complete, and still costs nothing."""
        if (matching(body), raw) not in self._known:
            self._add(body, 200, {"content-type": ["application/json"]}, raw)

    def _add(self, body: bytes, status: int, headers: dict[str, list[str]], raw: bytes) -> None:
        asked = Request("POST", _PATH, body, {"content-type": "application/json"})
        said = {"status": {"code": status, "message": ""}, "headers": headers, "body": {"string": raw}}
        self._said.append((asked, said))
        self._known.add((matching(body), raw))

    async def aclose(self) -> None:
        await self._inner.aclose()
        said = {"requests": [asked for asked, _ in self._said], "responses": [answer for _, answer in self._said]}
        text = serialize(said, cassette_format)
        unfinished = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            unfinished.write_text(text, encoding="utf-8")
            os.replace(unfinished, self._path)
        except OSError as error:
            unfinished.unlink(missing_ok=True)
            raise WriteError(f"the recording {self._path} could not be written: {error.strerror}") from None


class Player(httpx2.AsyncBaseTransport):
    """Answers from a cassette, in any order of requests; touches no network. Of several answers to one request each
    plays once, in the order of the recording, and the last one again and again."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._answers: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for asked, said in _load(path):
            self._answers[matching(asked.body)].append(said)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        key = matching(await request.aread())
        answers = self._answers.get(key)
        if not answers:
            raise NotRecorded(f"{self._path} doesn't hold the request (body {key[:12]})")
        said = answers.pop(0) if len(answers) > 1 else answers[0]
        return httpx2.Response(said["status"]["code"], headers=_pairs(said["headers"]), content=said["body"]["string"])


def _load(path: Path) -> list[tuple[Request, dict[str, Any]]]:
    try:
        requests, answers = deserialize(path.read_text(encoding="utf-8"), cassette_format)[:2]
    except OSError as error:
        raise InputError(f"the recording {path} can't be read: {error.strerror}; record it with --record") from None
    except (yaml.YAMLError, ValueError, KeyError, TypeError, AttributeError) as error:
        brief = str(error).splitlines()[0]
        raise InputError(f"{path} is not a recording: {brief}; record it again with --record") from None
    return list(zip(requests, answers, strict=True))


def _pairs(headers: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, values in headers.items() for value in values]
