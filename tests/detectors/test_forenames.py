"""Forenames of one person: which are two forms of one, and which are not."""

import pytest

from discrepancy.detectors.forenames import PLUGIN
from tests.detectors._news import conflicts

HEAD = "A shooting in Tarma\n"
FIRES = [
    ("Mr Alexandros Kouris said so. Alexandros Kouris was 15.", "Mr Alexis Kouris said so. Alexis Kouris was shot."),
    ("Mrs Katherine Gomes said so.", "Mrs Kathryn Gomes said so."),
    ("Mr Anton Steven Berg said so.", "Mr Anton Stephan Berg said so."),
]
SILENT = [
    # short for it
    ("Mr Alexander Berg said so.", "Mr Alex Berg said so."),
    ("Mr Bernard Berg said so.", "Mr Bernie Berg said so."),
    # two people
    ("Mr Jonas Berg said so.", "Mr Peter Berg said so."),
    # an article that names both
    ("Mrs Annabel Berg and Mrs Annalisa Berg said so.", "Mrs Annalisa Berg said so."),
    # two families
    ("Mr Alexandros Kouris said so.", "Mr Alexis Lund said so."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
