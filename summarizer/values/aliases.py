"""What a user knows about names: which are one (`also`), which are never one (`apart`). A file `aliases.toml`:

[[person]]
name = "Eddie Wu"
also = ["Wu Yongming"]

[[organization]]
name = "Meta"
also = ["Facebook"]

[[apart]]
names = ["Donald Trump", "Donald J. Trump Jr."]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any, Literal

from summarizer.errors import SettingsError
from summarizer.values.names import words

Kind = Literal["person", "organization"]

_KEYS = {"person": ("name", "also"), "organization": ("name", "also"), "apart": ("names",)}


def normal(name: str) -> str:
    """The form in which names of an alias file are looked up: folded, without punctuation and spaces."""
    return "".join(word.text for word in words(name))


@dataclass(frozen=True, slots=True)
class Aliases:
    """`groups`: for each kind, names that are one. `separated`: pairs that never are, of either kind."""

    groups: Mapping[Kind, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    separated: frozenset[frozenset[str]] = frozenset()
    origin: str = "aliases.toml"

    @classmethod
    def load(cls, path: Path) -> Aliases:
        """Reads an alias file. Raises SettingsError when it can't be read or contradicts itself."""
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except FileNotFoundError:
            raise SettingsError(f"{path}: there is no such alias file; give the path of one, or none") from None
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path}: the alias file can't be read ({error}); save it as UTF-8 text") from error
        except tomllib.TOMLDecodeError as error:
            raise SettingsError(f"{path}: not valid TOML: {error}; mend that line") from error
        return cls.parse(content, str(path))

    @classmethod
    def parse(cls, content: Mapping[str, Any], origin: str = "aliases.toml") -> Aliases:
        """Reads the content of an alias file. Raises SettingsError that names the entry and the way out."""
        unknown = sorted(set(content) - set(_KEYS))
        if unknown:
            raise SettingsError(f"{origin}: unknown [[{unknown[0]}]]; use [[person]], [[organization]], [[apart]]")
        persons = _joined(_entries(content, "person", origin))
        organizations = _joined(_entries(content, "organization", origin))
        aliases = cls(
            {"person": persons, "organization": organizations},
            frozenset(
                frozenset((normal(a), normal(b)))
                for names in _entries(content, "apart", origin)
                for a, b in combinations(names, 2)
            ),
            origin,
        )
        aliases._refuse_contradictions()
        return aliases

    def _refuse_contradictions(self) -> None:
        for group in (*self.groups["person"], *self.groups["organization"]):
            for a, b in combinations(group, 2):
                if self.apart(a, b):
                    raise SettingsError(f'{self.origin}: "{a}" and "{b}" are joined and kept apart; drop one')

    def names(self, kind: Kind, name: str) -> tuple[str, ...]:
        """All names that `name` goes by, itself first."""
        key = normal(name)
        for group in self.groups.get(kind, ()):
            if any(normal(other) == key for other in group):
                return (name, *(other for other in group if normal(other) != key))
        return (name,)

    def join(self, kind: Kind, a: str, b: str) -> bool:
        """True if the file says that the two names are one."""
        key = normal(b)
        return any(normal(name) == key for name in self.names(kind, a))

    def apart(self, a: str, b: str) -> bool:
        """True if the file says that the two names are never one."""
        return frozenset((normal(a), normal(b))) in self.separated


def _entries(content: Mapping[str, Any], table: str, origin: str) -> Iterator[tuple[str, ...]]:
    """The names of each entry of `table`, checked."""
    entries = content.get(table, [])
    if not isinstance(entries, list):
        raise SettingsError(f"{origin}: [{table}] is one table; write [[{table}]] with double brackets")
    for number, entry in enumerate(entries, 1):
        where = f"{origin}: [[{table}]] number {number}"
        if not isinstance(entry, dict) or set(entry) != set(_KEYS[table]):
            raise SettingsError(f"{where} needs exactly the keys {' and '.join(_KEYS[table])}")
        yield _names(entry, where)


def _names(entry: Mapping[str, Any], where: str) -> tuple[str, ...]:
    names: list[Any] = []
    for key, value in entry.items():
        if key == "name":
            names.append(value)
        elif isinstance(value, list):
            names += value
        else:
            raise SettingsError(f'{where}: {key} must be a list of names, such as ["Wu Yongming"]')
    if not all(isinstance(name, str) and normal(name) for name in names):
        raise SettingsError(f"{where}: every name must be text with at least one letter or digit")
    if len({normal(name) for name in names}) < 2:
        raise SettingsError(f"{where} holds fewer than two different names; add another or drop the entry")
    return tuple(names)


def _joined(entries: Iterator[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Entries that share a name are one group."""
    groups: list[dict[str, str]] = []
    for names in entries:
        merged = {normal(name): name for name in names}
        rest = []
        for group in groups:
            if merged.keys() & group.keys():
                merged = {**group, **merged}
            else:
                rest.append(group)
        groups = [*rest, merged]
    return tuple(tuple(group.values()) for group in groups)
