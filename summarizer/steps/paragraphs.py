"""The paragraphs of a text, each with what its shape tells: a sentence, or a bare line such as a headline."""

from __future__ import annotations

import re
from typing import NamedTuple

_BLOCK = re.compile(r"\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE = re.compile(r"[^\n]+")
_CLOSERS = "\"'”’»)]"
_ENDS = (".", "!", "…", "。", "！")
_WRAP_NARROWEST, _WRAP_WIDEST = 45, 110  # characters in a line of a text that was broken to a fixed width
_NEXT_SENTENCE = re.compile(r"[a-z0-9%\"'”’)]{2}[.!?][\"'”’)]*\s+[\"'“‘(]?[^\Wa-z_]|[。！？](?=.)")


class Paragraph(NamedTuple):
    """`text[start:end]` of the article, without the white space around it."""

    start: int
    end: int
    text: str
    words: int
    prose: bool  # ended like a sentence, and longer than a label


def paragraphs_of(text: str) -> list[Paragraph]:
    """Every line that isn't blank; lines that were broken to a fixed width are joined into their paragraph."""
    found: list[Paragraph] = []
    for block in _BLOCK.finditer(text):
        if "\n" not in block[0] or _is_wrapped(block[0]):
            found.append(_paragraph(block.start(), block[0]))
        else:
            for line in _LINE.finditer(block[0]):
                if line[0].strip():
                    found.append(_paragraph(block.start() + line.start(), line[0]))
    return found


def sentences(paragraph: Paragraph) -> int:
    """About how many sentences it has: initials and "U.S." end none."""
    return 1 + len(_NEXT_SENTENCE.findall(paragraph.text))


def _is_wrapped(block: str) -> bool:
    lines = [line.rstrip() for line in block.split("\n")]
    full = lines[:-1]
    if not all(_WRAP_NARROWEST <= len(line) <= _WRAP_WIDEST for line in full):
        return False
    broken = sum(not line.endswith((".", "!", "?", ":", '"', "”")) for line in full)
    return broken * 2 > len(full) and len(lines[-1]) <= _WRAP_WIDEST and any(line[:1].islower() for line in lines[1:])


def _paragraph(start: int, raw: str) -> Paragraph:
    text = raw.strip()
    start += len(raw) - len(raw.lstrip())
    words = text.count(" ") + text.count("\n") + 1
    if words < 6 and not text.isascii():
        words += sum(char > "\u2fff" for char in text[:400]) // 2  # Chinese and Japanese write no spaces
    ended = text.rstrip(_CLOSERS).endswith(_ENDS)
    return Paragraph(start, start + len(text), text, words, ended and words >= 4)
