"""What the model alone finds: claims that differ in one part, which part, and when they are not even asked of."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy.detectors import asked
from discrepancy.detectors._difference import difference
from discrepancy.detectors.contradiction import PLUGIN
from discrepancy.model import Conflict, Judgement, Kind, TextPair
from discrepancy.settings import DEFAULT
from tests.builders import evidence

pytestmark = pytest.mark.models

SURE = Judgement(0.02, 0.08, 0.9)
UNSURE = Judgement(0.1, 0.5, 0.4)

DIFFER = [
    ("Globex owned Initech.", "Umbrella Corp owned Initech.", "subject", Kind.AGENCY),
    ("The members of the Halley Club are civilians.", "The members of the Halley Club are soldiers.", "complement",
     Kind.CATEGORY),
    ("Anna Berg flew to Oslo.", "Anna Berg flew to Madrid.", "to", Kind.PLACE),
]  # fmt: skip
ALIKE = [
    ("Anna Berg left the capital.", "Anna Berg joined the talks."),
    ("Anna Berg joined the club in May 2021.", "Anna Berg joined the firm in May 2023."),
    ("One of the men threw a stone.", "A driver threw a stone."),
    ("Anna Berg was injured.", "Anna Berg was wounded."),
    ("Jonas Berg is 26.", "Jonas Berg is 27."),
    ("Police found seven shells at the Maine Mill.", "Cops found some shells at the Maine Mill."),
    ("A guard saw him.", "A guard saw Jonas Berg."),
    ("A court in Lund jailed both.", "A court in Lund jailed Jonas Berg and Peter Lund."),
    ("The medics carried the child to the camp.", "The medics carried Anna Berg to the camp."),
    ("Anna Berg signed the Lund Treaty.", "Anna Berg did not sign the Lund Treaty."),
    ("Jonas Berg is a student at Lund College.", "Jonas Berg is a fifth-grader at Lund College."),
    ("Anna Berg hosted the 12th Halley Games.", "Jonas Lund hosted the 14th Halley Games."),
    ("The Maine is an Ethiopian ship.", "The Maine is a merchant vessel."),
    ("The Maine Mill is one of the oldest in Lund.", "The Maine Mill is one of the sights of Lund."),
    ("The driver gunned the engine.", "The driver gunned the car."),
    ("The New Zealander lived in Oslo.", "The New Zealander lived in Madrid."),
    ("Anna Berg is a judge.", "Peter Lund is a pilot."),
]


def conflicts(first: str, second: str, forward: Judgement, backward: Judgement) -> list[Conflict]:
    known = evidence(first, second)
    told: dict[TextPair, Judgement] = {}
    for pair in asked(known, DEFAULT):
        told |= {pair: forward, pair[::-1]: backward}
    return list(PLUGIN.find(replace(known, judgements=told), DEFAULT))


@pytest.mark.parametrize(("first", "second", "part", "kind"), DIFFER)
def test_one_part_differs(first: str, second: str, part: str, kind: Kind) -> None:
    a, b = (claim for claim in evidence(first, second).claims)
    found = difference(a, b)
    assert found is not None
    assert (found.part, found.kind) == (part, kind)


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_not_asked_of(first: str, second: str) -> None:
    assert list(PLUGIN.asks(evidence(first, second), DEFAULT)) == []


def test_a_finding_needs_both_orders() -> None:
    first, second, _, kind = DIFFER[0]
    (conflict,) = conflicts(first, second, SURE, SURE)
    assert conflict.kind is kind
    assert {conflict.a.value, conflict.b.value} == {"Globex", "Umbrella Corp"}
    assert conflicts(first, second, SURE, UNSURE) == []
    assert conflicts(first, second, UNSURE, SURE) == []


def test_all_three_scores_are_among_the_reasons() -> None:
    first, second, *_ = DIFFER[0]
    (conflict,) = conflicts(first, second, SURE, SURE)
    assert "contradiction 0.90 and 0.90, neutral 0.08 and 0.08, entailment 0.02 and 0.02" in str(conflict.why[-1].value)


def test_without_judgements_nothing_is_found() -> None:
    first, second, *_ = DIFFER[0]
    assert list(PLUGIN.find(evidence(first, second), DEFAULT)) == []
