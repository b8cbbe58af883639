"""A count through time, drawn in characters: each source's number stands at what it gave, when it was published."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from rich.text import Text

from discrepancy.display import Point, Timeline
from discrepancy_tui.paint import Role, joined, plain

HEIGHT = 8
"""Steps of the scale of values. One may take more lines than one, so that no source hides another."""


def plot(timeline: Timeline, numbers: Mapping[str, int], width: int) -> list[Text]:
    """Lines of at most `width` columns. `numbers` are those of the sources, by id of article."""
    steps = _steps(timeline.points)
    labels = {step: _range([point.figure for point in points]) for step, points in steps.items()}
    margin = max(len(label) for label in labels.values())
    room = max(8, width - margin - 2)
    lines: list[Text] = []
    for step in range(max(steps), -1, -1):
        rows = _rows(_marks(steps.get(step, []), timeline.points, numbers, room))
        for number, row in enumerate(rows or [""]):
            label = labels.get(step, "") if number == 0 else ""
            lines.append(_line(label, margin, "┤" if label else "│", plain(row, Role.VALUE)))
    lines.append(_line("", margin, "└", plain("─" * room, Role.DIM)))
    lines.append(_line("", margin, " ", plain(_axis(timeline.points, room), Role.DIM)))
    return lines


def _line(label: str, margin: int, edge: str, text: Text) -> Text:
    return joined([plain(f"{label:>{margin}} {edge}", Role.DIM), text])


def _steps(points: Sequence[Point]) -> Mapping[int, list[Point]]:
    """The points by their step on the scale, from 0 for the lowest."""
    figures = sorted({point.figure for point in points})
    low, high, last = figures[0], figures[-1], min(HEIGHT, len(figures)) - 1
    if len(figures) > 2:
        last = HEIGHT - 1
    steps: dict[int, list[Point]] = defaultdict(list)
    for point in points:
        steps[round((point.figure - low) / ((high - low) or 1) * last)].append(point)
    return steps


def _range(figures: Sequence[float]) -> str:
    low, high = min(figures), max(figures)
    return _figure(low) if low == high else f"{_figure(low)} to {_figure(high)}"


def _figure(value: float) -> str:
    return f"{value:,.10g}"


def _marks(
    own: Sequence[Point], points: Sequence[Point], numbers: Mapping[str, int], room: int
) -> Iterator[tuple[int, str]]:
    """The marks of one step, each with its column; sources of one time share one, as far as it has room."""
    first, last = points[0].when, points[-1].when
    at: dict[int, list[str]] = defaultdict(list)
    for point in own:
        share = (point.when - first) / (last - first)
        number = str(numbers[point.position.statement.article.id])
        if number not in at[round(share * (room - 1))]:
            at[round(share * (room - 1))].append(number)
    for column, listed in at.items():
        for mark in _listed(listed, room):
            yield min(column, room - len(mark)), mark


def _listed(numbers: Sequence[str], room: int) -> Iterator[str]:
    """`numbers` in lists of at most `room` characters."""
    mark = ""
    for number in numbers:
        longer = f"{mark},{number}" if mark else number
        if len(longer) > room:
            yield mark
        mark = number if len(longer) > room else longer
    yield mark


def _rows(marks: Iterator[tuple[int, str]]) -> list[str]:
    """The marks in as few rows as keep a space between any two."""
    rows: list[str] = []
    for column, mark in sorted(marks):
        fitting = (number for number, row in enumerate(rows) if len(row) < column or not row)
        number = next(fitting, len(rows))
        if number == len(rows):
            rows.append("")
        rows[number] = f"{rows[number]:<{column}}{mark}"
    return rows


def _axis(points: Sequence[Point], room: int) -> str:
    """The first time and the last, and the one in the middle where there is room."""
    first, last = points[0].when, points[-1].when
    has_times = any("T" in (point.position.statement.article.published or "") for point in points)
    if has_times and len(_time(first, True)) * 2 >= room:
        has_times = False
    left, middle, right = (_time(when, has_times) for when in (first, first + (last - first) / 2, last))
    gap = room - len(left) - len(right)
    is_apart = has_times or last - first >= timedelta(days=2)
    inner = f"{middle:^{gap}}" if is_apart and gap > len(middle) + 4 else " " * max(1, gap)
    return f"{left}{inner}{right}"[:room]


def _time(when: datetime, has_times: bool) -> str:
    return f"{when:%Y-%m-%d %H:%M} UTC" if has_times else f"{when:%Y-%m-%d}"
