"""Whose attack it was, left open and named: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.unidentified import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Attack on the port of Tarma\n"
NAMED = "Carvian jets hit the port of Tarma on Monday. A rebel raid on the port killed nine people."
FIRES = [
    "It was not clear who had carried out the raid on Tarma.",
    "The monitor said it could not determine whether the planes were Carvian or Ostlandish.",
    "Jets which it could not identify hit the port of Tarma, the monitor said.",
    "Unidentified aircraft hit the port of Tarma.",
    "It was not immediately known who was behind the attack.",
    "It was unclear which of the groups in the town had fired the shells.",
]
SILENT = [
    # another question
    "It was not clear how many had died in the raid on Tarma.",
    "It was not clear who the two men in the port of Tarma were.",
    "It was not clear whether the planes had left Tarma.",
    # another raid
    "It was not clear who had carried out the raid of last year on Tarma.",
    "It was not clear who had carried out an earlier raid on Tarma in 2015.",
    # it names them, too
    "The raid hit the port of Tarma.",
]


@pytest.mark.parametrize("text", FIRES)
def test_fires(text: str) -> None:
    assert conflicts(PLUGIN, HEAD + text, HEAD + NAMED)


@pytest.mark.parametrize("text", SILENT)
def test_stays_silent(text: str) -> None:
    assert not conflicts(PLUGIN, HEAD + text, HEAD + NAMED)


def test_stays_silent_where_both_leave_it_open_or_the_head_names_nobody() -> None:
    assert not conflicts(PLUGIN, HEAD + FIRES[0], f"{HEAD}{NAMED} {FIRES[0]}")
    assert not conflicts(PLUGIN, HEAD + FIRES[0], f"{HEAD}A raid hit the port. {'It rains. ' * 4}{NAMED}")
    assert not conflicts(PLUGIN, HEAD + FIRES[0], f"{HEAD}The rebels deny the raid on the port.")


@pytest.mark.parametrize(
    ("text", "named", "fires"),
    [
        (FIRES[1], "The monitor said the planes were believed to be Carvian.", True),
        (FIRES[1], "Nobody knows whether the planes were Carvian or Ostlandish.", False),
        (FIRES[0], "The mayor blamed Carvian forces for the attack on the port.", True),
        (FIRES[1], "The mayor blamed Carvian forces for the attack on the port.", False),
    ],
)
def test_who_is_blamed_further_down_and_whose_planes_they_were(text: str, named: str, fires: bool) -> None:
    told = f"{HEAD}A raid hit the port. {'It rains. ' * 4}{named}"
    assert bool(conflicts(PLUGIN, HEAD + text, told)) is fires
