"""A value that is a person, with the office and the organisation that an article gives them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, Field, field_validator

from summarizer.values.kind import Comparison, Reading, Setting, Verdict


class PersonForm(BaseModel):
    """A person, by the words of the quotes."""

    model_config = ConfigDict(extra="forbid")

    name: str
    role: str | None = Field(description="as printed")
    affiliation: str | None

    def value(self, language: str = "en") -> Person:
        """Raises ValueError when there is no name."""
        return Person(name=self.name, role=self.role, affiliation=self.affiliation)


class Person(BaseModel):
    """`role` and `affiliation` are those of the article's day; None where the article gives none."""

    Form: ClassVar[type[PersonForm]] = PersonForm
    identity: ClassVar[tuple[str, ...]] = ("name",)  # roles differ between articles without making two persons
    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    role: str | None = None
    affiliation: str | None = None

    @field_validator("name")
    @classmethod
    def _is_a_name(cls, name: str) -> str:
        from summarizer.values.person_names import parse  # noqa: PLC0415 - not for a schema

        name = " ".join(name.split())
        if not parse(name).words:
            raise ValueError("name must hold the person's name as the article prints it")
        return name

    @field_validator("role", "affiliation")
    @classmethod
    def _empty_is_none(cls, text: str | None) -> str | None:
        return " ".join(text.split()) or None if text else None

    def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict:
        """The name must stand in a quote as one name; role and affiliation beside it. CONTRADICTED when the quotes
        name another person or give this one another role; UNVERIFIABLE, with a note for each part that the quotes
        don't say, otherwise."""
        from summarizer.values.person_check import confirm  # noqa: PLC0415 - not for a schema

        return confirm(self, quotes)

    def compare(self, other: Person, setting: Setting) -> Comparison:
        """By the names, the user's aliases first; of two equal names the one with more known of it (role, affiliation)
        REFINES the other. Roles never make persons differ."""
        from summarizer.values.person_check import compare  # noqa: PLC0415 - not for a schema

        return compare(self, other, setting)
