from datetime import date

import numpy as np
import pytest

from discrepancy.align import align, exclude, parties
from discrepancy.model import Argument, Claim, DateMention, Statement
from discrepancy.settings import DEFAULT
from tests.values import article


def claim(name: str, *names: str) -> Claim:
    source = article(name, f"Claim {name}.")
    return Claim(Statement(source, 0, 8), f"Claim {name}.", "claim", (0, 5), names=names)


def days(first: date | None, last: date | None, recurring: bool = False) -> DateMention:
    return DateMention(0, 1, "then", None, first, last, recurring=recurring)


MAY, JUNE = days(date(2023, 5, 1), date(2023, 5, 31)), days(date(2023, 6, 1), date(2023, 6, 30))
SUMMER = days(date(2023, 5, 20), date(2023, 8, 31))


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ([MAY], [JUNE], True),
        ([MAY], [SUMMER], False),
        ([MAY], [], False),
        ([MAY, JUNE], [JUNE], False),
        ([MAY], [days(None, None)], False),
        ([MAY], [days(date(2023, 6, 1), date(2023, 6, 1), recurring=True)], False),
    ],
)
def test_days_that_exclude_each_other(a: list[DateMention], b: list[DateMention], apart: bool) -> None:
    assert exclude(a, b) is apart


def test_a_shared_party_lowers_the_bar() -> None:
    vectors = np.array([[1, 0], [0.3, 0.954], [0.3, -0.954]], dtype=np.float32)
    claims = [claim("a", "Globex"), claim("b", "Globex"), claim("c", "Initech")]
    (pair,) = align(claims, vectors, DEFAULT)
    assert (pair.a, pair.b, pair.similarity) == (claims[0], claims[1], 0.3)
    assert "Globex" in [signal.value for signal in pair.why]


def test_the_most_alike_come_first() -> None:
    vectors = np.array([[1, 0], [0.6, 0.8], [0.8, 0.6]], dtype=np.float32)
    similarities = [pair.similarity for pair in align([claim("a"), claim("b"), claim("c")], vectors, DEFAULT)]
    assert similarities == sorted(similarities, reverse=True)


def test_a_group_is_a_party() -> None:
    members = Argument("subject", "The members of Globex", "member", (0, 5), group="Globex")
    spoken = Claim(claim("a").statement, "They met.", "meet", (0, 5), arguments=(members,))
    assert parties(spoken) == {"Globex"}


def test_one_claim_has_no_pair() -> None:
    assert align([claim("a")], np.ones((1, 2), dtype=np.float32), DEFAULT) == ()


def test_blocks_give_the_pairs_of_the_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    angles = np.linspace(0, 2, 7)
    vectors = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    claims = [claim(name, "Globex") for name in "abcdefg"]
    whole = align(claims, vectors, DEFAULT)
    monkeypatch.setattr("discrepancy.align.BLOCK", 2)
    assert align(claims, vectors, DEFAULT) == whole
    assert len(whole) > 7
