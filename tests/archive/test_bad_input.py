"""What an archive may meet: each is one clear line, and costs nothing that it held."""

from __future__ import annotations

import os
import random
import resource
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from discrepancy import archive, cli
from discrepancy.archive import adding, database, schema
from discrepancy.archive.vectors import FILE, VectorFile
from discrepancy.errors import ArchiveError
from discrepancy.model import Article
from discrepancy.stages import Models
from tests.archive import children
from tests.archive.stock import (
    ENGINE,
    MODELS,
    add,
    articles,
    dump,
    events,
    plain,
    problems,
    put,
    rows,
    separate,
    write,
)
from tests.archive.test_adding import NAMES

Capture = pytest.CaptureFixture[str]

COMMANDS = (
    ("add", "new.jsonl"),
    ("compare",),
    ("check",),
    ("events",),
    ("archive", "list"),
    ("archive", "check"),
    ("archive", "remove", "../fire-1.jsonl#fire-1"),
)
READING = [one for one in COMMANDS if one not in (("add", "new.jsonl"), COMMANDS[-1])]


@pytest.fixture(autouse=True)
def models(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(Models, "of", lambda *_: MODELS)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """An archive of three sources, and a fourth beside it that is to come."""
    add(tmp_path / "a", *separate(tmp_path, ("fire-1", "fire-2", "quake-1")))
    write(tmp_path / "new.jsonl", "quake-2")
    return tmp_path / "a"


def refused(capture: Capture, folder: Path, *command: str) -> str:
    """The one line that a command ends with."""
    capture.readouterr()
    with pytest.raises(SystemExit) as ended:
        cli.main([*command, "--archive", folder.name])
    told = capture.readouterr()
    # That no verdict is there yet is said to whoever asks for verdicts.
    lines = [line for line in told.err.splitlines() if "nothing is judged yet" not in line]
    assert ended.value.code == 2, (told, command)
    assert len(lines) == 1, told.err
    assert told.out == ""
    assert "should not have happened" not in lines[0], lines[0]
    return lines[0]


def refused_by_all(capture: Capture, folder: Path, *words: str) -> None:
    for command in COMMANDS:
        line = refused(capture, folder, *command)
        assert all(word in line for word in words), line


def execute(folder: Path, query: str) -> None:
    connection = sqlite3.connect(folder / database.FILE)
    connection.execute(query)
    connection.commit()
    connection.close()


# ---- what stands in the place of a database


def test_an_archive_of_a_newer_version(kept: Path, capsys: Capture) -> None:
    execute(kept, f"PRAGMA user_version = {schema.VERSION + 1}")
    before = dump(kept)
    refused_by_all(capsys, kept, "was written by a newer discrepancy", "install the newer program")
    assert dump(kept) == before


@pytest.mark.parametrize("number", [0, 1, schema.VERSION, 99])
def test_a_database_of_another_program(number: int, tmp_path: Path, capsys: Capture) -> None:
    write(tmp_path / "new.jsonl", "quake-2")
    (tmp_path / "a").mkdir()
    execute(tmp_path / "a", "CREATE TABLE moz_places (url TEXT)")
    execute(tmp_path / "a", f"PRAGMA user_version = {number}")
    refused_by_all(capsys, tmp_path / "a", "is a database of another program: choose another folder")
    assert list(dump(tmp_path / "a")) == ["moz_places"]


@pytest.mark.parametrize("data", [b"These are my notes.\n" * 500, bytes(8192), b"SQLite format 3\x00" + bytes(4080)])
def test_a_file_that_is_no_database(data: bytes, tmp_path: Path, capsys: Capture) -> None:
    write(tmp_path / "new.jsonl", "quake-2")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / database.FILE).write_bytes(data)
    refused_by_all(capsys, tmp_path / "a", "is damaged: bring back a copy")
    assert (tmp_path / "a" / database.FILE).read_bytes() == data


@pytest.mark.parametrize("share", [0.3, 0.5, 0.9])
def test_a_database_that_was_cut_off(share: float, kept: Path, capsys: Capture) -> None:
    data = (kept / database.FILE).read_bytes()
    (kept / database.FILE).write_bytes(data[: int(len(data) * share)])
    refused_by_all(capsys, kept, "is damaged: bring back a copy")


