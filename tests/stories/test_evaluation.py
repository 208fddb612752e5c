"""The measures, against figures worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import InputError
from summarizer.stories.evaluation import evaluate, labels

groupings = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 3), min_size=1)


def test_the_example_worked_out_by_hand() -> None:
    scores = evaluate(labels(["abc", "d"]), labels(["ab", "cd"]))
    assert scores.precision == pytest.approx((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)
    assert scores.recall == pytest.approx((1 + 1 + 1 / 2 + 1 / 2) / 4)
    assert scores.pair_f1 == pytest.approx(2 * 1 / (3 + 2))
    assert scores.v_measure == pytest.approx(0.3437, abs=1e-3)


def test_articles_that_only_one_side_holds_are_named_and_not_scored() -> None:
    scores = evaluate(labels(["ab", "x"]), labels(["ab", "y"]))
    assert (scores.articles, scores.f1, scores.missing, scores.extra) == (2, 1.0, ("y",), ("x",))


@given(groupings)
def test_a_grouping_measured_against_itself_is_perfect(grouping: dict[str, int]) -> None:
    scores = evaluate(grouping, grouping)
    assert (scores.f1, scores.pair_f1) == (1.0, 1.0)
    assert scores.v_measure == pytest.approx(1.0)


@given(groupings, groupings)
def test_every_measure_stays_between_0_and_1(one: dict[str, int], other: dict[str, int]) -> None:
    if one.keys() & other.keys():
        scores = evaluate(one, other)
        for value in (scores.precision, scores.recall, scores.f1, scores.pair_f1, scores.v_measure):
            assert -1e-9 <= value <= 1 + 1e-9


def test_an_article_in_two_stories_is_refused() -> None:
    with pytest.raises(InputError, match="'a' is in two stories"):
        labels(["ab", "ca"])


def test_groupings_that_share_no_article_cannot_be_measured() -> None:
    with pytest.raises(InputError, match="share no article"):
        evaluate({"a": 1}, {"b": 1})
