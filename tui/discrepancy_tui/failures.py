"""What a reader sees of an error that nobody expected: one line, with the path of a log."""

from __future__ import annotations

import tempfile
import traceback
from datetime import datetime
from pathlib import Path

from platformdirs import user_log_path
from rich.text import Text

from discrepancy import display


class UnexpectedError(Exception):
    """Ends the application with one line."""

    def __init__(self, error: BaseException, when: datetime) -> None:
        self.log = write_log(error, when)
        what = display.one_line(display.short(str(error))) or type(error).__name__
        kept = f"everything that you decided is kept; the whole error is in {self.log}"
        super().__init__(f"discrepancy: stopped by an error that nobody expected: {what} ({kept})")
        self.__cause__ = error

    def __rich__(self) -> Text:
        return Text(str(self))


def write_log(error: BaseException, when: datetime) -> Path:
    """Writes the whole error down, and says where."""
    text = "".join(traceback.format_exception(error))
    name = f"tui-{when:%Y%m%dT%H%M%S}.log"
    for folder in (user_log_path("discrepancy", appauthor=False), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            path.write_text(text, encoding="utf-8", errors="backslashreplace")
        except OSError:
            continue
        return path
    return Path(name)
