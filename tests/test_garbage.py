"""The garbage collector is left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from summarizer.garbage import YOUNG, seldom_collected


@pytest.fixture(autouse=True)
def _restored() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_runs_that_overlap_leave_the_threshold_as_it_was() -> None:
    gc.set_threshold(700, 10, 10)
    first, second = seldom_collected(), seldom_collected()
    first.__enter__()
    second.__enter__()
    assert gc.get_threshold() == (YOUNG, 10, 10)
    first.__exit__(None, None, None)
    assert gc.get_threshold() == (YOUNG, 10, 10)
    second.__exit__(None, None, None)
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("chosen", [0, 2 * YOUNG])
def test_a_collector_that_is_off_or_seldom_called_stays_so(chosen: int) -> None:
    gc.set_threshold(chosen, 10, 10)
    with seldom_collected():
        assert gc.get_threshold() == (chosen, 10, 10)
    assert gc.get_threshold() == (chosen, 10, 10)


def test_what_the_caller_sets_meanwhile_holds() -> None:
    with seldom_collected():
        gc.set_threshold(5_000, 10, 10)
    assert gc.get_threshold() == (5_000, 10, 10)
