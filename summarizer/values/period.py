"""A period that a figure is for: "the last quarter of 2023", "fiscal 2024", "December"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, Field, field_validator

from summarizer.values.horizon_compare import FISCAL_SLACK
from summarizer.values.kind import Comparison, Outcome, Reading, Relation, Setting, Verdict
from summarizer.values.moments import Window, add_months, covers, overlap, window

if TYPE_CHECKING:
    from summarizer.values.time_moments import Found


class Period(BaseModel):
    """`period`: "2024", "2024-H1", "2024-Q4", "2024-12", "2024-12-31", or of a fiscal year "FY2024", "FY2024-Q1"."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    period: str = Field(description="2024-Q4")

    @field_validator("period")
    @classmethod
    def _known(cls, text: str) -> str:
        plain = re.sub(r"(?i)^fy\s*", "FY", text.strip()).replace("-q", "-Q").replace("-h", "-H")
        plain = re.sub(r"^(FY)?([QH]\d)[\s-]?(\d{4})$", r"\1\3-\2", plain)
        plain = re.sub(r"^(FY)?(\d{4})[\s-]?([QH]\d)$", r"\1\2-\3", plain)
        try:
            window(plain.removeprefix("FY"))
        except ValueError as error:
            raise ValueError(f"{text[:40]!r} is no period: write 2024, 2024-Q4, 2024-H1, 2024-12 or FY2024") from error
        return plain

    @property
    def fiscal(self) -> bool:
        return self.period.startswith("FY")

    @property
    def window(self) -> Window:
        """First and last day, as if a fiscal year were the calendar's."""
        return window(self.period.removeprefix("FY"))

    def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict:
        from summarizer.values.horizon_check import printed, read_all  # noqa: PLC0415 - not for a schema

        times = read_all(quotes, reading)
        said = [item for item in times.found if item.start and item.end and item.role != "lasts"]
        if not said:
            return Verdict(Outcome.UNVERIFIABLE, f"the quote names no period such as {self.period}")
        results = [(self._judge(item), item) for item in said]
        for outcome, item in results:
            if outcome is Outcome.CONFIRMED:
                notes = ("fiscal",) if item.fiscal and not self.fiscal else ()
                return Verdict(outcome, "", (*notes, *(("year_assumed",) if item.assumed else ())))
        denied = all(outcome is Outcome.CONTRADICTED for outcome, _ in results)
        sure = times.complete and not any(item.assumed for item in said)
        words = ", ".join(printed(item) for item in said[:3])
        outcome = Outcome.CONTRADICTED if denied and sure else Outcome.UNVERIFIABLE
        return Verdict(outcome, f"the quote says {words}, not {self.period}")

    def _judge(self, item: Found) -> Outcome:
        from summarizer.values.horizon_check import judge  # noqa: PLC0415 - not for a schema

        if self.fiscal and not item.fiscal:
            return Outcome.UNVERIFIABLE
        plain = self.period.removeprefix("FY")
        bounds = judge(plain, item, "start"), judge(plain, item, "end")
        whole = (window(item.start or "")[0], window(item.end or "")[1])
        if self.window == whole and not item.loose:
            return Outcome.CONFIRMED
        return Outcome.CONTRADICTED if Outcome.CONTRADICTED in bounds else Outcome.UNVERIFIABLE

    def compare(self, other: Any, setting: Setting) -> Comparison:
        if not isinstance(other, Period):
            return Comparison(Relation.NOT_COMPARABLE, "the other is no period")
        reason = f"{self} against {other}"
        if self.period == other.period:
            return Comparison(Relation.SAME)
        if self.fiscal != other.fiscal:
            fiscal, plain = (self.window, other.window) if self.fiscal else (other.window, self.window)
            wide = add_months(fiscal[0], -FISCAL_SLACK), add_months(fiscal[1], FISCAL_SLACK)
            return Comparison(Relation.UNCERTAIN if overlap(wide, plain) else Relation.DIFFERS, reason)
        if self.window == other.window:
            return Comparison(Relation.SAME, reason)
        if covers(other.window, self.window):
            return Comparison(Relation.REFINES, reason)
        if covers(self.window, other.window):
            return Comparison(Relation.REFINED, reason)
        return Comparison(Relation.DIFFERS, reason)

    def __str__(self) -> str:
        return self.period
