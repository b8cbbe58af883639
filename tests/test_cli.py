"""The command line as its users meet it, with the engine replaced by a fixed report where only the way out matters."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click
import pytest

import reports
from discrepancy import cli, commands, pipeline, writers
from discrepancy.errors import ModelError
from discrepancy.model import Report, Unread
from discrepancy.settings import Settings

Capture = pytest.CaptureFixture[str]
COMMANDS = cli.cli.list_commands(click.Context(cli.cli))


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main(list(arguments))
    return int(ended.value.code or 0)


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[Sequence[str], Settings]]:
    """The calls to an engine that gives the fixed report; in an empty working folder."""
    calls: list[tuple[Sequence[str], Settings]] = []

    def compare(paths: Sequence[str], settings: Settings, progress: object = None) -> Report:
        calls.append((paths, settings))
        return reports.report()

    monkeypatch.setattr(pipeline, "compare", compare)
    monkeypatch.chdir(tmp_path)
    return calls


def gives(monkeypatch: pytest.MonkeyPatch, report: Report | BaseException) -> None:
    def compare(*_: object) -> Report:
        if isinstance(report, BaseException):
            raise report
        return report

    monkeypatch.setattr(pipeline, "compare", compare)


def only_line(text: str) -> str:
    (line,) = text.splitlines()
    return line


# ---- the way in


@pytest.mark.parametrize("arguments", [(), ("--help",), ("-h",)])
def test_help_lists_every_command(arguments: tuple[str, ...], capsys: Capture) -> None:
    assert run(*arguments) == 0
    shown = capsys.readouterr().out
    for name in ("compare", "sources", "explain", "completion"):
        assert f"\n  {name} " in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(name: str, capsys: Capture) -> None:
    assert run(name, "--help") == 0
    assert "Usage: discrepancy " + name in capsys.readouterr().out
    assert cli._summary(name).endswith(".")


def test_version(capsys: Capture) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("discrepancy 0.")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("compete",), "No such command 'compete'"),
        (("compare",), "give at least one PATH, or --archive DIR"),
        (("compare", "x", "--kind", "colour"), "'colour' is not one of"),
        (("compare", "x", "--format", "odt"), "'odt' is not one of"),
        (("compare", "x", "--limit", "0"), "0 is not in the range"),
        (("compare", "x", "--colour"), "No such option"),
        (("compare", "x", "--config", "missing.toml"), "missing.toml could not be read"),
        (("compare", "x", "--focus", "draft.txt"), "none of the sources"),
        (("explain", "colour"), "'colour' is not one of"),
        (("sources",), "Missing argument 'PATH...'"),
        (("completion", "csh"), "'csh' is not one of"),
    ],
)
def test_a_wrong_call_is_two_and_one_line(
    arguments: tuple[str, ...], message: str, engine: object, capsys: Capture
) -> None:
    assert run(*arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert only_line(err).startswith("discrepancy: ")
    assert message in err


def test_an_unknown_setting_names_file_key_and_the_nearest(engine: object, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "discrepancy.toml").write_text("modle = 'x'\n")
    assert run("compare", "x") == 2
    line = only_line(capsys.readouterr().err)
    assert line == "discrepancy: discrepancy.toml: unknown setting 'modle'; did you mean 'model'?"


# ---- compare


def test_compare_prints_the_findings(engine: object, capsys: Capture) -> None:
    assert run("compare", "x") == 0
    out, err = capsys.readouterr()
    assert out.startswith("3 discrepancies in 3 sources\n")
    assert only_line(err) == "discrepancy: not read: notes.bin: it is not text"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ((), ["d1", "d2", "d3"]),
        (("--kind", "date"), ["d2", "d3"]),
        (("--kind", "date", "--kind", "quantity"), ["d1", "d2", "d3"]),
        (("--min-severity", "medium"), ["d1", "d2"]),
        (("--limit", "1"), ["d1"]),
        (("--kind", "date", "--limit", "1"), ["d2"]),
        (("--focus", "wire.txt"), ["d1", "d2"]),
        (("--focus", "wire.txt", "--focus", "inquiry.pdf", "--kind", "date"), ["d2"]),
    ],
)
def test_options_choose_what_is_shown(
    arguments: tuple[str, ...], expected: list[str], engine: object, capsys: Capture
) -> None:
    assert run("compare", "x", "--format", "json", *arguments) == 0
    assert [found["id"] for found in json.loads(capsys.readouterr().out)["discrepancies"]] == expected


def test_options_go_over_the_settings_of_a_file(
    engine: list[tuple[Sequence[str], Settings]], tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "discrepancy.toml").write_text('model = "a"\nparser = "b"\ncache = "off"\n')
    assert run("compare", "one", "two", "--model", "c", "--number-format", "float32", "--cache", "here") == 0
    ((paths, settings),) = engine
    assert tuple(paths) == ("one", "two")
    assert (settings.model, settings.parser, settings.number_format, settings.cache) == ("c", "b", "float32", "here")


@pytest.mark.parametrize(
    ("name", "start"), [("out.json", "{"), ("out.md", "# 3"), ("out.csv", '"rank"'), ("out", "3 ")]
)
def test_an_output_is_written_in_the_format_of_its_name(
    name: str, start: str, engine: object, tmp_path: Path, capsys: Capture
) -> None:
    assert run("compare", "x", "--output", name) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


@pytest.mark.parametrize("output", ["missing/out.json", "."])
def test_an_output_that_cannot_be_written_is_told_before_the_work(
    output: str, engine: list[object], capsys: Capture
) -> None:
    assert run("compare", "x", "--output", output) == 2
    assert output in only_line(capsys.readouterr().err)
    assert not engine


@pytest.mark.parametrize("arguments", [("--format", "docx"), ("--output", "out.docx")])
def test_a_format_whose_package_is_missing_is_told_before_the_work(
    arguments: tuple[str, ...], engine: list[object], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr(writers, "find_spec", lambda name: None)
    assert run("compare", "x", *arguments) == 2
    assert "pip install 'discrepancy[docx]'" in only_line(capsys.readouterr().err)
    assert not engine


@pytest.mark.parametrize(
    ("unread", "message"),
    [
        ((), "there are no articles in x"),
        ((Unread("a.bin", "is no text"),), "no article could be read: a.bin: is no text"),
        (
            (Unread("a", "b"), Unread("c", "d"), Unread("e", "f")),
            "no article could be read: a: b (and 2 more not read)",
        ),
        ((Unread("\x1b[2J", "evil\nline"),), "no article could be read: ␛[2J: evil line"),
    ],
)
def test_nothing_read_is_two_and_one_line(
    unread: tuple[Unread, ...], message: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    gives(monkeypatch, replace(reports.report(), articles=(), unread=unread, discrepancies=()))
    assert run("compare", "x") == 2
    assert only_line(capsys.readouterr().err) == f"discrepancy: {message}"


@pytest.mark.parametrize(("error", "status"), [(ModelError("weights are damaged"), 2), (KeyboardInterrupt(), 130)])
def test_what_stops_the_engine_ends_in_a_status(
    error: BaseException, status: int, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    gives(monkeypatch, error)
    assert run("compare", "x") == status
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err


ENGINE_COMMANDS = ("compare", "check", "baseline")


@pytest.mark.parametrize("command", ENGINE_COMMANDS)
@pytest.mark.parametrize("error", [RuntimeError("\u202eno room"), OSError(5, "no room"), MemoryError("no room")])
def test_what_nobody_foresaw_is_two_and_one_line_with_the_log(
    error: Exception, command: str, monkeypatch: pytest.MonkeyPatch, capsys: Capture, tmp_path: Path, logs: Path
) -> None:
    gives(monkeypatch, error)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "discrepancy.review.jsonl").touch()
    assert run(command, ".") == 2
    out, err = capsys.readouterr()
    assert out == ""
    line = only_line(err)
    assert line.isprintable()
    assert line.startswith(f"discrepancy: this should not have happened ({type(error).__name__}: ")
    assert line.endswith(str(logs / "failure.log"))
    assert "Traceback" in (logs / "failure.log").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ENGINE_COMMANDS)
@pytest.mark.parametrize("way_out", [SystemExit(1), SystemExit("no room"), click.ClickException("no room")])
def test_a_way_out_that_is_not_ours_is_two(
    way_out: BaseException, command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    gives(monkeypatch, way_out)
    monkeypatch.chdir(tmp_path)
    assert run(command, ".") == 2


def test_nobody_who_reads_the_failure_is_no_other_status(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        encoding = "utf-8"

        def write(self, _: str) -> int:
            raise BrokenPipeError

        def flush(self) -> None: ...

    monkeypatch.setattr(sys, "stderr", Gone())
    assert run("check") == 2


def test_our_own_warnings_are_one_line_and_those_of_libraries_none(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def compare(*_: object) -> Report:
        warnings.warn_explicit("the cache was damaged", UserWarning, str(Path(pipeline.__file__)), 1)
        warnings.warn_explicit("use float64", UserWarning, "/usr/lib/python3/site-packages/models/a.py", 1)
        return replace(reports.report(), unread=())

    monkeypatch.setattr(pipeline, "compare", compare)
    assert run("compare", "x") == 0
    assert only_line(capsys.readouterr().err) == "discrepancy: the cache was damaged"


# ---- as a program


def program(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "discrepancy", *arguments], capture_output=True, text=True, check=False
    )


def test_the_program_runs_as_a_module() -> None:
    assert program("--version").stdout.startswith("discrepancy 0.")


def test_an_empty_folder_is_two_and_one_line(tmp_path: Path) -> None:
    for command in ("compare", "sources"):
        run = program(command, str(tmp_path))
        assert run.returncode == 2
        assert run.stdout == ""
        assert "no articles" in only_line(run.stderr) or "no article" in only_line(run.stderr)


def test_a_reader_that_goes_away_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "discrepancy", "compare", "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        assert child.stderr.read() == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_of_every_shell(shell: str) -> None:
    run = program("completion", shell)
    assert run.returncode == 0
    assert "_DISCREPANCY_COMPLETE" in run.stdout


def test_completion_offers_commands_and_kinds() -> None:
    words = {"_DISCREPANCY_COMPLETE": "bash_complete", "COMP_WORDS": "discrepancy compare --kind ", "COMP_CWORD": "3"}
    code = "from discrepancy.cli import main; main([])"
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=os.environ | words, check=False
    )
    assert "plain,quantity" in run.stdout


# ---- finding commands


def test_a_command_that_binds_something_else_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.py").write_text('"""Broken."""\nPLUGIN = 3\n')
    monkeypatch.setattr(commands, "__path__", [*commands.__path__, str(tmp_path)])
    with pytest.raises(TypeError, match=r"broken must bind PLUGIN to a click\.Command"):
        cli.cli.get_command(click.Context(cli.cli), "broken")
