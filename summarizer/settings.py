"""Every setting of a run, with its default, in one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from summarizer.errors import SettingsError

Mode = Literal["auto", "json_schema", "tools", "json", "md_json"]
"""How a model is made to answer in the form: by a strict JSON Schema, by a tool call, as any JSON object, or as JSON
in a fenced block. `auto`: what the provider is known to support best."""

MODES: tuple[Mode, ...] = ("auto", "json_schema", "tools", "json", "md_json")

_COUNTS = ("max_output_tokens", "attempts", "concurrency", "processes", "rpm", "tpm", "max_tokens", "chunk_chars")


@dataclass(frozen=True, slots=True)
class Settings:
    """Frozen, so that one run has one set of settings. Raises SettingsError where a value makes no sense."""

    # The model. Named provider/model, as instructor names it.
    model: str = "openai/gpt-4.1-mini"
    mode: Mode = "auto"
    base_url: str | None = None  # None: the provider's own
    api_key: str | None = field(default=None, repr=False)  # None: from the provider's environment variable
    temperature: float | None = None  # None: not sent, as some models accept only their own
    max_output_tokens: int = 4096  # of one answer; a truncated answer is asked for again with twice as many

    # Patience.
    timeout: float = 90.0  # seconds for one attempt
    attempts: int = 6  # at one request, counting failures of the server and of the connection
    patience: float = 600.0  # seconds that one request waits, in all, for a provider that says "later"
    corrections: int = 2  # times that an answer which breaks the schema is asked for again, with the complaint
    repeats: int = 2  # times that an answer which is no JSON at all is asked for again, without a word
    enlargements: int = 2  # times that a truncated answer is asked for again, with twice the limit
    ask_again: int = 1  # times that a value which its quote doesn't say is asked for again

    ask_stories: bool = False  # groups of articles that the texts leave in doubt are put to the model

    # Pace.
    concurrency: int = 16  # requests in flight, at most; adapts downwards and back up by itself
    rpm: int | None = None  # requests a minute
    tpm: int | None = None  # tokens a minute
    processes: int = 1  # of more than one, all but the first verify (they are forked: not beside threads of yours)

    # Budget.
    max_cost: Decimal | None = None  # US dollars
    max_tokens: int | None = None  # input and output together
    price: tuple[Decimal, Decimal] | None = None  # US dollars per million tokens: input, output

    # Where answers come from and stay.
    ledger: Path | None = None  # None: no answer is kept
    record: Path | None = None
    replay: Path | None = None

    # Long articles, in characters.
    max_article_chars: int = 400_000  # longer is not an article
    chunk_chars: int = 24_000  # longer articles are asked about in parts
    chunk_overlap: int = 1_200

    def __post_init__(self) -> None:
        for name in _COUNTS:
            self._require(name, getattr(self, name), at_least=1)
        for name in ("corrections", "repeats", "enlargements", "ask_again", "chunk_overlap", "patience", "max_cost"):
            self._require(name, getattr(self, name), at_least=0)
        if self.timeout <= 0:
            raise SettingsError(f"timeout is {self.timeout}; it must be more than 0 seconds")
        if self.mode not in MODES:
            raise SettingsError(f"mode is {self.mode!r}; it must be one of {', '.join(MODES)}")
        if self.record is not None and self.replay is not None:
            raise SettingsError("record and replay exclude each other; give one of them")
        if self.chunk_overlap >= self.chunk_chars:
            raise SettingsError("chunk_overlap must be smaller than chunk_chars")
        if self.price is not None and min(self.price) < 0:
            raise SettingsError("price must not be negative; give it as input,output in US dollars per million tokens")

    @staticmethod
    def _require(name: str, value: float | Decimal | None, at_least: int) -> None:
        if value is not None and not value >= at_least:
            raise SettingsError(f"{name} is {value}; it must be at least {at_least}")

    @classmethod
    def from_environment(cls, environ: Mapping[str, str], **given: Any) -> Settings:
        """Settings as `given`, where None means "not given"; then SUMMARIZER_MODEL, then the defaults. Keys and base
        URLs are read later, when the provider is known. Raises SettingsError for a name that is no setting."""
        names = {entry.name for entry in fields(cls)}
        unknown = sorted(set(given) - names)
        if unknown:
            raise SettingsError(f"no such setting: {', '.join(unknown)}; there are {', '.join(sorted(names))}")
        chosen = {name: value for name, value in given.items() if value is not None}
        if "model" not in chosen and environ.get("SUMMARIZER_MODEL"):
            chosen["model"] = environ["SUMMARIZER_MODEL"]
        return cls(**chosen)
