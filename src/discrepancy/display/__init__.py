"""How what a report holds is shown to people: in plain words, harmless, and no longer than anyone would read."""

from discrepancy.display.excerpt import Piece, pieces
from discrepancy.display.facts import Answer, Fact, facts
from discrepancy.display.labels import labels
from discrepancy.display.matrix import LEVELS, Matrix, matrix
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
    source_name,
    spoken,
)
from discrepancy.display.safe import one_line, shown
from discrepancy.display.timeline import Point, Timeline, timeline, timelines

__all__ = [
    "LEVELS",
    "Answer",
    "Fact",
    "Matrix",
    "Piece",
    "Point",
    "Timeline",
    "asked",
    "copies",
    "counted",
    "credit",
    "dated",
    "facts",
    "headline",
    "labels",
    "letter",
    "matrix",
    "one_line",
    "pieces",
    "place",
    "reasons",
    "short",
    "shown",
    "source_name",
    "spoken",
    "timeline",
    "timelines",
]
