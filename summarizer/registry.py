"""Finds a schema by what a person writes: a built-in's name, `my_schema.py:MyStory`, or `package.module:Class`."""

from __future__ import annotations

import importlib
import importlib.util
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from pydantic import BaseModel

from summarizer.errors import SchemaError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoints

GROUP = "summarizer.schemas"
"""The entry point group by which any package can add schemas of its own."""


BUILT_IN = {"investment": "Investment", "acquisition": "Acquisition"}
"""Names and classes of the schemas that come with the package; they are entry points too."""


def schema_names() -> list[str]:
    """Names of all installed schemas."""
    return sorted(_installed().names)


def schema_named(name: str) -> type[BaseModel]:
    """The schema's class.

    Raises:
        SchemaError: nothing of that name, a file or module that fails to load, or a class that is no Pydantic model.
    """
    where, _, class_name = name.rpartition(":") if ":" in name else (name, "", "")
    if where.endswith(".py"):
        return _class_in(_load_file(Path(where)), class_name, name)
    if class_name:
        return _class_in(_load_module(where), class_name, name)
    if name in BUILT_IN:
        return _class_in(_load_module(f"summarizer.schemas.{name}"), BUILT_IN[name], name)
    found = [point for point in _installed() if point.name == name]
    if not found:
        known = ", ".join(schema_names()) or "none is installed"
        raise SchemaError(f"no schema is called {name!r}; there are: {known}; or name your own: my_schema.py:MyStory")
    try:
        loaded = found[0].load()
    except Exception as problem:  # a foreign package's code: whatever it raises, the fact is that it can't be used
        raise SchemaError(f"the schema {name!r} can't be loaded: {_said(problem)}") from None
    return _model(loaded, name)


def _installed() -> EntryPoints:
    from importlib.metadata import entry_points  # noqa: PLC0415 - 30 ms that a built-in schema need not wait for

    return entry_points(group=GROUP)


def _load_file(path: Path) -> ModuleType:
    if not path.is_file():
        raise SchemaError(f"{path} is not there; give the path of the file that holds the schema: my_schema.py:MyStory")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise SchemaError(f"{path} can't be imported as Python")
    module = importlib.util.module_from_spec(spec)
    sys.modules.setdefault(path.stem, module)  # so that Pydantic can resolve the annotations' names
    try:
        spec.loader.exec_module(module)
    except Exception as problem:  # the user's own code
        raise SchemaError(f"{path} can't be imported: {_said(problem)}") from None
    return module


def _load_module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except Exception as problem:  # the user's own code
        raise SchemaError(f"the module {name!r} can't be imported: {_said(problem)}") from None


def _class_in(module: ModuleType, class_name: str, name: str) -> type[BaseModel]:
    own = [
        key
        for key, value in vars(module).items()
        if isinstance(value, type) and issubclass(value, BaseModel) and value.__module__ == module.__name__
    ]
    if not class_name:
        if len(own) != 1:
            raise SchemaError(f"{name} holds {len(own)} models; name one: {name}:{own[-1] if own else 'MyStory'}")
        class_name = own[0]
    if not hasattr(module, class_name):
        raise SchemaError(f"{name}: there is no {class_name!r}; the models there are: {', '.join(own) or 'none'}")
    return _model(getattr(module, class_name), name)


def _model(loaded: object, name: str) -> type[BaseModel]:
    if not (isinstance(loaded, type) and issubclass(loaded, BaseModel)):
        raise SchemaError(f"{name} is no Pydantic model; a schema is a class that derives from pydantic.BaseModel")
    return loaded


def _said(problem: Exception) -> str:
    text = str(problem).splitlines()
    return f"{type(problem).__name__}: {text[0] if text else 'no message'}"
