"""The memory of an archive against the one that is gone with the program: the same articles give the same events."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from discrepancy import archive
from discrepancy.archive import rows
from discrepancy.archive.archive import Archive
from discrepancy.archive.memory import StoredMemory, packed_profile, unpacked_profile
from discrepancy.events.grouping import Grouping
from discrepancy.events.linkage import Group
from discrepancy.events.memory import InMemory, Memory
from discrepancy.events.profile import Profile
from discrepancy.events.rarity import KINDS
from tests.archive.stock import NOW
from tests.archive.stock import rows as stored
from tests.events.stories import STORIES, articles, beat, known
from tests.events.test_grouping import Given, drawn
from tests.values import article

ALL = known([*articles(), *beat()[:36]])


def halved(profile: Profile) -> Profile:
    """As a file of vectors gives it back: then the cosines of both memories are the same."""
    return replace(profile, vector=profile.vector.astype(np.float16).astype(np.float32))


PROFILES = tuple(map(halved, ALL))


class Stored(StoredMemory):
    """A memory on disk to which articles come without a row of their own."""

    def enter(self, profile: Profile) -> None:
        self.bring(profile.article, rows.article_columns(article(profile.article, profile.article), (), NOW))
        super().enter(profile)


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Archive]:
    with archive.opened(tmp_path, create=True) as found:
        found.vectors.dimensions = len(PROFILES[0].vector)
        yield found


@pytest.fixture
def stored_memory(kept: Archive) -> Stored:
    return Stored(kept.connection, kept.vectors)


Steps = Sequence[tuple[str, Profile]]


def coming(order: Sequence[Profile]) -> Steps:
    return [("add", one) for one in order]


def mixed(seed: int) -> Steps:
    """Articles in a drawn order, of which some leave and some of these come again."""
    draw = random.Random(seed)
    order = draw.sample(PROFILES, len(PROFILES))
    steps, gone = coming(order[:30]), draw.sample(order[:30], 12)
    return [*steps, *(("remove", one) for one in gone), *coming(order[30:]), *coming(gone[:8])]


def follow(memory: Memory, steps: Steps) -> Grouping:
    grouping = Grouping(memory)
    for step, profile in steps:
        if step == "add":
            grouping.add(profile)
        else:
            grouping.remove(profile.article)
    return grouping


@pytest.mark.parametrize(
    "steps",
    [coming(PROFILES), mixed(1), mixed(2), mixed(3)],
    ids=["in order", "mixed 1", "mixed 2", "mixed 3"],
)
def test_both_memories_know_the_same(steps: Steps, stored_memory: Stored) -> None:
    ours, theirs = follow(stored_memory, steps).memory, follow(InMemory(), steps).memory
    assert ours.groups() == theirs.groups()
    there = [article for group in theirs.groups() for article in group]
    for name in there:
        assert ours.group(name) == theirs.group(name)
        assert_same_profile(ours.profile(name), theirs.profile(name))
    for kind in KINDS:
        words = {word for one in PROFILES for word in getattr(one, kind)}
        assert {word: ours.rarity.of(kind, word) for word in words} == {
            word: theirs.rarity.of(kind, word) for word in words
        }


def test_so_few_that_all_are_near_are_alike_in_both(stored_memory: Stored) -> None:
    steps = coming(PROFILES[: len(STORIES)])
    ours, theirs = follow(stored_memory, steps).memory, follow(InMemory(), steps).memory
    assert {name: ours.near(name) for name in STORIES} == {name: theirs.near(name) for name in STORIES}
    assert {name: ours.beside(name) for name in STORIES} == {name: theirs.beside(name) for name in STORIES}


def test_the_articles_near_another_are_the_same(stored_memory: Stored) -> None:
    """Where several are equally near, one memory takes those that came first and the other those whose name does."""
    steps = coming(PROFILES)
    ours, theirs = follow(stored_memory, steps).memory, follow(InMemory(), steps).memory
    for one in PROFILES:
        own, others = set(ours.near(one.article)), set(theirs.near(one.article))
        assert len(own) == pytest.approx(len(others), abs=3)
        assert len(own & others) >= len(others) - 3


def assert_same_profile(one: Profile, other: Profile) -> None:
    assert (one.vector == other.vector).all()
    assert all(getattr(one, name) == getattr(other, name) for name in Profile.__slots__ if name != "vector")


def test_a_profile_is_packed_whole() -> None:
    whole = replace(PROFILES[0], figures=frozenset({"2 p"}), publisher="Wire", fixed="x\x00\u2028")
    assert_same_profile(unpacked_profile(whole.article, packed_profile(whole), whole.vector), whole)


def test_nobodys_rows_crowd_nobody_out(stored_memory: Stored, kept: Archive) -> None:
    """What a process wrote that was killed, right beside an article, hides none of those near it."""
    for profile in PROFILES[:20]:
        stored_memory.enter(profile)
    near = stored_memory.near("fire-1")
    for slot in range(20, 220):
        kept.vectors.put(slot, PROFILES[0].published, PROFILES[0].vector)
    assert stored_memory.near("fire-1") == near


# ---- the number of an event


@pytest.fixture
def given(kept: Archive) -> Callable[..., Grouping]:
    """A grouping over the archive whose likenesses are given."""

    def make(**alike: float) -> Grouping:
        grouping = Given(alike)
        grouping.memory = Stored(kept.connection, kept.vectors)
        return grouping

    kept.vectors.dimensions = 4
    return make


def numbers(kept: Archive) -> dict[str, int]:
    return dict(kept.connection.execute("SELECT id, event FROM articles ORDER BY id").fetchall())


def compare_all(kept: Archive) -> None:
    kept.connection.execute("UPDATE events SET compared = 'stamp'")


def stale(kept: Archive) -> set[int]:
    return set(kept.stale("stamp"))


def test_an_article_that_joins_leaves_the_number_as_it_was(given: Callable[..., Grouping], kept: Archive) -> None:
    grouping = given(ab=4.0)
    grouping.add(drawn("a"))
    grouping.add(drawn("b"))
    assert len(set(numbers(kept).values())) == 1
    assert numbers(kept)["a"] == 1


def test_two_events_that_become_one_have_the_number_of_the_older(given: Callable[..., Grouping], kept: Archive) -> None:
    grouping = given(ab=-1.0, ac=4.0, bc=4.0)
    for name in "bac":  # the older one is not the first by name
        grouping.add(drawn(name))
    assert set(numbers(kept).values()) == {1}


def test_parted_events_share_one_number_out(given: Callable[..., Grouping], kept: Archive) -> None:
    grouping = given(ab=3.0, bc=2.0, ac=-1.0, bd=8.0, cd=-8.0, ad=-8.0)
    for name in "abc":
        grouping.add(drawn(name))
    assert set(numbers(kept).values()) == {1}
    compare_all(kept)
    grouping.add(drawn("d"))
    found = numbers(kept)
    assert found["a"] == 1, "where its oldest article goes"
    assert found["b"] == found["d"]
    assert len({found["a"], found["b"], found["c"]}) == 3
    assert stale(kept) == set(found.values())


def test_an_event_that_loses_its_oldest_article_keeps_its_number(given: Callable[..., Grouping], kept: Archive) -> None:
    grouping = given(ab=4.0, ac=4.0, bc=4.0)
    for name in "abc":
        grouping.add(drawn(name))
    grouping.remove("a")
    assert numbers(kept) == {"b": 1, "c": 1}


def test_a_number_is_never_given_twice(given: Callable[..., Grouping], kept: Archive) -> None:
    grouping = given()
    for name in "ab":
        grouping.add(drawn(name))
    before = numbers(kept)["b"]
    grouping.remove("b")
    grouping.add(drawn("c"))
    assert numbers(kept)["c"] > before


def test_what_an_arrival_does_not_change_stays_compared(given: Callable[..., Grouping], kept: Archive) -> None:
    grouping = given(ab=4.0, ae=-1.0, be=-1.0, cd=4.0)
    for name in "abcd":
        grouping.add(drawn(name))
    compare_all(kept)
    before = dict(stored(kept.folder, "SELECT key, revision FROM events"))
    grouping.add(drawn("e"))
    assert stale(kept) == {numbers(kept)["e"]}
    after = dict(stored(kept.folder, "SELECT key, revision FROM events"))
    assert {key: after[key] for key in before} == before
    grouping.remove("e")
    assert stale(kept) == set()


def test_events_are_those_of_the_moment_when_another_process_wrote(kept: Archive, tmp_path: Path) -> None:
    """What was read is forgotten when a transaction begins."""
    first, second = Stored(kept.connection, kept.vectors), None
    grouping = Grouping(first)
    grouping.add(PROFILES[0])
    assert first.rarity.of("names", "Norrhamn") == 1.0
    with archive.opened(tmp_path) as other:
        other.vectors.dimensions = kept.vectors.dimensions
        second = Stored(other.connection, other.vectors)
        Grouping(second).add(PROFILES[1], PROFILES[2])
    first.forget()
    assert first.rarity.of("names", "Norrhamn") == second_rarity(PROFILES[:3], "Norrhamn")
    assert group_of(first, "fire-1") == ("fire-1", "fire-2")


def second_rarity(profiles: Sequence[Profile], name: str) -> float:
    memory = InMemory()
    Grouping(memory).add(*profiles)
    return memory.rarity.of("names", name)


def group_of(memory: Memory, name: str) -> Group:
    return next(group for group in memory.groups() if name in group)


def test_every_story_stands_where_it_stood_before(stored_memory: Stored) -> None:
    """The archive's events are those that the stories are made for."""
    follow(stored_memory, coming(PROFILES))
    assert all(
        group_of(stored_memory, f"{name[:-1]}1") == (f"{name[:-1]}1", name) for name in STORIES if name[-1] == "2"
    )
