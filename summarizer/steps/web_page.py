"""The article in a web page, with what the page says about it."""

from __future__ import annotations

import logging
import re
from typing import Any

from summarizer.errors import Unreadable
from summarizer.steps.decode import decode

_DECLARED = re.compile(rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?([\w.:-]{2,30})", re.I)
_STARTS = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)


def looks_like_page(text: str) -> bool:
    """Whether a text is a web page, whatever the file is called."""
    return _STARTS.match(text[:2000]) is not None


def decode_page(data: bytes) -> str:
    """Like `decode`, but the encoding that the page declares comes before a guess."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        declared = _DECLARED.search(data[:4096])
        if declared and b"\0" not in data[:4096]:
            try:
                return data.decode(declared[1].decode("ascii"), errors="replace")
            except LookupError:
                pass  # a name that Python doesn't know: guess
    return decode(data)


def article_in(page: str, url: str | None = None) -> dict[str, Any]:
    """Title, text, outlet, url, date and language of the page's article; keys as in a JSON record.

    The date is one that the page declares, never one found by searching its text. Raises Unreadable.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415  loads lxml and more: a quarter of a second

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it complains of is raised below
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        found = bare_extraction(
            page,
            url=url,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # whatever a hostile page breaks in lxml must not end the run
        raise Unreadable(f"the page can't be parsed ({type(error).__name__})") from error
    record: dict[str, Any] = found if isinstance(found, dict) else found.as_dict() if found else {}
    if not record.get("text"):
        raise Unreadable("no article can be found in the page; save its text as .txt, or the page with its text in it")
    language = record.get("language") or _declared_language(page)
    return {
        "text": record["text"],
        "title": record.get("title"),
        "outlet": record.get("sitename"),
        "url": record.get("url"),
        "published": record.get("date"),
        "language": language,
    }


def _declared_language(page: str) -> str | None:
    found = re.search(r"<html[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2})\b", page[:5000], re.I)
    return found[1] if found else None
