import pytest

from discrepancy.detectors.causes import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("The militia said it had shot down the jet.", "The ministry said the jet crashed because of a technical fault."),
    ("Police said the warehouse fire was arson.", "The blaze was due to an electrical fault, the owner said."),
    ("Police blamed bad weather for the ferry accident.", "Overloading caused the ferry to capsize."),
    ("Ferry sinks off Cebu\n\nPolice blamed bad weather for the accident.", "The ferry sank because of overloading."),
    ("The explosion was caused by a bomb.", "A gas leak caused the blast, the mayor said."),
]

SILENT = [
    ("The jet was shot down by rebels.", "The helicopter crashed because of a technical fault."),
    ("The jet was shot down.", "Several jets have been shot down or crashed because of technical faults."),
    ("The jet was shot down.", "It is unclear whether the jet had a technical fault."),
    ("The fire started in bad weather.", "The fire was caused by arson."),
    ("The captain denied that overloading caused the ferry to sink.", "The ferry sank because of bad weather."),
    ("The jet was not shot down.", "The jet crashed because of a technical fault."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
