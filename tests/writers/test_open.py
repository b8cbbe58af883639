"""On which statement a result stands: on the newest, so that a build marks what a change brought."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import reports
from discrepancy import review, view
from discrepancy.model import Position, Report
from discrepancy.review import Reviewed, Verdict, reviewed, unreviewed
from discrepancy.writers._open import Result, marked, results, said
from reviews import HERALD, INQUIRY, LATER, WIRE, Said, judged, log, report

TWO = report([[HERALD], [WIRE]])
THREE = report([[HERALD], [WIRE], [INQUIRY]])
DAWN = ("evening.txt", "It left at *dawn*.")
NOON = ("herald.txt", "It left at *noon*.")


def dated(found: Report, **days: str) -> Report:
    """`found` with its sources published on these days, by the name before the dot."""
    known = {article.id: replace(article, published=days.get(article.id.split(".")[0])) for article in found.articles}

    def moved(position: Position) -> Position:
        statement = position.statement
        return replace(position, statement=replace(statement, article=known[statement.article.id]))

    discrepancies = tuple(
        replace(one, sides=tuple(replace(side, positions=tuple(map(moved, side.positions))) for side in one.sides))
        for one in found.discrepancies
    )
    return replace(found, articles=tuple(known.values()), discrepancies=discrepancies)


def stands(found: Reviewed) -> list[tuple[str, str]]:
    """For each result, the source that it stands on and the one that it is set against."""
    return [(one.here.statement.article.id, one.there.statement.article.id) for one in results(found)]


def only(found: Reviewed) -> Result:
    (result,) = results(found)
    return result


def test_without_anything_else_the_last_source_has_it() -> None:
    assert stands(unreviewed(TWO)) == [("wire.txt", "herald.txt")]


def test_every_pair_that_is_not_settled_is_a_result(tmp_path: Path) -> None:
    assert len(stands(unreviewed(THREE))) == 3
    assert len(stands(reviewed(THREE, log(tmp_path, judged(TWO, tmp_path))))) == 2
    assert stands(reviewed(TWO, log(tmp_path, judged(TWO, tmp_path)))) == []


@pytest.mark.parametrize(
    ("days", "source"),
    [
        ({"herald": "2024-05-08", "wire": "2024-05-07"}, "herald.txt"),
        ({"herald": "2024-05-07", "wire": "2024-05-08"}, "wire.txt"),
        ({"herald": "2024-05-07T09:00:00+00:00", "wire": "2024-05-06"}, "herald.txt"),
        ({"herald": "2024-05-07T23:00:00+00:00", "wire": "2024-05-07"}, "wire.txt"),
        ({"herald": "2024-05-07"}, "herald.txt"),
        ({"wire": "2024-05-07"}, "wire.txt"),
    ],
)
def test_the_later_day_of_publication_has_it(days: dict[str, str], source: str) -> None:
    assert only(unreviewed(dated(TWO, **days))).here.statement.article.id == source


def test_a_source_that_no_line_quotes_has_it_before_a_later_one(tmp_path: Path) -> None:
    found = report([[HERALD], [WIRE]], [[DAWN], [NOON]])
    found = dated(found, herald="2024-05-09", wire="2024-05-08", evening="2024-05-07")
    reviewed_ = reviewed(found, log(tmp_path, judged(TWO, tmp_path)))
    assert stands(reviewed_) == [("evening.txt", "herald.txt")]


def test_a_source_that_was_edited_since_has_it_before_one_that_was_not(tmp_path: Path) -> None:
    five, six = ("herald.txt", "*Five* boats came."), ("wire.txt", "*Six* boats came.")
    wire = {"wire.txt": plain(WIRE, six)}
    lines = log(tmp_path, judged(report([[HERALD], [WIRE]], texts=wire), tmp_path))
    found = report([[five], [six]], texts={"herald.txt": plain(HERALD, five), **wire})
    assert stands(reviewed(found, lines)) == [("herald.txt", "wire.txt")]


def plain(*lines: Said) -> str:
    """A source's text: these lines of it, with nothing marked."""
    return "".join(f"{line.replace('*', '')}\n" for _, line in lines)


def test_without_a_line_no_source_is_new(tmp_path: Path) -> None:
    assert reviewed(TWO, log(tmp_path)).freshness == {}


def test_a_new_side_has_it_whatever_its_source_and_day(tmp_path: Path) -> None:
    """Beside sides that were judged: also where the source of the new one was there all along."""
    found = dated(THREE, herald="2024-05-09", wire="2024-05-09", inquiry="2024-05-01")
    lines = judged(TWO, tmp_path), judged(report([[INQUIRY], [DAWN]]), tmp_path)
    assert stands(reviewed(found, log(tmp_path, *lines))) == [
        ("inquiry.txt", "herald.txt"),
        ("inquiry.txt", "wire.txt"),
    ]


