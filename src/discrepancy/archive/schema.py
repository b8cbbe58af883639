"""The tables of an archive, and how an older archive becomes one of today.

Each script takes an archive from the version before it to its own; the first makes a new one. Scripts that were
released are never changed: the next version is another script.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress

_FIRST = """
CREATE TABLE facts (                      -- about the archive itself
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE events (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    revision INTEGER NOT NULL DEFAULT 1,  -- raised whenever its articles change
    compared TEXT                         -- what its comparison was made by; NULL while it is to be compared
);
CREATE INDEX events_compared ON events (compared);
CREATE TABLE articles (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,                   -- a file's is relative to the archive's folder
    sha256 TEXT NOT NULL,
    text TEXT NOT NULL,
    title TEXT,
    publisher TEXT,
    author TEXT,
    published TEXT,
    url TEXT,
    language TEXT,
    pages TEXT NOT NULL,                  -- offsets, as JSON
    located INTEGER NOT NULL,
    fixed TEXT,                           -- the event that the reader set
    added TEXT NOT NULL,                  -- UTC
    slot INTEGER NOT NULL UNIQUE,         -- row of its vector
    profile TEXT NOT NULL,                -- what events are told by, as JSON
    lines TEXT NOT NULL,                  -- start, end, kind and reason of each, as JSON
    event INTEGER NOT NULL REFERENCES events (key)
);
CREATE INDEX articles_sha256 ON articles (sha256);
CREATE INDEX articles_event ON articles (event);
CREATE INDEX articles_fixed ON articles (fixed) WHERE fixed IS NOT NULL;
CREATE TABLE freed (                      -- rows of vectors that nobody has
    slot INTEGER PRIMARY KEY,
    wiped INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE names (
    name TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (name, article)
) WITHOUT ROWID;
CREATE INDEX names_article ON names (article);
CREATE TABLE words (                      -- in how many articles each stands
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    articles INTEGER NOT NULL,
    PRIMARY KEY (kind, word)
) WITHOUT ROWID;
CREATE TABLE alike (                      -- both ways round
    a INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    b INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    PRIMARY KEY (a, b)
) WITHOUT ROWID;
CREATE INDEX alike_b ON alike (b);
CREATE TABLE statements (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    kind TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    UNIQUE (article, place)
);
CREATE TABLE mentions (
    statement INTEGER NOT NULL REFERENCES statements (key) ON DELETE CASCADE,
    kind TEXT NOT NULL,                   -- date, quantity, name
    start INTEGER NOT NULL,
    stop INTEGER NOT NULL,
    value TEXT NOT NULL                   -- EDTF, bounds with noun, canonical name
);
CREATE INDEX mentions_statement ON mentions (statement);
CREATE INDEX mentions_value ON mentions (kind, value);
CREATE TABLE comparisons (
    event INTEGER PRIMARY KEY REFERENCES events (key) ON DELETE CASCADE,
    body BLOB NOT NULL
);
CREATE TABLE discrepancies (
    event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    fingerprint TEXT NOT NULL,
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    summary TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (event, place)
);
CREATE TABLE told (                       -- pairs of statements that a reader was told of, by their keys
    pair TEXT PRIMARY KEY,
    a TEXT NOT NULL,                      -- ids of their articles
    b TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX told_a ON told (a);
CREATE INDEX told_b ON told (b);
CREATE TABLE made (                       -- parses, vectors of claims, scores
    key INTEGER PRIMARY KEY,
    space TEXT NOT NULL,
    name BLOB NOT NULL,
    value BLOB NOT NULL,
    UNIQUE (name, space)
);
CREATE TABLE uses (
    event INTEGER NOT NULL REFERENCES events (key) ON DELETE CASCADE,
    made INTEGER NOT NULL REFERENCES made (key),
    PRIMARY KEY (event, made)
) WITHOUT ROWID;
CREATE INDEX uses_made ON uses (made);
CREATE TRIGGER unused AFTER DELETE ON uses
WHEN NOT EXISTS (SELECT 1 FROM uses WHERE made = OLD.made)
BEGIN
    DELETE FROM made WHERE key = OLD.made;
END;
"""

_FEEDS = """
CREATE TABLE feeds (                      -- what to ask an address with, so that it sends only what is new
    address TEXT PRIMARY KEY,
    validators TEXT NOT NULL
) WITHOUT ROWID;
"""

_UNTOLD = """
CREATE TABLE untold (                     -- pairs of statements that no reader was told of as yet, by their keys
    event INTEGER NOT NULL,
    place INTEGER NOT NULL,
    pair TEXT NOT NULL,
    PRIMARY KEY (event, place, pair),
    FOREIGN KEY (event, place) REFERENCES discrepancies (event, place) ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX untold_pair ON untold (pair);
"""

MIGRATIONS = (_FIRST, _FEEDS, _UNTOLD)
VERSION = len(MIGRATIONS)
"""Of an archive of today."""
APPLICATION = 0x64637279
"""Marks the file as an archive, for SQLite's own header."""


def version(connection: sqlite3.Connection) -> int:
    """Of the archive: 0 for an empty file."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    return int(found)


def is_archive(connection: sqlite3.Connection) -> bool:
    """Whether the database is an archive, or an empty one that may become one."""
    (found,) = connection.execute("PRAGMA application_id").fetchone()
    if found or version(connection):
        return int(found) == APPLICATION
    return connection.execute("SELECT 1 FROM sqlite_master").fetchone() is None


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an archive to today's version, whole or not at all. Several processes may try at once."""
    if version(connection) >= VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have done it, or more, meanwhile.
        for number in range(version(connection), VERSION):
            for statement in _statements(MIGRATIONS[number]):
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION}")
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):  # a full disk may have rolled it back already
            connection.execute("ROLLBACK")
        raise


def _statements(script: str) -> list[str]:
    """The statements of a script: `executescript` would commit what came before it."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if begun.strip() and sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found
