"""One line for each pair of sides that is not settled, for people: what `check` prints."""

from __future__ import annotations

from typing import TextIO

from discrepancy.display.phrases import asked, place, short
from discrepancy.display.safe import one_line
from discrepancy.model import Side
from discrepancy.review import PairStanding, Reviewed, Standing
from discrepancy.writers import Writer
from discrepancy.writers._open import VALUE, why


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write the lines; nothing where all is settled."""
    for standing in reviewed.standings:
        stream.writelines(f"{_line(standing, pair)}\n" for pair in standing.unsettled)


def _line(standing: Standing, pair: PairStanding) -> str:
    found = standing.found
    a, b = (_side(found.sides[side]) for side in pair.pair.sides)
    return one_line(f"{found.severity.value} {found.kind.value}, {why(standing, pair)}: {asked(found)} {a} / {b}")


def _side(side: Side) -> str:
    others = f" and {len(side.positions) - 1:,} more" if len(side.positions) > 1 else ""
    return f"{short(side.value, VALUE)} ({place(side.positions[0])}{others})"


PLUGIN = Writer(name="brief", suffix=".brief", write=write, for_people=True)
