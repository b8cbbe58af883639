from dataclasses import replace

from discrepancy.identity import normalise, pair_key
from discrepancy.model import Position, Statement
from tests.values import article


def position(text: str, words: str, before: str = "") -> Position:
    source = article("a", before + text)
    start = len(before) + text.index(words)
    return Position(Statement(source, len(before), len(before + text)), words, ((start, start + len(words)),))


KILLED = position("It killed 31 and injured 40.", "killed 31")
INJURED = position("It killed 31 and injured 40.", "injured 40")
OTHER = position("At least 43 died.", "43")


def test_either_order_gives_one_key() -> None:
    assert pair_key(KILLED, OTHER) == pair_key(OTHER, KILLED)


def test_two_highlights_of_one_sentence_are_two() -> None:
    assert pair_key(KILLED, OTHER) != pair_key(INJURED, OTHER)


def test_offsets_and_typography_are_not_in_the_key() -> None:
    moved = position("It  killed 31 and injured 40.", "killed 31", before="A new first line.\n")
    assert pair_key(moved, OTHER) == pair_key(KILLED, OTHER)


def test_value_and_certainty_are_not_in_the_key() -> None:
    assert pair_key(replace(KILLED, value="31", normalized="31"), OTHER) == pair_key(KILLED, OTHER)


def test_normalise_keeps_words_alone() -> None:
    assert normalise("“Don’t”,  he SAID…") == normalise('"don\'t" he said')
