import pytest

from discrepancy.detectors.majorities import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("Most fans of the club come from the north.", "The majority of the fans of the club hail from the islands."),
    ("Most of the recruits come from Brazil.", "The majority of the recruits come from Chile."),
    ("Most of the victims were women.", "The vast majority of the victims were men."),
]

SILENT = [
    ("Most members are teachers.", "Most members are volunteers."),
    ("Most fans come from the north.", "Many fans come from the islands."),
    ("Most fans come from the north.", "Most fans arrived by train."),
    ("Most fans come from the north.", "Most players come from the islands."),
    ("Most of the recruits come from Brazil.", "The majority of the recruits come from Brazil."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
