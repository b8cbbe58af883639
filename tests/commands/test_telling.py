"""News are shown at least once, whatever ends the program: they are told when they were written out, and not before."""

from __future__ import annotations

import io
import json
import signal
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from tests.archive import children
from tests.archive.stock import MODELS, rows, write

from discrepancy import cli, writers
from discrepancy.archive import Archive
from discrepancy.commands import _watch
from discrepancy.stages import Models

Capture = pytest.CaptureFixture[str]
FULL = Path("/dev/full")
KILLS = 12


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A file of two quakes, which disagree, and a fire."""
    monkeypatch.setattr(Models, "of", lambda *_: MODELS)
    monkeypatch.chdir(tmp_path)
    write(Path("a.jsonl"), "quake-1", "quake-2", "fire-1")
    return tmp_path


def run(*arguments: str, folder: str = "kept") -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([*arguments, "--archive", folder])
    return int(ended.value.code or 0)


def add(output: str, folder: str = "kept") -> int:
    return run("add", "a.jsonl", "--output", output, folder=folder)


def shown(output: str) -> list[str]:
    """What a report shows; nothing where none was written."""
    if not Path(output).exists():
        return []
    return [one["fingerprint"] for one in json.loads(Path(output).read_text())["discrepancies"]]


def killed(owner: object, name: str, monkeypatch: pytest.MonkeyPatch, do: Callable[[], object]) -> None:
    """Do it in a process of its own, which is killed when it comes to that call."""
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, lambda *_: children.die())
        assert children.done(do) == -signal.SIGKILL


def traced(do: Callable[[], object], told: Callable[[str], None]) -> None:
    with pytest.MonkeyPatch.context() as patch, children.statements(patch, told):
        do()


def killed_at(left: int, do: Callable[[], object]) -> None:
    """Do it, and be killed before so many statements of SQL are run."""
    steps = iter(range(left, -1, -1))
    traced(do, lambda _: None if next(steps) else children.die())


def check_shown_once_more(*before: str) -> None:
    """The next run shows what those before it did not come to show, and the one after it shows nothing."""
    assert add("next.json") == 0
    assert len(shown("next.json")) == 1
    assert [found for output in before for found in shown(output)] == []
    assert add("last.json") == 0
    assert shown("last.json") == []


# ---- killed


def test_one_that_is_killed_before_it_writes_leaves_its_news_to_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    killed(writers, "write", monkeypatch, partial(add, "first.json"))
    assert rows(Path("kept"), "SELECT COUNT(*) FROM events WHERE compared IS NULL") == [(0,)]
    check_shown_once_more("first.json")


def test_one_that_is_killed_after_it_wrote_shows_them_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    killed(Archive, "tell", monkeypatch, partial(add, "first.json"))
    assert len(shown("first.json")) == 1
    check_shown_once_more()


def test_wherever_one_is_killed_its_news_are_shown(here: Path, capsys: Capture) -> None:
    asked: list[str] = []
    traced(partial(add, "wanted.json", "wanted"), asked.append)
    length, wanted, twice = len(asked), shown("wanted.json"), 0
    assert wanted
    for at in {*range(0, length, length // KILLS), *range(length - KILLS, length)}:
        folder, first, second = (str(here / f"{at}-{name}") for name in ("kept", "first.json", "second.json"))
        assert children.done(partial(killed_at, at, partial(add, first, folder))) == -signal.SIGKILL
        assert add(second, folder) == 0
        assert shown(first) in ([], wanted)
        assert shown(second) == wanted or (shown(first), shown(second)) == (wanted, [])
        twice += shown(first) == shown(second)
        assert add(second, folder) == 0
        assert shown(second) == []
    assert twice


def test_removing_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    killed(writers, "write", monkeypatch, partial(add, "first.json"))
    killed(writers, "write", monkeypatch, partial(run, "archive", "remove", "../a.jsonl#fire-1"))
    check_shown_once_more("first.json")


def test_removing_shows_what_is_left_over(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    killed(writers, "write", monkeypatch, partial(add, "first.json"))
    assert run("archive", "remove", "../a.jsonl#fire-1") == 0
    told = capsys.readouterr()
    assert "At least 40" in told.out
    assert told.err == "discrepancy: 1 source removed; 0 events compared, 1 new discrepancy\n"
    assert run("add", "a.jsonl") == 0
    assert capsys.readouterr().out == ""


# ---- not written


@pytest.mark.skipif(not FULL.exists(), reason="there is no disk that is always full")
def test_what_finds_no_room_is_shown_by_the_next(capsys: Capture) -> None:
    assert run("add", "a.jsonl", "--output", str(FULL), "--format", "json") == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "discrepancy: /dev/full could not be written: No space left on device"
    )
    check_shown_once_more()


def test_what_nobody_reads_is_shown_by_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdout", Gone())
        run("add", "a.jsonl")
    check_shown_once_more()


def test_a_round_of_watching_shows_what_the_one_before_could_not(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    write_, failed = writers.write, []

    def write_second(*arguments: object) -> None:
        failed.append(1)
        if len(failed) == 1:
            raise writers.OutputError("the disk is full")
        write_(*arguments)  # type: ignore[arg-type]

    def changes(*_: object) -> Iterator[set[str]]:
        yield set()
        yield set()

    monkeypatch.setattr(writers, "write", write_second)
    monkeypatch.setattr(_watch, "changes", changes)
    assert run("watch", "a.jsonl", "--format", "line") == 0
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 1
    assert told.err.splitlines() == [
        "discrepancy: 3 new articles, 0 new versions, 0 known already; 2 events compared, 1 new discrepancy",
        "discrepancy: the disk is full",
        "discrepancy: 0 new articles, 0 new versions, 3 known already; 0 events compared, 1 new discrepancy",
        "discrepancy: 0 new articles, 0 new versions, 3 known already; 0 events compared, 0 new discrepancies",
    ]
