"""How many left: which counts must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.evacuees import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Buses leave Tarma under deal\n"
FIRES = [
    (
        "The last bus pulled out of Tarma, the mayor said, putting those evacuated at 257 militants.",
        "The radio said that 22 buses carrying 307 gunmen headed for Lund.",
    ),
    ("They travelled in 36 buses to Lund.", "The radio said that 22 buses carrying 307 gunmen headed for Lund."),
    ("Some 250 fighters are due to leave Tarma.", "About 400 fighters will leave Tarma under the deal."),
]
SILENT = [
    # planned, and done
    ("Some 250 fighters are due to leave Tarma.", "307 fighters left Tarma."),
    # so far, and in all
    ("By nightfall 180 fighters had left Tarma.", "430 fighters left Tarma."),
    # who stays
    ("307 fighters left Tarma.", "Some 500 fighters remain in Tarma after the buses left."),
    # an earlier one
    ("307 fighters left Tarma.", "A first group of 200 fighters left Tarma."),
    # rounded
    ("307 fighters left Tarma.", "Some 300 fighters left Tarma."),
    # others
    ("307 fighters left Tarma.", "Some 600 relatives left Tarma."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)
