"""What stands in a form for a type, and how what was filled in is read back.

A model with one text field (an organisation's name), or whose `Form` has one, is asked for as a string; any other
nested model part by part.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, create_model

from summarizer.errors import SchemaError
from summarizer.rules import Rule

LISTS = (list, set, frozenset, tuple, typing.Sequence, Sequence)


def no_hidden_rule(annotation: Any) -> None:
    """Pydantic keeps only the outermost metadata: a rule further in would be dropped without a word."""
    for inner in get_args(annotation):
        if any(isinstance(item, Rule) for item in getattr(inner, "__metadata__", ())):
            rule = next(item for item in inner.__metadata__ if isinstance(item, Rule))
            way_out = f"write it outermost: Annotated[..., {rule.name}()]"
            raise SchemaError(f"the rule {rule.name} stands where Pydantic drops it; {way_out}")
        no_hidden_rule(inner)


def without_none(annotation: Any) -> tuple[Any, bool]:
    """(the type without None, whether None was there)."""
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [option for option in get_args(annotation) if option is not type(None)]
        if len(kept) > 1:
            names = " | ".join(getattr(option, "__name__", str(option)) for option in kept)
            raise SchemaError(f"{names}: a value must have one type; split the field")
        return kept[0], len(kept) < len(get_args(annotation))
    return annotation, False


def list_item(annotation: Any) -> tuple[bool, Any, type]:
    """(is it a list, the type of one value, what to build of the values)."""
    origin = get_origin(annotation)
    if annotation in LISTS or origin in LISTS:
        args = [arg for arg in get_args(annotation) if arg is not Ellipsis]
        if len(args) != 1:
            raise SchemaError("a list needs the one type of its items: list[str]")
        item, nullable = without_none(args[0])
        if nullable or is_list(item):
            raise SchemaError("a list of lists, or of values that may be null, can't be quoted one by one; use a model")
        return True, item, origin if origin in (set, frozenset, tuple) else list
    return False, annotation, list


def is_list(annotation: Any) -> bool:
    return annotation in LISTS or get_origin(annotation) in LISTS


def part_of(annotation: Any, inside: tuple[type, ...] = ()) -> Any:
    """What stands in the form for one value of this type; `inside` are the models around it."""
    bare = bare_type(annotation)
    if get_origin(bare) is dict or bare is dict or bare is Any:
        raise SchemaError("a dict or Any has no strict JSON Schema; use a list of a model with two fields")
    if isinstance(bare, type) and (text_field(bare) or _is_text(bare)):
        return str
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _nested(bare, inside)
    return bare


def bare_type(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def form_of(kind: Any) -> Any:
    """The class that a model fills in for values of this kind: its `Form`, or the kind itself."""
    return getattr(kind, "Form", kind)


@lru_cache(maxsize=256)
def text_field(kind: type) -> str:
    """The name of the one text field by which this kind is asked for as a string; "" where it is not."""
    form = form_of(kind)
    if not issubclass(form, BaseModel) or len(form.model_fields) != 1:
        return ""
    ((name, info),) = form.model_fields.items()
    return name if bare_type(info.annotation) is str else ""


def hints_of(annotation: Any) -> tuple[str, ...]:
    """How a value of this type is to be written: the description of its text field, or those of its parts."""
    kind = bare_type(without_none(annotation)[0])
    if not isinstance(kind, type):
        return ()
    if issubclass(kind, date):
        return ("ISO 8601",)
    form = form_of(kind)
    if not issubclass(form, BaseModel):
        return ()
    if name := text_field(form):
        return tuple(filter(None, (form.model_fields[name].description,)))
    said: list[str] = []
    for name, info in form.model_fields.items():
        hints = (info.description,) if info.description else hints_of(info.annotation)
        said += [f"{name} {hint}" for hint in hints]
    return tuple(said)


def _is_text(bare: type) -> bool:
    """Types whose JSON is a string that Pydantic reads: sent without a `format` or pattern, which few servers enforce
    and which costs bytes in every request."""
    if issubclass(bare, BaseModel):
        return False
    json_type = TypeAdapter(bare).json_schema()
    return bare is Decimal or (json_type.get("type") == "string" and "enum" not in json_type)


def _nested(model: type[BaseModel], inside: tuple[type, ...]) -> type[BaseModel]:
    if model in inside:
        raise SchemaError(f"{model.__name__} contains itself; no article nests without end: make it flat")
    if not model.model_fields:
        raise SchemaError(f"{model.__name__} has no fields")
    parts: dict[str, Any] = {}
    for name, info in form_of(model).model_fields.items():
        no_hidden_rule(info.annotation)
        inner, nullable = without_none(info.annotation)
        if is_list(inner):
            one = part_of(list_item(inner)[1], (*inside, model))
            parts[name] = (list[one], ...)  # type: ignore[valid-type]
        else:
            part = part_of(inner, (*inside, model))
            parts[name] = (part | None if nullable or not info.is_required() else part, ...)
    return create_model(model.__name__, __config__=ConfigDict(extra="forbid"), **parts)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads, from the inside out, whatever kinds stand as text in the values of one model. `text`: the name of the one
    text field by which it is asked for."""

    kind: type[BaseModel]
    form: type[BaseModel]
    text: str

    def read(self, value: Any, language: str) -> Any:
        if self.text and isinstance(value, str):
            return _read_text(self.form, self.text, value, language)
        if isinstance(value, dict):
            parts = _parts(self.form)
            value = {name: parts[name].read(part, language) for name, part in value.items()}
        return value if self.form is self.kind else self.form.model_validate(value).value(language)  # type: ignore[attr-defined]


