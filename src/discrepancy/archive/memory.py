"""What a grouping knows of the articles, on the disk: nothing is held in memory but what one arrival looks at."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from discrepancy.archive.rows import INSERTED
from discrepancy.archive.vectors import VectorFile
from discrepancy.events import Profile
from discrepancy.events.linkage import Group
from discrepancy.events.nearby import BLOCK, DAYS, NEAREST, REACH, by_names, shelf_of
from discrepancy.events.rarity import KINDS, Kind, Rarity

_SETS = ("names", "figures", "words", "title", "days")
Columns = Mapping[str, object]
_ALL = ("", "")
"""Where `words` holds the number of all articles."""


class StoredCounts:
    """In how many articles of the archive each word stands."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, str], int] = {}

    @property
    def articles(self) -> int:
        return self._of(_ALL)

    def of(self, kind: Kind, word: str) -> int:
        return self._of((kind, word))

    def count(self, profile: Profile, times: int) -> None:
        self._known.clear()
        words = [_ALL, *((kind, word) for kind in KINDS for word in sorted(getattr(profile, kind)))]
        self._connection.executemany(
            "INSERT INTO words VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET articles = articles + excluded.articles",
            ((kind, word, times) for kind, word in words),
        )
        if times < 0:
            self._connection.executemany("DELETE FROM words WHERE kind = ? AND word = ? AND articles <= 0", words)

    def _of(self, word: tuple[str, str]) -> int:
        if word not in self._known:
            row = self._connection.execute("SELECT articles FROM words WHERE kind = ? AND word = ?", word).fetchone()
            self._known[word] = row[0] if row else 0
        return self._known[word]

    def forget(self) -> None:
        """What was read may be another process's past by now."""
        self._known.clear()


