"""What a reader was told of: it is news until it was shown, whoever changes the archive meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy import archive
from discrepancy.archive import Archive
from discrepancy.engines.local import Local
from discrepancy.model import Report
from discrepancy.settings import Settings
from tests.archive.stock import ENGINE, MODELS, NOW, add, articles, problems, remove, rows, separate, write

OTHER = Local(MODELS, Settings(nli_model="off", cache="off", copy_ratio=90))


@pytest.fixture
def quakes(tmp_path: Path) -> Path:
    """An archive of two quakes that disagree, left by a program that was cut off before it showed that."""
    with archive.opened(tmp_path / "a", create=True) as kept:
        archive.take_in(kept, articles(*separate(tmp_path, ("quake-1", "quake-2", "fire-1"))), ENGINE, NOW)
        assert len(list(archive.bring_up_to_date(kept, ENGINE))) == 2
    return tmp_path / "a"


def third(folder: Path, dead: int) -> Path:
    """A story of the same quake with a number of its own."""
    path = write(folder / "third.jsonl", "quake-2")
    path.write_text(path.read_text().replace("63", str(dead)).replace('"quake-2"', '"quake-3"'))
    return path


def news(kept: Archive) -> Report:
    return archive.news_report(kept, ENGINE)


def values(found: Report) -> list[list[str]]:
    return [[side.value for side in one.sides] for one in found.discrepancies]


FIRST = ["At least 40", "63"]


def test_it_is_news_until_it_is_told(quakes: Path) -> None:
    for _ in range(2):
        with archive.opened(quakes) as kept:
            found = news(kept)
            assert values(found) == [FIRST]
    with archive.opened(quakes) as kept:
        kept.tell(found.discrepancies)
        assert (values(news(kept)), news(kept).articles) == ([], ())
    assert rows(quakes, "SELECT * FROM untold") == []
    assert problems(quakes) == ()


def test_a_run_with_nothing_new_tells_what_an_earlier_one_did_not(quakes: Path, tmp_path: Path) -> None:
    again = add(quakes, tmp_path / "quake-1.jsonl")
    assert (again.taken.known, again.compared, values(again.news)) == (1, [], [FIRST])
    assert values(add(quakes, tmp_path / "quake-1.jsonl").news) == []


@pytest.mark.parametrize("engine", [ENGINE, OTHER])
def test_what_is_compared_again_before_it_is_told_is_told(engine: Local, quakes: Path, tmp_path: Path) -> None:
    with archive.opened(quakes) as kept:
        found = news(kept)
        kept.connection.execute("UPDATE events SET compared = NULL")
        assert list(archive.bring_up_to_date(kept, engine))
        kept.tell(found.discrepancies)
        assert values(news(kept)) == []


@pytest.mark.parametrize(("dead", "same"), [(77, False), (142, True)])
def test_what_came_after_it_was_shown_is_news_still(dead: int, same: bool, quakes: Path, tmp_path: Path) -> None:
    """A side more, which leaves the discrepancy its fingerprint where its own pairs happen to have larger keys."""
    with archive.opened(quakes) as kept:
        shown = news(kept)
        with archive.opened(quakes) as other:
            archive.take_in(other, articles(third(tmp_path, dead)), ENGINE, NOW)
            assert list(archive.bring_up_to_date(other, ENGINE))
        kept.tell(shown.discrepancies)
        later = news(kept)
        assert values(later) == [[*FIRST, str(dead)]]
        assert (later.discrepancies[0].fingerprint == shown.discrepancies[0].fingerprint) is same
        kept.tell(later.discrepancies)
        assert values(news(kept)) == []


def test_what_two_have_shown_is_told_once(quakes: Path) -> None:
    with archive.opened(quakes) as one, archive.opened(quakes) as other:
        both = news(one), news(other)
        for kept, found in zip((one, other), both, strict=True):
            assert values(found) == [FIRST]
            kept.tell(found.discrepancies)
        assert values(news(one)) == []


def test_an_event_that_is_to_be_compared_is_told_then(quakes: Path, tmp_path: Path) -> None:
    with archive.opened(quakes) as kept:
        archive.take_in(kept, articles(third(tmp_path, 77)), ENGINE, NOW)
        assert values(news(kept)) == []
        assert list(archive.bring_up_to_date(kept, ENGINE))
        assert values(news(kept)) == [[*FIRST, "77"]]


def test_what_no_source_says_any_more_is_no_news(quakes: Path) -> None:
    remove(quakes, "../quake-2.jsonl#quake-2")
    with archive.opened(quakes) as kept:
        assert values(news(kept)) == []
    assert rows(quakes, "SELECT * FROM untold") == []


def test_a_source_that_goes_before_it_is_told_leaves_nothing(quakes: Path, tmp_path: Path) -> None:
    with archive.opened(quakes) as kept:
        found = news(kept)
        with archive.opened(quakes) as other:
            other.remove("../quake-2.jsonl#quake-2")
        kept.tell(found.discrepancies)
    assert rows(quakes, "SELECT * FROM told") == []
    assert values(add(quakes, tmp_path / "quake-2.jsonl").news) == [FIRST]


def test_a_comparison_that_cannot_be_read_is_news_once_it_is_made_again(quakes: Path) -> None:
    with archive.opened(quakes) as kept:
        kept.connection.execute("UPDATE comparisons SET body = x'789c'")
        kept.tell(news(kept).discrepancies)
        assert list(archive.bring_up_to_date(kept, OTHER))
        assert values(news(kept)) == [FIRST]
