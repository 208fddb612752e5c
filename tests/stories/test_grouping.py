"""Which articles tell one story."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.domain import Article, Claim, Extraction
from summarizer.errors import InputError
from summarizer.stories.corrections import Corrections
from summarizer.stories.evaluation import evaluate, labels
from summarizer.stories.fingerprint import Reader
from summarizer.stories.grouping import group
from summarizer.stories.similarity import MANY, candidates
from summarizer.stories.vectors import vectors
from tests.stories.news import grouped, news, of, truth

GARDEN = Article(
    "garden",
    "Prune the apple trees before the sap rises. Sharp secateurs leave clean cuts, and a ladder must never lean on a "
    "thin branch. Spread compost around the trunk but keep it away from the bark, or the mice will nest there.",
    title="February in the orchard",
)
some_news = st.lists(st.sampled_from(news()), min_size=2, max_size=12, unique_by=lambda article: article.id)


def test_the_five_real_articles_are_two_stories_by_their_text_alone(real_articles: list[Article]) -> None:
    assert grouped(group(real_articles).stories) == {("000", "001"), ("002", "003", "004")}


def test_any_few_of_the_five_real_articles_are_told_apart(real_articles: list[Article]) -> None:
    for size in range(1, 5):
        for few in combinations(real_articles, size):
            ids = tuple(article.id for article in few)
            parts = tuple(i for i in ids if i < "002"), tuple(i for i in ids if i >= "002")
            assert grouped(group(few).stories) == {part for part in parts if part}


def test_no_article_is_no_story_and_one_is_one() -> None:
    assert group([]).stories == ()
    assert grouped(group([GARDEN]).stories) == {("garden",)}


def test_articles_that_are_all_the_same_are_one_story() -> None:
    same = [replace(GARDEN, id=f"copy{number}") for number in range(5)]
    assert len(group(same).stories) == 1


def test_hundreds_of_articles_that_print_one_text_are_one_story() -> None:
    """Then every word of it is common, and none is rare enough to find the others by."""
    wire = [replace(GARDEN, id=f"paper{number}", text=f"{GARDEN.text} Page {number}.") for number in range(MANY + 50)]
    assert len(group(wire).stories) == 1


def test_what_is_rare_in_a_reprint_does_not_hide_the_other_reprints() -> None:
    """The foot of each paper's page is rare, and its other articles have it; the text itself is common."""
    papers = range(MANY + 50)
    feet = [" ".join(f"{word}{n}" for word in ("desk", "quay", "mail", "ring", "yard", "gate")) for n in papers]
    wire = [Article(f"wire {n:03d}", f"{GARDEN.text} {feet[n]}.") for n in papers]
    others = [Article(f"own {n:03d}", f"Rain{n} fell{n} on{n} them{n}. {feet[n]}.") for n in papers]
    articles = sorted([*wire, *others], key=lambda article: article.id)
    first, second = candidates(vectors(Reader().read_all(articles)))
    met = Counter(place for pair in zip(first, second, strict=True) for place in pair if min(pair) >= len(others))
    assert min(met[place] for place in range(len(others), len(articles))) >= 20


def test_an_article_without_a_word_stands_alone() -> None:
    empty = [Article("a", ""), Article("b", " "), GARDEN]
    assert grouped(group(empty).stories) == {("a",), ("b",), ("garden",)}


def test_articles_that_share_nothing_stand_alone() -> None:
    """One article of one event of each kind: two events of one kind do share something."""
    firsts = {article.id.split(" / ")[0]: article for article in reversed(news()) if article.id.endswith("#1")}
    assert len(firsts) >= 12
    assert len(group(list(firsts.values())).stories) == len(firsts)


def test_events_of_one_kind_are_told_apart_in_a_whole_heap() -> None:
    scores = evaluate(labels(story.articles for story in group(news()).stories), truth())
    assert scores.precision == 1.0
    assert scores.f1 >= 0.97


