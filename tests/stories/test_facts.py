"""What the texts of two groups say besides how alike they are."""

from __future__ import annotations

from datetime import date

from summarizer.domain import Article
from summarizer.stories.facts import SEEN, TextFacts
from summarizer.stories.fingerprint import Reader
from summarizer.stories.vectors import vectors
from tests.stories.news import news

FOOT = "Subscribe to our newsletter and our podcasts, cancel anytime, unsubscribe likewise."


def facts(articles: list[Article]) -> TextFacts:
    fingerprints = Reader().read_all(articles)
    return TextFacts(fingerprints, vectors(fingerprints))


def test_shared_words_are_counted_once_and_on_average() -> None:
    few = [Article("a", "zinc copper zinc"), Article("b", "copper zinc nickel"), Article("c", "copper nickel tin")]
    assert facts(few).shared_words((0,), (1,)) == 2
    assert facts(few).shared_words((0,), (1, 2)) == facts(few).shared_words((1, 2), (0,)) == 1.5


def test_of_a_large_group_the_first_articles_are_counted() -> None:
    first = [Article(f"a{n:02d}", "zinc copper") for n in range(SEEN)]
    later = [Article(f"b{n:02d}", "nickel tin") for n in range(SEEN)]
    one = Article("c", "zinc copper nickel")
    others = [Article(f"d{n:03d}", "It rained.") for n in range(200)]
    group = tuple(range(2 * SEEN))
    assert facts([*first, *later, one, *others]).shared_words(group, (2 * SEEN,)) == 2


def test_what_every_page_of_a_site_says_at_its_foot_is_not_counted() -> None:
    articles = sorted(news(), key=lambda article: article.id)
    footed = [Article(a.id, f"{a.text}\n\n{FOOT}", title=a.title) for a in articles]
    one, other = facts(articles), facts(footed)
    pairs = [((place,), (place + 1,)) for place in range(len(articles) - 1)]
    assert [one.shared_words(*pair) for pair in pairs] == [other.shared_words(*pair) for pair in pairs]


def test_groups_dated_years_apart_are_so_by_their_articles() -> None:
    old = [Article(f"o{n}", "It rained.", published=date(2017, 1, n + 1)) for n in range(3)]
    new = [Article(f"p{n}", "It rained.", published=date(2024, 1, n + 1)) for n in range(3)]
    assert facts([*old, *new]).years_apart((0, 1, 2), (3, 4, 5))
    assert not facts([*old, *new]).years_apart((0, 1, 2), (3, 4))
