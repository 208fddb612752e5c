"""`doctor` and `ledger`, as a person calls them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from summarizer.cli import engine
from summarizer.domain import Usage
from summarizer.errors import SettingsError
from summarizer.ledger import Ledger

APP = typer.Typer()
engine.register(APP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite3"


def called(*words: str, environ: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Exit code and standard output. Errors of ours are raised, as the console script turns them into a line."""
    nothing = {"OPENAI_API_KEY": None, "OPENAI_BASE_URL": None, "SUMMARIZER_MODEL": None}
    result = CliRunner().invoke(APP, list(words), env={**nothing, **(environ or {})})
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout


def filled(path: Path) -> Path:
    with Ledger.open(path) as ledger:
        ledger.keep("k1", "a.txt", "openai/m", b'{"choices": []}', Usage(1, 1200, 30))
        run = ledger.begin("digest")
        ledger.state(run, "a.txt", "ok")
        ledger.state(run, "b.txt", "failed", "Refused")
    return path


def test_doctor_says_what_is_missing_and_how_to_get_it(path: Path) -> None:
    code, said = called("doctor", "--ledger", str(path))
    assert code == 1
    assert "PROBLEM: no key for openai" in said
    assert "set OPENAI_API_KEY" in said


def test_doctor_is_content_with_a_key_and_never_shows_it(path: Path) -> None:
    code, said = called("doctor", "--ledger", str(path), environ={"OPENAI_API_KEY": "sk-hidden"})
    assert code == 0
    assert "OPENAI_API_KEY is set" in said
    assert "sk-hidden" not in said
    assert "$0.40 per million input tokens" in said


def test_doctor_looks_at_the_ledger(tmp_path: Path) -> None:
    (tmp_path / "diary").write_text("Dear diary,\n" * 1000)
    code, said = called("doctor", "--ledger", str(tmp_path / "diary"), "--model", "ollama/qwen3:8b")
    assert code == 1
    assert "is not a ledger" in said


def test_a_ledger_is_shown_with_what_became_of_the_runs(path: Path) -> None:
    code, said = called("ledger", "show", "--ledger", str(filled(path)))
    assert code == 0
    assert "1,200 tokens in, 30 out" in said
    assert "1 failed, 1 ok" in said
    assert "not finished" in said


def test_a_ledger_is_exported_as_lines_of_json(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    _, said = called("ledger", "export", "--ledger", str(filled(path)))
    called("ledger", "export", "--ledger", str(path), "--out", str(out))
    assert out.read_text() == said
    (row,) = map(json.loads, said.splitlines())
    assert (row["article"], row["answer"]) == ("a.txt", '{"choices": []}')


def test_a_ledger_is_pruned_by_age(path: Path) -> None:
    filled(path)
    assert "0 answers" in called("ledger", "prune", "--older-than", "1", "--ledger", str(path))[1]
    assert "1 answers" in called("ledger", "prune", "--older-than", "0", "--ledger", str(path))[1]


def test_a_ledger_that_is_not_there_is_not_made_by_looking(path: Path) -> None:
    for words in (("show",), ("export",), ("prune", "--older-than", "1")):
        with pytest.raises(SettingsError, match="there is no ledger"):
            called("ledger", *words, "--ledger", str(path))
    assert not path.exists()
