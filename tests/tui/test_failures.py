"""What a reader has left after an error that nobody expected: a terminal that works, and one line."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest

TESTS = Path(__file__).parents[1]

BROKEN = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from desks import application

def fail():
    raise ZeroDivisionError("nothing can be divided by none")

app = application(Path(sys.argv[2]))
app.action_help = fail
app.run()
sys.exit(app.return_code)
"""


class Terminal:
    """A shell in a terminal of 80 columns."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "tmux"
        self._tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "env PS1='$ ' sh")

    def _tmux(self, *arguments: str) -> str:
        command = ["tmux", "-S", str(self._socket), *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout

    def type(self, *keys: str) -> None:
        self._tmux("send-keys", *keys)

    def run(self, command: str) -> None:
        self.type(command, "Enter")

    def told(self, channel: str) -> None:
        """Waits until a command ran `wait-for -S` with the channel."""
        self._tmux("wait-for", channel)

    def telling(self, channel: str) -> str:
        return f"tmux -S {shlex.quote(str(self._socket))} wait-for -S {channel}"

    @property
    def lines(self) -> list[str]:
        """What is on the screen; a line that the terminal broke is one."""
        return self._tmux("capture-pane", "-p", "-J").rstrip().split("\n")

    def until(self, words: str) -> None:
        end = monotonic() + 60
        while words not in "\n".join(self.lines):
            assert monotonic() < end, f"{words!r} never came: {self.lines}"

    def state(self, *names: str) -> list[str]:
        return self._tmux("display-message", "-p", " ".join(f"#{{{name}}}" for name in names)).split()

    def close(self) -> None:
        self._tmux("kill-server")


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    if shutil.which("tmux") is None:
        pytest.skip("there is no tmux here")
    made = Terminal(tmp_path)
    try:
        yield made
    finally:
        made.close()


FLAGS = ("alternate_on", "cursor_flag", "mouse_any_flag", "mouse_sgr_flag", "keypad_cursor_flag")


def test_the_terminal_is_as_before_and_the_error_is_one_line(tmp_path: Path, terminal: Terminal) -> None:
    script = tmp_path / "broken.py"
    script.write_text(BROKEN)
    program = shlex.join([sys.executable, str(script), str(TESTS), str(tmp_path)])
    path = shlex.quote(":".join(sys.path))
    terminal.run(f"cd {shlex.quote(str(tmp_path))}; clear")
    terminal.run(
        f"export PYTHONPATH={path} XDG_STATE_HOME=$PWD/state; clear; stty -a > before; {terminal.telling('set')}"
    )
    terminal.told("set")
    before = terminal.state(*FLAGS)
    terminal.run(f"clear; {program}; echo $? > status; stty -a > after; {terminal.telling('left')}")
    terminal.until("How many people died?")
    terminal.type("?")
    terminal.told("left")
    assert (tmp_path / "status").read_text() == "1\n"
    assert (tmp_path / "after").read_text() == (tmp_path / "before").read_text()
    assert terminal.state(*FLAGS) == before == ["0", "1", "0", "0", "0"]
    (log,) = tmp_path.glob("state/**/*.log")
    terminal.run("echo still here")
    terminal.until("\nstill here")
    error = (
        "discrepancy: this should not have happened (ZeroDivisionError: nothing can be divided by none); please report "
        f"it, with the details that are in {log} (everything that you decided is kept)"
    )
    assert terminal.lines == [error, "$ echo still here", "still here", "$"]
    assert "ZeroDivisionError: nothing can be divided by none" in log.read_text()
