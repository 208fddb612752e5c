"""Reads a schema once: kind and rule of each field, and the form that a model fills in.

A model with one text field (an organisation's name), or whose `Form` has one, is asked for as a string; any other
nested model part by part. Each value carries its quotes: beside its parts where it is an object, else as
`{"value", "quotes"}`.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Generic, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, create_model
from pydantic.errors import PydanticSchemaGenerationError, PydanticUserError

from summarizer.errors import SchemaError
from summarizer.form import Form
from summarizer.lean import lean
from summarizer.rules import KeepAll, KeepMostReported, Rule

S = TypeVar("S", bound=BaseModel)

LISTS = (list, set, frozenset, tuple, typing.Sequence, Sequence)
QUOTES = "quotes"
VALUE = "value"
NAME = "form"  # of every form on the wire: it is sent with every article, and says nothing


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One field: `type` is that of one value (the item's, where `many`), `part` what stands for it in the form."""

    name: str
    type: Any
    many: bool
    container: type
    nullable: bool
    rule: Rule
    description: str
    part: Any
    wrapped: bool  # {"value", "quotes"}; else the quotes stand beside the parts
    adapter: TypeAdapter[Any]

    @property
    def hints(self) -> tuple[str, ...]:
        """How values are to be written, for the prompt; part by part where they have several."""
        return hints_of(self.type)


@dataclass(frozen=True, slots=True)
class Answered:
    """One value as a model gave it, before anything was read or believed."""

    path: str
    value: Any
    quotes: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Plan(Generic[S]):
    """`schema` is the user's own class, untouched."""

    schema: type[S]
    name: str
    fields: dict[str, FieldPlan]
    _forms: dict[tuple[str, ...], Form] = field(default_factory=dict)

    def form(self, names: Iterable[str] = ()) -> Form:
        """The form of all fields, or of some: what is asked again is asked alone."""
        wanted = tuple(sorted(set(names))) or tuple(self.fields)
        if wanted not in self._forms:
            self._forms[wanted] = _form([self.fields[name] for name in wanted])
        return self._forms[wanted]

    def answered(self, answer: BaseModel) -> list[Answered]:
        """The values of a filled form, in its order; what is null or [] there isn't mentioned by the article."""
        found = []
        for name, given in answer.model_dump().items():
            plan = self.fields[name]
            for item in given if plan.many else [given]:
                if item is None:
                    continue
                quotes = tuple(item.pop(QUOTES))
                value = item[VALUE] if plan.wrapped else item
                found.append(Answered(name, value, quotes))
        return found

    def read(self, path: str, value: Any, language: str = "en") -> Any:
        """A value of the field's own type from what the model wrote.

        Raises:
            ValueError: with a complaint that a model can act on.
        """
        plan = self.fields[path]
        try:
            return plan.adapter.validate_python(_read(plan.type, value, language))
        except ValidationError as problem:
            raise ValueError(complaint(problem)) from None

    def load(self, path: str, value: Any) -> Any:
        """A value of the field's own type from its JSON, as `dump` wrote it."""
        return self.fields[path].adapter.validate_python(value)

    def dump(self, path: str, value: Any) -> Any:
        """The JSON of a value, as it stands in digests."""
        return self.fields[path].adapter.dump_python(value, mode="json")

    def record(self, values: dict[str, Any]) -> tuple[S, str]:
        """(the user's class with these values, why the class itself does not accept them or "").

        A field without a value is null or empty, never its default: a default can't be traced to words. Where the class
        does not accept that (a field that can't be null, a validator of its own), the record is built without
        validation, and the reason says so.
        """
        complete = {}
        for name, plan in self.fields.items():
            complete[name] = plan.container(values.get(name, ())) if plan.many else values.get(name)
        try:
            return self.schema.model_validate(complete, by_name=True), ""
        except ValidationError as problem:
            return self.schema.model_construct(**complete), complaint(problem)

    def missing(self, values: dict[str, Any]) -> tuple[str, ...]:
        """Fields that the schema demands and that no article says."""
        return tuple(n for n, p in self.fields.items() if not p.many and not p.nullable and values.get(n) is None)


