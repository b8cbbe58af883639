"""What happened, left open and told: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.undetermined import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Plane down near Tarma\n"
OPEN = "It was unclear whether the plane had been hit by a missile or had lost power."
FIRES = [
    (OPEN, "A missile hit the plane, rebels said."),
    (
        "The monitor could not say if an air strike had hit the school in Tarma.",
        "An air strike hit the school in Tarma.",
    ),
]
SILENT = [
    # something else
    (OPEN, "The plane left Tarma at noon."),
    # no surer
    (OPEN, "A missile may have hit the plane."),
    (OPEN, OPEN),
    # denied
    (OPEN, "No missile hit the plane, the army said."),
    # what is to come, and little
    ("It was unclear whether planes would attack Tarma again.", "Planes attack Tarma again."),
    ("It was unclear whether the plane had landed.", "The plane landed in Orvel."),
    # of another time
    ("It was unclear whether a missile had hit the plane that came down last year.", "A missile hit the plane."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    (found,) = conflicts(PLUGIN, HEAD + a, HEAD + b)
    assert found.b.statement.text == b


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
