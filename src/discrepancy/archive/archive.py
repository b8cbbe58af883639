"""An archive: a folder that holds articles with all that was read off them, and takes in more.

What is in it is the sources themselves and what can be made of them again. Each step is one transaction, so that a
program that is killed leaves every article whole or not there, and events that are still to be compared marked so.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from discrepancy import events
from discrepancy.archive import comparisons, database, rows
from discrepancy.archive.memory import StoredMemory
from discrepancy.archive.rows import Lines
from discrepancy.archive.values import StoredValues
from discrepancy.archive.vectors import FILE, VectorFile
from discrepancy.errors import ArchiveError
from discrepancy.events import Grouping, Profile
from discrepancy.feeds import NOTHING_KNOWN, Validators
from discrepancy.model import Article, Comparison, Discrepancy, Event, Line

MODEL, DIMENSIONS = "embedding model", "dimensions"
"""Facts about an archive: what the vectors of its articles were made by, and how long they are."""


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event of the archive, as it was read."""

    key: int
    revision: int
    articles: tuple[Article, ...]
    """In the order in which they came."""
    lines: Lines


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that comes into the archive, named as `rows.at_home` does."""

    article: Article
    lines: tuple[Line, ...]
    profile: Profile


@dataclass(frozen=True, slots=True)
class Source:
    """A source that the archive holds."""

    id: str
    event: int
    added: str
    """When, ISO 8601 in UTC."""


class Archive(AbstractContextManager["Archive"]):
    """An open archive. Several processes may have one open; those that write wait for each other."""

    def __init__(self, folder: Path, connection: sqlite3.Connection) -> None:
        """Use `opened`."""
        self.folder = folder
        self.values = StoredValues(connection, folder)
        self.connection = connection
        self.vectors = VectorFile(folder / FILE, 0)
        self._identity = database.identity(folder)
        self._memory = StoredMemory(connection, self.vectors)
        self._grouping = Grouping(self._memory)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.connection.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever others write meanwhile; inside another, of its moment.

        Raises:
            ArchiveError: when it cannot be read.
        """
        with database.told(self.folder):
            if self.connection.in_transaction:
                yield
                return
            self.connection.execute("BEGIN")
            try:
                self._begin()
                yield
            finally:
                database.rolled_back(self.connection)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All that is written inside is kept, or nothing of it; meanwhile no other process writes.

        Raises:
            ArchiveError: when it cannot be written.
        """
        with database.writing(self.connection, self.folder):
            self._begin()
            self.vectors.require(self._memory.rows())
            self._memory.wipe()
            yield
            self._memory.flush()
            self._require_home()

    def _begin(self) -> None:
        """Nothing that was read before holds any longer: another process may have written since."""
        self._require_home()
        self._memory.forget()
        self.vectors.dimensions = int(self._fact(DIMENSIONS) or 0)

    def _require_home(self) -> None:
        """The database is still the one in the folder, where the vectors are."""
        if database.identity(self.folder) != self._identity:
            raise ArchiveError(f"the archive {self.folder} was moved while it was open: do it again where it is now")

    # ---- what is in it

    def sources(self) -> Iterator[Source]:
        """All sources, in the order in which they came."""
        query = "SELECT id, event, added FROM articles ORDER BY key"
        return (Source(*row) for row in self.connection.execute(query))

    def known(self, ident: str) -> Article | None:
        """The source of that id, its path as it is stored."""
        return rows.article(self.connection, rows.storable(ident))

    def holder(self, sha256: str) -> str | None:
        """The id of a source with these bytes."""
        row = self.connection.execute("SELECT id FROM articles WHERE sha256 = ? LIMIT 1", (sha256,)).fetchone()
        return row[0] if row else None

    def events(self, since: str | None = None) -> list[int]:
        """The numbers of the events; with `since` (ISO 8601, UTC) of those with an article added from then on."""
        query = "SELECT DISTINCT event FROM articles WHERE added >= ? ORDER BY event"
        return [row[0] for row in self.connection.execute(query, (since or "",))]

    def event_of(self, name: str) -> int | None:
        """The number of the event that a reader names: by its number, the name set by hand, or one of its articles."""
        for column in ("CAST(event AS TEXT)", "fixed", "id"):
            query = f"SELECT event FROM articles WHERE {column} = ? LIMIT 1"  # noqa: S608 - of the three above
            if row := self.connection.execute(query, (rows.storable(name),)).fetchone():
                return int(row[0])
        return None

    def stale(self, stamp: str) -> dict[int, int]:
        """The events that are to be compared, with their revisions: those that changed, and those that something else
        compared."""
        # In parts, each of which the index serves: most events of a large archive are compared.
        query = """
            SELECT key, revision FROM events WHERE compared IS NULL
            UNION ALL SELECT key, revision FROM events WHERE compared < :now
            UNION ALL SELECT key, revision FROM events WHERE compared > :now"""
        return dict(sorted(self.connection.execute(query, {"now": stamp}).fetchall()))

    def event(self, number: int) -> StoredEvent | None:
        """An event; None where there is none of that number any more."""
        row = self.connection.execute("SELECT revision FROM events WHERE key = ?", (number,)).fetchone()
        return StoredEvent(number, row[0], *rows.articles(self.connection, self.folder, number)) if row else None

    def comparison(self, event: StoredEvent) -> tuple[Comparison, Event] | None:
        """What was kept of an event, and why its articles stand together; None where nothing is."""
        return comparisons.get(self.connection, event.key, event.articles)

    def untold(self) -> dict[int, list[int]]:
        """The numbers of the events with discrepancies that no reader was told of, and which of their comparison's
        these are."""
        return comparisons.untold(self.connection)

    def told_of(self, event: StoredEvent) -> Event:
        """Why the articles of an event stand together."""
        return events.event_of(self._grouping, tuple(sorted(article.id for article in event.articles)))

    def validators(self, address: str) -> Validators:
        """What an address is asked with, so that it sends only what is new."""
        row = self.connection.execute("SELECT validators FROM feeds WHERE address = ?", (address,)).fetchone()
        return Validators(*json.loads(row[0])) if row else NOTHING_KNOWN

    # ---- what changes it

    def keep_validators(self, address: str, validators: Validators) -> None:
        """Remember them, once what came with them is safe."""
        with self.writing():
            row = (address, json.dumps((validators.etag, validators.modified)))
            self.connection.execute("INSERT OR REPLACE INTO feeds VALUES (?, ?)", row)

    def add(self, arrivals: Sequence[Arrival], added: str, model: str) -> None:
        """Take in articles, or other versions of those that are there; inside `writing`. `added` is ISO 8601, UTC;
        `model` is what their vectors are by.

        Raises:
            ArchiveError: when the archive was made with another embedding model.
        """
        if not arrivals:
            return
        self._require_model(model, len(arrivals[0].profile.vector))
        for one in arrivals:
            if self._memory.knows(one.article.id):
                self._grouping.remove(one.article.id)
            self._memory.bring(one.article.id, rows.article_columns(one.article, one.lines, added))
        self._grouping.add(*(one.profile for one in arrivals))

    def remove(self, *idents: str) -> None:
        """Forget sources: all of them or none. What the comparisons of their events rested on goes with `keep`, once
        the rest is compared.

        Raises:
            ArchiveError: when there is no source of an id, or the archive cannot be written.
        """
        with self.writing():
            for ident in dict.fromkeys(map(rows.storable, idents)):
                self._forget(ident)
        self._tidy()

    def _forget(self, ident: str) -> None:
        row = self.connection.execute("SELECT event FROM articles WHERE id = ?", (ident,)).fetchone()
        if row is None:
            raise ArchiveError(
                f"the archive {self.folder} holds no source {ident}: "
                f"'discrepancy archive list --archive {self.folder}' shows them"
            )
        comparisons.drop(self.connection, row[0])
        self._grouping.remove(ident)
        self.connection.execute("DELETE FROM told WHERE a = :id OR b = :id", {"id": ident})

    def keep(self, event: StoredEvent, told: Event, made: Comparison, stamp: str) -> bool:
        """Keep the comparison of an event, with why its articles stand together; False, and nothing is kept, when the
        event has changed since it was read."""
        with self.writing():
            row = self.connection.execute("SELECT revision FROM events WHERE key = ?", (event.key,)).fetchone()
            if row != (event.revision,):
                return False
            rows.put_lines(self.connection, event.lines)
            comparisons.put(self.connection, event.key, made, told)
            self.values.keep(event.key, made.rests_on)
            self.connection.execute("UPDATE events SET compared = ? WHERE key = ?", (stamp, event.key))
            return True

    def tell(self, shown: Sequence[Discrepancy]) -> None:
        """A reader was told of these: they are not news any more. Call it once they were written out, and not before:
        what a program does not come to tell, the next one shows.

        Raises:
            ArchiveError: when it cannot be written.
        """
        if shown:
            with self.writing():
                comparisons.tell(self.connection, shown)

    def _tidy(self) -> None:
        """Wipe the rows of vectors that nobody has any more: every transaction begins with that."""
        with self.writing():
            return

    def _require_model(self, model: str, dimensions: int) -> None:
        """Vectors of two models cannot be compared."""
        facts = ((MODEL, model), (DIMENSIONS, str(dimensions)))
        self.connection.executemany("INSERT OR IGNORE INTO facts VALUES (?, ?)", facts)
        if self._fact(MODEL) != model:
            raise ArchiveError(
                f"the archive {self.folder} was made with the embedding model {self._fact(MODEL)}, "
                f"not {model}: use that model again, or make another archive"
            )
        self.vectors.dimensions = dimensions

    def _fact(self, name: str) -> str | None:
        row = self.connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None


def opened(folder: Path, *, create: bool = False) -> Archive:
    """The archive in `folder`.

    Raises:
        ArchiveError: when there is none and it is not to be made, or it cannot be opened.
    """
    return Archive(folder, database.connect(folder, create=create))
