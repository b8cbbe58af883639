"""Comparing again when a file changes: what counts as a change, and what a run that fails costs."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from types import SimpleNamespace

import click
import pytest

from discrepancy import cli, pipeline, review
from discrepancy.commands import _watch
from discrepancy.errors import InputError, SettingsError
from discrepancy.model import Report
from discrepancy.request import Request
from reviews import HERALD, WIRE, judged, report

Capture = pytest.CaptureFixture[str]
TWO = report([[HERALD], [WIRE]])


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(list(arguments))
    return int(ended.value.code or 0)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path.resolve()


@pytest.fixture
def changing(monkeypatch: pytest.MonkeyPatch, here: Path) -> Callable[..., None]:
    """Gives what the engine makes of each run; before each but the first, `a.txt` changes. Then comes Ctrl+C."""

    def given(*found: Report | BaseException) -> None:
        left = iter(found)

        def compare(*_: object) -> Report:
            now = next(left)
            if isinstance(now, BaseException):
                raise now
            return now

        def changes(*_: object) -> Iterator[set[str]]:
            yield from [{str(here / "a.txt")}] * (len(found) - 1)
            raise KeyboardInterrupt

        monkeypatch.setattr(pipeline, "compare", compare)
        monkeypatch.setattr(_watch, "changes", changes)

    return given


# ---- runs


@pytest.mark.parametrize("command", ["compare", "check"])
def test_it_shows_the_report_again_with_what_changed(
    command: str, changing: Callable[..., None], capsys: Capture
) -> None:
    changing(TWO, replace(TWO, discrepancies=()))
    assert run(command, ".", "--watch", "--format", "line") == 0
    out, err = capsys.readouterr()
    assert out.count("wire.txt:1:1: quantity: ") == 1
    assert err.count("discrepancy: changed: a.txt\n") == 1


def test_what_is_open_while_it_watches_is_no_failure(changing: Callable[..., None], capsys: Capture) -> None:
    changing(TWO)
    assert run("check", ".", "--watch") == 0
    assert capsys.readouterr().out.endswith("not settled; 0 accepted entries, 0 aged entries\n")


def test_a_verdict_that_is_given_meanwhile_counts(here: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def judging(*_: object) -> Iterator[set[str]]:
        review.append(here / review.FILE_NAME, [judged(TWO, here)])
        yield {str(here / review.FILE_NAME)}

    monkeypatch.setattr(pipeline, "compare", lambda *_: TWO)
    monkeypatch.setattr(_watch, "changes", judging)
    assert run("check", ".", "--watch") == 0
    assert [line.partition(" ")[0] for line in capsys.readouterr().out.splitlines()] == ["high", "1", "0"]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (InputError("a.txt is damaged"), "discrepancy: a.txt is damaged"),
        (SettingsError("no such key"), "discrepancy: no such key"),
        (click.ClickException("no such file"), "discrepancy: no such file"),
        (RuntimeError("odd"), "discrepancy: this should not have happened (RuntimeError: odd); "),
    ],
)
def test_a_run_that_fails_is_one_line_and_the_watching_goes_on(
    error: Exception, line: str, changing: Callable[..., None], capsys: Capture
) -> None:
    changing(error, TWO)
    assert run("compare", ".", "--watch") == 0
    out, err = capsys.readouterr()
    assert out.startswith("1 discrepancy in 2 sources\n")
    assert err.splitlines()[0].startswith(line)
    assert "Traceback" not in err


def test_an_interrupted_run_ends_it(changing: Callable[..., None], capsys: Capture) -> None:
    changing(KeyboardInterrupt())
    assert run("compare", ".", "--watch") == 0
    assert capsys.readouterr().out == ""


def test_a_reader_that_goes_away_ends_it(
    changing: Callable[..., None], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    class Gone(io.StringIO):
        def write(self, _: str) -> int:
            raise BrokenPipeError

    changing(TWO, TWO, TWO)
    monkeypatch.setattr(sys, "stdout", Gone())
    assert run("check", ".", "--watch") == 0
    assert "changed" not in capsys.readouterr().err


def test_standard_input_cannot_be_watched(here: Path, capsys: Capture) -> None:
    assert run("compare", "-", "--watch") == 2
    assert "--watch needs files" in capsys.readouterr().err


def test_many_changes_are_named_in_part(
    here: Path, changing: Callable[..., None], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    changing(TWO, TWO)
    many = {str(here / f"{number}.txt") for number in range(9)} | {"/elsewhere/\x1b[2J.txt"}
    monkeypatch.setattr(_watch, "changes", lambda *_: iter([many]))
    assert run("compare", ".", "--watch") == 0
    assert "discrepancy: changed: /elsewhere/␛[2J.txt, 0.txt, 1.txt, 2.txt, 3.txt and 5 more\n" in (
        capsys.readouterr().err
    )


# ---- what counts


@pytest.fixture
def folder(here: Path) -> Path:
    (here / "articles" / "may").mkdir(parents=True)
    (here / "single.txt").write_text("One sentence.\n")
    return here


@pytest.mark.parametrize(
    ("changed", "counts"),
    [
        ("articles/a.txt", True),
        ("articles/may/b.PDF", True),
        ("articles/sources.toml", True),
        ("articles/june", True),
        ("articles/a.xyz", False),
        ("articles/.a.txt.swp", False),
        ("articles/.hidden/a.txt", False),
        ("articles/report.md", False),
        ("articles", False),
        ("single.txt", True),
        ("sources.toml", True),
        ("discrepancy.toml", True),
        ("pyproject.toml", True),
        ("discrepancy.review.jsonl", True),
        (".discrepancy.review.jsonl.lock", False),
        ("other.txt", False),
        ("articles2/a.txt", False),
    ],
)
def test_what_is_read_counts_and_what_is_written_does_not(changed: str, counts: bool, folder: Path) -> None:
    what = _watch.watched(
        Request(
            (
                "articles",
                "single.txt",
            )
        ),
        None,
        None,
        Path("articles/report.md"),
    )
    assert what.wants(str(folder / changed)) is counts


def test_a_chosen_file_counts_in_place_of_the_usual_one(folder: Path) -> None:
    what = _watch.watched(Request(("articles",)), Path("desk.jsonl"), Path("desk.toml"), None)
    for name, counts in {"desk.jsonl": True, "desk.toml": True, "discrepancy.toml": False}.items():
        assert what.wants(str(folder / name)) is counts


def test_an_output_that_is_reached_by_a_link_does_not_count(folder: Path) -> None:
    (folder / "link.md").symlink_to(folder / "articles" / "report.md")
    what = _watch.watched(Request(("articles",)), None, None, Path("link.md"))
    assert not what.wants(str(folder / "articles" / "report.md"))


def test_nowhere_to_watch_is_told(folder: Path) -> None:
    nowhere = _watch.Watched((str(folder / "gone"),), frozenset({str(folder / "missing" / "a.txt")}))
    with pytest.raises(InputError, match="no folder to watch"):
        _watch.changes(nowhere)


@pytest.mark.parametrize("changed", ["articles/may/new.txt", "single.txt", "discrepancy.review.jsonl"])
def test_the_system_tells_of_a_change(changed: str, folder: Path) -> None:
    """With the real watcher: a file is written until it is told of."""
    what = _watch.watched(
        Request(
            (
                "articles",
                "single.txt",
            )
        ),
        None,
        None,
        None,
    )
    seen, told = _watch.changes(what), Event()

    def write() -> None:
        for number in range(400):
            (folder / changed).write_text(f"Sentence {number}.\n")
            if told.wait(0.05):
                return

    writer = Thread(target=write, daemon=True)
    writer.start()
    assert next(seen) == {str(folder / changed)}
    told.set()
    writer.join()


def test_a_file_that_is_replaced_is_still_watched(folder: Path) -> None:
    """As most editors save: twice, so that the second file is another one than the first."""
    seen = _watch.changes(_watch.watched(Request(("single.txt",)), None, None, None))
    for words in ("first", "second"):
        (folder / "single.new").write_text(words)
        (folder / "single.new").replace(folder / "single.txt")
        assert next(seen) == {str(folder / "single.txt")}


# ---- by the clock


def test_what_cannot_be_watched_is_read_again_by_the_clock(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(100))
    monkeypatch.setattr(_watch, "time", SimpleNamespace(monotonic=lambda: next(clock), sleep=lambda _: None))
    seen = _watch.changes(_watch.Watched((), frozenset()), every=3)
    assert [next(seen) for _ in range(3)] == [set(), set(), set()]


def test_with_nothing_to_watch_and_no_clock_there_is_nothing_to_do(here: Path) -> None:
    with pytest.raises(InputError, match="there is no folder to watch"):
        _watch.changes(_watch.Watched((), frozenset()))
