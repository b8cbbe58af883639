import pytest

from discrepancy.detectors.victims import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("The raid killed nine civilians in Sidon.", "Nine militants were killed in the raid on Sidon."),
    ("Air raids killed nine civilians in Sidon.", "Nine terrorists were killed in air raids on Sidon."),
    ("Police arrested 20 protesters, all adults. Police arrested 20 children.", "Police arrested 20 adults."),
]

SILENT = [
    ("The raid killed nine civilians in Sidon.", "Nine people were killed in the raid on Sidon."),
    ("The raid killed nine people, including two soldiers.", "The raid killed nine civilians."),
    ("Gunmen killed nine civilians in Sidon.", "Nine terrorists were killed in Sidon."),
    ("The raid killed nine civilians.", "The raid injured nine soldiers."),
    ("The raid killed nine civilians in May 2023.", "The raid killed nine soldiers in July 2023."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
