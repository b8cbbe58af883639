"""`path:line:column: kind: message`, a line for each pair of sides that is not settled: for editors and reviewdog.

A source without lines, such as a PDF file, has line 1 and column 1: every line has the one form.
"""

from __future__ import annotations

from typing import TextIO

from discrepancy.display.phrases import place
from discrepancy.display.safe import one_line
from discrepancy.review import Reviewed
from discrepancy.writers import Writer
from discrepancy.writers._open import Result, marked, results
from discrepancy.writers._regions import Regions


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write the lines; nothing where all is settled."""
    regions = Regions()
    stream.writelines(f"{_line(result, regions)}\n" for result in results(reviewed))


def _line(result: Result, regions: Regions) -> str:
    found, article = result.found, result.here.statement.article
    region = regions.of(article, marked(result.here))
    where = f"{region.line}:{region.column}" if region else "1:1"
    told = f"{result.says} / {result.against} ({place(result.there)})"
    weight = f"{found.severity.value}, {result.why}"
    return one_line(f"{article.path}:{where}: {found.kind.value}: {result.question} {told}; {weight}")


PLUGIN = Writer(name="line", suffix=".line", write=write)
