"""How far a run has come, and how it is asked to end."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from summarizer.archive import Outcome
from summarizer.domain import Failure, Usage


@dataclass(slots=True)
class Progress:
    """How far a run has come, for whoever shows it. `total` is None while articles are still being read."""

    done: int = 0
    failed: int = 0
    duplicates: int = 0
    started: int = 0
    cached: int = 0
    model: str = ""
    total: int | None = None
    usage: Usage = field(default_factory=Usage)
    begun: float = field(default_factory=time.monotonic)

    @property
    def in_flight(self) -> int:
        return self.started - self.ended

    @property
    def ended(self) -> int:
        return self.done + self.failed + self.duplicates

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.begun

    def count(self, outcome: Outcome) -> None:
        if isinstance(outcome, Failure) and outcome.state == "duplicate":
            self.duplicates += 1
        elif isinstance(outcome, Failure):
            self.failed += 1
        else:
            self.done += 1


@dataclass(slots=True)
class Stop:
    """Asks a run to end: what is in flight is finished, what is not begun is reported as not asked."""

    reason: str = ""

    def __call__(self, reason: str) -> None:
        self.reason = self.reason or reason
