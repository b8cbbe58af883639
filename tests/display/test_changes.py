from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import reviews
from discrepancy.display import change_name, news
from discrepancy.display.changes import News
from discrepancy.model import Report
from discrepancy.review import Changed, Reviewed, changed_since, read_report, unreviewed
from discrepancy.writers import write
from reviews import ALSO_NINE, HERALD, INQUIRY, WIRE, report


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def compared(before: Report, now: Report) -> Reviewed:
    write(unreviewed(before), "json", Path("before.json"))
    changes = changed_since(now, read_report(Path("before.json")), "before.json")
    return replace(unreviewed(now), changes=changes)


def test_nothing_is_told_where_nothing_changed_or_nothing_was_compared() -> None:
    same = report([[HERALD], [WIRE]])
    assert news(compared(same, same)) == news(unreviewed(same)) == ()


def test_each_sort_of_change_has_a_title_and_its_lines() -> None:
    fire = [[("herald.txt", "It began at *noon*.")], [("wire.txt", "It began at *dawn*.")]]
    found = compared(report([[HERALD], [INQUIRY]]), report([[HERALD], [WIRE]], fire))
    assert news(found) == (
        News(
            "2 new discrepancies",
            (
                "1. How many people died? A: At least 12; B: Nine",
                "2. How many people died? A: noon; B: dawn",
            ),
        ),
        News(
            "1 discrepancy gone",
            ("How many people died? A: At least 12; B: 15 (inquiry.txt is not read any more; herald.txt changed)",),
        ),
        News("1 source added", ("no date, wire.txt",)),
        News("1 source not read any more", ("no date, inquiry.txt",)),
        News("1 source changed", ("no date, herald.txt",)),
    )  # fmt: skip


def test_what_changed_of_a_known_discrepancy_is_one_line() -> None:
    before = report([[HERALD], [WIRE]])
    found = compared(before, report([[HERALD], [WIRE, ALSO_NINE], [INQUIRY]]))
    (first, *_) = news(found)
    assert first == News(
        "1 known discrepancy changed",
        ("1. How many people died? — new side C: 15; also said by evening.txt",),
    )


def test_a_reworded_quote_is_shown_in_both_wordings() -> None:
    edited = ("herald.txt", "*At least 14* people died when the ferry sank on Tuesday.")
    (first, *_) = news(compared(report([[HERALD], [WIRE]]), report([[edited], [WIRE]])))
    assert first.lines[0] == (
        "1. How many people died? — “At least 12 people died when the ferry sank on Tuesday.” now reads "
        "“At least 14 people died when the ferry sank on Tuesday.” (herald.txt, line 1)"
    )


def test_a_long_list_is_cut_and_says_so() -> None:
    many = [[[("a.txt", f"In {n} there were *{n}*.")], [("b.txt", f"In {n} it was *{n + 1}*.")]] for n in range(60)]
    found = compared(report([[HERALD], [WIRE]]), report(*many))
    first = news(found)[0]
    assert first.title == "60 new discrepancies"
    assert len(first.lines) == 51
    assert first.lines[-1] == "and 10 more"


def test_a_discrepancy_says_what_changed_of_it_in_a_few_words() -> None:
    position = reviews.spoken().report.discrepancies[0].sides[0].positions[0]
    assert change_name(Changed(new=True)) == "new"
    assert change_name(Changed(sides=(2,), pairs=((0, 1),), joined=(position,))) == (
        "new side C; A and B newly set against each other; said by more"
    )
