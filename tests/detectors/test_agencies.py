import pytest

from discrepancy.detectors.agencies import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    (
        "The Lund Foundation was set up by Harvard University.",
        "In 1998, Acme Holdings established the Lund Foundation.",
    ),
    ("Globex bought Initech for $3 million.", "Initech was acquired by Umbrella Corp last week."),
    ("Marie Dupont designed the Halley Bridge.", "The Halley Bridge was designed by Jonas Berg."),
    # nobody founds a thing twice
    (
        "The Lund Foundation was created in April 2022 by Harvard University.",
        "The Lund Foundation was founded on 11 October 2022 by Jonas Berg.",
    ),
]

SILENT = [
    ("The Azov Choir was formed by Ukraine.", "The Ukrainian military formed the Azov Choir."),
    ('"Soon (chairman Omar) Noor bought Initech," he said.', '"Soon (chairman Umar) Nur bought Initech," he said.'),
    ("Globex bought Initech in 2001.", "Umbrella Corp bought Initech in 2015."),
    ("Globex bought Initech.", "Umbrella Corp bought Hooli."),
    ("AMD bought Initech.", "AMD has acquired Initech."),
    ("Globex wants to buy Initech.", "Umbrella Corp bought Initech."),
    ("Globex bought Initech.", "Umbrella Corp did not buy Initech."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    conflicts = found(PLUGIN, *texts)
    assert conflicts
    assert conflicts[0].a.value != conflicts[0].b.value


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
