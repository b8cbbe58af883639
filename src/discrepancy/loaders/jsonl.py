"""JSON Lines: one article a line, read line by line, so that an archive need not fit into memory as bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from discrepancy.errors import InputError
from discrepancy.loaders import Document, Loader, Raw, Refusal, digest
from discrepancy.loaders._head import read_head
from discrepancy.loaders._metadata import Metadata, iso_date, language_code, line

_TEXTS = ("title", "publisher", "author", "url", "event", "published", "language")
_SURROGATE = re.compile("[\ud800-\udfff]")
_BLOCK = 1_000_000  # bytes read at a time of a line that is too long


def read(raw: Raw) -> Iterator[Document | Refusal]:
    """The articles of a JSON Lines file. A line that is none is refused by its number, and the others are read.

    A record has `text`, and may have id, title, published, url, publisher, author, language and event; other fields
    are passed over. A record without an id is known by its line number.
    """
    empty = True
    for number, data in _lines(raw.stream, raw.most_bytes):
        if data is not None and not data.strip():
            continue
        empty = False
        try:
            yield _document(data, number, raw)
        except InputError as error:
            yield Refusal(f"line {number} {error}")
    if empty:
        raise InputError("is empty: put one JSON object a line in it, or leave it out")


def _lines(stream: BinaryIO, most: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines with their numbers from 1; None for one of more than `most` bytes."""
    number = 0
    while data := stream.readline(most + 1):
        number += 1
        if len(data) <= most:
            yield number, data.removeprefix(b"\xef\xbb\xbf") if number == 1 else data
            continue
        while data and not data.endswith(b"\n"):
            data = stream.readline(_BLOCK)
        yield number, None


def _document(data: bytes | None, number: int, raw: Raw) -> Document:
    if data is None:
        raise InputError("is too long for one article: split it, or raise max-characters")
    record = _record(data.strip())
    text = record.get("text")
    if not isinstance(text, str) or not text.strip():
        raise InputError('has no "text": every line needs one')
    text = _whole(raw.within(text))
    key = record.get("id")
    return Document(
        text=text,
        sha256=digest(data.strip()),
        metadata=_metadata(record).over(Metadata(published=read_head(text).published)),
        key=str(number) if key is None or key == "" else " ".join(_whole(str(key)).split()),
        located=False,
    )


def _record(data: bytes) -> dict[str, object]:
    try:
        record = json.loads(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise InputError("is not UTF-8: save the file in UTF-8") from None
    except (ValueError, RecursionError) as error:
        where = f" (column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(f"is broken JSON{where}: correct or remove it") from None
    if not isinstance(record, dict):
        raise InputError("is no JSON object: write an article as {...}")
    for key in _TEXTS:
        if not isinstance(record.get(key), str | None):
            raise InputError(f'has a "{key}" that is no text: put it in quotation marks')
    if not isinstance(record.get("id"), str | int | None):
        raise InputError('has an "id" that is neither text nor a number')
    return record


def _metadata(record: dict[str, object]) -> Metadata:
    texts = {key: line(_whole(str(record.get(key) or ""))) for key in ("title", "publisher", "author", "url", "event")}
    return Metadata(
        **texts, published=iso_date(record.get("published")), language=language_code(record.get("language"))
    )


def _whole(text: str) -> str:
    """`text` with U+FFFD for half a surrogate pair, which JSON can write and UTF-8 cannot; no offset moves."""
    return _SURROGATE.sub("�", text)


PLUGIN = Loader("jsonl", (".jsonl", ".ndjson"), read)
