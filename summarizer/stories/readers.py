"""Fingerprints of a heap of articles: read in this process, or in several."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from summarizer.domain import Article
from summarizer.stories.fingerprint import Fingerprint, Reader

WORTH_IT = 4_000
"""Articles that are read before another process would have begun to help."""

_AT_ONCE = 500

_articles: Sequence[Article] = ()  # what forked processes are to read: inherited, as sending it would cost more


def fingerprints(articles: Sequence[Article], processes: int = 1) -> list[Fingerprint]:
    """In the order of the articles. With several `processes`, where the system can fork, all but this one help."""
    reader = Reader()
    if processes < 2 or len(articles) < WORTH_IT or not _may_fork():
        return reader.read_all(articles)
    global _articles  # the one way to hand something to a fork
    _articles = articles
    pool = ProcessPoolExecutor(processes - 1, multiprocessing.get_context("fork"), initializer=_leave_signals)
    try:
        # the last ones are read there first, the first ones here, until both meet
        starts = range(0, len(articles), _AT_ONCE)
        begun = {start: pool.submit(_read, start) for start in reversed(starts)}
        made: list[Fingerprint] = []
        for start in starts:
            made += taken(begun[start], articles[start : start + _AT_ONCE], reader)
        return made
    finally:
        _articles = ()
        pool.shutdown(cancel_futures=True)


def _leave_signals() -> None:
    """Ctrl-C is for the first process to see."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _may_fork() -> bool:
    """A daemon (a worker of `multiprocessing.Pool`) may have no processes of its own."""
    return "fork" in multiprocessing.get_all_start_methods() and not multiprocessing.current_process().daemon


def _read(start: int) -> list[Fingerprint]:
    return _reader.read_all(_articles[start : start + _AT_ONCE])


_reader = Reader()  # of a forked process


def taken(begun: Future[list[Fingerprint]], articles: Sequence[Article], reader: Reader) -> list[Fingerprint]:
    """Read here, unless another process has them in hand. What one that died had in hand is read again."""
    if not begun.cancel():
        try:
            return [reader.shared(found) for found in begun.result()]
        except BrokenProcessPool:
            pass
    return reader.read_all(articles)
