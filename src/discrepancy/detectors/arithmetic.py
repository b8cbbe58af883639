"""Arithmetic: a source whose own numbers do not fit each other.

Finds, inside one statement, a conversion that does not compute, a part larger than its whole, parts that are said to
make up a whole and do not, a stated change that its two ends do not give, and shares of one whole above 100 percent.

Fires: "60 kilometres (35 miles) from the coast": 60 kilometres are 37 miles. "12 killed, 8 of them children and 6
women" counts 14 among 12. "Sales rose by 20 to 150 from 120."

Stays silent: "100 kilometres (60 miles)": 62, rounded to one figure. "12 killed, including two children and six women":
not all are named. "Some 40 percent drive and 70 percent own a bicycle": one may do both.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise

from discrepancy.detectors import Detector
from discrepancy.detectors._measures import factor, round_number
from discrepancy.detectors._values import normal, shown
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.model import Conflict, Evidence, Kind, Position, Quantity, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

_SHARES_TOLERANCE = 1.0
"""Percentage points by which rounded shares may add up to more than a hundred, for each share."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """The misfits of each statement, in order."""
    for reading in evidence.readings:
        yield from _conversions(reading)
        yield from _parts(reading)
        yield from _changes(reading)
        yield from _shares(reading)


def _text(reading: Reading, start: int, end: int) -> str:
    return reading.statement.article.text[start:end]


def _conversions(reading: Reading) -> Iterator[Conflict]:
    """ "60 kilometres (35 miles)": two measures of one thing, the second in brackets or after "or"."""
    for a, b in pairwise(reading.quantities):
        between = _text(reading, a.end, b.number_span[0]).strip()
        if a.unit is None or b.unit is None or a.unit == b.unit or between not in ("(", "/", "or", ", or", "(about"):
            continue
        times = factor(a.unit, b.unit)
        if times is None or a.low is None or b.low is None or a.role != b.role:
            continue
        ends = [end for end in (a.low, a.high) if end is not None]  # "close to 150" is from a little below it
        if not any(_near(end * times, b.low) for end in ends):
            right = f"{round_number(a.low * times)} {b.unit}"
            yield _misfit(reading, a, b, "conversion", f"{shown(a, _all(reading))} {a.unit} = {right}", Severity.LOW)


def _near(value: float, written: float) -> bool:
    """Whether `written` may be `value` rounded: to one figure, to the whole below or above, or within 4.5 percent.

    That lets 25 kilometres stand for 15 miles (24.1), and not 35 miles for 60 kilometres (37.3).
    """
    if value <= 0 or written <= 0:
        return value == written
    close = abs(value - written) <= max(0.045 * value, 0.51 if value < 20 else 0.0)
    close = close or (value < 20 and written in (math.floor(value), math.ceil(value)))
    step = 10.0 ** math.floor(math.log10(value))
    return close or abs(round(value / step) * step - written) < 1e-9 * value


def _all(reading: Reading) -> str:
    return reading.statement.article.text


def _parts(reading: Reading) -> Iterator[Conflict]:
    """Parts against the whole that the extractor gave them."""
    counts = [q for q in reading.quantities if q.role == "count" and q.part_of is None]
    wholes = [q for q in counts if not _all(reading).startswith("-", q.number_span[1])]  # no "10-round limit"
    for whole in wholes:
        top = whole.high if whole.high is not None else math.inf if whole.low is None else None
        parts = [q for q in reading.quantities if _part_of(q, whole) and not _everybody(reading, q)]
        if top is None or not parts:
            continue
        for part in parts:
            larger = top * (1.1 if whole.approximate else 1) < (part.low or 0) <= top * _FAR
            if larger and not _of_another(part, wholes):
                yield _misfit(reading, whole, part, "part larger than its whole", normal(part), Severity.MEDIUM)
        joint = [q for q in parts if q.end > whole.start and _distinct(q, parts)]
        total = sum(q.low or 0 for q in joint)
        if (
            len(joint) > 1
            and all((q.low or 0) <= top for q in joint)
            and total > top * (1.1 if whole.approximate else 1)
        ):
            yield _misfit(reading, whole, joint[-1], "parts larger than their whole", f"{total:g}", Severity.MEDIUM)


_FAR = 20.0
"""A part that is larger than its whole by more than this was read as a part of the wrong whole."""


_HIT = frozenset(("kill", "injure"))
"""Of "150 wounded and two dozen dead, including 67 victims" the victims are of all who were hit."""


def _of_another(part: Quantity, wholes: Iterable[Quantity]) -> bool:
    """Whether it may be of another whole before it: "58 people were trapped in two buildings, including eight"."""
    before = (q for q in wholes if q.start < part.start and (q.state == part.state or {q.state, part.state} <= _HIT))
    return any((q.high if q.high is not None else math.inf) >= (part.low or 0) for q in before)


def _everybody(reading: Reading, part: Quantity) -> bool:
    """Whether it counts all of them: "hit all three of them", "holds over 4,100, of whom"."""
    text = _all(reading)
    return text[: part.start].endswith(("all ", "All ")) or text.startswith((" whom", " which"), part.end)


def _part_of(part: Quantity, whole: Quantity) -> bool:
    """Whether `part` counts some of those whom `whole` counts: the same is said of both, and it stands after."""
    size = whole.low or whole.high
    return part.part_of == size and part.start > whole.start and part.state == whole.state and whole.state is not None


_DISJOINT = (frozenset(("man", "woman", "child")), frozenset(("boy", "girl")), frozenset(("adult", "child")))


def _distinct(part: Quantity, parts: Iterable[Quantity]) -> bool:
    """Whether no member of `part` can be in another: men, women and children; other kinds may overlap."""
    others = [q for q in parts if q is not part]
    return any(
        part.noun in kinds and all(q.noun in kinds and q.noun != part.noun for q in others) for kinds in _DISJOINT
    )


def _changes(reading: Reading) -> Iterator[Conflict]:
    """ "rose by 20 to 150 from 120", "from 120 to 150, an increase of 20": only when all three are plainly marked."""
    by, to, from_ = _marked(reading, "by", "of"), _marked(reading, "to"), _marked(reading, "from")
    for change in by:
        for end in to:
            for start in from_:
                if (
                    _alike(change, end, start)
                    and _close(reading, change, end, start)
                    and _adds_wrong(change, end, start)
                ):
                    found = abs((end.low or 0) - (start.low or 0))
                    yield _misfit(reading, change, end, "difference", f"{found:g}", Severity.LOW)


_UP_DOWN = vocabulary(
    "rose rise rises risen increased increase increases grew fell fall falls fallen dropped drop declined decline"
    " climbed gained lost jumped cut reduced reduction raised"
)


def _marked(reading: Reading, *words: str) -> list[Quantity]:
    marked = []
    for quantity in reading.quantities:
        before = _text(reading, max(reading.statement.start, quantity.number_span[0] - 24), quantity.number_span[0])
        last = before.lower().split()[-2:]
        verb = len(last) == 2 and last[0] in _UP_DOWN and last[1] in ("by", "of")
        if last and last[-1] in words and (verb or last[-1] not in ("by", "of")):
            marked.append(quantity)
    return marked


def _alike(*quantities: Quantity) -> bool:
    units = {(q.unit, q.per) for q in quantities}
    return len(units) == 1 and all(q.exact and q.role in ("count", "money", "measure") for q in quantities)


def _close(reading: Reading, *quantities: Quantity) -> bool:
    low, high = min(q.start for q in quantities), max(q.end for q in quantities)
    return high - low <= 120 and not set(_text(reading, low, high)) & set(";.!?")


def _adds_wrong(change: Quantity, end: Quantity, start: Quantity) -> bool:
    gap = abs((end.low or 0) - (start.low or 0))
    return abs(gap - (change.low or 0)) > 0.06 * max(gap, change.low or 0)


def _shares(reading: Reading) -> Iterator[Conflict]:
    """Percentages of one and the same noun, in one list: "60% of voters said yes and 55% of voters said no"."""
    shares = [q for q in reading.quantities if q.unit == "percent" and q.noun and q.low is not None]
    for noun in dict.fromkeys(q.noun for q in shares):
        same = [q for q in shares if q.noun == noun]
        total = sum(q.low or 0 for q in same)
        listed = len(same) == 2 and _opposed(reading, same)
        if listed and total > 100 + _SHARES_TOLERANCE * len(same):
            yield _misfit(reading, same[0], same[-1], "shares of one whole", f"{total:g} percent", Severity.MEDIUM)


_SIDES = (("yes", "no"), ("for", "against"), ("approve", "disapprove"), ("support", "oppose"), ("men", "women"),
          ("favour", "against"), ("favor", "against"), ("approved", "rejected"))  # fmt: skip


def _opposed(reading: Reading, shares: list[Quantity]) -> bool:
    """Whether the two shares are of those on opposite sides, so that nobody is in both."""
    low, high = shares[0].start, min(reading.statement.end, shares[-1].end + 40)
    words = _text(reading, low, high).lower().replace(",", " ").replace(".", " ").split()
    return any(left in words and right in words for left, right in _SIDES)


def _misfit(reading: Reading, a: Quantity, b: Quantity, check: str, value: str, severity: Severity) -> Conflict:
    place = f"{reading.statement.article.id}:{reading.statement.start}:{a.start}"
    # A conversion that several sources copied is one finding; other misfits are a statement's own.
    topic = f"{check}:{a.text}:{b.text}" if check == "conversion" else f"{check}:{place}"
    why = (Signal(check, value),)
    sides = (_position(reading, a), _position(reading, b))
    return Conflict(
        Kind.QUANTITY, Relation.CONFLICT, "arithmetic", topic, *sides, 0.8, severity, _QUESTIONS[check], why
    )


_QUESTIONS = {
    "conversion": "Does the conversion compute?",
    "part larger than its whole": "Is the part larger than its whole?",
    "parts larger than their whole": "Do the parts add up to more than their whole?",
    "difference": "Does the stated change fit its two ends?",
    "shares of one whole": "Do the shares add up to more than the whole?",
}


def _position(reading: Reading, quantity: Quantity) -> Position:
    value = _text(reading, quantity.start, quantity.end)
    return Position(reading.statement, value, ((quantity.start, quantity.end),), f"{value} {normal(quantity)}")


PLUGIN = Detector("arithmetic", Kind.QUANTITY, find, __doc__)
