"""Denials: which must be set against who says that a party did it, and which must not."""

import pytest

from discrepancy.detectors.denials import PLUGIN
from discrepancy.model import Kind, Relation
from tests.builders import found

pytestmark = pytest.mark.models

HEAD = "Air strike on camp near Tarma\n"
FIRES = [
    (
        "Carvian planes bombed the camp near Tarma on Monday.",
        "A raid hit the camp near Tarma. A spokesman said that Carvian forces had conducted no strikes near Tarma.",
    ),
    (
        "Carvian planes bombed the camp near Tarma on Monday.",
        "Carvia's army denied that it carried out the raid on the camp near Tarma.",
    ),
    (
        "The governor accused Carvia of bombing the camp near Tarma.",
        "The attack near Tarma killed nine. A spokesman for Carvia rejected the accusation.",
    ),
    (
        "Carvian jets struck the camp near Tarma.",
        "Bombs fell on the camp near Tarma. Carvia has denied any involvement.",
    ),
    (
        "Russian jets struck the camp near Tarma.",
        "Bombs fell on the camp near Tarma. No Russian plane had flown over the region that day, he said.",
    ),
    # a state by the seat of its government, and what its planes did
    ("Russian jets struck the camp near Tarma.", "Moscow denies any role in the attack on the camp near Tarma."),
    (
        "Carvian jets struck the camp near Tarma.",
        "Bombs fell on the camp near Tarma. Carvia denied that its planes had been anywhere near.",
    ),
]
SILENT = [
    # what began on another day
    (
        (
            "Bombs fell on the camp near Tarma on 11 March. Nobody slept. It was dark. The sky was red."
            " Carvia launched air strikes on rebels near Tarma on 30 September 2023."
        ),
        "Carvia denied any role in the attack on the camp near Tarma on 11 March.",
    ),
    # the town, and no state
    ("A crowd in Damascus bombed the camp near Tarma.", "Syria denied that it bombed the camp near Tarma."),
    # taken back
    (
        "Carvian planes bombed the camp near Tarma.",
        "Carvia first denied any role in the attack, but later admitted it.",
    ),
    # another party
    ("Carvian planes bombed the camp near Tarma.", "Ostland denied any part in the attack on the camp near Tarma."),
    # something else
    (
        "Carvian planes bombed the camp near Tarma.",
        "The camp near Tarma is full. Carvia denied that its economy had shrunk.",
    ),
    # no denial
    ("Carvian planes bombed the camp near Tarma.", "Carvia did not deny the attack on the camp near Tarma."),
    # a denial that was taken back
    (
        "Carvian planes bombed the camp near Tarma.",
        "After initially denying that it bombed the camp near Tarma, Carvia has admitted the attack.",
    ),
    # two states of one name
    ("South Carvia bombed the camp near Tarma.", "North Carvia denied that it bombed the camp near Tarma."),
    # a headline that leaves out its "was"
    ('Carvian oil tanker "probably" hit by missile attack near Tarma.', "Carvia denied any part in the attack."),
    # somebody who is dismissed
    (
        "Carvian planes bombed the camp near Tarma.",
        "Carvia dismissed a general after the attack on the camp near Tarma.",
    ),
    # what might be
    ("Carvian planes may bomb the camp near Tarma.", "Carvia denied that it bombed the camp near Tarma."),
    # where it was
    (
        "The plane crashed outside the Carvian capital, killing all 70 people on board in the attack near Tarma.",
        "Carvia denied any part in the attack near Tarma.",
    ),
    # what it is said to have led to
    (
        "An attack killed nine near Tarma. A rival accused Carvia of fueling hate that led to the attack.",
        "An attack killed nine near Tarma. Carvia denied any part in the attack.",
    ),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    conflicts = found(PLUGIN, HEAD + a, HEAD + b)
    assert {(c.kind, c.relation) for c in conflicts} == {(Kind.AGENCY, Relation.ATTRIBUTED)}


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not found(PLUGIN, HEAD + a, HEAD + b)
