from __future__ import annotations

import io
from pathlib import Path

import hostile
from discrepancy.review import Reviewed, Verdict, reviewed, unreviewed
from discrepancy.writers.brief import write
from reviews import ALSO_NINE, HERALD, INQUIRY, WIRE, judged, log, report

TWO = report([[HERALD], [WIRE]])


def written(found: Reviewed) -> list[str]:
    stream = io.StringIO()
    write(found, stream)
    return stream.getvalue().splitlines()


def test_a_pair_is_a_line_of_answers_and_places() -> None:
    (line,) = written(unreviewed(report([[HERALD], [WIRE, ALSO_NINE]])))
    assert line == (
        "high quantity, open: How many people died? "
        "At least 12 (herald.txt, line 1) / Nine (wire.txt, line 1 and 1 more)"
    )


def test_only_what_is_not_settled_is_there(tmp_path: Path) -> None:
    assert written(reviewed(TWO, log(tmp_path, judged(TWO, tmp_path)))) == []
    three = report([[HERALD], [WIRE], [INQUIRY]])
    assert [line.partition(":")[0] for line in written(reviewed(three, log(tmp_path)))] == [
        "high quantity, a new side"
    ] * 2


def test_a_verdict_that_settles_nothing_is_why(tmp_path: Path) -> None:
    (line,) = written(reviewed(TWO, log(tmp_path, judged(TWO, tmp_path, Verdict.UNSURE))))
    assert line.startswith("high quantity, unsure: ")


def test_hostile_text_is_one_line_of_bearable_length() -> None:
    lines = written(unreviewed(hostile.report()))
    assert len(lines) == len(hostile.TEXTS)
    assert all(line.isprintable() and len(line) < 1500 for line in lines)
