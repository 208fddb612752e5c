"""What a provider's answer means, and when it wants to be asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ArticleError, ProviderError, QuotaExhausted, SummarizerError
from summarizer.model.faults import Transient, of_status, pause_of, shorten


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3),
        ({"retry-after": "0.25"}, 0.25),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "250", "retry-after": "3"}, 0.25),
        ({"retry-after": "-5"}, 0),
        ({"retry-after": "86400"}, 600),
        ({"retry-after": "nan"}, None),
        ({"retry-after": "soon"}, None),
        ({}, None),
    ],
)
def test_retry_after_is_read_in_seconds_and_milliseconds(headers: dict[str, str], seconds: float | None) -> None:
    assert pause_of(headers) == seconds


def test_retry_after_is_read_as_a_date() -> None:
    in_a_minute = format_datetime(datetime.now(UTC) + timedelta(seconds=60), usegmt=True)
    assert pause_of({"retry-after": in_a_minute}) == pytest.approx(60, abs=2)
    assert pause_of({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0


@given(st.integers(400, 599), st.text(max_size=30), st.text(max_size=300))
def test_every_status_means_something_that_fits_in_one_line(status: int, code: str, message: str) -> None:
    meant = of_status(status, code, message, {})
    assert isinstance(meant, Transient | SummarizerError)
    assert "\n" not in str(meant)
    assert len(str(meant)) < 500


@pytest.mark.parametrize("status", [408, 409, 429, 500, 502, 503, 504, 529])
def test_these_are_worth_another_attempt(status: int) -> None:
    assert isinstance(of_status(status, "", "", {}), Transient)


@pytest.mark.parametrize("status", [400, 401, 402, 403, 404, 413, 415, 422])
def test_these_are_not(status: int) -> None:
    assert isinstance(of_status(status, "", "", {}), ProviderError | ArticleError)


def test_an_empty_account_is_told_from_too_many_requests() -> None:
    assert isinstance(of_status(429, "insufficient_quota", "quota", {}), QuotaExhausted)
    assert isinstance(of_status(429, "rate_limit_exceeded", "Rate limit reached", {"retry-after": "1"}), Transient)


def test_what_a_server_says_can_not_move_the_cursor() -> None:
    assert shorten("\x1b[2J two\r\nlines\x07") == "[2J two lines"
    assert len(shorten("x" * 10_000)) == 240
