from __future__ import annotations

from collections.abc import Callable

import pytest

import reports
from discrepancy import view
from discrepancy.errors import SettingsError
from discrepancy.model import Kind, Report, Severity

REPORT = reports.report()


@pytest.mark.parametrize(
    ("smaller", "expected"),
    [
        (lambda report: view.of_kinds(report, ()), ["d1", "d2", "d3"]),
        (lambda report: view.of_kinds(report, {Kind.DATE}), ["d2", "d3"]),
        (lambda report: view.of_kinds(report, {Kind.DATE, Kind.QUANTITY}), ["d1", "d2", "d3"]),
        (lambda report: view.of_kinds(report, {Kind.PLACE}), []),
        (lambda report: view.at_least(report, Severity.HIGH), ["d1"]),
        (lambda report: view.at_least(report, Severity.MEDIUM), ["d1", "d2"]),
        (lambda report: view.at_least(report, Severity.LOW), ["d1", "d2", "d3"]),
        (lambda report: view.first(report, None), ["d1", "d2", "d3"]),
        (lambda report: view.first(report, 2), ["d1", "d2"]),
        (lambda report: view.first(report, 9), ["d1", "d2", "d3"]),
        (lambda report: view.focus(report, ()), ["d1", "d2", "d3"]),
        (lambda report: view.focus(report, ["wire"]), ["d1", "d2"]),
        (lambda report: view.focus(report, ["wire.txt"]), ["d1", "d2"]),
        (lambda report: view.focus(report, ["./wire.txt"]), ["d1", "d2"]),
        (lambda report: view.focus(report, ["/home/a/papers/inquiry.pdf"]), ["d1"]),
        (lambda report: view.focus(report, ["inquiry.pdf", "wire.txt"]), ["d1", "d2"]),
    ],
)
def test_a_view_keeps_what_is_asked_for(smaller: Callable[[Report], Report], expected: list[str]) -> None:
    assert [found.id for found in smaller(REPORT).discrepancies] == expected


def test_a_view_leaves_all_else_as_it_is() -> None:
    assert view.of_kinds(REPORT, {Kind.PLACE}).articles == REPORT.articles


@pytest.mark.parametrize("file", ["draft.txt", "ire.txt", ""])
def test_a_file_that_was_not_read_cannot_be_focused(file: str) -> None:
    with pytest.raises(SettingsError, match="none of the sources"):
        view.focus(REPORT, [file])
