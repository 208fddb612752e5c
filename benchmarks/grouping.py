"""Time and memory of grouping: python benchmarks/grouping.py 1000 10000 100000

Articles are invented: a vocabulary whose frequencies fall as in English (Zipf), topics with words of their own, and
stories of about three articles that share names, figures and part of their wording. Each size runs in a process of
its own, so that its peak memory is its own; making the articles is not counted.
"""

from __future__ import annotations

import argparse
import multiprocessing
import random
import resource
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from itertools import accumulate

from summarizer.domain import Article

WORDS, TOPICS, PER_STORY = 60_000, 400, 3
SYLLABLES = (
    "ba",
    "den",
    "fo",
    "gri",
    "hal",
    "jor",
    "ka",
    "lim",
    "mo",
    "nes",
    "or",
    "pel",
    "qui",
    "ras",
    "sto",
    "tur",
    "ul",
    "ven",
)


def vocabulary(rng: random.Random, size: int) -> list[str]:
    words: set[str] = set()
    while len(words) < size:
        words.add("".join(rng.choices(SYLLABLES, k=rng.randint(2, 5))))
    return sorted(words, key=lambda _: rng.random())


def articles(count: int, seed: int = 1, words_each: int = 300) -> Iterator[tuple[Article, int]]:
    """Articles with the number of their story."""
    rng = random.Random(seed)
    words = vocabulary(rng, WORDS)
    weights = list(accumulate(1 / (rank + 10) for rank in range(WORDS)))
    topics = [rng.sample(words, 60) for _ in range(TOPICS)]
    made, story = 0, 0
    while made < count:
        topic = rng.choice(topics)
        names = [" ".join(word.title() for word in rng.sample(words, 2)) for _ in range(6)]
        figures = [f"${rng.randint(10, 990) / 10} million", f"{rng.randint(1000, 99999)}", f"{rng.randint(13, 99)}%"]
        passage = rng.choices(words, cum_weights=weights, k=80)
        day = date(2026, 1, 1) + timedelta(days=rng.randrange(300))
        for _ in range(rng.choice((1, 2, 3, 3, 4, 5))):
            body = rng.choices(words, cum_weights=weights, k=words_each) + rng.choices(topic, k=words_each // 6)
            body += rng.sample(passage, 30) + rng.choices(names, k=14) + figures
            rng.shuffle(body)
            text = " ".join(word + ("." if place % 17 == 0 else "") for place, word in enumerate(body))
            yield Article(f"{made:07d}", text, title=f"{names[0]} {rng.choice(topic)}", published=day), story
            made += 1
            if made == count:
                return
        story += 1


def measure(count: int, processes: int) -> tuple[float, float, int, float]:
    """Seconds, peak memory in GB (with the articles themselves), stories, B-cubed F1."""
    from summarizer.stories.evaluation import evaluate, labels  # noqa: PLC0415 - counted with the grouping's memory
    from summarizer.stories.grouping import group  # noqa: PLC0415

    made = list(articles(count))
    start = time.perf_counter()
    grouping = group([article for article, _ in made], processes=processes)
    seconds = time.perf_counter() - start
    scores = evaluate(labels(s.articles for s in grouping.stories), {article.id: story for article, story in made})
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    return seconds, peak, len(grouping.stories), scores.f1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="*", default=[1000, 10_000])
    parser.add_argument("--processes", type=int, default=2, help="that read articles, as the command line does")
    given = parser.parse_args()
    print(f"{'articles':>9} {'seconds':>8} {'ms each':>8} {'GB':>6} {'stories':>8} {'B-cubed':>8}")
    for size in given.sizes:
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            seconds, peak, stories, f1 = pool.submit(measure, size, given.processes).result()
        print(f"{size:9,} {seconds:8.1f} {1000 * seconds / size:8.2f} {peak:6.2f} {stories:8,} {f1:8.3f}", flush=True)


if __name__ == "__main__":
    main()
