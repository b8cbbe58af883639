"""Opening a source in the reader's own editor, or in what the system opens such files with."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import webbrowser
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from discrepancy import Article

_AT_LINE: Mapping[str, str] = {
    **dict.fromkeys(
        ("vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "joe", "ne", "kak", "mg"),
        "+{line}\0{path}",
    ),
    **dict.fromkeys(("code", "codium", "code-insiders"), "--goto\0{path}:{line}"),
    **dict.fromkeys(("subl", "hx", "helix", "zed"), "{path}:{line}"),
}
"""How editors are told a line; others are given the file alone."""

_IN_A_WINDOW = frozenset({"code", "codium", "code-insiders", "subl", "zed", "gedit", "kate", "mousepad", "notepad"})
"""Editors that open beside the terminal, and do not need it."""


@dataclass(frozen=True, slots=True)
class Opening:
    """How a source is opened: with a command, or, without one, as the system would."""

    path: Path
    command: tuple[str, ...] = ()
    in_terminal: bool = False
    """Whether the command takes the terminal over until it ends."""
    page: int | None = None

    def run(self) -> None:
        """
        Raises:
            OSError: when there is nothing to open it with.
        """
        if self.in_terminal:
            subprocess.run(self.command, check=False)  # noqa: S603 - the reader's own editor
        elif self.command:
            subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - the same
        else:
            _open(self.path, self.page)


def opening(article: Article, offset: int) -> Opening:
    """How the file of `article` is opened at `offset`: text in $VISUAL or $EDITOR, all else as the system does."""
    path = Path(article.path.partition("#")[0] if not Path(article.path).exists() else article.path)
    line = article.line_of(offset)
    editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if line is None or not editor or path.suffix.lower() in (".html", ".htm"):
        return Opening(path, page=article.page_of(offset))
    name = Path(editor[0]).stem.lower()
    # A name that begins with a dash would be read as an option.
    shown = str(path) if not str(path).startswith("-") else f"./{path}"
    arguments = _AT_LINE.get(name, "{path}").format(path=shown, line=line).split("\0")
    return Opening(path, (*editor, *arguments), name not in _IN_A_WINDOW)


def _open(path: Path, page: int | None) -> None:
    address = path.resolve().as_uri() + (f"#page={page}" if page else "")
    if sys.platform == "win32":
        os.startfile(path)  # noqa: S606 - the reader asked for it
    elif program := shutil.which("open" if sys.platform == "darwin" else "xdg-open"):
        subprocess.Popen([program, str(path.resolve())], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603
    elif not webbrowser.open(address):
        raise OSError("there is no program to open it with: set EDITOR to one")
