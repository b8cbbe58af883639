import pytest

from discrepancy.detectors.times import PLUGIN
from discrepancy.model import Kind
from discrepancy.settings import DEFAULT
from tests.detectors._dates_builders import claim, evidence

FIRES = [
    ("A blast hit the Halley mill on Sunday night.", "A blast hit the Halley mill on Sunday morning."),
    ("A blast hit the Halley mill at 9 pm.", "A blast hit the Halley mill at 11 pm."),
    ("A blast hit the Halley mill on Sunday afternoon.", "A blast hit the Halley mill at 9 am on Sunday."),
    (
        "A blast hit the Halley mill in the early hours of March 10.",
        "On the evening of March 10 a blast hit the Halley mill.",
    ),
]

SILENT = [
    ("A blast hit the Halley mill on Sunday night.", "A blast hit the Halley mill late on Sunday evening."),
    ("A blast hit the Halley mill on Sunday night.", "A blast hit the Halley mill early on Monday."),
    ("A blast hit the Halley mill on Sunday morning.", "A blast hit the Halley mill at 9 am on Sunday."),
    ("A blast hit the Halley mill on Sunday morning.", "A blast hit the Halley mill on Monday night."),
    ("A blast hit the Halley mill at 9 pm.", "A blast hit the Halley mill at 9:20 pm."),
    ("A blast hit the Halley mill at 9 pm local time.", "A blast hit the Halley mill at 6 pm."),
    ("A blast hit the Halley mill on Sunday.", "A blast hit the Halley mill on Sunday morning."),
]


@pytest.mark.parametrize(("first", "second"), FIRES)
def test_fires(first: str, second: str) -> None:
    a, b = (claim(n, t, "hit", "2024-03-12", subject="blast", object="mill") for n, t in (("a", first), ("b", second)))
    (conflict,) = PLUGIN.find(evidence(a, b), DEFAULT)
    assert conflict.kind is Kind.TIME


@pytest.mark.parametrize(("first", "second"), SILENT)
def test_stays_silent(first: str, second: str) -> None:
    a, b = (claim(n, t, "hit", "2024-03-12", subject="blast", object="mill") for n, t in (("a", first), ("b", second)))
    assert list(PLUGIN.find(evidence(a, b), DEFAULT)) == []


def test_two_places_are_two_occasions() -> None:
    a = claim("a", "A blast hit the Halley mill on Sunday night.", "hit", "2024-03-12", subject="blast", object="mill")
    b = claim(
        "b", "A blast hit the Berg dairy on Sunday morning.", "hit", "2024-03-12", subject="blast", object="dairy"
    )
    assert list(PLUGIN.find(evidence(a, b), DEFAULT)) == []
