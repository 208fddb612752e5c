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
from summarizer.values.person import Person, PersonForm
from summarizer.values.person_matching import relate

SHARED = Path(__file__).parents[2].parent / "shared"
JOINING = (Relation.SAME, Relation.REFINED, Relation.REFINES)
MEETING = "a dinner of Alibaba’s co-founder, Jack Ma, with Chinese President Xi Jinping"


def confirm(name: str, role: str | None, affiliation: str | None, *quotes: str) -> Outcome:
    return Person(name=name, role=role, affiliation=affiliation).confirm(quotes, Reading()).outcome


def relation(a: str, b: str) -> Relation:
    return relate(a, b).relation


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Chengdong Li", "Li Chengdong"),
        ("Müller, Thomas", "Thomas Mueller"),
        ("Kim Jong-un", "Kim Jong Un"),
        ("Владимир Путин", "Vladimir Putin"),
        ("马云", "Ma Yun"),
        ("Abdel Fattah el-Sisi", "Abdelfattah al-Sisi"),
        ("Sen. Chuck Schumer", "Charles Schumer"),
        ("Nvidia's founder and chief executive Jensen Huang", "Jensen Huang"),
        ("Sam Altman, 38", "OpenAI CEO Sam Altman"),
    ],
)
def test_order_script_titles_and_clear_nicknames_leave_a_name_the_same(a: str, b: str) -> None:
    assert relation(a, b) is Relation.SAME


@pytest.mark.parametrize(
    ("coarse", "fine"),
    [
        ("Wu", "Eddie Wu"),
        ("President Xi", "Xi Jinping"),
        ("von der Leyen", "Ursula von der Leyen"),
        ("S. Pichai", "Sundar Pichai"),
        ("Tim Cook", "Timothy D. Cook"),
        ("Pedro Sánchez", "Pedro Sánchez Pérez-Castejón"),
        ("Lula", "Luiz Inácio Lula da Silva"),
    ],
)
def test_a_surname_an_initial_or_a_missing_middle_name_is_refined_by_the_fuller_name(coarse: str, fine: str) -> None:
    assert relation(coarse, fine) is Relation.REFINED
    assert relation(fine, coarse) is Relation.REFINES


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Donald Trump", "Donald Trump Jr."),
        ("George W. Bush", "George H. W. Bush"),
        ("Pony Ma", "Jack Ma"),
        ("Mr. Wu", "Ms. Wu"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("John A. Smith", "John B. Smith"),
        ("马云", "马化腾"),
        ("Juan Carlos I", "Juan Carlos II"),
        ("Mohammed bin Salman", "Khalid bin Salman"),
    ],
)
def test_two_persons_of_one_family_name_differ(a: str, b: str) -> None:
    assert relation(a, b) is Relation.DIFFERS


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Liang Wenfeng", "Liang Wenfang"),
        ("James Martin", "Martin James"),
        ("Paul Krugman and Joe Stiglitz", "Paul Krugman"),
        ("李伟", "李维"),
        ("Prince Harry", "Harry Kane"),
        ("Jeff Zhang, Joe Tsai", "Joe Tsai"),
    ],
)
def test_names_too_near_to_tell_apart_are_left_to_a_person(a: str, b: str) -> None:
    assert relation(a, b) is Relation.UNCERTAIN


def test_a_surname_alone_is_refined_by_every_bearer_so_that_it_joins_none_of_two() -> None:
    assert relation("Wu", "Eddie Wu") is relation("Wu", "Maggie Wu") is Relation.REFINED
    assert relation("Eddie Wu", "Maggie Wu") is Relation.DIFFERS


def test_a_title_makes_a_surname_finer_so_that_no_mister_meets_a_miss_through_it() -> None:
    assert relation("Wu", "Mr. Wu") is relation("Wu", "Ms. Wu") is Relation.REFINED


def test_an_initial_that_fits_two_persons_is_the_same_as_neither() -> None:
    assert relation("R. Smith", "Robert Smith") is relation("R. Smith", "Richard Smith") is Relation.REFINED
    assert relation("Robert Smith", "Richard Smith") is Relation.DIFFERS


