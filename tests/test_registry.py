"""A schema is found by what a person writes."""

from __future__ import annotations

from importlib.metadata import entry_points
from pathlib import Path

import pytest

from summarizer.errors import SchemaError
from summarizer.registry import BUILT_IN, GROUP, schema_named, schema_names

SOURCE = "from pydantic import BaseModel\n\nclass Story(BaseModel):\n    place: 'str | None'\n"


def test_built_in_schemas_are_found_by_name() -> None:
    assert {"investment", "acquisition"} <= set(schema_names())
    assert schema_named("investment").__name__ == "Investment"


def test_the_built_in_schemas_are_the_entry_points_that_the_package_declares() -> None:
    points = [point for point in entry_points(group=GROUP) if point.dist and point.dist.name == "summarizer"]
    declared = {point.name: point.value for point in points}
    assert declared == {name: f"summarizer.schemas.{name}:{of}" for name, of in BUILT_IN.items()}


def test_a_class_in_a_file_is_found_with_and_without_its_name(tmp_path: Path) -> None:
    file = tmp_path / "own_story.py"
    file.write_text(SOURCE, encoding="utf-8")
    assert schema_named(f"{file}:Story").__name__ == "Story"
    assert list(schema_named(str(file)).model_fields) == ["place"]


def test_a_class_in_a_module_is_found() -> None:
    assert schema_named("summarizer.schemas.acquisition:Acquisition").__name__ == "Acquisition"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("nonsense", "investment"),
        ("nowhere.py:Story", "not there"),
        ("no.such.module:Story", "can't be imported"),
        ("summarizer.domain:Article", "BaseModel"),
        ("summarizer.domain:Nothing", "no 'Nothing'"),
    ],
)
def test_what_cant_be_found_says_what_there_is(name: str, words: str) -> None:
    with pytest.raises(SchemaError, match=words):
        schema_named(name)


def test_a_file_that_fails_to_import_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "broken_story.py"
    file.write_text("import nothing_of_the_kind\n", encoding="utf-8")
    with pytest.raises(SchemaError, match="nothing_of_the_kind") as caught:
        schema_named(f"{file}:Story")
    assert "\n" not in str(caught.value)


def test_a_file_with_two_models_asks_which(tmp_path: Path) -> None:
    file = tmp_path / "two_stories.py"
    file.write_text(SOURCE + "\nclass Other(Story):\n    pass\n", encoding="utf-8")
    with pytest.raises(SchemaError, match="name one"):
        schema_named(str(file))
