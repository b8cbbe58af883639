from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import reviews
from discrepancy import review
from discrepancy.errors import OutputError
from discrepancy.model import Kind
from discrepancy.review import Change, Session, Verdict
from reviews import HERALD, INQUIRY, LATER, STAMP, WIRE

CONFLICT, NONE = Verdict.CONFLICT, Verdict.NOT_CONFLICT
THIRD = ("herald.txt", "The ferry left at *dawn*.")
FOURTH = ("wire.txt", "It left the port at *noon*.")
TWO = reviews.report([[HERALD], [WIRE]], [[THIRD], [FOURTH]])


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / review.FILE_NAME


def verdicts(session: Session) -> list[Verdict | None]:
    return [standing.verdict for standing in session.reviewed.standings]


def test_a_verdict_is_in_the_file_and_on_the_screen_at_once(path: Path) -> None:
    session = Session(TWO, path)
    session.judge([TWO.discrepancies[0]], CONFLICT, STAMP)
    assert verdicts(session) == [CONFLICT, None]
    assert verdicts(Session(TWO, path)) == [CONFLICT, None]


def test_a_note_stands_beside_the_verdict(path: Path) -> None:
    session = Session(TWO, path)
    session.judge([TWO.discrepancies[0]], CONFLICT, STAMP)
    session.say(TWO.discrepancies[0], LATER, note="called the coast guard")
    (first, _) = session.reviewed.standings
    assert first.notes == ("called the coast guard",)
    assert first.verdict is CONFLICT


def test_undo_goes_back_step_by_step_and_a_batch_is_one_step(path: Path) -> None:
    session = Session(TWO, path)
    session.judge([TWO.discrepancies[0]], NONE, STAMP)
    session.judge(TWO.discrepancies, CONFLICT, STAMP)
    assert verdicts(session) == [CONFLICT, CONFLICT]
    assert len(session.undo(STAMP)) == 2
    assert verdicts(session) == [NONE, None]
    session.undo(STAMP)
    assert verdicts(session) == [None, None]
    assert session.undo(STAMP) == ()


def test_undo_reaches_back_before_this_session_but_not_to_what_others_said(path: Path) -> None:
    Session(TWO, path).judge([TWO.discrepancies[0]], CONFLICT, STAMP)
    Session(TWO, path).judge([TWO.discrepancies[1]], NONE, LATER)
    session = Session(TWO, path)
    assert [said.verdict for said in session.undo(STAMP)] == [CONFLICT]
    assert session.undo(STAMP) == ()
    assert verdicts(session) == [None, NONE]


def test_what_another_reader_writes_is_taken_in_and_nothing_is_lost(path: Path) -> None:
    mine, theirs = Session(TWO, path), Session(TWO, path)
    theirs.judge([TWO.discrepancies[1]], NONE, LATER)
    mine.judge([TWO.discrepancies[0]], CONFLICT, STAMP)
    assert verdicts(mine) == [CONFLICT, NONE]
    assert theirs.reload()
    assert not theirs.reload()
    assert verdicts(theirs) == [CONFLICT, NONE]


def test_a_mend_works_everything_out_anew(path: Path) -> None:
    session = Session(TWO, path)
    session.judge([TWO.discrepancies[0]], CONFLICT, STAMP)
    session.say(TWO.discrepancies[0], STAMP, mend=Change(kind=Kind.NAME))
    changed = next(one for one in session.reviewed.standings if one.found.kind is Kind.NAME)
    assert changed.verdict is CONFLICT
    session.undo(STAMP)
    assert Kind.NAME not in {standing.found.kind for standing in session.reviewed.standings}


def test_a_file_that_was_tidied_meanwhile_is_read_anew(path: Path) -> None:
    session = Session(TWO, path)
    session.judge([TWO.discrepancies[0]], NONE, STAMP)
    session.judge([TWO.discrepancies[0]], CONFLICT, STAMP)
    review.tidy(path)
    session.judge([TWO.discrepancies[1]], NONE, STAMP)
    assert verdicts(session) == [CONFLICT, NONE]
    assert len(session.log.lines) == 2


def test_a_line_that_cannot_be_written_changes_nothing(tmp_path: Path) -> None:
    session = Session(TWO, tmp_path / "missing" / review.FILE_NAME)
    with pytest.raises(OutputError):
        session.judge([TWO.discrepancies[0]], CONFLICT, STAMP)
    assert verdicts(session) == [None, None]


def test_what_is_kept_up_to_date_is_what_would_be_worked_out_anew(path: Path) -> None:
    """Sides that share statements, several readers, every kind of line, in an order drawn by a fixed seed."""
    rng = random.Random(7)
    said = [(f"s{i % 4}.txt", f"Line {i} says that *{i % 5}* were hurt.") for i in range(24)]
    found = reviews.report(*([[[one] for one in rng.sample(said, rng.choice((2, 3)))] for _ in range(20)]))
    session = Session(found, path)
    when = datetime(2024, 5, 8, tzinfo=UTC)
    for _ in range(150):
        when += timedelta(seconds=rng.choice((0, 1)))
        stamp = review.Stamp(rng.choice(("Anna", "Ben")), when)
        one = rng.choice(session.reviewed.report.discrepancies)
        match rng.randrange(6):
            case 0:
                session.undo(stamp)
            case 1:
                session.say(one, stamp, note=rng.choice(("", "seen")))
            case 2:
                Session(found, path).judge([one], rng.choice(list(Verdict)), stamp)
            case _:
                session.judge([one], rng.choice(list(Verdict)), stamp)
        session.reload()
        whole = review.reviewed(found, review.read(path))
        assert session.reviewed.standings == whole.standings


@pytest.mark.parametrize("rest", [b"", b'{"vers', b"\n\nnot json\n"])
def test_following_a_file_reads_what_reading_it_would(rest: bytes, path: Path) -> None:
    def entry(stamp: review.Stamp) -> review.Entry:
        return reviews.judged(reviews.report([[HERALD], [WIRE], [INQUIRY]]), path.parent, stamp=stamp)

    review.append(path, [entry(STAMP)])
    with path.open("ab") as stream:
        stream.write(b'{"cut off')
    log = review.read(path)
    review.append(path, [entry(LATER)])
    with path.open("ab") as stream:
        stream.write(rest)
    assert review.follow(log) == review.read(path)
    path.write_bytes(b"")
    assert review.follow(log).lines == ()
    path.unlink()
    assert review.follow(log).lines == ()