@given(st.lists(st.text(max_size=30), min_size=2, max_size=2))
def test_comparison_is_the_same_from_both_sides_and_never_raises(names: list[str]) -> None:
    a, b = names
    assert relation(a, b) is relation(b, a).mirrored


WORDS = st.sampled_from(
    ["Eddie", "Wu", "Jack", "Ma", "R.", "Robert", "Bob", "Jr.", "von", "Leyen", "Müller", "Mueller"]
)


@given(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), st.lists(WORDS, min_size=1, max_size=4).map(" ".join))
def test_comparison_of_names_is_symmetric(a: str, b: str) -> None:
    assert relation(a, b) is relation(b, a).mirrored


def test_roles_never_make_persons_differ() -> None:
    chief = Person(name="Daniel Zhang", role="chief executive")
    former = Person(name="Daniel Zhang", role="former chief executive")
    assert chief.compare(former, Setting()).relation is Relation.SAME


def test_a_person_with_a_role_refines_the_same_person_without() -> None:
    known = Person(name="Eddie Wu", role="CEO")
    bare = Person(name="Eddie Wu")
    assert known.compare(bare, Setting()).relation is Relation.REFINES
    assert bare.compare(known, Setting()).relation is Relation.REFINED


def test_the_users_aliases_join_and_keep_apart() -> None:
    aliases = Aliases.parse(
        {
            "person": [{"name": "Eddie Wu", "also": ["Wu Yongming"]}],
            "apart": [{"names": ["Wang Wei", "WANG Wei (banker)"]}],
        }
    )
    setting = Setting(aliases=aliases)
    joined = Person(name="Wu Yongming").compare(Person(name="Eddie Wu"), setting)
    assert (joined.relation, joined.reason) == (Relation.SAME, "joined by aliases.toml")
    through = Person(name="Yongming Wu").compare(Person(name="CEO Eddie Wu"), setting)
    assert through.relation is Relation.DIFFERS  # only the names that the file lists are joined
    apart = Person(name="Wang Wei").compare(Person(name="Wang Wei (banker)"), setting)
    assert apart.relation is Relation.DIFFERS


def test_every_link_is_explained() -> None:
    for a, b in [("Wu", "Eddie Wu"), ("Ma Yun", "马云"), ("Jack Ma", "Pony Ma"), ("Jon Smith", "John Smyth")]:
        assert relate(a, b).reason


def test_a_name_stands_in_the_quote_as_one_name() -> None:
    assert confirm("Eddie Wu", None, None, "Wu said.", "Eddie Wu, Alibaba’s chief executive") is Outcome.CONFIRMED
    assert confirm("Jack Wu", None, None, "Jack Ma and Eddie Wu met") is Outcome.CONTRADICTED
    assert confirm("Eddie Ma", None, None, "Eddie Wu met Jack Ma") is Outcome.CONTRADICTED
    assert confirm("Chengdong Li", None, None, "Li Chengdong noted") is Outcome.CONFIRMED
    assert confirm("Martin James", None, None, "the analyst James Martin noted") is Outcome.CONTRADICTED


def test_a_part_or_another_form_of_the_name_is_flagged() -> None:
    part = Person(name="Eddie Wu").confirm(["Wu outlined the goal"], Reading())
    assert (part.outcome, part.notes) == (Outcome.UNVERIFIABLE, ("name_in_part",))
    form = Person(name="Bob Smith").confirm(["Robert Smith said"], Reading())
    assert (form.outcome, form.notes) == (Outcome.UNVERIFIABLE, ("name_in_other_form",))
    assert confirm("Sundar Pichai", None, None, "S. Pichai said") is Outcome.UNVERIFIABLE


