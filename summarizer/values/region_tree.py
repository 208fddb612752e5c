"""What lies in what: countries in UN M49 regions and in groups such as the EU, subdivisions in their countries."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

_SUBDIVISION = re.compile(r"([A-Z]{2})-[A-Z0-9]{1,3}")


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads((Path(__file__).with_name("regions.json")).read_text(encoding="utf-8"))
    return tables


def countries() -> frozenset[str]:
    """ISO 3166-1 alpha-2, and XK."""
    return frozenset(_tables()["countries"])


def normal(code: str) -> str:
    """The code as the house writes it. ValueError, with what would be right, for one that doesn't exist."""
    text = code.strip()
    upper = {"UK": "GB", "EL": "GR", "EUROZONE": "EZ", "WORLD": "001"}.get(text.upper(), text.upper())
    if upper in _tables()["countries"] or upper in _regions() or upper in ("EU", "EZ"):
        return upper
    if text.lower() in _tables()["groups"]:
        return text.lower()
    if f"x-{text.lower()}" in _tables()["groups"]:
        return f"x-{text.lower()}"
    part = _SUBDIVISION.fullmatch(upper)
    if part and part[1] in _tables()["countries"]:
        return upper
    groups = sorted(group for group in _tables()["groups"] if group.startswith("x-"))
    raise ValueError(
        f"{code[:40]!r} is no region: write ISO 3166 (DE, US-CA), UN M49 (150 Europe, 035 Southeast Asia), EU or "
        + ", ".join(groups)
    )


@lru_cache(maxsize=1)
def _regions() -> frozenset[str]:
    subregions = _tables()["subregions"]
    return frozenset(subregions) | frozenset(subregions.values())


@lru_cache(maxsize=512)
def members(code: str) -> frozenset[str]:
    """All codes strictly inside `code`, without subdivisions."""
    tables = _tables()
    inside: set[str] = set()
    children = list(tables["groups"].get(code, ()))
    children += [child for child, parent in tables["subregions"].items() if parent == code]
    children += [country for country, parent in tables["countries"].items() if parent == code]
    for child in children:
        inside |= {child} | members(child)
    return frozenset(inside)


@lru_cache(maxsize=512)
def area(code: str) -> frozenset[str]:
    """The countries that make it up; a country or a subdivision is its own area."""
    return frozenset(members(code) & countries()) or frozenset({code})


def inside(part: str, whole: str) -> bool:
    """Whether all of `part` lies in `whole`; a region lies in itself."""
    if part == whole:
        return True
    country = part.split("-")[0] if _SUBDIVISION.fullmatch(part) else ""
    if country:
        return whole == country or country in members(whole)
    return part in members(whole) or (len(area(part)) > 1 and area(part) <= area(whole))


def overlap(one: str, other: str) -> bool:
    return inside(one, other) or inside(other, one) or bool(area(one) & area(other))
