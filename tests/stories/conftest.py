from __future__ import annotations

import pytest

from summarizer.domain import Article
from tests.stories.news import SHARED


@pytest.fixture
def real_articles() -> list[Article]:
    """The five real articles, 000 and 001 about one plan, 002 to 004 about another of the same company."""
    if not SHARED.is_dir():
        pytest.skip("the five real articles are not beside this checkout")
    return [Article(id=path.name[:3], text=path.read_text(encoding="utf-8")) for path in sorted(SHARED.glob("*.txt"))]
