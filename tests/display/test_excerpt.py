from __future__ import annotations

import pytest

import reports
from discrepancy.display.excerpt import LIMIT, merged, pieces
from discrepancy.model import Position, Span, Statement


def position(text: str, *spans: Span) -> Position:
    return Position(Statement(reports.article("a", text), 0, len(text)), "value", spans)


def test_pieces_are_the_whole_quote_in_order() -> None:
    found = pieces(position("Nine died, twelve lived.", (11, 17), (0, 4)))
    assert [(piece.text, piece.marked) for piece in found] == [
        ("Nine", True),
        (" died, ", False),
        ("twelve", True),
        (" lived.", False),
    ]


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(0, 2), (1, 3)], [(0, 3)]),
        ([(4, 5), (0, 2), (2, 4)], [(0, 5)]),
        ([(3, 3), (5, 4)], []),
        ([(0, 1), (2, 3)], [(0, 1), (2, 3)]),
    ],
)
def test_merged(spans: list[Span], expected: list[Span]) -> None:
    assert merged(spans) == expected


@pytest.mark.parametrize("spans", [(), ((500_000, 500_010),), ((0, 1_000_000),), ((10, 20), (400_000, 999_999))])
def test_a_very_long_quote_is_shortened_around_its_marks_and_says_so(spans: tuple[Span, ...]) -> None:
    found = pieces(position("x" * 1_000_000, *spans))
    assert sum(len(piece.text) for piece in found) < 2 * LIMIT
    assert any(piece.gap for piece in found)
    assert any(piece.marked for piece in found) == bool(spans)


def test_marks_outside_the_statement_are_cut_off() -> None:
    source = reports.article("a", "One. Two. Three.")
    found = pieces(Position(Statement(source, 5, 9), "value", ((0, 7), (8, 16))))
    assert "".join(piece.text for piece in found) == "Two."
