"""How what a report holds is shown to people: in plain words, harmless, and no longer than anyone would read."""

from discrepancy.display.changes import News, change_name, news
from discrepancy.display.excerpt import Piece, pieces
from discrepancy.display.facts import Answer, Fact, answers_of, facts
from discrepancy.display.labels import labels
from discrepancy.display.matrix import LEVELS, Matrix, against, matrix
from discrepancy.display.phrases import (
    agreed,
    asked,
    copies,
    counted,
    credit,
    dated,
    headline,
    letter,
    made_with,
    place,
    reasons,
    short,
    signals,
    source_name,
    spoken,
)
from discrepancy.display.safe import one_line, shown
from discrepancy.display.timeline import Point, Timeline, timeline, timelines
from discrepancy.display.verdicts import Remark, edited, remarks, standing_name, state_name, verdict_name

__all__ = [
    "LEVELS",
    "Answer",
    "Fact",
    "Matrix",
    "News",
    "Piece",
    "Point",
    "Remark",
    "Timeline",
    "against",
    "agreed",
    "answers_of",
    "asked",
    "change_name",
    "copies",
    "counted",
    "credit",
    "dated",
    "edited",
    "facts",
    "headline",
    "labels",
    "letter",
    "made_with",
    "matrix",
    "news",
    "one_line",
    "pieces",
    "place",
    "reasons",
    "remarks",
    "short",
    "shown",
    "signals",
    "source_name",
    "spoken",
    "standing_name",
    "state_name",
    "timeline",
    "timelines",
    "verdict_name",
]
