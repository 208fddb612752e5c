"""What is read of a text before texts are compared."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.domain import Article
from summarizer.stories.background import normal
from summarizer.stories.fingerprint import Reader, read_names, read_numbers, read_sums


def test_names_are_capitalised_runs_without_common_words() -> None:
    names = read_names("Yesterday Grace Shen met the President. The Hangzhou group of Ms Shen rose.")
    assert {"grace shen", "grace", "shen", "hangzhou"} <= set(names)
    assert not {"president", "the", "yesterday"} & set(names)


def test_a_word_that_is_capitalised_only_where_a_sentence_begins_is_no_name() -> None:
    assert "markedly" not in read_names("It grew. Markedly slower was Zhenhai.")
    assert read_names("Zhenhai grew. It was said that Zhenhai slowed.").count("zhenhai") == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("$15 billion", "15000000000"),
        ("Rmb72.5bn", "72500000000"),
        ("380,000 people", "380000"),
        ("a 6.4-magnitude quake", "6.4"),
        ("8 percent", "8%"),
        ("11.7%", "11.7%"),
    ],
)
def test_numbers_are_read_with_their_scale(text: str, number: str) -> None:
    assert number in read_numbers(text)[0]


def test_years_are_found_and_other_numbers_are_none() -> None:
    assert read_numbers("in 2017, 2,017 people paid 1999 million until 2024")[1] == {2017, 2024}


def test_sums_are_money_only() -> None:
    assert read_sums("$1.2 billion, 40 million euros, 25,000 engineers and two billion customers") == {1.2e9, 4e7}


@pytest.mark.parametrize(
    ("word", "form"), [("Alibaba’s", "alibaba"), ("companies", "company"), ("hubs", "hub"), ("crisis", "crisis")]
)
def test_words_are_counted_in_one_form(word: str, form: str) -> None:
    assert normal(word) == form


def test_a_script_without_spaces_is_read_by_pairs_of_characters() -> None:
    words = Reader().read(Article("a", "阿里巴巴将投资人工智能", language="zh")).words
    assert len(words) >= 9


def test_an_articles_own_date_wins_over_one_in_its_text() -> None:
    article = Article("a", "January 1, 2001. It happened.", published=date(2020, 2, 2))
    assert Reader().read(article).day == date(2020, 2, 2)
