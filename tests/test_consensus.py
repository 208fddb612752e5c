"""What the claims for one fact amount to, whatever the kind of value."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from summarizer.consensus import settle
from summarizer.rules import Combine, KeepFirst, KeepLatest, KeepMostReported, KeepPreferred, Rule
from summarizer.values.kind import Comparison, Relation, Setting
from tests.claims import article, claim, comparing


class Level(BaseModel, frozen=True):
    """A number that may be rounded to tens ("about 40"), or be withheld."""

    number: int | None
    rounded: bool = False

    @property
    def withheld(self) -> bool:
        return self.number is None

    def compare(self, other: Level, setting: Setting) -> Comparison:
        if self.number is None or other.number is None:
            return Comparison(_finer(self.number is not None, other.number is not None))
        if self == other:
            return Comparison(Relation.SAME)
        near = round(self.number, -1) == round(other.number, -1)
        if near and self.rounded != other.rounded:
            return Comparison(_finer(other.rounded, self.rounded))
        return Comparison(Relation.DIFFERS, f"{self.number} is not {other.number}")


def _finer(mine: bool, theirs: bool) -> Relation:
    return Relation.SAME if mine == theirs else Relation.REFINES if mine else Relation.REFINED


NAMES = "abcdef"
ARTICLES = [article(name, f"2025-01-0{i}", outlet=f"outlet {name}") for i, name in enumerate(NAMES, 1)]
exact, about, secret = Level(number=42), Level(number=40, rounded=True), Level(number=None)


def settled(rule: Rule, *values: Any, **copy_of: str) -> Any:
    claims = [claim(name, value) for name, value in zip(NAMES, values, strict=False)]
    return settle("field", claims, rule, comparing(*ARTICLES, **copy_of))


def test_one_claim_is_single() -> None:
    found = settled(KeepMostReported(), exact)
    assert (found.value, found.agreement, found.sources, found.articles) == (exact, "single", 1, 1)


def test_two_sources_that_say_the_same_agree() -> None:
    assert settled(KeepMostReported(), exact, exact).agreement == "agreed"


def test_two_copies_of_one_text_are_one_source_and_no_agreement() -> None:
    found = settled(KeepMostReported(), exact, exact, b="a")
    assert (found.agreement, found.sources, found.articles) == ("single", 1, 2)


def test_a_finer_value_is_kept_and_the_coarser_ones_support_it() -> None:
    found = settled(KeepMostReported(), about, about, exact)
    assert (found.value, found.agreement, found.sources) == (exact, "refined", 3)
    assert [stance.stand for stance in found.stances] == ["same", "coarser", "coarser"]


def test_a_withheld_value_is_shown_but_supports_nothing() -> None:
    found = settled(KeepMostReported(), secret, secret, exact)
    assert (found.value, found.agreement, found.sources, found.articles) == (exact, "refined", 1, 1)
    assert found.notes == ("withheld by a", "withheld by b")
    assert found.conflicts == ()


def test_a_value_that_all_withhold_is_withheld_not_missing() -> None:
    found = settled(KeepMostReported(), secret, secret)
    assert (found.value, found.agreement, found.sources) == (secret, "agreed", 2)


def test_two_that_disagree_are_a_conflict_with_both_sides_named() -> None:
    found = settled(KeepMostReported(), exact, Level(number=99), exact)
    assert (found.value, found.agreement) == (exact, "conflict")
    (conflict,) = found.conflicts
    assert (conflict.kind, conflict.kept.value, [c.article for c in conflict.overruled]) == ("differs", exact, ["b"])
    assert conflict.reason == "42 is not 99"
    assert [c.article for c in found.overruled] == ["b"]


def test_free_text_in_other_words_is_uncompared_never_a_conflict() -> None:
    found = settled(KeepMostReported(), "computing centres abroad", "faster chips")
    assert (found.agreement, found.conflicts) == ("uncompared", ())


def test_copies_do_not_outvote_an_independent_source() -> None:
    other = Level(number=7)
    found = settled(KeepMostReported(), other, other, other, exact, exact, b="a", c="a")
    assert found.value == exact


@pytest.mark.parametrize(
    ("rule", "kept"),
    [
        (KeepLatest(), 3),
        (KeepFirst(), 1),
        (KeepMostReported(), 1),
        (KeepPreferred(["Nobody", "OUTLET B", "outlet c"]), 2),
    ],
)
def test_each_rule_keeps_what_its_name_says(rule: Rule, kept: int) -> None:
    assert settled(rule, Level(number=1), Level(number=2), Level(number=3)).value.number == kept


def test_the_latest_article_that_withholds_does_not_beat_an_earlier_value() -> None:
    assert settled(KeepLatest(), exact, secret).value == exact


def test_combine_keeps_what_its_function_makes_and_shows_every_claim() -> None:
    found = settled(Combine(max), 3, 9, 4)
    assert (found.value, found.rule, found.articles) == (9, "Combine(max)", 3)
    assert {stance.stand for stance in found.stances} == {"combined"}


def test_a_combine_function_that_fails_is_a_note_and_loses_nothing() -> None:
    def broken(values: list[Any]) -> Any:
        raise RuntimeError("not today")

    found = settled(Combine(broken), 3, 3, 4)
    assert found.value == 3
    assert "not today" in found.notes[0]


def test_a_list_of_preferred_outlets_must_not_be_empty_or_one_string() -> None:
    with pytest.raises(ValueError, match="list of outlets"):
        KeepPreferred("Reuters")


levels = st.builds(Level, number=st.sampled_from([None, 40, 41, 50]), rounded=st.booleans())
RULES = st.sampled_from([KeepMostReported(), KeepLatest(), KeepFirst(), KeepPreferred(["outlet c", "outlet a"])])


@given(st.lists(st.tuples(st.sampled_from(NAMES), levels), min_size=1, max_size=7), RULES, st.randoms())
def test_the_order_of_claims_never_shows(said: list[tuple[str, Level]], rule: Rule, random: Any) -> None:
    claims = [claim(name, value) for name, value in said]
    shuffled = random.sample(claims, len(claims))
    one, other = (settle("field", given, rule, comparing(*ARTICLES)) for given in (claims, shuffled))
    assert one == other


@given(st.lists(st.tuples(st.sampled_from(NAMES), levels), min_size=1, max_size=7), RULES)
def test_every_claim_is_shown_and_the_kept_value_is_one_of_theirs(said: list[tuple[str, Level]], rule: Rule) -> None:
    claims = [claim(name, value) for name, value in said]
    found = settle("field", claims, rule, comparing(*ARTICLES))
    assert sorted(map(repr, (s.claim for s in found.stances))) == sorted(map(repr, claims))
    assert found.value in [value for _, value in said]
    assert found.sources <= found.articles
    assert bool(found.conflicts) == (found.agreement == "conflict")
