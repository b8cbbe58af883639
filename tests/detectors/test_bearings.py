"""Bearings from a named place: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.bearings import PLUGIN, _degrees
from tests.detectors._news import conflicts

HEAD = "Quake shakes Carvia\n"
FIRES = [
    (
        "The quake struck 55 km south of Lund.",
        "The quake's epicenter was 55 kilometers (34 miles) west of the town of Lund.",
    ),
    ("The village of Tarma, 20 miles north of Lund, was hit.", "Tarma, south of Lund, was hit by the quake."),
    # twice as far
    (
        "The quake hit the Tal Tarma base 35 kilometres (22 miles) east of the town of Lund.",
        "Walls fell at the Tell Tarma military base some 60 km east of Lund.",
    ),
]
SILENT = [
    # next to each other
    ("The quake struck 55 km south of Lund.", "The epicentre was 60 km south-west of Lund."),
    # rounded
    ("The village of Tarma, 20 miles north of Lund, was hit.", "Tarma, 35 km north of Lund, was hit by the quake."),
    # from something of the town's
    ("Tarma, 20 miles north of Lund, was hit.", "Tarma, 80 km north of Lund's port, was hit by the quake."),
    # another place
    ("The quake struck 55 km south of Lund.", "Berg, a village west of Lund, was hit by the quake."),
    # from another place
    ("The quake struck 55 km south of Lund.", "The quake was centred 55 km west of Oslo."),
    # another quake
    ("The quake struck 55 km south of Lund.", "Last year a quake struck 20 km west of Lund."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(
    ("way", "degrees"),
    [("north", 0), ("south-west", 225), ("north-west", 315), ("southwest", 225), ("south-southwest", 202.5)],
)
def test_bearings_in_degrees(way: str, degrees: float) -> None:
    assert _degrees(way) == degrees
