from __future__ import annotations

import pytest

import reports
from discrepancy.display.context import context
from discrepancy.model import Position, Reference, Span, Statement

TEXT = "Mira Sol founded the bank. She left it in May. The bank closed.\nThose who saved there lost little."
SOURCE = reports.article("bank", TEXT)
FOUNDED, LEFT, CLOSED, THOSE = (
    reports.statement(SOURCE, "Mira Sol founded the bank.", paragraph=0),
    reports.statement(SOURCE, "She left it in May.", paragraph=0),
    reports.statement(SOURCE, "The bank closed.", paragraph=0),
    reports.statement(SOURCE, "Those who saved there lost little.", paragraph=1),
)
BANK = Reference(CLOSED.start, CLOSED.start + 8, "the bank of Mira Sol", (17, 25))


@pytest.mark.parametrize(
    ("statement", "resolved", "expected"),
    [
        (FOUNDED, (), []),
        (LEFT, (), [(0, 26)]),
        (CLOSED, (), []),
        (CLOSED, (BANK,), [(0, 26), (27, 46)]),
        (THOSE, (), []),
    ],
    ids=["a name", "a pronoun", "a noun that stands by itself", "a noun that was resolved", "first of its paragraph"],
)
def test_context(statement: Statement, resolved: tuple[Reference, ...], expected: list[Span]) -> None:
    position = Position(statement, "value", (), resolved=resolved)
    assert context(position, {"bank": (FOUNDED, LEFT, CLOSED, THOSE)}) == expected
