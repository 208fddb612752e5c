"""The commands `group` and `eval groups`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from summarizer.cli import app
from tests.stories.news import news, of, truth


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def heap(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    rows = [{"id": a.id, "title": a.title, "text": a.text, "date": None} for a in news()]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_heap_of_articles_becomes_a_file_of_stories(heap: Path, tmp_path: Path) -> None:
    out = tmp_path / "stories.json"
    result = run("group", heap, "--out", out)
    assert (result.exit_code, result.stdout) == (0, "")
    stories = json.loads(out.read_text(encoding="utf-8"))["stories"]
    assert sorted(article for story in stories for article in story) == sorted(truth())


def test_dates_that_no_one_can_read_are_told_in_one_line(tmp_path: Path) -> None:
    path, out = tmp_path / "articles.jsonl", tmp_path / "stories.json"
    rows = [{"id": a.id, "title": a.title, "text": a.text, "date": "03/04/2025"} for a in of("piracy")]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    said = run("group", path, "--out", out).stderr
    assert said.startswith(f'{len(rows)} dates are not used, as "03/04/2025" ({path}:1)')
    assert said.count("\n") == 1
    assert run("group", path, "--out", out, "--quiet").stderr == ""


def test_without_a_file_the_stories_are_shown_with_their_reasons(heap: Path) -> None:
    shown = run("group", heap).stdout
    assert "story-" in shown
    assert "most name " in shown


def test_an_article_is_explained(heap: Path) -> None:
    shown = run("group", heap, "--explain", "plan / zhenhai-labs#1").stdout
    assert shown.startswith("plan / zhenhai-labs#1 is in story-")
    assert "not in story-" in shown


def test_corrections_hold(heap: Path, tmp_path: Path) -> None:
    corrections, out = tmp_path / "stories.txt", tmp_path / "stories.json"
    corrections.write_text('join "phone / vela5#1" "heist / rijn#1"\n', encoding="utf-8")
    assert run("group", heap, "--stories", corrections, "--out", out).exit_code == 0
    stories = json.loads(out.read_text(encoding="utf-8"))["stories"]
    assert any({"phone / vela5#1", "heist / rijn#1"} <= set(story) for story in stories)


def test_a_saved_grouping_takes_in_new_articles(tmp_path: Path) -> None:
    state, out = tmp_path / "state.json", tmp_path / "stories.json"
    for number, article in enumerate(of("piracy")):
        path = tmp_path / f"{number}.jsonl"
        path.write_text(json.dumps({"id": article.id, "title": article.title, "text": article.text}), encoding="utf-8")
        assert run("group", path, "--state", state, "--out", out).exit_code == 0
    stories = json.loads(out.read_text(encoding="utf-8"))["stories"]
    assert [len(story) for story in stories] == [3, 3]


def test_a_line_that_is_no_article_is_told_and_the_others_are_grouped(tmp_path: Path) -> None:
    path, out = tmp_path / "articles.jsonl", tmp_path / "stories.json"
    article = of("piracy")[0]
    path.write_text(json.dumps({"id": "a", "text": article.text}) + "\nnot json\n", encoding="utf-8")
    result = run("group", path, "--out", out)
    assert result.exit_code == 3
    assert "unreadable" in result.stderr
    assert json.loads(out.read_text(encoding="utf-8")) == {"stories": [["a"]]}


@pytest.mark.parametrize("form", ["stories", "lines"])
def test_a_grouping_is_measured_against_either_form_of_gold_file(heap: Path, tmp_path: Path, form: str) -> None:
    gold = tmp_path / "gold"
    if form == "lines":
        text = "".join(json.dumps({"id": i, "story": story}) + "\n" for i, story in truth().items())
    else:
        events = sorted(set(truth().values()))
        text = json.dumps({"stories": [[i for i, story in truth().items() if story == event] for event in events]})
    gold.write_text(text, encoding="utf-8")
    scores = json.loads(run("eval", "groups", gold, "--articles", heap, "--json").stdout)
    assert scores["articles"] == len(truth())
    assert scores["f1"] > 0.95
    assert "B-cubed precision 1.000" in run("eval", "groups", gold, "--answer", gold).stdout


def test_a_measurement_without_a_grouping_is_wrong_usage(heap: Path) -> None:
    gold = heap.with_name("gold.json")
    gold.write_text('{"stories": [["a"]]}', encoding="utf-8")
    assert run("eval", "groups", gold).exit_code == 2
