"""Seconds until something happens: python benchmarks/startup.py

`--help` and a command that calls no model; and the time from the start of a process until its first request arrives.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import bench

BARE = """
import openai
asked = [{"role": "user", "content": "an article"}]
openai.OpenAI().chat.completions.create(model="bench", messages=asked)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    rows: list[dict[str, Any]] = []
    for words in (["--help"], ["ledger", "--help"], ["schema", "investment"]):
        seconds = [timed(words) for _ in range(given.rounds)]
        rows.append({"what": f"summarizer {' '.join(words)}", "seconds": statistics.median(seconds)})
    with bench.corpus(1) as folder, bench.served(folder, 0.0) as server:
        for what, command in (("extract", extract(folder)), ("the bare SDK", [sys.executable, "-c", BARE])):
            seconds = [first_request(command, server) for _ in range(given.rounds)]
            rows.append({"what": f"first request of {what}", "seconds": statistics.median(seconds)})
    print(bench.table(rows))


def timed(words: list[str]) -> float:
    begun = time.perf_counter()
    command = [sys.executable, "-m", "summarizer", *words]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begun


def extract(folder: Path) -> list[str]:
    command = [sys.executable, "-m", "summarizer", "extract", str(folder), "--model", "openai/bench"]
    return [*command, "--no-cache", "--quiet"]


def first_request(command: list[str], server: bench.Served) -> float:
    """The server is asked every few milliseconds whether it was asked."""
    server.reset()
    begun = time.perf_counter()
    environ = {**os.environ, "OPENAI_BASE_URL": server.url, "OPENAI_API_KEY": "none"}
    with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL) as run:
        while not server.stats()["requests"] and run.poll() is None:
            time.sleep(0.005)
        return time.perf_counter() - begun


if __name__ == "__main__":
    main()
