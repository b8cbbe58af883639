"""JUnit XML, for build servers that show tests: a discrepancy is a test case, which fails while it is not settled."""

from __future__ import annotations

import re
from typing import TextIO
from xml.sax.saxutils import escape, quoteattr

from discrepancy.display.phrases import asked, counted, place, short
from discrepancy.display.safe import one_line
from discrepancy.model import Discrepancy
from discrepancy.review import Reviewed
from discrepancy.writers import Writer
from discrepancy.writers._open import Result, results

_NOT_XML = re.compile("[\ufffe\uffff]")
"""What XML 1.0 cannot hold and `one_line` leaves: it has a name for controls and surrogates."""


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write one suite with a case for each discrepancy, in the order of the report."""
    open_: dict[int, list[Result]] = {}
    for result in results(reviewed):
        open_.setdefault(id(result.found), []).append(result)
    cases = reviewed.report.discrepancies
    counts = f'tests="{len(cases)}" failures="{len(open_)}" errors="0"'
    stream.write('<?xml version="1.0" encoding="UTF-8"?>\n')
    stream.write(f'<testsuites name="discrepancy" {counts}>\n  <testsuite name="discrepancy" {counts}>\n')
    stream.writelines(_case(found, open_.get(id(found), [])) for found in cases)
    stream.write("  </testsuite>\n</testsuites>\n")


def _case(found: Discrepancy, open_: list[Result]) -> str:
    # Two questions may read alike, and build servers know a case again by its name.
    name = f'    <testcase classname="{found.kind.value}" name={_attribute(f"{asked(found)} ({found.id})")}'
    if not open_:
        return f"{name}/>\n"
    message = f"{counted(len(open_), 'pair')} of sides not settled: {short(found.summary)}"
    body = "\n\n".join(map(_told, open_))
    return (
        f'{name}>\n      <failure type="{found.severity.value}" message={_attribute(message)}>'
        f"{body}</failure>\n    </testcase>\n"
    )


def _told(result: Result) -> str:
    lines = [
        f"{place(result.here)}: {result.says}",
        f"{place(result.there)}: {result.against}",
        result.why,
    ]
    return "\n".join(map(_text, lines))


def _text(text: str) -> str:
    return escape(_held(text))


def _attribute(text: str) -> str:
    return quoteattr(_held(text))


def _held(text: str) -> str:
    """`text` on one line, with a name for each character that XML cannot hold."""
    return _NOT_XML.sub(lambda found: f"<U+{ord(found[0]):04X}>", one_line(text))


PLUGIN = Writer(name="junit", suffix=".xml", write=write)
