"""Structured digests of the news that show, for every value, who says so, in which words, and who says otherwise.

    from summarizer import read, summarize
    from summarizer.schemas.investment import Investment

    result = summarize(read(["my-articles/"]), Investment)
    for digest in result.digests:
        print(digest.record.amount, digest.conflicts)

Names are loaded when they are used, so that importing this package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.domain import (
        Article,
        Claim,
        Conflict,
        Digest,
        Extraction,
        Failure,
        Quote,
        Rejection,
        Resolution,
        Run,
        Stance,
        Story,
        Usage,
    )
    from summarizer.errors import SummarizerError
    from summarizer.pipeline import Digests, summarize, summarize_async
    from summarizer.plan import plan_for
    from summarizer.rules import Combine, KeepAll, KeepFirst, KeepLatest, KeepMostReported, KeepPreferred
    from summarizer.settings import Settings
    from summarizer.steps.clean import clean
    from summarizer.steps.group import group
    from summarizer.steps.merge import merge
    from summarizer.steps.read import read
    from summarizer.steps.verify import verify
    from summarizer.values.aliases import Aliases
    from summarizer.values.horizon import Horizon
    from summarizer.values.money import Money
    from summarizer.values.organization import Organization
    from summarizer.values.period import Period
    from summarizer.values.person import Person
    from summarizer.values.region import Region

_HOMES = {
    "summarizer.domain": (
        "Article Claim Conflict Digest Extraction Failure Quote Rejection Resolution Run Stance Story Usage"
    ),
    "summarizer.errors": "SummarizerError",
    "summarizer.pipeline": "Digests summarize summarize_async",
    "summarizer.plan": "plan_for",
    "summarizer.rules": "Combine KeepAll KeepFirst KeepLatest KeepMostReported KeepPreferred",
    "summarizer.settings": "Settings",
    "summarizer.steps.clean": "clean",
    "summarizer.steps.group": "group",
    "summarizer.steps.merge": "merge",
    "summarizer.steps.read": "read",
    "summarizer.steps.verify": "verify",
    "summarizer.values.aliases": "Aliases",
    "summarizer.values.horizon": "Horizon",
    "summarizer.values.money": "Money",
    "summarizer.values.organization": "Organization",
    "summarizer.values.period": "Period",
    "summarizer.values.person": "Person",
    "summarizer.values.region": "Region",
}
_HOME = {name: home for home, names in _HOMES.items() for name in names.split()}

__all__ = [  # noqa: RUF022 - in the order in which data passes through them
    "Article", "Claim", "Conflict", "Digest", "Extraction", "Failure", "Quote", "Rejection", "Resolution", "Run",
    "Stance", "Story", "Usage", "SummarizerError", "Digests", "summarize", "summarize_async", "plan_for",
    "Combine", "KeepAll", "KeepFirst", "KeepLatest", "KeepMostReported", "KeepPreferred", "Settings",
    "clean", "group", "merge", "read", "verify", "Aliases", "Horizon", "Money", "Organization", "Period", "Person",
    "Region",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
