from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.values.aliases import Aliases
from summarizer.values.kind import Outcome, Reading, Relation, Setting
from summarizer.values.organization import Organization
from summarizer.values.organization_names import relate

SHARED = Path(__file__).parents[2].parent / "shared"
JOINING = (Relation.SAME, Relation.REFINED, Relation.REFINES)


def confirm(name: str, *quotes: str) -> Outcome:
    return Organization(name=name).confirm(quotes, Reading()).outcome


def relation(a: str, b: str) -> Relation:
    return relate(a, b).relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Alibaba", "the Alibaba Group Holding Ltd."),
        ("Société Générale SA", "Societe Generale"),
        ("A.P. Moller - Maersk A/S", "AP Moller-Maersk"),
        ("Eni S.p.A.", "Eni"),
        ("E.ON SE", "EON"),
        ("Grupo México", "Grupo Mexico S.A.B. de C.V."),
        ("Compagnie de Saint-Gobain", "Saint-Gobain"),
        ("McDonald’s Corp", "McDonalds"),
        ("ПАО Яндекс", "Yandex"),
        ("BP p.l.c.", "BP"),
        ("OpenAI", "Open AI"),
        ("Procter & Gamble", "Procter and Gamble Co."),
        ("Amazon Web Services (AWS)", "AWS"),
        ("X (formerly Twitter)", "Twitter"),
        ("Oxford University", "University of Oxford"),
        ("腾讯控股有限公司", "腾讯"),
        ("Сбербанк", "Sberbank"),
        ("Alibaba's", "Alibaba"),
    ],
)
def test_legal_form_spelling_and_script_leave_an_organisation_the_same(a: str, b: str) -> None:
    assert relation(a, b) is Relation.SAME


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ("AWS", "Amazon Web Services"),
        ("AfDB", "African Development Bank"),
        ("CATL", "Contemporary Amperex Technology Co. Limited"),
        ("Azure", "Microsoft Azure"),
        ("Huawei", "Huawei Technologies Co., Ltd."),
        ("Infinity AR", "Infinity Augmented Reality"),
    ],
)
def test_initials_or_a_shorter_name_are_refined_by_the_fuller_name(coarse: str, fine: str) -> None:
    assert relation(coarse, fine) is Relation.REFINED
    assert relation(fine, coarse) is Relation.REFINES


@pytest.mark.parametrize(
    ("whole", "unit"),
    [
        ("Alibaba", "Alibaba Cloud"),
        ("Amazon", "Amazon Web Services"),
        ("Siemens AG", "Siemens Energy AG"),
        ("Disney", "Disney+"),
        ("Alibaba", "Alibaba (India)"),
    ],
)
def test_a_unit_is_related_to_its_whole_and_never_merged(whole: str, unit: str) -> None:
    assert relation(whole, unit) is Relation.RELATED


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bank of China", "Industrial and Commercial Bank of China"),
        ("Bank of Scotland", "Royal Bank of Scotland"),
        ("Bank of America", "America"),
        ("China", "China Mobile"),
        ("Meta AI", "Meta Platforms"),
        ("Mitsui & Co.", "Sumitomo Mitsui"),
        ("Merck KGaA", "Merck & Co."),
        ("DeepSeek", "DeepMind"),
        ("Financial Times", "The Times"),
        ("阿里巴巴", "腾讯"),
    ],
)
def test_organisations_that_share_words_are_not_joined(a: str, b: str) -> None:
    assert relation(a, b) not in JOINING


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparison_is_the_same_from_both_sides_and_never_raises(a: str, b: str) -> None:
    assert relation(a, b) is relation(b, a).mirrored


WORDS = st.sampled_from(
    ["Alibaba", "Group", "Ltd.", "AWS", "Amazon", "Web", "Services", "Bank", "of", "China", "AI", "&"]
)


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), st.lists(WORDS, min_size=1, max_size=4).map(" ".join))
def test_comparison_of_names_is_symmetric(a: str, b: str) -> None:
    assert relation(a, b) is relation(b, a).mirrored


