"""Does a quote say a value (`confirm`), and do two articles' values agree (`compare`), whatever their type?

A value with methods of its own uses them; a model is judged part by part, a list item by item, and every other type
as `plain` does. What a user's own method raises is a note on its claim, never the end of a run.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, cast

from pydantic import BaseModel

from summarizer.values import plain
from summarizer.values.kind import (
    CONFIRMED,
    UNVERIFIABLE,
    Comparable,
    Comparison,
    Confirmable,
    Outcome,
    Reading,
    Relation,
    Setting,
    Verdict,
)

_REFINING = (Relation.SAME, Relation.REFINES, Relation.REFINED)


def confirm(value: Any, quotes: Sequence[str], reading: Reading) -> Verdict:
    """Whether the quotes, all of one article, say the value. Never raises."""
    try:
        if _has(value, "confirm"):
            return cast(Confirmable, value).confirm(quotes, reading)
        return _by_type(value, quotes, reading)
    except Exception as error:
        return Verdict(Outcome.UNVERIFIABLE, _failure("confirm", error), ("confirm_failed",))


def complete(value: Any, quotes: Sequence[str], reading: Reading) -> Any:
    """A confirmed value with what the same words say of it besides, by its kind's `completed`; else as it is."""
    try:
        if _has(value, "completed"):
            return value.completed(quotes, reading)
        if isinstance(value, BaseModel):
            stated = _stated(value)
            parts = {name: complete(part, quotes, reading) for name, part in stated.items()}
            changed = {name: part for name, part in parts.items() if part is not stated[name]}
            return value.model_copy(update=changed) if changed else value
    except Exception:  # a user's own method; the value stands without what it would have added
        return value
    return value


def _has(value: Any, method: str) -> bool:
    """Whether the value's class has this method of a kind. A Decimal has a `compare` of its own, of another meaning."""
    kind: Any = type(value)
    return _class_has(kind, method)


@lru_cache(maxsize=1024)
def _class_has(kind: type, method: str) -> bool:
    """Models are slow to say that they have no such attribute."""
    return callable(getattr(kind, method, None)) and not issubclass(kind, (type, Decimal))


def _failure(method: str, error: Exception) -> str:
    return " ".join(f"{method} failed: {type(error).__name__}: {error}".split())[:200]


def _by_type(value: Any, quotes: Sequence[str], reading: Reading) -> Verdict:
    if isinstance(value, BaseModel):
        return _parts(_stated(value), quotes, reading)
    if isinstance(value, dict):
        return _parts({str(name): part for name, part in value.items() if part is not None}, quotes, reading)
    if isinstance(value, (list, tuple, set, frozenset)):
        return _parts({f"item {index}": part for index, part in enumerate(value, 1)}, quotes, reading)
    return plain.confirm(value, quotes, reading)


def _stated(value: BaseModel) -> dict[str, Any]:
    return {name: part for name, part in _fields(value).items() if part is not None}


def _parts(parts: dict[str, Any], quotes: Sequence[str], reading: Reading) -> Verdict:
    """Confirmed where every part is, contradicted where any is; else the reason names the parts that can't be read."""
    verdicts = {name: confirm(part, quotes, reading) for name, part in parts.items()}
    notes = tuple(dict.fromkeys(note for verdict in verdicts.values() for note in verdict.notes))
    for name, verdict in verdicts.items():
        if verdict.outcome is Outcome.CONTRADICTED:
            return Verdict(Outcome.CONTRADICTED, f"{name}: {verdict.reason}", notes)
    unread = [name for name, verdict in verdicts.items() if verdict.outcome is Outcome.UNVERIFIABLE]
    if unread:
        return Verdict(Outcome.UNVERIFIABLE, f"not verified: {', '.join(unread)}", notes)
    if not verdicts:
        return UNVERIFIABLE
    return Verdict(Outcome.CONFIRMED, "", notes) if notes else CONFIRMED


def compare(one: Any, other: Any, setting: Setting) -> Comparison:
    """How `one` relates to `other`, which another article states for the same field. Never raises."""
    try:
        if one is None or other is None:
            return _one_missing(one, other)
        if _has(one, "compare"):
            return cast(Comparable, one).compare(other, setting)
        if _has(other, "compare"):
            return _mirrored(cast(Comparable, other).compare(one, setting.mirrored()))
        return _compare_by_type(one, other, setting)
    except Exception as error:
        return Comparison(Relation.NOT_COMPARABLE, _failure("compare", error))


def _mirrored(comparison: Comparison) -> Comparison:
    return Comparison(comparison.relation.mirrored, comparison.reason)


def _compare_by_type(one: Any, other: Any, setting: Setting) -> Comparison:
    if isinstance(one, BaseModel) and type(one) is type(other):
        return _compare_parts(_fields(one), _fields(other), setting)
    if isinstance(one, dict) and isinstance(other, dict):
        names = dict.fromkeys([*one, *other])
        return _compare_parts({n: one.get(n) for n in names}, {n: other.get(n) for n in names}, setting)
    if isinstance(one, (list, tuple, set, frozenset)) and isinstance(other, (list, tuple, set, frozenset)):
        return _compare_items(list(one), list(other), setting)
    return plain.compare(one, other, setting)


def _one_missing(one: Any, other: Any) -> Comparison:
    if one is other:
        return Comparison(Relation.SAME)
    return Comparison(Relation.REFINED if one is None else Relation.REFINES, "one doesn't state it")


def _fields(value: BaseModel) -> dict[str, Any]:
    kind: Any = type(value)
    return {name: getattr(value, name) for name in _field_names(kind)}


@lru_cache(maxsize=256)
def _field_names(kind: type[BaseModel]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


def _compare_parts(one: dict[str, Any], other: dict[str, Any], setting: Setting) -> Comparison:
    """A part that differs makes the whole differ; parts that refine both ways make it the same, with a reason."""
    each = {name: compare(part, other.get(name), setting) for name, part in one.items()}
    order = (Relation.DIFFERS, Relation.RELATED, Relation.UNCERTAIN, Relation.NOT_COMPARABLE)
    for relation in order:
        for name, comparison in each.items():
            if comparison.relation is relation:
                return Comparison(relation, f"{name}: {comparison.reason}".rstrip(": "))
    finer = [name for name, comparison in each.items() if comparison.relation is Relation.REFINES]
    coarser = [name for name, comparison in each.items() if comparison.relation is Relation.REFINED]
    if finer and coarser:
        return Comparison(
            Relation.SAME, f"finer in {', '.join(map(str, finer))}, coarser in {', '.join(map(str, coarser))}"
        )
    if finer or coarser:
        return Comparison(
            Relation.REFINES if finer else Relation.REFINED, f"in {', '.join(map(str, finer or coarser))}"
        )
    return Comparison(Relation.SAME)


def _compare_items(one: list[Any], other: list[Any], setting: Setting) -> Comparison:
    """Lists as sets: the one that says all of the other's items, and more, refines it."""
    if len(one) * len(other) > 10_000:
        return Comparison(Relation.NOT_COMPARABLE, "too long to compare")
    mine = [_covered(item, other, setting) for item in one]
    theirs = [_covered(item, one, setting) for item in other]
    if all(mine) and all(theirs):
        return Comparison(Relation.SAME)
    if all(theirs):
        return Comparison(Relation.REFINES, "names more")
    return (
        Comparison(Relation.REFINED, "names fewer") if all(mine) else Comparison(Relation.NOT_COMPARABLE, "other items")
    )


def _covered(item: Any, items: list[Any], setting: Setting) -> bool:
    return any(compare(item, candidate, setting).relation in _REFINING for candidate in items)
