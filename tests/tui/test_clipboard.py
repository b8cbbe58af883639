from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy_tui import clipboard

TEXT = "> “naïve” — 15\n"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in the place of all programs, on a machine with every kind of display."""
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.setattr(
        clipboard.shutil, "which", lambda name: str(tmp_path / name) if (tmp_path / name).exists() else None
    )
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-0")
    monkeypatch.setenv("DISPLAY", ":0")
    return tmp_path


def program(path: Path, name: str, script: str) -> None:
    (path / name).write_text(f"#!/bin/sh\n{script}\n")
    (path / name).chmod(0o755)


@pytest.mark.parametrize("name", ["wl-copy", "xclip", "clip.exe"])
def test_the_program_that_is_there_is_used(name: str, path: Path) -> None:
    program(path, name, f"cat > {path}/copied")
    terminal: list[str] = []
    assert clipboard.copy(TEXT, terminal.append) == name
    assert (path / "copied").read_text(encoding="utf-8") == TEXT
    assert terminal == []


def test_a_program_that_fails_gives_way_to_the_next(path: Path) -> None:
    program(path, "wl-copy", "exit 1")
    program(path, "xclip", f'test "$*" = "-selection clipboard" && cat > {path}/copied')
    assert clipboard.copy(TEXT, lambda text: None) == "xclip"
    assert (path / "copied").read_text(encoding="utf-8") == TEXT


def test_a_program_without_its_display_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(path, "wl-copy", "exit 0")
    monkeypatch.delenv("WAYLAND_DISPLAY")
    terminal: list[str] = []
    assert clipboard.copy(TEXT, terminal.append) == clipboard.TERMINAL
    assert terminal == [TEXT]
