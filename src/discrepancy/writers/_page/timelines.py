"""Counts through time, drawn: each value at the time when its source was published."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.display.phrases import asked, counted, dated, letter, short, source_name
from discrepancy.display.timeline import Point, Timeline
from discrepancy.writers._page.context import Context, lettered
from discrepancy.writers._page.elements import Html, bdi, element

_WIDTH, _HEIGHT = 640, 240
_LEFT, _RIGHT, _TOP, _BOTTOM = 100, 70, 30, 40
"""Room around the drawing, for the names of values and times."""

_STEPS = 4
"""Named values above nought, about."""

_RADIUS = 10
_NAMED = 125
"""Units of width that the name of a time takes."""

_MOST = 40
"""Points that are drawn and listed: more would cover each other."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where times and values stand in the drawing: a share of its room for each second and each unit of value."""

    start: float
    seconds: float
    least: float
    step: float
    """Between two values that are named."""
    steps: int

    def x(self, point: Point) -> float:
        share = (point.when.timestamp() - self.start) / self.seconds
        return round(_LEFT + share * (_WIDTH - _LEFT - _RIGHT), 1)

    def y(self, value: float) -> float:
        share = (value - self.least) / (self.step * self.steps)
        return round(_HEIGHT - _BOTTOM - share * (_HEIGHT - _TOP - _BOTTOM), 1)


def timeline(number: int, found: Timeline, page: Context) -> Html:
    """The drawing of finding `number`, and a list that says the same in words."""
    points = found.points[:_MOST]
    told = element("ol", *(_told(point, page) for point in points))
    left_out = found.left_out + len(found.points) - len(points)
    more = element("p", f"{counted(left_out, 'more value')}, without a date or not shown.", class_="note")
    question = bdi(asked(found.found))
    return element(
        "figure",
        element("figcaption", element("a", f"{number}. ", question, href=f"#finding-{number}")),
        _drawing(points, f"Values of finding {number} by time of publication; the list below says the same."),
        told,
        more if left_out else None,
        class_="timeline",
    )


def _told(point: Point, page: Context) -> Html:
    article = point.position.statement.article
    return element(
        "li",
        f"{dated(article)}: ",
        lettered(point.side),
        bdi(short(point.position.value, 80)),
        ", ",
        page.to_source(article, source_name(article)),
    )


def _drawing(points: Sequence[Point], label: str) -> Html:
    scale = _scale(points)
    drawn = element(
        "svg",
        *_values(scale),
        *_times(points, scale),
        *_marks(points, scale),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=label,
    )
    return element("div", drawn, class_="scroll", tabindex=0, role="region", aria_label="Drawing")


def _scale(points: Sequence[Point]) -> _Scale:
    """From nought, or the least value below it, in steps of 1, 2 or 5 times a power of ten."""
    times = [point.when.timestamp() for point in points]
    values = [value for point in points for value in (point.low, point.high) if value is not None]
    least, most = min(0.0, *values), max(0.0, *values)
    rough = (most - least or 1.0) / _STEPS
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= rough)
    below = math.floor(least / step)
    steps = max(math.ceil(most / step) - below, 1)
    return _Scale(min(times), (max(times) - min(times)) or 1.0, below * step, step, steps)


def _values(scale: _Scale) -> Iterator[Html]:
    """A line across for each named value."""
    for number in range(scale.steps + 1):
        value = scale.least + number * scale.step
        y = scale.y(value)
        yield element("line", x1=_LEFT - 20, x2=_WIDTH - _RIGHT + 20, y1=y, y2=y, class_="grid")
        yield element("text", f"{value:,.10g}", x=_LEFT - 26, y=y + 4, text_anchor="end")


def _times(points: Sequence[Point], scale: _Scale) -> Iterator[Html]:
    """The time below each point, as its source gives it, where there is room."""
    free = -math.inf
    for point in points:
        x = scale.x(point)
        if x >= free:
            free = x + _NAMED
            when = dated(point.position.statement.article)[:16]
            yield element("text", when, x=x, y=_HEIGHT - 12, text_anchor="middle")


def _marks(points: Sequence[Point], scale: _Scale) -> Iterator[Html]:
    """A circle with the side's letter for each point, beside one that it would cover."""
    taken: list[tuple[float, float]] = []
    for point in points:
        x, y = scale.x(point), scale.y(point.figure)
        aside = 2 * _RADIUS + 2 if x < _WIDTH / 2 else -2 * _RADIUS - 2
        while any(abs(x - a) < 2 * _RADIUS and abs(y - b) < 2 * _RADIUS for a, b in taken):
            x = round(x + aside, 1)
        taken.append((x, y))
        yield from _reach(point, x, y, scale)
        yield element("circle", cx=x, cy=y, r=_RADIUS)
        yield element("text", letter(point.side), x=x, y=y + 4, text_anchor="middle", class_="letter")


def _reach(point: Point, x: float, y: float, scale: _Scale) -> Iterator[Html]:
    """How far the value may reach: a bar to the other end of a range, an arrow on a side that is open."""
    if point.low is not None and point.high is not None:
        if point.low < point.high:
            yield element("path", d=f"M{x} {y}V{scale.y(point.low)}m-5 0h10", class_="reach")
        return
    away = -1 if point.high is None else 1
    tip = round(y + away * 2.2 * _RADIUS, 1)
    yield element("path", d=f"M{x} {y}V{tip}m-4 {-4 * away}l4 {4 * away}l4 {-4 * away}", class_="reach")
