from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import articles
from articles import CAPTAIN, CLOSED, DAWN, FIFTEEN, HARBOUR, HE, HEADING, LIGHT, LINES, MONDAY, NINE, PORTAL, SANK
from discrepancy import Corroboration, Statement, review
from discrepancy.review import Session, Stamp, Verdict
from discrepancy_tui.reading import Bearing, Bearings, LeftOut, Links, nearest, opposite, runs
from reports import span, statement

STAMP = Stamp("Anna", datetime(2024, 5, 8, tzinfo=UTC))


def judged(folder: Path, number: int, verdict: Verdict) -> review.Reviewed:
    session = Session(articles.report(), folder / review.FILE_NAME)
    session.say(session.reviewed.standings[number].found, STAMP, verdict=verdict)
    return session.reviewed


@pytest.mark.parametrize(
    ("of", "bearing"),
    [
        (SANK, Bearing.CONTRADICTED),
        (NINE, Bearing.CONTRADICTED),
        (CLOSED, Bearing.ALONE),
        (LIGHT, Bearing.CORROBORATED),
        (HEADING, None),
    ],
)
def test_each_statement_has_its_mark(of: Statement, bearing: Bearing | None) -> None:
    base = articles.report()
    corroborated = (Corroboration(None, "It left at dawn", (DAWN, LIGHT), 2),)
    assert Bearings(review.unreviewed(replace(base, corroborated=corroborated))).of(of) is bearing


def test_what_is_contradicted_is_not_called_corroborated() -> None:
    assert any(SANK in one.statements for one in articles.report().corroborated)
    assert Bearings(review.unreviewed(articles.report())).of(SANK) is Bearing.CONTRADICTED


def test_a_judgement_of_no_conflict_shows_and_takes_the_highlights(tmp_path: Path) -> None:
    before, after = review.unreviewed(articles.report()), judged(tmp_path, 1, Verdict.NOT_CONFLICT)
    assert Bearings(before).highlights(CAPTAIN) == (span(CAPTAIN, "June"),)
    assert Bearings(after).of(CAPTAIN) is Bearing.CLEARED
    assert Bearings(after).highlights(CAPTAIN) == ()


def test_a_judgement_of_conflict_leaves_the_mark(tmp_path: Path) -> None:
    assert Bearings(judged(tmp_path, 1, Verdict.CONFLICT)).of(CAPTAIN) is Bearing.CONTRADICTED


def test_the_worst_comes_first_and_what_was_judged_none_last(tmp_path: Path) -> None:
    fresh = Bearings(review.unreviewed(articles.report())).standings(SANK)
    assert [one.found.id for one in fresh] == ["d1", "d3"]
    bearings = Bearings(judged(tmp_path, 0, Verdict.NOT_CONFLICT))
    assert [one.found.id for one in bearings.standings(SANK)] == ["d3", "d1"]
    assert bearings.of(SANK) is Bearing.CONTRADICTED


def links(ident: str, view: int | None = None) -> Links:
    standings = review.unreviewed(articles.report()).standings
    return Links(articles.report(), standings, ident, None if view is None else standings[view])


def test_the_most_alike_stand_level_and_each_way() -> None:
    level = links("herald").level("portal")
    assert level.there == {DAWN.key: LIGHT.key}
    assert level.back == {LIGHT.key: DAWN.key, HARBOUR.key: DAWN.key}


def test_sides_of_a_discrepancy_are_nearer_than_any_similarity() -> None:
    assert links("herald").level("wire").there == {SANK.key: NINE.key, CAPTAIN.key: HE.key}


def test_what_is_hardly_alike_does_not_stand_level() -> None:
    assert MONDAY.key not in links("herald").level("portal").back


def test_statements_of_one_article_do_not_stand_level() -> None:
    assert "herald" not in links("herald").others


def test_the_article_of_the_discrepancy_in_view_comes_first() -> None:
    assert links("herald").others == ("wire", "portal", "inquiry")
    assert links("herald", 0).others == ("wire", "inquiry", "portal")
    assert links("portal").others == ("herald",)


def test_opposite_is_another_side_in_another_article() -> None:
    deaths, captain, weekday = review.unreviewed(articles.report()).standings
    found = [opposite(deaths, SANK), opposite(deaths, FIFTEEN), opposite(captain, HE)]
    assert [one.key for one in found if one] == [NINE.key, SANK.key, CAPTAIN.key]
    assert opposite(weekday, SANK) is None


def test_what_was_left_out_stands_between_the_statements_with_its_kind() -> None:
    found = runs(PORTAL, (HARBOUR, CLOSED, LIGHT, MONDAY), LINES)
    assert [
        run.text if isinstance(run, Statement) else (run.words, PORTAL.text[run.start : run.end]) for run in found
    ] == [
        ("site furniture", "Skip to content"),
        "The harbour",
        "The port was closed.",
        "The ferry had left at first light.",
        "The port on Monday.",
        ("picture credit", "(Photo: L. Berg)"),
        ("teaser of another article", "Read also: Storm over the coast"),
    ]


def test_without_lines_there_are_statements_alone() -> None:
    assert not [run for run in runs(PORTAL, (LIGHT, CLOSED), ()) if isinstance(run, LeftOut)]
    assert runs(PORTAL, (LIGHT, CLOSED), ()) == [CLOSED, LIGHT]


def test_an_edited_source_is_opened_where_the_statement_went() -> None:
    moved = replace(PORTAL, text=f"More. {PORTAL.text}")
    here = [statement(moved, "More."), statement(moved, CLOSED.text), statement(moved, LIGHT.text)]
    assert nearest(here, LIGHT) == here[2]
    assert nearest(here[:2], LIGHT) == here[1]
    assert nearest([], LIGHT) is None
