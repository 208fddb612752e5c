"""One article from what a file, a page or a JSON object says of it, whatever the fields are called there."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from summarizer.domain import Article
from summarizer.errors import Unreadable
from summarizer.publication import in_address, published_on
from summarizer.steps.decode import normalize
from summarizer.steps.headline import headline
from summarizer.steps.language import guess_language

_NAMES = {
    "text": ("text", "body", "content", "maintext", "article", "article_text", "articlebody", "full_text"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "sitename", "site_name", "site", "source", "source_name", "source_domain"),
    "url": ("url", "link", "canonical_url", "webpage", "source"),
    "published": (
        "published",
        "date",
        "published_at",
        "publishedat",
        "publication_date",
        "date_published",
        "datepublished",
        "date_publish",
        "pubdate",
        "pub_date",
    ),
    "id": ("id", "_id", "uid", "uuid", "guid"),
    "story": ("story", "story_id"),
    "language": ("language", "lang"),
}
_FEWEST_LETTERS = 25
_URL = re.compile(r"(?:https?://|www\.)\S+")
_WIDE = re.compile("[\u3000-\U0003ffff]")
_SAMPLE = 800  # characters
_ERROR_PAGE = re.compile(
    r"enable javascript|javascript is (?:disabled|required)|access denied|403 forbidden|404 not found|page not found"
    r"|not a robot|are you human|captcha|checking your browser|just a moment\.\.\.|service unavailable"
    r"|requested (?:url|page) was not found|internal server error",
    re.I,
)
_ERROR_PAGE_LONGEST = 700  # characters: an article about captchas is longer
_LANGUAGE_NAMES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "chinese": "zh",
    "japanese": "ja",
    "korean": "ko",
    "russian": "ru",
    "arabic": "ar",
    "hindi": "hi",
}


def article_of(record: Mapping[str, Any], origin: str, stem: str | None = None) -> Article:
    """The article that a record describes. Its id is the given one, else `stem`, else a hash of its content.

    A title that the text doesn't open with is put on top of it, since a headline can be quoted too.
    Raises Unreadable for a record without text or whose text is no article.
    """
    known = {str(name).lower(): value for name, value in record.items() if value is not None}
    text = normalize(_text(known))
    _require_article(text)
    title = _line(_first(known, "title"))
    if title and title not in text[: len(title) + 300]:
        text = f"{title}\n\n{text}"
    url = _address(known)
    published = next(filter(None, (published_on(known.get(name)) for name in _NAMES["published"])), None)
    return Article(
        id=_line(_first(known, "id")) or stem or content_hash(text, url, published),
        text=text,
        title=title or headline(text),
        outlet=_outlet(known, url),
        url=url,
        published=published or (in_address(url) if url else None),
        story=_line(_first(known, "story")),
        language=_language(_first(known, "language")) or guess_language(text),
        origin=origin,
    )


def unread_date(record: Mapping[str, Any]) -> str | None:
    """The day of publication as the record writes it, where it can't be told which day that is; else None."""
    known = {str(name).lower(): value for name, value in record.items()}
    given = [known[name] for name in _NAMES["published"] if known.get(name) not in (None, "", [], {})]
    if not given or any(map(published_on, given)):
        return None
    return _line(given[0]) or type(given[0]).__name__


def content_hash(text: str, url: str | None, published: date | None) -> str:
    """Twelve hex digits that depend on nothing but what the article says and where and when it stood."""
    said = "\0".join((text, url or "", published.isoformat() if published else ""))
    return hashlib.blake2b(said.encode(), digest_size=6).hexdigest()


def _first(known: Mapping[str, Any], field: str) -> object:
    return next((known[name] for name in _NAMES[field] if known.get(name) not in (None, "", [], {})), None)


def _text(known: Mapping[str, Any]) -> str:
    value = _first(known, "text")
    if isinstance(value, list) and all(isinstance(part, str) for part in value):
        value = "\n\n".join(value)
    if not isinstance(value, str):
        fields = ", ".join(sorted(known)[:8]) or "none"
        raise Unreadable(f"no text: a record needs a field 'text' that is a string (its fields: {fields[:200]})")
    return value


def _line(value: object) -> str | None:
    """A value as one line of text; None for what is not a word or a number."""
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return " ".join(normalize(str(value)).split()) or None


def _address(known: Mapping[str, Any]) -> str | None:
    for name in _NAMES["url"]:
        value = _line(known.get(name))
        if value and value.startswith(("http://", "https://")):
            return value
    return None


def _outlet(known: Mapping[str, Any], url: str | None) -> str | None:
    for name in _NAMES["outlet"]:
        value = known.get(name)
        if isinstance(value, Mapping):  # {"source": {"id": ..., "name": ...}}
            value = value.get("name")
        value = _line(value)
        if value:
            return _host(value) or value
    return _host(url) if url else None


def _host(url: str) -> str | None:
    if not url.startswith(("http://", "https://")):
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return re.sub(r"^(?:www\d?|m|amp)\.", "", host) if host else None


def _language(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    word = value.strip().lower()
    code = re.match(r"([a-z]{2})(?:[-_]|$)", word)
    return code[1] if code else _LANGUAGE_NAMES.get(word)


def _require_article(text: str) -> None:
    sample = text[:_SAMPLE]
    words = _URL.sub("", sample) if "http" in sample or "www." in sample else sample
    letters = sum(map(str.isalpha, words))
    signs = len("".join(sample.split()))
    wide = 0 if words.isascii() else len(_WIDE.findall(words))  # a Chinese sign says as much as three letters
    if letters * 2 < signs and signs > _FEWEST_LETTERS:
        raise Unreadable("mostly links, numbers or signs, not sentences")
    if letters + 2 * wide < _FEWEST_LETTERS:
        raise Unreadable(f"too short to be an article ({letters} letters)")
    if len(text) < _ERROR_PAGE_LONGEST and _ERROR_PAGE.search(text):
        raise Unreadable("it looks like an error page or a browser check, not an article")
