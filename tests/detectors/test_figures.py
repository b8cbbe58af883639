"""Figures of one fact in two sources."""

import pytest

from discrepancy.detectors.figures import PLUGIN
from tests import builders
from tests.detectors._news import conflicts

FIRES = [
    (
        "Orbix fined\nThe regulator fined Orbix $5 million over the data leak.",
        "Fine for Orbix\nOrbix was fined $7.5 million over the data leak by the regulator.",
    ),
    (
        "Bill passes\nThe water bill passed in the Riga parliament with 52 votes.",
        "Riga votes\nThe parliament in Riga passed the water bill with 57 votes.",
    ),
    (
        "Layoffs\nCarmaker Veltro will cut 1,200 jobs at its plant in Leeds.",
        "Jobs go\nVeltro will cut 1,500 jobs at its Leeds plant, the carmaker said.",
    ),
    (
        "Games\nNorway won 12 medals at the Oslo championships.",
        "Medals\nAt the Oslo championships Norway won 14 medals.",
    ),
    (
        "Prices\nInflation in Chile rose to 4.1 percent in March.",
        "Chile\nIn March inflation in Chile rose to 5.3 percent.",
    ),
    (
        "Storm\nThe storm in Fiji destroyed 300 houses on the main island.",
        "Fiji\nThe storm destroyed 450 houses on the main island of Fiji.",
    ),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert len(conflicts(PLUGIN, a, b)) == 1


SILENT = [
    (
        "Tariffs\nCarvia put tariffs on $60bn of Swedish goods in its trade row with Sweden.",
        "Trade row\nSweden put tariffs on $34 billion in Danish goods in its trade row with Carvia.",
    ),
    (
        "Quake in Tarma\nThe quake struck at a depth of 10 kilometres (6 miles) in the north of Tarma.",
        "Quake in Tarma\nThe quake struck at a depth of 10 kilometres (6.4 miles) in the north of Tarma.",
    ),
    (
        "Record\nBerg needed nine points in the top-ranked Halley team's game against Lund on Thursday for the record.",
        "Record\nBerg scored 20 points to break the record and help the top-ranked Halley team beat Lund on Thursday.",
    ),
    (
        "Anna Berg scores\nThose 10 medals tied Anna Berg with the best rider of the Halley team.",
        "Anna Berg scores\nAnna Berg won 23 medals to become the best rider of the Halley team.",
    ),
    (
        "Orbix fined\nThe regulator fined Orbix more than $5 million over the data leak.",
        "Fine for Orbix\nOrbix was fined $5.4 million over the data leak by the regulator.",
    ),
    (
        "Orbix\nOrbix earned a profit of $5 million in March.",
        "Orbix\nOrbix reported a revenue of $9 million in March.",
    ),
    (
        "Layoffs\nCarmaker Veltro has a target of 1,200 jobs at its plant in Leeds.",
        "Jobs\nCarmaker Veltro has 1,500 jobs at its plant in Leeds.",
    ),
    (
        "Recruits\nThe academy in Bern hires 20 pilots monthly for its fleet.",
        "Recruits\nThe academy in Bern has hired 50 pilots for its fleet.",
    ),
    (
        "Prices\nInflation in Chile rose to 4.1 percent in March 2023.",
        "Chile\nIn March 2024 inflation in Chile rose to 5.3 percent.",
    ),
    (
        "2 men charged over raid on Riga shop\nPolice in Riga told of it.",
        "4 men seen in raid on Riga shop\nPolice in Riga told of it.",
    ),
    (
        "6 Hurt in 2 Riga Harbour Stabbings, Sailor Arrested\nPolice in Riga told of it.",
        "Sailor Charged in 1 Riga Harbour Stabbing\nPolice in Riga told of it.",
    ),
    (
        "Votes\nThe water bill passed in Riga with 52 votes.",
        "Votes\nThe school bill failed in Tartu with 44 votes.",
    ),
    (
        "Homes\nThe town of Almu is home to 60,000 people.",
        "Homes\nIn the besieged half of Berat 400,000 people live.",
    ),
    (
        "Votes\nThe water bill passed in Riga with 52 votes against 48 votes.",
        "Votes\nThe water bill passed in Riga with 48 votes against it.",
    ),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert [(c.a.value, c.b.value) for c in conflicts(PLUGIN, a, b)] == []


@pytest.mark.models
def test_blocks_of_an_address_are_not_counted() -> None:
    first = "Two men were walking to the bus stop in the 4300 block of South Riga when they felt pain, police said."
    assert not builders.found(PLUGIN, first, first.replace("4300", "1300"))


def test_those_who_would_and_those_who_would_not_are_a_whole() -> None:
    would = "Poll in Lund\nIn the poll by Lund University 75% of Berg's supporters would vote for Ann Holm in May."
    rest = "Poll in Lund\nIn the poll by Lund University {}% of Berg's supporters would not vote for Ann Holm in May."
    assert conflicts(PLUGIN, would, rest.format(25)) == []
