from __future__ import annotations

import io
import re

import hostile
import reports
from discrepancy import view
from discrepancy.review import Reviewed, unreviewed
from discrepancy.writers.line import write

REPORT = unreviewed(reports.report())
HOSTILE = unreviewed(hostile.report())


def lines(found: Reviewed) -> list[str]:
    stream = io.StringIO()
    write(found, stream)
    return stream.getvalue().splitlines()


def test_each_pair_is_a_line_on_the_words_that_conflict() -> None:
    first, *_, inner = lines(REPORT)
    assert first == (
        "wire.txt:1:1: quantity: How many people died? "
        "nine: “Nine people died in the sinking of the Aurora, the coast guard said.” / "
        "at least 12: “At least 12 people died when the ferry Aurora sank on Tuesday, May 7, 2024.” "
        "(herald.txt, line 3); high, open"
    )
    assert inner.startswith("herald.txt:3:55: date: Which day was May 7, 2024? Tuesday: “At least 12")
    assert inner.endswith(" / May 7, 2024 (herald.txt, line 3); low, open")


def test_a_source_without_lines_has_the_first() -> None:
    focused = view.focus(REPORT, ["inquiry.pdf"])
    assert [line.partition(" ")[0] for line in lines(focused)] == ["wire.txt:1:1:", "papers/inquiry.pdf:1:1:"]


def test_every_line_has_the_form_that_editors_read() -> None:
    for line in [*lines(REPORT), *lines(HOSTILE)]:
        assert re.search(r":\d+:\d+: [a-z]+: ", line)
        assert line.isprintable()


def test_nothing_open_is_nothing_written() -> None:
    assert lines(REPORT.keep(lambda standing: False)) == []
