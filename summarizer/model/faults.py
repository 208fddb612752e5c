"""What can go wrong with one attempt, in the house's own words, and what its headers say about when to come back."""

from __future__ import annotations

import time
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from typing import Literal

from summarizer.errors import (
    ArticleError,
    BadRequest,
    Filtered,
    KeyRejected,
    ProviderError,
    QuotaExhausted,
    RateLimited,
    SummarizerError,
    TooLong,
    Unavailable,
    UnknownModel,
)

Kind = Literal["rate", "server", "timeout", "lost", "unreachable", "garbled"]

_LONGEST_PAUSE = 600.0  # seconds; a provider that asks for more is asked again after this
_QUOTA = ("insufficient_quota", "billing_hard_limit_reached", "insufficient_balance")
_TOO_LONG = ("context_length_exceeded", "context length", "context size", "prompt is too long")
_FILTERED = ("content_filter", "content_policy_violation", "responsibleaipolicyviolation")
_NO_MODEL = ("model_not_found", "model not found", "does not exist", "no such model", "unknown model")


class Transient(Exception):
    """A failure that another attempt may mend. `pause`: seconds that the provider asks everyone to wait."""

    def __init__(self, kind: Kind, reason: str, pause: float | None = None) -> None:
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.pause = pause

    def final(self, attempts: int) -> ArticleError:
        """The error that ends the article when no further attempt is made."""
        kind = RateLimited if self.kind == "rate" else Unavailable
        return kind(f"{self.reason} ({attempts} {'attempt' if attempts == 1 else 'attempts'})")


def of_status(status: int, code: str, message: str, headers: Mapping[str, str]) -> Transient | SummarizerError:
    """The failure that an HTTP status means. `code` is the provider's own word for it, "" where it has none."""
    said = f"{code} {message}".lower()
    brief = shorten(message) or f"HTTP status {status}"
    if code in _QUOTA or status == 402 or any(word in said for word in _QUOTA):
        return QuotaExhausted(f"the account is out of money: {brief}; add credit, then run again to go on")
    if status == 429:
        return Transient("rate", f"the provider says that it is too much at once: {brief}", pause_of(headers))
    if status in (408, 409) or status >= 500:
        kind: Kind = "timeout" if status in (408, 504) else "server"
        return Transient(kind, f"the provider failed with status {status}: {brief}", pause_of(headers))
    if status in (401, 403):
        return KeyRejected(f"the provider rejects the key (status {status}): {brief}; check the key")
    return _of_request(status, said, brief)


def _of_request(status: int, said: str, brief: str) -> SummarizerError:
    if status == 413 or any(word in said for word in _TOO_LONG):
        return TooLong(f"the request is longer than the model can read: {brief}")
    if any(word in said for word in _FILTERED):
        return Filtered(f"the provider's content filter refused the request: {brief}")
    if any(word in said for word in _NO_MODEL):
        return UnknownModel(f"the provider doesn't know the model: {brief}; check --model")
    if status == 404:
        return ProviderError(f"the provider has no such address (status 404): {brief}; check OPENAI_BASE_URL")
    return BadRequest(
        f"the provider refuses the request (status {status}): {brief}; "
        "`summarizer doctor --probe` finds a --mode that it accepts"
    )


def pause_of(headers: Mapping[str, str]) -> float | None:
    """Seconds until the provider wants to be asked again: `retry-after-ms`, or `retry-after` in seconds or as a
    date. None when it doesn't say; never more than ten minutes."""
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return _bounded(milliseconds / 1000)
    stated = headers.get("retry-after")
    if not stated:
        return None
    seconds = _number(stated)
    if seconds is not None:
        return _bounded(seconds)
    try:
        return _bounded(parsedate_to_datetime(stated).timestamp() - time.time())
    except (ValueError, TypeError):
        return None


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if number == number else None


def _bounded(seconds: float) -> float:
    return min(max(seconds, 0.0), _LONGEST_PAUSE)


def shorten(text: str, longest: int = 240) -> str:
    """One line, without control characters: what a server says goes to a terminal and into files."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= longest else line[: longest - 1] + "…"
