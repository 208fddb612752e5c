"""What is sent with every article: strict, and as short as it can be."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field, create_model

from summarizer.lean import lean


class Part(BaseModel):
    """A docstring that costs bytes."""

    name: str = Field(description="words that cost bytes")
    size: int | None = 3


class Whole(BaseModel):
    first: Part
    second: Part | None = None
    parts: list[Part] = []
    words: list[str] = []


def nodes(node: Any) -> list[dict[str, Any]]:
    found = [node] if isinstance(node, dict) else []
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else []:
        found += nodes(child)
    return found


def test_every_property_is_required_and_nothing_else_is_allowed() -> None:
    for node in nodes(lean(Whole.model_json_schema())):
        if "properties" in node and isinstance(node["properties"], dict) and node.get("type") == "object":
            assert node["required"] == list(node["properties"])
            assert node["additionalProperties"] is False


def test_titles_descriptions_and_defaults_are_gone() -> None:
    text = json.dumps(lean(Whole.model_json_schema()))
    assert "cost" not in text
    assert '"title"' not in text
    assert '"default"' not in text


def test_a_part_that_repeats_is_written_once() -> None:
    text = json.dumps(lean(Whole.model_json_schema()))
    assert text.count('"size"') == 2  # once as a property, once as required


def test_a_property_called_title_stays() -> None:
    class Book(BaseModel):
        title: str
        description: str

    assert list(lean(Book.model_json_schema())["properties"]) == ["title", "description"]


LEAVES = st.sampled_from([str, int, bool, str | None, list[str], list[int], Part, list[Part]])


@given(st.dictionaries(st.sampled_from("abcdefgh"), LEAVES, min_size=1))
def test_the_lean_schema_accepts_what_the_model_writes(fields: dict[str, Any]) -> None:
    model: type[BaseModel] = create_model("Any", **{name: (kind, ...) for name, kind in fields.items()})  # type: ignore[call-overload]
    schema = model.model_json_schema()
    shorter = lean(schema)
    jsonschema.Draft202012Validator.check_schema(shorter)
    sample = {name: _sample(kind) for name, kind in fields.items()}
    jsonschema.validate(sample, shorter)
    assert len(json.dumps(shorter)) <= len(json.dumps(schema)) + 64 * len(nodes(shorter))


def _sample(kind: Any) -> Any:
    simple = {str: "x", int: 1, bool: True, Part: {"name": "n", "size": None}}
    if kind in simple:
        return simple[kind]
    return [] if str(kind).startswith("list") else None
