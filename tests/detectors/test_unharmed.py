import pytest

from discrepancy.detectors.unharmed import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    (
        "Fire broke out at the hospital on Tuesday. There were no casualties among staff, the director said.",
        "Fire broke out at the hospital on Tuesday. Two nurses died.",
    ),
    ("Nobody was injured in the fire.", "The fire injured 25 people."),
    ("No civilians were killed in the strike, the army said.", "Three civilians died in the strike."),
    ("All the hostages were freed on Friday.", "Three hostages were killed."),
    ("No civilians were hurt in the raid.", "The raid killed 28 people, including seven children."),
    ("No staff were hurt, the hospital said.", "A nurse was injured."),
    ("There were no injuries in Sidon.", "A fire broke out in Sidon. The fire injured 25 people."),
    ("There were no injuries.", "Six people were hurt when the bus overturned."),
]

SILENT = [
    ("There were no casualties among staff.", "Two visitors died in the fire."),
    ("Nobody was injured in the fire.", "Nine people were killed in the fire."),
    ("No civilians were killed.", "Nine militants were killed."),
    ("Nobody was injured in the fire in May 2023.", "A fire injured nine people in July 2023."),
    ("All the hostages were freed.", "Three gunmen were killed."),
    ("No civilians were hurt in the raid.", "The raid killed seven fighters."),
    ("Nobody was injured in the fire.", "Nobody was injured, the mayor said."),
    ("No other injuries were reported at the hotel.", "The fire injured 25 people."),
    ("There were no serious injuries.", "The fire injured 25 people."),
    ("No one was seriously injured.", "The fire injured 25 people."),
    ("A year before that a fire broke out, though nobody was injured.", "The fire injured 25 people."),
    ("Nobody was hurt too badly.", "The fire injured 25 people."),
    ("No one was injured inside.", "The fire injured 25 people."),
    ("The army had previously said that there were no casualties.", "The fire injured 25 people."),
    ("The fire injured 25 people, though a guard had spoken of no injuries.", "The fire injured 25 people in all."),
    ("There were no injuries in Sidon.", "The fire injured 25 people in Oslo."),
    ("Guards found no victims in the hall.", "The fire injured 25 people."),
    ("No officers were injured during that chase.", "The fire injured three officers."),
    ("Luckily no casualties were reported from this incident.", "The fire injured 25 people."),
    ("In the town of Moss, nobody was injured.", "The fire injured 25 people."),
    ("There were no Dutch injuries.", "The fire injured 25 people."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)


def test_of_an_earlier_day() -> None:
    first = "Oslo, 20 May 2023\n\nOn 2 April 2023 a fire broke out in Oslo, but there were no casualties."
    assert not found(PLUGIN, first, "The fire in Oslo injured 25 people.")


def test_of_another_event_that_the_sentence_before_tells_of() -> None:
    raid = "Raid on Tarma\nThe raid killed three guards."
    apart = "In a separate development, a rocket was shot down over Orvel. No casualties were reported."
    assert not found(PLUGIN, raid, f"Raid on Tarma\nThe raid hit a mill. {apart}")


ELSEWHERE = "On Thursday a missile was shot down near Orvel, without causing any casualties."


@pytest.mark.parametrize(
    ("harmed", "unharmed"),
    [
        (
            "Plane crash near Tarma\nA plane crashed near Tarma on Monday and both pilots died. A guard was killed.",
            f"Plane crash near Tarma\nA plane crashed near Tarma on Monday. {'It rains. ' * 4}{ELSEWHERE}",
        ),
        (
            "Raid on Tarma\nA raid on Tarma on Monday killed nine people.",
            "Budget in Orlund\nThe budget of Orlund passed on Monday. No one was killed.",
        ),
    ],
)
def test_of_two_events(harmed: str, unharmed: str) -> None:
    assert not found(PLUGIN, harmed, unharmed)
