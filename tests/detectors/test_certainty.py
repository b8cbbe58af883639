"""How sure: hedged here, stated there. Claims are made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from discrepancy.detectors.certainty import PLUGIN
from discrepancy.extractors import hedges, speakers
from discrepancy.model import Certainty, Claim, DateMention, Evidence, Pair, Reading, Severity
from discrepancy.settings import DEFAULT
from tests import builders
from tests.extractors.test_names import read


def claim(reading: Reading, verb: str, *, lemma: str, day: date | None = None) -> Claim:
    text = reading.statement.text
    at = reading.statement.start + text.index(verb)
    dates = (DateMention(at, at, "", day.isoformat(), day, day),) if day else ()
    hedged = Certainty.HEDGED if reading.hedges else Certainty.STATED
    return Claim(
        reading.statement, text, lemma, (at, at + len(verb)), names=("Everest Club",), certainty=hedged, dates=dates
    )


def found(
    first: str,
    second: str,
    days: tuple[date | None, date | None] = (None, None),
    alike: float = 0.8,
    *,
    named: bool = True,
) -> list[str]:
    readings = list(hedges.PLUGIN.read(speakers.PLUGIN.read(read(first, second), DEFAULT), DEFAULT))
    a = claim(readings[0], "entered", lemma="enter", day=days[0])
    b = claim(readings[1], "entered", lemma="enter", day=days[1])
    a, b = (one if named else replace(one, names=()) for one in (a, b))
    articles = tuple(r.statement.article for r in readings)
    conflicts = PLUGIN.find(Evidence(articles, tuple(readings), (a, b), (Pair(a, b, alike),)), DEFAULT)
    return [f"{c.a.value} / {c.b.value}" for c in conflicts if c.severity is Severity.MEDIUM]


PLAIN = "The climbers entered the cave."


@pytest.mark.parametrize(
    ("doubted", "value"),
    [
        ("The climbers reportedly entered the cave.", "reportedly"),
        ("The climbers entered the cave, according to the Everest Club.", "according to the Everest Club"),
    ],
)
def test_fires(doubted: str, value: str) -> None:
    assert found(doubted, PLAIN) == [f"{value} / stated as a fact"]


@pytest.mark.parametrize(
    ("doubted", "days", "alike"),
    [
        ("The guide said the climbers entered the cave.", (None, None), 0.8),
        ("The suspected thieves entered the cave.", (None, None), 0.8),
        ("The climbers reportedly entered the cave.", (date(2024, 5, 1), date(2024, 8, 1)), 0.8),
        ("The climbers reportedly entered the cave.", (None, None), 0.1),
        ("The climbers entered the cave.", (None, None), 0.8),
        ("The climbers entered the cave, according to police.", (None, None), 0.8),
        ("All who entered what was reportedly a cave are safe.", (None, None), 0.8),
        ("The names of those who entered the cave are not known.", (None, None), 0.8),
    ],
)
def test_stays_silent(doubted: str, days: tuple[date | None, date | None], alike: float) -> None:
    assert found(doubted, PLAIN, days, alike) == []


def test_claims_that_name_nobody_must_be_more_alike() -> None:
    assert found("The climbers reportedly entered the cave.", PLAIN, alike=0.5)
    assert not found("The climbers reportedly entered the cave.", PLAIN, alike=0.5, named=False)


def test_a_statement_that_reports_somebodys_word_states_nothing_as_a_fact() -> None:
    plain = "As the climbers entered the cave, the Everest Club said they waved."
    assert found("The climbers reportedly entered the cave.", plain) == []


@pytest.mark.models
@pytest.mark.parametrize(
    ("doubted", "plain", "fires"),
    [
        ("The climbers reportedly tried to enter the old quarry.", "The climbers entered the old quarry.", True),
        ("The baker allegedly stabbed a guard at the bank.", "The baker stabbed a guard at the bank.", True),
        ("Jonas Lund was arrested for allegedly taking a boat.", "Jonas Lund was arrested for taking a boat.", False),
        ("That's when the baker was believed to be stabbed.", "The baker was stabbed.", False),
        ("After allegedly stabbing a guard, the baker ran.", "A guard was stabbed at the bank.", False),
        ("A guard was allegedly stabbed by his neighbour.", "A guard was stabbed in the neck.", False),
        ("The baker allegedly stabbed a guard.", "The baker stabbed a guard twice in the past year.", False),
        ("The baker allegedly stabbed a guard.", "The baker stabbed a guard, reports Lund Radio.", False),
        (
            "The army allegedly tested a missile near Oslo on Monday.",
            "The army tested a missile near Oslo on Monday, an officer was quoted by Lund Radio as saying.",
            False,
        ),
    ],
)
def test_the_doubt_is_of_the_act_itself(doubted: str, plain: str, fires: bool) -> None:
    beside = "It rained in Oslo all week. The mayor opened a new library near the harbour."
    assert bool(builders.found(PLUGIN, f"{doubted} {beside}", f"{plain} {beside}")) is fires