def test_of_a_new_side_its_new_source_has_it(tmp_path: Path) -> None:
    lines = judged(TWO, tmp_path), judged(report([[INQUIRY], [DAWN]]), tmp_path)
    found = report([[HERALD], [WIRE], [INQUIRY, ("a.txt", "There were *15* dead.")]])
    assert {here for here, _ in stands(reviewed(found, log(tmp_path, *lines)))} == {"a.txt"}


def test_an_edited_quote_has_it(tmp_path: Path) -> None:
    """Also beside a later source that was edited elsewhere."""
    fourteen = ("herald.txt", "*At least 14* people died when the ferry sank on Tuesday.")
    found = dated(report([[fourteen], [WIRE]], texts={"wire.txt": plain(WIRE, DAWN)}), wire="2024-05-09")
    result = only(reviewed(found, log(tmp_path, judged(TWO, tmp_path))))
    assert result.here.statement.article.id == "herald.txt"
    assert result.why == "edited, judged when it was “At least 12 people died when the ferry sank on Tuesday.”"


def test_what_the_reader_asks_after_has_it_before_all_else(tmp_path: Path) -> None:
    found = reviewed(THREE, log(tmp_path, judged(TWO, tmp_path)))
    assert stands(view.focus(found, ["herald.txt"])) == [("herald.txt", "inquiry.txt"), ("inquiry.txt", "wire.txt")]


def test_what_is_left_out_of_view_is_still_known(tmp_path: Path) -> None:
    """A source is no newer because the discrepancy that the review file has of it is not shown."""
    found = report([[HERALD], [WIRE]], [[DAWN], [NOON]])
    lines = judged(TWO, tmp_path), judged(report([[("evening.txt", "*Two* came.")], [HERALD]]), tmp_path)
    whole = reviewed(found, log(tmp_path, *lines))
    assert whole.keep(lambda standing: not standing.entries).freshness == whole.freshness


@pytest.mark.parametrize("verdict", [Verdict.UNSURE, Verdict.LATER])
def test_a_verdict_that_settles_nothing_is_why(verdict: Verdict, tmp_path: Path) -> None:
    result = only(reviewed(TWO, log(tmp_path, judged(TWO, tmp_path, verdict))))
    assert result.why == verdict.value


def test_why_says_what_is_open_and_what_is_new(tmp_path: Path) -> None:
    assert only(unreviewed(TWO)).why == "open"
    extended = reviewed(THREE, log(tmp_path, judged(TWO, tmp_path)))
    assert {one.why for one in results(extended)} == {"a new side"}


def test_an_inner_error_gives_its_sentence_once() -> None:
    *_, result = results(unreviewed(reports.report()))
    assert result.says.startswith("Tuesday: “At least 12")
    assert result.against == "May 7, 2024"


def test_a_summary_in_place_of_a_question_ends_as_a_sentence() -> None:
    questions = [one.question for one in results(unreviewed(reports.report()))]
    assert questions[0] == "How many people died?"
    assert questions[2] == "Ole Brandt joined the line in June or in February 2021."


def test_what_is_marked_is_the_first_of_the_words_that_conflict() -> None:
    position = reports.DEATHS[0]
    text = position.statement.article.text
    start, end = marked(position)
    assert text[start:end] == "At least 12"
    assert marked(replace(position, highlights=())) == (position.statement.start, position.statement.end)
    outside = replace(position, highlights=((0, 5),))
    assert marked(outside) == (position.statement.start, position.statement.end)


def test_no_message_is_longer_than_anyone_would_read() -> None:
    long = reports.article("long", "x" * 1_000_000)
    position = Position(reports.statement(long, long.text), "x", ((500_000, 500_010),))
    side = replace(reports.report().discrepancies[0].sides[0], positions=(position,))
    assert len(said(side, position)) < 1000
    assert "characters …]" in said(side, position)


def test_a_later_line_makes_a_source_known(tmp_path: Path) -> None:
    first = judged(TWO, tmp_path)
    found = report([[HERALD], [WIRE]], [[DAWN], [NOON]])
    assert reviewed(found, log(tmp_path, first)).freshness["evening.txt"] is review.Freshness.NEW
    second = review.entry(found.discrepancies[1], tmp_path, LATER, verdict=Verdict.CONFLICT)
    assert reviewed(found, log(tmp_path, second)).freshness["evening.txt"] is review.Freshness.KNOWN
