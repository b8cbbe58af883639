from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy import Kind
from discrepancy_tui import places
from discrepancy_tui.filters import Filter
from discrepancy_tui.places import Place

PLACE = Place(
    "abc", Filter(kinds=frozenset({Kind.DATE, Kind.NAME}), verdicts=frozenset({"open"}), new=True, text="a b")
)


def test_a_place_comes_back_as_it_was_for_its_own_review_file(tmp_path: Path) -> None:
    places.remember(tmp_path / "a.jsonl", PLACE, tmp_path / "places")
    assert places.recall(tmp_path / "a.jsonl", tmp_path / "places") == PLACE
    assert places.recall(tmp_path / "b.jsonl", tmp_path / "places") == Place()


@pytest.mark.parametrize("text", ["", "{", '{"fingerprint": 3}', '{"filter": {"kinds": ["no such kind"]}}'])
def test_a_damaged_place_is_the_beginning(text: str, tmp_path: Path) -> None:
    places.remember(tmp_path / "a.jsonl", PLACE, tmp_path)
    (file,) = tmp_path.glob("*.json")
    file.write_text(text)
    assert places.recall(tmp_path / "a.jsonl", tmp_path) == Place()


def test_a_folder_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    places.remember(tmp_path / "a.jsonl", PLACE, tmp_path / "file" / "places")
    assert places.recall(tmp_path / "a.jsonl", tmp_path / "file" / "places") == Place()
