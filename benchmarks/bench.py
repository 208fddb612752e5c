"""What the benchmarks share: the loopback server, articles, and a process of its own for each thing that is measured.

The server and the maker of articles are not part of this project. They are looked for in ../shared/bench beside the
checkout, or in the folder that BENCH_SERVER names: server.py speaks OpenAI's protocol with a fixed latency and faults
by seed, and tells at /stats what it was asked; articles.py writes articles.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
FOLDER = Path(os.environ.get("BENCH_SERVER", ROOT.parent / "shared" / "bench"))


@dataclass(frozen=True)
class Served:
    """A running server."""

    url: str

    def stats(self) -> dict[str, Any]:
        with urllib.request.urlopen(f"{self.url}/stats") as reply:
            return dict(json.load(reply))

    def reset(self) -> None:
        urllib.request.urlopen(f"{self.url}/reset").close()


@contextmanager
def served(articles: Path, latency: float, faults: dict[str, float] | None = None) -> Iterator[Served]:
    if not (FOLDER / "server.py").is_file():
        sys.exit(f"no server.py in {FOLDER}: name its folder in BENCH_SERVER")
    command = [sys.executable, str(FOLDER / "server.py"), "--articles", str(articles), "--latency", str(latency)]
    command += ["--faults", json.dumps(faults or {})]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield Served(f"http://127.0.0.1:{json.loads(server.stdout.readline())['port']}/v1")
        finally:
            server.terminate()


@contextmanager
def corpus(number: int, characters: int | None = None) -> Iterator[Path]:
    """A folder of articles, as .txt; each padded with its own sentences to `characters` where that is given."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(FOLDER / "articles.py"), "--n", str(number), "--seed", "1", "--out", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        (Path(folder) / "truth.json").unlink(missing_ok=True)
        if characters is not None:
            for path in Path(folder).glob("*.txt"):
                text = path.read_text(encoding="utf-8")
                path.write_text((text + "\n\n" + text)[:characters], encoding="utf-8")
        yield Path(folder)


def measured(script: Path, *words: str, **environ: str) -> dict[str, Any]:
    """The last line of a child's output, which is JSON: its time, processor and memory are its own."""
    command = [sys.executable, str(script), *words]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True, env={**os.environ, **environ})
    return dict(json.loads(done.stdout.splitlines()[-1]))


def summarizer(*words: str, url: str, **options: Any) -> subprocess.CompletedProcess[str]:
    """The command line, as a user calls it."""
    command = [sys.executable, "-m", "summarizer", *words]
    environ = {**os.environ, "OPENAI_BASE_URL": url}
    done = subprocess.run(command, text=True, capture_output=True, env=environ, **options)
    if done.returncode not in (0, 3):
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return done


def table(rows: list[dict[str, Any]]) -> str:
    """As Markdown."""
    names = list(rows[0])
    lines = [names, ["---"] * len(names), *([_cell(row[name]) for name in names] for row in rows)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _cell(value: Any) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else str(value)
