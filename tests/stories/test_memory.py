"""A grouping that builds on an earlier one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.domain import Article
from summarizer.errors import InputError
from summarizer.stories.corrections import Corrections
from summarizer.stories.grouping import group
from summarizer.stories.memory import Memory
from tests.stories.news import grouped, news, of


def test_a_saved_grouping_comes_back_the_same() -> None:
    text = group(news()).memory.dumps()
    assert Memory.loads(text).dumps() == text


@settings(max_examples=10, deadline=None)
@given(st.sets(st.sampled_from(news()), min_size=1, max_size=40))
def test_articles_that_come_later_find_their_stories(later: set[Article]) -> None:
    earlier = [article for article in news() if article not in later]
    saved = Memory.loads(group(earlier).memory.dumps())
    assert grouped(group(list(later), existing=saved).stories) == grouped(group(news()).stories)


def test_a_story_keeps_its_id_when_an_article_joins_it_later() -> None:
    first, *others = of("escape / sanluis")
    old = group([first, *of("coach")])
    stories = group(others, existing=old).stories
    name = {article: story.id for story in old.stories for article in story.articles}[first.id]
    assert {story.id for story in stories if first.id in story.articles} == {name}
    assert {story.id for story in old.stories} == {story.id for story in stories}


def test_the_id_holds_though_the_new_article_would_have_been_the_founder() -> None:
    first, *others = of("escape / sanluis")
    old = group(others)
    assert {story.id for story in group([replace(first, id="0 earliest")], existing=old).stories} == {old.stories[0].id}


def test_stories_that_join_say_so() -> None:
    articles = of("escape / sanluis")
    apart = [replace(article, story=None) for article in articles]
    old = group([replace(apart[0], text=apart[0].text[:12], title=None), apart[1]])
    assert len(old.stories) == 2
    new = group([apart[0], apart[2]], existing=old)
    assert len(new.stories) == 1
    assert any(reason.startswith("joined with story-") for reason in new.stories[0].reasons)


def test_a_story_that_splits_says_so() -> None:
    first, second, third = of("escape / sanluis")
    old = group([first, second, third])
    split = Corrections.parse(f'split "{first.id}" "{second.id}" | "{third.id}"')
    kept, gone = group([], existing=old, corrections=split).stories
    assert kept.id == old.stories[0].id
    assert any(reason == f"split from {kept.id}" for reason in gone.reasons)


def test_only_stories_that_the_new_article_resembles_are_opened_again() -> None:
    old = group(of("heist") + of("coach"))
    new = group([of("phone")[0]], existing=old)
    assert new.reasons.links.ids == (of("phone")[0].id,)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"format": 99}', '{"format": 1, "articles": [{}]}'])
def test_a_file_that_is_no_saved_grouping_is_refused(text: str) -> None:
    with pytest.raises(InputError, match="group anew without it"):
        Memory.loads(text)
