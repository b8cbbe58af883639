from __future__ import annotations

from dataclasses import replace

import reports
from discrepancy.display import LEVELS, matrix


def test_sources_are_counted_against_those_they_are_set_against() -> None:
    found = matrix(reports.report())
    assert [article.id for article in found.articles] == ["herald", "inquiry", "wire"]
    herald, inquiry, wire = found.articles
    assert found.count(herald, wire) == found.count(wire, herald) == 2
    assert found.count(inquiry, wire) == 1
    assert found.count(inquiry, herald) == 0, "these two sides are no pair"


def test_a_source_that_contradicts_itself_counts_against_itself() -> None:
    found = matrix(reports.report())
    assert [found.count(one, one) for one in found.articles] == [1, 0, 0]


def test_few_discrepancies_are_a_shade_each() -> None:
    found = matrix(reports.report())
    herald, inquiry, wire = found.articles
    assert (found.level(inquiry, herald), found.level(inquiry, wire), found.level(herald, wire)) == (0, 1, 2)


def test_the_most_discrepancies_have_the_deepest_shade() -> None:
    report = reports.report()
    found = matrix(replace(report, discrepancies=report.discrepancies * 100))
    herald, inquiry, wire = found.articles
    assert (found.count(herald, wire), found.level(herald, wire)) == (200, LEVELS)
    assert 0 < found.level(inquiry, wire) < LEVELS


def test_of_many_sources_those_with_the_most_discrepancies_have_rows() -> None:
    found = matrix(reports.report(), most=2)
    assert [article.id for article in found.articles] == ["herald", "wire"]
    assert found.left_out == 1
    assert set(found.counts) == {("herald", "herald"), ("herald", "wire"), ("wire", "herald")}


def test_a_report_without_findings_has_an_empty_matrix() -> None:
    found = matrix(replace(reports.report(), discrepancies=()))
    assert {found.level(a, b) for a in found.articles for b in found.articles} == {0}
