"""Recordings: what was said once is said again, in any order, without a key and without a network."""

from __future__ import annotations

import asyncio
import json
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

import httpx2
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from vcr.serialize import deserialize, serialize

from summarizer.domain import Usage
from summarizer.errors import InputError, KeyRejected, ReplayMiss, WriteError
from summarizer.ledger import Ledger
from summarizer.model import cassette_format
from summarizer.model.cassette import matching
from summarizer.model.door import Answer, Model
from summarizer.settings import Settings
from tests.model.provider import CITY, City, Provider, answer, failure, model, question


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "cassettes" / "run.yaml"


def record(path: Path, provider: Provider, texts: list[str], ledger: Ledger | None = None) -> list[Answer]:
    async def story() -> list[Answer]:
        async with model(provider, ledger, record=path) as opened:
            return [await opened.ask(question(text), CITY, text) for text in texts]

    return asyncio.run(story())


def replay(path: Path, texts: list[str], **given: Any) -> list[Answer]:
    async def story() -> list[Answer]:
        async with Model.open(Settings(replay=path, **given), None, {}) as opened:
            return await asyncio.gather(*(opened.ask(question(text), CITY, text) for text in texts))

    return asyncio.run(story())


def named(body: dict[str, Any]) -> httpx2.Response:
    """An answer that tells which question it belongs to."""
    text = body["messages"][1]["content"].split("\n")[1]
    return answer(json.dumps({"name": text, "people": 1}))


def names(answers: list[Answer]) -> list[str]:
    return [one.form.name for one in answers if isinstance(one.form, City)]


def test_a_replay_gives_each_question_its_own_answer_in_any_order(path: Path) -> None:
    texts = [f"town {number}" for number in range(20)]
    record(path, Provider(named), texts)
    backwards = texts[::-1]
    assert names(replay(path, backwards)) == backwards


def test_a_replay_needs_no_key_pays_nothing_and_says_so(path: Path) -> None:
    record(path, Provider(), ["Ystad"])
    (given,) = replay(path, ["Ystad"])
    assert (given.cached, given.usage) == (True, Usage())


def test_a_replay_opens_no_socket(path: Path) -> None:
    record(path, Provider(), ["Ystad"])
    loop = asyncio.new_event_loop()  # its own pair of sockets, before they are counted
    opened: list[socket.socket] = []

    class Counted(socket.socket):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            opened.append(self)

    async def story() -> None:
        async with Model.open(Settings(replay=path), None, {}) as replayed:
            await replayed.ask(question("Ystad"), CITY, "a")

    original, socket.socket = socket.socket, Counted  # type: ignore[misc]
    try:
        loop.run_until_complete(story())
    finally:
        socket.socket = original  # type: ignore[misc]
        loop.close()
    assert not opened


def test_a_question_that_was_asked_once_is_answered_as_often_as_it_is_asked(path: Path) -> None:
    record(path, Provider(named), ["Ystad"])
    assert names(replay(path, ["Ystad"] * 5)) == ["Ystad"] * 5


def test_a_429_that_was_recorded_is_replayed_before_the_answer_and_not_waited_for(path: Path) -> None:
    record(path, Provider(failure(429, retry_after="0.2"), named), ["Ystad"])
    text = path.read_text()
    path.write_text(text.replace("'0.2'", "'500'").replace("- 0.2", "- '500'"))
    assert "500" in path.read_text()
    (given,) = replay(path, ["Ystad"], timeout=5)
    assert given.attempts == 2


def test_a_correction_is_replayed(path: Path) -> None:
    record(path, Provider(answer('{"name":"Y"}'), answer()), ["Ystad"])
    assert names(replay(path, ["Ystad"])) == ["Ystad"]


def test_a_question_that_was_not_recorded_names_the_article_that_asks_it(path: Path) -> None:
    record(path, Provider(), ["Ystad"])
    with pytest.raises(ReplayMiss, match=r"article Lund .* --record"):
        replay(path, ["Lund"])


