"""One victim without a name and with two ages, and what only looks like it."""

from __future__ import annotations

import pytest

from discrepancy.detectors.victims_ages import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

GIRL = "A 5-year-old girl was injured in Lund on Monday when a wall fell."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (GIRL, "A falling wall injured a 6-year-old girl in Lund on Monday."),
        ("A 31-year-old man was killed in Lund in a fire on Monday.", "A fire killed a 33-year-old man in Lund."),
    ],
)
def test_fires(first: str, second: str) -> None:
    (conflict,) = found(PLUGIN, first, second)
    assert conflict.a.value != conflict.b.value


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (GIRL, "A falling wall injured a 6-year-old boy in Lund on Monday."),
        (GIRL, "A falling wall injured a 5-year-old girl in Lund on Monday."),
        (GIRL, "A 6-year-old girl was injured in Lund. A 9-year-old girl was killed in Lund."),
        (GIRL, "A 6-year-old girl opened the museum in Lund on Monday."),
        (GIRL, "A 6-year-old girl injured a dog in Lund on Monday."),
        (GIRL, "A 17-year-old girl was injured in Oslo in a fire."),
    ],
)
def test_stays_silent(first: str, second: str) -> None:
    assert found(PLUGIN, first, second) == []