def test_events_of_one_kind_are_told_apart_on_a_thin_news_day() -> None:
    chance = random.Random(5)
    scores = []
    for _ in range(5):
        heap = [article for article in news() if chance.random() < 0.5]
        found = labels(story.articles for story in group(heap).stories)
        scores.append(evaluate(found, {i: event for i, event in truth().items() if i in found}).f1)
    assert sum(scores) / len(scores) >= 0.96


@settings(max_examples=25, deadline=None)
@given(some_news, st.randoms())
def test_the_order_of_arrival_changes_nothing(heap: list[Article], chance: random.Random) -> None:
    shuffled = chance.sample(heap, len(heap))
    first, second = group(heap), group(shuffled)
    assert first == second
    assert first.memory.dumps() == second.memory.dumps()


@settings(max_examples=25, deadline=None)
@given(some_news)
def test_an_unrelated_article_changes_no_other_story(heap: list[Article]) -> None:
    assert grouped(group([*heap, GARDEN]).stories) == grouped(group(heap).stories) | {("garden",)}


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(news()), st.sampled_from([None, "A", "B"])), max_size=9))
def test_a_story_id_that_the_caller_gave_is_never_overruled(pairs: list[tuple[Article, str | None]]) -> None:
    heap = list({article.id: replace(article, story=story) for article, story in pairs}.values())
    given_names = {article.id: article.story for article in heap}
    corrections = Corrections(together=(tuple(given_names),) if len(given_names) > 1 else ())
    for story in group(heap, corrections=corrections).stories:
        names = {given_names[article] for article in story.articles} - {None}
        assert names <= {story.id}


def test_two_articles_with_one_id_are_refused() -> None:
    with pytest.raises(InputError, match="two articles have the id 'garden'"):
        group([GARDEN, GARDEN])


def test_articles_published_years_apart_are_two_stories_though_their_words_are_alike() -> None:
    first, second, *_ = of("quake / kerala-basin")
    dated = [replace(first, published=date(2009, 5, 5)), replace(second, published=date(2013, 5, 6))]
    assert len(group(dated).stories) == 2
    assert len(group([replace(article, published=date(2013, 5, 6)) for article in dated]).stories) == 1


BRIDGE = (
    "Larkholm bridge was closed, as cracks were found in its northern pier. It carries the only road to the island. "
)
TOLD_IN = {
    2016: (
        "Ferries carried commuters across the sound for a week, said harbour master Ines Dahl.",
        "Buses went round by Oxmoor, and Ines Dahl asked drivers for patience.",
        "Lorries heavier than ten tonnes stay banned, said Ines Dahl of the harbour office.",
        "Anglers on the pier were sent away by harbour master Ines Dahl.",
        "Ines Dahl expects the divers back in spring.",
    ),
    2024: (
        "Pupils of Ferry Lane School walked to class, said mayor Tom Rusk.",
        "Cyclists may cross again on Monday, mayor Tom Rusk told the council.",
        "Shops on Quay Street lost half of their trade, said mayor Tom Rusk.",
        "Tom Rusk wants a second bridge, and the state to pay for it.",
        "A lottery decides who may park at the quay, said mayor Tom Rusk.",
    ),
}


def test_groups_of_which_some_articles_are_dated_years_apart_are_two_stories() -> None:
    def told(dated: int) -> list[Article]:
        return [
            Article(f"{year} {number}", (f"{year}-05-0{number + 1}\n" if number < dated else "") + BRIDGE + own)
            for year, owns in TOLD_IN.items()
            for number, own in enumerate(owns)
        ]

    assert len(group(told(2)).stories) == 1
    found = group(told(3))
    assert [{article[:4] for article in story.articles} for story in found.stories] == [{"2016"}, {"2024"}]
    assert "as they are of years apart" in found.explain("2016 0")[1]


def test_a_copy_found_years_later_is_still_the_same_story() -> None:
    dated = [replace(GARDEN, published=date(2009, 5, 5)), replace(GARDEN, id="later", published=date(2013, 5, 6))]
    assert len(group(dated).stories) == 1


