"""A company says that it will invest: how much, over what time, where, who and against whom.

Copy this file to write a schema of your own: fields are ordinary Pydantic types, or the kinds of `summarizer.values`
that code can read from a quote; a rule in `Annotated` says what becomes of the claims of several articles.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, Field

from summarizer.rules import KeepAll, KeepMostReported
from summarizer.values.horizon import Horizon
from summarizer.values.money import Money
from summarizer.values.organization import Organization
from summarizer.values.period import Period
from summarizer.values.person import Person
from summarizer.values.region import Region


class Figure(BaseModel):
    """Money that an article names beside the investment: revenue, past spending, another deal."""

    what: str
    amount: Money
    period: Period | None


class Investment(BaseModel):
    """One announced investment."""

    investor: Organization | None
    amount: Annotated[Money | None, KeepMostReported()] = Field(description="not other deals")
    horizon: Horizon | None
    purpose: str | None = Field(description="as printed")
    regions: list[Region] = Field(description="said to get it, not in passing")
    people: list[Person] = Field(description="of the story, not the page")
    competitors: list[Organization] = Field(description="not partners")
    announced_on: date | None
    other_money: Annotated[list[Figure], KeepAll(by="amount")] = Field(description="revenue, deals")
