"""From a file's bytes to text: the encoding, and the one form of line ends that the house keeps."""

from __future__ import annotations

import codecs
import re

from summarizer.errors import Unreadable

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "an image or a sound"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich-text document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)
_SAMPLE = 50_000  # bytes that an encoding is guessed from
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\v\f\r"})
_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NOISE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]")
_UNCLEAN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_WESTERN = re.compile("[\x00-\x7f\xa0¡£§¨©ª«®°´·º»¿À-ÏÑ-ÖØ-Üß-ïñ-öø-üÿŒœŠšŽžŸƒ–—‘’‚“”„†•…‰‹›€™]*")
_CAPITAL_INSIDE = re.compile("[a-zß-ÿ][À-ÖØ-ÞŠŒŽ][a-zß-ÿ]")
_REPLACED = "\ufffd"


def decode(data: bytes) -> str:
    """Text of a file. UTF-8 is tried strictly first; a byte-order mark decides; else the encoding is guessed.

    Raises Unreadable for what is empty, binary, or in no encoding that can be recognised.
    """
    if not data:
        raise Unreadable("it is empty")
    what = signature(data)
    if what:
        raise Unreadable(f"it is {what}, not text; give the article's text, .html, or .json")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, errors="replace"))
    if b"\0" in data:
        return _checked(_without_mark(data))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _checked(_guessed(data, error))
    clean = len(data.translate(None, _CONTROLS)) == len(data) and _REPLACED not in text and not text.isspace()
    return text if clean else _checked(text)


def signature(data: bytes) -> str:
    """What a file is by its first bytes ("a PDF"), or "" when they could be text."""
    return next((what for start, what in _SIGNATURES if data.startswith(start)), "")


def normalize(text: str) -> str:
    """One form for all articles: lines end in a line feed, no control characters, no lone surrogates, no blank lines
    around. Everything else stays as printed: curly quotes, no-break spaces, accents, double spaces."""
    if _UNCLEAN.search(text):
        text = _LINE_END.sub("\n", text)
        text = _NOISE.sub("", text)
        text = _SURROGATE.sub(_REPLACED, text)
    return text.strip()


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if _UNCLEAN.search(sample) or _REPLACED in sample:
        noise = len(_NOISE.findall(sample)) + sample.count(_REPLACED)
        if noise * 20 > len(sample):
            raise Unreadable("it holds binary data, not text")
    if not text or text.isspace():
        raise Unreadable("it holds nothing but white space")
    return text


def _without_mark(data: bytes) -> str:
    """Bytes that hold NUL: UTF-16 without a mark where every other byte is NUL (Latin text), else UTF-8 with dirt."""
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = max(1, len(sample) // 2)
    if odd * 2 > half > even * 10:
        return data.decode("utf-16-le", errors="replace")
    if even * 2 > half > odd * 10:
        return data.decode("utf-16-be", errors="replace")
    return data.decode("utf-8", errors="replace")


def _guessed(data: bytes, error: UnicodeDecodeError) -> str:
    """Not UTF-8. A few broken bytes in a UTF-8 text are replaced; Windows Western is recognised by its letters, which
    the library takes for Central European in short texts; the library guesses the rest."""
    sample = data[:_SAMPLE]
    dirty = data.decode("utf-8", errors="replace")
    broken = dirty.count(_REPLACED)
    whole = sum(char > "\x7f" for char in dirty[:_SAMPLE]) - broken
    if broken * 4 < whole:
        return dirty
    western = data.decode("cp1252", errors="replace")
    if _reads_western(western[:_SAMPLE]):
        return western
    from charset_normalizer import from_bytes  # noqa: PLC0415  slow to load, and few files need it

    best = from_bytes(sample).best()
    if best is None:
        raise Unreadable(f"its encoding can't be recognised (not UTF-8 at byte {error.start}); save it as UTF-8")
    return data.decode(best.encoding, errors="replace")


def _reads_western(text: str) -> bool:
    marked = sum(char > "\x7f" for char in text)
    return marked * 6 < len(text) and _WESTERN.fullmatch(text) is not None and not _CAPITAL_INSIDE.search(text)
