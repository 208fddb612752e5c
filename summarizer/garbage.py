"""How often Python looks for garbage while many articles are in hand."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

YOUNG = 10_000
"""Objects made and not freed until Python looks through them; by default it does so after 700."""

_lock = Lock()
_threshold = 0  # as it was before the first of the runs that are under way
_runs = 0


@contextmanager
def seldom_collected() -> Iterator[None]:
    """The articles in flight hold far more than 700 objects, and lose nearly all of them without the collector. Called
    that often it looks through them, and through all that was ever imported, for next to nothing: that took a tenth of
    a run. What the caller set higher, or switched off (0), stays; afterwards all is as it was before."""
    _begin()
    try:
        yield
    finally:
        _end()


def _begin() -> None:
    global _runs, _threshold
    with _lock:
        _runs += 1
        if _runs == 1:
            _threshold, *older = gc.get_threshold()
            if _threshold:
                gc.set_threshold(max(_threshold, YOUNG), *older)


def _end() -> None:
    global _runs
    with _lock:
        _runs -= 1
        young, *older = gc.get_threshold()
        if not _runs and young == max(_threshold, YOUNG):  # else the caller has set it anew
            gc.set_threshold(_threshold, *older)
