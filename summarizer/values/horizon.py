"""A horizon: how long something is to last, or by when it is to be done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from summarizer.values.horizon_compare import compare_horizons
from summarizer.values.kind import Comparison, Reading, Setting, Verdict
from summarizer.values.moments import in_months, parts, window

if TYPE_CHECKING:
    from summarizer.values.time_moments import Found


def _duration(text: str) -> str:
    parts(text)
    return text


def _moment(text: str) -> str:
    window(text)
    return text


Duration = Annotated[str, AfterValidator(_duration)]
Moment = Annotated[str, AfterValidator(_moment)]


class HorizonForm(BaseModel):
    """One ISO 8601 string: the smallest thing that a model can be asked for."""

    iso: str = Field(description="P3Y, ../2030")

    def value(self, language: str = "en") -> Horizon:
        """Words ("over three years") are read as well. ValueError, with what to write instead, where it is neither."""
        try:
            return Horizon.parse(self.iso)
        except ValueError:
            if not re.search(r"[^\W\d_]{2}|[年月日년월]", self.iso):
                raise  # digits and signs only: a mistake in ISO 8601, no words
            said = read(self.iso[:200], None, language)
            if said is None:
                how = "write P3Y (three years), ../2030 (by 2030) or 2025/2030"
                raise ValueError(f"{self.iso[:80]!r} is no horizon: {how}") from None
            return said


class Horizon(BaseModel):
    """`duration` "P3Y", with `duration_max` for "three to five years"; `start` and `end` at printed precision."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    Form: ClassVar[type[HorizonForm]] = HorizonForm

    duration: Duration | None = None
    duration_max: Duration | None = None
    start: Moment | None = None
    end: Moment | None = None
    fiscal: bool = False

    @model_validator(mode="after")
    def _whole(self) -> Horizon:
        if not (self.duration or self.start or self.end):
            raise ValueError("a horizon needs a duration, a start or an end")
        if self.duration_max and (not self.duration or in_months(self.duration) >= in_months(self.duration_max)):
            raise ValueError("duration_max must be longer than duration")
        if self.start and self.end and window(self.start)[0] > window(self.end)[1]:
            raise ValueError(f"the horizon ends ({self.end}) before it starts ({self.start})")
        return self

    @classmethod
    def parse(cls, iso: str) -> Horizon:
        """From "P3Y", "P3Y/P5Y", "../2030", "2026/..", "2025/2030", "2025/P3Y", "P3Y/2028", "2024-Q4", "FY2027"."""
        text, fiscal = re.subn(r"(?i)\bfy\s*(?=\d)", "", iso.strip()[:80])
        pieces = [piece.strip() for piece in re.split(r"/|--", text)]
        if len(pieces) > 2 or not any(pieces):
            raise ValueError(f"{iso[:80]!r} is no horizon: write P3Y, ../2030, 2026/.., 2025/2030 or FY2027")
        known = [None if piece in ("", "..", "...") else piece for piece in pieces]
        lasting = [piece for piece in known if piece and piece.startswith("P")]
        start, end = (known[0], known[-1])
        top = lasting[1] if len(lasting) == 2 and lasting[0] != lasting[1] else None
        return cls(
            duration=lasting[0] if lasting else None,
            duration_max=top,
            start=None if start in lasting else start,
            end=None if end in lasting else end,
            fiscal=bool(fiscal),
        )

    def confirm(self, quotes: Sequence[str], reading: Reading) -> Verdict:
        """Every stated part must be said by the quotes; what is relative is counted from `reading.published`."""
        from summarizer.values.horizon_check import confirm  # noqa: PLC0415 - not for a schema

        return confirm(self, quotes, reading)

    def compare(self, other: Any, setting: Setting) -> Comparison:
        return compare_horizons(self, other, setting)

    def __str__(self) -> str:
        fiscal = "fiscal " if self.fiscal else ""
        words = []
        if self.duration and self.duration_max:
            words.append(f"{_spoken(self.duration)} to {_spoken(self.duration_max)}")
        elif self.duration:
            words.append(_spoken(self.duration))
        if self.start and self.start == self.end:
            words.append(fiscal + self.start)
        elif self.start and self.end:
            words.append(f"{fiscal}{self.start} to {self.end}")
        elif self.start or self.end:
            words.append(f"from {fiscal}{self.start}" if self.start else f"by {fiscal}{self.end}")
        return ", ".join(words)


def _spoken(duration: str) -> str:
    months, days = parts(duration)
    if months and months % 12 == 0 and not days:
        return f"{months // 12} year{'s' * (months > 12)}"
    words = [f"{months} month{'s' * (months > 1)}"] if months else []
    return " ".join([*words, *([f"{days} day{'s' * (days > 1)}"] if days else [])])


def read(text: str, published: date | None, language: str) -> Horizon | None:
    """The horizon that a short text says, or None where it says none or only a vague one."""
    from summarizer.values.time_reading import read as read_times  # noqa: PLC0415 - not for a schema

    found = read_times(text, published, language).found
    usable = [item for item in found if item.role != "span" and (item.duration or item.start or item.end)]
    if not usable:
        return None
    first = usable[0]
    lasting = next((item for item in usable if item.role == "lasts"), None)
    bound = next((item for item in usable if item.role in ("by", "since")), None)
    try:
        if lasting and bound:
            start, end = bound.start or lasting.start, bound.end or lasting.end
            if bound.role == "by" and not bound.start:
                start = None
            if bound.role == "since":
                end = None
            return _horizon(lasting, start, end, bound.fiscal)
        return _horizon(first, first.start, first.end, first.fiscal)
    except ValueError:
        return None


def _horizon(item: Found, start: str | None, end: str | None, fiscal: bool) -> Horizon:
    return Horizon(duration=item.duration, duration_max=item.duration_max, start=start, end=end, fiscal=fiscal)
