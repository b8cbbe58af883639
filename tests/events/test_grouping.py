"""Events as they are found at once, and as articles arrive, in whatever order."""

from __future__ import annotations

import random
from dataclasses import replace

import numpy as np
import pytest

from discrepancy.events import grouping as groupings
from discrepancy.events.grouping import Grouping, grouped, lone_line
from discrepancy.events.profile import Profile
from discrepancy.events.rarity import KINDS
from tests.events.stories import EVENTS, STORIES, articles, beat, known

PROFILES = known([*articles(), *beat()])
ONCE = grouped(PROFILES, lone=0.0)


def group_of(grouping: Grouping, article: str) -> tuple[str, ...]:
    return next(group for group in grouping.memory.groups() if article in group)


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
    grouping = Grouping()
    for one in order:
        grouping.add(one)
    assert [group_of(grouping, name) for name in STORIES] == [group_of(ONCE, name) for name in STORIES]


def test_the_same_articles_in_another_order_are_the_same_events_at_once() -> None:
    assert grouped(PROFILES[::-1], lone=0.0).memory.groups() == ONCE.memory.groups()


def test_nothing_is_no_event() -> None:
    assert grouped(()).memory.groups() == []


def test_an_article_comes_once() -> None:
    grouping = Grouping()
    grouping.add(PROFILES[0])
    with pytest.raises(ValueError, match="article fire-1 is known already"):
        grouping.add(PROFILES[0])


# ---- by hand


def fixed(**names: str) -> list[Profile]:
    return [replace(one, fixed=names.get(one.article.replace("-", "_"))) for one in PROFILES]


def test_the_same_name_joins_what_nothing_else_would() -> None:
    grouping = grouped(fixed(fire_1="x", quake_other="x"), lone=0.0)
    assert {"fire-1", "quake-other"} <= set(group_of(grouping, "fire-1"))


def test_another_name_separates_what_is_alike() -> None:
    grouping = grouped(fixed(fire_1="x", fire_2="y"), lone=0.0)
    assert "fire-2" not in group_of(grouping, "fire-1")


def test_names_given_by_hand_hold_for_arrivals_too() -> None:
    grouping = Grouping()
    for one in fixed(fire_1="x", fire_2="y", quake_other="x", merger_1="x"):
        grouping.add(one)
    assert group_of(grouping, "fire-1")[0] == "fire-1"
    assert {"quake-other", "merger-1"} <= set(group_of(grouping, "fire-1"))
    assert "fire-2" not in group_of(grouping, "fire-1")


# ---- joining, and parting again, where likenesses are given


def drawn(article: str, *names: str, published: int | None = 1000) -> Profile:
    return Profile(article, np.ones(4, np.float32) / 2, frozenset(names), published=published)


class Given(Grouping):
    """A grouping whose likenesses are given."""

    def __init__(self, alike: dict[str, float]) -> None:
        super().__init__(weights={})
        self._alike = alike

    def likeness(self, a: str, b: str) -> float:
        return self._alike.get("".join(sorted((a, b))), -8.0)


def test_an_arrival_draws_two_events_together() -> None:
    grouping = Given({"ab": -1.0, "ac": 4.0, "bc": 4.0})
    grouping.add(drawn("a"))
    grouping.add(drawn("b"))
    assert grouping.memory.groups() == [("a",), ("b",)]
    grouping.add(drawn("c"))
    assert grouping.memory.groups() == [("a", "b", "c")]


def test_what_an_article_bridged_is_parted_when_more_is_known() -> None:
    """b stood between a and c; with d it is plain that b and d are of another event."""
    grouping = Given({"ab": 3.0, "bc": 2.0, "ac": -1.0, "bd": 8.0, "cd": -8.0, "ad": -8.0})
    for name in "abc":
        grouping.add(drawn(name))
    assert grouping.memory.groups() == [("a", "b", "c")]
    grouping.add(drawn("d"))
    assert grouping.memory.groups() == [("a",), ("b", "d"), ("c",)]


def test_a_large_event_is_not_taken_apart_and_still_grows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(groupings, "REGION", 3)
    names = "abcdefgh"
    grouping = Given({f"{a}{b}": 5.0 for a in names for b in names if a < b})
    for name in names:
        grouping.add(drawn(name))
    assert grouping.memory.groups() == [tuple(names)]


def test_an_arrival_is_not_compared_with_all_that_are_known() -> None:
    grouping = Grouping()
    for at in range(400):
        grouping.enter(drawn(f"{at:03}", "Norrhamn", f"Name{at % 100}"))
    assert len(grouping.memory.near("007")) <= 24


def test_all_that_is_counted_makes_a_name_common() -> None:
    assert KINDS == ("names", "figures", "words")
    rarity = ONCE.memory.rarity
    assert rarity.of("names", "Norrhamn") < rarity.of("names", "Ekdal") < rarity.of("names", "Quint") == 1.0


@pytest.mark.parametrize(("articles", "line"), [(0, -4.0), (5, -4.0), (140, -2.3), (1400, 0.0), (100_000, 0.0)])
def test_in_a_small_collection_a_lone_article_joins_sooner(articles: int, line: float) -> None:
    assert lone_line(articles) == pytest.approx(line, abs=0.01)


# ---- forgetting


def test_what_has_left_is_as_if_it_never_came() -> None:
    without = Grouping()
    without.add(*PROFILES[1:])
    grouping = Grouping()
    grouping.add(*PROFILES)
    grouping.remove(PROFILES[0].article)
    assert grouping.memory.groups() == without.memory.groups()
    assert grouping.memory.rarity.of("names", "Norrhamn") == without.memory.rarity.of("names", "Norrhamn")
    assert all(PROFILES[0].article not in grouping.memory.near(one.article) for one in PROFILES[1:])
    grouping.add(PROFILES[0])
    assert group_of(grouping, "fire-1") == ("fire-1", "fire-2")


def test_what_an_article_drew_together_parts_when_it_leaves() -> None:
    grouping = Given({"ab": -1.0, "ac": 4.0, "bc": 4.0})
    grouping.add(*map(drawn, "abc"))
    assert grouping.memory.groups() == [("a", "b", "c")]
    grouping.remove("c")
    assert grouping.memory.groups() == [("a",), ("b",)]


def test_an_event_set_by_hand_outlives_the_article_that_had_it_first() -> None:
    grouping = Given({})
    grouping.add(*(replace(drawn(name), fixed="x") for name in "abc"))
    grouping.remove("a")
    grouping.add(replace(drawn("d"), fixed="x"))
    assert grouping.memory.groups() == [("b", "c", "d")]
    for name in "bcd":
        grouping.remove(name)
    grouping.add(replace(drawn("e"), fixed="x"))
    assert grouping.memory.groups() == [("e",)]
