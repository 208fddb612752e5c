"""What lies below a sender: the network, a network that is recorded, or a recording."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.model.pace import Pace, Sleep
from summarizer.model.providers import Endpoint, key_for
from summarizer.settings import Settings

if TYPE_CHECKING:
    from httpx2 import AsyncBaseTransport

    from summarizer.model.cassette import Recorder
    from summarizer.model.wire import Wire


@dataclass(frozen=True, slots=True)
class Connection:
    """`wire` None: nothing can be sent, only estimated. `replaying`: answers cost nothing, and nobody waits."""

    wire: Wire | None
    pace: Pace
    sleep: Sleep = asyncio.sleep
    recorder: Recorder | None = None
    replaying: bool = False


@asynccontextmanager
async def connected(
    place: Endpoint, settings: Settings, environ: Mapping[str, str], transport: AsyncBaseTransport | None
) -> AsyncIterator[Connection]:
    """Closes what it opened; a recording is written then, also when the run failed or was interrupted."""
    if settings.dry_run:
        yield Connection(None, Pace(settings.concurrency))
        return
    key = "replay" if settings.replay is not None else key_for(place, settings, environ)
    from summarizer.model.wire import Wire  # noqa: PLC0415  the SDK takes a second to import; --dry-run needs none

    recorder = None
    if settings.record is not None or settings.replay is not None:
        from summarizer.model import cassette  # noqa: PLC0415  vcrpy and a YAML reader, for few runs

        if settings.record is not None:
            transport = recorder = cassette.Recorder(settings.record, transport)
        elif settings.replay is not None:
            transport = cassette.Player(settings.replay)
    wire = Wire(place, key, settings.timeout, settings.concurrency, transport)
    try:
        if settings.replay is not None:
            yield Connection(wire, Pace(settings.concurrency, sleep=_at_once), _at_once, replaying=True)
        else:
            yield Connection(wire, Pace(settings.concurrency, settings.rpm, settings.tpm), recorder=recorder)
    finally:
        await wire.close()


async def _at_once(_: float) -> None:
    """In place of waiting: a recorded "come back in a second" need not be waited for again."""
