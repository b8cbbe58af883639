"""A feed as feedparser reads it, as frozen values. feedparser gets bytes alone: given a name, it would open it."""

from __future__ import annotations

import re
import time
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr
from io import BytesIO
from typing import Any, TypeAlias
from xml.sax import SAXException

from discrepancy.display import one_line
from discrepancy.errors import InputError
from discrepancy.feeds._wellformed import root
from discrepancy.loaders._metadata import iso_date, line

Found: TypeAlias = Mapping[str, Any]
"""One of feedparser's dictionaries."""

_HTML = ("text/html", "application/xhtml+xml")
_TEXTS = (*_HTML, "text/plain")
_BREAKS_OFF = frozenset({"no element found", "unclosed token", "unclosed CDATA section"})
"""What expat says of the end of a file."""
_LONGEST_AUTHOR = 500  # characters
_ENTRY_TAG = re.compile(rb"<(/?)(?:\w{1,40}:)?(?:item|entry)[\s>/]")


@dataclass(frozen=True, slots=True)
class Part:
    """A text of an entry as the feed has it."""

    value: str
    html: bool
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, with nothing in it that stands elsewhere in the feed; but for the language, which it may inherit."""

    title: Part | None
    bodies: tuple[Part, ...]
    authors: tuple[str, ...]
    source: str | None
    """The title of the feed that it was taken from."""
    published: str | None
    """ISO 8601, with the offset that the feed gives; so is the next."""
    updated: str | None
    link: str | None
    """It may be relative to the address of the feed."""
    id: str | None


@dataclass(frozen=True, slots=True)
class Feed:
    title: Part | None
    language: str | None
    authors: tuple[str, ...]
    """Whose the entries are that name no author."""
    entries: tuple[Entry, ...]
    address: str | None = None
    """Where it was found: what links are relative to that no base is given for. None for a file."""
    damage: str | None = None
    """What keeps it from being read as it should: "breaks off"."""
    cut_off: bool = False
    """Whether an entry was left out because its end is missing."""


def parse(data: bytes, charset: str | None = None, address: str | None = None) -> Feed:
    """The feed that `data` is. `charset` is what its server says of it, and `address` where it was found.

    Raises:
        InputError: when `data` is no feed.
        ImportError: when feedparser is not installed.
    """
    import feedparser

    text = root(data, charset)
    try:
        found = feedparser.parse(
            BytesIO(text),
            # Without the address of the feed, which would become a part of ids: they are the same from a file.
            response_headers={"content-type": "application/xml; charset=utf-8"},
            # Both rewrite HTML, of which only the words are kept.
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    # What feedparser meets in feeds that are not as it expects: it has no error of its own for it.
    except (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, AssertionError, RecursionError):
        raise InputError("is damaged beyond reading: ask the publisher for a whole feed") from None
    return _feed(found, text, address)


def _feed(found: Found, text: bytes, address: str | None) -> Feed:
    damage = found["bozo_exception"] if found.get("bozo") else None
    atom = str(found.get("version") or "").startswith("atom")
    entries = tuple(_entry(entry, atom) for entry in found["entries"])
    cut_off = bool(damage and entries and _ends_inside_entry(text))
    return Feed(
        title=_part(found["feed"].get("title_detail"), atom),
        language=_text(found["feed"], "language"),
        # RSS names the editor of the feed there, who did not write its entries.
        authors=_names(found["feed"], atom) if atom else (),
        entries=entries[:-1] if cut_off else entries,
        address=address,
        damage=_problem(damage) if damage else None,
        cut_off=cut_off,
    )


def _problem(damage: Exception) -> str:
    message = one_line(damage.getMessage() if isinstance(damage, SAXException) else str(damage))
    return "breaks off" if message in _BREAKS_OFF else f"is no well-formed XML ({message})"


def _ends_inside_entry(text: bytes) -> bool:
    tags = deque(_ENTRY_TAG.finditer(text), maxlen=1)
    return bool(tags) and not tags[0][1]


def _entry(found: Found, atom: bool) -> Entry:
    source = found.get("source") or {}
    bodies = (*found.get("content", ()), found.get("summary_detail") or {"value": found.get("summary")})
    return Entry(
        title=_part(found.get("title_detail"), atom),
        bodies=tuple(part for body in bodies if (part := _part(body, atom))),
        authors=_names(found, atom) or _names(source, atom),
        source=_text(source, "title"),
        published=_moment(found, "published"),
        updated=_moment(found, "updated"),
        link=_text(found, "link"),
        id=_text(found, "id"),
    )


def _part(detail: object, atom: bool) -> Part | None:
    """None for an image, sound or other data, which a feed may carry as well."""
    if not isinstance(detail, Mapping) or not _text(detail, "value"):
        return None
    kind = _text(detail, "type") or _HTML[0]
    if kind not in _TEXTS:
        return None
    # RSS does not say what a text is. One that says that it is plain is so, though it may quote a tag.
    html = kind in _HTML or (not atom and "</" in detail["value"])
    return Part(detail["value"], html, _text(detail, "language"))


def _names(found: Found, atom: bool) -> tuple[str, ...]:
    """The authors by name; an address for mail names nobody."""
    author = _text(found, "author") or ""
    # RSS has name and address in one, which feedparser tells apart by an outdated list of domains.
    if not atom and "@" in author:
        names = [parseaddr(author[:_LONGEST_AUTHOR])[0]]
    else:
        names = [_text(one, "name") or "" for one in found.get("authors", ())]
    return tuple(dict.fromkeys(name for name in map(line, names) if name))


def _moment(found: Found, key: str) -> str | None:
    if key not in found:  # feedparser answers "updated" with "published" otherwise
        return None
    parsed = found.get(f"{key}_parsed")
    # feedparser knows more forms than ours, and gives all in universal time.
    return iso_date(found[key]) or (iso_date(time.strftime("%Y-%m-%dT%H:%M:%S+00:00", parsed)) if parsed else None)


def _text(found: Found, key: str) -> str | None:
    value = found.get(key)
    return value if isinstance(value, str) and value.strip() else None
