from __future__ import annotations

from pathlib import Path

import pytest

import reports
from discrepancy import display, review
from discrepancy_tui import places
from discrepancy_tui.filters import Filter
from discrepancy_tui.places import Place


def test_between_two_sources_is_what_the_matrix_counts() -> None:
    report = reports.report()
    matrix = display.matrix(report)
    for a in report.articles:
        for b in report.articles:
            wanted = Filter(between=(a.id, b.id))
            shown = [one for one in review.unreviewed(report).standings if wanted.wants(one)]
            assert len(shown) == matrix.count(a, b)


@pytest.mark.parametrize("pair", [(), ("herald", "wire")])
def test_a_pair_is_remembered(tmp_path: Path, pair: tuple[str, ...]) -> None:
    place = Place("f1", Filter(between=pair))
    places.remember(tmp_path / "review.jsonl", place, tmp_path)
    assert places.recall(tmp_path / "review.jsonl", tmp_path) == place
