"""One person with two offices or ranks."""

import pytest

from discrepancy.detectors.offices import PLUGIN
from tests.detectors._news import conflicts


@pytest.mark.parametrize(
    ("a", "b", "values"),
    [
        (
            "Raid\nPrime Minister Ann Lund blamed the rebels.",
            "Raid\nPresident Ann Lund blamed the rebels.",
            {"Prime Minister Ann Lund", "President Ann Lund"},
        ),
        (
            "Raid\nThey met Captain Omar Sarma. Capt. Sarma led the raid.",
            "Raid\nThe raid was led by Major Sarma.",
            {"Captain Omar Sarma", "Major Sarma"},
        ),
        (
            "Raid\nThe interior minister Ann Lund spoke.",
            "Raid\nThe justice minister Ann Lund spoke.",
            {"interior minister Ann Lund", "justice minister Ann Lund"},
        ),
    ],
)
def test_fires(a: str, b: str, values: set[str]) -> None:
    (found,) = conflicts(PLUGIN, a, b)
    assert {found.a.value, found.b.value} == values


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Raid\nPresident Ann Lund spoke.", "Raid\nAnn Lund spoke."),
        ("Raid\nPresident Ann Lund spoke.", "Raid\nFormer Prime Minister Ann Lund spoke."),
        ("Raid\nPresident Ann Lund spoke.", "Raid\nThe former Carvian Prime Minister Ann Lund spoke."),
        ("Raid\nGeneral Omar Sarma spoke.", "Raid\nBrigadier General Omar Sarma spoke."),
        ("Raid\nColonel Omar Sarma spoke.", "Raid\nLieutenant Colonel Omar Sarma spoke."),
        ("Raid\nGeneral Omar Sarma spoke.", "Raid\nMajor General Omar Sarma spoke."),
        ("Raid\nForeign Minister Ann Lund spoke.", "Raid\nDeputy Prime Minister Ann Lund spoke."),
        ("Raid\nPresident Ann Lund spoke.", "Raid\nPrime Minister Jon Lund spoke."),
        ("Raid\nPresident Lund spoke.", "Raid\nPrime Minister Lund spoke."),
        ("Raid\nPresident Ann Lund, once Prime Minister Ann Lund, spoke.", "Raid\nPrime Minister Ann Lund spoke."),
    ],
)
def test_stays_silent(a: str, b: str) -> None:
    assert conflicts(PLUGIN, a, b) == []
