"""How many attacked: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.assailants import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Attack on the port of Tarma\n"
TWO = "Two suicide bombers attacked the port of Tarma."
FIRES = [
    (TWO, "Three suicide bombers tried to storm the port of Tarma."),
    ("A masked gunman opened fire in the port of Tarma.", "Two gunmen opened fire in the port of Tarma."),
]
SILENT = [
    # one of them
    (TWO, "The second bomber blew himself up at the gate of Tarma."),
    (TWO, "A second bomber attacked the gate of Tarma."),
    (TWO, "One of the bombers attacked the gate of Tarma."),
    # what became of them
    (TWO, "Guards killed a bomber in Tarma."),
    (TWO, "Three bombers were arrested in Tarma."),
    # another precision, and both numbers
    (TWO, "At least two bombers attacked the port of Tarma."),
    (TWO, "Two bombers attacked the port of Tarma. A gunman stood at the gate."),
    # one, and then the other
    (TWO, "A bomber attacked the port of Tarma. Another bomber ran for its gate."),
    # further down
    (TWO, "It rains. It is cold. It is late. Three bombers attacked the port of Tarma."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