def test_a_database_that_was_emptied_beside_its_vectors(kept: Path, capsys: Capture) -> None:
    (kept / database.FILE).write_bytes(b"")
    refused_by_all(capsys, kept, "is damaged: bring back a copy")
    assert (kept / database.FILE).read_bytes() == b""


def test_damage_in_the_midst_is_found_or_told_in_one_line(kept: Path, capsys: Capture, tmp_path: Path) -> None:
    """Wherever a page of zeros or noise stands, no command ends in more than a line, and `check` never says all is
    well where pages are lost."""
    data = (kept / database.FILE).read_bytes()
    draw = random.Random(3)
    for at in range(4096, len(data), 8192):
        noise = draw.choice([bytes(4096), draw.randbytes(4096)])
        (kept / database.FILE).write_bytes(data[:at] + noise + data[at + 4096 :])
        for command in (("archive", "check"), ("compare",)):
            with pytest.raises(SystemExit) as ended:
                cli.main([*command, "--archive", "a"])
            told = capsys.readouterr()
            assert "should not have happened" not in told.err, told.err
            assert len(told.err.splitlines()) <= 1
            if command == ("archive", "check"):
                assert ended.value.code in (1, 2)


def test_text_that_was_damaged_is_one_line(kept: Path, capsys: Capture) -> None:
    execute(kept, "UPDATE articles SET profile = substr(profile, 5), lines = substr(lines, 5), pages = '['")
    for command in (("compare",), ("events",), COMMANDS[-1]):
        assert "is damaged: bring back a copy" in refused(capsys, kept, *command)


# ---- the folder


def test_no_archive_is_there(tmp_path: Path, capsys: Capture) -> None:
    for command in COMMANDS[1:]:
        assert refused(capsys, tmp_path / "a", *command) == (
            "discrepancy: there is no archive in a: make one with 'discrepancy add --archive a PATH'"
        )
    assert not (tmp_path / "a").exists()


def test_a_file_in_the_place_of_the_folder(tmp_path: Path, capsys: Capture) -> None:
    write(tmp_path / "new.jsonl", "quake-2")
    (tmp_path / "a").write_text("My notes.\n")
    line = refused(capsys, tmp_path / "a", *COMMANDS[0])
    assert line == "discrepancy: a is a file: an archive is a folder of its own, so choose another name"
    assert (tmp_path / "a").read_text() == "My notes.\n"


def test_a_folder_that_nobody_may_look_into(kept: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path) -> bool:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(database.Path, "is_file", forbidden)
    with pytest.raises(ArchiveError, match=r"cannot be used \(Permission denied\): check the folder and the disk"):
        archive.opened(kept)


@pytest.fixture
def unwritable(monkeypatch: pytest.MonkeyPatch, kept: Path) -> Path:
    """As where the disk is read-only: the administrator, as whom tests may run, is forbidden nothing else."""
    asked = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and asked(path, mode))
    return kept


def test_on_a_disk_that_cannot_be_written_an_archive_is_read(unwritable: Path, capsys: Capture) -> None:
    before = {path.name: path.read_bytes() for path in unwritable.iterdir()}
    for command in READING:
        with pytest.raises(SystemExit) as ended:
            cli.main([*command, "--archive", "a"])
        assert not ended.value.code, command
    for command in (COMMANDS[0], COMMANDS[-1]):
        assert "cannot be written: check its permissions, or copy it" in refused(capsys, unwritable, *command)
    assert {path.name: path.read_bytes() for path in unwritable.iterdir()} == before


def test_on_such_a_disk_one_that_was_cut_off_is_told(unwritable: Path, capsys: Capture) -> None:
    (unwritable / f"{database.FILE}-wal").write_bytes(b"\x01" * 100)
    refused_by_all(
        capsys, unwritable, "was cut off when it last was, and cannot be mended where it is: copy the folder"
    )


def test_on_such_a_disk_one_of_an_older_version_is_told(unwritable: Path, capsys: Capture) -> None:
    execute(unwritable, "DROP TABLE feeds")
    execute(unwritable, "PRAGMA user_version = 1")
    refused_by_all(capsys, unwritable, "is of an older version", "copy the folder to another disk")


def test_on_such_a_disk_no_archive_is_made(unwritable: Path, tmp_path: Path, capsys: Capture) -> None:
    line = refused(capsys, tmp_path / "b", *COMMANDS[0])
    assert "cannot be opened: check the folder and its permissions" in line


