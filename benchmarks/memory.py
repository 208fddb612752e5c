"""Peak memory by the number of articles: python benchmarks/memory.py 1000 10000

`extract` alone writes each article as it comes; `digest` keeps what grouping needs. Each in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import bench


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1_000, 10_000])
    parser.add_argument("--characters", type=int, default=5_000, help="of an article")
    parser.add_argument("--concurrency", type=int, default=64)
    parser.add_argument("--commands", nargs="+", default=["extract", "digest"])
    given = parser.parse_args()
    rows = [row for size in given.sizes for row in measured(size, given)]
    print(bench.table([{**row, "KB/article more": growth(row, rows)} for row in rows]))


def measured(size: int, given: argparse.Namespace) -> list[dict[str, Any]]:
    rows = []
    with bench.corpus(size, given.characters) as folder, bench.served(folder, 0.02) as server:
        for command in given.commands:
            with tempfile.TemporaryDirectory() as keeping:
                rows.append({"command": command, "articles": size, **run(command, folder, server, keeping, given)})
    return rows


def run(command: str, folder: Path, server: bench.Served, keeping: str, given: argparse.Namespace) -> dict[str, Any]:
    words = [sys.executable, "-m", "summarizer", command, str(folder), "--model", "openai/bench", "--ask-again", "0"]
    words += ["--quiet", "--concurrency", str(given.concurrency), "--ledger", f"{keeping}/ledger.sqlite3"]
    begun = time.perf_counter()
    child = os.posix_spawn(
        sys.executable,
        [*words, "--out", f"{keeping}/out"],
        {**os.environ, "OPENAI_BASE_URL": server.url},
    )
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 3):
        sys.exit(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    return {"peak MB": usage.ru_maxrss / 1024, "seconds": time.perf_counter() - begun}


def growth(row: dict[str, Any], rows: list[dict[str, Any]]) -> float:
    """Against the smallest run of the same command."""
    first = next(other for other in rows if other["command"] == row["command"])
    more = row["articles"] - first["articles"]
    return float(1024 * (row["peak MB"] - first["peak MB"]) / more) if more else 0.0


if __name__ == "__main__":
    main()
