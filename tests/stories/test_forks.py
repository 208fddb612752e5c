"""Work on a heap of articles, shared out among processes."""

from __future__ import annotations

import os
from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain import Article
from summarizer.stories.forks import ALONE, MOST, WORTH_IT, Forks, done, forks_for
from summarizer.stories.grouping import group


def span(start: int, stop: int) -> list[int]:
    return list(range(start, stop))


@given(st.integers(0, 50), st.integers(1, 9))
def test_every_item_is_in_one_part_and_the_parts_come_in_order(items: int, at_once: int) -> None:
    assert [item for part in ALONE.share_out(span, items, at_once) for item in part] == list(range(items))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system can't fork")  # Windows: this process does it all
def test_others_do_a_part_of_the_work_and_the_order_is_the_same() -> None:
    def slowly(start: int, stop: int) -> tuple[int, list[int]]:
        return os.getpid(), [sum(range(200_000)) * 0 + item for item in range(start, stop)]

    found = list(Forks(2).share_out(slowly, 40, 1))
    assert [item for _, part in found for item in part] == list(range(40))
    assert len({process for process, _ in found}) == 2


def test_what_a_process_that_died_had_in_hand_is_done_again() -> None:
    died: Future[list[int]] = Future()
    died.set_running_or_notify_cancel()
    died.set_exception(BrokenProcessPool())
    assert done(died, span, 3, 5) == [3, 4]


def test_a_failure_in_another_process_is_raised_here() -> None:
    def fails(start: int, stop: int) -> None:
        raise ValueError(f"{start} to {stop}")

    with pytest.raises(ValueError, match="0 to 1"):
        list(Forks(2).share_out(fails, 2, 1))


def test_a_small_heap_is_not_worth_a_fork() -> None:
    assert forks_for(WORTH_IT - 1, 2) == ALONE
    assert forks_for(WORTH_IT, 2) == Forks(2)


def test_many_processors_are_not_all_taken() -> None:
    assert forks_for(WORTH_IT, 64) == Forks(MOST)


def test_two_processes_find_the_same_stories() -> None:
    heap = [Article(f"{number:05d}", _told(number // 2)) for number in range(WORTH_IT + 100)]
    alone, shared = group(heap), group(heap, processes=2)
    assert alone == shared
    assert alone.memory.dumps() == shared.memory.dumps()


def _told(event: int) -> str:
    """A short report of an event that nobody else tells of."""
    place, number = f"Mill {event} of Oru", event * 7 + 100
    return f"{place} burned down on Monday. {number} people were led out of {place} by Ann Vik{event}, nobody was hurt."
