"""What is kept of what the detectors find."""

from __future__ import annotations

from dataclasses import replace

import pytest

import reports
from discrepancy import detectors
from discrepancy.detectors import Detector, detect
from discrepancy.model import Conflict, Evidence, Kind, Position, Relation, Severity
from discrepancy.settings import DEFAULT

NOTHING = Evidence((), (), (), ())
LOW, NINE, DEAD = reports.DEATHS
DROWNED = reports.position(NINE.statement, "Nine people")
DIED = reports.position(LOW.statement, "12 people")
SUNK = reports.position(NINE.statement, "Aurora")


def conflict(a: Position, b: Position, detector: str = "rules") -> Conflict:
    return Conflict(Kind.QUANTITY, Relation.CONFLICT, detector, "deaths", a, b, 0.8, Severity.HIGH)


def found(monkeypatch: pytest.MonkeyPatch, general: Conflict, rules: Conflict) -> list[str]:
    known = (
        Detector("contradiction", Kind.CONTRADICTION, lambda evidence, settings: [general], "", general=True),
        Detector("rules", Kind.QUANTITY, lambda evidence, settings: [rules], ""),
    )
    monkeypatch.setattr(detectors.plugins, "discover", lambda package, of: known)
    return [one.detector for one in detect(NOTHING, DEFAULT)]


@pytest.mark.parametrize(("a", "b"), [(DIED, DROWNED), (DROWNED, DIED), (DIED, NINE)])
def test_what_a_rule_says_is_not_said_again(a: Position, b: Position, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(monkeypatch, conflict(a, b, "contradiction"), conflict(LOW, NINE)) == ["rules"]


@pytest.mark.parametrize(("a", "b"), [(DIED, SUNK), (LOW, DEAD), (DEAD, NINE)])
def test_other_words_and_other_statements_are_another_matter(
    a: Position, b: Position, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert found(monkeypatch, conflict(a, b, "contradiction"), conflict(LOW, NINE)) == ["rules", "contradiction"]


def test_two_sides_in_the_same_words_are_no_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    same = replace(NINE, value="at least 12!")
    assert found(monkeypatch, conflict(DEAD, LOW, "contradiction"), conflict(LOW, same)) == ["contradiction"]
