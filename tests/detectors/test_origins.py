"""Of which nationality the attacker was: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.origins import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Attack on the port of Tarma\n"
FIRES = [
    ("The bomber was a Tunisian, the group said.", "The bomber is believed to be an Egyptian, the ministry said."),
    ("A Turkish gunman opened fire in the port.", "The gunman was Egyptian, police said."),
    (
        "The attacker was identified as a 31-year-old Dutch man.",
        "An Egyptian man attacked it. The attacker was Egyptian.",
    ),
]
SILENT = [
    # one nation, by its people and by its adjective
    ("The bomber was a Turk.", "The bomber was Turkish."),
    # born there, and both
    ("A Tunisian-born gunman opened fire.", "The gunman was Egyptian."),
    ("One gunman was Turkish. A second gunman was Egyptian.", "The gunman was Turkish."),
    # not known, denied, no nation
    ("The gunman was Turkish or Egyptian.", "The gunman was Egyptian."),
    ("The gunman was not Turkish.", "The gunman was Egyptian."),
    ("The gunman was Ole Berg.", "The gunman was Egyptian."),
    # of last year
    ("The attacker was Turkish.", "The attacker who came last year was Egyptian. It is quiet."),
    # no attacker
    ("The mayor was Turkish.", "The mayor was Egyptian."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    (found,) = conflicts(PLUGIN, HEAD + a, HEAD + b)
    assert found.question == "Of which nationality was the attacker?"


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
