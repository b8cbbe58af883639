"""How many people a body has."""

from dataclasses import replace

import pytest

from discrepancy.detectors.sizes import PLUGIN
from discrepancy.model import Evidence, Reference
from discrepancy.settings import DEFAULT
from tests.detectors._news import conflicts, readings

SQUAD = "Drill\nThe Orion Battalion held a drill near Lund. "


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Orion Battalion numbers some 120 men, most of them Danes.", "The Orion Battalion boasts 400 fighters."),
        ("The Orion Battalion has about 400 fighters, he said.", "Altogether 250 people serve in the Orion Battalion."),
        ("The 400-strong Orion Battalion was founded last year.", "The Orion Battalion now has only 120 volunteers."),
        ("The Orion Battalion consists of 400 people.", "The Orion Battalion is made up of 120 volunteers."),
        ("It has 400 fighters.", "It counts no more than 120 gunmen."),
        (
            "A mayor founded the battalion. It has 400 fighters. The Orion Battalion is new.",
            "The Orion Battalion has 120 fighters.",
        ),
        ("The Orion Battalion employs 400 people.", "The Orion Battalion has 120 employees on its payroll."),
    ],
)
def test_fires(a: str, b: str) -> None:
    (found,) = conflicts(PLUGIN, SQUAD + a, SQUAD + b)
    assert found.topic == "size:Orion Battalion"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("The Orion Battalion has about 400 fighters.", "The Orion Battalion has 30 fighters in Lund."),
        ("The Orion Battalion has about 400 fighters.", "The Orion Battalion had 120 men in 2014."),
        ("The Orion Battalion has about 400 fighters.", "At first the Orion Battalion had 120 men."),
        ("The Orion Battalion has about 400 fighters.", "The Orion Battalion has 12 men who speak Swedish."),
        ("The Orion Battalion has about 400 fighters.", "The Orion Battalion lost 120 men."),
        ("The Orion Battalion has about 400 fighters.", "The Orion Battalion has 390 fighters."),
        ("The Orion Battalion has 400 members.", "The Orion Battalion has 12 employees."),
        ("The Orion Battalion has 400 members.", "The Heron Battalion has 12 members."),
        ("The Orion Battalion has 400 members. The Orion Battalion has 12 members.", "The Orion Battalion met."),
    ],
)
def test_stays_silent(a: str, b: str) -> None:
    assert conflicts(PLUGIN, SQUAD + a, SQUAD + b) == []


def test_a_body_that_a_reference_stands_for() -> None:
    text = SQUAD + "Lund is a town. It consists of {} people."
    found = readings(text.format(400), text.format(120))
    name = "The Orion Battalion"
    resolved = [
        replace(reading, references=(Reference(at.start, at.start + 2, "the Orion Battalion", (6, 6 + len(name))),))
        if (at := reading.statement).text.startswith("It")
        else reading
        for reading in found
    ]
    articles = tuple(dict.fromkeys(reading.statement.article for reading in found))
    (conflict,) = PLUGIN.find(Evidence(articles, tuple(resolved), (), ()), DEFAULT)
    assert (conflict.a.value, conflict.b.value) == ("400", "120")
