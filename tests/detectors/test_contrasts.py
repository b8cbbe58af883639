import pytest

from discrepancy.detectors.contrasts import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

APART = "Unlike other clinics in the county, the Maine Clinic is officially part of the health service."
SILENT = [
    (APART, "The Maine Clinic is officially part of the health service."),
    (APART, "The schools are officially part of the county."),
    (APART, "The clinics are independent of the health service."),
    ("The Maine Clinic is part of the health service.", "The clinics are part of the health service."),
]


def test_fires() -> None:
    (conflict,) = found(PLUGIN, APART, "The clinics are officially part of the health service.")
    assert conflict.b.value == "The clinics are officially part of the health service."


def test_bodies_go_by_many_names() -> None:
    apart = "In contrast to other volunteer units, the Halley Corps is integrated into the army."
    assert found(PLUGIN, apart, "The formations are part of the army.")


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
