import pytest

from discrepancy.detectors.universals import PLUGIN
from discrepancy.model import Kind
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = {
    "business": (
        "Norwood Capital has a new board. None of the directors of Norwood Capital are former executives.",
        "Norwood Capital named its board on Monday. Two directors of Norwood Capital are former executives of a rival.",
    ),
    "science": (
        "The trial of the vaccine began in May. None of the participants were smokers.",
        "The trial enrolled 300 people. Two smokers were among the participants.",
    ),
    "sport": (
        "Harrow United won the cup on Sunday. All the players are amateurs.",
        "Harrow United took the cup. The players are professionals, a rival club complained.",
    ),
    "squad": ("All the players in the squad are amateurs.", "Three professionals play for the squad."),
    "court": ("All the suspects are foreigners, the minister said.", "One of the suspects is a local man."),
    "travel": (
        "The ferry capsized off the coast. All passengers were tourists.",
        "The ferry capsized off the coast. A local guide was on board.",
    ),
}

SILENT = {
    "denied by both": (
        "No militants were inside the school.",
        "Anna Berg denied that militants were at the school.",
    ),
    "not of the group": (
        "The ferry capsized off the coast. All the passengers were tourists.",
        "The ferry capsized off the coast. A local guide watched from the shore.",
    ),
    "compatible categories": (
        "Harrow United won the cup on Sunday. All the players are volunteers.",
        "Harrow United took the cup. The players are teachers.",
    ),
    "another population": (
        "All the directors are engineers.",
        "The visitors are lawyers.",
    ),
    "what might be": (
        "None of the participants were smokers.",
        "Two smokers might be among the participants.",
    ),
    "others than those at the place": (
        "They were at the port. None of them are soldiers.",
        "Some soldiers were among them at the port.",
    ),
    "said of all alike": (
        "All the passengers were tourists.",
        "The passengers were tourists from Italy.",
    ),
}


@pytest.mark.parametrize("texts", FIRES.values(), ids=FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    conflicts = found(PLUGIN, *texts)
    assert conflicts
    assert all(conflict.kind is Kind.CATEGORY for conflict in conflicts)
    assert {conflicts[0].a.statement.article.id, conflicts[0].b.statement.article.id} == {"a", "b"}


@pytest.mark.parametrize("texts", SILENT.values(), ids=SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
