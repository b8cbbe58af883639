"""What the models made of the texts of an archive: parses, vectors and scores, kept while an event rests on them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

from discrepancy.archive.database import told


class StoredValues:
    """A cache of the archive's own. What is put is held in memory until an event keeps it."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._fresh: defaultdict[bytes, dict[str, bytes]] = defaultdict(dict)

    def get_many(self, space: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        found = {key: self._fresh[key][space] for key in keys if key in self._fresh and space in self._fresh[key]}
        query = "SELECT value FROM made WHERE name = ? AND space = ?"
        with told(self._folder):
            for key in keys:
                if key not in found and (row := self._connection.execute(query, (key, space)).fetchone()):
                    found[key] = row[0]
        return found

    def put_many(self, space: str, items: Mapping[bytes, bytes]) -> None:
        for key, value in items.items():
            self._fresh[key][space] = value

    def keep(self, event: int, keys: AbstractSet[bytes]) -> None:
        """The event rests on the values of `keys` and on no others: those that no event rests on are forgotten."""
        before = {row[0] for row in self._connection.execute("SELECT made FROM uses WHERE event = ?", (event,))}
        after = {made for key in sorted(keys) for made in self._held(key)}
        new, gone = sorted(after - before), sorted(before - after)
        self._connection.executemany("INSERT INTO uses VALUES (?, ?)", ((event, made) for made in new))
        self._connection.executemany("DELETE FROM uses WHERE event = ? AND made = ?", ((event, made) for made in gone))

    def forget(self) -> None:
        """What no event kept is not needed any more."""
        self._fresh.clear()

    def _held(self, key: bytes) -> list[int]:
        fresh = [(space, key, value) for space, value in self._fresh.get(key, {}).items()]
        if fresh:
            self._connection.executemany("INSERT OR IGNORE INTO made (space, name, value) VALUES (?, ?, ?)", fresh)
        return [row[0] for row in self._connection.execute("SELECT key FROM made WHERE name = ?", (key,))]
