"""What is slow to open is opened once, by whoever comes first."""

from __future__ import annotations

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
