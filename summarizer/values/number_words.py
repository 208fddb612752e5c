"""Number words of the languages that news is mostly written in, and the words that scale a number.

In number_words.json, `ones`: 0 to 20, forms of one number separated by "/", a space within one written "|"; `tens`: 30
to 90; `extra`: whole and broken numbers that these don't give. Words between 21 and 99 are composed from them, the way
each language composes. A language that is not there is read by its digits only.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any


def _load() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(Path(__file__).with_name("number_words.json").read_text(encoding="utf-8"))
    return tables


_TABLES = _load()
JOINERS: dict[str, tuple[str, ...]] = {language: tuple(words) for language, words in _TABLES["joiners"].items()}
SCALES: dict[str, dict[str, Decimal]] = {
    language: {word: Decimal(value) for word, value in table.items()} for language, table in _TABLES["scales"].items()
}


def _forms(table: dict[str, str], language: str, first: int, step: int) -> dict[str, int]:
    words = table.get(language, "").split()
    return {
        form.replace("|", " "): first + step * index for index, word in enumerate(words) for form in word.split("/")
    }


def _between_tens(language: str, ones: dict[str, int], tens: dict[str, int]) -> dict[str, int]:
    """21 to 99 as the language joins a ten and a one: "twenty-five", "fünfundzwanzig", "vingt et un"."""
    found: dict[str, int] = {}
    small = {word: value for word, value in ones.items() if 0 < value < (20 if language == "fr" else 10)}
    for ten, base in tens.items():
        for one, value in small.items():
            if language in ("de", "nl", "da", "nb"):
                for joiner in ("und",) if language == "de" else ("en", "ën", "og"):
                    found[one + joiner + ten] = base + value
            if language == "it":
                found[(ten[:-1] if one[0] in "uo" else ten) + one] = base + value
            if language != "de":
                joined = JOINERS.get(language, ())
                for glue in (" ", "-", "", *(f" {word} " for word in joined), *(f"-{word}-" for word in joined)):
                    found.setdefault(ten + glue + one, base + value)
    return found


@lru_cache(maxsize=64)
def words(language: str) -> dict[str, Decimal]:
    """Lower-case number word -> its value, 0 to 99, plus broken ones ("anderthalb" is 1.5)."""
    ones, tens = _forms(_TABLES["ones"], language, 0, 1), _forms(_TABLES["tens"], language, 30, 10)
    twenty = {word: value for word, value in ones.items() if value == 20}
    found: dict[str, Any] = {**_between_tens(language, ones, {**twenty, **tens}), **tens, **ones}
    found.update(_TABLES["extra"].get(language, {}))
    return {word: Decimal(value) for word, value in found.items()}


def hundreds(language: str) -> dict[str, int]:
    steps: dict[str, int] = _TABLES["hundreds"].get(language, {})
    return steps


def code(language: str) -> str:
    """The two letters that the tables are kept under: "pt-BR" is pt, "no" and "nn" are nb."""
    short = language.replace("_", "-").split("-")[0].lower()
    return {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "ms": "id"}.get(short, short)
