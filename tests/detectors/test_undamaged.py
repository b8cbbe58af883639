"""No damage, and damage: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.undamaged import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Quake shakes Tarma\n"
FIRES = [
    ("There were no immediate reports of damage in Tarma.", "The quake damaged dozens of houses in Tarma."),
    ("The quake in Tarma caused no damage.", "Several buildings in Tarma were destroyed by the quake."),
]
SILENT = [
    # no great damage
    ("There was no major damage in Tarma.", "The quake damaged dozens of houses in Tarma."),
    # damage to something
    ("There was no damage to the dam in Tarma.", "The quake damaged dozens of houses in Tarma."),
    # elsewhere
    ("There was no damage in Lund.", "The quake damaged dozens of houses in Tarma."),
    # of an earlier quake
    ("There was no damage in Tarma.", "It is the latest quake in Tarma, where houses were destroyed."),
    # an article that tells of both
    (
        "No damage was reported at first in Tarma: there was no damage. Later, houses collapsed.",
        "Houses collapsed in Tarma.",
    ),
    # feared
    ("There was no damage in Tarma.", "The quake may have damaged houses in Tarma."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
