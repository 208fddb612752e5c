"""What lies below a sender: the network, a network that is recorded, or a recording."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from summarizer.model.pace import Pace, Sleep
from summarizer.model.providers import Endpoint, key_for
from summarizer.settings import Settings

if TYPE_CHECKING:
    from httpx2 import AsyncBaseTransport

    from summarizer.model.cassette import Recorder
    from summarizer.model.wire import Wire


class Connection:
    """Made when the first request is to be sent: a run that the ledger answers needs no key and loads no SDK.

    `replaying`: answers cost nothing, and nobody waits. `recorder`: what keeps a cassette, where one is recorded.
    """

    def __init__(self, place: Endpoint, settings: Settings, environ: Mapping[str, str]) -> None:
        self.replaying = settings.replay is not None
        self.sleep: Sleep = asyncio.sleep
        if self.replaying:
            time = _VirtualTime()
            self.sleep = time.sleep
            self.pace = Pace(settings.concurrency, sleep=time.sleep, clock=time.now)
        else:
            self.pace = Pace(settings.concurrency, settings.rpm, settings.tpm)
        self.recorder: Recorder | None = None
        self.transport: AsyncBaseTransport | None = None
        self._place = place
        self._settings = settings
        self._environ = environ
        self._wire: Wire | None = None

    def wire(self) -> Wire:
        """Raises KeyRejected."""
        if self._wire is None:
            key = "replay" if self.replaying else key_for(self._place, self._settings, self._environ)
            from summarizer.model.wire import Wire  # noqa: PLC0415  the SDK takes a second to import

            settings = self._settings
            self._wire = Wire(self._place, key, settings.timeout, settings.concurrency, self.transport)
        return self._wire

    async def close(self) -> None:
        """Also writes the recording. Raises WriteError."""
        if self._wire is not None:
            await self._wire.close()
        elif self.transport is not None:
            await self.transport.aclose()


@asynccontextmanager
async def connected(
    place: Endpoint, settings: Settings, environ: Mapping[str, str], transport: AsyncBaseTransport | None
) -> AsyncIterator[Connection]:
    """Closes what it opened; a recording is written then, also when the run failed or was interrupted. Raises
    InputError for a cassette that can't be replayed."""
    line = Connection(place, settings, environ)
    line.transport = transport
    if settings.record is not None or settings.replay is not None:
        from summarizer.model import cassette  # noqa: PLC0415  vcrpy and a YAML reader, for few runs

        if settings.record is not None:
            line.transport = line.recorder = cassette.Recorder(settings.record, transport)
        elif settings.replay is not None:
            line.transport = cassette.Player(settings.replay)
    try:
        yield line
    finally:
        await line.close()


class _VirtualTime:
    """A replay's time, which passes by sleeping only: a recorded "come back in a minute" takes no minute."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        self._now += seconds
        await asyncio.sleep(0)
