"""The library as another program meets it: its names, its types, and that a call is a call."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import assert_type

import pytest

import summarizer
from summarizer import Article, Digests, Money, Settings, read, summarize, summarize_async
from summarizer.schemas.investment import Investment
from tests.conftest import DEMO, EXAMPLES

REPLAY = Settings(model="openai/relay", replay=DEMO)

NAMES = [
    "Aliases", "Article", "Claim", "Combine", "Conflict", "Digest", "Digests", "Extraction", "Failure", "Horizon",
    "KeepAll", "KeepFirst", "KeepLatest", "KeepMostReported", "KeepPreferred", "Money", "Organization", "Period",
    "Person", "Quote", "Region", "Rejection", "Resolution", "Run", "Settings", "Stance", "Story", "SummarizerError",
    "Usage", "clean", "group", "merge", "plan_for", "read", "summarize", "summarize_async", "verify",
]  # fmt: skip


def test_the_public_names_are_these_and_no_others() -> None:
    assert sorted(summarizer.__all__) == sorted(NAMES)
    assert all(getattr(summarizer, name) is not None for name in NAMES)
    assert set(dir(summarizer)) == set(NAMES)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        summarizer.nonsense  # noqa: B018


def test_one_call_gives_typed_digests() -> None:
    result = summarize(read([str(EXAMPLES)]), Investment, REPLAY)
    assert_type(result, Digests[Investment])
    for digest in result.digests:
        assert_type(digest.record, Investment)
        assert_type(digest.record.amount, Money | None)
        assert type(digest.record) is Investment
    assert (result.run.articles, result.run.ok, len(result.digests)) == (5, 5, 2)


def test_the_call_can_be_awaited() -> None:
    result = asyncio.run(summarize_async(read([str(EXAMPLES)]), Investment, REPLAY))
    assert len(result.digests) == 2


def test_an_article_that_no_cassette_knows_is_named() -> None:
    text = "Acme said that it would invest $12 million in a plant at Ulm in Germany, and nobody had asked it to."
    (failure,) = summarize([Article("acme", text)], Investment, REPLAY).run.failed
    assert (failure.article, failure.state) == ("acme", "replay miss")


def test_a_book_is_no_article_and_costs_nothing() -> None:
    settings = Settings(model="openai/relay", replay=DEMO, max_article_chars=1000)
    (failure,) = summarize([Article("book", "It was a dark and stormy night. " * 40)], Investment, settings).run.failed
    assert (failure.state, failure.article) == ("too long", "book")
    assert "1,000" in failure.reason


def test_no_articles_are_no_digests() -> None:
    result = summarize([], Investment, REPLAY)
    assert (result.digests, result.run.articles) == ((), 0)


def test_importing_the_library_is_cheap() -> None:
    code = "import sys, summarizer; print(len([m for m in sys.modules if m.split('.')[0] in ('pydantic', 'openai')]))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "0"


def test_the_packages_that_are_shipped_are_those_of_the_tree() -> None:
    root = Path(__file__).parents[1]
    if not (root / "summarizer").is_dir():
        pytest.skip("the suite runs against an installed wheel: there is no tree to compare with")
    named = set(tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"])
    found = {".".join(path.parent.relative_to(root).parts) for path in root.glob("summarizer/**/__init__.py")} | {
        "summarizer.schemas"
    }
    assert found == named
