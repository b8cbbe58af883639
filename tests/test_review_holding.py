"""Which lines hold: the latest, less what was undone."""

from __future__ import annotations

from pathlib import Path

import pytest

import reviews
from discrepancy import review

HERE = Path()
TWO = reviews.report([[reviews.HERALD], [reviews.WIRE]])
THREE = reviews.report([[reviews.HERALD], [reviews.WIRE], [reviews.INQUIRY]])
CONFLICT, NONE, UNSURE = review.Verdict.CONFLICT, review.Verdict.NOT_CONFLICT, review.Verdict.UNSURE

Told = tuple[review.Verdict | None, str | None]


def said(verdict: review.Verdict | None, note: str | None = None) -> review.Entry:
    return review.entry(TWO.discrepancies[0], HERE, reviews.STAMP, verdict=verdict, note=note)


def undone(log: review.Log, number: int) -> review.Entry:
    return review.undo(log.lines[number], reviews.LATER)


@pytest.mark.parametrize(
    ("lines", "held"),
    [
        ([(CONFLICT, None), (NONE, None)], [(NONE, None)]),
        ([(CONFLICT, "why"), (NONE, None)], [(None, "why"), (NONE, None)]),
        ([(CONFLICT, "why"), (NONE, "better")], [(NONE, "better")]),
        ([(CONFLICT, None), (None, "why")], [(CONFLICT, None), (None, "why")]),
        ([(CONFLICT, "why"), (None, "")], [(CONFLICT, None)]),
        ([(CONFLICT, "why"), (None, ""), (None, "again")], [(CONFLICT, None), (None, "again")]),
        ([(None, None)], []),
    ],
)
def test_the_latest_line_of_a_fingerprint_holds(lines: list[Told], held: list[Told], tmp_path: Path) -> None:
    log = reviews.log(tmp_path, *(said(*one) for one in lines))
    assert [(entry.verdict, entry.note) for entry in review.held(log)] == held


def test_an_undo_brings_the_line_before_back(tmp_path: Path) -> None:
    log = reviews.log(tmp_path, said(CONFLICT), said(NONE))
    log = reviews.log(tmp_path, undone(log, 1))
    assert [entry.verdict for entry in review.held(log)] == [CONFLICT]
    log = reviews.log(tmp_path, undone(log, 0))
    assert review.held(log) == ()


def test_an_undo_can_be_undone(tmp_path: Path) -> None:
    log = reviews.log(tmp_path, said(CONFLICT), said(NONE))
    log = reviews.log(tmp_path, undone(log, 1))
    log = reviews.log(tmp_path, undone(log, 2))
    assert [entry.verdict for entry in review.held(log)] == [NONE]


def test_the_same_verdict_after_its_undo_holds(tmp_path: Path) -> None:
    log = reviews.log(tmp_path, said(CONFLICT))
    log = reviews.log(tmp_path, undone(log, 0), said(CONFLICT))
    assert [entry.verdict for entry in review.held(log)] == [CONFLICT]
    log = reviews.log(tmp_path, undone(log, 2))
    assert review.held(log) == ()


def test_steps_back_go_as_far_as_there_are_lines(tmp_path: Path) -> None:
    verdicts = [CONFLICT, NONE, UNSURE, CONFLICT]
    log = reviews.log(tmp_path, *(said(verdict) for verdict in verdicts))
    seen = []
    while line := review.latest(log):
        assert line.entry
        seen.append(line.entry.verdict)
        log = reviews.log(tmp_path, review.undo(line, reviews.STAMP))
    assert seen == verdicts[::-1]
    assert review.held(log) == ()


def test_steps_back_can_be_those_of_one_reviewer(tmp_path: Path) -> None:
    found = TWO.discrepancies[0]
    log = reviews.log(
        tmp_path, said(CONFLICT), review.entry(found, HERE, reviews.LATER, verdict=NONE), said(None, "mine")
    )
    mine, theirs = review.latest(log, "Anna"), review.latest(log, "Ben")
    assert (mine, theirs) == (log.lines[2], log.lines[1])
    assert review.latest(log, "Cleo") is None


def test_a_line_of_another_version_cannot_be_undone(tmp_path: Path) -> None:
    (tmp_path / review.FILE_NAME).write_text('{"version": 9}\n')
    with pytest.raises(ValueError, match="line 1 is none that this version understands"):
        undone(review.read(tmp_path / review.FILE_NAME), 0)


def test_a_verdict_on_some_pairs_leaves_that_on_the_others(tmp_path: Path) -> None:
    (found,) = THREE.discrepancies
    whole = review.entry(found, HERE, reviews.STAMP, verdict=CONFLICT)
    parts = [review.entry(found, HERE, reviews.LATER, verdict=NONE, pairs=[pair]) for pair in found.pairs]
    log = reviews.log(tmp_path, whole, *parts[:2])
    assert [entry.verdict for entry in review.held(log)] == [CONFLICT, NONE, NONE]
    log = reviews.log(tmp_path, parts[2])
    assert [entry.verdict for entry in review.held(log)] == [NONE, NONE, NONE]


def test_every_mend_holds_until_it_is_undone(tmp_path: Path) -> None:
    found = TWO.discrepancies[0]
    mends = [review.entry(found, HERE, reviews.STAMP, mend=review.Move((0, 0), to)) for to in (1, 2)]
    log = reviews.log(tmp_path, *mends)
    assert review.held(log) == tuple(mends)
    assert review.held(reviews.log(tmp_path, undone(log, 0))) == (mends[1],)
