"""Markdown: the article is the decoded source itself, so that offsets hold; front matter gives its metadata."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping

from discrepancy.loaders import Document, Loader, Raw, digest
from discrepancy.loaders._decode import decode
from discrepancy.loaders._head import read_head
from discrepancy.loaders._metadata import Metadata, iso_date, language_code, line

_WINDOW = 20_000  # characters in which front matter must end
_FENCES = {"---": "yaml", "+++": "toml"}
_HEADING = re.compile(r"^\s{0,3}#{1,2}\s+(\S[^\r\n]{0,400})", re.MULTILINE)
_MARKS = re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+|[*_`]{1,3}|[ \t]#+[ \t]*$", re.MULTILINE)
_KEYS = {
    "title": ("title", "headline"),
    "publisher": ("publisher", "source", "outlet", "publication", "site"),
    "author": ("author", "byline"),
    "published": ("published", "date", "pubdate", "publish_date"),
    "url": ("url", "link", "canonical"),
    "language": ("language", "lang"),
    "event": ("event",),
}


def read(raw: Raw) -> Iterator[Document]:
    """The one article of a Markdown file."""
    data = raw.read()
    text = raw.within(decode(data))
    fields, body = _front_matter(text)
    yield Document(text, digest(data), _metadata(fields).over(_head(text[body : body + _WINDOW])))


def _front_matter(text: str) -> tuple[Mapping[str, object], int]:
    """The fields of the front matter and where the text behind it begins."""
    lines = text[:_WINDOW].splitlines(keepends=True)
    form = _FENCES.get(lines[0].rstrip()) if lines else None
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == lines[0].rstrip()), None) if form else None
    if end is None:
        return {}, 0
    inner = "".join(lines[1:end])
    return (_toml(inner) if form == "toml" else _yaml(inner)), len("".join(lines[: end + 1]))


def _toml(text: str) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}  # front matter that is broken is text like any other


def _yaml(text: str) -> Mapping[str, object]:
    """The `key: value` lines. Nested values, which articles' metadata do without, are passed over."""
    pairs = (line.partition(":") for line in text.splitlines() if line[:1].isalpha())
    return {key.strip(): value.strip().strip("\"'") for key, _, value in pairs}


def _metadata(fields: Mapping[str, object]) -> Metadata:
    lower = {key.lower(): value for key, value in fields.items()}
    values = {name: next((lower[key] for key in keys if lower.get(key)), None) for name, keys in _KEYS.items()}
    texts = {key: line(values[key]) for key in ("title", "publisher", "author", "url", "event")}
    return Metadata(**texts, published=iso_date(values["published"]), language=language_code(values["language"]))


def _head(text: str) -> Metadata:
    heading = _HEADING.search(text)
    title = line(_MARKS.sub("", heading[1])) if heading else None
    return Metadata(title=title).over(read_head(_MARKS.sub("", text)))


PLUGIN = Loader("markdown", (".md", ".markdown"), read)
