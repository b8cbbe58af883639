"""What is not known in one source, and counted in another."""

from __future__ import annotations

import pytest

from discrepancy.detectors.unclear import PLUGIN
from tests import builders

CRASH = "A bus and a train met at Vik, and 40 people were injured, police said."
OPEN = f"{CRASH} It was not immediately clear how many of the injured were students."

pytestmark = pytest.mark.models


def test_fires() -> None:
    conflicts = builders.found(PLUGIN, OPEN, "Nine students were injured when a bus and a train met at Vik.")
    assert [(c.a.value, c.b.value) for c in conflicts] == [
        ("It was not immediately clear how many of the injured were students", "Nine students")
    ]


@pytest.mark.parametrize(
    "told",
    [
        "Nine students were arrested when a bus and a train met at Vik.",
        "Nine nurses were injured when a bus and a train met at Vik.",
        "Reportedly nine students were injured when a bus and a train met at Vik.",
        "Students were injured when a bus and a train met at Vik.",
    ],
)
def test_stays_silent(told: str) -> None:
    assert builders.found(PLUGIN, OPEN, told) == []
