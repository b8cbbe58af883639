"""Tolls of earlier events: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.earlier_tolls import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Quake shakes Tarma\n"
FIRES = [
    ("In 2003 a quake in Bam killed more than 26,000 people.", "The 2003 quake killed more than 31,000 people in Bam."),
]
SILENT = [
    # another year
    ("In 2003 a quake in Bam killed about 26,000 people.", "In 1998 a quake in Bam killed 31,000 people."),
    # another place
    ("In 2003 a quake in Bam killed 26,000 people.", "In 2003 a quake in Boumerdes killed 31,000 people."),
    # a part of them
    (
        "The 2004 tsunami in Asia killed 230,000 people.",
        "The 2004 tsunami in Asia killed 168,000 people in one province.",
    ),
    # a bound that holds the other
    ("In 2003 a quake in Bam killed more than 26,000 people.", "In 2003 a quake in Bam killed 26,271 people."),
    # this year's
    ("In 2024 a quake in Bam killed 26 people.", "In 2024 a quake in Bam killed 31 people."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
