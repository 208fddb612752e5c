"""A small HTTP server on a real socket, for what only sockets do: refuse, reset, hang."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx2

from tests.model.provider import answer

Act = str  # "answer", "reset", "hang", "half", "drip", "moved"


class Loopback:
    """`acts` in order, then answers for ever."""

    def __init__(self, *acts: Act) -> None:
        self.acts = list(acts)
        self.url = ""
        self.asked = 0
        self.heads: list[bytes] = []

    async def __call__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await _head(reader):
                await reader.readexactly(_length(head))
                self.asked += 1
                self.heads.append(head.lower())
                if not await _ACTS[self.acts.pop(0) if self.acts else "answer"](writer):
                    return
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except asyncio.IncompleteReadError:
        return b""


def _length(head: bytes) -> int:
    lines = [line.partition(b":") for line in head.lower().split(b"\r\n")]
    return int(next((value for name, _, value in lines if name == b"content-length"), b"0"))


def _http(reply: httpx2.Response) -> bytes:
    return b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b" % (
        len(reply.content),
        reply.content,
    )


async def _answer(writer: asyncio.StreamWriter) -> bool:
    writer.write(_http(answer()))
    await writer.drain()
    return True


async def _moved(writer: asyncio.StreamWriter) -> bool:
    """To the same server by another name, which counts as another origin."""
    port = writer.get_extra_info("sockname")[1]
    writer.write(
        b"HTTP/1.1 307 Temporary Redirect\r\nlocation: http://localhost:%d/v1/chat/completions\r\n"
        b"content-length: 0\r\n\r\n" % port
    )
    await writer.drain()
    return True


async def _reset(writer: asyncio.StreamWriter) -> bool:
    connection = writer.get_extra_info("socket")
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()
    return False


async def _hang(writer: asyncio.StreamWriter) -> bool:
    await asyncio.sleep(3)
    return False


async def _half(writer: asyncio.StreamWriter) -> bool:
    writer.write(_http(answer())[:-20])
    await writer.drain()
    return False


async def _drip(writer: asyncio.StreamWriter) -> bool:
    for byte in _http(answer()):
        writer.write(bytes([byte]))
        await writer.drain()
        await asyncio.sleep(0.03)
    return True


_ACTS: dict[Act, Callable[[asyncio.StreamWriter], Awaitable[bool]]] = {
    "answer": _answer,
    "reset": _reset,
    "hang": _hang,
    "half": _half,
    "drip": _drip,
    "moved": _moved,
}


@asynccontextmanager
async def loopback(*acts: Act) -> AsyncIterator[Loopback]:
    serving = Loopback(*acts)
    server = await asyncio.start_server(serving, "127.0.0.1", 0)
    serving.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield serving
    finally:
        server.close()
