"""Cleaning: the page goes, the story stays."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.domain import Article
from summarizer.steps.clean import clean, removed
from summarizer.steps.read import read

SMALL = Path(__file__).parents[1] / "articles"
SHARED = Path(__file__).parents[2].parent / "shared"
STORY = (
    "Nordwind AG will invest €2.4 billion in three battery plants in Portugal and Spain, the carmaker said on Tuesday.",
    "“We will build where the sun is cheap,” chief executive Petra Lang told reporters in Lisbon.",
    "The plants will employ 4,000 people.",
    "Analysts were cautious.",
    "Shares in Nordwind fell 2% in Frankfurt. Rival Ostmotor declined to comment.",
    "The company said it would offer customers a free trial of its charging subscription.",
    "The first plant is to open in 2027.",
)
FURNITURE = (
    "Sign up for our daily newsletter",
    "Subscribe today and save 40%",
    "ADVERTISEMENT",
    "Share this article",
    "We use cookies to improve your experience.",
    "Read more: Ostmotor chief Karl Brandt steps down",
    "Please enter your comment!",
    "See also  Ostmotor: A Yard in Trouble",
    "Write to Eric J. Vance at [email protected]",
    "Abonnieren Sie unseren Newsletter und bleiben Sie informiert.",
    "© 2025 The Daily Chronicle. All rights reserved.",
    "Download the Chronicle app to get alerts on your phone.",
)


def text_of(*paragraphs: str, between: str = "\n") -> Article:
    return Article(id="a", text=between.join(paragraphs))


def kept(*paragraphs: str, between: str = "\n") -> list[str]:
    return [line for line in clean(text_of(*paragraphs, between=between)).text.split("\n") if line]


class TestWhatGoes:
    @pytest.mark.parametrize("line", FURNITURE)
    @pytest.mark.parametrize("place", [0, 3, 7])
    @pytest.mark.parametrize("between", ["\n", "\n\n"])
    def test_a_line_of_the_page_goes_wherever_it_stands(self, line: str, place: int, between: str) -> None:
        assert kept(*STORY[:place], line, *STORY[place:], between=between) == list(STORY)

    def test_bylines_and_page_dates_go_from_above_the_story_only(self) -> None:
        byline, posted = "By Clara Weiss, Business Correspondent", "Published: 4 March 2025, 10:14"
        assert kept(byline, posted, *STORY) == list(STORY)
        assert byline in kept(*STORY[:3], byline, *STORY[3:])

    def test_a_date_that_only_the_byline_gives_is_kept(self) -> None:
        for byline in (
            "By Clara Weiss, Chronicle, 2025-03-04",
            "Published: 4 March 2025, 10:14",
            "Updated March 4, 2025",
            "Last Updated : Tue , March 04 , 2025",
            "Tuesday , 4 March , 2025",
            "http://chronicle.example/business/2025/03/04/nordwind-plants.html",
            "https://chronicle.example/nordwind-plants-20250304",
        ):
            assert clean(text_of("Nordwind to build plants", byline, *STORY)).published == date(2025, 3, 4)
        known = Article(id="a", text="\n".join(("Published: 4 March 2025", *STORY)), published=date(2025, 3, 1))
        assert clean(known).published == date(2025, 3, 1)

    def test_the_address_of_another_page_says_nothing_of_when_this_one_was_put_up(self) -> None:
        other = "https://chronicle.example/2024/11/02/strike"
        assert clean(text_of("Nordwind to build plants", *STORY, "Related articles", other)).published is None

    def test_the_author_goes_from_the_end(self) -> None:
        author = "Jim Falk is a senior reporter covering transport for the Daily Chronicle."
        assert kept(*STORY, author) == list(STORY)
        assert author in kept(STORY[0], author, *STORY[1:])

    def test_a_reporter_whom_the_story_is_about_stays(self) -> None:
        story = ("Reporter Jim Falk was freed on Monday, Nordwind said.", *STORY)
        about = "Jim Falk is a reporter for the Daily Chronicle."
        assert kept(*story, about) == [*story, about]

    def test_a_promotion_on_top_takes_the_editor_it_names_along(self) -> None:
        offer = "Unlock the Editor’s Digest for free"
        editor = "Ruth Kaufman, Editor of the Chronicle, selects her favourite stories in this weekly newsletter."
        assert kept(offer, editor, *STORY) == list(STORY)
        assert editor in kept(*STORY, editor)  # without an offer beside it, nothing says that it is one

    def test_headlines_and_captions_of_other_stories_go_with_the_label_above_them(self) -> None:
        others = (
            "Minister Ana Duarte Resigns",
            "A fallen tree blocks a road near Porto.",
            "Why Sardines Are Getting Dearer",
        )
        assert kept(*STORY, "Related stories", *others) == list(STORY)
        assert kept(*STORY, "Log in", *others, "Contact us") == list(STORY)

    def test_a_list_of_strangers_headlines_goes_without_a_label(self) -> None:
        others = (
            "Minister Ana Duarte Resigns After Leak",
            "Storm Leaves 20,000 Homes Without Power in Galway",
            "Actor Tom Rivers Buys Football Club",
        )
        assert kept(*STORY, *others) == list(STORY)

    def test_a_list_of_strangers_headlines_goes_from_the_top_and_the_storys_own_stays(self) -> None:
        others = (
            "Minister Ana Duarte Resigns After Leak",
            "Storm Leaves 20,000 Homes Without Power in Galway",
            "Actor Tom Rivers Buys Football Club",
            "Harbour Festival Returns to Cork This Summer",
        )
        headline = "Nordwind Bets on Sunshine With Three New Plants in Portugal"
        assert kept(*others, headline, *STORY) == [headline, *STORY]
        assert kept(headline, "Key points:", "- Nordwind hires 4,000 people", *STORY)[:2] == [headline, "Key points:"]

    def test_a_page_full_of_furniture_gives_the_story(self) -> None:
        (page,) = read([str(SMALL / "furniture-around.txt")])
        assert isinstance(page, Article)
        story = clean(page)
        for stranger in ("Weiss", "Henkel", "Duarte", "Petri", "Porto", "Sardines", "cookies", "Read more"):
            assert stranger not in story.text
        assert story.text.startswith("Nordmole to spend €50 million")
        assert story.text.endswith("The first dock is to open in 2027.")
        assert "The union welcomed the plan." in story.text
        assert "nobody has to sign up for anything" in story.text


class TestWhatStays:
    @pytest.mark.parametrize(
        "line",
        [
            "Spotify said it would offer a free trial of its premium subscription to students.",
            "“You should sign up today,” said the minister.",
            "If you have an account with the bank, you should change your password.",
            "Click Farms Boost Alibaba Subscriber Numbers",
            "Join the queue: how Nordwind won over its dealers",
            "Subscribers to the service receive a newsletter every day.",
            "The newspaper said in its newsletter that the deal was worth $3 million.",
            "Cookies are sold in 40 countries.",
            "Shares rose today.",
            "What happens next?",
            "More than 300 jobs will go.",
            "Background",
            "Copyright claims against the company were dismissed.",
            "By signing up Ostmotor as its first customer, Nordwind filled half of the first plant.",
            "The views expressed by the minister angered the union.",
            "More from the minister is expected on Monday.",
            "Read the small print, analysts said.",
        ],
    )
    @pytest.mark.parametrize("place", [0, 3, 7])
    def test_a_line_of_the_story_stays_wherever_it_stands(self, line: str, place: int) -> None:
        assert line in kept(*STORY[:place], line, *STORY[place:])

    def test_short_paragraphs_beneath_an_offer_stay(self) -> None:
        end = ("Union leader Jorge Matos welcomed the plan.", "He expects talks in April.")
        assert kept(*STORY, "Sign up for our newsletter", *end) == [*STORY, *end]

    def test_a_list_of_facts_at_the_end_stays(self) -> None:
        facts = ("What we know:", "- €2.4 billion investment", "- Three plants", "- 4,000 jobs")
        assert kept(*STORY, *facts) == [*STORY, *facts]

    def test_winners_in_a_table_at_the_end_stay(self) -> None:
        winners = ("Ann Bell, Leeds University, physics", "Tom Crane, Imperial, law", "Eve Dunn, Oxford, music history")
        assert kept(*STORY, *winners) == [*STORY, *winners]

    def test_a_text_broken_to_a_fixed_width_is_judged_by_its_paragraphs(self) -> None:
        wrapped = (
            "Nordwind said that anyone who wants a car from the new plants can\n"
            "sign up for an offer on its page, and that it would send a newsletter to\n"
            "all who do so before the first of March."
        )
        assert wrapped in clean(text_of(*STORY, wrapped, between="\n\n")).text

    def test_a_page_of_nothing_but_furniture_is_left_alone(self) -> None:
        page = text_of(*FURNITURE)
        assert clean(page) == page

    def test_the_title_stays_unless_it_was_part_of_the_furniture(self) -> None:
        offer = "Unlock the Editor’s Letter for Free Today"
        page = Article(id="a", text="\n\n".join((offer, "Nordwind to build plants", *STORY)), title=offer)
        assert clean(page).title == "Nordwind to build plants"
        given_title = Article(id="a", text="\n".join((FURNITURE[0], *STORY)), title="A title from elsewhere")
        assert clean(given_title).title == "A title from elsewhere"


LINES = st.lists(st.one_of(st.sampled_from(STORY + FURNITURE), st.text(max_size=60)), max_size=14)


@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_cleaning_twice_is_cleaning_once(lines: list[str], between: str) -> None:
    once = clean(text_of(*lines, between=between))
    assert clean(once) == once


@given(LINES)
def test_what_stays_and_what_goes_are_the_whole_page(lines: list[str]) -> None:
    page = text_of(*lines)
    story = clean(page)
    assert sum(map(len, removed(page, story))) <= len(page.text)
    for line in removed(page, story):
        assert line in page.text
    rest = iter(page.text)
    assert all(sign in rest for sign in story.text)  # nothing is added, nothing changes places


@given(st.lists(st.sampled_from(STORY), max_size=10))
def test_nothing_is_taken_from_a_text_without_furniture(lines: list[str]) -> None:
    assert clean(text_of(*lines)).text == "\n".join(lines)


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the five real articles are not beside the checkout")
class TestTheFiveRealArticles:
    def test_exactly_the_bodies_are_left(self) -> None:
        gold: dict[str, Any] = json.loads((SHARED / "gold" / "seeds.json").read_text(encoding="utf-8"))["articles"]
        for page in read([str(SHARED / "articles")]):
            assert isinstance(page, Article)
            body = gold[f"{page.id}.txt"]["body"]
            raw = Path(page.origin).read_text(encoding="utf-8")
            assert clean(page).text == raw[body["start"] : body["end"]].strip()
