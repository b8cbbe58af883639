"""Weapons: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.weapons import PLUGIN
from tests.detectors._news import conflicts

CRASH = "Jet crashes near Tarma\n"
STRIKE = "Air strikes on Tarma kill nine\n"
FIRES = [
    (CRASH, "The plane was hit by heavy machine-gun fire.", "The jet was struck by a shoulder-launched missile."),
    (CRASH, "Rebels said they had hit it with anti-aircraft guns.", "Rebels downed the plane with a missile."),
    (STRIKE, "Helicopters dropped barrel bombs on Tarma.", "Warplanes had fired vacuum missiles at Tarma."),
]
SILENT = [
    # both, one that may be the other, or one kind under two names
    (STRIKE, "Jets fired missiles. Helicopters dropped barrel bombs.", "Helicopters dropped barrel bombs."),
    (STRIKE, "Helicopters dropped bombs on Tarma.", "Helicopters dropped barrel bombs on Tarma."),
    (CRASH, "The plane was hit by anti-aircraft fire.", "It was hit by heavy machine-gun fire."),
    # denied, or another day
    (CRASH, "Rebels hit the plane with anti-aircraft guns.", "The plane was never hit by a missile."),
    (CRASH, "Rebels hit the plane with anti-aircraft guns.", "Last year a plane was hit by a missile."),
    # what the plane dropped brought nothing down
    (CRASH, "The plane was hit by heavy machine-gun fire.", "The plane hit a farm with two missiles in Lund."),
    # no attack from the air
    ("Shells kill nine in Tarma\n", "Helicopters dropped barrel bombs.", "Warplanes fired missiles."),
]


@pytest.mark.parametrize(("head", "a", "b"), FIRES)
def test_fires(head: str, a: str, b: str) -> None:
    assert conflicts(PLUGIN, head + a, head + b)


@pytest.mark.parametrize(("head", "a", "b"), SILENT)
def test_stays_silent(head: str, a: str, b: str) -> None:
    assert not conflicts(PLUGIN, head + a, head + b)
