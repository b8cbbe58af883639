import pytest

from discrepancy.detectors.perpetrators import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("Israeli jets bombed the port of Sidon.", "Nine died when Turkish warplanes hit the port of Sidon."),
    ("Russian air strikes kill nine in Sidon.", "Nine die in Sidon in air strikes by the US-led coalition."),
    ("Government shelling hits the port of Sidon.", "Rebel shelling hits the port of Sidon."),
]

SILENT = [
    ("US troops killed in Kabul.", "Taliban attack kills three US troops in Kabul."),
    ("Russian jet shot down near Sidon.", "Turkish forces shot down the jet near Sidon."),
    (
        "Syrian shelling kills nine in Sidon.",
        "Government shelling kills nine in Sidon. The Syrian government denied it.",
    ),
    ("They were blamed for shooting down a Turkish plane and killing all aboard.", "Israeli jets bombed Sidon."),
    ("Indian navy foils attack off Sidon.", "Rebel attack foiled off Sidon."),
    ("Russian and Syrian jets strike Sidon.", "Russian jets strike Sidon."),
    ("Government shelling hits Sidon.", "Shelling of rebel forces hits Sidon."),
    ("Russian air strikes hit Sidon in May 2023.", "Turkish air strikes hit Sidon in July 2023."),
    ("Russian air strikes kill nine in Sidon.", "Nine die in air strikes on rebel forces in Sidon."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
