"""A progress bar on stderr, for work that takes longer than a second, and only where there is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock, Timer

PATIENCE = 1.0
"""Seconds without a bar: most runs are over by then."""

Progress = Callable[..., None]
"""Told the name of a stage as it begins, and, where they are known, how many steps are done and how many there are."""


@contextmanager
def shown(stages: int) -> Iterator[Progress]:
    """What to tell the progress of a work of `stages` stages to."""
    if not sys.stderr.isatty():
        yield _silent
        return
    # rich is a tenth of a second that a run without a terminal need not spend.
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    task = bar.add_task("starting", total=stages)
    begun: list[str] = []
    lock = Lock()

    def tell(stage: str, done: int = 0, total: int = 0) -> None:
        if stage not in begun:
            begun.append(stage)
        part = min(done / total, 1) if total else 0
        bar.update(task, description=stage, completed=len(begun) - 1 + part)

    def start() -> None:
        with lock:
            if not timer.finished.is_set():
                bar.start()

    timer = Timer(PATIENCE, start)
    timer.daemon = True
    timer.start()
    try:
        yield tell
    finally:
        with lock:
            timer.cancel()
            bar.stop()


def _silent(stage: str, done: int = 0, total: int = 0) -> None:
    """Where there is nobody to watch."""
