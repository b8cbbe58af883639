from dataclasses import replace

import pytest

from discrepancy.detectors.durations import PLUGIN
from discrepancy.model import Conflict, NameMention
from discrepancy.settings import DEFAULT
from tests.detectors._dates_builders import claim, evidence

PUBLISHED = "2016-08-15"

FIRES = [
    ("The six-year drought emptied the lake.", "The drought began in March 2011."),
    ("The 4-year siege of the town goes on.", "The blockade started in March 2011."),
    ("A seven-month strike halted the mines.", "The strike began in March 2016."),
]

SILENT = [
    ("The five-year drought emptied the lake.", "The drought began in March 2011."),
    ("The six-year drought emptied the lake.", "The drought began in 2010."),
    ("The five-year drought emptied the lake.", "The drought began in 2011."),
    ("The nearly six-year drought emptied the lake.", "The drought began in March 2011."),
    ("The lake is in the sixth year of drought.", "The drought began in March 2011."),
    ("The six-year war left ruins.", "The war broke out in September 1939."),
    ("The six-year term of the mayor ends.", "The drought began in March 2011."),
    ("The six-year-old war memorial stands.", "The drought began in March 2011."),
]


def found(first: str, second: str, predicate: str = "begin") -> list[Conflict]:
    a = claim("a", first, "empty", PUBLISHED, subject="drought")
    noun = next(n for n in ("drought", "blockade", "strike", "war") if n in second)
    b = claim("b", second, predicate, PUBLISHED, subject=noun)
    return list(PLUGIN.find(evidence(a, b), DEFAULT))


@pytest.mark.parametrize(("first", "second"), FIRES)
def test_fires(first: str, second: str) -> None:
    assert len(found(first, second)) == 1


@pytest.mark.parametrize(("first", "second"), SILENT)
def test_stays_silent(first: str, second: str) -> None:
    assert found(first, second) == []


def test_two_wars_are_two() -> None:
    a = claim("a", "The six-year war in Arland goes on.", "go on", PUBLISHED, subject="war")
    b = claim("b", "The war in Borland began in March 2011.", "begin", PUBLISHED, subject="war", in_="Borland")
    known = evidence(a, b)
    named = replace(known.readings[0], names=(NameMention(20, 26, "Arland", "Arland", "place"),))
    assert list(PLUGIN.find(replace(known, readings=(named, known.readings[1])), DEFAULT)) == []
