"""Runs against a provider that fails: nothing may be lost but true refusals. python benchmarks/faults.py

The server counts for itself what it was asked and what it answered: both counts are shown side by side.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import bench

RUNS: dict[str, dict[str, float]] = {
    "faults": {"429": 0.05, "500": 0.02, "reset": 0.01, "malformed": 0.02},
    "hard": {
        "429": 0.25,
        "500": 0.05,
        "reset": 0.02,
        "malformed": 0.05,
        "truncated": 0.03,
        "invalid": 0.03,
        "refusal": 0.02,
    },
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--concurrency", type=int, default=64)
    parser.add_argument("--latency", type=float, default=0.2, help="seconds")
    given = parser.parse_args()
    with bench.corpus(given.articles) as folder:
        rows = [run(name, faults, folder, given) for name, faults in RUNS.items()]
    print(bench.table(rows))
    sys.exit(any(row["lost"] for row in rows))


def run(name: str, faults: dict[str, float], folder: Path, given: argparse.Namespace) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as keeping, bench.served(folder, given.latency, faults) as server:
        words = ("extract", str(folder), "--model", "openai/bench", "--ask-again", "0", "--quiet")
        kept = ("--ledger", f"{keeping}/ledger.sqlite3", "--concurrency", str(given.concurrency))
        begun = time.perf_counter()
        first = bench.summarizer(*words, *kept, url=server.url)
        seconds = time.perf_counter() - begun
        asked = server.stats()
        bench.summarizer(*words, *kept, url=server.url)
        again = server.stats()
    ends = Counter(end(line) for line in first.stdout.splitlines())
    print(f"{name}: {dict(ends)}; the server: {asked['faults']}", file=sys.stderr)
    return {
        "run": name,
        "articles": given.articles,
        "ok": ends["ok"],
        "refused": ends["refused"],
        "lost": given.articles - ends["ok"] - ends["refused"],
        "refusals told by the server": asked["faults"].get("refusal", 0),
        "requests": asked["requests"],
        "paid answers": asked["paid_answers"],
        "paid in a second run": again["paid_answers"] - asked["paid_answers"],
        "seconds": seconds,
    }


def end(line: str) -> str:
    """Of one article, from a line of `extract`."""
    said = json.loads(line)
    return str(said["failed"]["state"]) if said.get("failed") else "ok"


if __name__ == "__main__":
    main()
