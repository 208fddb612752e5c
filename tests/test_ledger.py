"""What was paid for is kept, whatever happens to the process and to the disk."""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.domain import Usage
from summarizer.errors import LedgerError, Refused
from summarizer.ledger import Ledger
from summarizer.model.door import Answer
from tests.model.provider import CITY, GOOD, Provider, answer, model, question

PAID = Usage(1, 100, 10, Decimal("0.5"))

WRITER = """
import sys
from pathlib import Path
from summarizer.domain import Usage
from summarizer.ledger import Ledger
with Ledger.open(Path(sys.argv[1])) as ledger:
    for number in range(int(sys.argv[2]), 10**6):
        ledger.keep(f"key {number}", "a.txt", "m", b"answer %d" % number, Usage(1, 1, 1))
        print(number, flush=True)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "ledger.sqlite3"


@settings(max_examples=30, deadline=None)
@given(raw=st.binary(max_size=5_000))
def test_an_answer_comes_back_byte_by_byte(raw: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    with Ledger.open(tmp_path_factory.mktemp("ledger") / "l") as ledger:
        ledger.keep("k", "a.txt", "m", raw, PAID)
        assert ledger.answer("k") == raw
        assert ledger.answer("other") is None


def test_a_second_run_pays_nothing(path: Path) -> None:
    provider = Provider()

    async def story() -> list[Answer]:
        async with model(provider, ledger=None, **{"max_cost": None}) as opened:
            return [await opened.ask(question(), CITY, "a.txt")]

    async def with_ledger() -> Answer:
        with Ledger.open(path) as ledger:
            async with model(provider, ledger) as opened:
                return await opened.ask(question(), CITY, "a.txt")

    first, second = asyncio.run(with_ledger()), asyncio.run(with_ledger())
    assert first.form == second.form
    assert (second.cached, second.usage, second.attempts) == (True, Usage(), 0)
    assert provider.asked == 1
    asyncio.run(story())
    assert provider.asked == 2, "without a ledger it is paid again"


def test_a_corrected_conversation_is_held_again_from_the_ledger(path: Path) -> None:
    provider = Provider(answer("no json"), answer("no json"), answer('{"name":"Y"}'), answer(), answer(GOOD))

    async def story() -> Answer:
        with Ledger.open(path) as ledger:
            async with model(provider, ledger) as opened:
                return await opened.ask(question(), CITY, "a.txt")

    first, second = asyncio.run(story()), asyncio.run(story())
    assert (first.usage.calls, second.usage.calls) == (4, 0)
    assert first.form == second.form
    assert provider.asked == 4


def test_an_estimate_knows_what_is_paid_already_and_how_long_answers_are(path: Path) -> None:
    async def story() -> None:
        with Ledger.open(path) as ledger:
            async with model(Provider(), ledger) as opened:
                await opened.ask(question(), CITY, "a.txt")
                assert opened.estimate(question(), CITY) == Usage()
                assert opened.estimate(question("Lund"), CITY).output_tokens == 10

    asyncio.run(story())


def test_a_refusal_is_not_paid_again_until_it_is_forgotten(path: Path) -> None:
    provider = Provider(answer(None, refusal="no"), answer())

    async def story() -> Answer:
        with Ledger.open(path) as ledger:
            async with model(provider, ledger) as opened:
                for _ in range(2):
                    with pytest.raises(Refused):
                        await opened.ask(question(), CITY, "a.txt")
                assert provider.asked == 1
                assert ledger.forget(["b.txt"]) == 0
                assert ledger.forget(["a.txt"]) == 1
                return await opened.ask(question(), CITY, "a.txt")

    assert asyncio.run(story()).usage.calls == 1


def test_answers_are_kept_by_provider_and_content_but_not_by_address(path: Path) -> None:
    provider = Provider()

    async def story(base_url: str, name: str) -> bool:
        with Ledger.open(path) as ledger:
            async with model(provider, ledger, base_url=base_url, model=name) as opened:
                return (await opened.ask(question(), CITY, "a.txt")).cached

    assert not asyncio.run(story("http://localhost:1/v1", "openai/m"))
    assert asyncio.run(story("http://localhost:2/v1", "openai/m"))
    assert not asyncio.run(story("http://localhost:2/v1", "ollama/m"))
    assert not asyncio.run(story("http://localhost:2/v1", "openai/other"))


def test_the_key_is_nowhere_in_the_file(path: Path) -> None:
    async def story() -> None:
        with Ledger.open(path) as ledger:
            async with model(Provider(), ledger) as opened:
                await opened.ask(question(), CITY, "a.txt")

    asyncio.run(story())
    assert all(b"sk-of-the-tests" not in file.read_bytes() for file in path.parent.iterdir())


def test_kill_9_loses_no_answer_that_was_acknowledged(path: Path) -> None:
    begin = 0
    for _ in range(3):
        command = [sys.executable, "-c", WRITER, str(path), str(begin)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
            assert writer.stdout is not None
            for _ in range(random.randrange(5, 60)):
                writer.stdout.readline()
            os.kill(writer.pid, signal.SIGKILL)
            seen = [int(line) for line in writer.stdout.read().split()]
        last = max(seen, default=begin)
        with Ledger.open(path) as ledger:
            missing = [n for n in range(begin, last + 1) if ledger.answer(f"key {n}") != b"answer %d" % n]
        assert not missing
        begin = last + 1


def test_every_article_has_one_state_and_the_counts_add_up(path: Path) -> None:
    with Ledger.open(path) as ledger:
        first = ledger.begin("digest articles")
        for article, state, reason in (("a", "failed", "Refused"), ("b", "ok", ""), ("c", "over budget", "$1 spent")):
            ledger.state(first, article, state, reason)
        ledger.end(first)
        second = ledger.begin()
        ledger.state(second, "a", "asked")
        ledger.state(second, "a", "ok")
        assert ledger.states(first)["a"] == ("failed", "Refused")
        assert {article: state for article, (state, _) in ledger.states().items()} == {
            "a": "ok",
            "b": "ok",
            "c": "over budget",
        }
        done, running = ledger.runs(latest=2)
        assert sum(done.states.values()) == 3
        assert done.ended is not None
        assert running.ended is None


def test_counts_export_and_prune_tell_what_is_there(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.keep("k1", "a.txt", "m", '{"é": 1}'.encode(), PAID)
        ledger.keep("k2", "b.txt", "m", b"{}", PAID)
        assert ledger.counts().usage == Usage(2, 200, 20, Decimal("1.0"))
        rows = list(ledger.export())
        assert [row["key"] for row in rows] == ["k1", "k2"]
        assert json.loads(rows[0]["answer"]) == {"é": 1}
        ledger.state(ledger.begin(), "a.txt", "ok")
        newest = ledger.counts().newest
        assert newest is not None
        assert ledger.prune(newest - 60) == 0
        assert ledger.prune(newest + 60) == 2
        assert ledger.counts().answers == 0
        assert ledger.runs(latest=5) == []


def test_an_unknown_price_makes_the_sum_unknown_and_not_zero(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.keep("k1", "a.txt", "m", b"{}", PAID)
        ledger.keep("k2", "a.txt", "m", b"{}", Usage(1, 1, 1, None))
        assert ledger.counts().usage.cost is None


def test_a_file_that_is_no_ledger_is_named_in_one_line(path: Path) -> None:
    path.parent.mkdir()
    path.write_text("Dear diary,\n" * 1000)
    with pytest.raises(LedgerError, match=r"^the ledger .* is not a ledger; choose another --ledger$"):
        Ledger.open(path)


def read_all(ledger: Ledger) -> None:
    for number in range(300):
        ledger.answer(f"key {number}")


def fill(ledger: Ledger) -> None:
    for number in range(200):
        ledger.keep(f"big {number}", "a.txt", "m", os.urandom(10_000), PAID)


def test_a_damaged_ledger_is_named_in_one_line(path: Path) -> None:
    with Ledger.open(path) as ledger:
        for number in range(300):
            ledger.keep(f"key {number}", "a.txt", "m", os.urandom(2_000), PAID)
    raw = bytearray(path.read_bytes())
    for at in range(8_192, len(raw), 4_096):
        raw[at : at + 200] = b"\xff" * min(200, len(raw) - at)
    path.write_bytes(raw)
    with Ledger.open(path) as ledger, pytest.raises(LedgerError, match=r"is damaged; move it away") as caught:
        read_all(ledger)
    assert "\n" not in str(caught.value)


def test_a_ledger_of_a_newer_version_is_left_alone(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.connection.execute("pragma user_version=99")
    with pytest.raises(LedgerError, match="newer version"):
        Ledger.open(path)


def test_a_full_disk_is_named_and_what_was_written_stays(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.keep("k1", "a.txt", "m", b"kept", PAID)
        (pages,) = ledger.connection.execute("pragma page_count").fetchone()
        ledger.connection.execute(f"pragma max_page_count={pages + 2}")
        with pytest.raises(LedgerError, match="disk is full"):
            fill(ledger)
        assert ledger.answer("k1") == b"kept"


def test_a_ledger_that_may_not_be_written_is_named_before_anything_is_paid_for(path: Path) -> None:
    with Ledger.open(path) as ledger:
        ledger.connection.execute("pragma query_only=on")
        with pytest.raises(LedgerError, match="read-only"):
            ledger.check_writable()


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LedgerError, match="choose another --ledger"):
        Ledger.open(tmp_path / "file" / "ledger.sqlite3")
