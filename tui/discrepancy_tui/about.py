"""What is known of the statement under the cursor, in three lines, and what the marks in the margin mean."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from discrepancy import Corroboration, Statement, display
from discrepancy.review import Standing
from discrepancy_tui.article_blocks import MARKED
from discrepancy_tui.paint import SEVERITY_MARKS, Role, joined, plain
from discrepancy_tui.reading import Bearing, Bearings
from discrepancy_tui.widgets.article_text import LEVEL
from discrepancy_tui.words import standing_of

_MOST = 8
"""Sources that are named; more would not fit on a line."""


def legend(is_beside: bool) -> Text:
    parts = [part for one in Bearing for part in (plain(f"{one.mark} ", one.role), plain(f"{one.words}  ", Role.DIM))]
    return joined([*parts, plain(f"{LEVEL} the same thing  {MARKED} marked by you", Role.DIM)] if is_beside else parts)


def about(statement: Statement, bearings: Bearings) -> list[Text]:
    """How the statement stands to the other sources."""
    bearing = bearings.of(statement)
    standings = bearings.standings(statement)
    if bearing is None:
        return [plain("Others may tell of this too; no conflict and no clear agreement was found.", Role.DIM)]
    head = plain(f"{bearing.mark} {bearing.words}", bearing.role)
    if standings:
        return _contradicted(head, standings)
    if bearing is Bearing.CORROBORATED:
        return _corroborated(head, statement, bearings.corroborations(statement)[0])
    return [head, plain("No other source was found to tell of it.", Role.DIM)]


def values(standing: Standing) -> str:
    """What the sides say."""
    return " / ".join(display.short(side.value, 60) for side in standing.found.sides)


def _contradicted(head: Text, standings: Sequence[Standing]) -> list[Text]:
    worst = standings[0]
    mark, role = SEVERITY_MARKS[worst.found.severity]
    sign, word, state = standing_of(worst)
    more = len(standings) - 1
    then = f"Enter: this one or {display.counted(more, 'other')}" if more else "Enter goes to it"
    return [
        joined([head, plain(f": {display.asked(worst.found)}")]),
        plain(values(worst), Role.VALUE),
        joined(
            [
                plain(f"{sign} {word}", state),
                plain("  "),
                plain(f"{mark} {worst.found.severity.value}", role),
                plain(f" · {worst.found.kind.value} · {worst.found.relation.value}   {then}", Role.DIM),
            ]
        ),
    ]


def _corroborated(head: Text, statement: Statement, found: Corroboration) -> list[Text]:
    others = [one for one in found.statements if one.article.id != statement.article.id]
    names = list(dict.fromkeys(display.source_name(one.article) for one in others))
    more = f" and {display.counted(len(names) - _MOST, 'other')}" if len(names) > _MOST else ""
    voices = display.counted(found.voices, "independent voice")
    return [
        head,
        plain(display.short(found.value), Role.VALUE),
        plain(f"Also in: {', '.join(names[:_MOST])}{more} · {voices}", Role.DIM),
    ]
