"""A text as a reader compares it: without case, and with one spelling of quotation marks, dashes and spaces.

Every position of the plain form leads back to the text that it came from.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_right

_MARKS = '‘’‚‛′`´“”„‟″«»‹›「」『』"＇＂'
_DASHES = "‐‑‒–—―−﹣－"
_SPACES = (
    "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
_SPACES += "\u2028\u2029\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
_ONE_TO_ONE = {ord(c): "'" for c in _MARKS} | {ord(c): "-" for c in _DASHES} | {ord(c): " " for c in _SPACES}
_ENTITY = r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});"
_SPACE = r"(?: |&nbsp;|&#160;|&#xa0;)"
_DASH = r"(?:-|&(?:[nm]dash|minus|#821[12]|#x201[34]);)"
_SPACING = rf" +-[- ]*|-[- ]+| {{2,}}|[{_INVISIBLE}]+"
_SPACING_OF_HTML = rf"{_SPACE}+{_DASH}(?:{_DASH}|{_SPACE})*|{_DASH}(?:{_DASH}|{_SPACE})+|{_SPACE}{{2,}}|{_ENTITY}"
_SPACING_OF_HTML += rf"|[{_INVISIBLE}]+"
_ALWAYS = re.compile(_SPACING)
_ASCII = bytes(range(128))
_LONGEST_CLUSTER = 8  # marks on one letter; more are not writing, and sorting them costs quadratic time


def lowered(text: str) -> str:
    """`text` in lower case and of the same length: the few letters that would grow stay as they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def beyond_ascii(text: str) -> str:
    """Its characters beyond ASCII, in their order: so few in most texts that it costs nothing to look at them."""
    if text.isascii():
        return ""
    return text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass")


class Plain:
    """`text` is the plain form of `source`; `span` turns offsets in it into offsets in `source`."""

    def __init__(self, source: str) -> None:
        self.source = source
        self._starts: list[int] = []  # of the pieces whose length changed, in the plain form
        self._pieces: list[tuple[int, int, int]] = []  # for each: end in the plain form, start and end in the source
        self.text = self._build(lowered(source).translate(_ONE_TO_ONE))

    def _build(self, low: str) -> str:
        out: list[str] = []
        done = length = 0
        for match in _pattern(low).finditer(low):
            kept = low[done : match.start()]
            new = _unified(match.group())
            length += len(kept)
            self._starts.append(length)
            length += len(new)
            self._pieces.append((length, match.start(), match.end()))
            out += (kept, new)
            done = match.end()
        out.append(low[done:])
        return "".join(out)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the source of `text[start:end]`; end > start."""
        return self._before(start), self._after(end - 1)

    def _before(self, index: int) -> int:
        k = bisect_right(self._starts, index) - 1
        if k < 0:
            return index
        end, source_start, source_end = self._pieces[k]
        return source_start if index < end else index - end + source_end

    def _after(self, index: int) -> int:
        k = bisect_right(self._starts, index) - 1
        if k < 0:
            return index + 1
        end, _, source_end = self._pieces[k]
        return source_end if index < end else index - end + source_end + 1


def _pattern(low: str) -> re.Pattern[str]:
    """What changes its length in this text; most texts hold no combining marks or ligatures, and pay for none."""
    if low.isascii() and "&" not in low:
        return _ALWAYS
    strange = [c for c in set(low) if c > "\x7f"]
    combining = "".join(c for c in strange if unicodedata.combining(c))
    folded = "".join(c for c in strange if c not in combining and unicodedata.normalize("NFKC", c) != c)
    parts = [_SPACING_OF_HTML if "&" in low else _SPACING]
    if combining:
        marks = re.escape(combining)
        parts.append(rf"[^{marks}\s][{marks}]{{1,{_LONGEST_CLUSTER}}}")
    if folded:
        parts.append(rf"[{re.escape(folded)}]")
    return re.compile("|".join(parts))


def _unified(piece: str) -> str:
    if "&" in piece:
        piece = html.unescape(piece).lower().translate(_ONE_TO_ONE)
    if len(piece) > 1 and not piece.strip(" -"):
        return "-" if "-" in piece else " "
    if piece.isascii():
        return piece
    folded = unicodedata.normalize("NFKC", piece).lower().translate(_ONE_TO_ONE)
    return "".join(c for c in folded if c not in _HIDDEN)


_HIDDEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff") | {chr(c) for c in range(0x202A, 0x202F)}
_HIDDEN |= {chr(c) for c in range(0x2061, 0x206A)}
