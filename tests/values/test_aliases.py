from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import SettingsError
from summarizer.values.aliases import Aliases

GOOD = """
[[person]]
name = "Eddie Wu"
also = ["Wu Yongming", "吴泳铭"]

[[person]]
name = "Wu Yongming"
also = ["Yongming Wu"]

[[organization]]
name = "Meta"
also = ["Facebook"]

[[apart]]
names = ["Donald Trump", "Donald J. Trump Jr."]
"""


def write(path: Path, text: str) -> Path:
    file = path / "aliases.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_names_of_one_entry_and_of_entries_that_share_a_name_are_one(tmp_path: Path) -> None:
    aliases = Aliases.load(write(tmp_path, GOOD))
    assert aliases.join("person", "eddie  WU", "吴泳铭")
    assert aliases.join("person", "Eddie Wu", "Yongming Wu")
    assert set(aliases.names("person", "Eddie Wu")) == {"Eddie Wu", "Wu Yongming", "Yongming Wu"}


def test_a_person_and_an_organisation_of_one_name_are_two_things(tmp_path: Path) -> None:
    aliases = Aliases.load(write(tmp_path, GOOD))
    assert aliases.join("organization", "Facebook", "Meta")
    assert not aliases.join("person", "Facebook", "Meta")


def test_names_kept_apart_are_apart_in_both_orders(tmp_path: Path) -> None:
    aliases = Aliases.load(write(tmp_path, GOOD))
    assert aliases.apart("Donald Trump", "Donald J. Trump Jr.")
    assert aliases.apart("Donald J Trump, Jr", "donald trump")
    assert not aliases.apart("Donald Trump", "Eric Trump")


def test_an_unknown_name_goes_by_itself_only() -> None:
    assert Aliases().names("person", "Jack Ma") == ("Jack Ma",)
    assert Aliases().join("person", "Jack Ma", "jack ma")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('[[person]]\nname = = "Wu"', "line 2"),
        ('[person]\nname = "Wu"', "double brackets"),
        ('[[persons]]\nname = "Wu"', r"unknown \[\[persons\]\]"),
        ('[[person]]\nname = "Wu"', "number 1 needs exactly the keys name and also"),
        ('[[person]]\nname = "Wu"\nalso = "Ma"', "must be a list"),
        ('[[person]]\nname = "Wu"\nalso = [1]', "must be text"),
        ('[[person]]\nname = "Wu"\nalso = ["wu"]', "fewer than two"),
        ('[[apart]]\nnames = ["Wu"]', "fewer than two"),
        ('[[person]]\nname = "A"\nalso = ["B"]\n[[apart]]\nnames = ["A", "B"]', "joined and kept apart"),
    ],
)
def test_a_file_that_makes_no_sense_is_refused_with_the_place_and_the_way_out(
    tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(SettingsError, match=complaint) as refused:
        Aliases.load(write(tmp_path, text))
    assert str(refused.value).startswith(str(tmp_path))
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_or_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such alias file"):
        Aliases.load(tmp_path / "none.toml")
    file = tmp_path / "binary.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="can't be read"):
        Aliases.load(file)
    with pytest.raises(SettingsError, match="can't be read"):
        Aliases.load(tmp_path)
