"""The probe: one tiny request a mode, to find how a server can be made to answer in the form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pydantic import BaseModel

from summarizer.domain import Usage
from summarizer.errors import ArticleError, BadRequest
from summarizer.form import Form, Message
from summarizer.model.door import Model
from summarizer.model.providers import SentMode
from summarizer.settings import Settings

if TYPE_CHECKING:
    from httpx2 import AsyncBaseTransport

_BEST_FIRST: tuple[SentMode, ...] = ("json_schema", "tools", "json", "md_json")
_QUESTION = (
    Message("system", "Fill in what the text says."),
    Message("user", "<text>\nAt the last census Ystad had 19,000 people.\n</text>"),
)


class _Place(BaseModel):
    """Names that no model would choose by itself: who answers with them has read the schema."""

    settlement_label: str
    resident_tally: int | None


_FORM = Form(
    "place",
    _Place,
    {
        "type": "object",
        "properties": {
            "settlement_label": {"type": "string"},
            "resident_tally": {"anyOf": [{"type": "integer"}, {"type": "null"}]},
        },
        "required": ["settlement_label", "resident_tally"],
        "additionalProperties": False,
    },
)


@dataclass(frozen=True, slots=True)
class Probe:
    """What became of one mode. `reason`: why it doesn't work, "" when it does."""

    mode: SentMode
    works: bool
    reason: str
    usage: Usage


async def probe(
    settings: Settings, environ: Mapping[str, str], transport: AsyncBaseTransport | None = None
) -> list[Probe]:
    """Every mode, the best first. Each is asked anew and gets no second chance, as one that works now and then is of
    no use. Raises KeyRejected, UnknownModel and the like, which no mode can help against."""
    plain = replace(settings, ledger=None, record=None, replay=None, corrections=0, repeats=0, enlargements=0)
    plain = replace(plain, attempts=min(settings.attempts, 2), max_output_tokens=min(settings.max_output_tokens, 500))
    return [await _try(replace(plain, mode=mode), mode, environ, transport) for mode in _BEST_FIRST]


async def _try(
    settings: Settings, mode: SentMode, environ: Mapping[str, str], transport: AsyncBaseTransport | None
) -> Probe:
    async with Model.open(settings, None, environ, transport) as model:
        try:
            await model.ask(_QUESTION, _FORM, "probe")
        except (ArticleError, BadRequest) as error:
            return Probe(mode, False, str(error), model.usage)
        return Probe(mode, True, "", model.usage)


def advice(probes: list[Probe], settings: Settings, auto: SentMode) -> str:
    """What to set, in one sentence."""
    working = [one.mode for one in probes if one.works]
    if not working:
        return "no mode works: choose another --model"
    used = auto if settings.mode == "auto" else settings.mode
    if used == working[0]:
        return f"nothing to set: mode {used} is used, and it works"
    if used in working:
        return f"mode {used} is used and works; --mode {working[0]} works too, and holds the model to the schema better"
    return f"set --mode {working[0]}: mode {used} is used, and it doesn't work"
