"""What a grouping keeps for the next one, as JSON: fingerprints instead of texts, stories, and copies."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from summarizer.domain import Story
from summarizer.errors import InputError
from summarizer.stories.copies import Copies
from summarizer.stories.fingerprint import Fingerprint

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Memory:
    """`fingerprints` by article id; about 3 kB an article as JSON."""

    fingerprints: Mapping[str, Fingerprint] = field(default_factory=dict)
    stories: Sequence[Story] = ()
    copies: Copies = field(default_factory=Copies)

    def dumps(self) -> str:
        """The same text for the same memory."""
        data = {
            "format": FORMAT,
            "articles": [_article(f) for _, f in sorted(self.fingerprints.items())],
            "stories": [{"id": story.id, "articles": list(story.articles)} for story in self.stories],
            "copies": {"of": dict(self.copies.copy_of), "sharing": sorted(map(list, self.copies.sharing))},
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"

    @classmethod
    def loads(cls, text: str, origin: str = "the saved grouping") -> Memory:
        """Raises InputError where the text is not what `dumps` wrote."""
        try:
            data = json.loads(text)
            if data["format"] != FORMAT:
                raise InputError(f"{origin} has format {data['format']!r}, not {FORMAT}: group anew without it")
            return cls(
                {row["id"]: _fingerprint(row) for row in data["articles"]},
                [Story(row["id"], tuple(row["articles"])) for row in data["stories"]],
                Copies(data["copies"]["of"], frozenset((one, other) for one, other in data["copies"]["sharing"])),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"{origin} is not a saved grouping ({error!r}): group anew without it") from error


def _article(f: Fingerprint) -> dict[str, Any]:
    return {
        "id": f.id,
        "words": base64.b64encode(f.words.astype("<u4").tobytes()).decode("ascii"),
        "names": list(f.names),
        "numbers": list(f.numbers),
        "years": sorted(f.years),
        "sums": sorted(f.sums),
        "day": f.day.isoformat() if f.day else None,
        "story": f.story,
        **({"day_of_year": f.day_of_year} if f.day_of_year else {}),
    }


def _fingerprint(row: Mapping[str, Any]) -> Fingerprint:
    return Fingerprint(
        id=row["id"],
        words=np.frombuffer(base64.b64decode(row["words"]), dtype="<u4").astype(np.uint32),
        names=tuple(row["names"]),
        numbers=tuple(row["numbers"]),
        years=frozenset(row["years"]),
        sums=frozenset(row["sums"]),
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        story=row["story"],
        day_of_year=row.get("day_of_year"),
    )
