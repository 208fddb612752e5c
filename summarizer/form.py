"""What a model is asked to fill in: one JSON object, described by a strict JSON Schema that is prepared once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """`answer` validates what comes back. `schema` is strict (every property required, nothing additional, no
    defaults, no titles, definitions inlined) and is sent as it stands: nobody computes it again for a call."""

    name: str
    answer: type[BaseModel]
    schema: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation with a model."""

    role: str  # "system", "user", "assistant"
    content: str
