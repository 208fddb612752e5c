"""The headline of a text that names none: its first line, where that looks like one."""

from __future__ import annotations

_LONGEST = 160  # characters
_MOST_WORDS = 28
_SENTENCE_ENDS = (".", "。", "!", "…", ":", ";", ",", "”", '"', "»")


def headline(text: str) -> str | None:
    """The first line when it is short, ends like no sentence, and a blank line and more text follow it."""
    first, _, rest = text.partition("\n")
    first = first.strip()
    follows = rest.startswith("\n") or (rest[:1].isspace() and rest.split("\n", 1)[0].strip() == "")
    if not follows or not rest.strip() or not looks_like_headline(first):
        return None
    return first


def looks_like_headline(line: str) -> bool:
    """Short, with words in it, and not ended like a sentence (a question may be a headline)."""
    if not 0 < len(line) <= _LONGEST or line.count(" ") >= _MOST_WORDS:
        return False
    return not line.endswith(_SENTENCE_ENDS) and any(char.isalpha() for char in line)
