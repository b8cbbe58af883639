from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from discrepancy import cli

Status = tuple[int, str, str]


def run(arguments: Sequence[str], capsys: pytest.CaptureFixture[str]) -> Status:
    with pytest.raises(SystemExit) as left:
        cli.main(["tui", *arguments])
    said = capsys.readouterr()
    return int(left.value.code or 0), said.out, said.err


@pytest.fixture(autouse=True)
def nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without settings, and a call that no server made."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)


def test_without_a_terminal_it_says_what_to_use(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(["articles"], capsys)
    assert (status, out) == (2, "")
    assert err == "discrepancy: there is no terminal to show it in: use 'discrepancy compare' for a report\n"


def test_the_same_is_served_as_would_be_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    serving = pytest.importorskip("discrepancy_tui.serving")
    calls = []

    def serve(arguments: Sequence[str], title: str, port: int, tell: object) -> None:
        calls.append((arguments, title, port))
        tell("http://127.0.0.1:8123/abc/")  # type: ignore[operator]

    monkeypatch.setattr(serving, "serve", serve)
    options = ["--review", "my file.jsonl", "--theme", "dark"]
    status, out, err = run([*options, "--serve", "--port", "8123", "a b.txt", "c.txt", "--", "-d.txt"], capsys)
    assert (status, out, err) == (0, "Open http://127.0.0.1:8123/abc/ (Ctrl+C ends it)\n", "")
    command = [sys.executable, "-P", "-m", "discrepancy", "tui", *options, "--", "a b.txt", "c.txt", "-d.txt"]
    assert calls == [(command, "a b.txt, c.txt, -d.txt", 8123)]


def test_a_missing_package_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "discrepancy_tui.serving", raising=False)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    status, out, err = run(["--serve", "articles"], capsys)
    assert (status, out) == (2, "")
    assert err == ("discrepancy: --serve needs a package that is not installed: pip install 'discrepancy[serve]'\n")


@pytest.mark.parametrize(
    ("arguments", "wrong"),
    [
        (["--port", "8000", "articles"], "--port is for --serve"),
        (["--serve", "--port", "80", "articles"], "80 is not in the range"),
        (["--theme", "pink", "articles"], "'pink' is not one of"),
        ([], "give at least one PATH, or --archive DIR"),
    ],
)
def test_a_wrong_call_is_one_line(arguments: Sequence[str], wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(arguments, capsys)
    assert (status, out) == (2, "")
    assert wrong in err
    assert err.count("\n") == 1
