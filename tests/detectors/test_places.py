import pytest

from discrepancy.detectors.places import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("A blast hit a crowded market on Monday.", "The blast struck a bus station."),
    ("The ferry Costa Alba sank off Salerno on Monday.", "The Costa Alba sank off Palermo on Monday."),
    (
        "A ferry burned off the province of Salerno.\nA ferry burned in the province of Salerno on Monday.",
        "A ferry burned.\nA ferry burned in the province of Latina on Monday.\nIt rains.\nIt had come from Salerno.",
    ),
]

SILENT = [
    (
        "A ferry burned.\nA ferry burned in the province of Salerno on Monday.",
        "A ferry burned.\nA ferry burned between the province of Salerno and the province of Latina on Monday.",
    ),
    (
        "A ferry burned.\nA ferry burned off the town of Daraa on Monday.",
        "A ferry burned.\nA ferry burned off the town of Deraa on Monday.",
    ),
    ("A fire hit a school in May 2023.", "A fire hit a hospital in June 2023."),
    ("The blast struck a market.", "The blast killed a market trader."),
    ("The ferry sank off Salerno.", "The ferry sank off Palermo, west of Salerno."),
    ("The ferry sank off Salerno.", "The yacht sank off Palermo."),
    ("Bombs hit a school.", "Bombs hit a hospital."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
