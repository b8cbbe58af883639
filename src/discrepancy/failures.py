"""What nobody foresaw: one line for the reader, and a log file with what a programmer needs to mend it."""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path

from discrepancy import __version__
from discrepancy.display.phrases import short
from discrepancy.display.safe import one_line, shown

FILE_NAME = "failure.log"


def folder() -> Path:
    """Where the log lies: the user's log folder of this system."""
    from platformdirs import user_log_dir

    return Path(user_log_dir("discrepancy", appauthor=False))


def logged(error: BaseException) -> str:
    """Puts the traceback of `error` into the log file, in place of the last one, and gives the line for the reader."""
    name = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    line = f"this should not have happened ({short(one_line(name))})"
    path = folder() / FILE_NAME
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_report(error), encoding="utf-8", errors="backslashreplace")
    except OSError as problem:
        return f"{line}; the details were lost, since {path} could not be written: {problem.strerror or problem}"
    return f"{line}; please report it, with the details that are in {path}"


def _report(error: BaseException) -> str:
    return "\n".join(
        [
            f"discrepancy {__version__}, Python {platform.python_version()}, {platform.platform()}",
            shown(" ".join(sys.argv)),
            "",
            # A message may quote an article.
            shown("".join(traceback.format_exception(error))),
        ]
    )