def test_the_users_aliases_join_and_keep_apart() -> None:
    aliases = Aliases.parse(
        {
            "organization": [{"name": "Meta", "also": ["Facebook"]}],
            "apart": [{"names": ["Ant Group", "Ant Holdings"]}],
        }
    )
    setting = Setting(aliases=aliases)
    joined = Organization(name="Facebook").compare(Organization(name="Meta"), setting)
    assert (joined.relation, joined.reason) == (Relation.SAME, "joined by aliases.toml")
    fuller = Organization(name="Facebook").compare(Organization(name="Meta Platforms, Inc."), setting)
    assert fuller.relation is Relation.REFINED
    apart = Organization(name="Ant Group").compare(Organization(name="Ant Holdings"), setting)
    assert apart.relation is Relation.DIFFERS


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("Alibaba Group Holding Ltd.", "a worldwide push by the biggest online shop of China, Alibaba"),
        ("Alibaba", "The Biggest Online Shop of China, Alibaba, Opens a Lab in Haifa"),
        ("Amazon Web Services", "ahead of Amazon Web Services (AWS) and of Microsoft Azure"),
        ("Alibaba Damo Academy", "Alibaba ‘Damo’ academy"),
        ("Procter & Gamble", "Procter and Gamble said"),
        ("OpenAI", "the likes of DeepSeek and Open AI"),
        ("Alibaba", "Alibaba CEO Eddie Wu said"),
        ("Siemens", "Der Siemens-Konzern investiert"),
        ("Huawei", "competition from Huawei Technologies Co."),
    ],
)
def test_a_name_that_stands_in_the_quote_is_confirmed(name: str, quote: str) -> None:
    assert confirm(name, quote) is Outcome.CONFIRMED


@pytest.mark.parametrize(
    ("name", "quote", "note"),
    [
        ("Alibaba", "will be allocated to Alibaba Cloud, the division", "longer_name_in_quote"),
        ("China", "a loan from the Bank of China", "longer_name_in_quote"),
        ("Johnson", "a unit of Johnson & Johnson", "longer_name_in_quote"),
        ("Amazon Web Services", "rivals such as AWS", "name_in_other_form"),
        ("Amazon Web Services (AWS)", "rivals such as AWS", "name_in_other_form"),
        ("Alibaba", "the Chinese e-commerce powerhouse announced plans", "name_not_in_quote"),
        ("Apple", "an apple a day", "name_not_in_quote"),
    ],
)
def test_a_longer_name_initials_or_a_description_are_flagged(name: str, quote: str, note: str) -> None:
    verdict = Organization(name=name).confirm([quote], Reading())
    assert (verdict.outcome, verdict.notes) == (Outcome.UNVERIFIABLE, (note,))


def test_a_quote_that_names_others_contradicts() -> None:
    assert confirm("Tencent", "competitors like Baidu and ByteDance") is Outcome.CONTRADICTED


def test_an_organisation_without_a_name_is_refused() -> None:
    with pytest.raises(ValidationError, match="as the article prints it"):
        Organization(name="the –")


@given(st.text(max_size=40), st.text(max_size=200))
def test_confirming_never_raises(name: str, quote: str) -> None:
    try:
        organization = Organization(name=name)
    except ValidationError:
        return
    organization.confirm([quote], Reading())


def shared(name: str) -> Any:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the measured lists are not beside this checkout")
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_measured_list_has_no_false_merge_and_every_link() -> None:
    rows = shared("values/orgs.json")
    merged = {row["id"] for row in rows if relation(row["a"], row["b"]) in JOINING}
    assert not merged & {row["id"] for row in rows if row["label"] in ("different", "related")}
    assert len(merged & {row["id"] for row in rows if row["label"] == "same"}) >= 35


def test_every_competitor_of_the_five_articles_is_confirmed() -> None:
    for article in shared("gold/seeds.json")["articles"].values():
        for row in article["competitors"]:
            assert confirm(row["name"], *(quote["quote"] for quote in row["quotes"])) is Outcome.CONFIRMED, row
