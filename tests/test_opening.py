"""What is slow to open is opened once, by whoever comes first."""

from __future__ import annotations

import subprocess
import sys
from threading import Event, get_ident

import pytest

from discrepancy.errors import ModelError
from discrepancy.opening import Opening


def test_it_is_opened_when_it_is_first_called_for_and_once() -> None:
    opened: list[int] = []
    opening = Opening(lambda: opened.append(get_ident()) or len(opened))
    assert opened == []
    assert [opening(), opening()] == [1, 1]
    assert opened == [get_ident()]


def test_it_is_opened_beside_other_work_and_waited_for() -> None:
    go, opened = Event(), []

    def slowly() -> str:
        go.wait()
        opened.append(get_ident())
        return "model"

    opening = Opening(slowly)
    opening.begin()
    assert opened == [], "the caller goes on meanwhile"
    go.set()
    assert opening() == "model"
    opening.begin()
    assert opening() == "model"
    assert len(opened) == 1


def test_what_went_wrong_is_told_to_whoever_needs_it() -> None:
    def fails() -> str:
        raise ModelError("model m: it is not there")

    opening = Opening(fails)
    opening.begin()
    for _ in range(2):
        with pytest.raises(ModelError, match="it is not there"):
            opening()


def test_the_process_does_not_end_in_the_middle_of_it() -> None:
    # A thread that is in native code when the interpreter goes takes the process down: exit status 134 or 139.
    script = (
        "import time\n"
        "from discrepancy.opening import Opening\n"
        "Opening(lambda: (time.sleep(0.5), print('opened'))).begin()\n"
    )
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=True)
    assert ended.stdout == "opened\n"
