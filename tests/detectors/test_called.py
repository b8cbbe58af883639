"""By which of its names a body is called."""

import pytest

from discrepancy.detectors.called import PLUGIN
from tests.detectors._news import conflicts


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        ("Ship sunk\nThe ship was sunk by ISIS.", "Ship sunk\nIt was sunk by Daesh.", {"ISIS", "Daesh"}),
        ("Ship\nThe Islamic State group sank it.", "Ship\nIt was held by Daesh men.", {"Islamic State", "Daesh"}),
    ],
)
def test_fires(a: str, b: str, values: set[str]) -> None:
    (found,) = conflicts(PLUGIN, a, b)
    assert {found.a.value, found.b.value} == values


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ship\nThe ship was held by IS.", "Ship\nThe ship was held by the Islamic State group."),
        ("Ship\nThe Islamic State group sank it.", "Ship\nIt was held by ISIL men."),
        ("Ship\nThe ship was held by ISIS, or Daesh.", "Ship\nThe ship was held by Daesh."),
        ("Ship\nThe men of Jabhat al-Nusra sank it.", "Ship\nFighters of the Nusra Front sank it."),
        ("Ship\nThe ship was held by ISIS.", "Ship\nThe ship was held by the Nusra Front."),
        ("Ship\nThe ship was held by ISIS. Daesh sank it.", "Ship\nThe ship sank."),
    ],
)
def test_stays_silent(a: str, b: str) -> None:
    assert conflicts(PLUGIN, a, b) == []
