"""Several processes at one archive: those that write wait for each other, and those that read see one moment."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from discrepancy import archive, events
from discrepancy.archive import database
from discrepancy.embed import Vectors
from discrepancy.errors import ArchiveError
from tests.archive import children
from tests.archive.stock import ENGINE, NOW, add, articles, plain, problems, put, remove, rows, separate
from tests.archive.stock import events as known
from tests.archive.test_adding import NAMES, told


def check_whole(folder: Path, wanted: Path) -> None:
    assert problems(folder) == ()
    assert plain(folder) == plain(wanted)
    assert rows(folder, "SELECT COUNT(*) FROM events WHERE compared IS NULL") == [(0,)]
    assert rows(folder, "SELECT COUNT(DISTINCT slot) = COUNT(*) FROM articles") == [(1,)]


def test_two_that_put_in_different_sources_both_succeed(tmp_path: Path) -> None:
    given = articles(*separate(tmp_path, NAMES))
    for half in (given[:5], given[5:]):
        put(tmp_path / "wanted", half)
    assert children.crowd(partial(put, tmp_path / "a", given[:5]), partial(put, tmp_path / "a", given[5:])) == [0, 0]
    assert {
        table: plain(tmp_path / "a")[table] for table in ("articles", "events", "discrepancies", "made", "uses")
    } == {table: plain(tmp_path / "wanted")[table] for table in ("articles", "events", "discrepancies", "made", "uses")}
    assert problems(tmp_path / "a") == ()


def test_several_that_put_in_the_same_sources_put_each_in_once(tmp_path: Path) -> None:
    given = articles(*separate(tmp_path, NAMES))
    put(tmp_path / "wanted", given)
    assert children.crowd(*[partial(put, tmp_path / "a", given)] * 3) == [0, 0, 0]
    check_whole(tmp_path / "a", tmp_path / "wanted")


def test_what_another_put_in_meanwhile_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one is at it between this one's first look and its writing."""
    given = articles(*separate(tmp_path, ("fire-1", "quake-1")))
    profiles, other = events.profiles, []

    def slow(*arguments: object) -> object:
        if not other:
            other.append("came")
            put(tmp_path / "a", given[:1])
        return profiles(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(events, "profiles", slow)
    with archive.opened(tmp_path / "a", create=True) as kept:
        taken = archive.take_in(kept, given, ENGINE, "2024-06-11T08:00:00+00:00")
    assert (taken.new, taken.changed, taken.known) == (("../quake-1.jsonl#quake-1",), (), 1)
    assert rows(tmp_path / "a", "SELECT id, added FROM articles ORDER BY key")[0] == ("../fire-1.jsonl#fire-1", NOW)
    assert problems(tmp_path / "a") == ()


def test_an_archive_that_was_empty_when_it_was_opened_knows_what_came(tmp_path: Path) -> None:
    """How long its vectors are was settled by another."""
    given = articles(*separate(tmp_path, NAMES))
    put(tmp_path / "wanted", given)
    with archive.opened(tmp_path / "a", create=True) as kept:
        put(tmp_path / "a", given[1:])
        archive.take_in(kept, given[1:], ENGINE, NOW)
        archive.take_in(kept, given[:1], ENGINE, NOW)
    put(tmp_path / "a", given)
    for table in ("articles", "events"):
        assert plain(tmp_path / "a")[table] == plain(tmp_path / "wanted")[table]
    with archive.opened(tmp_path / "a") as one, archive.opened(tmp_path / "wanted") as other:
        assert told(archive.report(one, ENGINE)) == told(archive.report(other, ENGINE))


def test_one_that_was_opened_empty_takes_out_what_came(tmp_path: Path) -> None:
    given = articles(*separate(tmp_path, ("fire-1", "fire-2", "quake-1")))
    with archive.opened(tmp_path / "a", create=True) as kept:
        put(tmp_path / "a", given)
        before = held(tmp_path / "a")
        kept.remove("../fire-2.jsonl#fire-2")
    assert problems(tmp_path / "a") == ()
    assert known(tmp_path / "a") == [["../fire-1.jsonl#fire-1"], ["../quake-1.jsonl#quake-1"]]
    after = held(tmp_path / "a")
    assert [(row == old).all() for row, old in zip(after, before, strict=True)] == [True, False, True]
    assert not after[1].any()


def held(folder: Path) -> list[Vectors]:
    """The first three rows of vectors."""
    with archive.opened(folder) as kept, kept.reading():
        return [kept.vectors.get(slot) for slot in range(3)]


def test_one_that_takes_out_and_one_that_puts_in_both_succeed(tmp_path: Path) -> None:
    given = articles(*separate(tmp_path, NAMES))
    put(tmp_path / "a", given[:5])
    out = [one for (one,) in rows(tmp_path / "a", "SELECT id FROM articles ORDER BY key LIMIT 2")]
    assert children.crowd(partial(remove, tmp_path / "a", *map(str, out)), partial(put, tmp_path / "a", given[5:])) == [
        0,
        0,
    ]
    put(tmp_path / "wanted", given[2:])
    assert plain(tmp_path / "a")["events"] == plain(tmp_path / "wanted")["events"]
    assert problems(tmp_path / "a") == ()


def test_a_reader_sees_one_moment(tmp_path: Path) -> None:
    paths = separate(tmp_path, NAMES)
    add(tmp_path / "a", *paths[:4])
    with archive.opened(tmp_path / "a") as reader, reader.reading():
        before = [event.key for event in archive.chosen(reader)]
        why = [reader.told_of(event) for event in archive.chosen(reader)]
        add(tmp_path / "a", *paths[4:])
        remove(tmp_path / "a", "../merger-1.jsonl#merger-1")
        assert [event.key for event in archive.chosen(reader)] == before
        assert [reader.told_of(event) for event in archive.chosen(reader)] == why
        assert len(list(reader.sources())) == 4


def test_a_reader_that_looks_again_sees_what_is_new(tmp_path: Path) -> None:
    paths = separate(tmp_path, ("fire-1", "fire-2"))
    add(tmp_path / "a", paths[0])
    with archive.opened(tmp_path / "a") as reader:
        for path in (None, paths[1]):
            if path:
                add(tmp_path / "a", path)
            with archive.opened(tmp_path / "a") as new, new.reading(), reader.reading():
                (event,) = archive.chosen(reader)
                assert reader.told_of(event) == new.told_of(event)


def test_a_reader_never_writes(tmp_path: Path) -> None:
    add(tmp_path / "a", *separate(tmp_path, ("fire-1", "fire-2")))
    asked: list[str] = []
    with (
        pytest.MonkeyPatch.context() as patch,
        children.statements(patch, asked.append),
        archive.opened(tmp_path / "a") as kept,
    ):
        archive.report(kept, ENGINE)
        archive.checked(kept)
        archive.chosen(kept, ["1"], NOW)
    verbs = {statement.split()[0] for statement in asked}
    assert verbs <= {"SELECT", "PRAGMA", "BEGIN", "ROLLBACK"}


def test_one_that_has_waited_long_enough_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    add(tmp_path / "a", *separate(tmp_path, ("fire-1",)))
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    with archive.opened(tmp_path / "a") as one, archive.opened(tmp_path / "a") as other, one.writing():
        with pytest.raises(ArchiveError, match="is being written by another process: try again when that has ended"):
            other.remove("../fire-1.jsonl#fire-1")
        assert len(list(other.sources())) == 1, "reading waits for nobody"
