"""Archives of older versions, made by the scripts of their time, become one of today."""

from __future__ import annotations

import signal
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from discrepancy import archive
from discrepancy.archive import database, schema
from discrepancy.errors import ArchiveError
from tests.archive import children

OLDER = range(1, schema.VERSION)

ROWS: tuple[tuple[str, ...], ...] = (
    (
        "INSERT INTO facts VALUES ('dimensions', '4')",
        "INSERT INTO events VALUES (7, 3, 'stamp')",
        (
            "INSERT INTO articles VALUES (5, 'a.txt', '../a.txt', 'ab', 'Nine died.', 'Title', 'Wire', 'A. Writer', "
            "'2024-05-07', 'https://wire.example', 'en', '[]', 1, 'x', '2024-06-10T08:00:00+00:00', 0, '{}', '[]', 7)"
        ),
        (
            "INSERT INTO articles VALUES (6, 'b.txt', '../b.txt', 'cd', 'Ten died.', NULL, NULL, NULL, "
            "NULL, NULL, NULL, '[0, 4]', 0, NULL, '2024-06-10T08:00:00+00:00', 1, '{}', '[]', 7)"
        ),
        "INSERT INTO freed VALUES (2, 1)",
        "INSERT INTO names VALUES ('Norrhamn', 5)",
        "INSERT INTO words VALUES ('names', 'Norrhamn', 1)",
        "INSERT INTO alike VALUES (5, 6), (6, 5)",
        "INSERT INTO statements VALUES (9, 5, 0, 0, 10, 'body', 0)",
        "INSERT INTO mentions VALUES (9, 'quantity', 0, 4, '9')",
        "INSERT INTO comparisons VALUES (7, x'00')",
        "INSERT INTO discrepancies VALUES (7, 0, 'f', 'quantity', 'high', 'How many? Nine / Ten', x'00')",
        "INSERT INTO told VALUES ('p', 'a.txt', 'b.txt')",
        "INSERT INTO made VALUES (1, 'parse', x'01', x'02')",
        "INSERT INTO uses VALUES (7, 1)",
    ),
    ("INSERT INTO feeds VALUES ('https://wire.example/feed', '{}')",),
    ("INSERT INTO untold VALUES (7, 0, 'q')",),
)
"""Rows for the tables that came with each version."""


def older(folder: Path, version: int) -> sqlite3.Connection:
    """An archive as that version left it."""
    folder.mkdir(exist_ok=True)
    connection = sqlite3.connect(folder / database.FILE, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    for script, rows in zip(schema.MIGRATIONS[:version], ROWS, strict=False):
        connection.executescript(script)
        for row in rows:
            connection.execute(row)
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    connection.execute(f"PRAGMA user_version = {version}")
    return connection


def fresh(folder: Path) -> sqlite3.Connection:
    return database.connect(folder, create=True)


def form(connection: sqlite3.Connection) -> dict[str, Any]:
    """What tables, columns, indexes, triggers and keys there are."""
    found: dict[str, Any] = {}
    for kind, name, text in connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall():
        asked = {"table": ("table_xinfo", "foreign_key_list"), "index": ("index_xinfo",)}.get(kind, ())
        found[name] = [connection.execute(f"PRAGMA {one}({name})").fetchall() for one in asked] or text
    return found


def contents(connection: sqlite3.Connection) -> dict[str, list[Any]]:
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall()) for name in tables}  # noqa: S608 - its own


def test_there_is_a_row_for_every_table(tmp_path: Path) -> None:
    assert len(ROWS) == schema.VERSION
    assert all(contents(older(tmp_path / "a", schema.VERSION)).values())


@pytest.mark.parametrize("version", OLDER)
def test_an_older_archive_becomes_one_of_today_and_keeps_its_rows(version: int, tmp_path: Path) -> None:
    folder = tmp_path / "old"
    before = older(folder, version)
    held = contents(before)
    before.close()
    after = database.connect(folder)
    now = contents(after)
    assert form(after) == form(fresh(tmp_path / "new"))
    assert {name: now[name] for name in held} == held
    assert (schema.version(after), schema.is_archive(after)) == (schema.VERSION, True)
    assert after.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("version", [1, 2])
def test_all_is_told_that_was_kept_before_it_was_noted_what_is_not(version: int, tmp_path: Path) -> None:
    older(tmp_path, version).close()
    with archive.opened(tmp_path) as kept:
        assert kept.untold() == {}


def test_an_archive_of_today_is_left_as_it_is(tmp_path: Path) -> None:
    fresh(tmp_path).close()
    before = (tmp_path / database.FILE).read_bytes()
    database.connect(tmp_path).close()
    assert (tmp_path / database.FILE).read_bytes() == before


@pytest.mark.parametrize("version", [0, *OLDER])
def test_a_migration_that_fails_leaves_the_older_version_whole(
    version: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older(tmp_path, version).close()
    with monkeypatch.context() as broken:
        broken.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "INSERT INTO nowhere VALUES (1);\n"))
        broken.setattr(schema, "VERSION", schema.VERSION + 1)
        with pytest.raises(ArchiveError, match="no such table: nowhere"):
            database.connect(tmp_path)
    check_whole(tmp_path, version)
    assert schema.version(database.connect(tmp_path)) == schema.VERSION


def test_a_migration_that_is_killed_leaves_one_version_or_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    with children.statements(monkeypatch, asked.append):
        made = fresh(tmp_path / "whole")
        whole = len(asked)
        wanted = form(made)
    for at in range(0, whole, 2):
        folder = tmp_path / str(at)
        folder.mkdir()
        assert children.done(partial(killed, folder, at)) == -signal.SIGKILL
        check_whole(folder, 0)
        with archive.opened(folder, create=True) as kept:
            assert form(kept.connection) == wanted


def killed(folder: Path, at: int) -> None:
    left = at

    def count(_: str) -> None:
        nonlocal left
        if not left:
            children.die()
        left -= 1

    with pytest.MonkeyPatch.context() as patch, children.statements(patch, count):
        fresh(folder)


def check_whole(folder: Path, version: int) -> None:
    """An archive of `version`, or one of today: with all its tables, and no others."""
    connection = sqlite3.connect(folder / database.FILE)
    found = schema.version(connection)
    assert found in (version, schema.VERSION)
    as_made = older(folder.with_name(f"{folder.name}-as-made"), found)
    assert form(connection) == form(as_made)
    for open_ in (connection, as_made):
        open_.close()


@pytest.mark.parametrize("make", [lambda folder: None, lambda folder: older(folder, 1).close()])
def test_several_processes_may_migrate_at_once(make: Callable[[Path], None], tmp_path: Path) -> None:
    for number in range(5):
        folder = tmp_path / str(number)
        make(folder)
        assert children.crowd(*[partial(fresh, folder)] * 4) == [0, 0, 0, 0]
        connection = database.connect(folder)
        assert (schema.version(connection), connection.execute("PRAGMA journal_mode").fetchone()) == (
            schema.VERSION,
            ("wal",),
        )


def test_a_newer_version_that_came_meanwhile_is_not_turned_back(tmp_path: Path) -> None:
    connection = fresh(tmp_path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    schema.migrate(connection)
    assert schema.version(connection) == schema.VERSION + 1
