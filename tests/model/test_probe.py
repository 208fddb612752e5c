"""The probe finds the mode that a server supports."""

from __future__ import annotations

import asyncio
import json
from typing import Any

import httpx2
import pytest

from summarizer.errors import KeyRejected
from summarizer.model.probe import Probe, advice, probe
from summarizer.settings import Settings
from tests.model.provider import ENVIRON, Provider, answer, failure, tool_answer

SAID = json.dumps({"settlement_label": "Ystad", "resident_tally": 19000})


def tools_only(body: dict[str, Any]) -> httpx2.Response:
    """As llama-cpp-python's server: any response_format but text is an error of its own."""
    if "response_format" in body:
        return failure(500, "Invalid response_format", retry_after_ms="0")
    return tool_answer(SAID) if "tools" in body else answer("The town is Ystad.")


def deaf(body: dict[str, Any]) -> httpx2.Response:
    """As Ollama's cloud: accepts every schema and looks at none."""
    told = "settlement_label" in body["messages"][0]["content"]
    return answer(f"```json\n{SAID}\n```" if told else '{"city": "Ystad", "population": 19000}')


def found(server: Provider, **given: Any) -> list[Probe]:
    return asyncio.run(probe(Settings(**given), ENVIRON, server))


def test_a_server_that_only_knows_tools_is_found_out() -> None:
    probes = found(Provider(tools_only))
    assert [one.mode for one in probes if one.works] == ["tools"]
    assert (
        advice(probes, Settings(), "json_schema") == "set --mode tools: mode json_schema is used, and it doesn't work"
    )


def test_a_server_that_ignores_schemas_in_silence_is_found_out() -> None:
    probes = found(Provider(deaf))
    assert [one.mode for one in probes if one.works] == ["json", "md_json"]


def test_one_tiny_request_is_sent_for_each_mode() -> None:
    server = Provider(answer(SAID))
    probes = found(server)
    assert server.asked == 4
    assert sum(one.usage.calls for one in probes) == 4
    assert advice(probes, Settings(), "json_schema") == "nothing to set: mode json_schema is used, and it works"


def test_a_better_mode_is_recommended() -> None:
    probes = found(Provider(answer(SAID)))
    assert "--mode json_schema works too" in advice(probes, Settings(mode="md_json"), "json_schema")


def test_no_mode_helps_against_a_wrong_key() -> None:
    with pytest.raises(KeyRejected):
        found(Provider(failure(401)))


def test_where_nothing_works_another_model_is_the_way_out() -> None:
    probes = found(Provider(failure(400, "no")))
    assert all(one.reason for one in probes)
    assert "--model" in advice(probes, Settings(), "tools")
