"""Fingerprints of many articles, read in several processes."""

from __future__ import annotations

from concurrent.futures import Future
from concurrent.futures.process import BrokenProcessPool

from summarizer.domain import Article
from summarizer.stories import readers
from summarizer.stories.fingerprint import Fingerprint, Reader
from tests.stories.news import news

HEAP = [Article(f"{copy}-{article.id}", article.text, title=article.title) for copy in range(50) for article in news()]


def test_other_processes_read_the_same_in_the_same_order() -> None:
    assert len(HEAP) > readers.WORTH_IT
    here, there = readers.fingerprints(HEAP), readers.fingerprints(HEAP, processes=2)
    assert [f.id for f in there] == [article.id for article in HEAP]
    assert all(one.same_as(other) for one, other in zip(here, there, strict=True))


def test_equal_names_of_different_processes_are_one_string() -> None:
    found = readers.fingerprints(HEAP, processes=2)
    names: dict[str, str] = {}
    for fingerprint in (found[0], found[-1]):
        for name in fingerprint.names:
            assert names.setdefault(name, name) is name


def test_what_a_process_that_died_had_in_hand_is_read_again() -> None:
    died: Future[list[Fingerprint]] = Future()
    died.set_running_or_notify_cancel()
    died.set_exception(BrokenProcessPool())
    assert [f.id for f in readers.taken(died, HEAP[:3], Reader())] == [article.id for article in HEAP[:3]]
