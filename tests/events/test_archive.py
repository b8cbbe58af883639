"""Events as they are found at once, and as articles arrive, in whatever order."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from discrepancy.events import archive as archives
from discrepancy.events.archive import Archive, archive_of, lone_line
from discrepancy.events.profile import Profile
from discrepancy.events.rarity import KINDS
from tests.events.stories import EVENTS, STORIES, articles, beat, known

PROFILES = known([*articles(), *beat()])
ONCE = archive_of(PROFILES, lone=0.0)


def group_of(archive: Archive, article: str) -> tuple[str, ...]:
    return next(group for group in archive.groups() if article in group)


@pytest.mark.parametrize("event", EVENTS)
def test_two_articles_of_one_event_are_together(event: str) -> None:
    assert group_of(ONCE, f"{event}-1") == (f"{event}-1", f"{event}-2")


@pytest.mark.parametrize("event", EVENTS)
def test_a_look_alike_stays_apart(event: str) -> None:
    assert group_of(ONCE, f"{event}-other") == (f"{event}-other",)


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_arrival_does_not_matter(seed: int) -> None:
    order = list(PROFILES)
    random.Random(seed).shuffle(order)
    archive = Archive()
    for one in order:
        assert one.article in archive.add(one)
    assert [group_of(archive, name) for name in STORIES] == [group_of(ONCE, name) for name in STORIES]


def test_the_same_articles_in_another_order_are_the_same_events_at_once() -> None:
    assert archive_of(PROFILES[::-1], lone=0.0).groups() == ONCE.groups()


def test_nothing_is_no_event() -> None:
    assert archive_of(()).groups() == []


def test_an_article_comes_once() -> None:
    archive = Archive()
    archive.add(PROFILES[0])
    with pytest.raises(ValueError, match="article fire-1 is in the archive already"):
        archive.add(PROFILES[0])


# ---- by hand


def fixed(**names: str) -> list[Profile]:
    return [replace(one, fixed=names.get(one.article.replace("-", "_"))) for one in PROFILES]


def test_the_same_name_joins_what_nothing_else_would() -> None:
    archive = archive_of(fixed(fire_1="x", quake_other="x"), lone=0.0)
    assert {"fire-1", "quake-other"} <= set(group_of(archive, "fire-1"))


def test_another_name_separates_what_is_alike() -> None:
    archive = archive_of(fixed(fire_1="x", fire_2="y"), lone=0.0)
    assert "fire-2" not in group_of(archive, "fire-1")


def test_names_given_by_hand_hold_for_arrivals_too() -> None:
    archive = Archive()
    for one in fixed(fire_1="x", fire_2="y", quake_other="x", merger_1="x"):
        archive.add(one)
    assert group_of(archive, "fire-1")[0] == "fire-1"
    assert {"quake-other", "merger-1"} <= set(group_of(archive, "fire-1"))
    assert "fire-2" not in group_of(archive, "fire-1")


# ---- joining, and parting again, where likenesses are given


def drawn(article: str, *names: str, published: int | None = 1000) -> Profile:
    return Profile(article, np.ones(4, np.float32) / 2, frozenset(names), published=published)


class Given(Archive):
    """An archive whose likenesses are given."""

    def __init__(self, alike: dict[str, float]) -> None:
        super().__init__({})
        self._alike = alike

    def likeness(self, a: str, b: str) -> float:
        return self._alike.get("".join(sorted((a, b))), -8.0)


def test_an_arrival_draws_two_events_together() -> None:
    archive = Given({"ab": -1.0, "ac": 4.0, "bc": 4.0})
    archive.add(drawn("a"))
    archive.add(drawn("b"))
    assert archive.groups() == [("a",), ("b",)]
    assert archive.add(drawn("c")) == ("a", "b", "c")


def test_what_an_article_bridged_is_parted_when_more_is_known() -> None:
    """b stood between a and c; with d it is plain that b and d are of another event."""
    archive = Given({"ab": 3.0, "bc": 2.0, "ac": -1.0, "bd": 8.0, "cd": -8.0, "ad": -8.0})
    for name in "abc":
        archive.add(drawn(name))
    assert archive.groups() == [("a", "b", "c")]
    archive.add(drawn("d"))
    assert archive.groups() == [("a",), ("b", "d"), ("c",)]


def test_a_large_event_is_not_taken_apart_and_still_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "REGION", 3)
    names = "abcdefgh"
    archive = Given({f"{a}{b}": 5.0 for a in names for b in names if a < b})
    for name in names:
        archive.add(drawn(name))
    assert archive.groups() == [tuple(names)]


def test_an_arrival_is_not_compared_with_the_whole_archive() -> None:
    archive = Archive()
    for at in range(400):
        archive.enter(drawn(f"{at:03}", "Norrhamn", f"Name{at % 100}"))
    assert len(archive.near("007")) <= 24


def test_all_that_is_counted_makes_a_name_common() -> None:
    assert KINDS == ("names", "figures", "words")
    rarity = ONCE.rarity
    assert rarity.of("names", "Norrhamn") < rarity.of("names", "Ekdal") < rarity.of("names", "Quint") == 1.0


@pytest.mark.parametrize(("articles", "line"), [(0, -4.0), (5, -4.0), (140, -2.3), (1400, 0.0), (100_000, 0.0)])
def test_in_a_small_collection_a_lone_article_joins_sooner(articles: int, line: float) -> None:
    assert lone_line(articles) == pytest.approx(line, abs=0.01)
