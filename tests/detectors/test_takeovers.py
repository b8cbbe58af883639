"""When a place was taken: which times must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.takeovers import PLUGIN
from tests.detectors._news import conflicts

HEAD = "Rebels take the town of Tarma\n"
FIRES = [
    ("Rebels seized the town of Tarma before dawn on Monday.", "They took control of Tarma on Monday afternoon."),
    ("The army wrested control of the town on Monday evening.", "Soldiers entered Tarma at dawn on Monday."),
]
SILENT = [
    # one night
    ("Rebels seized Tarma late on Sunday.", "Tarma fell to the rebels at dawn on Monday."),
    # another place, and something else
    ("Rebels seized Tarma on Monday afternoon.", "Rebels seized Orvel at dawn on Monday."),
    ("Rebels seized Tarma on Monday afternoon.", "Jets bombed Tarma at dawn on Monday."),
    # an article that gives both
    (
        "Rebels seized Tarma on Monday afternoon.",
        "Rebels seized Tarma at dawn on Monday. They took control of Tarma on Monday afternoon.",
    ),
    # of another year, and no place
    ("Rebels seized Tarma on Monday afternoon.", "Rebels had seized Tarma at dawn on a Monday last year."),
    ("Rebels seized Tarma on Monday afternoon.", "Rebels took weapons and shells at dawn on Monday."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    (found,) = conflicts(PLUGIN, HEAD + a, HEAD + b)
    assert found.question == "When was it taken?"


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)


def test_a_time_far_down_a_line_is_of_nothing_that_stands_before_it() -> None:
    # What is read of the line ends right behind the town, 2,000 characters in.
    taken = "that the rebels took the town of Tarma "
    line = "It was told " + ("so " * 700)[: 2_000 - len(taken) - 13] + " " + taken
    first = f"{line}{'and so ' * 50}nobody slept in it on Monday afternoon."
    assert not conflicts(PLUGIN, HEAD + first, HEAD + "Rebels seized Tarma at dawn on Monday.")
