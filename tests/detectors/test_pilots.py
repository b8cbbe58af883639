"""What became of a pilot: which states must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.pilots import PLUGIN
from discrepancy.model import Relation
from tests.detectors._news import conflicts

HEAD = "Jet comes down near Tarma\n"
FIRES = [
    ("Rebels shot down a jet near Tarma and captured its pilot.", "The pilot of the jet was rescued by search teams."),
    ("Gunmen killed a Carvian pilot whose plane went down near Tarma.", "They are holding the pilot near Tarma."),
    ("The plane crashed near Tarma and its pilot was killed.", "The pilot of the plane that crashed was unhurt."),
    # who was captured, and died
    ("The jet went down. Rebels captured its pilot. The pilot later died.", "The jet went down. They hold its pilot."),
]
SILENT = [
    # how he got out
    ("The jet crashed near Tarma and its pilot was killed.", "The pilot ejected before the jet crashed near Tarma."),
    # two
    ("The jet crashed near Tarma and its pilot was killed.", "Rebels captured the second pilot near Tarma."),
    # another plane
    ("The jet crashed and its pilot was killed.", "In April last year they captured the pilot of a jet near Tarma."),
    ("The jet crashed and its pilot was killed.", "In March they shot down a plane and captured its pilot."),
    # open
    ("The jet crashed near Tarma and its pilot was killed.", "It is not known whether they captured the pilot."),
    # no plane
    ("A storm pilot was killed in Tarma.", "They captured the pilot of a ship near Tarma."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    head = "Storm over Tarma\n" if "storm" in a.lower() else HEAD
    assert not conflicts(PLUGIN, head + a, head + b)


def test_a_captive_who_is_dead_on_a_later_day_is_an_update() -> None:
    told = [HEAD + "Rebels shot down a jet and captured its pilot.", HEAD + "The jet went down and its pilot died."]
    (found,) = conflicts(PLUGIN, *told, published=["2024-03-12", "2024-03-14"])
    assert found.relation is Relation.UPDATE
