"""The comparison of an event as rows of an archive, and back. It can always be made again from the articles."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from discrepancy.archive import rows
from discrepancy.identity import pair_key
from discrepancy.model import Article, Comparison, Discrepancy, Event, Reading, Statement, Tool
from discrepancy.packing import packed, unpacked

FORMAT = 1
"""Raise it when what is packed changes: comparisons in another format are made again."""
_NOTED = """
INSERT INTO untold SELECT :event, :place, :pair WHERE NOT EXISTS (SELECT 1 FROM told WHERE pair = :pair)
"""
_TOLD = """
INSERT OR IGNORE INTO told SELECT :pair, :a, :b
WHERE EXISTS (SELECT 1 FROM articles WHERE id = :a) AND EXISTS (SELECT 1 FROM articles WHERE id = :b)
"""
"""Of a source that another process took out meanwhile nothing may come back, not even its name."""


def stamp(tool: Tool) -> str:
    """What a comparison was made by, in few letters: with another one it is to be made again."""
    known = [FORMAT, tool.version, tool.embedding_model, tool.nli_model, tool.parser, tool.number_format]
    text = json.dumps([*known, tool.settings], sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def put(connection: sqlite3.Connection, event: int, made: Comparison, told: Event) -> None:
    """Keep a comparison in the place of the one that was known, and note what of it no reader was told of."""
    drop(connection, event)
    rows.put_readings(connection, event, made.readings)
    body = (told, made.corroborated, made.single_source, made.pairs, dict(made.voices))
    connection.execute("INSERT INTO comparisons VALUES (?, ?)", (event, _pack(body)))
    for place, one in enumerate(made.discrepancies):
        row = (event, place, one.fingerprint, one.kind, one.severity, one.summary, _pack(one))
        connection.execute("INSERT INTO discrepancies VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        pairs = ({"event": event, "place": place, "pair": pair} for pair, _, _ in _pairs(one))
        connection.executemany(_NOTED, pairs)


def get(connection: sqlite3.Connection, event: int, articles: Sequence[Article]) -> tuple[Comparison, Event] | None:
    """The comparison of an event of `articles`, and why they stand together; None where there is none that can be read.

    Its readings hold the statements alone: what these mention is for searches.
    """
    row = connection.execute("SELECT body FROM comparisons WHERE event = ?", (event,)).fetchone()
    query = "SELECT body FROM discrepancies WHERE event = ? ORDER BY place"
    bodies = [body for (body,) in connection.execute(query, (event,))]
    statements = rows.statements(connection, articles)
    find = _finder({article.id: article for article in articles}, statements)
    if row is None:
        return None
    try:
        told, corroborated, single_source, pairs, voices = _unpack(row[0], find)
        discrepancies = tuple(_unpack(body, find) for body in bodies)
    except ValueError:
        return None
    readings = tuple(Reading(one) for article in articles for one in statements[article.id])
    return Comparison(readings, discrepancies, corroborated, single_source, pairs, voices), told


def drop(connection: sqlite3.Connection, event: int) -> None:
    """Forget the comparison of an event."""
    connection.execute("DELETE FROM comparisons WHERE event = ?", (event,))
    connection.execute("DELETE FROM discrepancies WHERE event = ?", (event,))


def untold(connection: sqlite3.Connection) -> dict[int, list[int]]:
    """The events with discrepancies that no reader was told of, and the places of these among those of the event.

    An event that is to be compared again is not among them: what it has now is only told when that is done.
    """
    query = """
        SELECT DISTINCT event, place FROM untold JOIN events ON key = event
        WHERE compared IS NOT NULL ORDER BY event, place"""
    found: dict[int, list[int]] = {}
    for event, place in connection.execute(query):
        found.setdefault(event, []).append(place)
    return found


def tell(connection: sqlite3.Connection, shown: Iterable[Discrepancy]) -> None:
    """A reader was told of these. Of what is kept by now, the pairs that were shown are told, and no others."""
    pairs = sorted({pair for one in shown for pair in _pairs(one)})
    connection.executemany(_TOLD, ({"pair": pair, "a": a, "b": b} for pair, a, b in pairs))
    connection.executemany("DELETE FROM untold WHERE pair = ?", ((pair,) for pair, _, _ in pairs))


def _pairs(found: Discrepancy) -> set[tuple[str, str, str]]:
    """Keys of its pairs of statements, each with the ids of their articles."""
    return {
        (pair_key(a, b), a.statement.article.id, b.statement.article.id)
        for pair in found.pairs
        for a in found.sides[pair.sides[0]].positions
        for b in found.sides[pair.sides[1]].positions
    }


def _pack(value: object) -> bytes:
    return zlib.compress(packed(value, _name), 1)


def _unpack(data: bytes, find: Callable[[Any], object]) -> Any:
    try:
        return unpacked(zlib.decompress(data), find)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _name(value: object) -> object:
    """Articles and statements are rows of their own."""
    if isinstance(value, Article):
        return value.id
    return (value.article.id, value.index) if isinstance(value, Statement) else None


def _finder(articles: Mapping[str, Article], statements: Mapping[str, Sequence[Statement]]) -> Callable[[Any], object]:
    def find(name: Any) -> object:
        if isinstance(name, str):
            return articles[name]
        article, index = name
        return statements[article][index]

    return find