# ---- a full disk


def test_a_database_that_cannot_grow_keeps_what_it_had(
    kept: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    ((pages,),) = rows(kept, "PRAGMA page_count")
    before, connect = dump(kept), sqlite3.connect

    def full(*arguments: object, **options: object) -> sqlite3.Connection:
        connection = connect(*arguments, **options)  # type: ignore[call-overload]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection  # type: ignore[no-any-return]

    separate(tmp_path, NAMES)
    with monkeypatch.context() as patch:
        patch.setattr(database.sqlite3, "connect", full)
        line = refused(capsys, kept, "add", *(f"{name}.jsonl" for name in NAMES))
    assert "has no room left on its disk: nothing of this step was kept; make room, and do it again" in line
    assert dump(kept) == before
    assert problems(kept) == ()
    add(kept, *(tmp_path / f"{name}.jsonl" for name in NAMES))
    assert len(rows(kept, "SELECT id FROM articles")) == len(NAMES)


@pytest.mark.parametrize("room", [0, 5_000, 100_000, 300_000, 520_000])
def test_a_disk_that_fills_up_at_any_moment_is_one_line(room: int, tmp_path: Path) -> None:
    """Files that cannot grow beyond `room` bytes: the database's, its journal's, that of the vectors."""
    given = articles(*separate(tmp_path, NAMES))

    def crammed() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
        with pytest.raises(ArchiveError) as told:
            put(tmp_path / "a", given)
        assert "\n" not in str(told.value)
        (tmp_path / "told").touch()  # an empty file needs no room

    assert children.done(crammed) == 0
    assert (tmp_path / "told").exists()
    put(tmp_path / "a", given)
    put(tmp_path / "wanted", given)
    assert problems(tmp_path / "a") == ()
    assert plain(tmp_path / "a") == plain(tmp_path / "wanted")


# ---- an archive that is moved while it is open


def interrupted(monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Do something between the first batch of articles and the second."""
    monkeypatch.setattr(adding, "POOLED", 3)
    arrivals, seen = adding._arrivals, []

    def slow(*arguments: object) -> object:
        seen.append(1)
        if len(seen) == 2:
            do()
        return arrivals(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(adding, "_arrivals", slow)


def nothing_lost(folder: Path, given: tuple[Article, ...], wanted: Path) -> None:
    assert problems(folder) == ()
    assert len(rows(folder, "SELECT id FROM articles")) == 3
    put(wanted, [*given])
    put(folder, given)
    assert events(folder) == events(wanted)
    assert problems(folder) == ()


def test_a_folder_that_is_moved_while_it_is_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = articles(*separate(tmp_path, NAMES))
    with monkeypatch.context() as patch:
        interrupted(patch, lambda: (tmp_path / "a").rename(tmp_path / "b"))
        with pytest.raises(ArchiveError, match="a cannot be used"):
            put(tmp_path / "a", given)
    assert not (tmp_path / "a").exists()
    nothing_lost(tmp_path / "b", given, tmp_path / "wanted")


def test_a_folder_in_whose_place_another_comes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = articles(*separate(tmp_path, NAMES))

    def swap() -> None:
        (tmp_path / "a").rename(tmp_path / "b")
        put(tmp_path / "c", given[:1])
        (tmp_path / "c").rename(tmp_path / "a")

    with monkeypatch.context() as patch:
        interrupted(patch, swap)
        with pytest.raises(ArchiveError, match="was moved while it was open: do it again where it is now"):
            put(tmp_path / "a", given)
    assert len(rows(tmp_path / "a", "SELECT id FROM articles")) == 1
    assert problems(tmp_path / "a") == ()
    nothing_lost(tmp_path / "b", given, tmp_path / "wanted")


def test_a_folder_that_is_moved_while_it_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = articles(*separate(tmp_path, NAMES))
    put(tmp_path / "a", given[:3])
    place = VectorFile.put

    def moving(*arguments: object) -> None:
        place(*arguments)  # type: ignore[arg-type]
        if (tmp_path / "a").exists():
            (tmp_path / "a").rename(tmp_path / "b")

    with monkeypatch.context() as patch:
        patch.setattr(VectorFile, "put", moving)
        with pytest.raises(ArchiveError, match="a cannot be used"):
            put(tmp_path / "a", given)
    nothing_lost(tmp_path / "b", given, tmp_path / "wanted")


def test_a_copy_is_as_good(kept: Path, tmp_path: Path) -> None:
    shutil.copytree(kept, tmp_path / "copy")
    assert (plain(tmp_path / "copy"), problems(tmp_path / "copy")) == (plain(kept), ())


# ---- the vectors


@pytest.mark.parametrize("left", [None, 0, 700])
def test_vectors_that_are_missing_or_cut_off(left: int | None, kept: Path, capsys: Capture) -> None:
    (kept / FILE).unlink() if left is None else os.truncate(kept / FILE, left)
    before = dump(kept)
    for command in (COMMANDS[0], COMMANDS[-1], ("events",)):
        line = refused(capsys, kept, *command)
        assert "articles.vectors is missing or cut off: bring back a copy of the archive" in line
    assert dump(kept) == before
    with pytest.raises(SystemExit) as ended:
        cli.main(["archive", "check", "--archive", "a"])
    told = capsys.readouterr()
    lost = "2 articles" if left == 700 else "3 articles"
    assert f"{lost} without their vector: add its sources to a new archive\n" in told.out
    assert (ended.value.code, told.err) == (1, "")
    with archive.opened(kept) as still:
        assert len(archive.report(still, ENGINE).articles) == 3, "what was compared can be read all the same"


@pytest.mark.parametrize(
    ("damage", "line"),
    [
        ("DELETE FROM articles WHERE event = 1", "1 events without an article"),
        ("UPDATE statements SET stop = 100000 WHERE place = 0", "3 articles that end before their statements"),
        ("UPDATE statements SET stop = start WHERE key = 1", "1 statements without a word"),
        ("DELETE FROM comparisons", "2 compared events without their comparison"),
        ("DELETE FROM alike WHERE a < b", "1 likenesses that are known from one side alone"),
        ("UPDATE words SET articles = 9 WHERE kind = 'names' AND word = 'Sarvan'", "1 names that are counted wrongly"),
        ("DELETE FROM words WHERE kind = 'names' AND word = 'Sarvan'", "1 names that are counted wrongly"),
        ("INSERT INTO made VALUES (999, 'parse', x'01', x'02')", "1 values of models that no event rests on"),
        ("INSERT INTO freed VALUES (0, 1)", "1 rows of vectors that an article has and that are free"),
        ("UPDATE alike SET a = 77 WHERE a = (SELECT MAX(a) FROM alike)", "1 rows speak of others that are not there"),
    ],
)
def test_what_does_not_fit_together_is_told(damage: str, line: str, kept: Path, capsys: Capture) -> None:
    assert problems(kept) == ()
    execute(kept, damage)
    with pytest.raises(SystemExit) as ended:
        cli.main(["archive", "check", "--archive", "a"])
    told = capsys.readouterr()
    assert ended.value.code == 1
    assert f"{line}: add its sources to a new archive\n" in told.out


def test_an_article_with_a_nul_is_all_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nine people \x00 died in the fire. Ten were hurt in it.\n")
    add(tmp_path / "kept", path)
    assert rows(tmp_path / "kept", "SELECT COUNT(*) FROM statements") != [(0,)]
    assert problems(tmp_path / "kept") == ()


def test_a_folder_whose_name_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("no such name can be on this disk")
    monkeypatch.chdir(folder)
    path = write(Path("a.jsonl"), "fire-1")
    add(tmp_path / "kept", path)
    assert rows(tmp_path / "kept", "SELECT id, path FROM articles") == [
        ("../caf\\udce9/a.jsonl#fire-1", "../caf\\udce9/a.jsonl")
    ]
    assert add(tmp_path / "kept", path).taken.known == 1
    with archive.opened(tmp_path / "kept") as kept:
        kept.remove("../caf\udce9/a.jsonl#fire-1")
        assert list(kept.sources()) == []


def test_a_table_whose_description_is_damaged_is_one_line(kept: Path, capsys: Capture) -> None:
    data = (kept / database.FILE).read_bytes()
    (kept / database.FILE).write_bytes(data.replace(b"CREATE TABLE facts", b"CREATE\xafTABLE facts"))
    refused_by_all(capsys, kept, "is damaged: bring back a copy")
