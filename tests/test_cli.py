"""The command line as its user meets it: what it writes, what it says, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from summarizer.cli.work import chunks
from summarizer.domain import Run, Usage
from summarizer.pipeline import Digests
from summarizer.plan import plan_for
from summarizer.report import json_schema
from summarizer.schemas.acquisition import Acquisition
from summarizer.schemas.investment import Investment
from tests.conftest import DEAL, DEMO, EXAMPLES, Provider, Summarizer, completion

TEXT = (
    "Acme to invest in Ulm\n\nAcme said on Monday that it would invest $12 million in a plant at Ulm in Germany. The "
    "company said the plant would make screws for the whole of Europe and would need three hundred workers by 2030.\n"
)
SCHEMA = "from pydantic import BaseModel\n\nclass Plant(BaseModel):\n    investor: 'str | None'\n"
ACME = {"value": "Acme", "quotes": ["Acme said on Monday"]}


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "acme.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def schema(tmp_path: Path) -> str:
    path = tmp_path / "plant_schema.py"
    path.write_text(SCHEMA, encoding="utf-8")
    return f"{path}:Plant"


def test_the_demo_replays_into_two_digests_of_the_published_shape(summarizer: Summarizer) -> None:
    ran = summarizer("digest", EXAMPLES, "--replay", DEMO, "--model", "openai/relay")
    assert ran.code == 0, ran.err
    jsonschema.validate(ran.data, json_schema(plan_for(Investment)))
    assert [len(digest["articles"]) for digest in ran.data["digests"]] in ([2, 3], [3, 2])
    assert ran.data["run"]["articles"] == ran.data["run"]["ok"] == 5


def test_every_offset_of_the_demo_points_at_the_quotes_own_words(summarizer: Summarizer) -> None:
    ran = summarizer("digest", EXAMPLES, "--replay", DEMO, "--model", "openai/relay")
    for digest in ran.data["digests"]:
        texts = {article["id"]: article["text"] for article in digest["articles"]}
        for fact in digest["facts"]:
            assert fact["claims"]
            for claim in fact["claims"]:
                assert claim["quotes"]
                for quote in claim["quotes"]:
                    assert texts[claim["article"]][quote["start"] : quote["end"]] == quote["text"]


def test_another_schema_works_as_the_first_does(summarizer: Summarizer) -> None:
    replay = ("--replay", DEAL, "--model", "openai/relay", "--schema", "acquisition")
    ran = summarizer("digest", EXAMPLES.parent / "acquisition", *replay)
    assert ran.code == 0, ran.err
    jsonschema.validate(ran.data, json_schema(plan_for(Acquisition)))
    (digest,) = ran.data["digests"]
    record = digest["record"]
    assert (record["status"], record["announced_on"]) == ("completed", "2025-05-19")
    assert [conflict["path"] for conflict in digest["conflicts"]] == ["price", "status"]


def test_extract_then_merge_gives_what_digest_gives(summarizer: Summarizer, tmp_path: Path) -> None:
    options = ("--replay", DEMO, "--model", "openai/relay", "--quiet")
    whole = summarizer("digest", EXAMPLES, *options).data
    assert summarizer("extract", EXAMPLES, *options, "--out", tmp_path / "said.jsonl").code == 0
    merged = summarizer("merge", tmp_path / "said.jsonl", "--quiet").data
    assert merged["digests"] == whole["digests"]


def test_extract_ends_with_what_became_of_the_articles(summarizer: Summarizer, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    options = ("--replay", DEMO, "--model", "openai/relay", "--out", tmp_path / "said.jsonl")
    ran = summarizer("extract", EXAMPLES, empty, *options)
    assert ran.code == 3
    said, failure = ran.err.strip().splitlines()
    assert said.startswith("6 articles: 5 ok, 1 failed. 0 calls")
    assert "empty.txt: unreadable: it is empty" in failure


def test_the_same_articles_in_another_order_give_the_same_bytes(summarizer: Summarizer) -> None:
    options = ("--replay", DEMO, "--model", "openai/relay", "--quiet")
    files = sorted(EXAMPLES.iterdir())
    one = summarizer("digest", *files, *options).data["digests"]
    other = summarizer("digest", *reversed(files), *options).data["digests"]
    assert json.dumps(one) == json.dumps(other)


def test_a_users_own_articles_and_schema_need_only_a_server(
    summarizer: Summarizer, provider: Provider, article: Path, schema: str
) -> None:
    provider.answers(investor=ACME)
    ran = summarizer("digest", article, "--schema", schema, OPENAI_BASE_URL=provider.url)
    assert ran.code == 0, ran.err
    (digest,) = ran.data["digests"]
    assert digest["record"] == {"investor": "Acme"}
    assert digest["facts"][0]["claims"][0]["status"] == "verified"


def test_a_second_run_pays_for_nothing(summarizer: Summarizer, provider: Provider, article: Path, schema: str) -> None:
    provider.answers(investor=ACME)
    for _ in range(2):
        ran = summarizer("digest", article, "--schema", schema, OPENAI_BASE_URL=provider.url)
    assert len(provider.bodies) == 1
    assert (ran.data["run"]["calls"], ran.data["run"]["cached"]) == (0, 1)


def test_strict_turns_a_rejection_into_exit_code_3(
    summarizer: Summarizer, provider: Provider, article: Path, schema: str
) -> None:
    provider.answers(investor={"value": "Bolt", "quotes": ["Bolt said on Monday"]})
    plain = summarizer("digest", article, "--schema", schema, OPENAI_BASE_URL=provider.url)
    strict = summarizer("digest", article, "--schema", schema, "--strict")
    assert (plain.code, strict.code) == (0, 3)
    (rejected,) = strict.data["digests"][0]["rejected"]
    assert rejected["value"] == "Bolt"


def test_the_document_is_written_as_if_it_were_written_at_once(summarizer: Summarizer) -> None:
    for articles in ([EXAMPLES], []):
        ran = summarizer("digest", *articles, "--replay", DEMO, "--model", "openai/relay") if articles else None
        out = ran.out if ran else "".join(chunks(Digests((), Run(0, 0, (), Usage(), 0.0), "x"), "json", text=True))
        assert out == json.dumps(json.loads(out), indent=2, ensure_ascii=False) + "\n"


def test_jsonl_is_a_line_a_digest_and_one_for_the_run(summarizer: Summarizer) -> None:
    ran = summarizer("digest", EXAMPLES, "--replay", DEMO, "--model", "openai/relay", "--format", "jsonl", "--no-text")
    *digests, last = [json.loads(line) for line in ran.out.splitlines()]
    assert len(digests) == 2
    assert last["run"]["ok"] == 5
    assert "text" not in digests[0]["articles"][0]


@pytest.mark.parametrize(
    ("arguments", "words", "code"),
    [
        (["digest", "{article}"], "OPENAI_API_KEY", 1),
        (["digest", "nowhere"], "nowhere", 2),
        (["digest", "{empty}"], "{empty}", 2),
        (["digest", "{article}", "--schema", "nonsense"], "investment", 2),
        (["digest", "{article}", "--schema", "{hidden}"], "outermost", 2),
        (["digest", "{article}", "--replay", "nowhere.yaml"], "nowhere.yaml", 2),
        (["digest", "{article}", "--max-cost", "much"], "--max-cost", 2),
        (["digest", "{article}", "--aliases", "nowhere.toml"], "nowhere.toml", 2),
        (["digest", "{article}", "--stories", "nowhere.toml"], "nowhere.toml", 2),
        (["merge", "{article}"], "extract", 2),
        (["merge", "nowhere.jsonl"], "nowhere.jsonl", 2),
        (["schema", "nonsense"], "investment", 2),
    ],
)
def test_wrong_usage_is_one_clear_line_and_costs_nothing(
    summarizer: Summarizer, article: Path, tmp_path: Path, arguments: list[str], words: str, code: int
) -> None:
    (tmp_path / "empty").mkdir()
    hidden = tmp_path / "hidden_rule.py"
    hidden.write_text(
        "from typing import Annotated\nfrom pydantic import BaseModel\nfrom summarizer import KeepFirst\n\n\n"
        "class Story(BaseModel):\n    name: Annotated[str, KeepFirst()] | None\n",
        encoding="utf-8",
    )
    places = {"article": str(article), "empty": str(tmp_path / "empty"), "hidden": f"{hidden}:Story"}
    ran = summarizer(*[argument.format(**places) for argument in arguments])
    assert (ran.code, ran.out) == (code, "")
    assert words.format(**places) in ran.error


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        ((401, "Incorrect API key provided", "invalid_api_key"), "key"),
        ((404, "The model does not exist", "model_not_found"), "model"),
        ((429, "You exceeded your current quota", "insufficient_quota"), "quota"),
    ],
)
def test_a_provider_that_will_never_answer_stops_the_run_after_one_request(
    summarizer: Summarizer,
    provider: Provider,
    article: Path,
    failure: tuple[int, str, str],
    words: str,
) -> None:
    provider.fails(*failure)
    ran = summarizer("digest", article, OPENAI_BASE_URL=provider.url, OPENAI_API_KEY="sk-of-the-tests")
    assert ran.code == 1
    assert words in ran.error
    assert len(provider.bodies) == 1
    assert "sk-of-the-tests" not in ran.err


def test_a_server_that_is_not_there_is_one_clear_line(summarizer: Summarizer, article: Path) -> None:
    ran = summarizer("digest", article, OPENAI_BASE_URL="http://127.0.0.1:9/v1")
    assert ran.code == 1
    assert "127.0.0.1:9" in ran.error


def test_unreadable_files_are_named_and_the_rest_goes_on(
    summarizer: Summarizer, provider: Provider, article: Path, schema: str, tmp_path: Path
) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    article.rename(folder / "acme.txt")
    (folder / "empty.txt").touch()
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 8)
    provider.answers(investor=ACME)
    ran = summarizer("digest", folder, "--schema", schema, OPENAI_BASE_URL=provider.url)
    assert ran.code == 3
    run = ran.data["run"]
    assert (run["articles"], run["ok"], len(run["failed"])) == (3, 1, 2)
    assert {failure["state"] for failure in run["failed"]} == {"unreadable"}


def test_a_refusal_ends_one_article_and_is_named(
    summarizer: Summarizer, provider: Provider, article: Path, schema: str, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(TEXT.replace("Acme", "Bolt"), encoding="utf-8")

    def reply(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if "Bolt" not in body["messages"][-1]["content"]:
            return 200, completion(json.dumps({"investor": ACME}))
        refused = completion("")
        refused["choices"][0]["message"] |= {"content": None, "refusal": "I can't help with that."}
        return 200, refused

    provider.reply = reply
    ran = summarizer("digest", article, other, "--schema", schema, OPENAI_BASE_URL=provider.url)
    (failure,) = ran.data["run"]["failed"]
    assert (ran.code, failure["article"], failure["state"]) == (3, "other", "refused")


def test_what_was_refused_is_asked_anew_only_when_told_to(
    summarizer: Summarizer, provider: Provider, article: Path, schema: str
) -> None:
    refused = completion("")
    refused["choices"][0]["message"] |= {"content": None, "refusal": "I can't help with that."}
    provider.reply = lambda body: (200, refused)
    command = ("digest", article, "--schema", schema)
    assert [summarizer(*command, OPENAI_BASE_URL=provider.url).code for _ in range(2)] == [1, 1]
    assert len(provider.bodies) == 1
    provider.answers(investor=ACME)
    assert summarizer(*command, "--retry-failed").code == 0
    assert len(provider.bodies) == 2


def test_an_article_that_comes_twice_is_one_and_no_failure(
    summarizer: Summarizer, provider: Provider, article: Path, schema: str, tmp_path: Path
) -> None:
    (tmp_path / "again.txt").write_text(TEXT, encoding="utf-8")
    provider.answers(investor=ACME)
    ran = summarizer("digest", article, tmp_path / "again.txt", "--schema", schema, OPENAI_BASE_URL=provider.url)
    (twice,) = ran.data["run"]["failed"]
    assert (ran.code, ran.data["run"]["ok"], twice["state"]) == (0, 1, "duplicate")


def test_the_ledger_knows_what_became_of_every_article(
    summarizer: Summarizer, provider: Provider, article: Path, schema: str, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").touch()
    provider.answers(investor=ACME)
    summarizer("digest", article, tmp_path / "empty.txt", "--schema", schema, OPENAI_BASE_URL=provider.url)
    ran = summarizer("ledger", "show")
    assert ran.code == 0
    assert "unreadable" in ran.out + ran.err


def test_a_budget_that_runs_out_ends_the_run_cleanly_and_says_so(
    summarizer: Summarizer, provider: Provider, schema: str, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(6):
        (folder / f"{number}.txt").write_text(TEXT.replace("Ulm", f"Ulm-{number}"), encoding="utf-8")
    provider.answers(investor=ACME)
    budget = ("--max-tokens", "4700", "--concurrency", "1")
    ran = summarizer("digest", folder, "--schema", schema, *budget, OPENAI_BASE_URL=provider.url)
    run = ran.data["run"]
    assert ran.code == 3
    assert 0 < run["ok"] < 6
    assert {failure["state"] for failure in run["failed"]} == {"over budget"}
    assert all(digest["partial"] for digest in ran.data["digests"])


def test_a_result_that_cant_be_written_says_so_and_is_not_paid_for_again(
    summarizer: Summarizer, provider: Provider, article: Path, schema: str, tmp_path: Path
) -> None:
    provider.answers(investor=ACME)
    options = ("--schema", schema, "--quiet")
    ran = summarizer("digest", article, *options, "--out", "nowhere/digests.json", OPENAI_BASE_URL=provider.url)
    assert ran.code == 1
    assert "nowhere/digests.json" in ran.error
    assert summarizer("digest", article, *options, "--out", tmp_path / "digests.json").code == 0
    assert len(provider.bodies) == 1


def test_a_dry_run_sends_nothing(summarizer: Summarizer, provider: Provider, article: Path) -> None:
    ran = summarizer("digest", article, "--dry-run", OPENAI_BASE_URL=provider.url)
    assert (ran.code, provider.bodies) == (0, [])
    assert (ran.data["articles"], ran.data["calls"]) == (1, 1)


def test_a_schema_prints_its_rules_and_a_valid_json_schema(summarizer: Summarizer) -> None:
    ran = summarizer("schema", "investment")
    jsonschema.Draft202012Validator.check_schema(ran.data)
    assert "KeepAll('amount')" in ran.err


def test_help_and_schema_import_nothing_that_asks_or_reads() -> None:
    asking = {"openai", "instructor", "httpx", "sqlite3", "asyncio", "scipy", "numpy", "trafilatura"}
    reading = {"babel", "rapidfuzz", "summarizer.values.dispatch", "summarizer.values.numbers", "summarizer.domain"}
    code = (
        "import sys\nfrom summarizer.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print(sorted({asking | reading} & set(sys.modules)), file=sys.stderr)"
    )
    for arguments in (["--help"], ["schema", "investment"]):
        ran = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
        assert ran.stderr.splitlines()[-1] == "[]"


def test_ctrl_c_writes_what_is_done_and_says_how_to_go_on(provider: Provider, tmp_path: Path, schema: str) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(30):
        text = TEXT.replace("Ulm", f"Ulm-{number}")
        (folder / f"article-{number:02}.txt").write_text(text, encoding="utf-8")

    def slowly(body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        time.sleep(0.3)
        return 200, completion(json.dumps({"investor": ACME}))

    provider.reply = slowly
    command = [sys.executable, "-m", "summarizer", "digest", str(folder), "--schema", schema, "--concurrency", "2"]
    environment = {**os.environ, "OPENAI_BASE_URL": provider.url, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment) as run:
        while len(provider.bodies) < 4:
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        out, err = run.communicate(timeout=30)
    assert run.returncode == 130, err
    assert "again" in err
    counts = json.loads(out)["run"]
    assert counts["articles"] == counts["ok"] + len(counts["failed"]) == 30
    assert {failure["state"] for failure in counts["failed"]} == {"skipped"}
    assert 0 < counts["ok"] < 30
    assert len(provider.bodies) <= counts["ok"] + 2
