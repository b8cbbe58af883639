from __future__ import annotations

import io
import sys
import time

import pytest

from discrepancy.commands import _progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal as stderr; no fixture, because pytest sets stderr again between set-up and test."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_there_is_no_bar_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(_progress, "PATIENCE", 0.0)
    with _progress.shown(2) as tell:
        tell("read")
        time.sleep(0.05)
    assert stream.getvalue() == ""


def test_there_is_no_bar_for_what_is_soon_over(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    with _progress.shown(2) as tell:
        tell("read")
    assert "read" not in stream.getvalue()


def test_there_is_a_bar_for_what_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    monkeypatch.setattr(_progress, "PATIENCE", 0.0)
    with _progress.shown(2) as tell:
        tell("read")
        time.sleep(0.05)
        tell("embed", 1, 2)
        deadline = time.monotonic() + 5
        while "embed" not in stream.getvalue() and time.monotonic() < deadline:
            time.sleep(0.02)
    assert "embed" in stream.getvalue()
