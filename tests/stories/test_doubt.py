"""Questions about loose groups, and what an answer does."""

from __future__ import annotations

import pytest

from summarizer.domain import Article, Claim, Extraction
from summarizer.stories.doubt import Answer, LooseGroup, answer_of, question_lines
from summarizer.stories.grouping import group
from tests.stories.news import grouped, news, of

LOOSE = LooseGroup((("a", "b", "c"), ("d",), ("e", "f")), 0.1)


def first_doubt() -> LooseGroup:
    return next(loose for loose in group(news()).doubtful() if len(loose.clusters) == 2)


def test_there_are_at_most_fifteen_questions_for_a_hundred_articles() -> None:
    assert 0 < len(group(news()).doubtful()) <= 0.15 * len(news())


def test_a_heap_without_doubt_raises_no_question() -> None:
    assert group(of("piracy / aurelia")[:1] + of("fine")[:1]).doubtful() == []


def test_an_answer_joins_or_parts_clusters_and_is_told_in_the_explanation() -> None:
    loose = first_doubt()
    one, other = loose.clusters[0][0], loose.clusters[1][0]
    everything = list(range(1, len(loose.shown) + 1))
    first = len(loose.clusters[0][:2])
    parts = [everything[:first], everything[first:]]
    together = group(news(), answers=[answer_of(loose, [everything], "both tell of one night")])
    apart = group(news(), answers=[answer_of(loose, parts)])
    assert any({one, other} <= set(story.articles) for story in together.stories)
    assert not any({one, other} <= set(story.articles) for story in apart.stories)
    assert any("the answer was one event (both tell of one night)" in line for line in together.explain(one))


def test_an_answer_parts_an_article_from_a_large_story_too() -> None:
    """Stories of dozens are put together by another way, which must not put together again what was parted."""
    shared = [f"matter{number}" for number in range(50)]
    story = [Article(f"a{n:02d}", " ".join([*shared, *(f"own{n}x{k}" for k in range(40))])) for n in range(28)]
    near = Article("z", " ".join([*shared[:40], *(f"ownz{k}" for k in range(20))]))
    assert grouped(group([*story, near]).stories) == {(*(article.id for article in story), "z")}
    answer = Answer(((tuple(article.id for article in story), ("z",), False),))
    parted = group([*story, near], answers=[answer]).stories
    assert grouped(parted) == {tuple(article.id for article in story), ("z",)}


def test_a_question_shows_two_articles_of_each_cluster() -> None:
    assert LOOSE.shown == ("a", "b", "d", "e", "f")


def test_a_question_is_made_of_records_not_of_texts() -> None:
    articles = {article.id: article for article in news()}
    loose = first_doubt()
    shown = loose.shown[0]
    extraction = Extraction(shown, (Claim(shown, "toll", 52, (), "quoted"),))
    lines = question_lines(loose, articles, {shown: extraction})
    assert lines[0] == f"1. no date | {articles[shown].title} | toll: 52"
    assert len(lines) == len(loose.shown)


def test_an_answer_that_forgets_an_article_is_sent_back() -> None:
    with pytest.raises(ValueError, match="every number from 1 to 5 must be in exactly one event"):
        answer_of(LOOSE, [[1, 2], [3, 4]])


def test_an_answer_that_tears_a_sure_cluster_apart_says_nothing_about_it() -> None:
    answer = answer_of(LOOSE, [[1, 3], [2, 4, 5]])
    assert answer.same == ((("d",), ("e", "f"), False),)
