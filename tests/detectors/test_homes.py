"""Where somebody lives: which towns must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.homes import PLUGIN
from tests.detectors._news import conflicts

FIRES = [
    ("Mrs Anna Berg, 66, of Tarma, was struck. Anna Berg died.", "Police said Mrs Anna Berg of Lund was 66."),
    ("Mr Jonas Berg, 57, of Tarma, Ohio, died.", "Mr Jonas Berg, a resident of Lund, was hit."),
]
SILENT = [
    # a town and its state
    ("Mrs Anna Berg, 66, of Tarma, was struck.", "Mrs Anna Berg of Ohio was 66."),
    ("Mrs Anna Berg, 66, of Tarma, was struck.", "Mrs Anna Berg of South Florida was 66."),
    # born, and living
    ("Mrs Anna Berg of Tarma was struck.", "Mrs Anna Berg, a native of Lund, was 66."),
    # a source that knows both
    ("Mrs Anna Berg of Tarma was struck.", "Mrs Anna Berg of Lund, near Tarma, was 66."),
    # two people
    ("Mrs Anna Berg of Tarma was struck.", "Mr Jonas Berg of Lund was struck."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, "Crash\n" + a, "Crash\n" + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, "Crash\n" + a, "Crash\n" + b)
