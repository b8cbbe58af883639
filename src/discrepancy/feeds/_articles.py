"""Entries as articles, or the reason why one is none."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from urllib.parse import urljoin, urlsplit

from discrepancy.errors import InputError
from discrepancy.feeds._markup import plain, tidy
from discrepancy.feeds._parsing import Entry, Feed, Part
from discrepancy.loaders import Document, Metadata, Raw, Refusal, digest
from discrepancy.loaders._head import read_head
from discrepancy.loaders._metadata import language_code, line

_SHOWN_LINKS = ("http", "https")


def outcomes(feed: Feed, raw: Raw) -> Iterator[Document | Refusal]:
    """The entries in the order of the feed. Of several with one id, feeds have the newest first, and it is taken."""
    seen: dict[str, str] = {}
    for number, entry in enumerate(feed.entries, 1):
        outcome = _outcome(feed, entry, number, raw)
        if isinstance(outcome, Document):
            key = str(outcome.key)
            if seen.setdefault(key, outcome.sha256) != outcome.sha256:
                outcome = Refusal(f"entry {number} has the id {key!r} of an entry before it: only the first is read")
        yield outcome


def _outcome(feed: Feed, entry: Entry, number: int, raw: Raw) -> Document | Refusal:
    sha256 = digest(json.dumps(asdict(entry), sort_keys=True).encode())
    key = line(entry.id) or line(entry.link)
    title = line(_words(entry.title))
    bodies = ((_words(part), part.language) for part in entry.bodies)
    body, language = max(bodies, key=lambda body: len(body[0]), default=("", None))
    text = _headed(body, title)
    try:
        if not raw.within(text):
            raise InputError("has neither a title nor a text")
    except InputError as error:
        return Refusal(f"entry {number if key is None else repr(key)} {error}")
    metadata = Metadata(
        title=title,
        publisher=line(entry.source) or line(_words(feed.title)),
        author=", ".join(entry.authors or feed.authors) or None,
        published=entry.published or entry.updated or read_head(text).published,
        url=_link(entry, feed.address),
        language=language_code(language or feed.language),
    )
    return Document(text, sha256, metadata, key=key or sha256, located=False)


def _words(part: Part | None) -> str:
    if part is None:
        return ""
    return plain(part.value) if part.html else tidy(part.value)


def _headed(body: str, title: str | None) -> str:
    """`body` under its title, on a line of its own: by that the title is known for one."""
    if title is None or line(body.partition("\n")[0]) == title:
        return body
    return f"{title}\n\n{body}".strip()


def _link(entry: Entry, address: str | None) -> str | None:
    link = line(entry.link)
    try:
        # feedparser takes an id for the link where there is none: it is one when it is a whole address.
        whole = urljoin(address, link) if address and link and entry.link != entry.id else link
        return whole if whole and urlsplit(whole).scheme.lower() in _SHOWN_LINKS else None
    except ValueError:
        return None
