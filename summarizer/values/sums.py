"""A sum of money as a value: an amount or a range, its currency, and how firmly it is stated."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, SerializerFunctionWrapHandler, model_serializer

Bound = Literal["exact", "approx", "min", "max", "range", "vague", "undisclosed"]
"""`vague`: "several billion"; `undisclosed`: the article says that the sum was not made known."""

LIMIT = Decimal(10) ** 24
Amount = Annotated[
    Decimal,
    Field(ge=0, lt=LIMIT, max_digits=34, allow_inf_nan=False),
    PlainSerializer(lambda amount: printed(amount), return_type=str),
]
"""Units of the currency, not of millions: Decimal("380000000000"). In JSON a plain string without an exponent."""

_SCALES = ((12, "trillion"), (9, "billion"), (6, "million"))
_PREFIX = {"exact": "", "range": "", "approx": "about ", "min": "at least ", "max": "up to "}


class Sum(BaseModel):
    """`amount` is the point or the lower end of a range, `high` the upper end; `currency` an ISO 4217 code, or None
    where none is printed."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    amount: Amount | None = None
    high: Amount | None = None
    currency: str | None = None
    bound: Bound = "exact"

    @model_serializer(mode="wrap")
    def _without_empty_parts(self, handler: SerializerFunctionWrapHandler) -> dict[str, Any]:
        data: dict[str, Any] = handler(self)
        return {k: v for k, v in data.items() if not (k == "high" and v is None) and not (k == "equivalents" and not v)}

    @property
    def top(self) -> Decimal | None:
        """The upper end; the amount itself where there is no range."""
        return self.amount if self.high is None else self.high

    def __str__(self) -> str:
        if self.bound == "undisclosed":
            return "undisclosed"
        if self.amount is None:
            return f"a vague sum{f' in {self.currency}' if self.currency else ''}"
        number = spoken(self.amount) if self.high is None else f"{spoken(self.amount)} to {spoken(self.high)}"
        return f"{_PREFIX.get(self.bound, '')}{number}{f' {self.currency}' if self.currency else ''}"


def printed(amount: Decimal) -> str:
    """The number without an exponent and without trailing zeros after the point."""
    text = f"{amount:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def spoken(amount: Decimal) -> str:
    """The number for a reader: "380 billion", "1,250,000"."""
    for power, word in _SCALES:
        scaled = amount.scaleb(-power)
        if scaled >= 1 and -scaled.normalize().as_tuple().exponent <= 3:  # type: ignore[operator]  # finite by its type
            return f"{printed(scaled)} {word}"
    whole, _, fraction = printed(amount).partition(".")
    return f"{int(whole):,}{'.' + fraction if fraction else ''}"


def interval(money: Sum) -> tuple[float, float] | None:
    """Between what the sum may lie as it is stated, None if it isn't: half a unit of the last significant digit, at
    most 5 %; 10 % for "about"; half as much again for "at least", half for "up to"."""
    if money.amount is None or money.top is None:
        return None
    low, high = float(money.amount), float(money.top)
    if money.high is not None:
        return low, high
    exponent = money.amount.normalize().as_tuple().exponent
    half = min(10.0 ** int(exponent) / 2, 0.05 * low)
    if money.bound == "approx":
        half = max(half, 0.10 * low)
    if money.bound == "min":
        return low - half, 1.5 * low
    if money.bound == "max":
        return 0.5 * low, low + half
    return low - half, low + half


def digits(money: Sum) -> int:
    """Significant digits of the amount; 0 where there is none."""
    return len(money.amount.normalize().as_tuple().digits) if money.amount is not None else 0
