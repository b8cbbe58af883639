"""What a verdict holds for in a later report: the pairs of sides that it judged, found again by their statements."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import reviews
from discrepancy import review
from discrepancy.model import Kind, Report, Severity
from reviews import ALSO_NINE, HERALD, INQUIRY, WIRE, judged, log, report

State = review.State
CONFLICT, NONE, UNSURE = review.Verdict.CONFLICT, review.Verdict.NOT_CONFLICT, review.Verdict.UNSURE

TWO = report([[HERALD], [WIRE]])
THREE = report([[HERALD], [WIRE], [INQUIRY]])
EDITED = ("herald.txt", "*At least 14* people died when the ferry sank on Tuesday.")
REWRITTEN = ("herald.txt", "The toll has since risen to *14*, according to hospitals.")
RETOLD = ("wire.txt", "*Ten* people died in the sinking, the coast guard said.")


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def only(found: Report, known: review.Log) -> review.Standing:
    (standing,) = review.reviewed(found, known).standings
    return standing


def states(standing: review.Standing) -> list[str | None]:
    """The verdict of each pair; "again" where it is to be judged again."""
    return ["again" if pair.edits else pair.verdict for pair in standing.pairs]


# ---- judged


def test_without_a_line_everything_is_open(tmp_path: Path) -> None:
    standing = only(TWO, log(tmp_path))
    assert standing.state is State.OPEN
    assert standing.verdict is None
    assert len(standing.unsettled) == 1


@pytest.mark.parametrize(
    ("verdict", "settled"), [("conflict", 1), ("not_conflict", 1), ("accepted", 1), ("unsure", 0), ("later", 0)]
)
def test_a_verdict_is_found_again(verdict: str, settled: int, tmp_path: Path) -> None:
    standing = only(TWO, log(tmp_path, judged(TWO, tmp_path, review.Verdict(verdict), note="see page 3")))
    assert (standing.state, standing.verdict, standing.notes) == (State.JUDGED, verdict, ("see page 3",))
    assert len(standing.unsettled) == 1 - settled
    assert standing.joined == ()


CHANGES: list[tuple[str, Callable[[], Report]]] = [
    ("kind and scores", lambda: report([[HERALD], [WIRE]], kind=Kind.WORDING, severity=Severity.LOW, confidence=0.1)),
    ("sides the other way round", lambda: report([[WIRE], [HERALD]])),
    ("another source", lambda: report([[HERALD], [WIRE]], texts={"new.txt": "The ferry left at dawn.\n"})),
    (
        "an edit elsewhere in the file",
        lambda: report(
            [[HERALD], [WIRE]],
            texts={
                "herald.txt": "A new first line.\n\nAt least 12 people died when the ferry sank on Tuesday.\nEnd.\n"
            },
        ),
    ),
    (
        "typography",
        lambda: report([[("herald.txt", "*At least 12* people died, when the ferry  sank on TUESDAY …")], [WIRE]]),
    ),
    (
        "more words in the conflict",
        lambda: _more_words(report([[HERALD], [WIRE]])),
    ),
]


def _more_words(found: Report) -> Report:
    (one,) = found.discrepancies
    (position,) = one.sides[0].positions
    start = position.statement.text.index("Tuesday")
    wider = replace(position, highlights=(*position.highlights, (start, start + len("Tuesday"))))
    sides = (replace(one.sides[0], positions=(wider,)), one.sides[1])
    return replace(found, discrepancies=(replace(one, sides=sides),))


@pytest.mark.parametrize("change", [change for _, change in CHANGES], ids=[name for name, _ in CHANGES])
def test_what_changes_around_it_leaves_a_verdict(change: Callable[[], Report], tmp_path: Path) -> None:
    standing = only(change(), log(tmp_path, judged(TWO, tmp_path)))
    assert (standing.state, standing.verdict) == (State.JUDGED, CONFLICT)


def test_another_question_of_the_same_sentences_is_another(tmp_path: Path) -> None:
    toll = report(
        [[("a.txt", "It killed *31* and injured 40.")], [("b.txt", "It killed *33* and injured 45.")]],
    )
    injured = report([[("a.txt", "It killed 31 and injured *40*.")], [("b.txt", "It killed 33 and injured *45*.")]])
    standing = only(injured, log(tmp_path, judged(toll, tmp_path)))
    assert (standing.state, standing.entries) == (State.OPEN, ())


def test_an_inner_error_is_judged(tmp_path: Path) -> None:
    inner = report([[("a.txt", "It sank on *Tuesday*, May 8.")], [("a.txt", "It sank on Tuesday, *May 8*.")]])
    assert only(inner, log(tmp_path, judged(inner, tmp_path))).state is State.JUDGED


def test_the_latest_verdict_holds(tmp_path: Path) -> None:
    known = log(tmp_path, judged(TWO, tmp_path), judged(TWO, tmp_path, NONE, stamp=reviews.LATER))
    assert only(TWO, known).verdict is NONE
    known = log(tmp_path, review.undo(known.lines[1], reviews.LATER))
    assert only(TWO, known).verdict is CONFLICT


def test_the_latest_verdict_of_a_pair_holds_whatever_the_fingerprint(tmp_path: Path) -> None:
    known = log(tmp_path, judged(TWO, tmp_path), judged(THREE, tmp_path, NONE))
    assert states(only(THREE, known)) == [NONE, NONE, NONE]
    known = log(tmp_path, judged(TWO, tmp_path, UNSURE))
    assert states(only(THREE, known)) == [UNSURE, NONE, NONE]
    assert only(THREE, known).verdict is UNSURE


def test_a_resolution_is_kept(tmp_path: Path) -> None:
    first, second = review.Resolution("about a dozen"), review.Resolution("12 or more", "https://inquiry.example")
    known = log(tmp_path, judged(TWO, tmp_path, resolution=first), judged(TWO, tmp_path, resolution=second))
    assert only(TWO, known).resolution == second


# ---- inherited, extended


def test_an_agreeing_statement_inherits(tmp_path: Path) -> None:
    standing = only(report([[HERALD], [WIRE, ALSO_NINE]]), log(tmp_path, judged(TWO, tmp_path)))
    assert (standing.state, standing.verdict) == (State.JUDGED, CONFLICT)
    assert [position.statement.article.id for position in standing.joined] == ["evening.txt"]


def test_what_a_later_line_quotes_has_not_joined(tmp_path: Path) -> None:
    wider = report([[HERALD], [WIRE, ALSO_NINE]])
    assert only(wider, log(tmp_path, judged(TWO, tmp_path), judged(wider, tmp_path))).joined == ()


def test_a_new_value_extends_and_only_it_is_open(tmp_path: Path) -> None:
    standing = only(THREE, log(tmp_path, judged(TWO, tmp_path, NONE, note="two ferries")))
    assert standing.state is State.EXTENDED
    assert states(standing) == [NONE, None, None]
    assert [pair.pair.sides for pair in standing.unsettled] == [(0, 2), (1, 2)]
    assert (standing.verdict, standing.notes) == (NONE, ("two ferries",))


def test_the_new_side_can_be_judged_alone(tmp_path: Path) -> None:
    known = log(tmp_path, judged(TWO, tmp_path, NONE))
    new = [pair.pair for pair in only(THREE, known).unsettled]
    known = log(tmp_path, judged(THREE, tmp_path, CONFLICT, pairs=new))
    assert states(only(THREE, known)) == [NONE, CONFLICT, CONFLICT]
    assert only(THREE, known).state is State.JUDGED


def test_a_side_that_went_away_leaves_the_others_judged(tmp_path: Path) -> None:
    assert only(TWO, log(tmp_path, judged(THREE, tmp_path))).state is State.JUDGED


# ---- edited


@pytest.mark.parametrize("after", [EDITED, REWRITTEN])
def test_an_edited_quote_is_to_be_judged_again_with_both_wordings(after: reviews.Said, tmp_path: Path) -> None:
    standing = only(report([[after], [WIRE]]), log(tmp_path, judged(TWO, tmp_path, NONE, note="two ferries")))
    assert standing.state is State.AGAIN
    assert standing.verdict is None
    assert standing.notes == ("two ferries",)
    assert len(standing.unsettled) == 1
    (edit,) = standing.edits
    assert edit.before.quote == HERALD[1].replace("*", "")
    assert edit.after.statement.text == after[1].replace("*", "")
    assert standing.pairs[0].entry is standing.entries[0]


def test_either_side_may_be_rewritten(tmp_path: Path) -> None:
    rewritten = ("wire.txt", "Hospitals have *ten* bodies, the mayor told reporters.")
    standing = only(report([[HERALD], [rewritten]]), log(tmp_path, judged(TWO, tmp_path)))
    assert [edit.after.statement.text for edit in standing.edits] == [rewritten[1].replace("*", "")]


def test_a_quote_that_was_judged_is_no_new_wording_of_another(tmp_path: Path) -> None:
    twice = ("evening.txt", "Officials spoke of *nine* dead people.")
    before = report([[HERALD], [WIRE, ALSO_NINE, twice]])
    after = report([[HERALD], [WIRE, ALSO_NINE]])
    assert only(after, log(tmp_path, judged(before, tmp_path))).state is State.JUDGED


def test_both_quotes_edited(tmp_path: Path) -> None:
    standing = only(report([[EDITED], [RETOLD]]), log(tmp_path, judged(TWO, tmp_path)))
    assert standing.state is State.AGAIN
    assert [edit.before.source for edit in standing.edits] == ["herald.txt", "wire.txt"]


def test_both_quotes_rewritten_beyond_likeness_are_new(tmp_path: Path) -> None:
    other = ("wire.txt", "The Aurora went down with *three* of its crew.")
    assert only(report([[REWRITTEN], [other]]), log(tmp_path, judged(TWO, tmp_path))).state is State.OPEN


def test_an_edited_quote_beside_others_that_stand_is_to_be_judged_again(tmp_path: Path) -> None:
    before = report([[HERALD], [WIRE, ALSO_NINE]])
    after = report([[HERALD], [WIRE, ("evening.txt", "Officials spoke of *nine* dead sailors.")]])
    standing = only(after, log(tmp_path, judged(before, tmp_path)))
    assert standing.state is State.AGAIN
    assert [edit.before.source for edit in standing.edits] == ["evening.txt"]


def test_the_other_pairs_of_an_edited_discrepancy_stay_judged(tmp_path: Path) -> None:
    standing = only(report([[EDITED], [WIRE], [INQUIRY]]), log(tmp_path, judged(THREE, tmp_path)))
    assert states(standing) == ["again", "again", CONFLICT]


def test_a_judged_edit_is_judged(tmp_path: Path) -> None:
    after = report([[EDITED], [WIRE]])
    assert only(after, log(tmp_path, judged(TWO, tmp_path), judged(after, tmp_path, NONE))).verdict is NONE


def test_a_quote_that_is_gone_is_no_edit(tmp_path: Path) -> None:
    before = report([[HERALD], [WIRE, ALSO_NINE]])
    after = report([[HERALD], [WIRE]], texts={"evening.txt": "The harbour was closed.\n"})
    assert only(after, log(tmp_path, judged(before, tmp_path))).state is State.JUDGED


def test_a_quote_that_still_stands_was_not_edited(tmp_path: Path) -> None:
    text = HERALD[1].replace("*", "") + "\n" + EDITED[1].replace("*", "") + "\n"
    new = report([[EDITED], [WIRE]], texts={"herald.txt": text})
    assert only(new, log(tmp_path, judged(TWO, tmp_path))).state is State.OPEN


# ---- split and merged


def test_a_split_group_keeps_the_note_in_both_parts(tmp_path: Path) -> None:
    joined = report([[HERALD, ("herald.txt", "*12* were hurt.")], [WIRE, ("wire.txt", "*Nine* were hurt.")]])
    split = report([[HERALD], [WIRE]], [[("herald.txt", "*12* were hurt.")], [("wire.txt", "*Nine* were hurt.")]])
    known = log(tmp_path, judged(joined, tmp_path, note="checked with the harbour"))
    standings = review.reviewed(split, known).standings
    assert [standing.notes for standing in standings] == [("checked with the harbour",)] * 2
    assert [standing.verdict for standing in standings] == [CONFLICT, CONFLICT]


def test_a_merged_group_keeps_all_notes(tmp_path: Path) -> None:
    hurt = report([[("herald.txt", "*12* were hurt.")], [("wire.txt", "*Nine* were hurt.")]])
    merged = report([[HERALD, ("herald.txt", "*12* were hurt.")], [WIRE, ("wire.txt", "*Nine* were hurt.")]])
    known = log(tmp_path, judged(TWO, tmp_path, note="the dead"), judged(hurt, tmp_path, NONE, note="the hurt"))
    standing = only(merged, known)
    assert standing.notes == ("the dead", "the hurt")
    assert standing.verdict is NONE


# ---- sources

EXTRA = {"herald.txt": HERALD[1].replace("*", "") + "\nA second line.\n"}
"""The same quote in a file of other bytes."""


def renamed(names: dict[str, str]) -> Report:
    """TWO with the same files under other names."""
    texts = {names.get(one.id, one.id): one.text for one in TWO.articles}
    return report([[(names.get(source, source), line)] for source, line in (HERALD, WIRE)], texts=texts)


def test_a_renamed_file_is_known_again(tmp_path: Path) -> None:
    standing = only(renamed({"herald.txt": "2024-05-07 herald.txt"}), log(tmp_path, judged(TWO, tmp_path)))
    assert standing.state is State.JUDGED


def test_files_that_swapped_their_names_are_known_again(tmp_path: Path) -> None:
    swapped = renamed({"herald.txt": "wire.txt", "wire.txt": "herald.txt"})
    assert only(swapped, log(tmp_path, judged(TWO, tmp_path))).state is State.JUDGED


def test_a_renamed_file_with_another_text_is_another_source(tmp_path: Path) -> None:
    other = report([[("new.txt", HERALD[1])], [WIRE]], texts={"new.txt": EXTRA["herald.txt"]})
    assert only(other, log(tmp_path, judged(TWO, tmp_path))).state is State.OPEN


@pytest.mark.parametrize("texts", [{}, EXTRA], ids=["same bytes", "other bytes"])
def test_from_which_folder_the_program_is_called_does_not_matter(texts: dict[str, str], tmp_path: Path) -> None:
    below = {"herald.txt": "news/herald.txt", "wire.txt": "news/wire.txt"}
    (tmp_path / "news").mkdir()
    known = log(tmp_path / "news", judged(report([[HERALD], [WIRE]], paths=below), tmp_path / "news"))
    assert known.lines[0].entry
    assert [side.statements[0].source for side in known.lines[0].entry.sides] == ["herald.txt", "wire.txt"]
    from_above = report(
        [[("news/herald.txt", HERALD[1])], [("news/wire.txt", WIRE[1])]],
        texts={f"news/{name}": text for name, text in texts.items()},
    )
    assert only(from_above, known).state is State.JUDGED


def test_an_id_of_sources_toml_outlives_name_and_content(tmp_path: Path) -> None:
    sides = [[("harbour-1", HERALD[1])], [WIRE]]
    before = report(sides, paths={"harbour-1": "old.txt"})
    after = report(sides, paths={"harbour-1": "new.txt"}, texts={"harbour-1": EXTRA["herald.txt"]})
    assert only(after, log(tmp_path, judged(before, tmp_path))).state is State.JUDGED


# ---- aged, accepted


def test_a_line_that_nothing_answers_to_is_aged(tmp_path: Path) -> None:
    other = report([[("a.txt", "It left at *dawn*.")], [("b.txt", "It left at *noon*.")]])
    known = log(tmp_path, judged(other, tmp_path, review.Verdict.ACCEPTED), judged(TWO, tmp_path))
    found = review.reviewed(TWO, known)
    assert [entry.summary for entry in found.aged] == ["How many people died? dawn / noon"]
    assert found.accepted == ()


def test_a_note_does_not_age(tmp_path: Path) -> None:
    other = report([[("a.txt", "It left at *dawn*.")], [("b.txt", "It left at *noon*.")]])
    note = review.entry(other.discrepancies[0], tmp_path, reviews.STAMP, note="why?")
    assert review.reviewed(TWO, log(tmp_path, note)).aged == ()


def test_accepted_is_what_settles_something(tmp_path: Path) -> None:
    known = log(tmp_path, judged(TWO, tmp_path, review.Verdict.ACCEPTED))
    assert len(review.reviewed(THREE, known).accepted) == 1
    assert len(review.reviewed(report([[EDITED], [WIRE]]), known).accepted) == 0
    assert review.reviewed(report([[EDITED], [WIRE]]), known).aged == ()
    known = log(tmp_path, judged(TWO, tmp_path))
    assert len(review.reviewed(TWO, known).accepted) == 0
