"""Which articles tell one story, and which repeat another's text: `summarizer.stories` over what was extracted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from summarizer.domain import Article, Extraction

if TYPE_CHECKING:
    from summarizer.stories.corrections import Corrections
    from summarizer.stories.doubt import Answer
    from summarizer.stories.grouping import Grouping


def group(
    articles: Sequence[Article],
    extractions: Mapping[str, Extraction] | None = None,
    corrections: Corrections | None = None,
    answers: Sequence[Answer] = (),
) -> Grouping:
    """Stories and copies; a story id that the caller gave, and a person's corrections, always hold. `answers` are what
    a model said of doubtful groups: one signal among others."""
    from summarizer.stories.grouping import group as group_articles  # noqa: PLC0415 - scipy: 0.4 s, after the calls

    return group_articles(articles, extractions, corrections=corrections, answers=answers)
