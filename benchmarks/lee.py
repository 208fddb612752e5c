"""Real news: 350 reports of one broadcaster from some weeks of 2001 and 2002, grouped and compared with two readers.

The texts (Lee, Pincombe and Welsh's corpus) are not part of the project. gensim's package brings them: FOLDER is its
`gensim/test/test_data`, which `pip download gensim --no-deps` and `unzip` lay out. The readers, language models,
read every report; what they judged, as article ids, is in `stories/lee*.gold.json`. `--dated` guesses each report's day
by its place: the files run backwards in time.
"""

from __future__ import annotations

import argparse
import json
from datetime import date, timedelta
from pathlib import Path

from summarizer.domain import Article
from summarizer.stories.evaluation import evaluate, labels
from summarizer.stories.grouping import group

STORIES = Path(__file__).parent / "stories"
LAST_DAYS = {"b": ("lee_background.cor", date(2001, 12, 31)), "n": ("lee.cor", date(2002, 9, 1))}
A_DAY = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dated", action="store_true")
    given = parser.parse_args()
    one, other = (
        labels(json.loads((STORIES / f"lee.{reader}.gold.json").read_text())["stories"]) for reader in ("one", "other")
    )
    found = labels(story.articles for story in group(reports(given.folder, given.dated)).stories)
    for what, answer, gold in (("one reader", found, one), ("the other", found, other), ("each other", one, other)):
        scores = evaluate(answer, gold)
        print(f"against {what}: precision {scores.precision:.3f}, recall {scores.recall:.3f}, F1 {scores.f1:.3f}")


def reports(folder: Path, dated: bool) -> list[Article]:
    made: list[Article] = []
    for prefix, (name, last) in LAST_DAYS.items():
        for place, line in enumerate((folder / name).read_text(encoding="latin-1").split("\n")):
            if line.strip():
                day = last - timedelta(place // A_DAY) if dated else None
                made.append(Article(f"{prefix}{place:03d}", line.strip(), published=day))
    return made


if __name__ == "__main__":
    main()
