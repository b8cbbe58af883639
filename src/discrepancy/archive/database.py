"""The database of an archive: opening it, one writer at a time, and what goes wrong as one line."""

from __future__ import annotations

import json
import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from discrepancy.archive import schema
from discrepancy.archive.vectors import FILE as VECTORS
from discrepancy.errors import ArchiveError

FILE = "archive.sqlite"
PAUSE = 0.01
"""Seconds between two attempts at what SQLite does not wait for."""
PATIENCE = 120.0
"""Seconds that one process waits for another to end its writing, which takes it a second or two."""


def connect(folder: Path, *, create: bool = False) -> sqlite3.Connection:
    """The database in `folder`, brought to today's version; one on a disk that cannot be written can be read.

    Raises:
        ArchiveError: when there is none and it is not to be made, or it cannot be opened.
    """
    path = folder / FILE
    with told(folder):
        if not create and not path.is_file():
            raise ArchiveError(
                f"there is no archive in {folder}: make one with 'discrepancy add --archive {folder} PATH'"
            )
        if folder.exists() and not folder.is_dir():
            raise ArchiveError(f"{folder} is a file: an archive is a folder of its own, so choose another name")
        if create:
            folder.mkdir(parents=True, exist_ok=True)
        writable = os.access(folder, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?{'mode=rwc' if writable else _unwritable(folder)}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,  # transactions are begun by hand, so that a writer waits before it reads
            check_same_thread=False,
        )
    try:
        with told(folder):
            _prepare(connection, folder, writable)
    except BaseException:
        connection.close()
        raise
    return connection


def _unwritable(folder: Path) -> str:
    """How a database is opened where its journal cannot be: nobody writes it, so nothing has to be locked."""
    if (folder / f"{FILE}-wal").exists():
        raise ArchiveError(
            f"the archive {folder} is being written, or was cut off when it last was, and cannot be mended where it "
            "is: copy the folder to a disk that can be written"
        )
    return "mode=ro&immutable=1"


@contextmanager
def writing(connection: sqlite3.Connection, folder: Path) -> Iterator[None]:
    """All that is written inside is kept, or nothing of it; meanwhile no other process writes.

    Raises:
        ArchiveError: when it cannot be written.
    """
    with told(folder):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            connection.execute("COMMIT")
        except BaseException:
            rolled_back(connection)
            raise


def rolled_back(connection: sqlite3.Connection) -> None:
    """End a transaction, unless a full or broken disk has ended it already."""
    with suppress(sqlite3.Error):
        connection.execute("ROLLBACK")


def identity(folder: Path) -> tuple[int, int]:
    """What tells the database in `folder` from any other that may come into its place.

    Raises:
        ArchiveError: when there is none.
    """
    with told(folder):
        found = (folder / FILE).stat()
    return found.st_dev, found.st_ino


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What goes wrong with the files of an archive, as one line.

    Raises:
        ArchiveError: for every failure of the database or of the file system.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise ArchiveError(f"the archive {folder} {_reason(str(error))}") from error
    except (json.JSONDecodeError, UnicodeDecodeError) as error:  # the latter in what SQLite says of a damaged table
        raise ArchiveError(f"the archive {folder} {_DAMAGED}") from error
    except OSError as error:
        raise ArchiveError(
            f"the archive {folder} cannot be used ({error.strerror or error}): check the folder and the disk"
        ) from error


def _prepare(connection: sqlite3.Connection, folder: Path, writable: bool) -> None:
    written = (folder / VECTORS).exists()  # which never is before the tables are
    # Of one moment: another process may be making the archive.
    connection.execute("BEGIN")
    found, ours = schema.version(connection), schema.is_archive(connection)
    rolled_back(connection)
    if not ours:
        raise ArchiveError(f"{folder / FILE} is a database of another program: choose another folder")
    if found > schema.VERSION:
        raise ArchiveError(
            f"the archive {folder} was written by a newer discrepancy (its version is {found}, this program knows "
            f"{schema.VERSION}): install the newer program"
        )
    if written and not found:
        raise ArchiveError(f"the archive {folder} {_DAMAGED}")
    if not writable:
        if found < schema.VERSION:
            raise ArchiveError(
                f"the archive {folder} is of an older version, and cannot be brought to today's where nothing can be "
                "written: copy the folder to another disk"
            )
    else:
        _write_ahead(connection)
        # In WAL a commit may be lost when the power fails, never a part of one, and never when a program is killed.
        connection.execute("PRAGMA synchronous = NORMAL")
        # Not in every build of SQLite what a removed source leaves in the file is gone by itself.
        connection.execute("PRAGMA secure_delete = ON")
        schema.migrate(connection)
    connection.execute("PRAGMA foreign_keys = ON")


_DAMAGED = "is damaged: bring back a copy, or add its sources to a new one"


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Use a write-ahead log. SQLite does not wait by itself where two processes ask for it in a new file at once."""
    last = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > last:
                raise
            time.sleep(PAUSE)


_REASONS = {
    "locked": "is being written by another process: try again when that has ended",
    "busy": "is being written by another process: try again when that has ended",
    "full": "has no room left on its disk: nothing of this step was kept; make room, and do it again",
    "readonly": "cannot be written: check its permissions, or copy it to a disk that can be written",
    "unable to open": "cannot be opened: check the folder and its permissions",
    "disk i/o": "cannot be read or written where it was (was it moved, or its disk taken out?): do it again",
    "not a database": _DAMAGED,
    "malformed": _DAMAGED,
    "decode to utf-8": _DAMAGED,
}
"""What SQLite says, and what it is for a reader."""


def _reason(said: str) -> str:
    return next((reason for sign, reason in _REASONS.items() if sign in said.lower()), f"cannot be used ({said})")
