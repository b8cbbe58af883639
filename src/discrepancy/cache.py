"""Parses and vectors kept on disk: one SQLite file that several runs may share.

A cache may be lost at any time and no result may hang on it. So nothing here raises for a file that is damaged, locked
or cannot be written: the reader is told once, and the run goes on without.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
import warnings
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import Protocol

Warn = Callable[[str], None]

FILE_NAME = "cache-1.sqlite"
"""The number is the version of the table below; another layout takes another file."""
FOLDER_VARIABLE = "DISCREPANCY_CACHE_DIR"
OFF = "off"
BUSY_SECONDS = 10.0
KEYS_A_QUERY = 500
"""SQLite before 3.32 takes at most 999 values in one statement."""
SUM_BYTES = 4

_TABLE = "CREATE TABLE IF NOT EXISTS entries (space TEXT, key BLOB, value BLOB, PRIMARY KEY (space, key)) WITHOUT ROWID"
_DAMAGED = ("not a database", "malformed", "no such table", "no such column", "encrypted")


def default_folder(setting: str | Path | None = None) -> Path:
    """Where the cache lies: the environment's DISCREPANCY_CACHE_DIR, else the setting, else the user's cache folder."""
    if chosen := os.environ.get(FOLDER_VARIABLE) or setting:
        return Path(chosen).expanduser()
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("discrepancy", appauthor=False))


class Values(Protocol):
    """Bytes by space and key, as `Cache` keeps them."""

    def get_many(self, space: str, keys: Sequence[bytes]) -> dict[bytes, bytes]: ...

    def put_many(self, space: str, items: Mapping[bytes, bytes]) -> None: ...


class Cache:
    """Bytes by space and key. A space names what made the values: a stage with its model and versions.

    Several threads and processes may use one file at once. Each value is kept with a checksum, so that a damaged one
    reads as missing.
    """

    def __init__(self, folder: Path | None, warn: Warn | None = None) -> None:
        """`folder` is made when it is not there; None keeps nothing. `warn` takes one line, at most once."""
        self.path = folder / FILE_NAME if folder is not None else None
        self._warn = _warn if warn is None else warn
        self._warned = False
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None

    @classmethod
    def none(cls) -> Cache:
        """A cache that keeps nothing."""
        return cls(None)

    def get_many(self, space: str, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values of those of `keys` that are known."""
        found: dict[bytes, bytes] = {}

        def read(connection: sqlite3.Connection) -> None:
            for start in range(0, len(keys), KEYS_A_QUERY):
                some = keys[start : start + KEYS_A_QUERY]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, CAST(value AS BLOB) FROM entries WHERE space = ? AND key IN ({marks})"  # noqa: S608 - only marks
                for key, value in connection.execute(query, (space, *some)):
                    if (payload := _opened(value)) is not None:
                        found[bytes(key)] = payload

        self._attempt(read)
        return found

    def put_many(self, space: str, items: Mapping[bytes, bytes]) -> None:
        """Keeps all of `items`, or none when the file cannot be written."""
        rows = [(space, key, _sealed(value)) for key, value in items.items()]

        def write(connection: sqlite3.Connection) -> None:
            with connection:
                connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)

        if rows:
            self._attempt(write)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    def _attempt(self, work: Callable[[sqlite3.Connection], None]) -> None:
        """Runs `work`; once more on an empty file when this one is damaged. Gives the cache up when that fails too."""
        with self._lock:
            for last_try in (False, True):
                if self.path is None:
                    return
                try:
                    work(self._open(self.path))
                    return
                except (sqlite3.Error, OSError) as error:
                    self._recover(self.path, error, last_try)

    def _open(self, path: Path) -> sqlite3.Connection:
        if self._connection is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False)
            try:
                _write_ahead(connection)
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.execute(_TABLE)
            except sqlite3.Error:
                connection.close()
                raise
            self._connection = connection
        return self._connection

    def _recover(self, path: Path, error: Exception, last_try: bool) -> None:
        self.close()
        if last_try or not _is_damage(error) or not _set_aside(path):
            self.path = None
            self._say(f"the cache {path} cannot be used ({error}): this run goes on without it")
        else:
            self._say(f"the cache {path} was damaged: it is set aside and built anew")

    def _say(self, message: str) -> None:
        if not self._warned:
            self._warned = True
            self._warn(message)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """SQLite waits for no other process that switches at the same moment, whatever its timeout is."""
    last = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > last:
                raise
            time.sleep(0.01)


def open_cache(setting: str | Path | None = None, warn: Warn | None = None) -> Cache:
    """The cache in `default_folder(setting)`, or none for "off". Opening the file waits for the first use."""
    return Cache.none() if setting == OFF else Cache(default_folder(setting), warn)


def _is_damage(error: Exception) -> bool:
    return isinstance(error, sqlite3.DatabaseError) and any(sign in str(error) for sign in _DAMAGED)


def _set_aside(path: Path) -> bool:
    """Whether `path` is out of the way. Its journal goes: beside a new file it would be taken for that file's own."""
    try:
        if path.exists():
            path.replace(path.with_name(path.name + ".damaged"))
        for ending in ("-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _sealed(value: bytes) -> bytes:
    return zlib.crc32(value).to_bytes(SUM_BYTES, "big") + value


def _opened(sealed: object) -> bytes | None:
    if not isinstance(sealed, bytes):
        return None
    value = sealed[SUM_BYTES:]
    return value if sealed[:SUM_BYTES] == zlib.crc32(value).to_bytes(SUM_BYTES, "big") else None


def key_of(*texts: str) -> bytes:
    """What the values of a text, or of several in their order, are kept under."""
    total = hashlib.sha256()
    for text in texts[:-1]:
        data = text.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big") + data)
    total.update(texts[-1].encode("utf-8", "surrogatepass"))
    return total.digest()


def missing(keys: Iterable[bytes], found: Mapping[bytes, bytes]) -> list[bytes]:
    """Those of `keys` that are not in `found`, each once, in order."""
    return [key for key in dict.fromkeys(keys) if key not in found]


def _warn(message: str) -> None:
    warnings.warn(message, stacklevel=2)
