import pytest

from discrepancy.detectors.occurrences import PLUGIN
from discrepancy.model import Conflict
from discrepancy.settings import DEFAULT
from tests.detectors._dates_builders import claim, evidence

FIRST = "The derailment happened on Saturday."

FIRES = [
    (FIRST, "The derailment occurred on Sunday."),
    ("The derailment took place on March 9.", "The derailment happened on March 10, at a crossing."),
]

SILENT = [
    (FIRST, "The derailment happened on March 9."),
    ("The derailment happened on Saturday night.", "The derailment happened early on Sunday."),
    (FIRST, "The second derailment happened on Sunday."),
    (FIRST, "The explosion happened on Sunday."),
    (FIRST, "The derailment happened last October."),
]


def found(first: str, second: str, published: str | None = "2024-03-12") -> list[Conflict]:
    subjects = [" ".join(text.split()[: 3 if "second" in text else 2]) for text in (first, second)]
    predicates = ["take place" if "took" in t else "occur" if "occurred" in t else "happen" for t in (first, second)]
    a = claim("a", first, predicates[0], "2024-03-12", subject=subjects[0].replace("The", "the"))
    b = claim("b", second, predicates[1], published, subject=subjects[1].replace("The", "the"))
    return list(PLUGIN.find(evidence(a, b), DEFAULT))


@pytest.mark.parametrize(("first", "second"), FIRES)
def test_fires(first: str, second: str) -> None:
    assert len(found(first, second)) == 1


@pytest.mark.parametrize(("first", "second"), SILENT)
def test_stays_silent(first: str, second: str) -> None:
    assert found(first, second) == []


def test_articles_of_other_days_tell_of_other_events() -> None:
    assert found(FIRST, "The derailment happened on March 8.", "2024-03-30") == []


def test_an_article_with_two_such_events_is_not_compared() -> None:
    a = claim("a", FIRST, "happen", "2024-03-12", subject="the derailment")
    b = claim("b", "The derailment happened on Sunday.", "happen", "2024-03-12", subject="the derailment")
    c = claim("b", "The derailment happened on Friday.", "happen", "2024-03-12", subject="the derailment")
    assert list(PLUGIN.find(evidence(a, b, c), DEFAULT)) == []