def test_no_host_no_key_and_no_account_is_recorded(path: Path) -> None:
    leaky = answer()
    leaky.headers.update({"openai-organization": "org-secret", "set-cookie": "id=secret", "x-request-id": "secret"})
    leaky.headers["x-ratelimit-remaining-requests"] = "99"
    record(path, Provider(leaky), ["Ystad"])
    text = path.read_text()
    assert "x-ratelimit-remaining-requests" in text
    for word in ("secret", "sk-of-the-tests", "openai.com", "uthorization", "://"):
        assert word not in text


def test_a_recording_is_readable_and_says_the_schema_once(path: Path) -> None:
    record(path, Provider(named), ["Ystad\nand Lund", "Simrishamn"])
    text = path.read_text()
    assert "      Ystad\n" in text, "a text of several lines is a block"
    assert text.count("additionalProperties") == 1
    whole = yaml.safe_load(text)
    assert whole["version"] == 1
    assert whole["interactions"][0]["request"]["uri"] == "/v1/chat/completions"


def test_two_recordings_of_one_run_are_the_same_file(path: Path) -> None:
    record(path, Provider(named), ["a", "b", "c"])
    first = path.read_text()
    record(path, Provider(named), ["c", "a", "b"])
    assert path.read_text() == first


def test_a_recording_survives_a_failing_run_and_ctrl_c(path: Path) -> None:
    async def interrupted() -> None:
        async with model(Provider(named, failure(401)), record=path) as opened:
            await opened.ask(question("Ystad"), CITY, "a")
            with pytest.raises(KeyRejected):
                await opened.ask(question("Lund"), CITY, "b")
            raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        asyncio.run(interrupted())
    assert names(replay(path, ["Ystad"])) == ["Ystad"]


def test_what_the_ledger_holds_is_recorded_without_paying_again(path: Path, tmp_path: Path) -> None:
    provider = Provider(answer("no json"), named)
    with Ledger.open(tmp_path / "ledger") as ledger:
        record(tmp_path / "first.yaml", provider, ["Ystad"], ledger)
        record(path, provider, ["Ystad"], ledger)
    assert provider.asked == 2
    assert names(replay(path, ["Ystad"])) == ["Ystad"]


def test_a_cassette_that_is_not_there_or_is_none_is_an_input_error(path: Path) -> None:
    with pytest.raises(InputError, match="can't be read"):
        replay(path, ["Ystad"])
    path.parent.mkdir()
    for wrong in ("", "{", "a: [1", "just words", "interactions: 3", "interactions: [{}]"):
        path.write_text(wrong)
        with pytest.raises(InputError, match="is not a recording"):
            replay(path, ["Ystad"])


def test_a_recording_that_can_not_be_written_leaves_the_old_one(path: Path) -> None:
    path.mkdir(parents=True)
    with pytest.raises(WriteError, match="could not be written"):
        record(path, Provider(), ["Ystad"])
    assert list(path.parent.iterdir()) == [path]


def bodies() -> st.SearchStrategy[Any]:
    text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
    leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | text
    return st.dictionaries(text, st.recursive(leaves, lambda sub: st.lists(sub, max_size=4), max_leaves=8), max_size=4)


@settings(max_examples=150, deadline=None)
@given(body=bodies(), said=bodies())
def test_every_json_body_comes_back_the_same(body: dict[str, Any], said: dict[str, Any]) -> None:
    asked = {"method": "POST", "uri": "/v1/chat/completions", "body": json.dumps(body), "headers": {}}
    response = {"status": {"code": 200, "message": ""}, "headers": {}, "body": {"string": json.dumps(said)}}
    text = cassette_format.serialize({"version": 1, "interactions": [{"request": asked, "response": response}]})
    (entry,) = cassette_format.deserialize(text)["interactions"]
    assert json.loads(entry["request"]["body"]) == body
    assert json.loads(entry["response"]["body"]["string"]) == said
    assert matching(entry["request"]["body"]) == matching(json.dumps(body))


def test_vcrpy_reads_and_writes_the_same_file(path: Path) -> None:
    record(path, Provider(named), ["Ystad"])
    requests, responses = deserialize(path.read_text(), cassette_format)[:2]
    assert json.loads(requests[0].body)["model"] == "gpt-4.1-mini"
    assert serialize({"requests": requests, "responses": responses}, cassette_format) == path.read_text()
