import pytest

from discrepancy.detectors.means import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("Shelling kills nine in the port of Sidon.", "Nine people died in air strikes on the port of Sidon."),
    ("A car bomb went off outside a bank in Lagos.", "A suicide bomber struck a bank in Lagos on Tuesday."),
    ("Nine die in a chlorine attack in Lagos.", "Nine people in Lagos were killed with sarin."),
    ("A knifeman killed two people in Lyon.", "Two people were shot dead in Lyon."),
]

SILENT = [
    ("A missile brought down a plane near Sidon.", "The army admits to shooting down a plane near Sidon."),
    ("Missiles hit a base near Sidon.", "The attack on a base near Sidon was in response to a U.S. drone strike."),
    ("Shelling kills nine in Sidon.", "Nine died in shelling and air strikes in Sidon."),
    ("Nine die in a gas attack in Lagos.", "Nine die in a chlorine attack in Lagos."),
    ("A gunman killed nine in Lyon.", "Nine were shot dead in Lyon."),
    ("Shelling kills nine in Sidon.", "Nine people died in Sidon."),
    ("A drone strike kills nine in Sidon.", "An airstrike killed nine people in Sidon."),
    ("Missiles hit a base near Sidon.", "A base near Sidon was hit after a poison gas attack."),
    ("Shelling killed nine in Sidon in May 2023.", "Air strikes killed four in Sidon in July 2023."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
