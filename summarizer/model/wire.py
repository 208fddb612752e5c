"""The wire: the SDK's client as a plain sender of bytes. Its errors end here.

The SDK makes the first request. Those that follow differ from it in their body only, so the address and the headers
that it put together are taken over: making them anew takes more time than sending.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp
import httpx2
import openai
from pydantic_core import from_json

from summarizer.errors import ReplayMiss, SummarizerError
from summarizer.model.faults import Kind, Transient, of_status, shorten
from summarizer.model.providers import Endpoint

_CONNECT = 10.0  # seconds until a server counts as unreachable


_KINDS: tuple[tuple[type[BaseException] | tuple[type[BaseException], ...], Kind], ...] = (  # subclasses first
    ((aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError), "unreachable"),
    (aiohttp.ServerTimeoutError, "timeout"),
    (aiohttp.ClientConnectionError, "lost"),
    ((httpx2.ConnectError, httpx2.ConnectTimeout), "unreachable"),
    (httpx2.TimeoutException, "timeout"),
)


@dataclass(frozen=True, slots=True)
class Reply:
    """Of status 200: `raw` as it came, `json` read from it."""

    raw: bytes
    json: dict[str, Any]
    headers: Mapping[str, str]


class NotRecorded(openai.OpenAIError):
    """A replayed cassette doesn't hold the request. Of the SDK's family, as it passes those on untouched."""


class Wire:
    """Sends one body at a time; never twice. Its connections are as many as there may be requests in flight."""

    def __init__(
        self, place: Endpoint, key: str, timeout: float, connections: int, transport: httpx2.AsyncBaseTransport | None
    ) -> None:
        limits = httpx2.Limits(max_connections=connections, max_keepalive_connections=connections)
        waits = httpx2.Timeout(timeout, connect=min(_CONNECT, timeout))
        if transport is not None:
            http: httpx2.AsyncClient = httpx2.AsyncClient(transport=transport, timeout=waits)
        else:
            http = openai.DefaultAioHttpClient(limits=limits, timeout=waits)
        self._http = http
        self._extensions = {"timeout": waits.as_dict()}
        self._first: httpx2.Request | None = None
        self._address = place.base_url
        self._timeout = timeout
        self._key = key
        self._client = openai.AsyncOpenAI(
            api_key=key, base_url=place.base_url, max_retries=0, timeout=waits, http_client=http
        )

    async def post(self, body: bytes, article: str) -> Reply:
        """Raises Transient, or the error that the answer means. `article` is named in a ReplayMiss."""
        try:
            async with asyncio.timeout(self._timeout):
                response = await self._sent(body)
        except NotRecorded as error:
            raise ReplayMiss(f"{error} that article {article} asks; record it again with --record") from None
        except openai.APIStatusError as error:
            raise self._of_status(error.response) from None
        except (openai.APIConnectionError, httpx2.RequestError) as error:
            raise self._of_connection(error) from None
        except TimeoutError:
            raise Transient("timeout", "the provider did not answer in time") from None
        if response.status_code >= 400:
            raise self._of_status(response)
        return Reply(response.content, _object(response.content), response.headers)

    async def _sent(self, body: bytes) -> httpx2.Response:
        if self._first is not None:
            return await self._http.send(self._like(self._first, body))
        response = await self._client.post("/chat/completions", cast_to=httpx2.Response, content=body)
        first = (*response.history, response)[0].request  # one that followed a redirect may lack the key
        del first.headers["content-length"]
        self._first = first
        return response

    def _like(self, first: httpx2.Request, body: bytes) -> httpx2.Request:
        """Given as a stream, the body makes httpx work out no headers: a twelfth of the time."""
        headers = first.headers.copy()
        headers["content-length"] = str(len(body))
        stream = httpx2.ByteStream(body)
        request = httpx2.Request("POST", first.url, headers=headers, stream=stream, extensions=self._extensions)
        request.read()
        return request

    def _of_status(self, response: httpx2.Response) -> Transient | SummarizerError:
        try:
            said = from_json(response.content)
        except ValueError:
            said = {}
        said = said.get("error", said) if isinstance(said, dict) else {}
        said = said if isinstance(said, dict) else {"message": said}
        message = str(said.get("message") or response.text)
        code = str(said.get("code") or said.get("type") or "")
        message = message.replace(self._key, "…")  # some providers repeat the key that they reject
        return of_status(response.status_code, code, message, response.headers)

    def _of_connection(self, error: Exception) -> Transient:
        """By the first cause: on its way through the SDK every fault of aiohttp's turns into a timeout."""
        causes = list(_causes(error))
        kind: Kind = next((kind for cause in causes for family, kind in _KINDS if isinstance(cause, family)), "lost")
        words = shorten(str(causes[0])) or type(causes[0]).__name__
        if kind == "unreachable":
            return Transient(kind, f"no server answers at {self._address}: {words}")
        if kind == "timeout":
            return Transient(kind, "the provider did not answer in time")
        return Transient(kind, f"the connection was lost: {words}")

    async def close(self) -> None:
        await self._client.close()


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The SDK's error has the transport's as its cause, and that one aiohttp's: the innermost of these first."""
    outer = error.__cause__ if isinstance(error, openai.OpenAIError) else error
    if outer is not None:
        if isinstance(outer.__cause__, aiohttp.ClientError):
            yield outer.__cause__
        yield outer
    yield error


def _object(raw: bytes) -> dict[str, Any]:
    try:
        read = from_json(raw)
    except ValueError:
        raise Transient("garbled", "the provider sent a reply that is not JSON") from None
    if not isinstance(read, dict):
        raise Transient("garbled", "the provider sent a reply that is not a JSON object")
    if isinstance(read.get("error"), dict) and not read.get("choices"):
        raise _of_error(read["error"])
    return read


def _of_error(said: dict[str, Any]) -> Transient | SummarizerError:
    """Some providers send an error with status 200 and the real status inside."""
    code = said.get("code")
    status = code if isinstance(code, int) and 400 <= code < 600 else 500
    return of_status(status, str(said.get("type") or ""), str(said.get("message") or ""), {})
