"""Sentences of courts: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.sentences import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("A court has sentenced Jonas Berg to 14 years in prison.", "Jonas Berg was sentenced to 16 years in prison."),
    ("Jonas Berg was sentenced to 18 months in prison on Monday.", "Jonas Berg was sentenced to two years in prison."),
]
SILENT = [
    # two parts of one, and as long
    (
        "Ann Lund was sentenced to five years of probation on Monday.",
        "Ann Lund was sentenced to eight months in prison on Monday.",
    ),
    ("Ann Lund was sentenced to 47 months in prison.", "Ann Lund was sentenced to less than four years in prison."),
    # two people
    ("Jonas Berg was sentenced to 14 years in prison.", "Ana Lind was sentenced to 16 years in prison."),
    # two trials
    ("Jonas Berg was sentenced to 14 years in 2019.", "Jonas Berg was sentenced to 16 years in 2023."),
    ("Jonas Berg was sentenced to nine months in prison.", "Jonas Berg was sentenced to five years for arson."),
    # several in one article
    (
        "Jonas Berg was sentenced to nine months in prison. Jonas Berg was sentenced to six years in prison.",
        "Jonas Berg was sentenced to six years in prison.",
    ),
    # one length
    ("Jonas Berg was sentenced to two years in prison.", "Jonas Berg was sentenced to 24 months in prison."),
    # what may come
    ("Jonas Berg could be sentenced to 14 years in prison.", "Jonas Berg was sentenced to six years in prison."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