def reader_of(annotation: Any) -> Reader | None:
    """None for types other than models: their values are as they stand in the form."""
    kind = bare_type(annotation)
    if not isinstance(kind, type) or not issubclass(kind, BaseModel):
        return None
    return Reader(kind, form_of(kind), text_field(kind))


_MOST_READ, _SHORT = 2_000, 200


class _Read:
    """Values that were read of short texts: the same names and places stand in article after article. Only of frozen
    models, which may be shared."""

    def __init__(self) -> None:
        self._known: dict[tuple[Any, str, str], Any] = {}

    def __call__(self, form: Any, name: str, text: str, language: str) -> Any:
        key = (form, text, language)
        value = self._known.get(key)
        if value is None:
            value = _read_once(form, name, text, language)
            if len(text) <= _SHORT and isinstance(value, BaseModel) and value.model_config.get("frozen"):
                if len(self._known) >= _MOST_READ:
                    self._known.clear()
                self._known[key] = value
        return value


_read_text = _Read()


def _read_once(form: Any, name: str, text: str, language: str) -> Any:
    """A kind from its one text field. Raises ValueError without the field's name, of which the model knows nothing."""
    try:
        filled = form.model_validate({name: text})
        return filled.value(language) if hasattr(filled, "value") else filled
    except ValidationError as problem:
        raise ValueError(complaint(problem).removeprefix(f"{name}: ")) from None


@dataclass(frozen=True, slots=True)
class _Part:
    """One field of a form; `many`: a list of values."""

    name: str
    reader: Reader | None
    many: bool

    def read(self, value: Any, language: str) -> Any:
        if value is None or self.reader is None:
            return value
        try:
            if self.many:
                return [self.reader.read(item, language) for item in value]
            return self.reader.read(value, language)
        except ValueError as problem:
            raise ValueError(f"{self.name}: {problem}") from None


@lru_cache(maxsize=256)
def _parts(form: type[BaseModel]) -> dict[str, _Part]:
    inner = {name: without_none(info.annotation)[0] for name, info in form.model_fields.items()}
    return {
        name: _Part(name, reader_of(list_item(kind)[1] if is_list(kind) else kind), is_list(kind))
        for name, kind in inner.items()
    }


def complaint(problem: ValidationError) -> str:
    """Pydantic's errors in one line, without its links: "role: Field required; age: Input should be an integer"."""
    parts = []
    for error in problem.errors(include_url=False, include_context=False):
        where = ".".join(str(step) for step in error["loc"])
        said = error["msg"].removeprefix("Value error, ")
        parts.append(f"{where}: {said}" if where else said)
    return "; ".join(parts)
