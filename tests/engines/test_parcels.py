"""What travels: articles go out whole, and come back as those that were sent."""

from __future__ import annotations

from discrepancy.engines import _parcels
from discrepancy.model import Comparison, Reading
from reports import report

REPORT = report()
READINGS = tuple(Reading(statement) for statement in REPORT.statements)
COMPARISON = Comparison(READINGS, REPORT.discrepancies, single_source=REPORT.statements[:1])


def test_articles_go_out_with_their_lines() -> None:
    groups, lines = _parcels.unpack(_parcels.pack([REPORT.articles], REPORT.lines))
    assert groups == [REPORT.articles]
    assert lines == REPORT.lines


def test_only_the_lines_of_the_articles_go_out() -> None:
    first = REPORT.articles[:1]
    assert set(_parcels.unpack(_parcels.pack([first], REPORT.lines))[1]) == {first[0].id}


def test_the_articles_that_come_back_are_those_that_were_sent() -> None:
    (found,) = _parcels.unpack_answer(_parcels.pack_answer([COMPARISON]), REPORT.articles)
    assert found == COMPARISON
    own = {id(article) for article in REPORT.articles}
    assert {id(statement.article) for statement in found.statements} <= own
    sides = (position.statement for one in found.discrepancies for side in one.sides for position in side.positions)
    assert {id(statement.article) for statement in sides} <= own


def test_no_text_comes_back() -> None:
    answer = _parcels.pack_answer([COMPARISON])
    assert all(article.text.encode() not in answer for article in REPORT.articles if article.text)
