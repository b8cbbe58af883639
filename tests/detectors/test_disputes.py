"""Disputes: which must be set against what they reject, and which must not."""

import pytest

from discrepancy.detectors.disputes import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

HEAD = "Troops in Carvia\n"
REJECTED = "The general refuted a report that the army would keep 1,000 troops in the east of Carvia."
FIRES = [
    (REJECTED, "The army plans to keep nearly 1,000 troops in the east of Carvia, officials said."),
    (
        "The agency disputed claims that fighters fired mortars from the school in Tarma.",
        "The army said that fighters had fired mortars from a school in Tarma.",
    ),
]
SILENT = [
    # what somebody says against their own words
    (
        (
            "Contradicting past claims that he knew nothing about the payment, Lund said such arrangements are very"
            " common among celebrities and people of wealth."
        ),
        "Lund described such agreements as very common among celebrities and people of wealth.",
    ),
    # something else
    (REJECTED, "The general visited the army in the east of Carvia."),
    # both reject it
    (REJECTED, "General Lund denied reports that the army would keep 1,000 troops in the east of Carvia."),
    # elsewhere
    (REJECTED, "The army plans to keep nearly 1,000 troops in the east of Ostland."),
    # names alone in common
    (
        "Judges rejected claims that the request of the prosecutor Anna Berg to Jonas Lund of Globex was too broad.",
        "The prosecutor Anna Berg began an inquiry into Jonas Lund of Globex.",
    ),
    # no rejection
    (
        "The general did not deny that the army would keep 1,000 troops in the east of Carvia.",
        "The army plans to keep nearly 1,000 troops in the east of Carvia.",
    ),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert found(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not found(PLUGIN, HEAD + a, HEAD + b)
