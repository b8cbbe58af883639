import pytest

from discrepancy.detectors.participants import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("Spain and Portugal signed the treaty on Monday.", "Spain, Portugal and Italy signed the treaty."),
    (
        "Globex and Initech presented the rocket together.",
        "Several firms, including Globex, Hooli and Initech, presented the rocket.",
    ),
]

SILENT = [
    (
        "Officials at the FBI and DOJ used the memo. The FBI and Justice Department used the memo, Bob Berg said.",
        "It rained.",
    ),
    ("Ann Lund and Bob Berg voted against the treaty.", "Ann Lund, Bob Berg and Eva Holm voted against the treaty."),
    ("Globex, Hooli and Initech presented the rocket.", "Globex and Hooli presented the Initech rocket."),
    ("Spain signed the treaty.", "Spain and Portugal signed the treaty."),
    ("Spain and Italy signed the treaty in May 2023.", "Spain and Portugal signed the treaty in June 2023."),
    ("Spain and Portugal signed the treaty.", "Portugal and Spain signed the treaty."),
    ("Spain and Portugal signed the treaty.", "Spain and Italy rejected the budget."),
    ("Spain and Portugal want to sign the treaty.", "Spain and Italy signed the treaty."),
    (
        "Bob Berg and Jon Lund signed the treaty in Oslo.",
        "Bob Berg of Maine and Jon Lund of Ohio signed the treaty in Oslo.",
    ),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
