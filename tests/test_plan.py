"""A schema is read once: what is asked of a model, and what is refused before anything is paid for."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, field_validator

from summarizer.errors import SchemaError
from summarizer.plan import plan_for
from summarizer.rules import KeepAll, KeepFirst, KeepLatest, KeepMostReported
from summarizer.shapes import hints_of


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


class Town(BaseModel):
    """One text field: asked for as a string."""

    name: str


class Visitor(BaseModel):
    name: str
    age: int | None = None
    towns: list[Town] = []


class Trip(BaseModel):
    title: str
    when: date | None = None
    paid: Decimal | None
    seats: Annotated[int | None, KeepLatest()] = Field(None, description="seats sold", ge=0)
    colour: Colour | None = None
    kind: Literal["bus", "train"] | None = None
    sunny: bool | None = None
    tags: set[str] = set()
    home: Town | None = None
    visitors: Annotated[list[Visitor], KeepAll(by="name")] = []


def answer(**given: Any) -> dict[str, Any]:
    empty: dict[str, Any] = {n: [] if p.many else None for n, p in plan_for(Trip).fields.items()}
    return {**empty, **given}


def test_every_ordinary_type_gets_a_field_in_the_form() -> None:
    schema = plan_for(Trip).form().schema
    assert list(schema["properties"]) == list(Trip.model_fields)
    assert schema["required"] == list(Trip.model_fields)


def test_a_plan_is_made_once() -> None:
    assert plan_for(Trip) is plan_for(Trip)
    assert plan_for(Trip).form() is plan_for(Trip).form()


def test_rules_are_found_and_defaults_are_most_reported_and_all() -> None:
    fields = plan_for(Trip).fields
    assert fields["seats"].rule == KeepLatest()
    assert fields["title"].rule == KeepMostReported()
    assert fields["tags"].rule == KeepAll()
    assert fields["visitors"].rule == KeepAll(by="name")


def test_values_and_quotes_come_out_of_a_filled_form_in_its_order() -> None:
    plan = plan_for(Trip)
    filled = plan.form().answer.model_validate(
        answer(
            title={"value": "Out", "quotes": ["a trip out"]},
            visitors=[{"name": "Ann", "age": 3, "towns": ["Ulm"], "quotes": ["Ann, 3"]}],
        )
    )
    found = plan.answered(filled)
    assert [(a.path, a.value, a.quotes) for a in found] == [
        ("title", "Out", ("a trip out",)),
        ("visitors", {"name": "Ann", "age": 3, "towns": ["Ulm"]}, ("Ann, 3",)),
    ]


def test_a_value_is_read_into_the_fields_own_type() -> None:
    plan = plan_for(Trip)
    assert plan.read("when", "2025-02-24") == date(2025, 2, 24)
    assert plan.read("paid", "12.50") == Decimal("12.50")
    assert plan.read("colour", "red") is Colour.RED
    assert plan.read("home", "Ulm") == Town(name="Ulm")
    assert plan.read("visitors", {"name": "Ann", "age": None, "towns": ["Ulm"]}) == Visitor(
        name="Ann", towns=[Town(name="Ulm")]
    )


@pytest.mark.parametrize(("path", "value"), [("when", "soon"), ("paid", "a lot"), ("seats", -1)])
def test_a_value_that_cant_be_read_is_a_complaint_in_words(path: str, value: Any) -> None:
    with pytest.raises(ValueError, match=r"\w+ \w+") as caught:
        plan_for(Trip).read(path, value)
    assert "http" not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_values_json_loads_back_to_the_value() -> None:
    plan = plan_for(Trip)
    visitor = Visitor(name="Ann", towns=[Town(name="Ulm")])
    assert plan.load("visitors", json.loads(json.dumps(plan.dump("visitors", visitor)))) == visitor


def test_the_record_is_of_the_users_class_and_holds_no_default() -> None:
    record, invalid = plan_for(Trip).record({"title": "Out", "tags": ["a", "b"]})
    assert type(record) is Trip
    assert record.tags == {"a", "b"}
    assert record.seats is None
    assert invalid == ""


def test_a_field_that_cant_be_null_and_that_nobody_says_is_named() -> None:
    record, invalid = plan_for(Trip).record({})
    assert record.title is None
    assert "title" in invalid


class Careful(BaseModel):
    low: int | None
    high: int | None

    @field_validator("high")
    @classmethod
    def _not_thirteen(cls, value: int | None) -> int | None:
        if value == 13:
            raise ValueError("thirteen is no number for this")
        return value


def test_a_validator_of_the_users_own_is_heard_and_loses_nothing() -> None:
    record, invalid = plan_for(Careful).record({"low": 1, "high": 13})
    assert (record.low, record.high) == (1, 13)
    assert "thirteen" in invalid


def test_only_doubted_fields_are_asked_again() -> None:
    assert list(plan_for(Trip).form(["when", "title", "when"]).schema["properties"]) == ["title", "when"]


def test_hints_come_from_the_kinds() -> None:
    assert hints_of(date | None) == ("ISO 8601",)
    assert hints_of(str) == ()


class HiddenInList(BaseModel):
    names: list[Annotated[str, KeepFirst()]]


class HiddenInUnion(BaseModel):
    name: Annotated[str, KeepFirst()] | None


class HiddenInPart(BaseModel):
    part: HiddenInUnion


class AllOfOne(BaseModel):
    name: Annotated[str, KeepAll()]


class OneOfAll(BaseModel):
    names: Annotated[list[str], KeepFirst()]


class TwoRules(BaseModel):
    name: Annotated[str, KeepFirst(), KeepLatest()]


class Mapping(BaseModel):
    table: dict[str, int]


class Either(BaseModel):
    value: int | str


class Nested(BaseModel):
    grid: list[list[str]]


class Unknown(BaseModel):
    thing: Any


class Unfound(BaseModel):
    visitors: Annotated[list[Visitor], KeepAll(by="nickname")]


class Endless(BaseModel):
    name: str
    children: list[Endless]


class Nothing(BaseModel):
    pass


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        (HiddenInList, "outermost"),
        (HiddenInUnion, "outermost"),
        (HiddenInPart, "outermost"),
        (AllOfOne, "lists"),
        (OneOfAll, "single values"),
        (TwoRules, "2 rules"),
        (Mapping, "list of a model"),
        (Either, "one type"),
        (Nested, "use a model"),
        (Unknown, "list of a model"),
        (Unfound, "nickname"),
        (Endless, "itself"),
        (Nothing, "no fields"),
        (dict, "BaseModel"),
    ],
)
def test_a_schema_that_cant_be_used_says_what_to_write_instead(schema: Any, words: str) -> None:
    with pytest.raises(SchemaError, match=words):
        plan_for(schema)


def test_all_complaints_about_a_schema_come_at_once() -> None:
    class Two(BaseModel):
        table: dict[str, int]
        value: int | str

    with pytest.raises(SchemaError) as caught:
        plan_for(Two)
    assert "Two.table" in str(caught.value)
    assert "Two.value" in str(caught.value)
