import pytest

from discrepancy.detectors.outcomes import PLUGIN, _brief
from discrepancy.model import Relation
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("Anna Berg tried to cross the Halley Pass.", "Anna Berg crossed the Halley Pass on Friday."),
    ("The Senate approved the Lund Act on Monday.", "The Senate rejected the Lund Act on Monday."),
    ("A jury acquitted Jonas Berg.", "A jury convicted Jonas Berg."),
    ("The rebels seized the town of Orvel.", "Fighting is still underway in Orvel, the army said."),
    ("The army captured Orvel.", "Fighting continued on Tuesday in Orvel."),
]

SILENT = [
    ("The Lund Party attempted to repeal the Berg Act.", "The Lund Party repealed the Berg Act."),
    (
        "At least one call between Cohen and the White House had been intercepted.",
        "Michael Cohen entered into, through reimbursement, a contract with the White House.",
    ),
    ("The storm prevented Lund from holding a rally.", "Lund entered the race in May as a frontrunner."),
    ("Anna Berg tried to cross the Halley Pass in May 2023.", "Anna Berg crossed the Halley Pass in July 2023."),
    ("Jonas Berg was trying to run, a guard said.", "Jonas Berg ran outside when he heard the bell."),
    ("The man asked Jonas Berg about the Lund Act.", "The man tried to ask Jonas Berg about the Lund Act."),
    ("Globex wanted to buy Initech.", "Globex bought Initech."),
    ("Jonas Berg tried to perform first aid in Lund.", "Jonas Berg performed first aid in Lund."),
    ("The Senate approved the Lund Act.", "The Senate rejected the Maine Bill."),
    ("A jury acquitted Jonas Berg.", "A jury convicted Peter Lund."),
    ("The Halley Navy repelled an attack in the Gulf of Tarma.", "The navy captured 23 pirates in the Gulf of Tarma."),
    ("The rebels seized the town of Orvel.", "Fighting is underway in Tarma."),
    ("The army repelled an attack on Orvel.", "Thousands of families crossed the river at Orvel."),
    ("The navy foiled an attack in the Gulf of Tarma.", "The navy seized arms and boats in the Gulf of Tarma."),
    ("Anna Berg rose to her feet.", "Anna Berg dropped to 12-3."),
    ("Jonas Berg killed Anna Lund in Oslo.", "Jonas Berg attempted to kill the witnesses in Oslo."),
    ("A jury acquitted Jonas Berg in his first trial.", "A jury convicted Jonas Berg."),
    ("Jonas Berg was detained and later released.", "Police detained Jonas Berg. Jonas Berg was later released."),
    ("He tried to scare a man who had threatened Jonas Berg when he fired a gun.", "A man threatened Jonas Berg."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)


def test_two_speakers_make_it_attributed() -> None:
    conflicts = found(
        PLUGIN,
        "Police said that Jonas Berg tried to break into the Halley Bank.",
        "Jonas Berg broke into the Halley Bank, a lawyer said.",
    )
    assert [conflict.relation for conflict in conflicts] == [Relation.ATTRIBUTED]


@pytest.mark.parametrize(
    ("texts", "question"),
    [
        (
            ("Anna Berg tried to cross the Tarma River.", "Anna Berg crossed the Tarma River on Friday."),
            "Did they cross the Tarma River, or not?",
        ),
        (FIRES[2], "What became of Jonas Berg?"),
        (FIRES[3], "Is Orvel taken, or still fought over?"),
    ],
)
def test_the_question_names_what_it_asks_of(texts: tuple[str, str], question: str) -> None:
    assert {conflict.question for conflict in found(PLUGIN, *texts)} == {question}


def test_marks_the_fighting_and_how_it_stands() -> None:
    (conflict,) = found(PLUGIN, *FIRES[3])
    ((start, end),) = conflict.b.highlights
    assert conflict.b.statement.article.text[start:end] == "Fighting is still underway"


@pytest.mark.parametrize(
    ("phrase", "brief"),
    [
        ("the attempt", "the attempt"),
        (
            "the climbers' attempt to make a crossing into the Upper Tarma valley region",
            "the climbers' attempt to make a crossing",
        ),
        ("a " + "very " * 20 + "long plan", "a very very very very very very very very very very very …"),
    ],
)
def test_a_long_phrase_is_cut_before_what_would_break_off(phrase: str, brief: str) -> None:
    assert _brief(phrase) == brief
