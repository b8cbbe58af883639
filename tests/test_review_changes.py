"""What changed since an earlier report: read back from its JSON, as `compare --since` does."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import hostile
import reports
from discrepancy import review, writers
from discrepancy.errors import InputError
from discrepancy.model import Report
from discrepancy.review import Changes, changed_since, read_report, unreviewed
from discrepancy.writers.json import document
from reviews import ALSO_NINE, HERALD, INQUIRY, WIRE, Said, report

EDITED = ("herald.txt", "*At least 14* people died when the ferry sank on Tuesday.")
FIRE: list[list[Said]] = [[("herald.txt", "The fire broke out at *noon*.")], [("wire.txt", "It began at *dawn*.")]]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def since(before: Report, now: Report) -> Changes:
    path = Path("before.json")
    writers.write(unreviewed(before), "json", path)
    return changed_since(now, read_report(path), str(path))


def changed(before: Report, now: Report) -> list[review.Changed | None]:
    """What changed of each discrepancy of `now`."""
    found = since(before, now).found
    return [found.get(one.fingerprint) for one in now.discrepancies]


TWO = report([[HERALD], [WIRE]])


@pytest.mark.parametrize("found", [TWO, reports.report(), hostile.report()], ids=["two", "fixed", "hostile"])
def test_nothing_changed_since_the_same_report(found: Report) -> None:
    none = since(found, found)
    assert none == Changes("before.json", {}, (), (), (), ())


def test_a_new_discrepancy_is_new() -> None:
    assert changed(TWO, report([[HERALD], [WIRE]], FIRE)) == [None, review.Changed(new=True)]


def test_a_new_side_extends_a_known_one() -> None:
    now = report([[HERALD], [WIRE], [INQUIRY]])
    assert changed(TWO, now) == [review.Changed(sides=(2,))]
    assert [article.id for article in since(TWO, now).added] == ["inquiry.txt"]


def test_known_sides_that_are_newly_set_against_each_other_are_named() -> None:
    now = report([[HERALD], [WIRE], [INQUIRY]])
    found = now.discrepancies[0]
    before = replace(now, discrepancies=(replace(found, pairs=found.pairs[:2]),))
    assert changed(before, now) == [review.Changed(pairs=((1, 2),))]


def test_a_statement_that_joins_a_known_side_is_named() -> None:
    (only,) = changed(TWO, report([[HERALD], [WIRE, ALSO_NINE]]))
    assert only is not None
    assert [position.statement.article.id for position in only.joined] == ["evening.txt"]


def test_a_quote_that_was_edited_is_known_again() -> None:
    now = report([[EDITED], [WIRE]])
    (only,) = changed(TWO, now)
    assert only is not None
    assert [edit.before.quote for edit in only.edits] == [HERALD[1].replace("*", "")]
    assert [article.id for article in since(TWO, now).changed] == ["herald.txt"]


def test_what_is_gone_says_which_sources_are() -> None:
    now = report(FIRE)
    lost = since(report([[HERALD], [INQUIRY]], FIRE), now)
    (gone,) = lost.gone
    assert gone.found.summary == "How many people died? At least 12 / 15"
    assert [article.path for article in gone.removed] == ["inquiry.txt"]
    assert [article.path for article in gone.changed] == ["herald.txt"]
    assert [article.path for article in lost.removed] == ["inquiry.txt"]


def test_a_renamed_source_is_the_same_source() -> None:
    renamed = report([[("first.txt", HERALD[1])], [WIRE]])
    assert since(TWO, renamed) == Changes("before.json", {}, (), (), (), ())


def test_a_report_made_from_another_folder_names_the_same_sources() -> None:
    moved = report([[EDITED], [WIRE]], paths={"herald.txt": "/else/herald.txt", "wire.txt": "/else/wire.txt"})
    found = since(TWO, moved)
    assert (found.gone, found.added, found.removed) == ((), (), ())
    assert [article.path for article in found.changed] == ["/else/herald.txt"]


def damaged(**changes: Any) -> str:
    return json.dumps(document(unreviewed(TWO)) | changes)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("# 1 discrepancy in 2 sources", "no JSON report, or damaged"),
        (damaged()[:-20], "no JSON report, or damaged"),
        ("[" * 100_000, "no JSON report, or damaged"),
        ("\x80", "no JSON report, or damaged"),
        ("[]", "no report of this program"),
        ('{"version": 1}', "no report of this program"),
        (damaged(version=0), "no report of this program"),
        (damaged(version="1"), "no report of this program"),
        (damaged(version=2), "newer version of this program .report version 2.: update"),
        (damaged(sources=[]), "damaged .it quotes a source that it does not list.*make it anew"),
        (damaged(discrepancies=[{}]), r"damaged .Object missing required field `fingerprint`"),
    ],
)
def test_what_is_no_report_of_ours_is_an_error_of_one_line(text: str, reason: str, tmp_path: Path) -> None:
    path = tmp_path / "before.json"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(InputError, match=reason) as caught:
        read_report(path)
    assert "\n" not in str(caught.value)
    assert "before.json" in str(caught.value)


def test_a_pair_of_sides_that_there_are_not_is_damage(tmp_path: Path) -> None:
    values = document(unreviewed(TWO))
    values["discrepancies"][0]["pairs"][0]["sides"] = [0, 2]
    path = tmp_path / "before.json"
    path.write_text(json.dumps(values))
    with pytest.raises(InputError, match="sets a side against one that it does not hold"):
        read_report(path)


def test_a_report_that_is_not_there_is_an_error_of_one_line() -> None:
    with pytest.raises(InputError, match=r"the report gone\.json could not be read: No such file"):
        read_report(Path("gone.json"))