def test_a_name_in_other_letters_is_still_the_name() -> None:
    assert confirm("Jose Alvarez", None, None, "José Álvarez dijo") is Outcome.CONFIRMED
    assert confirm("Xi Jinping", None, None, "国家主席习近平说") is Outcome.CONFIRMED
    assert confirm("Thomas Müller", None, None, "Thomas Mueller sagte") is Outcome.CONFIRMED


def test_the_son_is_not_the_father() -> None:
    assert confirm("Donald Trump", None, None, "Donald Trump Jr. said") is Outcome.CONTRADICTED
    assert confirm("Donald Trump Jr.", None, None, "Donald Trump said") is Outcome.CONTRADICTED


@pytest.mark.parametrize(
    ("name", "role", "affiliation", "quote"),
    [
        ("Jack Ma", "co-founder", "Alibaba", MEETING),
        ("Xi Jinping", "President", "China", MEETING),
        ("Eddie Wu", "CEO", "Alibaba", "Eddie Wu, Alibaba’s chief executive, told analysts on Thursday"),
        ("Jeff Zhang", "Chief Technology Officer", "Alibaba", "Officer Jeff Zhang, Alibaba’s Chief Technology said"),
        ("Charlie Dai", "principal analyst", "Forrester", "Forrester’s principal analyst, Charlie Dai, observed"),
        ("Joe Tsai", "chairman", "Alibaba", "Alibaba chairman Joe Tsai, chief executive Eddie Wu and CFO Toby Xu"),
        ("Sam Altman", "founder and CEO", "OpenAI", "OpenAI's co-founder and chief executive Sam Altman"),
        ("Eddie Wu", "CEO", None, "Alibaba named Eddie Wu as chief executive"),
        ("Daniel Zhang", "former CEO", "Alibaba", "Alibaba's former chief executive Daniel Zhang"),
        ("Satya Nadella", "chief executive", "Microsoft", "Microsoft said its chief executive Satya Nadella will go"),
        ("Eddie Wu", "CEO", "Alibaba", "We did not expect this, said Alibaba CEO Eddie Wu"),
        ("Elon Musk", "CEO", "Tesla", "Tesla (TSLA.O) CEO Elon Musk said"),
        ("Joe Tsai", "chairman", "Alibaba", "Daniel Zhang, adviser to Alibaba chairman Joe Tsai"),
        ("Lisa Su", "chair", "AMD", "said Dr. Lisa Su, chair and CEO, AMD."),
        ("Jane Doe", "payments specialist", "Acme", "Jane Doe, a payments specialist at Acme, said"),
    ],
)
def test_a_role_beside_the_name_is_confirmed(name: str, role: str, affiliation: str | None, quote: str) -> None:
    assert confirm(name, role, affiliation, quote) is Outcome.CONFIRMED


@pytest.mark.parametrize(
    ("name", "role", "quote"),
    [
        ("Jack Ma", "President", MEETING),
        ("Xi Jinping", "co-founder", MEETING),
        ("Daniel Zhang", "CEO", "former CEO Daniel Zhang said"),
        ("Tim Cook", "President", "Apple Vice President Tim Cook said"),
        ("Eddie Wu", "CEO", "Eddie Wu is not the chief executive of Alibaba"),
        ("Eddie Wu", "CEO", "Eddie Wu is no longer the chief executive of Alibaba"),
        ("Eddie Wu", "CEO", "Eddie Wu, who will become chief executive in September"),
        ("Eddie Wu", "CEO", "The board denied that Eddie Wu is chief executive"),
        ("Eddie Wu", "CEO", "It is not true that Eddie Wu is chief executive"),
        ("Eddie Wu", "former CEO", "Alibaba CEO Eddie Wu"),
        ("Joe Tsai", "chief executive", "Alibaba chairman Joe Tsai, chief executive Eddie Wu and CFO Toby Xu"),
        ("Eddie Wu", "chairman", "Joe Tsai, chairman, and Eddie Wu, chief executive"),
        ("Eddie Wu", "CEO of Tencent", "Eddie Wu, CEO of Alibaba, said"),
        ("Eddie Wu", "CEO", "Eddie Wu said"),
        ("Daniel Zhang", "CEO", "Eddie Wu succeeded Daniel Zhang as CEO of Alibaba"),
        ("Daniel Zhang", "CEO", "Daniel Zhang, CEO of Alibaba until 2023, said"),
        ("Daniel Zhang", "CEO", "Daniel Zhang, spokesman for the CEO of Alibaba, said"),
        ("Daniel Zhang", "spokesman", "the spokesman for CEO Daniel Zhang said"),
        ("Maria Zhang", "CEO", "Maria Zhang, wife of CEO Daniel Zhang"),
        ("Daniel Zhang", "CEO", "Daniel Zhang, who wants to be CEO of Alibaba"),
        ("Omar bin Rashid", "head of research", "Acme spokesman Omar bin Rashid, Vega head of research Robert Ellery"),
    ],
)
def test_another_persons_role_or_a_changed_one_is_never_confirmed(name: str, role: str, quote: str) -> None:
    verdict = Person(name=name, role=role).confirm([quote], Reading())
    assert verdict.outcome is not Outcome.CONFIRMED
    assert verdict.notes == ("role_not_in_quote",)


