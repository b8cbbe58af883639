"""Groupings that a reader mended, and discrepancies that a reader made: they stand in each later report."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import reviews
from discrepancy import review
from discrepancy.model import Discrepancy, Kind, Relation, Report, Severity
from reviews import ALSO_NINE, HERALD, INQUIRY, WIRE, judged, log, report

HURT_HERALD = ("herald.txt", "*12* were hurt.")
HURT_WIRE = ("wire.txt", "*Twenty* were hurt.")
DAWN, NOON = ("herald.txt", "The ferry left at *dawn*."), ("wire.txt", "The ferry left at *noon*.")

GROUPED = report([[HERALD], [WIRE, ALSO_NINE], [INQUIRY]])
MIXED = report([[HERALD, HURT_HERALD], [WIRE, HURT_WIRE]])
APART = report([[HERALD], [WIRE]], [[HURT_HERALD], [HURT_WIRE]])


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def mended(found: Report, folder: Path, *mends: review.Entry) -> list[Discrepancy]:
    return list(review.reviewed(found, log(folder, *mends)).report.discrepancies)


def mend(found: Report, folder: Path, how: review.Move | review.Split | review.Merge | review.Change) -> review.Entry:
    return review.entry(found.discrepancies[0], folder, reviews.STAMP, mend=how)


def sides(found: Discrepancy) -> list[list[str]]:
    """For each side, the sources of its statements."""
    return [[position.statement.article.id for position in side.positions] for side in found.sides]


def quotes(found: Discrepancy) -> list[list[str]]:
    return [[position.statement.text for position in side.positions] for side in found.sides]


def between(found: Discrepancy) -> list[tuple[int, int]]:
    return [pair.sides for pair in found.pairs]


# ---- move


@pytest.mark.parametrize(
    ("move", "expected", "pairs"),
    [
        (
            review.Move((1, 1), 0),
            [["herald.txt", "evening.txt"], ["wire.txt"], ["inquiry.txt"]],
            [(0, 1), (0, 2), (1, 2)],
        ),
        (review.Move((1, 1), None), [["herald.txt"], ["wire.txt"], ["inquiry.txt"]], [(0, 1), (0, 2), (1, 2)]),
        (
            review.Move((1, 1), 3),
            [["herald.txt"], ["wire.txt"], ["inquiry.txt"], ["evening.txt"]],
            [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)],
        ),
        (review.Move((0, 0), 2), [["wire.txt", "evening.txt"], ["inquiry.txt", "herald.txt"]], [(0, 1)]),
        (review.Move((2, 0), None), [["herald.txt"], ["wire.txt", "evening.txt"]], [(0, 1)]),
    ],
)
def test_a_statement_moves(
    move: review.Move, expected: list[list[str]], pairs: list[tuple[int, int]], tmp_path: Path
) -> None:
    (found,) = mended(GROUPED, tmp_path, mend(GROUPED, tmp_path, move))
    assert sides(found) == expected
    assert between(found) == pairs


def test_what_is_mended_has_the_identity_and_summary_of_its_sides(tmp_path: Path) -> None:
    (found,) = mended(GROUPED, tmp_path, mend(GROUPED, tmp_path, review.Move((0, 0), None)))
    (same,) = report([[WIRE, ALSO_NINE], [INQUIRY]]).discrepancies
    assert (found.fingerprint, found.id, found.summary) == (same.fingerprint, same.id, same.summary)


def test_a_side_keeps_a_value_that_it_gives(tmp_path: Path) -> None:
    (found,) = mended(GROUPED, tmp_path, mend(GROUPED, tmp_path, review.Move((1, 0), None)))
    assert [side.value for side in found.sides] == ["At least 12", "nine", "15"]


def test_a_side_keeps_the_value_of_most(tmp_path: Path) -> None:
    (one,) = GROUPED.discrepancies
    second = replace(one.sides[1], value="nine")
    found = replace(GROUPED, discrepancies=(replace(one, sides=(one.sides[0], second, one.sides[2])),))
    (moved,) = mended(found, tmp_path, mend(found, tmp_path, review.Move((2, 0), 0)))
    assert [side.value for side in moved.sides] == ["At least 12", "nine"]


def test_a_statement_that_the_program_put_there_by_itself_stays_there(tmp_path: Path) -> None:
    before = report([[HERALD, INQUIRY], [WIRE, ALSO_NINE]])
    entry = mend(before, tmp_path, review.Move((1, 1), 0))
    after = report([[INQUIRY], [HERALD, ALSO_NINE], [WIRE]])
    assert mended(after, tmp_path, entry) == list(after.discrepancies)


def test_a_discrepancy_of_one_side_is_none(tmp_path: Path) -> None:
    two = report([[HERALD], [WIRE]])
    assert mended(two, tmp_path, mend(two, tmp_path, review.Move((0, 0), None))) == []


def test_a_statement_that_joined_later_stays_where_the_program_puts_it(tmp_path: Path) -> None:
    before = report([[HERALD], [WIRE], [INQUIRY]])
    entry = mend(before, tmp_path, review.Move((2, 0), 1))
    (found,) = mended(GROUPED, tmp_path, entry)
    assert sides(found) == [["herald.txt"], ["wire.txt", "evening.txt", "inquiry.txt"]]


def test_moves_add_up_and_can_be_undone(tmp_path: Path) -> None:
    first = mend(GROUPED, tmp_path, review.Move((1, 1), 2))
    known = log(tmp_path, first)
    after = review.reviewed(GROUPED, known).report
    known = log(tmp_path, mend(after, tmp_path, review.Move((2, 0), 0)))
    (found,) = review.reviewed(GROUPED, known).report.discrepancies
    assert sides(found) == [["herald.txt", "inquiry.txt"], ["wire.txt"], ["evening.txt"]]
    last = review.latest(known)
    assert last
    known = log(tmp_path, review.undo(last, reviews.LATER))
    assert review.reviewed(GROUPED, known).report.discrepancies == after.discrepancies


def test_a_mend_towards_a_side_that_is_gone_changes_nothing(tmp_path: Path) -> None:
    entry = mend(GROUPED, tmp_path, review.Move((1, 1), 2))
    before = report([[HERALD], [WIRE, ALSO_NINE]])
    assert mended(before, tmp_path, entry) == list(before.discrepancies)


def test_a_mend_whose_statement_is_gone_changes_nothing(tmp_path: Path) -> None:
    entry = mend(GROUPED, tmp_path, review.Move((1, 1), 0))
    before = report([[HERALD], [WIRE], [INQUIRY]])
    assert mended(before, tmp_path, entry) == list(before.discrepancies)


def test_a_mend_of_one_discrepancy_leaves_the_others(tmp_path: Path) -> None:
    entry = mend(APART, tmp_path, review.Change(severity=Severity.LOW))
    assert [found.severity for found in mended(APART, tmp_path, entry)] == [Severity.HIGH, Severity.LOW]


def test_a_mend_leaves_what_shares_a_statement_and_no_pair(tmp_path: Path) -> None:
    found = report([[HERALD], [WIRE]], [[HERALD], [INQUIRY]])
    entry = mend(found, tmp_path, review.Change(severity=Severity.LOW))
    assert [(one.severity, sides(one)[1]) for one in mended(found, tmp_path, entry)] == [
        (Severity.HIGH, ["inquiry.txt"]),
        (Severity.LOW, ["wire.txt"]),
    ]


# ---- split, merge, change


def test_a_split_makes_two(tmp_path: Path) -> None:
    parts = mended(MIXED, tmp_path, mend(MIXED, tmp_path, review.Split(((0, 1), (1, 1)))))
    assert sorted(quotes(part) for part in parts) == [
        [["12 were hurt."], ["Twenty were hurt."]],
        [[HERALD[1].replace("*", "")], [WIRE[1].replace("*", "")]],
    ]
    assert {part.fingerprint for part in parts} == {one.fingerprint for one in APART.discrepancies}


def test_a_split_of_what_is_gone_changes_nothing(tmp_path: Path) -> None:
    entry = mend(MIXED, tmp_path, review.Split(((0, 1), (1, 1))))
    alone = report([[HERALD], [WIRE]])
    assert mended(alone, tmp_path, entry) == list(alone.discrepancies)


def test_each_part_of_a_split_can_be_judged(tmp_path: Path) -> None:
    known = log(tmp_path, mend(MIXED, tmp_path, review.Split(((0, 1), (1, 1)))))
    first, second = review.reviewed(MIXED, known).report.discrepancies
    known = log(tmp_path, review.entry(first, tmp_path, reviews.STAMP, verdict=review.Verdict.NOT_CONFLICT))
    standings = review.reviewed(MIXED, known).standings
    assert [(standing.found, standing.verdict) for standing in standings] == [(first, "not_conflict"), (second, None)]


def test_a_merge_makes_one_with_the_sides_of_one_value_together(tmp_path: Path) -> None:
    first = report([[HERALD], [WIRE]], [[ALSO_NINE], [INQUIRY]])
    other = review.merge(first.discrepancies[1], tmp_path)
    (found,) = mended(first, tmp_path, mend(first, tmp_path, other))
    assert sides(found) == [["herald.txt"], ["wire.txt", "evening.txt"], ["inquiry.txt"]]
    assert between(found) == [(0, 1), (1, 2)]


def test_a_merge_is_as_grave_as_the_graver(tmp_path: Path) -> None:
    low, high = APART.discrepancies
    found = replace(APART, discrepancies=(replace(low, severity=Severity.LOW), high))
    (merged,) = mended(found, tmp_path, mend(found, tmp_path, review.merge(high, tmp_path)))
    assert merged.severity is Severity.HIGH


def test_sides_that_become_one_stand_against_each_other_no_more(tmp_path: Path) -> None:
    first = report([[HERALD], [INQUIRY]], [[WIRE], [ALSO_NINE]])
    (found,) = mended(first, tmp_path, mend(first, tmp_path, review.merge(first.discrepancies[1], tmp_path)))
    assert sides(found) == [["herald.txt"], ["inquiry.txt"], ["wire.txt", "evening.txt"]]
    assert between(found) == [(0, 1)]


def test_what_the_program_came_to_merge_itself_stays(tmp_path: Path) -> None:
    entry = mend(APART, tmp_path, review.merge(APART.discrepancies[1], tmp_path))
    (one,) = MIXED.discrepancies
    found = replace(MIXED, discrepancies=(replace(one, pairs=(replace(one.pairs[0], keys=("k1", "k2")),)),))
    assert mended(found, tmp_path, entry) == list(found.discrepancies)


def test_a_merge_keeps_the_notes_of_both(tmp_path: Path) -> None:
    dead, hurt = (
        review.entry(one, tmp_path, reviews.STAMP, note=note)
        for one, note in zip(APART.discrepancies, ("the dead", "the hurt"), strict=True)
    )
    other = review.merge(APART.discrepancies[1], tmp_path)
    (standing,) = review.reviewed(APART, log(tmp_path, dead, hurt, mend(APART, tmp_path, other))).standings
    assert standing.notes == ("the dead", "the hurt")


def test_a_merge_with_what_is_gone_changes_nothing(tmp_path: Path) -> None:
    entry = mend(APART, tmp_path, review.merge(APART.discrepancies[1], tmp_path))
    alone = report([[HERALD], [WIRE]])
    assert mended(alone, tmp_path, entry) == list(alone.discrepancies)


def test_another_kind_and_severity_hold_and_change_the_order(tmp_path: Path) -> None:
    entries = [
        mend(APART, tmp_path, review.Change(kind=Kind.CERTAINTY)),
        mend(APART, tmp_path, review.Change(severity=Severity.LOW)),
    ]
    first, second = mended(APART, tmp_path, *entries)
    assert (first.kind, first.severity) == (Kind.QUANTITY, Severity.HIGH)
    assert (second.kind, second.severity) == (Kind.CERTAINTY, Severity.LOW)


def test_without_a_mend_the_report_is_what_it_was(tmp_path: Path) -> None:
    known = log(tmp_path, judged(GROUPED, tmp_path))
    assert review.reviewed(GROUPED, known).report == GROUPED


# ---- made by hand


def by_hand(found: Report, *said: reviews.Said) -> Discrepancy:
    positions = [reviews.position(found.articles, one) for one in said]
    return review.linked(positions, Kind.TIME, Severity.MEDIUM, "When did the ferry leave?")


SEEN = report([[HERALD, DAWN], [WIRE, NOON]])
PLAIN = report([[HERALD], [WIRE]], texts={one.id: one.text for one in SEEN.articles})
MADE = by_hand(PLAIN, DAWN, NOON)


def test_statements_linked_by_hand_are_a_discrepancy() -> None:
    assert sides(MADE) == [["herald.txt"], ["wire.txt"]]
    assert [side.value for side in MADE.sides] == ["dawn", "noon"]
    assert MADE.summary == "When did the ferry leave? dawn / noon"
    assert [(pair.sides, pair.detectors, pair.relation) for pair in MADE.pairs] == [
        ((0, 1), (review.BY_HAND,), Relation.CONFLICT)
    ]
    assert MADE.fingerprint == MADE.pairs[0].keys[0]


def test_one_statement_contradicts_nothing() -> None:
    with pytest.raises(ValueError, match="at least two"):
        review.linked([reviews.position(PLAIN.articles, DAWN)], Kind.TIME, Severity.LOW)


def made(folder: Path, verdict: review.Verdict | None = review.Verdict.CONFLICT) -> review.Entry:
    return review.entry(MADE, folder, reviews.STAMP, verdict=verdict, made=True)


def test_what_was_made_by_hand_stands_in_every_report(tmp_path: Path) -> None:
    found = review.reviewed(PLAIN, log(tmp_path, made(tmp_path)))
    assert [standing.found for standing in found.standings] == [*PLAIN.discrepancies, MADE]
    assert found.standings[1].verdict is review.Verdict.CONFLICT
    assert found.aged == ()


def test_without_a_verdict_it_is_open(tmp_path: Path) -> None:
    found = review.reviewed(PLAIN, log(tmp_path, made(tmp_path, None)))
    assert found.standings[1].state is review.State.OPEN


def test_what_the_program_came_to_find_itself_stands_once(tmp_path: Path) -> None:
    finds = report([[DAWN], [NOON]], kind=Kind.DATE)
    found = review.reviewed(finds, log(tmp_path, made(tmp_path)))
    assert [standing.found for standing in found.standings] == list(finds.discrepancies)
    assert found.standings[0].verdict is review.Verdict.CONFLICT


def test_an_edited_quote_of_it_is_to_be_judged_again(tmp_path: Path) -> None:
    texts = {one.id: one.text.replace("left at dawn", "left the port at dawn") for one in PLAIN.articles}
    edited = report([[HERALD], [WIRE]], texts=texts)
    standing = review.reviewed(edited, log(tmp_path, made(tmp_path))).standings[1]
    assert standing.state is review.State.AGAIN
    assert [(edit.before.quote, edit.after.statement.text) for edit in standing.edits] == [
        ("The ferry left at dawn.", "The ferry left the port at dawn.")
    ]


def test_words_that_are_gone_mark_the_whole_statement(tmp_path: Path) -> None:
    texts = {one.id: one.text.replace("left at dawn", "left at sunrise") for one in PLAIN.articles}
    found = review.reviewed(report([[HERALD], [WIRE]], texts=texts), log(tmp_path, made(tmp_path))).standings[1].found
    (position,) = found.sides[0].positions
    assert position.statement.text == "The ferry left at sunrise."
    assert position.highlights == ((position.statement.start, position.statement.end),)


def test_a_quote_that_nothing_is_like_is_gone(tmp_path: Path) -> None:
    texts = {one.id: one.text.replace("The ferry left at dawn.", "Nobody was warned of it.") for one in PLAIN.articles}
    assert len(review.reviewed(report([[HERALD], [WIRE]], texts=texts), log(tmp_path, made(tmp_path))).standings) == 1


def test_sentences_that_are_cut_elsewhere_are_found_in_the_text(tmp_path: Path) -> None:
    texts = {
        one.id: one.text.replace("The ferry left at dawn.", "He said: The ferry left at dawn.")
        for one in PLAIN.articles
    }
    found = review.reviewed(report([[HERALD], [WIRE]], texts=texts), log(tmp_path, made(tmp_path)))
    assert quotes(found.standings[1].found)[0] == ["The ferry left at dawn."]
    assert found.standings[1].state is review.State.JUDGED


def test_it_goes_with_its_source_and_comes_back(tmp_path: Path) -> None:
    known = log(tmp_path, made(tmp_path))
    gone = review.reviewed(report([[WIRE], [INQUIRY]]), known)
    assert len(gone.standings) == 1
    assert len(gone.aged) == 1
    assert len(review.reviewed(PLAIN, known).standings) == 2


def test_it_can_be_undone(tmp_path: Path) -> None:
    known = log(tmp_path, made(tmp_path))
    known = log(tmp_path, review.undo(known.lines[0], reviews.LATER))
    assert review.reviewed(PLAIN, known).report == PLAIN


def test_it_can_be_mended(tmp_path: Path) -> None:
    change = review.entry(MADE, tmp_path, reviews.STAMP, mend=review.Change(Kind.DATE))
    found = review.reviewed(PLAIN, log(tmp_path, made(tmp_path), change))
    assert found.report.discrepancies[1].kind is Kind.DATE
