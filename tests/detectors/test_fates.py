"""What became of a named person: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors.fates import PLUGIN
from discrepancy.model import Relation
from tests.detectors._news import conflicts

HEAD = "Ferry sinks off Tarma\n"
WHO = "Mayor Ada Lund met Captain Olaf Berg on the quay. "
FIRES = [
    ("Ada Lund came to no harm.", "Ada Lund was badly wounded in the arm."),
    ("Ada Lund was in Orvel at the time and was not hurt.", "Mayor Ada Lund, 52, was killed."),
    ("Ada Lund, who suffered cuts to the face, thanked the crew.", "Ada Lund died on the quay."),
    ("Ada Lund was taken out alive.", "Nine people died, among them the mayor Ada Lund."),
    ("Ada Lund spoke to us from her hospital bed.", "Ada Lund was among the dead."),
    ("Ada Lund was never arrested.", "Ada Lund is in police custody."),
    ("Ada Lund was picked up at noon and let go.", "Ada Lund is missing."),
    ("Ada Lund was detained on the quay.", "Ada Lund is at large."),
    ("Ada Lund was suspended by the council.", "Ada Lund remains in office."),
    # by a pronoun, in the next sentence
    ("Ada Lund was on deck. She is recovering in Orvel.", "Ada Lund drowned."),
]
SILENT = [
    # one after the other
    ("Ada Lund was wounded.", "Ada Lund died."),
    ("Ada Lund was arrested.", "Ada Lund was released."),
    ("Ada Lund was taken out alive but later died.", "Ada Lund died."),
    ("Ada Lund was taken out alive.", "Ada Lund was found alive. Ada Lund died."),
    # another person
    ("Ada Lund came to no harm.", "Olaf Berg was killed."),
    ("Ada Lund came to no harm.", "Gudrun Lund was killed."),
    ("Ada Lund came to no harm.", "The mother of Ada Lund was killed."),
    ("Ada Lund came to no harm.", "Nine people died, among them Ada Lund's brother."),
    ("Ada Lund came to no harm.", "Ada Lund wept for the guard: he was killed."),
    ("Ada Lund came to no harm.", "Two guards who drove Ada Lund were killed."),
    ("Ada Lund came to no harm.", "The guard who drove Ada Lund, was killed."),
    ("Ada Lund came to no harm.", "Ada Lund said that Olaf Berg was aboard and he was killed."),
    ("Ada Lund came to no harm.", "Ada Lund, adding that the guard, who was killed, was asleep, wept."),
    # not told as a fact
    ("Ada Lund came to no harm.", "The council denied that Ada Lund was killed."),
    # another time
    ("Ada Lund came to no harm.", "Ada Lund was wounded in 2015."),
    ("Ada Lund came to no harm.", "Ada Lund was wounded in a separate crash."),
    ("Ada Lund came to no harm.", "Ada Lund was wounded on January 3, 2024."),
    # let go by a hospital, or years ago by a prison
    ("Ada Lund is being held.", "Ada Lund was released from prison."),
    ("Ada Lund was never detained.", "Ada Lund was released from the hospital in Orvel."),
    # in other senses
    ("Ada Lund remains in office.", "Ada Lund was fired up about the vote."),
    ("Ada Lund survived a vote.", "Ada Lund died."),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + WHO + a, HEAD + WHO + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + WHO + a, HEAD + WHO + b)


@pytest.mark.parametrize(
    ("days", "relations"),
    [
        (("2024-03-12", "2024-03-13"), [Relation.UPDATE]),
        (("2024-03-13", "2024-03-12"), [Relation.CONFLICT]),
        (("2024-03-12", "2024-03-12T18:00"), [Relation.CONFLICT]),
        (("2024-03-12", "2024-06-12"), []),  # long after
    ],
)
def test_is_an_update_where_the_later_report_has_the_later_state(
    days: tuple[str, str], relations: list[Relation]
) -> None:
    texts = (HEAD + WHO + "Ada Lund is out of danger.", HEAD + WHO + "Ada Lund died.")
    assert [found.relation for found in conflicts(PLUGIN, *texts, published=days)] == relations


def test_in_custody_one_day_may_change_it() -> None:
    texts = (HEAD + WHO + "Ada Lund was never detained.", HEAD + WHO + "Ada Lund is in police custody.")
    assert conflicts(PLUGIN, *texts, published=("2024-03-12", "2024-03-13"))
    assert not conflicts(PLUGIN, *texts, published=("2024-03-12", "2024-03-15"))


def test_hurt_and_dead_are_two_answers_where_a_third_says_unhurt() -> None:
    told = ("Ada Lund came to no harm.", "Ada Lund was badly wounded.", "Ada Lund died.")
    found = conflicts(PLUGIN, *(HEAD + WHO + one for one in told))
    answers = {frozenset((c.a.normalized, c.b.normalized)): c.relation for c in found}
    assert answers[frozenset(("wounded", "dead"))] is Relation.UPDATE
    assert len(answers) == 3
