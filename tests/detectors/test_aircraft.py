"""Types of aircraft: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.aircraft import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Jet crashes near Tarma\n"
FIRES = [
    ("The MiG-23 came down near Tarma.", "The plane that crashed near Tarma was a Sukhoi Su-22."),
    ("The Boeing 737-800 crashed near Tarma.", "The Airbus A320 crashed near Tarma."),
]
SILENT = [
    # one type
    ("The MiG-23 came down near Tarma.", "The MiG 23 came down near Tarma."),
    ("The Boeing 737-800 crashed near Tarma.", "The Boeing 737 crashed near Tarma."),
    # no type
    ("The Sukhoi came down near Tarma.", "The MiG-23 came down near Tarma."),
    # another day
    ("The MiG-23 came down near Tarma on Monday.", "Last year a Su-22 came down near Tarma."),
    # two
    ("A MiG-23 and a Su-22 came down near Tarma.", "An F-16 came down near Tarma."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
