"""How long it lasted: which lengths must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.lengths import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Quake shakes Tarma\n"
FIRES = [
    ("The quake in Tarma lasted about a minute.", "The tremor in Tarma lasted 15 seconds, residents said."),
    ("The quake shook houses in Tarma for around one minute.", "The quake was felt in Tarma for around 15 seconds."),
    ("The blackout in Tarma lasted three hours.", "In Tarma the blackout lasted five hours."),
]
SILENT = [
    # rounded
    ("The blackout in Tarma lasted about three hours.", "The blackout in Tarma lasted nearly four hours."),
    # two things
    ("The blackout in Tarma lasted three hours.", "The trial in Tarma lasted five hours."),
    # an article that gives both
    (
        "The quake in Tarma lasted 10 seconds, one said. The quake lasted 40 seconds, another said.",
        "The quake in Tarma lasted 40 seconds.",
    ),
    # another quake
    ("The quake in Tarma lasted 10 seconds.", "Last year a quake in Tarma lasted 40 seconds."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
