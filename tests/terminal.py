"""A real terminal, through tmux: keys go in, and what a person would see comes out."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

PATIENCE = 120.0
"""Seconds after which something that should be on the screen will not come any more."""


class Terminal:
    """One session of a tmux server of its own."""

    def __init__(self, socket: Path) -> None:
        self._socket = socket

    def tmux(self, *arguments: str) -> str:
        command = ["tmux", "-S", str(self._socket), "-f", "/dev/null", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def press(self, *keys: str) -> None:
        """Keys by their names in tmux: "a", "Enter", "BSpace", "Space"."""
        self.tmux("send-keys", *keys)

    def type(self, text: str) -> None:
        self.tmux("send-keys", "-l", text)

    def run(self, command: str) -> None:
        """Types a command and has the shell run it."""
        self.type(command)
        self.press("Enter")

    def telling(self, channel: str) -> str:
        """A command that `told` waits for."""
        return f"tmux -S {shlex.quote(str(self._socket))} wait-for -S {channel}"

    def told(self, channel: str) -> None:
        self.tmux("wait-for", channel)

    def state(self, *names: str) -> list[str]:
        """What tmux knows of the terminal by these names: "alternate_on", "mouse_any_flag"."""
        return self.tmux("display-message", "-p", " ".join(f"#{{{name}}}" for name in names)).split()

    @property
    def lines(self) -> list[str]:
        """What is on the screen; a line that the terminal broke is one."""
        return self.tmux("capture-pane", "-p", "-J").rstrip().split("\n")

    @property
    def screen(self) -> str:
        return self.tmux("capture-pane", "-p")

    def wait_for(self, *texts: str) -> str:
        """The screen, once all of `texts` stand on it."""
        end = time.monotonic() + PATIENCE
        while True:
            screen = self.screen
            if all(text in screen for text in texts):
                return screen
            if time.monotonic() > end:
                pytest.fail(f"{texts} did not come; the screen was:\n{screen}")
            time.sleep(0.05)


@contextmanager
def terminal(folder: Path, command: str, width: int = 120, height: int = 40) -> Iterator[Terminal]:
    """A terminal in `folder` whose shell runs `command`; skips the test where there is no tmux."""
    if shutil.which("tmux") is None:
        pytest.skip("there is no tmux here")
    socket = folder / "tmux"
    one = Terminal(socket)
    environment = {**os.environ, "TERM": "xterm-256color"}
    environment.pop("TMUX", None)
    size = ("-x", str(width), "-y", str(height))
    start = ["tmux", "-S", str(socket), "-f", "/dev/null", "new-session", "-d", *size, "-c", str(folder), "sh"]
    subprocess.run(start, check=True, env=environment)
    try:
        # As it is typed it is not yet what is waited for.
        one.run("PS1='rea''dy$ '")
        one.wait_for("ready$")
        one.run(command)
        yield one
    finally:
        subprocess.run(["tmux", "-S", str(socket), "kill-server"], check=False, capture_output=True)
