"""Numbers of those put to death: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.executions import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Militants storm base near Tarma\n"
FIRES = [
    ("Militants executed 23 soldiers near Tarma.", "Seventeen soldiers were beheaded near Tarma."),
    ("Seventeen of the dead soldiers were executed in Tarma.", "They put to death 23 soldiers in Tarma."),
]
SILENT = [
    # killed in any way
    ("Militants executed 23 soldiers near Tarma.", "Militants killed 52 soldiers near Tarma."),
    # bounds
    ("Militants executed 23 soldiers near Tarma.", "At least 17 soldiers were executed near Tarma."),
    # another day, or far more
    ("Militants executed 23 soldiers near Tarma.", "Last year 30 soldiers were executed near Tarma."),
    ("Militants executed 23 soldiers near Tarma.", "In all, 160 soldiers were executed near Tarma."),
    # a part
    ("Militants executed 23 soldiers near Tarma.", "Nine soldiers were beheaded and the others were shot."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
