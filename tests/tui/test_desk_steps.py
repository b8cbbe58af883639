from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

import reports
from discrepancy import Kind, Position, Severity, review
from discrepancy.review import Verdict
from discrepancy_tui.desk import Desk
from discrepancy_tui.filters import Filter


def desk(folder: Path) -> Desk:
    ticks = count()
    return Desk(
        reports.report(),
        folder / review.FILE_NAME,
        "Anna",
        lambda: datetime(2024, 5, 8, tzinfo=UTC) + timedelta(seconds=next(ticks)),
    )


def third(of: Desk) -> Position:
    return of.shown[0].found.sides[2].positions[0]


STEPS: dict[str, Callable[[Desk], object]] = {
    "judge": lambda one: one.judge(one.shown[0], Verdict.CONFLICT),
    "later": lambda one: one.judge(one.shown[1], Verdict.LATER),
    "judge all": lambda one: one.judge_shown(Verdict.UNSURE),
    "note": lambda one: one.note(one.shown[0].found, "Ask the coast guard."),
    "change": lambda one: one.change(one.shown[0].found, Kind.NAME, Severity.LOW),
    "move": lambda one: one.move(one.shown[0].found, third(one), None),
    "merge": lambda one: one.merge(one.shown[0].found, one.shown[1].found),
    "undo": lambda one: one.undo(),
}


@pytest.mark.parametrize("name", STEPS)
def test_what_it_keeps_up_to_date_is_what_it_would_open_with(name: str, tmp_path: Path) -> None:
    ours = desk(tmp_path)
    ours.judge(ours.shown[2], Verdict.CONFLICT)
    STEPS[name](ours)
    anew = desk(tmp_path)
    assert ours.shown == anew.shown
    assert ours.progress == anew.progress
    assert [ours.standing(one.found.fingerprint) for one in anew.shown] == list(anew.shown)


def test_a_verdict_takes_nothing_off_the_list(tmp_path: Path) -> None:
    ours = desk(tmp_path)
    ours.wanted = Filter(verdicts=frozenset({"open"}))
    ours.judge(ours.shown[0], Verdict.CONFLICT)
    assert [one.verdict for one in ours.shown] == [Verdict.CONFLICT, None, None]


def test_the_next_one_to_judge_comes_after_the_last_from_the_top(tmp_path: Path) -> None:
    ours = desk(tmp_path)
    assert ours.following(2) == 0
    ours.judge(ours.shown[1], Verdict.CONFLICT)
    assert ours.following(0) == 2
    ours.judge(ours.shown[2], Verdict.LATER)
    assert ours.following(0) == 2
    ours.judge_shown(Verdict.CONFLICT)
    assert ours.following(0) is None
