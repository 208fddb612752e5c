"""Reads a schema once: kind and rule of each field, and the form that a model fills in.

Each value carries its quotes: beside its parts where it is an object, else as `{"value", "quotes"}`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Annotated, Any, Generic, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError, create_model
from pydantic.errors import PydanticSchemaGenerationError, PydanticUserError

from summarizer.errors import SchemaError
from summarizer.form import Form
from summarizer.lean import lean
from summarizer.rules import KeepAll, KeepMostReported, Rule
from summarizer.shapes import Reader, complaint, hints_of, list_item, no_hidden_rule, part_of, reader_of, without_none

S = TypeVar("S", bound=BaseModel)

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
    reader: Reader | None  # of what stands as text in a value

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
            return plan.adapter.validate_python(plan.reader.read(value, language) if plan.reader else value)
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


def _field(name: str, annotation: Any, metadata: Sequence[Any], description: str) -> FieldPlan:
    rules = [item for item in metadata if isinstance(item, Rule)]
    no_hidden_rule(annotation)
    if len(rules) > 1:
        raise SchemaError(f"has {len(rules)} rules; keep one")
    inner, nullable = without_none(annotation)
    many, item, container = list_item(inner)
    rule = rules[0] if rules else KeepAll() if many else KeepMostReported()
    if isinstance(rule, KeepAll) and not many:
        raise SchemaError("KeepAll() is for lists; write list[...] or another rule")
    if many and not isinstance(rule, KeepAll):
        raise SchemaError(f"{rule.name} is for single values; a list takes KeepAll(by=...)")
    part = part_of(item)
    wrapped = not (isinstance(part, type) and issubclass(part, BaseModel)) or QUOTES in part.model_fields
    _check_by(rule, item)
    outer = [item for item in metadata if not isinstance(item, Rule)]
    typed: Any = Annotated[(item, *outer)] if outer and not many else item
    try:
        adapter: TypeAdapter[Any] = TypeAdapter(typed)
    except (PydanticSchemaGenerationError, PydanticUserError, TypeError) as problem:
        raise SchemaError(f"Pydantic can't use this type: {str(problem).splitlines()[0]}") from None
    return FieldPlan(
        name, item, many, container, nullable or many, rule, description, part, wrapped, adapter, reader_of(item)
    )


def _check_by(rule: Rule, item: Any) -> None:
    if not isinstance(rule, KeepAll) or not rule.by:
        return
    known = item.model_fields if isinstance(item, type) and issubclass(item, BaseModel) else {}
    for part in rule.by:
        if part not in known:
            parts = ", ".join(known) or "none"
            raise SchemaError(f"KeepAll(by={part!r}): the items have no part of that name; they have {parts}")


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
