"""Markdown as a reader sees it: without its marks, so that the article's words can be quoted."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--.*?-->", re.S)
_IMAGE = re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)")
_LINK = re.compile(r"\[([^\]\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_ADDRESS = re.compile(r"<(https?://[^>\s]+)>")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.M)
_RULE = re.compile(r"^ {0,3}(?:-[ \t]*){3,}$|^ {0,3}(?:\*[ \t]*){3,}$|^ {0,3}(?:_[ \t]*){3,}$", re.M)
_BLOCK_QUOTE = re.compile(r"^ {0,3}>[ \t]?", re.M)
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^\n]+?)(?<=\S)\1")
_EMPHASIS = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\s_])([^_\n]+?)(?<=[^\s_])_(?!\w)"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>$~|])")


def plain(markdown: str) -> tuple[str | None, str]:
    """The first heading, if it opens the text, and the text without headings' signs, emphasis, links and images."""
    text = _RULE.sub("", _COMMENT.sub("", markdown)).lstrip("\n")
    first = _HEADING.match(text)
    for pattern, kept in ((_IMAGE, ""), (_LINK, r"\1"), (_ADDRESS, r"\1"), (_HEADING, r"\1"), (_BLOCK_QUOTE, "")):
        text = pattern.sub(kept, text)
    text = _STRONG.sub(r"\2", text)
    text = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
    text = _ESCAPE.sub(r"\1", text)
    title = text.split("\n", 1)[0].strip() if first else None
    return title or None, text