class StoredMemory:
    """The memory of an archive. What it writes belongs to the transaction that is open."""

    def __init__(self, connection: sqlite3.Connection, vectors: VectorFile) -> None:
        self._connection = connection
        self._vectors = vectors
        self._counts = StoredCounts(connection)
        self.rarity = Rarity(self._counts)
        self._profiles: dict[str, Profile] = {}
        self._keys: dict[str, int] = {}
        self._coming: dict[str, Columns] = {}

    def bring(self, article: str, columns: Columns) -> None:
        """What the row of an article holds that is about to enter."""
        self._coming[article] = columns

    def forget(self) -> None:
        """Read everything anew: another process may have written since."""
        self._counts.forget()
        self.rarity = Rarity(self._counts)
        self._profiles.clear()
        self._keys.clear()
        self._coming.clear()

    def knows(self, article: str) -> bool:
        return self._one("SELECT 1 FROM articles WHERE id = ?", article) is not None

    def profile(self, article: str) -> Profile:
        if article not in self._profiles:
            key, text, slot = self._row("SELECT key, profile, slot FROM articles WHERE id = ?", article)
            self._keys[article] = key
            self._profiles[article] = unpacked_profile(article, text, self._vectors.get(slot))
        return self._profiles[article]

    def near(self, article: str) -> list[str]:
        profile = self.profile(article)
        own = self._key(article)
        found = {*by_names(profile, self.rarity, self._block, own), *self._by_vector(profile)} - {own}
        return sorted(self._ids(found))

    def beside(self, article: str) -> AbstractSet[str]:
        return frozenset(
            self._column(
                "SELECT articles.id FROM alike JOIN articles ON articles.key = alike.b WHERE alike.a = ?",
                self._key(article),
            )
        )

    def group(self, article: str) -> Group:
        return tuple(
            self._column(
                "SELECT id FROM articles WHERE event = (SELECT event FROM articles WHERE id = ?) ORDER BY id", article
            )
        )

    def groups(self) -> list[Group]:
        rows = self._connection.execute("SELECT event, id FROM articles ORDER BY event, id")
        found: dict[int, list[str]] = {}
        for event, article in rows:
            found.setdefault(event, []).append(article)
        return sorted(map(tuple, found.values()))

    def first(self, name: str) -> str | None:
        found: str | None = self._one("SELECT id FROM articles WHERE fixed = ? ORDER BY key LIMIT 1", name)
        return found

    def enter(self, profile: Profile) -> None:
        slot = self._slot()
        self._vectors.put(slot, profile.published, profile.vector)
        event = self._connection.execute("INSERT INTO events DEFAULT VALUES").lastrowid
        row = {**self._coming.pop(profile.article), "profile": packed_profile(profile), "slot": slot, "event": event}
        key = self._connection.execute(INSERTED, row).lastrowid
        self._connection.executemany("INSERT INTO names VALUES (?, ?)", ((name, key) for name in sorted(profile.names)))

    def leave(self, article: str) -> None:
        key, event, slot = self._row("SELECT key, event, slot FROM articles WHERE id = ?", article)
        self._connection.execute("DELETE FROM articles WHERE key = ?", (key,))
        self._connection.execute("INSERT INTO freed (slot) VALUES (?)", (slot,))
        self._touch(event)
        self._profiles.pop(article, None)
        self._keys.pop(article, None)

    def wipe(self) -> None:
        """Nothing is left of the vectors of those that left; only then may others have their rows."""
        slots = self._column("SELECT slot FROM freed WHERE wiped = 0")
        if slots:
            self._vectors.wipe(slots)
            self._connection.execute("UPDATE freed SET wiped = 1 WHERE wiped = 0")

    def rows(self) -> int:
        """How many rows of vectors there are, as far as the articles go."""
        last = self._one("SELECT MAX(slot) FROM articles")
        return 0 if last is None else int(last) + 1

    def flush(self) -> None:
        """The vectors are on the disk before the transaction that speaks of them."""
        self._vectors.flush()

    def _slot(self) -> int:
        free = self._one("SELECT MIN(slot) FROM freed WHERE wiped = 1")
        if free is None:
            ends = self._column("SELECT MAX(slot) FROM articles UNION ALL SELECT MAX(slot) FROM freed")
            return max(-1 if last is None else int(last) for last in ends) + 1
        self._connection.execute("DELETE FROM freed WHERE slot = ?", (free,))
        return int(free)

    def lead(self, a: str, b: str) -> None:
        first, second = self._key(a), self._key(b)
        self._connection.executemany("INSERT OR IGNORE INTO alike VALUES (?, ?)", ((first, second), (second, first)))

    def stand(self, group: Group) -> None:
        """An event keeps its number where its oldest article goes, the oldest event's where several become one."""
        keys = [self._key(article) for article in group]
        events = sorted(
            set(
                self._column(
                    "SELECT event FROM articles WHERE key IN (SELECT value FROM json_each(?))", json.dumps(keys)
                )
            )
        )
        kept = next((event for event in events if self._oldest(event) in keys), None)
        if events == [kept] and self._size(events[0]) == len(keys):
            return
        if kept is None:
            kept = self._connection.execute("INSERT INTO events DEFAULT VALUES").lastrowid
        self._connection.execute(
            "UPDATE articles SET event = ? WHERE key IN (SELECT value FROM json_each(?))", (kept, json.dumps(keys))
        )
        for event in {*events, kept}:
            self._touch(event)

    def _touch(self, event: int | None) -> None:
        """The event is not what it was: it is to be compared, or is none any more."""
        if self._size(event):
            self._connection.execute(
                "UPDATE events SET revision = revision + 1, compared = NULL WHERE key = ?", (event,)
            )
        else:
            self._connection.execute("DELETE FROM events WHERE key = ?", (event,))

    def _oldest(self, event: int) -> Any:
        return self._one("SELECT MIN(key) FROM articles WHERE event = ?", event)

    def _size(self, event: int | None) -> int:
        return int(self._one("SELECT COUNT(*) FROM articles WHERE event = ?", event))

    def _block(self, name: str) -> Sequence[int]:
        """The latest articles of a name."""
        return self._column("SELECT article FROM names WHERE name = ? ORDER BY article DESC LIMIT ?", name, BLOCK)

    def _by_vector(self, profile: Profile) -> list[int]:
        shelf = shelf_of(profile)
        days = None if shelf is None else ((shelf - REACH) * DAYS, (shelf + REACH + 1) * DAYS - 1)
        most, found = 2 * NEAREST, list[int]()
        while len(found) <= NEAREST:
            slots = [slot for _, slot in self._vectors.nearest(profile.vector, days, most)]
            query = "SELECT slot, key FROM articles WHERE slot IN (SELECT value FROM json_each(?))"
            held = dict(self._connection.execute(query, (json.dumps(slots),)).fetchall())
            found = [held[slot] for slot in slots if slot in held]
            if len(slots) < most:
                break
            most *= 4  # rows that a process wrote which was killed are nobody's, and may be many
        return found[: NEAREST + 1]

    def _key(self, article: str) -> int:
        if article not in self._keys:
            (self._keys[article],) = self._row("SELECT key FROM articles WHERE id = ?", article)
        return self._keys[article]

    def _ids(self, keys: Iterable[int]) -> list[str]:
        return self._column(
            "SELECT id FROM articles WHERE key IN (SELECT value FROM json_each(?))", json.dumps(sorted(keys))
        )

    def _row(self, query: str, *values: object) -> tuple[Any, ...]:
        found = self._connection.execute(query, values).fetchone()
        if found is None:
            raise KeyError(f"no article {values[0]} is known")
        return tuple(found)

    def _one(self, query: str, *values: object) -> Any:
        found = self._connection.execute(query, values).fetchone()
        return None if found is None else found[0]

    def _column(self, query: str, *values: object) -> list[Any]:
        return [row[0] for row in self._connection.execute(query, values)]


def packed_profile(profile: Profile) -> str:
    """All of a profile but its article and its vector."""
    sets: dict[str, object] = {name: sorted(getattr(profile, name)) for name in _SETS}
    rest = {"published": profile.published, "publisher": profile.publisher, "fixed": profile.fixed}
    return json.dumps(sets | rest, separators=(",", ":"))


def unpacked_profile(article: str, text: str, vector: Any) -> Profile:
    known: dict[str, Any] = json.loads(text)
    sets: dict[str, Any] = {name: frozenset(known.pop(name)) for name in _SETS}
    return Profile(article, vector, **sets, **known)
