"""Articles a second and processor time an article, beside the bare SDK: python benchmarks/throughput.py

`bare`: `chat.completions.create` and `model_validate_json`, httpx transport, gather and semaphore, retries off.
`door`: `Model.ask` with the ledger on. `whole`: reading, cleaning, extraction, verification, ledger. `beside`: as
`whole`, verifying in two processes of their own, whose processor time counts. All ask the same question in the same
words. Each runs in a process of its own, after a warm-up, in turns; the middle of the rounds is shown. Server and
client share the processors.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import bench

PEERS = ("bare", "door", "whole", "beside")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=2_000)
    parser.add_argument("--concurrency", type=int, default=64)
    parser.add_argument("--latency", type=float, default=0.2, help="seconds")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--peers", nargs="+", default=PEERS, choices=PEERS)
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.child:
        peer, folder, url = given.child
        paths = sorted(Path(folder).glob("*.txt"))
        json.dump(asyncio.run(child(peer, paths, url, given.concurrency)), sys.stdout)
        return
    rounds: dict[str, list[dict[str, Any]]] = {peer: [] for peer in given.peers}
    with bench.corpus(given.articles) as folder, bench.served(folder, given.latency) as server:
        for _ in range(given.rounds):
            for peer in given.peers:
                words = ("--concurrency", str(given.concurrency), "--child", peer, str(folder), server.url)
                rounds[peer].append(bench.measured(Path(__file__), *words))
    ideal = given.articles / max(given.latency * -(-given.articles // given.concurrency), 1e-9)
    print(f"{given.articles} articles, {given.concurrency} in flight, {given.latency} s; at best {ideal:.0f}/s\n")
    print(bench.table([row(peer, rounds) for peer in given.peers]))


def row(peer: str, rounds: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    middle = {name: statistics.median(one[name] for one in rounds[peer]) for name in ("rate", "cpu_ms", "memory_mb")}
    bare = statistics.median(one["rate"] for one in rounds.get("bare", rounds[peer]))
    return {
        "peer": peer,
        "articles/s": round(middle["rate"]),
        "of bare": middle["rate"] / bare,
        "CPU ms/article": middle["cpu_ms"],
        "peak MB": round(middle["memory_mb"]),
        "failed": sum(one["failed"] for one in rounds[peer]),
    }


async def child(peer: str, paths: list[Path], url: str, concurrency: int) -> dict[str, Any]:
    import resource  # noqa: PLC0415 - the parent measures nothing of its own

    with tempfile.TemporaryDirectory() as ledger:
        work: Callable[..., Awaitable[int]] = {"bare": bare, "door": door, "whole": whole, "beside": beside}[peer]
        begun: list[float] = []

        def begin() -> None:
            begun.extend((time.perf_counter(), processor_time()))

        failed = await work(paths, url, concurrency, Path(ledger) / "ledger.sqlite3", begin)
        wall, cpu = time.perf_counter() - begun[0], processor_time() - begun[1]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    rate, cpu_ms = len(paths) / wall, 1000 * cpu / len(paths)
    return {"rate": rate, "cpu_ms": cpu_ms, "memory_mb": peak, "failed": failed}


def processor_time() -> float:
    """Seconds, of this process and of those that it has waited for."""
    import resource  # noqa: PLC0415 - the parent measures nothing of its own

    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in both)


def questions(paths: list[Path]) -> Any:
    from summarizer.domain import Article  # noqa: PLC0415 - a child's start-up is its own
    from summarizer.plan import plan_for  # noqa: PLC0415
    from summarizer.prompts import ask  # noqa: PLC0415
    from summarizer.schemas.investment import Investment  # noqa: PLC0415

    plan = plan_for(Investment)
    for path in paths:
        text = path.read_text(encoding="utf-8")
        yield path.name, ask(plan, Article(path.name, text), text), plan.form()


async def bare(paths: list[Path], url: str, concurrency: int, ledger: Path, begin: Callable[[], None]) -> int:
    import openai  # noqa: PLC0415 - a child's start-up is its own

    client = openai.AsyncOpenAI(api_key="none", base_url=url, max_retries=0)
    places = asyncio.Semaphore(concurrency)

    async def one(messages: Any, form: Any) -> None:
        schema = {"name": form.name, "strict": True, "schema": form.schema}
        async with places:
            completion = await client.chat.completions.create(
                model="bench",
                messages=[{"role": message.role, "content": message.content} for message in messages],
                response_format={"type": "json_schema", "json_schema": schema},
            )
        form.answer.model_validate_json(completion.choices[0].message.content)

    await asyncio.gather(*(one(messages, form) for _, messages, form in questions(paths[:16])))
    begin()
    outcomes = await asyncio.gather(*(one(m, form) for _, m, form in questions(paths)), return_exceptions=True)
    await client.close()
    return sum(outcome is not None for outcome in outcomes)


async def door(paths: list[Path], url: str, concurrency: int, ledger: Path, begin: Callable[[], None]) -> int:
    from summarizer.form import Message  # noqa: PLC0415 - a child's start-up is its own
    from summarizer.model.door import Model  # noqa: PLC0415
    from summarizer.settings import Settings  # noqa: PLC0415

    settings = Settings(model="openai/bench", base_url=url, concurrency=concurrency, ledger=ledger)
    async with Model.open(settings) as model:
        warm = [Message("user", "not an article of the corpus")]
        await asyncio.gather(*(model.ask([*m, *warm], form, name) for name, m, form in questions(paths[:16])))
        begin()
        asked = (model.ask(messages, form, name) for name, messages, form in questions(paths))
        outcomes = await asyncio.gather(*asked, return_exceptions=True)
    return sum(isinstance(outcome, BaseException) for outcome in outcomes)


async def beside(paths: list[Path], url: str, concurrency: int, ledger: Path, begin: Callable[[], None]) -> int:
    return await whole(paths, url, concurrency, ledger, begin, processes=3)


async def whole(
    paths: list[Path], url: str, concurrency: int, ledger: Path, begin: Callable[[], None], processes: int = 1
) -> int:
    from summarizer.domain import Failure  # noqa: PLC0415 - a child's start-up is its own
    from summarizer.extraction import extract_each  # noqa: PLC0415
    from summarizer.model.door import Model  # noqa: PLC0415
    from summarizer.plan import plan_for  # noqa: PLC0415
    from summarizer.progress import Progress, Stop  # noqa: PLC0415
    from summarizer.schemas.investment import Investment  # noqa: PLC0415
    from summarizer.settings import Settings  # noqa: PLC0415
    from summarizer.steps.read import read  # noqa: PLC0415

    given: dict[str, Any] = {
        "model": "openai/bench",
        "base_url": url,
        "concurrency": concurrency,
        "ask_again": 0,
        "processes": processes,
    }
    plan = plan_for(Investment)

    async def extracted(some: list[Path], settings: Settings) -> int:
        failed = 0
        async with Model.open(settings) as model:
            articles = read([str(path) for path in some])
            async for outcome in extract_each(articles, plan, model, settings, progress=Progress(), stop=Stop()):
                failed += isinstance(outcome, Failure)
        return failed

    await extracted(paths[:16], Settings(**given))
    begin()
    return await extracted(paths, Settings(**given, ledger=ledger))


if __name__ == "__main__":
    main()