def test_a_person_may_split_join_and_move() -> None:
    first, second, *_ = of("phone / vela5")
    other = of("phone / vela-recall")[0]
    heap = [*of("phone"), GARDEN]
    corrections = Corrections.parse(f'apart "{first.id}" "{second.id}"\nmove garden to "{other.id}"')
    stories = {
        article: story.id for story in group(heap, corrections=corrections).stories for article in story.articles
    }
    assert stories[first.id] != stories[second.id]
    assert stories["garden"] == stories[other.id]
    joined = group(heap, corrections=Corrections.parse(f'join garden "{first.id}"'))
    assert any({"garden", first.id} <= set(story.articles) for story in joined.stories)


def claims(article: Article, **values: object) -> Extraction:
    return Extraction(article.id, tuple(Claim(article.id, path, value, (), "quoted") for path, value in values.items()))


def test_a_move_within_a_story_that_the_caller_gave_changes_nothing() -> None:
    given = [Article("a", GARDEN.text, story="S"), Article("b", GARDEN.text, story="S"), Article("c", "Rain.")]
    for move in ("move a to b", "move b to a"):
        assert grouped(group(given, corrections=Corrections.parse(move)).stories) == {("a", "b"), ("c",)}


def test_two_fields_that_differ_make_two_events_of_what_text_takes_for_one() -> None:
    one, other, *_ = of("fine / coastbank")
    extractions = {
        one.id: claims(one, announced_on=date(2012, 1, 3), signed=date(2012, 1, 3)),
        other.id: claims(other, announced_on=date(2019, 6, 1), signed=date(2019, 6, 1)),
    }
    assert len(group([one, other]).stories) == 1
    assert len(group([one, other], extractions).stories) == 2


def test_one_field_that_differs_is_a_conflict_within_the_story() -> None:
    one, other, *_ = of("fine / coastbank")
    extractions = {
        one.id: claims(one, announced_on=date(2012, 1, 3)),
        other.id: claims(other, announced_on=date(2019, 6, 1)),
    }
    assert len(group([one, other], extractions).stories) == 1
    lines = group([one, other], extractions).explain(one.id)
    assert any("announced_on differs" in line for line in lines)


def test_an_explanation_tells_how_alike_copies_are_though_they_hold_a_story_together_no_closer() -> None:
    copies = [replace(GARDEN, id=f"paper{number}") for number in range(3)]
    assert "its articles are 1.00 alike on average" in "".join(group(copies).explain("paper0"))


def test_an_explanation_says_why_here_and_why_not_there() -> None:
    lines = group(of("plan")).explain("plan / zhenhai-cloud#1")
    assert "of 4 articles" in lines[0]
    assert re.search(r"its articles are 0\.\d\d alike on average; the nearest other story, story-\w+, is 0\.", lines[1])
    assert any("both name" in line and "Grace Shen" in line for line in lines)
    assert any(line.startswith("  not in story-") for line in lines)
    with pytest.raises(InputError, match="no article has the id 'nobody'"):
        group(of("plan")).explain("nobody")


def test_an_explanation_never_says_that_too_little_is_enough() -> None:
    """In a heap that is mixed well: a dense one has stories that meet only together with others."""
    found = group(news())
    said = [line for story in found.stories for line in found.explain(story.articles[0])[1:2]]
    figures = [re.search(r"is (0\.\d\d) alike, where one event takes at least (0\.\d\d)", line) for line in said]
    assert sum(figure is not None for figure in figures) > 20
    assert all(float(figure[1]) <= float(figure[2]) for figure in figures if figure)


def test_an_explanation_says_that_two_were_told_apart() -> None:
    one, other = replace(GARDEN, id="a"), replace(GARDEN, id="b")
    lines = group([one, other], corrections=Corrections.parse("apart a b")).explain("a")
    assert re.search(r"is \d\.\d\d alike, enough for one event of the two alone .*, but they were told apart", lines[1])


def test_a_story_shows_what_its_articles_share() -> None:
    reasons = group(of("deal / orbis-fenwick")).stories[0].reasons
    assert any("Fenwick" in reason for reason in reasons)
    assert any("4.2 billion" in reason for reason in reasons)
