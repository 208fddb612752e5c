"""One company buys another, or a part of it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, Field

from summarizer.rules import KeepFirst, KeepLatest
from summarizer.values.money import Money
from summarizer.values.organization import Organization
from summarizer.values.period import Period
from summarizer.values.person import Person


class Status(StrEnum):
    """How far the deal has come."""

    RUMOURED = "rumoured"
    ANNOUNCED = "announced"
    APPROVED = "approved"
    COMPLETED = "completed"
    ABANDONED = "abandoned"


class Acquisition(BaseModel):
    """One deal; its status is that of the latest article."""

    buyer: Organization | None
    target: Organization | None
    seller: Organization | None = Field(description="who owned the target before")
    price: Money | None = Field(description="of the whole deal")
    stake: float | None = Field(description="percent of the target that changes hands", ge=0, le=100)
    status: Annotated[Status | None, KeepLatest()]
    expected_close: Period | None
    regulators: list[str] = Field(description="authorities that must agree")
    advisers: list[Organization] = Field(description="banks and law firms of either side")
    people: list[Person] = Field(description="of the story, not the page")
    announced_on: Annotated[date | None, KeepFirst()]
