"""Money: what a call costs, and that no more is spent than may be."""

from __future__ import annotations

import asyncio
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import KeyRejected, OverBudget, SettingsError
from summarizer.model.budget import Budget
from summarizer.model.prices import Price, price_of
from summarizer.model.providers import PROVIDERS, endpoint, key_for
from summarizer.settings import Settings


def dollar_a_token() -> Price:
    return Price(Decimal(1), Decimal(1))


@given(
    calls=st.lists(st.tuples(st.integers(1, 50), st.integers(1, 50), st.floats(0, 1)), max_size=30),
    dollars=st.integers(0, 500),
)
def test_what_is_spent_and_reserved_never_exceeds_the_limit(calls: list[tuple[int, int, float]], dollars: int) -> None:
    budget = Budget(Decimal(dollars), None, dollar_a_token)

    async def call(tokens_in: int, tokens_out: int, share: float) -> None:
        try:
            reserved = await budget.reserve(tokens_in, tokens_out)
        except OverBudget:
            return
        await asyncio.sleep(0)
        used = int(reserved.tokens * share)
        budget.settle(reserved, used, Decimal(used))
        assert budget.spent.cost <= dollars

    async def story() -> None:
        await asyncio.gather(*(call(*each) for each in calls))
        assert budget.reserved.tokens == 0

    asyncio.run(story())


def test_a_call_waits_for_what_others_may_give_back() -> None:
    async def story() -> None:
        budget = Budget(None, 100, dollar_a_token)
        first = await budget.reserve(50, 40)
        second = asyncio.create_task(budget.reserve(50, 40))
        await asyncio.sleep(0)
        assert not second.done()
        budget.settle(first, 10, None)
        assert (await second).tokens == 90

    asyncio.run(story())


def test_an_exhausted_budget_says_what_was_spent_and_which_option_helps() -> None:
    async def story() -> None:
        budget = Budget(Decimal("1.50"), None, dollar_a_token)
        with pytest.raises(OverBudget, match=r"\$2.0000.*\$0.0000 of \$1.50.*--max-cost"):
            await budget.reserve(1, 1)
        with pytest.raises(OverBudget, match=r"--max-tokens"):
            await Budget(None, 1, dollar_a_token).reserve(1, 1)

    asyncio.run(story())


def price(environ: dict[str, str] | None = None, **given: object) -> Price | None:
    settings = Settings(**given)  # type: ignore[arg-type]
    return price_of(endpoint(settings, environ or {}), settings)


def test_prices_are_known_by_provider_and_model() -> None:
    listed = price(model="openai/gpt-4.1-mini")
    assert listed == Price(Decimal("0.0000004"), Decimal("0.0000016"))
    assert price(model="ollama/qwen3:8b") == Price(Decimal(0), Decimal(0))


def test_a_model_behind_an_address_of_ones_own_is_never_called_free() -> None:
    assert price({"OPENAI_BASE_URL": "http://localhost:4000/v1"}, model="openai/mine") is None


def test_an_unknown_price_is_only_in_the_way_of_a_limit_in_dollars() -> None:
    assert price(model="openai/unheard-of", max_tokens=5) is None
    with pytest.raises(SettingsError, match="--price"):
        price(model="openai/unheard-of", max_cost=Decimal(5))


def test_every_provider_has_an_address_and_its_own_key() -> None:
    for name, provider in PROVIDERS.items():
        settings = Settings(model=f"{name}/some/model")
        place = endpoint(settings, {})
        assert (place.model, place.base_url) == ("some/model", provider.base_url)
        if provider.key_variable:
            with pytest.raises(KeyRejected, match=provider.key_variable):
                key_for(place, settings, {})
            assert key_for(place, settings, {provider.key_variable: "k"}) == "k"


def test_the_base_url_of_the_environment_is_openais_alone() -> None:
    environ = {"OPENAI_BASE_URL": "http://gateway:1/v1/"}
    assert endpoint(Settings(model="openai/m"), environ).base_url == "http://gateway:1/v1"
    assert endpoint(Settings(model="groq/m"), environ).base_url == PROVIDERS["groq"].base_url
    assert endpoint(Settings(model="groq/m", base_url="http://mine/v1"), environ).base_url == "http://mine/v1"
