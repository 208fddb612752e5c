"""A value that is an organisation: a company, ministry, fund, party."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from pydantic import BaseModel, ConfigDict, field_validator

from summarizer.values.kind import Comparison, Outcome, Reading, Relation, Setting, Verdict


class Organization(BaseModel):
    """An organisation by the name that an article gives it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str

    @field_validator("name")
    @classmethod
    def _is_a_name(cls, name: str) -> str:
        from summarizer.values.names import vocabulary, words  # noqa: PLC0415 - not for a schema

        name = " ".join(name.split())
        if all(word.text in vocabulary("organization_words.json", "stop") for word in words(name)):
            raise ValueError("name must hold the organisation's name as the article prints it")
        return name

    def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict:
        """CONFIRMED when a quote has the name as words of their own; a quote that only names a longer unit ("Alibaba
        Cloud" for "Alibaba"), or that names nobody, leaves it UNVERIFIABLE; one that names others CONTRADICTS it."""
        from summarizer.values.names import is_syllabic  # noqa: PLC0415 - not for a schema
        from summarizer.values.organization_quotes import Mention, mention, names_others  # noqa: PLC0415
        from summarizer.values.quoted import read  # noqa: PLC0415

        texts = [read(quote) for quote in quotes]
        found = Mention.ABSENT
        for quote in texts:
            found = max(found, mention(quote, self.name))
            if found is Mention.NAMED:
                return Verdict(Outcome.CONFIRMED)
        if found is Mention.VARIANT:
            reason = "the quote has another form of the name"
            return Verdict(Outcome.UNVERIFIABLE, reason, ("name_in_other_form",))
        if found is Mention.LONGER:
            reason = f"the quote names something longer than {self.name}"
            return Verdict(Outcome.UNVERIFIABLE, reason, ("longer_name_in_quote",))
        reason = f"the quote doesn't name {self.name}"
        readable = is_syllabic(self.name) == any(map(is_syllabic, quotes))
        if readable and any(map(names_others, texts)):
            return Verdict(Outcome.CONTRADICTED, reason, ("name_not_in_quote",))
        return Verdict(Outcome.UNVERIFIABLE, reason, ("name_not_in_quote",))

    def compare(self, other: Organization, setting: Setting) -> Comparison:
        """SAME, REFINED, REFINES, RELATED (a unit and its whole), UNCERTAIN, NOT_COMPARABLE or DIFFERS; the user's
        aliases first."""
        from summarizer.values.aliases import Aliases  # noqa: PLC0415 - not for a schema
        from summarizer.values.organization_names import relate  # noqa: PLC0415

        aliases = setting.aliases or Aliases()
        if aliases.apart(self.name, other.name):
            return Comparison(Relation.DIFFERS, f"kept apart by {aliases.origin}")
        if aliases.join("organization", self.name, other.name):
            return Comparison(Relation.SAME, f"joined by {aliases.origin}")
        pairs = product(aliases.names("organization", self.name), aliases.names("organization", other.name))
        plain, *known = [relate(a, b) for a, b in pairs]
        for found in known:
            if found.relation in JOINING and plain.relation not in JOINING:
                return Comparison(found.relation, f"{found.reason}, by {aliases.origin}")
        return plain


JOINING = (Relation.SAME, Relation.REFINED, Relation.REFINES)
