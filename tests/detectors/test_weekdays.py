import pytest

from discrepancy.detectors.weekdays import PLUGIN
from discrepancy.extractors.dates import find
from discrepancy.model import Conflict, Evidence, Kind, Reading, Relation, Severity
from discrepancy.settings import DEFAULT
from tests.detectors._dates_builders import statement


def found(text: str, published: str | None = None) -> list[Conflict]:
    source = statement("a", text, published)
    reading = Reading(source, dates=find(text, source.article.published_on))
    return list(PLUGIN.find(Evidence((source.article,), (reading,), (), ()), DEFAULT))


FIRES = [
    ("The ferry ran aground on Thursday, Dec. 13, 2023.", None, "Thursday", "Dec. 13, 2023 (a Wednesday)"),
    ("The ferry ran aground on Monday 4 July 2017, they said.", None, "Monday", "4 July 2017 (a Tuesday)"),
    ("The ferry ran aground on Sunday March 12.", "2024-03-14", "Sunday", "March 12 (a Tuesday)"),
    ("The ferry ran aground on March 12 (Sunday).", "2024-03-14", "Sunday", "March 12 (a Tuesday)"),
]

SILENT = [
    ("The ferry ran aground on Wednesday, Dec. 13, 2023.", None),
    ("The ferry ran aground on Thursday, Dec. 13.", None),
    ("The ferry ran aground on Sunday, September 3.", "2024-03-12"),  # more than half a year back: which year?
    ("The ferry ran aground on Saturday, Dec. 2.", "2024-03-12"),  # months back: the year may be another
    ("The ferry ran aground on Thursday. Dec. 13, 2023 was calm.", None),
    ("The ferry ran aground on Sunday.", "2024-03-12"),
    ("The ferry runs every Monday from March 12, 2024.", None),
    ("The ferry ran from Monday to Dec. 13, 2023.", None),
    ("The ferry ran aground on Thursday, April 24.", "2024-04-13"),  # of 2025, on a page that was added to
    ("The ferry ran aground on Tuesday, Jan. 23.", "2023-03-03"),  # of 2024 likewise, or 2018; too far for this year
]


@pytest.mark.parametrize(("text", "published", "weekday", "day"), FIRES)
def test_fires(text: str, published: str | None, weekday: str, day: str) -> None:
    (conflict,) = found(text, published)
    assert (conflict.a.value, conflict.b.value) == (weekday, day)
    assert (conflict.kind, conflict.relation, conflict.severity) == (Kind.DATE, Relation.CONFLICT, Severity.MEDIUM)
    ((start, end),), ((begin, stop),) = conflict.a.highlights, conflict.b.highlights
    assert text[start:end] == weekday
    assert day.startswith(text[begin:stop])


@pytest.mark.parametrize(("text", "published"), SILENT)
def test_stays_silent(text: str, published: str | None) -> None:
    assert found(text, published) == []
