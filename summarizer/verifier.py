"""Where answers are verified: in this process, or in others.

Verifying takes more processor time than asking does. In processes of its own it doesn't hold up the loop that talks to
the provider, so that a fast one is kept busy.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
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
from summarizer.values import dispatch, horizon_check, money_confirm, money_text, person_check, region_names
from summarizer.values.quotes import Locator

log = logging.getLogger(__name__)

INHERITED = (dispatch, horizon_check, money_confirm, money_text, person_check, region_names)
"""What kinds load when they first read a quote: loaded here, it is there before the fork and shared."""

_LINE_HOLDS = 100_000  # bytes that lie unread between two processes before the writer has to wait, and more
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
    """With several `processes`, where the system can fork, all but this one verify; else this one does. `handed_in` is
    called whenever an answer begins to wait."""
    if processes < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield Here(plan)
        return
    others = Others(plan, processes - 1, handed_in)
    try:
        yield others
    finally:
        others.close()


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


class Others:
    """Verifies in forked processes. They are quicker at it when they are more than the processors have to spare: the
    system then shares the processors out between asking and verifying as either needs them."""

    def __init__(self, plan: Plan[Any], number: int, handed_in: Callable[[], None]) -> None:
        self._handed_in = handed_in
        self.others: list[Other] = []
        for _ in range(number):
            self.others.append(Other(plan, [other.line for other in self.others]))

    @property
    def waiting(self) -> int:
        return sum(other.waiting for other in self.others)

    async def verify(self, article: Article, answered: Sequence[Answered]) -> Checked:
        freest = min(self.others, key=lambda other: other.waiting)
        verified = freest.hand_in(article, answered)
        self._handed_in()
        return await verified

    def close(self) -> None:
        for other in self.others:
            other.close()


class Other:
    """A forked process that verifies; it has the user's schema already. It always has a few answers before it, but no
    more than the line holds, so that neither process ever waits for the other to read. If it can't give a result, or
    dies, this process does the work."""

    def __init__(self, plan: Plan[Any], lines: Sequence[Connection]) -> None:
        """`lines`: those to processes that were forked before, which this one would keep open."""
        self._plan = plan
        self._here: deque[_Handed] = deque()
        self._there: deque[_Handed] = deque()
        self._in_line = 0  # bytes
        context = multiprocessing.get_context("fork")
        self.line, theirs = context.Pipe()
        with _signals_held():
            self.process = context.Process(target=_serve, args=(theirs, [*lines, self.line], plan), daemon=True)
            self.process.start()
        theirs.close()
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self.line.fileno(), self._receive)

    @property
    def waiting(self) -> int:
        return len(self._here) + len(self._there)

    def hand_in(self, article: Article, answered: Sequence[Answered]) -> asyncio.Future[Checked]:
        job = (article, answered)
        handed = _Handed(job, pickle.dumps(job, pickle.HIGHEST_PROTOCOL), self._loop.create_future())
        if self.line.closed:
            self._settle(handed, None)
        else:
            self._here.append(handed)
            self._send()
        return handed.verified

    def _send(self) -> None:
        while self._here and (not self._there or self._in_line + len(self._here[0].pickled) <= _LINE_HOLDS):
            handed = self._here.popleft()
            self._there.append(handed)
            self._in_line += len(handed.pickled)
            try:
                self.line.send_bytes(handed.pickled)
            except OSError as problem:
                self._give_up(problem)
                return

    def _receive(self) -> None:
        try:
            result: Result = pickle.loads(self.line.recv_bytes())
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
        if self.line.closed:
            return
        self._loop.remove_reader(self.line.fileno())
        self.line.close()  # which ends the other process
        self.process.join(_GOODBYE)
        if self.process.is_alive():
            self.process.terminate()


@contextmanager
def _signals_held() -> Iterator[None]:
    """A fork inherits what this process does on Ctrl-C; nothing may come before it has forgotten that."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Connection, theirs: Sequence[Connection], plan: Plan[Any]) -> None:
    """The other process: until the first one closes the line, or is gone. Ctrl-C is for that one to see."""
    for each in theirs:
        each.close()
    with contextlib.suppress(ValueError):
        signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    gc.freeze()  # what was there before the fork stays shared: looking through it for garbage would copy it
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
