"""Regions: which names confirm a code, and how two codes relate."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.values import region_tree
from summarizer.values.kind import Outcome, Reading, Relation, Setting
from summarizer.values.region import Region, find, relate, resolve

SHARED = Path(__file__).parents[2].parent / "shared"
COUNTRIES = sorted(region_tree.countries())
codes = st.sampled_from(
    [*COUNTRIES, "150", "142", "035", "002", "EU", "x-gcc", "x-apac", "US-CA", "CN-ZJ", "419", "001"]
)


def listed(name: str) -> Any:
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"{name} is not beside the checkout")
    return json.loads(path.read_text(encoding="utf-8"))


def outcome(code: str, quote: str, language: str = "en") -> Outcome:
    return Region(code=code).confirm([quote], Reading(language)).outcome


def meant(entry: dict[str, Any]) -> set[str]:
    return set(entry["codes"]) | {code for also in entry["also"] for code in also}


def test_the_list_of_regions_is_resolved_without_a_false_match() -> None:
    for entry in listed("values/regions.json"):
        got = resolve(entry["text"], entry["lang"])
        assert (got in meant(entry)) if meant(entry) else got is None, entry


def test_other_regions_are_never_confirmed_by_the_texts_of_the_list() -> None:
    for entry in listed("values/regions.json"):
        for code in ("CN", "US", "DE", "FR", "IL", "150", "142", "035", "BR", "TR", "JO", "GE", "KR", "IN", "x-gcc"):
            if code not in meant(entry):
                assert outcome(code, entry["text"], entry["lang"]) is not Outcome.CONFIRMED, (code, entry)


def test_the_regions_of_the_five_articles_are_confirmed_and_no_other_ones() -> None:
    for article in listed("gold/seeds.json")["articles"].values():
        for region in [*article["regions"], *article["other_regions"]]:
            quotes = [quote["quote"] for quote in region["quotes"]]
            assert Region(code=region["code"]).confirm(quotes, Reading()).outcome is Outcome.CONFIRMED, region
            for other in set(COUNTRIES) - find(" ".join(quotes)):
                assert Region(code=other).confirm(quotes, Reading()).outcome is not Outcome.CONFIRMED


def test_a_city_leaves_its_country_inferred() -> None:
    verdict = Region(code="CN").confirm(["The Hangzhou-based company"], Reading())
    assert (verdict.outcome, verdict.notes) == (Outcome.UNVERIFIABLE, ("inferred",))


def test_a_part_does_not_confirm_the_whole() -> None:
    assert outcome("035", "in Singapore") is Outcome.UNVERIFIABLE
    assert outcome("CN-ZJ", "in China") is Outcome.UNVERIFIABLE


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("tell us about it", "US"),
        ("a US$5 fee", "US"),
        ("12 billion US dollars", "US"),
        ("JOIN US NOW", "US"),
        ("roast turkey", "TR"),
        ("fine china", "CN"),
        ("Jordan Smith said", "JO"),
        ("New England", "GB-ENG"),
        ("Nigeria", "NE"),
        ("Equatorial Guinea", "GN"),
        ("Papua New Guinea", "GN"),
        ("South Korea", "KP"),
        ("Northern Ireland", "IE"),
        ("New Mexico", "MX"),
        ("the South China Sea", "CN"),
        ("the Dominican Republic", "DM"),
    ],
)
def test_words_that_only_look_like_a_region_do_not_confirm_it(text: str, code: str) -> None:
    assert outcome(code, text) is not Outcome.CONFIRMED


@pytest.mark.parametrize(("code", "confirmed"), [("GE", True), ("US-GA", False), ("IN-PB", False), ("PK-PB", False)])
def test_an_ambiguous_name_is_flagged(code: str, confirmed: bool) -> None:
    verdict = Region(code=code).confirm(["in Georgia and Punjab"], Reading())
    assert (verdict.outcome is Outcome.CONFIRMED) == confirmed
    assert verdict.notes == ("ambiguous_name",)


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("de", "in den Vereinigten Staaten", "US"),
        ("de", "Deutschlands Industrie", "DE"),
        ("fr", "au Moyen-Orient", "x-middle-east"),
        ("es", "en EE. UU.", "US"),
        ("it", "negli Stati Uniti", "US"),
        ("pt", "nos EUA", "US"),
        ("nl", "in het Midden-Oosten", "x-middle-east"),
        ("pl", "w Wielkiej Brytanii", "GB"),
        ("ru", "в России", "RU"),
        ("ar", "في السعودية", "SA"),
        ("zh", "在美国", "US"),
        ("ja", "米国で", "US"),
        ("ko", "한국에서", "KR"),
    ],
)
def test_names_are_known_in_the_language_of_the_article(language: str, text: str, code: str) -> None:
    assert outcome(code, text, language) is Outcome.CONFIRMED


def test_a_quote_that_only_names_another_country_contradicts() -> None:
    assert outcome("DE", "in Japan") is Outcome.CONTRADICTED
    assert outcome("DE", "in Munich and Japan") is not Outcome.CONTRADICTED


def test_a_region_refines_the_one_it_lies_in() -> None:
    assert relate("IL", "x-middle-east") is Relation.REFINES
    assert relate("DE-BY", "DE") is Relation.REFINES
    assert relate("DE-BY", "EU") is Relation.REFINES
    assert relate("035", "SG") is Relation.REFINED
    assert relate("CY", "EU") is Relation.REFINES
    assert relate("CN", "HK") is Relation.DIFFERS
    assert relate("x-middle-east", "002") is Relation.UNCERTAIN


@settings(deadline=None)
@given(codes, codes)
def test_relating_the_other_way_round_mirrors(one: str, other: str) -> None:
    relation = relate(one, other)
    assert relate(other, one) is relation.mirrored
    assert (relation is Relation.SAME) == (one == other)


@settings(deadline=None)
@given(st.sampled_from(COUNTRIES))
def test_every_country_is_confirmed_by_its_english_name(code: str) -> None:
    verdict = Region(code=code).confirm([f"a plant in {Region(code=code).name}, it said"], Reading())
    assert verdict.outcome is Outcome.CONFIRMED


@settings(deadline=None)
@given(st.sampled_from(COUNTRIES), st.sampled_from(COUNTRIES))
def test_no_country_is_confirmed_by_the_name_of_another(one: str, other: str) -> None:
    confirmed = outcome(one, f"a plant in {Region(code=other).name}, it said") is Outcome.CONFIRMED
    assert confirmed == (one == other)


def test_every_country_lies_in_one_continent_at_most() -> None:
    continents = ("002", "019", "142", "150", "009")
    for code in set(COUNTRIES) - {"AQ"}:
        assert sum(region_tree.inside(code, continent) for continent in continents) == 1, code


@pytest.mark.parametrize("code", ["XX", "Germany", "x-nowhere", "999", "", "US-CALIFORNIA", "D" * 10_000])
def test_an_unknown_code_fails_with_a_complaint(code: str) -> None:
    with pytest.raises(ValidationError, match="is no region: write ISO 3166"):
        Region(code=code)


def test_the_form_asks_for_the_code_and_the_value_knows_the_name() -> None:
    schema = Region.Form.model_json_schema()
    assert list(schema["properties"]) == schema["required"] == ["code"]
    assert Region.Form(code="uk").value() == Region(code="GB", name="United Kingdom")


def test_a_form_filled_in_with_a_name_is_read_too() -> None:
    assert Region.Form(code="Deutschland").value("de").code == "DE"
    with pytest.raises(ValueError, match="is no region"):
        Region.Form(code="Atlantis").value()


def test_two_regions_with_other_names_and_one_code_are_the_same() -> None:
    assert Region(code="DE", name="Deutschland").compare(Region(code="DE"), Setting()).relation is Relation.SAME


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "ja", "ar", "xx", ""]))
def test_any_text_is_searched_without_an_exception(text: str, language: str) -> None:
    find(text, language)
    outcome("CN", text, language)


@pytest.mark.parametrize(
    "piece", ["United " * 20_000, "e\u0301" * 50_000, "\u202eanihC", "中" * 100_000, "U.S. " * 20_000]
)
def test_hostile_quotes_take_bounded_time(piece: str) -> None:
    outcome("US", piece)
    outcome("CN", piece, "zh")