def test_an_affiliation_that_the_quote_gives_to_somebody_else_is_flagged() -> None:
    verdict = Person(name="Satya Nadella", affiliation="Google").confirm(
        ["Google said Microsoft chief executive Satya Nadella will go"], Reading()
    )
    assert (verdict.outcome, verdict.notes) == (Outcome.UNVERIFIABLE, ("affiliation_not_in_quote",))


def test_the_form_has_every_field_required_and_no_default() -> None:
    schema = PersonForm.model_json_schema()
    assert schema["required"] == ["name", "role", "affiliation"]
    assert "default" not in json.dumps(schema)
    assert PersonForm(name="Eddie Wu", role="", affiliation=None).value() == Person(name="Eddie Wu")


def test_a_person_without_a_name_is_refused_with_a_complaint_to_act_on() -> None:
    with pytest.raises(ValidationError, match="as the article prints it"):
        PersonForm(name=" - ", role=None, affiliation=None).value()


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=200))
def test_confirming_never_raises(name: str, role: str, quote: str) -> None:
    try:
        person = Person(name=name, role=role, affiliation=role)
    except ValidationError:
        return
    person.confirm([quote], Reading())


@pytest.mark.parametrize("quote", ["Jack Ma, " * 20_000, "马云" * 50_000, "J" * 100_000, "Jack Ma" + "\u0301" * 50_000])
def test_a_hostile_quote_is_read_in_part_and_never_raises(quote: str) -> None:
    assert confirm("Jack Ma", "co-founder", "Alibaba", quote) is not Outcome.CONFIRMED


def shared(name: str) -> Any:
    path = SHARED / name
    if not path.exists():
        pytest.skip("the measured lists are not beside this checkout")
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_measured_list_has_no_false_merge_and_all_but_one_link() -> None:
    rows = shared("values/persons.json")
    merged = {row["id"] for row in rows if relation(row["a"], row["b"]) in JOINING}
    assert not merged & {row["id"] for row in rows if row["label"] in ("different", "related")}
    wanted = {row["id"] for row in rows if row["label"] in ("same", "compatible")}
    assert len(merged & wanted) >= 36


def test_every_person_of_the_five_articles_is_confirmed_with_the_role() -> None:
    for article in shared("gold/seeds.json")["articles"].values():
        for row in article["people"]:
            quotes = [quote["quote"] for quote in row["quotes"]]
            assert confirm(row["name"], row["role"], None, *quotes) is Outcome.CONFIRMED, row


def test_each_its_points_to_the_organisation_before_it() -> None:
    quote = "Acme praised its partners. Orinoco said its chief executive Ann Lee would leave."
    assert confirm("Ann Lee", "chief executive", "Orinoco", quote) is Outcome.CONFIRMED
    assert confirm("Ann Lee", "chief executive", "Acme", quote) is Outcome.UNVERIFIABLE
