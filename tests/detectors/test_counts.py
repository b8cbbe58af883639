"""Counts of one act: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.counts import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("Four bombs were dropped on the camp near Tarma.", "Five bombs were dropped on the camp near Tarma."),
    ("A plane dropped four bombs on Tarma.", "Six bombs were dropped on Tarma, residents said."),
    ("The thieves stole 11 paintings from the Berg museum.", "Raiders looted 14 paintings from the Berg museum."),
    ("About 1,000 people sheltered in the school in Tarma.", "About 350 residents sheltered in the school in Tarma."),
    ("The rebels seized a base and three villages near Tarma.", "The rebels seized two villages near Tarma."),
]

SILENT = [
    # those whom it leaves out
    (
        "The guards charged 70 protesters in Oslo.",
        "The guards charged 61 protesters in Oslo, along with nine more outside.",
    ),
    # a bound that holds the other
    ("At least 40 bombs were dropped on Tarma.", "42 bombs were dropped on Tarma."),
    # those who were shot, and those who shot
    ("Six people were chased in Tarma.", "Two people chased in Tarma."),
    # others than those who were told of
    ("Four paintings were stolen in Tarma.", "Three other paintings were stolen in Tarma."),
    # a part of them
    ("Four of the bombs exploded in Tarma.", "Five bombs exploded in Tarma."),
    ("They found one man and two female victims in Tarma.", "Four victims were found in Tarma."),
    # another act
    ("Four bombs were dropped on Tarma.", "Five bombs were found in Tarma."),
    # two armies
    ("Carvia fired five rockets at Tarma.", "Ostland fired 12 rockets at Tarma."),
    # two towns
    ("In Carvia, five bombs were dropped on Tarma.", "Eight bombs were dropped on Lund. Carvia is at war."),
    # two days
    ("Four bombs were dropped on Tarma in 2023.", "Five bombs were dropped on Tarma in 2024."),
    # what might be
    ("The army may fire five rockets at Tarma.", "The army fired eight rockets at Tarma."),
    # several counts in one article
    ("Four bombs were dropped on Tarma. Seven bombs were dropped on Tarma.", "Five bombs were dropped on Tarma."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
