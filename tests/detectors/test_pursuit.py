"""A suspect at large in one source, and not in another."""

import pytest

from discrepancy.detectors.pursuit import PLUGIN
from discrepancy.model import Relation
from tests.detectors._news import conflicts

HEAD = "Shooting at the mill in Lund\nA shooting at the mill in Lund killed four people.\n"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The gunman was still being sought.", "The suspect was arrested near his home."),
        ("Police were searching for the gunman.", "The gunman was found dead in his car."),
        ("A manhunt was under way for a suspect.", "Police arrested the suspect at noon."),
    ],
)
def test_fires(a: str, b: str) -> None:
    (found,) = conflicts(PLUGIN, HEAD + a, HEAD + b)
    assert found.relation is Relation.UPDATE


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Police were searching for a second gunman.", "The gunman was arrested."),
        ("The gunman was at large for a day before he was caught.", "The gunman was arrested."),
        ("Two suspects were being sought.", "One of the suspects was arrested."),
        ("Police were searching the woods.", "The gunman was arrested."),
        ("Last year a gunman was on the run for weeks.", "The gunman was arrested."),
    ],
)
def test_stays_silent(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b) == []
