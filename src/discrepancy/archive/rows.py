"""Articles and statements as rows of an archive, and back."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from discrepancy.identity import STANDARD_INPUT, relative, source_key
from discrepancy.model import Article, Line, LineKind, Quantity, Reading, Statement

Lines = Mapping[str, tuple[Line, ...]]
"""Article id to its lines."""

_PLAIN = ("id", "path", "sha256", "text", "title", "publisher", "author", "published", "url", "language")


INSERTED = """
INSERT INTO articles (id, path, sha256, text, title, publisher, author, published, url, language, pages, located, fixed,
                      added, lines, profile, slot, event)
VALUES (:id, :path, :sha256, :text, :title, :publisher, :author, :published, :url, :language, :pages, :located, :fixed,
        :added, :lines, :profile, :slot, :event)
"""
"""A row of `article_columns`, with what the events stage knows of it."""
_SELECTED = """
SELECT id, path, sha256, text, title, publisher, author, published, url, language, pages, located, fixed, lines
FROM articles
"""


def at_home(article: Article, folder: Path) -> Article:
    """An article as the archive in `folder` names it: by its id in `sources.toml`, else by its path relative to the
    archive, an entry of a feed with its id behind. So files of one name in two folders are two sources, as are the
    first entries of two feeds, and a file that was edited is the same one."""
    entry = f"#{article.id}"
    if article.path.endswith(entry):
        path = storable(_from(folder, article.path.removesuffix(entry)) + entry)
        return replace(article, id=path, path=path)
    return replace(article, id=storable(source_key(article, folder)), path=storable(_from(folder, article.path)))


def storable(name: str) -> str:
    """A file's name as a database can hold it: bytes of it that are no UTF-8 are spelt out."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")


def is_address(path: str) -> bool:
    return path.startswith(("http://", "https://"))


def article_columns(article: Article, lines: Sequence[Line], added: str) -> dict[str, object]:
    """The row of an article, but for what the events stage knows of it."""
    row: dict[str, object] = {name: getattr(article, name) for name in _PLAIN}
    return row | {
        "pages": json.dumps(article.pages),
        "located": int(article.located),
        "fixed": article.event,
        "added": added,
        "lines": _packed_lines(lines),
    }


def put_lines(connection: sqlite3.Connection, lines: Lines) -> None:
    """What the lines of some articles are, as they show beside the others of their event."""
    marked = ((_packed_lines(found), article) for article, found in lines.items())
    connection.executemany("UPDATE articles SET lines = ? WHERE id = ?", marked)


def _packed_lines(lines: Iterable[Line]) -> str:
    return json.dumps([(one.start, one.end, one.kind, one.reason) for one in lines], separators=(",", ":"))


def articles(connection: sqlite3.Connection, folder: Path, event: int) -> tuple[tuple[Article, ...], Lines]:
    """The articles of an event in the order in which they came, their paths as seen from here, and their lines."""
    found, lines = [], {}
    for row in connection.execute(_SELECTED + "WHERE event = ? ORDER BY key", (event,)):
        article = _article(row)
        found.append(replace(article, path=_seen(article.path, folder)))
        lines[article.id] = tuple(Line(a, b, LineKind(kind), why) for a, b, kind, why in json.loads(row[-1]))
    return tuple(found), lines


def article(connection: sqlite3.Connection, ident: str) -> Article | None:
    """An article as it is stored; None where there is none of that id."""
    row = connection.execute(_SELECTED + "WHERE id = ?", (ident,)).fetchone()
    return _article(row) if row else None


def _article(row: Sequence[Any]) -> Article:
    plain = dict(zip(_PLAIN, row, strict=False))
    pages, located, fixed = row[len(_PLAIN) : len(_PLAIN) + 3]
    return Article(**plain, pages=tuple(json.loads(pages)), located=bool(located), event=fixed)


def put_readings(connection: sqlite3.Connection, event: int, readings: Sequence[Reading]) -> None:
    """The statements of an event's articles, with what they mention, in the place of those that were known."""
    keys = dict(connection.execute("SELECT id, key FROM articles WHERE event = ?", (event,)).fetchall())
    connection.executemany("DELETE FROM statements WHERE article = ?", ((key,) for key in keys.values()))
    for reading in readings:
        said = reading.statement
        row = (keys[said.article.id], said.index, said.start, said.end, said.kind, said.paragraph)
        query = "INSERT INTO statements (article, place, start, stop, kind, paragraph) VALUES (?, ?, ?, ?, ?, ?)"
        key = connection.execute(query, row).lastrowid
        mentions = ((key, *mention) for mention in _mentions(reading))
        connection.executemany("INSERT INTO mentions VALUES (?, ?, ?, ?, ?)", mentions)


def statements(connection: sqlite3.Connection, known: Sequence[Article]) -> dict[str, tuple[Statement, ...]]:
    """The statements of each article, in the order of its text."""
    query = (
        "SELECT start, stop, statements.kind, place, paragraph FROM statements "
        "JOIN articles ON articles.key = article WHERE id = ? ORDER BY place"
    )
    return {
        article.id: tuple(
            Statement(article, start, stop, LineKind(kind), place, paragraph)
            for start, stop, kind, place, paragraph in connection.execute(query, (article.id,))
        )
        for article in known
    }


def _mentions(reading: Reading) -> Iterator[tuple[str, int, int, str]]:
    yield from (("date", one.start, one.end, one.edtf) for one in reading.dates if one.edtf)
    yield from (("quantity", one.start, one.end, _value(one)) for one in reading.quantities)
    yield from (("name", one.start, one.end, one.canonical) for one in reading.names)


def _value(quantity: Quantity) -> str:
    """Its bounds and what is counted: "at least 22 people" is "22.. person"."""
    low, high = ("" if bound is None else format(bound, ".15g") for bound in (quantity.low, quantity.high))
    bounds = low if low == high else f"{low}..{high}"
    return " ".join(filter(None, (bounds, quantity.unit or quantity.noun)))


def _from(folder: Path, path: str) -> str:
    """A path as seen from the archive; an address stays what it is."""
    if path == STANDARD_INPUT or is_address(path):
        return path
    return relative(str(Path(path).absolute()), str(folder.absolute()))


def _seen(path: str, folder: Path) -> str:
    """The path of a source as seen from the folder that the program runs in."""
    if path == STANDARD_INPUT or is_address(path):
        return path
    # What follows is the id of an entry, in which slashes are not those of a path.
    file, mark, entry = path.partition("#")
    return PurePath(os.path.relpath(folder.resolve() / file)).as_posix() + mark + entry