@lru_cache(maxsize=64)
def plan_for(schema: type[S]) -> Plan[S]:
    """The plan of a schema, made once.

    Raises:
        SchemaError: names every field that can't be used, and what to write instead.
    """
    if not (isinstance(schema, type) and issubclass(schema, BaseModel)):
        raise SchemaError(f"{schema!r} is no Pydantic model: pass a class that derives from pydantic.BaseModel")
    fields, complaints = {}, []
    for name, info in schema.model_fields.items():
        annotation = info.annotation
        try:
            fields[name] = _field(name, annotation, info.metadata, info.description or "")
        except SchemaError as problem:
            complaints.append(f"{schema.__name__}.{name}: {problem}")
    if not schema.model_fields:
        complaints.append(f"{schema.__name__} has no fields: nothing could be asked")
    if complaints:
        raise SchemaError("; ".join(complaints))
    return Plan(schema, schema.__name__.lower(), fields)


def complaint(problem: ValidationError) -> str:
    """Pydantic's errors in one line, without its links: "role: Field required; age: Input should be an integer"."""
    parts = []
    for error in problem.errors(include_url=False, include_context=False):
        where = ".".join(str(step) for step in error["loc"])
        said = error["msg"].removeprefix("Value error, ")
        parts.append(f"{where}: {said}" if where else said)
    return "; ".join(parts)


def _field(name: str, annotation: Any, metadata: Sequence[Any], description: str) -> FieldPlan:
    rules = [item for item in metadata if isinstance(item, Rule)]
    _no_hidden_rule(annotation)
    if len(rules) > 1:
        raise SchemaError(f"has {len(rules)} rules; keep one")
    inner, nullable = _without_none(annotation)
    many, item, container = _list_item(inner)
    rule = rules[0] if rules else KeepAll() if many else KeepMostReported()
    if isinstance(rule, KeepAll) and not many:
        raise SchemaError("KeepAll() is for lists; write list[...] or another rule")
    if many and not isinstance(rule, KeepAll):
        raise SchemaError(f"{rule.name} is for single values; a list takes KeepAll(by=...)")
    part = _part(item)
    wrapped = not (isinstance(part, type) and issubclass(part, BaseModel)) or QUOTES in part.model_fields
    _check_by(rule, item)
    outer = [item for item in metadata if not isinstance(item, Rule)]
    typed: Any = Annotated[(item, *outer)] if outer and not many else item
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(typed)
    except (PydanticSchemaGenerationError, PydanticUserError, TypeError) as problem:
        raise SchemaError(f"Pydantic can't use this type: {str(problem).splitlines()[0]}") from None
    return FieldPlan(name, item, many, container, nullable or many, rule, description, part, wrapped, adapter)


def _check_by(rule: Rule, item: Any) -> None:
    if not isinstance(rule, KeepAll) or not rule.by:
        return
    known = item.model_fields if isinstance(item, type) and issubclass(item, BaseModel) else {}
    for part in rule.by:
        if part not in known:
            parts = ", ".join(known) or "none"
            raise SchemaError(f"KeepAll(by={part!r}): the items have no part of that name; they have {parts}")


def _no_hidden_rule(annotation: Any) -> None:
    """Pydantic keeps only the outermost metadata: a rule further in would be dropped without a word."""
    for inner in get_args(annotation):
        if any(isinstance(item, Rule) for item in getattr(inner, "__metadata__", ())):
            rule = next(item for item in inner.__metadata__ if isinstance(item, Rule))
            way_out = f"write it outermost: Annotated[..., {rule.name}()]"
            raise SchemaError(f"the rule {rule.name} stands where Pydantic drops it; {way_out}")
        _no_hidden_rule(inner)


def _without_none(annotation: Any) -> tuple[Any, bool]:
    """(the type without None, whether None was there)."""
    if get_origin(annotation) in (Union, types.UnionType):
        kept = [option for option in get_args(annotation) if option is not type(None)]
        if len(kept) > 1:
            names = " | ".join(getattr(option, "__name__", str(option)) for option in kept)
            raise SchemaError(f"{names}: a value must have one type; split the field")
        return kept[0], len(kept) < len(get_args(annotation))
    return annotation, False


def _list_item(annotation: Any) -> tuple[bool, Any, type]:
    """(is it a list, the type of one value, what to build of the values)."""
    origin = get_origin(annotation)
    if annotation in LISTS or origin in LISTS:
        args = [arg for arg in get_args(annotation) if arg is not Ellipsis]
        if len(args) != 1:
            raise SchemaError("a list needs the one type of its items: list[str]")
        item, nullable = _without_none(args[0])
        if nullable or _is_list(item):
            raise SchemaError("a list of lists, or of values that may be null, can't be quoted one by one; use a model")
        return True, item, origin if origin in (set, frozenset, tuple) else list
    return False, annotation, list


