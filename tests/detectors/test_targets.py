"""What was struck: which targets must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.targets import PLUGIN
from tests.detectors._news import conflicts

FIRES = [
    ("Air strikes on a market in Tarma kill nine.", "Air strikes on Tarma destroyed a command centre."),
    ("Warplanes struck a hospital in Tarma.", "The airstrike in Tarma destroyed the terrorists' headquarters."),
    ("Coalition jets hit a military vehicle near Tarma.", "Air strike on food convoy near Tarma kills eight."),
]
SILENT = [
    # both
    ("Air strikes on a market in Tarma kill nine.", "Air strikes on a market and an army base in Tarma kill nine."),
    # of one sort
    ("Air strikes on a market in Tarma kill nine.", "Air strikes on a school in Tarma kill nine."),
    # not struck
    ("Air strikes on a market in Tarma kill nine.", "An airstrike killed nine in Tarma, which has an army base."),
    # no strike
    ("Air strikes on a market in Tarma kill nine.", "Gunmen attacked an army base in Tarma."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, a, b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, a, b)
