"""Where answers are verified: in this process, or in one of its own beside it.

Verifying takes more processor time than asking does. In a process of its own it doesn't hold up the loop that talks to
the provider, so that a fast one is kept busy.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import multiprocessing
import pickle
import signal
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing.connection import Connection
from typing import Any, Protocol

from summarizer.domain import Article
from summarizer.plan import Answered, Plan
from summarizer.steps.verify import Checked, verify
from summarizer.values.quotes import Locator

log = logging.getLogger(__name__)

_LINE_HOLDS = 65_536  # bytes that lie unread between two processes before the writer has to wait, and more
_GOODBYE = 5.0  # seconds that the other process has to end
_SIGNALS = (signal.SIGINT, signal.SIGTERM)

Job = tuple[Article, Sequence[Answered]]
Result = Checked | Exception | None


class Verifier(Protocol):
    """`waiting`: answers that were handed in and are not verified yet."""

    @property
    def waiting(self) -> int: ...

    async def verify(self, article: Article, answered: Sequence[Answered]) -> Checked: ...


@asynccontextmanager
async def verifier(plan: Plan[Any], processes: int, handed_in: Callable[[], None]) -> AsyncIterator[Verifier]:
    """With two `processes` where the system can fork, one verifies; else this one does. `handed_in` is called
    whenever an answer begins to wait."""
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield Here(plan)
        return
    beside = Beside(plan, handed_in)
    try:
        yield beside
    finally:
        beside.close()


class Here:
    """Verifies at once."""

    waiting = 0

    def __init__(self, plan: Plan[Any]) -> None:
        self._plan = plan

    async def verify(self, article: Article, answered: Sequence[Answered]) -> Checked:
        return _verified(self._plan, article, answered)


@dataclass(slots=True)
class _Handed:
    """An answer that was handed in."""

    job: Job
    pickled: bytes
    verified: asyncio.Future[Checked]


class Beside:
    """Verifies in a forked process, which has the user's schema already. It always has a few answers before it, but
    no more than the line holds, so that neither process ever waits for the other to read. If it can't give a result,
    or dies, this process does the work."""

    def __init__(self, plan: Plan[Any], handed_in: Callable[[], None]) -> None:
        self._plan = plan
        self._handed_in = handed_in
        self._here: deque[_Handed] = deque()
        self._there: deque[_Handed] = deque()
        self._in_line = 0  # bytes
        context = multiprocessing.get_context("fork")
        self._line, theirs = context.Pipe()
        with _signals_held():
            self._process = context.Process(target=_serve, args=(theirs, self._line, plan), daemon=True)
            self._process.start()
        theirs.close()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self._line.fileno(), self._receive)

    @property
    def waiting(self) -> int:
        return len(self._here) + len(self._there)

    async def verify(self, article: Article, answered: Sequence[Answered]) -> Checked:
        if self._line.closed:
            return _verified(self._plan, article, answered)
        job = (article, answered)
        handed = _Handed(job, pickle.dumps(job, pickle.HIGHEST_PROTOCOL), self._loop.create_future())
        self._here.append(handed)
        self._send()
        self._handed_in()
        return await handed.verified

    def _send(self) -> None:
        while self._here and (not self._there or self._in_line + len(self._here[0].pickled) <= _LINE_HOLDS):
            handed = self._here.popleft()
            self._there.append(handed)
            self._in_line += len(handed.pickled)
            try:
                self._line.send_bytes(handed.pickled)
            except OSError as problem:
                self._give_up(problem)
                return

    def _receive(self) -> None:
        try:
            result: Result = pickle.loads(self._line.recv_bytes())
        except Exception as problem:
            self._give_up(problem)
            return
        handed = self._there.popleft()
        self._in_line -= len(handed.pickled)
        self._send()
        self._settle(handed, result)

    def _settle(self, handed: _Handed, result: Result) -> None:
        if handed.verified.done():  # cancelled
            return
        try:
            if isinstance(result, Exception):
                raise result
            handed.verified.set_result(_verified(self._plan, *handed.job) if result is None else result)
        except Exception as problem:
            handed.verified.set_exception(problem)

    def _give_up(self, problem: Exception) -> None:
        log.warning("answers are verified in this process from now on: %s: %s", type(problem).__name__, problem)
        left = [*self._there, *self._here]
        self._there.clear()
        self._here.clear()
        self.close()
        for handed in left:
            self._settle(handed, None)

    def close(self) -> None:
        if self._line.closed:
            return
        self._loop.remove_reader(self._line.fileno())
        self._line.close()  # which ends the other process
        self._process.join(_GOODBYE)
        if self._process.is_alive():
            self._process.terminate()


@contextmanager
def _signals_held() -> Iterator[None]:
    """A fork inherits what this process does on Ctrl-C; nothing may come before it has forgotten that."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection, theirs: Connection, plan: Plan[Any]) -> None:
    """The other process: until the first one closes the line, or is gone. Ctrl-C is for that one to see."""
    theirs.close()
    with contextlib.suppress(ValueError):
        signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    with contextlib.suppress(EOFError, OSError):
        while True:
            line.send_bytes(_result(plan, line.recv_bytes()))


def _result(plan: Plan[Any], pickled: bytes) -> bytes:
    """The first process raises an exception again where the article is waited for; at a None, which stands for what
    can't be sent, it does the work itself."""
    job: Job = pickle.loads(pickled)
    try:
        result: Result = _verified(plan, *job)
    except Exception as problem:
        result = problem
    try:
        return pickle.dumps(result, pickle.HIGHEST_PROTOCOL)
    except Exception:
        return pickle.dumps(None)


def _verified(plan: Plan[Any], article: Article, answered: Sequence[Answered]) -> Checked:
    return verify(article, _locator(article.text, article.language), plan, answered)


@lru_cache(maxsize=16)
def _locator(text: str, language: str) -> Locator:
    """Of a long article that is asked about in parts, one."""
    return Locator(text, language)