def _is_list(annotation: Any) -> bool:
    return annotation in LISTS or get_origin(annotation) in LISTS


def _part(annotation: Any, inside: tuple[type, ...] = ()) -> Any:
    """What stands in the form for one value of this type; `inside` are the models around it."""
    bare = _bare(annotation)
    if get_origin(bare) is dict or bare is dict or bare is Any:
        raise SchemaError("a dict or Any has no strict JSON Schema; use a list of a model with two fields")
    if isinstance(bare, type) and (text_field(bare) or _is_text(bare)):
        return str
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        return _nested(bare, inside)
    return bare


def _bare(annotation: Any) -> Any:
    return get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation


def form_of(kind: Any) -> Any:
    """The class that a model fills in for values of this kind: its `Form`, or the kind itself."""
    return getattr(kind, "Form", kind)


def text_field(kind: type) -> str:
    """The name of the one text field by which this kind is asked for as a string; "" where it is not."""
    form = form_of(kind)
    if not issubclass(form, BaseModel) or len(form.model_fields) != 1:
        return ""
    ((name, info),) = form.model_fields.items()
    return name if _bare(info.annotation) is str else ""


def hints_of(annotation: Any) -> tuple[str, ...]:
    """How a value of this type is to be written: the description of its text field, or those of its parts."""
    kind = _bare(_without_none(annotation)[0])
    if not isinstance(kind, type):
        return ()
    if issubclass(kind, date):
        return ("ISO 8601",)
    form = form_of(kind)
    if not issubclass(form, BaseModel):
        return ()
    if name := text_field(kind):
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
        _no_hidden_rule(info.annotation)
        inner, nullable = _without_none(info.annotation)
        if _is_list(inner):
            one = _part(_list_item(inner)[1], (*inside, model))
            parts[name] = (list[one], ...)  # type: ignore[valid-type]
        else:
            part = _part(inner, (*inside, model))
            parts[name] = (part | None if nullable or not info.is_required() else part, ...)
    return create_model(model.__name__, __config__=ConfigDict(extra="forbid"), **parts)


def _form(fields: list[FieldPlan]) -> Form:
    shape: dict[str, Any] = {}
    for plan in fields:
        shape[plan.name] = (_quoted(plan), ...)
    answer = create_model(NAME, **shape)
    return Form(NAME, answer, lean(answer.model_json_schema()))


def _quoted(plan: FieldPlan) -> Any:
    """A field's part of the form, each value with its quotes."""
    quotes: Any = (list[str], ...)
    wrapped = plan.wrapped
    one: Any = create_model("Value", value=(plan.part, ...), quotes=quotes) if wrapped else None
    one = one or create_model("Value", __base__=plan.part, quotes=quotes)
    return list[one] if plan.many else one | None


def _read(annotation: Any, value: Any, language: str) -> Any:
    """Reads, from the inside out, whatever kinds stand as text in a value."""
    kind = _bare(annotation)
    if not isinstance(kind, type) or not issubclass(kind, BaseModel):
        return value
    form = form_of(kind)
    if isinstance(value, str) and (name := text_field(kind)):
        return _read_text(form, name, value, language)
    if isinstance(value, dict):
        fields = form.model_fields
        value = {n: _read_part(fields[n].annotation, v, language, n) for n, v in value.items()}
    return value if form is kind else form.model_validate(value).value(language)


def _read_text(form: Any, name: str, text: str, language: str) -> Any:
    """A kind from its one text field. Raises ValueError without the field's name, of which the model knows nothing."""
    try:
        filled = form.model_validate({name: text})
        return filled.value(language) if hasattr(filled, "value") else filled
    except ValidationError as problem:
        raise ValueError(complaint(problem).removeprefix(f"{name}: ")) from None


def _read_part(annotation: Any, value: Any, language: str, name: str) -> Any:
    if value is None:
        return None
    inner, _ = _without_none(annotation)
    try:
        if _is_list(inner):
            return [_read(_list_item(inner)[1], item, language) for item in value]
        return _read(inner, value, language)
    except ValueError as problem:
        raise ValueError(f"{name}: {problem}") from None
