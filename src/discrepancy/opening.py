"""Opening what is slow to open, once, and if need be beside other work."""

from __future__ import annotations

import atexit
from collections.abc import Callable
from threading import Lock, Thread
from typing import Generic, TypeVar

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds that the end of the process waits for what is being opened: an interpreter that goes while one of its threads
is in a library's native code takes the process down with it. A download may take longer, and is not waited for."""
_beside: list[Thread] = []


class Opening(Generic[T]):
    """Something that takes seconds to import and to load. Called, it gives the same one each time."""

    def __init__(self, open_: Callable[[], T]) -> None:
        self._open = open_
        self._lock = Lock()
        self._made: list[T] = []
        self._failed: Exception | None = None

    def begin(self) -> None:
        """Open it beside what the caller does meanwhile; a failure is told to whoever calls for it."""
        _beside[:] = [thread for thread in _beside if thread.is_alive()]
        thread = Thread(target=self._attempt, daemon=True)
        thread.start()
        _beside.append(thread)

    def __call__(self) -> T:
        self._attempt()
        if self._failed is not None:
            raise self._failed
        return self._made[0]

    def _attempt(self) -> None:
        with self._lock:
            if self._made or self._failed:
                return
            try:
                self._made.append(self._open())
            except Exception as error:  # raised again in the caller's thread
                self._failed = error


@atexit.register
def _wait() -> None:
    for thread in _beside:
        thread.join(PATIENCE)
