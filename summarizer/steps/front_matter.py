"""What a text file says about itself above its text: a block between "---" lines, or plain "Key: value" lines."""

from __future__ import annotations

import re

_MOST_LINES = 60
_KEY = re.compile(r"([A-Za-z][\w -]{0,30}?)\s*:(?:\s+(.*))?$")
_TELLING = frozenset(["title", "headline", "url", "link", "outlet", "publisher", "published", "date"])
_FENCE = "---"


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """The keys (lower case) with their values, and the text beneath. Without front matter: no keys, the whole text.

    Flat keys only: a nested or many-lined value is skipped, which also keeps YAML's tags and aliases out.
    A plain header counts only when it names a title, an address, an outlet or a date, and a blank line ends it.
    """
    lines = text.split("\n", _MOST_LINES)
    if lines[0].rstrip() == _FENCE:
        ends = [number for number, line in enumerate(lines[1:_MOST_LINES], 1) if line.rstrip() in (_FENCE, "...")]
        if not ends:
            return {}, text
        return _keys(lines[1 : ends[0]]), "\n".join(lines[ends[0] + 1 :])
    return _plain_header(text, lines)


def _plain_header(text: str, lines: list[str]) -> tuple[dict[str, str], str]:
    if not _KEY.match(lines[0]):
        return {}, text
    end = next((number for number, line in enumerate(lines[:_MOST_LINES]) if not line.strip()), 0)
    header = lines[:end]
    keys = _keys(header)
    if len(keys) != len(header) or not _TELLING & keys.keys():
        return {}, text
    return keys, "\n".join(lines[end + 1 :])


def _keys(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines:
        pair = _KEY.match(line)
        if pair and pair[2] is not None:
            value = _unquoted(pair[2].strip())
            if value:
                found.setdefault(pair[1].strip().lower(), value)
    return found


def _unquoted(value: str) -> str:
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        inside = value[1:-1]
        return inside.replace("''", "'") if value[0] == "'" else inside.replace('\\"', '"').replace("\\\\", "\\")
    return value
