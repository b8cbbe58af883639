from __future__ import annotations

from collections.abc import Callable

import pytest

import reports
from discrepancy import view
from discrepancy.errors import SettingsError
from discrepancy.model import Kind, Severity
from discrepancy.review import Reviewed, unreviewed

REPORT = unreviewed(reports.report())


@pytest.mark.parametrize(
    ("smaller", "expected"),
    [
        (lambda found: view.of_kinds(found, ()), ["d1", "d2", "d3"]),
        (lambda found: view.of_kinds(found, {Kind.DATE}), ["d2", "d3"]),
        (lambda found: view.of_kinds(found, {Kind.DATE, Kind.QUANTITY}), ["d1", "d2", "d3"]),
        (lambda found: view.of_kinds(found, {Kind.PLACE}), []),
        (lambda found: view.at_least(found, Severity.HIGH), ["d1"]),
        (lambda found: view.at_least(found, Severity.MEDIUM), ["d1", "d2"]),
        (lambda found: view.at_least(found, Severity.LOW), ["d1", "d2", "d3"]),
        (lambda found: view.first(found, None), ["d1", "d2", "d3"]),
        (lambda found: view.first(found, 2), ["d1", "d2"]),
        (lambda found: view.first(found, 9), ["d1", "d2", "d3"]),
        (lambda found: view.focus(found, ()), ["d1", "d2", "d3"]),
        (lambda found: view.focus(found, ["wire"]), ["d1", "d2"]),
        (lambda found: view.focus(found, ["wire.txt"]), ["d1", "d2"]),
        (lambda found: view.focus(found, ["./wire.txt"]), ["d1", "d2"]),
        (lambda found: view.focus(found, ["/home/a/papers/inquiry.pdf"]), ["d1"]),
        (lambda found: view.focus(found, ["inquiry.pdf", "wire.txt"]), ["d1", "d2"]),
    ],
)
def test_a_view_keeps_what_is_asked_for(smaller: Callable[[Reviewed], Reviewed], expected: list[str]) -> None:
    assert [found.id for found in smaller(REPORT).report.discrepancies] == expected
    assert [standing.found.id for standing in smaller(REPORT).standings] == expected


def test_a_view_leaves_all_else_as_it_is() -> None:
    assert view.of_kinds(REPORT, {Kind.PLACE}).report.articles == REPORT.report.articles


@pytest.mark.parametrize("file", ["draft.txt", "ire.txt", ""])
def test_a_file_that_was_not_read_cannot_be_focused(file: str) -> None:
    with pytest.raises(SettingsError, match="none of the sources"):
        view.focus(REPORT, [file])
