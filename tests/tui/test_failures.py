"""What a reader has left after an error that nobody expected: a terminal that works, and one line."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

from terminal import terminal

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


FLAGS = ("alternate_on", "cursor_flag", "mouse_any_flag", "mouse_sgr_flag", "keypad_cursor_flag")


def test_the_terminal_is_as_before_and_the_error_is_one_line(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text(BROKEN)
    program = shlex.join([sys.executable, str(script), str(TESTS), str(tmp_path)])
    path = shlex.quote(":".join(sys.path))
    with terminal(tmp_path, f"export PYTHONPATH={path} XDG_STATE_HOME=$PWD/state", 80, 24) as desk:
        desk.run(f"clear; stty -a > before; {desk.telling('set')}")
        desk.told("set")
        before = desk.state(*FLAGS)
        desk.run(f"clear; {program}; echo $? > status; stty -a > after; {desk.telling('left')}")
        desk.wait_for("How many people died?")
        desk.press("?")
        desk.told("left")
        assert (tmp_path / "status").read_text() == "1\n"
        assert (tmp_path / "after").read_text() == (tmp_path / "before").read_text()
        assert desk.state(*FLAGS) == before == ["0", "1", "0", "0", "0"]
        desk.run("echo still here")
        desk.wait_for("\nstill here")
        lines = desk.lines
    (log,) = tmp_path.glob("state/**/*.log")
    error = (
        "discrepancy: this should not have happened (ZeroDivisionError: nothing can be divided by none); please report "
        f"it, with the details that are in {log} (everything that you decided is kept)"
    )
    assert lines == [error, "ready$ echo still here", "still here", "ready$"]
    assert "ZeroDivisionError: nothing can be divided by none" in log.read_text()
