"""The file of corrections that a person writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import SettingsError
from summarizer.stories.corrections import Corrections


def test_all_four_corrections_are_read() -> None:
    text = '# mine\njoin a b c\n\nsplit d "e f" | g\napart a#1 h\nmove x to y\n'
    assert Corrections.parse(text) == Corrections(
        together=(("a", "b", "c"), ("d", "e f")),
        apart=(("d", "g"), ("e f", "g"), ("a#1", "h")),
        moved=(("x", "y"),),
    )


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("join a b\nmerge a b", ":2: 'merge' is no correction: begin with join, split, apart or move"),
        ("join a", ":1: join needs two articles"),
        ("split a b", ":1: split needs articles on both sides of a bar"),
        ("split a | | b", ":1: split needs articles on both sides of a bar"),
        ("apart a a", ":1: apart needs two articles"),
        ("move a b", ":1: move needs an article and one of its right story"),
        ("join a b\njoin b c\napart a c", ":3: 'a' and 'c' are kept apart here and joined elsewhere"),
        ("move a to b\napart b a", ":2: 'b' and 'a' are kept apart here and joined elsewhere"),
        ("move a to b\nmove a to c", ":1: 'a' is joined or moved elsewhere too"),
        ("join a z\nmove a to b", ":2: 'a' is joined or moved elsewhere too"),
        ("move a to b\nmove b to a", ":1: 'a' is moved in a circle"),
    ],
)
def test_a_line_that_makes_no_sense_is_named_with_the_way_out(text: str, complaint: str) -> None:
    with pytest.raises(SettingsError) as caught:
        Corrections.parse(text, "stories.txt")
    assert str(caught.value).startswith("stories.txt" + complaint)


def test_a_file_that_is_not_there_is_a_setting_that_makes_no_sense(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="can't be read"):
        Corrections.load(tmp_path / "none.txt")


def test_a_file_is_read_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "stories.txt"
    path.write_text("\ufeffjoin a b", encoding="utf-8")
    assert Corrections.load(path).together == (("a", "b"),)
