"""Parts of a toll: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.portions import PLUGIN
from tests import builders
from tests.detectors._news import conflicts

HEAD = "Raid on Tarma\n"
FIRES = [
    ("The raid on Tarma killed 42, 11 of them children.", "The raid on Tarma killed 61, 17 of them children."),
    ("The raid killed 42 people in Tarma. Eleven of the dead were children.",
     "The raid on Tarma killed 61 people. Among the dead are 17 children."),
    ("The raid killed 42 people in Tarma. Three soldiers lost their lives too.",
     "The raid on Tarma killed 61 people. Five soldiers were killed too."),
]  # fmt: skip
SILENT = [
    # bounds that hold both
    ("The raid on Tarma killed 42, at least 16 of them children.",
     "The raid on Tarma killed 61, 17 of them children."),
    # two kinds, two states
    ("The raid on Tarma killed 42, 11 of them children.", "The raid on Tarma killed 61, 17 of them women."),
    ("The raid on Tarma killed 42, 11 of them children.", "The raid on Tarma killed 61 and injured 17 children."),
    # all of whom most are children
    ("The raid on Tarma killed 42. Most of the 42 dead were children.",
     "The raid on Tarma killed 61, 17 of them children."),
    # all the dead: for the tolls
    ("The raid killed 11 children in Tarma.", "The raid on Tarma killed 17 children."),
    # another raid
    ("The raid on Tarma killed 42, 11 of them children.",
     "The raid on Tarma killed 61 people. A separate raid killed 70 people, 17 of them children."),
    # an article that gives both
    ("The raid on Tarma killed 42, 11 of them children.",
     "The raid on Tarma killed 61, 17 of them children. Among the dead are 11 children."),
    # the first of two
    ("The raid on Tarma killed 42, two of them women.",
     "The raid on Tarma killed 42. One woman was killed in a car and a second woman died in hospital."),
    # two occasions
    ("The raid on Tarma killed 420, 110 of them children.", "The raid on Tarma killed 61, nine of them children."),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.models
def test_those_who_did_it_are_none_of_the_dead() -> None:
    dead = "The raid on Tarma killed 42 people, 11 of them militants."
    doers = "The raid on Tarma killed 42 people. At least three gunmen killed a guard in Tarma."
    assert builders.found(PLUGIN, HEAD + dead, HEAD + doers) == []


@pytest.mark.parametrize(
    ("a", "b", "question"),
    [
        (
            "Nine soldiers were taken prisoner in Tarma.",
            "Fourteen soldiers were captured in Tarma, and 20 people were captured.",
            "How many soldiers were captured?",
        ),
        (
            "The raid killed 30 people, among them three army personnel.",
            "The raid on Tarma killed 30 people and 14 soldiers.",
            "How many soldiers were killed?",
        ),
        (
            "The clinic received 21 bodies, among them four women.",
            "The clinic received 27 bodies, among them five women.",
            "How many women were killed?",
        ),
    ],
)
def test_soldiers_by_another_word_captives_and_bodies(a: str, b: str, question: str) -> None:
    (found,) = conflicts(PLUGIN, HEAD + a, HEAD + b)
    assert found.question == question
