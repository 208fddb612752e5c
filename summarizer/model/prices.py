"""What a call costs: dollars per token of a model, as genai-prices knows them or as the caller states them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from summarizer.errors import SettingsError
from summarizer.model.providers import Endpoint
from summarizer.settings import Settings

_MILLION = Decimal(1_000_000)
_SAMPLE = 10_000  # tokens; below every tier at which a provider changes its price by length


@dataclass(frozen=True, slots=True)
class Price:
    """US dollars per token. Discounts for cached input are left out, so that money shown is never too little."""

    input: Decimal
    output: Decimal

    def of(self, input_tokens: int, output_tokens: int) -> Decimal:
        return self.input * input_tokens + self.output * output_tokens


def price_of(place: Endpoint, settings: Settings) -> Price | None:
    """None when the price is unknown. Raises SettingsError when it is, and a limit in dollars is to be kept."""
    if settings.price is not None:
        price: Price | None = Price(settings.price[0] / _MILLION, settings.price[1] / _MILLION)
    elif place.key_variable is None:
        price = Price(Decimal(0), Decimal(0))  # a server of one's own
    else:
        price = _listed(place)
    if price is None and settings.max_cost is not None:
        raise SettingsError(
            f"max_cost can't be kept: the price of {settings.model} is unknown; "
            "state it with --price INPUT,OUTPUT in US dollars per million tokens, or use --max-tokens"
        )
    return price


def _listed(place: Endpoint) -> Price | None:
    from genai_prices import Usage, calc_price  # noqa: PLC0415  a quarter of a second, only for runs that call a model

    def total(usage: Usage) -> Decimal:
        return calc_price(usage, place.model, provider_id=place.provider).total_price / _SAMPLE

    try:
        return Price(total(Usage(input_tokens=_SAMPLE)), total(Usage(output_tokens=_SAMPLE)))
    except LookupError:
        return None
