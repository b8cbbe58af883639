"""What the cache promises: it may be shared, damaged, full or forbidden, and no run fails for it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy import cache as module
from discrepancy.cache import FILE_NAME, Cache, default_folder, missing, open_cache

WRITER = """
import sys
from pathlib import Path
from discrepancy.cache import Cache

cache = Cache(Path(sys.argv[1]))
for i in range(40):
    cache.put_many("numbers", {f"{sys.argv[2]}-{i}-{j}".encode(): b"x" * 200 for j in range(10)})
"""


class Told(list[str]):
    def __call__(self, message: str) -> None:
        self.append(message)


def test_values_come_back_by_space_and_key(tmp_path: Path) -> None:
    Cache(tmp_path).put_many("parse", {b"a": b"1", b"b": b""})
    cache = Cache(tmp_path)
    assert cache.get_many("parse", [b"a", b"b", b"c"]) == {b"a": b"1", b"b": b""}
    assert cache.get_many("embed", [b"a"]) == {}


def test_a_later_value_replaces_an_earlier_one(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_many("parse", {b"a": b"1"})
    cache.put_many("parse", {b"a": b"2"})
    assert cache.get_many("parse", [b"a"]) == {b"a": b"2"}


def test_more_keys_than_one_query_takes(tmp_path: Path) -> None:
    items = {str(i).encode(): bytes(3) for i in range(3 * module.KEYS_A_QUERY + 1)}
    cache = Cache(tmp_path)
    cache.put_many("parse", items)
    assert cache.get_many("parse", list(items)) == items


def test_no_cache_keeps_nothing_and_makes_no_file() -> None:
    cache = Cache.none()
    cache.put_many("parse", {b"a": b"1"})
    assert cache.get_many("parse", [b"a"]) == {}


def test_the_file_is_made_with_the_first_use_only(tmp_path: Path) -> None:
    Cache(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_two_processes_write_at_once(tmp_path: Path) -> None:
    calls = [[sys.executable, "-c", WRITER, str(tmp_path), name] for name in ("one", "two")]
    running = [subprocess.Popen(call, stderr=subprocess.PIPE) for call in calls]
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0), (b"", 0)]
    keys = [f"{name}-{i}-{j}".encode() for name in ("one", "two") for i in range(40) for j in range(10)]
    assert len(Cache(tmp_path).get_many("numbers", keys)) == len(keys)


@pytest.mark.parametrize(
    "content", [b"no database at all" * 100, b"SQLite format 3\x00" + b"\xff" * 5000], ids=["text", "header"]
)
def test_a_damaged_file_is_set_aside_and_built_anew(tmp_path: Path, content: bytes) -> None:
    told = Told()
    (tmp_path / FILE_NAME).write_bytes(content)
    cache = Cache(tmp_path, told)
    assert cache.get_many("parse", [b"a"]) == {}
    cache.put_many("parse", {b"a": b"1"})
    assert cache.get_many("parse", [b"a"]) == {b"a": b"1"}
    assert len(told) == 1
    assert "damaged" in told[0]
    assert (tmp_path / (FILE_NAME + ".damaged")).read_bytes() == content


def test_damage_inside_a_file_is_noticed(tmp_path: Path) -> None:
    told = Told()
    cache = Cache(tmp_path)
    cache.put_many("parse", {str(i).encode(): bytes(500) for i in range(500)})
    cache.close()
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    again = Cache(tmp_path, told)
    assert again.get_many("parse", [b"1", b"2"]) == {}
    again.put_many("parse", {b"1": b"new"})
    assert again.get_many("parse", [b"1"]) == {b"1": b"new"}
    assert len(told) == 1


def test_a_value_that_lost_its_sum_reads_as_missing(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put_many("parse", {b"a": b"right", b"b": b"kept"})
    cache.close()
    with sqlite3.connect(tmp_path / FILE_NAME) as connection:
        connection.execute("UPDATE entries SET value = substr(value, 1, 6) || 'ong' WHERE key = ?", (b"a",))
        connection.execute("INSERT INTO entries VALUES ('parse', ?, 'text')", (b"c",))
    connection.close()
    assert Cache(tmp_path).get_many("parse", [b"a", b"b", b"c"]) == {b"b": b"kept"}


def test_a_folder_that_cannot_be_made_is_said_once(tmp_path: Path) -> None:
    told = Told()
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache", told)
    cache.put_many("parse", {b"a": b"1"})
    assert cache.get_many("parse", [b"a"]) == {}
    assert len(told) == 1
    assert "goes on without" in told[0]


@pytest.mark.parametrize(
    "reason", ["database or disk is full", "attempt to write a readonly database", "disk I/O error"]
)
def test_a_disk_that_takes_no_more_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str) -> None:
    class Full:
        def execute(self, *_: object) -> None:
            raise sqlite3.OperationalError(reason)

        def close(self) -> None: ...

    told = Told()
    monkeypatch.setattr(module.sqlite3, "connect", lambda *_, **__: Full())
    cache = Cache(tmp_path, told)
    for _ in range(3):
        cache.put_many("parse", {b"a": b"1"})
    assert cache.get_many("parse", [b"a"]) == {}
    assert len(told) == 1
    assert reason in told[0]


def test_without_a_listener_it_warns(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database" * 100)
    with pytest.warns(UserWarning, match="damaged"):
        Cache(tmp_path).get_many("parse", [b"a"])


def test_the_environment_goes_before_the_setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCREPANCY_CACHE_DIR", str(tmp_path / "environment"))
    assert default_folder("elsewhere") == tmp_path / "environment"
    monkeypatch.delenv("DISCREPANCY_CACHE_DIR")
    assert default_folder(tmp_path) == tmp_path
    assert "discrepancy" in str(default_folder())


def test_off_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCREPANCY_CACHE_DIR", str(tmp_path))
    assert open_cache("off").path is None
    assert open_cache().path == tmp_path / FILE_NAME


def test_missing_names_each_key_once_in_order() -> None:
    assert missing([b"b", b"a", b"b", b"c"], {b"a": b""}) == [b"b", b"c"]
