from __future__ import annotations

from dataclasses import replace

import reports
from discrepancy.display import facts


def test_each_question_has_a_row_with_what_each_source_answers() -> None:
    deaths, joined, _ = facts(reports.report())
    assert [deaths.number, joined.number] == [1, 2]
    assert {source: [(one.side, one.value) for one in given] for source, given in deaths.answers.items()} == {
        "herald": [(0, "At least 12")],
        "wire": [(1, "Nine")],
        "inquiry": [(2, "15")],
    }
    assert set(joined.answers) == {"herald", "wire"}


def test_a_source_that_contradicts_itself_gives_two_answers() -> None:
    weekday = facts(reports.report())[2]
    assert [one.value for one in weekday.answers["herald"]] == ["Tuesday", "May 7, 2024"]


def test_what_a_source_says_twice_on_one_side_is_one_answer_in_its_own_words() -> None:
    report = reports.report()
    found = report.discrepancies[0]
    again = replace(found.sides[0].positions[0], value="twelve or more")
    side = replace(found.sides[0], positions=(again, *found.sides[0].positions))
    row = facts(replace(report, discrepancies=(replace(found, sides=(side, *found.sides[1:])),)))[0]
    (answer,) = row.answers["herald"]
    assert answer.value == "twelve or more"
    assert len(answer.positions) == 2
