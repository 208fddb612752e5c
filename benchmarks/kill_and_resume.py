"""kill -9 at random moments, the run started again each time: python benchmarks/kill_and_resume.py

At the end the union is complete, and no more was paid than the articles and what was in flight at each kill: sent,
and not yet in the ledger, which is never more than the concurrency.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import bench

from summarizer.ledger import Ledger


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=500)
    parser.add_argument("--concurrency", type=int, default=16)
    parser.add_argument("--latency", type=float, default=0.3, help="seconds")
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    with (
        bench.corpus(given.articles) as folder,
        bench.served(folder, given.latency) as server,
        tempfile.TemporaryDirectory() as keeping,
    ):
        command = [sys.executable, "-m", "summarizer", "extract", str(folder), "--model", "openai/bench"]
        command += ["--ask-again", "0", "--quiet", "--concurrency", str(given.concurrency)]
        command += ["--ledger", f"{keeping}/ledger.sqlite3"]
        environ = {**os.environ, "OPENAI_BASE_URL": server.url}
        in_flight: list[int] = []
        for number in range(given.kills):
            killed(command, environ, chance.uniform(0.2, 1.5), server)
            with Ledger.open(Path(f"{keeping}/ledger.sqlite3")) as ledger:
                kept = ledger.counts().answers
            in_flight.append(server.stats()["requests"] - kept - sum(in_flight))
            print(f"kill {number + 1}: {kept} answers kept, {in_flight[-1]} were in flight", file=sys.stderr)
        out = Path(keeping) / "all.jsonl"
        with out.open("w", encoding="utf-8") as lines:
            subprocess.run(command, env=environ, stdout=lines, check=True)
        ends = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        paid = server.stats()["paid_answers"]
    complete = len({one["article"]["id"] for one in ends if "article" in one})
    allowed = given.articles + sum(in_flight)
    row = {"articles": given.articles, "kills": given.kills, "in the union": complete}
    print(bench.table([{**row, "paid answers": paid, "allowed": allowed, "most in flight at a kill": max(in_flight)}]))
    sys.exit(complete != given.articles or paid > allowed or max(in_flight) > given.concurrency)


def killed(command: list[str], environ: dict[str, str], after: float, server: bench.Served) -> None:
    """`after` seconds from its first request."""
    before = server.stats()["requests"]
    with subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL) as run:
        while server.stats()["requests"] == before and run.poll() is None:
            time.sleep(0.05)
        time.sleep(after)
        run.send_signal(signal.SIGKILL)
        run.wait()


if __name__ == "__main__":
    main()
