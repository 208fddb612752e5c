"""Long work on a heap of articles, shared out among this process and forks of it."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, TypeVar

T = TypeVar("T")

Work = Callable[[int, int], T]
"""Of the items from one number up to another."""

WORTH_IT = 4_000
"""Articles from which on the work takes longer than the forks."""

MOST = 4
"""Processes that are worth it: half of the work is not shared out, and each takes memory."""

_work: Work[Any] | None = None  # what forked processes are to do: inherited, as sending it would cost more


@dataclass(frozen=True, slots=True)
class Forks:
    """`processes`: how many share the work, this one among them; 1 forks none. Forking is not safe beside threads that
    others began."""

    processes: int = 1

    def share_out(self, work: Work[T], items: int, at_once: int) -> Iterator[T]:
        """The results of `work` on parts of `at_once` items, in their order. What others return is pickled."""
        parts = [(start, min(start + at_once, items)) for start in range(0, items, at_once)]
        if self.processes < 2 or len(parts) < 2 or not _may_fork():
            yield from (work(*part) for part in parts)
            return
        global _work
        _work = work
        pool = ProcessPoolExecutor(self.processes - 1, multiprocessing.get_context("fork"), initializer=_leave_signals)
        try:
            # the last parts are done there first, the first ones here, until both meet
            begun = {part: pool.submit(_inherited, *part) for part in reversed(parts)}
            for part in parts:
                yield done(begun[part], work, *part)
        finally:
            _work = None
            pool.shutdown(cancel_futures=True)


ALONE = Forks()


def forks_for(articles: int, processes: int) -> Forks:
    return Forks(min(processes, MOST) if articles >= WORTH_IT else 1)


def done(begun: Future[T], work: Work[T], start: int, stop: int) -> T:
    """Done here, unless another process has it in hand. What one that died had in hand is done again."""
    if not begun.cancel():
        try:
            return begun.result()
        except BrokenProcessPool:
            pass
    return work(start, stop)


def _inherited(start: int, stop: int) -> Any:
    assert _work is not None
    return _work(start, stop)


def _leave_signals() -> None:
    """Ctrl-C is for the first process to see."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _may_fork() -> bool:
    """A daemon (a worker of `multiprocessing.Pool`) may have no processes of its own."""
    return "fork" in multiprocessing.get_all_start_methods() and not multiprocessing.current_process().daemon
