"""Not there, and told of: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.absences import PLUGIN
from discrepancy.model import Relation
from tests.detectors._news import conflicts

HEAD = "Ferry hijacked in Tarma\n"
FAR = "It was fine. " * 8  # past what tells the day of the event
FIRES = [
    ("A source denied reports about the capture of army personnel in Tarma.", "Eight soldiers were captured in Tarma."),
    ("It was not a suicide attack, the police of Tarma said of the explosion.", "A suicide bomber struck Tarma."),
    ("Not a single bullet was fired, the mayor said.", "Policemen fired into the crowd at the ferry."),
    ("Officers did not use any firearms.", "Soldiers opened fire on the crowd at the pier."),
    ("Nobody fled. Not one shell fell on the pier.", "Tanks pounded the ferry."),
    ("The governor denied that any aircraft had operated.", "Helicopters dropped bombs on the ferry."),
    ("No Carvian plane had flown that day.", "Carvian planes bombed the ferry."),
    ("No ransom was paid for the crew.", "A ransom of $2 million was paid for the hostages."),
    ("Not one dollar was paid to the kidnappers.", "The bank delivered the ransom."),
    ("No ransom was paid by the bank.", "The bank paid a ransom for the crew."),
    ("No ransom was paid by the bank.", "A ransom was paid for the crew."),
    ("No warning was given to the crew.", "A warning was issued on the radio."),
    ("No warning reached the crew.", "A pilot had telephoned the harbour an hour before."),
    ("No complaint about the ferry was received.", "Passengers filed four complaints about the ferry."),
    ("No trace of chlorine was found.", "The hijackers used chlorine."),
    ("No drone was in the air.", "Sailors saw a drone."),
    ("No second bomb went off.", "A second bomb exploded near the pier."),
]
SILENT = [
    # another kind, another substance, another doer, another place
    ("No tsunami warning was issued.", "A flood warning was issued."),
    ("No trace of chlorine was found.", "The hijackers used sarin."),
    ("No Carvian plane had flown that day.", "Ostland planes bombed the ferry."),
    ("No ransom was paid by the bank.", "The captain's family paid a ransom."),
    ("No warning was given in Lund.", "A warning was issued on the radio."),
    # another day, another time
    (FAR + "No warning was given on Monday.", FAR + "A warning was issued on Friday."),
    ("No warning was given.", "A warning was issued last year."),
    ("No warning was given last year.", "A warning was issued."),
    # for the time being, or beyond what there was
    ("No warning has been issued yet.", "A warning was issued."),
    ("No warning issued so far was heard.", "A warning was issued."),
    # a denial that is itself denied
    ("The mayor rejected the claim that no warning was given.", "A warning was issued."),
    # what is doubtful, wished for or denied in its turn
    ("No warning was given.", "It is unclear whether a warning was issued."),
    ("No warning was given.", "A warning would have been given: the mayor ought to have issued a warning."),
    ("No warning was given.", "The radio said that a warning was issued, but no warning was given."),
    ("No ransom was paid for the crew.", "A sailor rejected the story that a ransom was paid."),
    # in the air, and not at people
    ("Not a single bullet was fired, the mayor said.", "Policemen fired into the air over the crowd."),
    # not a ransom
    ("Not one dollar was paid to the owners.", "A ransom was paid for the king, a legend says."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)


def test_two_speakers_are_attributed() -> None:
    a, b = (
        "The mayor said that no ransom was paid for the crew.",
        "The captain said that a ransom was paid for the crew.",
    )
    assert {c.relation for c in conflicts(PLUGIN, HEAD + a, HEAD + b)} == {Relation.ATTRIBUTED}
