"""Horizons: what texts say, what quotes confirm, what two articles agree on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.values.horizon import Horizon, read
from summarizer.values.kind import Outcome, Reading, Relation, Setting
from summarizer.values.moments import covers, same_length, window

SHARED = Path(__file__).parents[2].parent / "shared"
MONDAY = date(2025, 2, 24)
READING = Reading("en", MONDAY)
UNDATED = Reading("en", None)
VERDICTS = {
    Relation.SAME: "agree",
    Relation.REFINES: "a_refines_b",
    Relation.REFINED: "b_refines_a",
    Relation.DIFFERS: "conflict",
    Relation.UNCERTAIN: "uncertain",
    Relation.NOT_COMPARABLE: "not_comparable",
}


def listed(name: str) -> Any:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout")
    return json.loads(path.read_text(encoding="utf-8"))


def outcome(claim: Horizon, quote: str, reading: Reading = READING) -> Outcome:
    return claim.confirm([quote], reading).outcome


def wanted(entry: dict[str, Any]) -> Horizon:
    return Horizon(
        **{key: entry["expect"][key] for key in ("duration", "duration_max", "start", "end") if key in entry["expect"]}
    )


def agrees(got: Horizon | None, expect: dict[str, str]) -> bool:
    if got is None:
        return False
    for key in ("duration", "duration_max"):
        if key in expect and not same_length(getattr(got, key) or "P999Y", expect[key]):
            return False
    ends = {expect["end"], expect.get("also_end", expect["end"])} if "end" in expect else set()
    starts = {expect["start"]} if "start" in expect else set()
    return all(
        not moments or (said and any(covers(window(moment), window(said)) for moment in moments))
        for said, moments in ((got.start, starts), (got.end, ends))
    )


def test_the_list_of_horizons_is_read_and_none_is_read_wrong() -> None:
    entries = listed("values/horizon.json")
    right, wrong = 0, []
    for entry in entries:
        got = read(entry["text"], date.fromisoformat(entry["ref"]), entry["lang"])
        if entry["expect"] is None:
            right += got is None
            wrong += [entry["text"]] if got else []
        elif agrees(got, entry["expect"]):
            right += 1
        elif got is not None:
            wrong.append(entry["text"])
    assert wrong == []
    assert right >= 54


def test_true_horizons_of_the_list_are_confirmed_by_their_own_texts() -> None:
    entries = [entry for entry in listed("values/horizon.json") if entry["expect"]]
    outcomes = [outcome(wanted(entry), entry["text"], where(entry)) for entry in entries]
    assert Outcome.CONTRADICTED not in outcomes
    assert outcomes.count(Outcome.CONFIRMED) >= 0.95 * len(outcomes)


def where(entry: dict[str, Any]) -> Reading:
    return Reading(entry["lang"], date.fromisoformat(entry["ref"]))


def corrupted(claim: Horizon) -> Iterator[Horizon]:
    """The claim with one part that is wrong."""
    for part in ("start", "end"):
        moment = getattr(claim, part)
        for years in (-10, -1, 1, 10) if moment else ():
            yield from _rebuilt(claim, part, f"{int(moment[:4]) + years}{moment[4:]}")
        for months in (-1, 1, 5) if moment and len(moment) >= 7 else ():
            yield from _rebuilt(claim, part, f"{moment[:5]}{(int(moment[5:7]) - 1 + months) % 12 + 1:02}{moment[7:]}")
    if claim.duration and not claim.duration_max:
        number, unit = int(claim.duration[1:-1]), claim.duration[-1]
        other = {"Y": "M", "M": "Y"}.get(unit, "Y")
        for text in (f"P{number + 1}{unit}", f"P{number * 2}{unit}", f"P{number * 10}{unit}", f"P{number}{other}"):
            yield from _rebuilt(claim, "duration", text)
        if number > 1:
            yield from _rebuilt(claim, "duration", f"P{number - 1}{unit}")


def _rebuilt(claim: Horizon, part: str, text: str) -> Iterator[Horizon]:
    try:
        yield Horizon(**{**claim.model_dump(), part: text})
    except ValidationError:
        return


def test_no_corrupted_horizon_is_confirmed() -> None:
    entries = [entry for entry in listed("values/horizon.json") if entry["expect"]]
    pairs = [(wrong, entry) for entry in entries for wrong in corrupted(wanted(entry))]
    through = [
        (str(wrong), entry["text"])
        for wrong, entry in pairs
        if outcome(wrong, entry["text"], where(entry)) is Outcome.CONFIRMED
    ]
    assert len(pairs) > 300
    assert through == []


def test_the_list_of_pairs_agrees_as_a_reader_would_say() -> None:
    for entry in listed("values/horizon_agree.json"):
        dates = [date.fromisoformat(entry[key]) if entry[key] else None for key in ("ref_a", "ref_b")]
        one, other = read(entry["a"], dates[0], "en"), read(entry["b"], dates[1], "en")
        if one is None or other is None:
            continue
        relation = one.compare(other, Setting(dates[0], dates[1])).relation
        assert VERDICTS[relation] in entry["want"], entry
        assert other.compare(one, Setting(dates[1], dates[0])).relation is relation.mirrored, entry


def test_the_horizons_of_the_five_articles_are_confirmed_by_their_quotes() -> None:
    for article in listed("gold/seeds.json")["articles"].values():
        gold = article["horizon"]
        if gold["duration"]:
            quotes = [quote["quote"] for quote in gold["quotes"]]
            assert Horizon(duration=gold["duration"]).confirm(quotes, UNDATED).outcome is Outcome.CONFIRMED


def test_thirty_six_months_are_three_years() -> None:
    one, other = Horizon(duration="P36M"), Horizon(duration="P3Y")
    assert one.compare(other, Setting()).relation is Relation.SAME
    assert outcome(one, "over the next three years", UNDATED) is Outcome.CONFIRMED


def test_a_year_that_is_not_in_the_quote_is_not_confirmed_with_the_duration_that_is() -> None:
    assert outcome(Horizon(duration="P3Y", end="2030"), "over the next three years", UNDATED) is Outcome.UNVERIFIABLE
    assert outcome(Horizon(duration="P3Y", end="2030"), "over the next three years") is Outcome.CONTRADICTED
    assert outcome(Horizon(duration="P3Y", end="2028"), "over the next three years") is Outcome.CONFIRMED


def test_a_day_is_not_confirmed_by_a_year() -> None:
    assert outcome(Horizon(end="2030-06-30"), "by 2030") is Outcome.UNVERIFIABLE
    assert outcome(Horizon(end="2026-12-31"), "by the end of 2026") is Outcome.CONFIRMED


def test_start_and_end_are_not_pieced_together_from_two_sentences() -> None:
    quote = "In 2024 the group grew. It wants to be carbon neutral by 2030."
    assert outcome(Horizon(start="2024", end="2030"), quote) is not Outcome.CONFIRMED
    assert outcome(Horizon(end="2030"), quote) is Outcome.CONFIRMED


@pytest.mark.parametrize("text", ["over the next few years", "in the coming weeks", "in recent years", "soon", ""])
def test_vague_words_are_no_horizon(text: str) -> None:
    assert read(text, MONDAY, "en") is None


@pytest.mark.parametrize("text", ["a three-year high", "$5 billion a year", "the 10-year-old company"])
def test_a_span_that_is_no_horizon_is_not_read_as_one(text: str) -> None:
    assert read(text, MONDAY, "en") is None


def test_a_fiscal_year_is_flagged_when_the_claim_leaves_it_out() -> None:
    assert Horizon(end="2027").confirm(["through fiscal 2027"], READING).notes == ("fiscal",)
    assert outcome(Horizon(end="2027", fiscal=True), "through 2027") is Outcome.UNVERIFIABLE


def test_a_relative_date_says_nothing_without_the_date_of_the_article() -> None:
    assert outcome(Horizon(end="2026"), "next year", UNDATED) is Outcome.UNVERIFIABLE
    assert outcome(Horizon(end="2026"), "next year") is Outcome.CONFIRMED


@pytest.mark.parametrize(
    ("language", "text", "iso"),
    [
        ("de", "innerhalb von fünf Jahren", "P5Y"),
        ("de", "in anderthalb Jahren", "P18M"),
        ("fr", "un plan quinquennal", "P5Y"),
        ("fr", "au premier semestre 2025", "2025-H1"),
        ("es", "hasta finales de 2026", "../2026"),
        ("it", "tra il 2025 e il 2030", "2025/2030"),
        ("pt", "ao longo de três anos", "P3Y"),
        ("nl", "tegen 2030", "../2030"),
        ("pl", "do 2030 roku", "../2030"),
        ("ru", "во втором квартале 2025 года", "2025-Q2"),
        ("tr", "2030 yılına kadar", "../2030"),
        ("ar", "خلال خمس سنوات", "P5Y"),
        ("hi", "2030 तक", "../2030"),
        ("zh", "三到五年", "P3Y/P5Y"),
        ("ja", "2030年までに", "../2030"),
        ("ko", "향후 5년간", "P5Y"),
    ],
)
def test_horizons_are_read_in_many_languages(language: str, text: str, iso: str) -> None:
    claim = Horizon.parse(iso)
    assert outcome(claim, text, Reading(language, MONDAY)) is Outcome.CONFIRMED


@pytest.mark.parametrize("iso", ["soon", "P", "P0Y", "2030-13", "2030/2025", "P5Y/P3Y", "a/b/c", "", "9" * 10_000])
def test_a_string_that_is_no_horizon_fails_with_a_complaint(iso: str) -> None:
    with pytest.raises(ValueError, match=r"(?s)\w"):
        Horizon.Form(iso=iso).value()


def test_a_form_filled_in_with_words_is_read_too() -> None:
    assert Horizon.Form(iso="over the next three years").value() == Horizon(duration="P3Y")
    assert Horizon.Form(iso="P3Y").value("de") == Horizon(duration="P3Y")


def test_the_form_asks_for_one_string() -> None:
    schema = Horizon.Form.model_json_schema()
    assert list(schema["properties"]) == schema["required"] == ["iso"]


@settings(deadline=None)
@given(st.integers(1, 99), st.sampled_from("YM"), st.integers(1, 99), st.sampled_from("YM"))
def test_comparing_the_other_way_round_mirrors_the_relation(a: int, unit_a: str, b: int, unit_b: str) -> None:
    one, other = Horizon(duration=f"P{a}{unit_a}"), Horizon(duration=f"P{b}{unit_b}")
    relation = one.compare(other, Setting()).relation
    assert other.compare(one, Setting()).relation is relation.mirrored
    assert (relation is Relation.SAME) == same_length(f"P{a}{unit_a}", f"P{b}{unit_b}")


@settings(deadline=None)
@given(st.integers(1990, 2060), st.integers(1990, 2060))
def test_only_the_printed_year_is_confirmed(said: int, claimed: int) -> None:
    assert (outcome(Horizon(end=str(claimed)), f"by {said}") is Outcome.CONFIRMED) == (said == claimed)


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "de", "zh", "ar", "xx", ""]))
def test_any_text_is_read_without_an_exception(text: str, language: str) -> None:
    read(text, MONDAY, language)


@pytest.mark.parametrize(
    "piece",
    ["9" * 10_000, "over the next three years " * 4_000, "e\u0301" * 50_000, "\u202e2030 by ", "to end of " * 10_000],
)
def test_hostile_quotes_take_bounded_time(piece: str) -> None:
    outcome(Horizon(end="2030"), piece)


@pytest.mark.parametrize("quote", ["it will not last three years", "every three years", "nicht drei Jahre"])
def test_a_span_that_is_denied_or_repeated_is_not_confirmed(quote: str) -> None:
    language = "de" if "nicht" in quote else "en"
    assert outcome(Horizon(duration="P3Y"), quote, Reading(language, MONDAY)) is Outcome.UNVERIFIABLE
    assert outcome(Horizon(end="2030"), "no later than 2030") is Outcome.CONFIRMED


def test_the_end_of_the_year_is_the_articles_year_unless_one_is_printed() -> None:
    assert outcome(Horizon(end="2025-12-31"), "by the end of the year") is Outcome.CONFIRMED
    assert outcome(Horizon(end="2025"), "by year-end 2026") is not Outcome.CONFIRMED
    assert outcome(Horizon(end="2026"), "by year-end 2026") is Outcome.CONFIRMED
