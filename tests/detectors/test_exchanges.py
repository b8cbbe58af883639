"""How many were exchanged: which counts must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.exchanges import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Prisoner swap near Tarma\n"
SWAP = "In Tarma 74 rebels were freed in return for 61 soldiers."
FIRES = [
    ("In Tarma 82 rebels were freed. The rebels released 54 soldiers.", {"82", "74", "54", "61"}),
    ('"The rebels handed over 64 of our soldiers and the army released 76 of their gunmen," he said.',
     {"76", "74", "64", "61"}),
    ("The army let go 80 rebels, and the rebels freed 61 soldiers.", {"80", "74"}),
]  # fmt: skip
SILENT = [
    # the same, the sum, and one side alone
    SWAP,
    "Some 135 prisoners were exchanged.",
    "The rebels freed 64 soldiers.",
    # with the sum beside it
    "The sides exchanged 135 prisoners: 74 rebels were freed for 61 soldiers.",
    # a later stage, some of them, and another year
    "In a second stage 80 rebels and 66 soldiers will be exchanged.",
    "The swap freed 74 rebels and 61 soldiers, among them nine journalists.",
    "The sides had freed 80 rebels and 66 soldiers in May 2016.",
    # far apart
    "In Tarma 240 rebels were freed in return for 9 soldiers.",
]


@pytest.mark.parametrize(("text", "values"), FIRES)
def test_fires(text: str, values: set[str]) -> None:
    found = conflicts(PLUGIN, HEAD + SWAP, HEAD + text)
    assert {position.value for one in found for position in (one.a, one.b)} == values


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(text: str) -> None:
    assert not conflicts(PLUGIN, HEAD + SWAP, HEAD + text)


def test_what_is_no_swap_is_left_out() -> None:
    head = "Vote in Tarma\n"
    assert not conflicts(PLUGIN, head + SWAP, head + "In Tarma 82 rebels were freed in return for 54 soldiers.")
