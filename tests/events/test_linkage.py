from __future__ import annotations

from itertools import combinations, permutations

import pytest

from discrepancy.events.linkage import SPEAK, linked, speakers


def groups(alike: dict[str, float], start: str, fixed: dict[str, str] | None = None, lone: float = 0.0) -> list[str]:
    """The groups of one-letter articles, when all pairs that are not given are far apart."""
    edges = {a: set(start) - {a} for a in start}
    found = linked(
        [(a,) for a in start], edges, lambda a, b: alike.get("".join(sorted(a + b)), -8.0), fixed or {}, lone
    )
    return ["".join(group) for group in found]


@pytest.mark.parametrize(
    ("alike", "expected"),
    [
        ({"ab": 1.0}, ["ab", "c", "d"]),
        ({"ab": -0.1}, ["a", "b", "c", "d"]),
        ({"ab": 5.0, "bc": 4.0, "ac": -3.0}, ["abc", "d"]),
        ({"ab": 5.0, "bc": 4.0, "ac": -5.0}, ["ab", "c", "d"]),
        ({"ab": 5.0, "cd": 5.0, "bc": 6.0}, ["a", "bc", "d"]),
        ({"ab": 5.0, "cd": 5.0, "ac": 3.0, "bd": 3.0, "ad": -1.0, "bc": -1.0}, ["abcd"]),
    ],
)
def test_groups_join_while_their_mean_is_above_the_line(alike: dict[str, float], expected: list[str]) -> None:
    assert groups(alike, "abcd") == expected


def test_the_order_of_the_articles_changes_nothing() -> None:
    alike = {"ab": 2.0, "bc": 2.0, "cd": 2.0, "ad": 2.0, "ac": -1.0, "bd": -1.0}  # all ties
    assert len({tuple(groups(alike, "".join(order))) for order in permutations("abcd")}) == 1


def test_without_an_edge_there_is_no_comparison() -> None:
    assert linked([("a",), ("b",)], {}, lambda a, b: 8.0, {}) == [("a",), ("b",)]


def test_two_names_given_by_hand_never_join_even_through_a_third() -> None:
    alike = {"ab": 8.0, "bc": 8.0, "ac": 8.0}
    assert groups(alike, "abc", {"a": "x", "c": "y"}) == ["ab", "c"]


def test_an_article_that_is_alone_has_a_line_of_its_own() -> None:
    alike = {"ab": 5.0, "cd": 5.0, "ac": -1.0, "ad": -1.0, "bc": -1.0, "bd": -1.0}
    assert groups(alike, "abcd", lone=-3.0) == ["ab", "cd"]
    assert groups(alike, "abc", lone=-3.0) == ["abc"]
    assert groups(alike, "abc") == ["ab", "c"]


def test_a_few_speak_for_many() -> None:
    many = tuple(f"{at:03}" for at in range(1000))
    asked: list[tuple[str, str]] = []

    def likeness(a: str, b: str) -> float:
        asked.append((a, b))
        return 1.0

    assert linked([many, ("x",)], {"x": {"500"}, "500": {"x"}}, likeness, {}) == [(*many, "x")]
    assert len(asked) == SPEAK
    assert len(set(speakers(many))) == SPEAK


def test_every_group_is_whole() -> None:
    alike = {f"{a}{b}": float((ord(a) * 7 + ord(b) * 13) % 9 - 4) for a, b in combinations("abcdefgh", 2)}
    assert sorted("".join(groups(alike, "abcdefgh"))) == list("abcdefgh")
