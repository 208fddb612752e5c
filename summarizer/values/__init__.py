"""The kinds of values: does a quote say a value (`confirm`), and do two articles' values agree (`compare`)?

A kind's own file holds its fields. What reads quotes is loaded when first used: a schema can be looked at without it.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from summarizer.values.dispatch import compare, complete, confirm

__all__ = ["compare", "complete", "confirm"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module 'summarizer.values' has no attribute {name!r}")
    return getattr(import_module("summarizer.values.dispatch"), name)
