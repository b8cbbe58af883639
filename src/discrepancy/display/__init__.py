"""How what a report holds is shown to people: in plain words, harmless, and no longer than anyone would read."""

from discrepancy.display.excerpt import Piece, pieces
from discrepancy.display.phrases import (
    asked,
    copies,
    counted,
    credit,
    dated,
    headline,
    letter,
    place,
    reasons,
    short,
    signals,
    source_name,
    spoken,
)
from discrepancy.display.safe import one_line, shown

__all__ = [
    "Piece",
    "asked",
    "copies",
    "counted",
    "credit",
    "dated",
    "headline",
    "letter",
    "one_line",
    "pieces",
    "place",
    "reasons",
    "short",
    "shown",
    "signals",
    "source_name",
    "spoken",
]
