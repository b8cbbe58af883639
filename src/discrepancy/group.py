"""Pairs of positions on one question become one discrepancy, with a side for each value."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from discrepancy.identity import normalise, pair_key
from discrepancy.model import (
    MODEL_SIGNAL,
    SIMILARITY_SIGNAL,
    Conflict,
    Discrepancy,
    Kind,
    Position,
    Relation,
    Severity,
    Side,
    SidePair,
    Signal,
    Span,
)

RELATIONS = tuple(Relation)
SEVERITIES = tuple(Severity)
MEASURED = frozenset({SIMILARITY_SIGNAL, MODEL_SIGNAL})
MOST_WHY = 6  # signals kept for a pair of sides: what a reader takes in at a glance

_INTERVAL = re.compile(r"(?P<about>~)?(?=[\d.])(?P<low>\d+(?:\.\d+)?)?(?:(?P<dots>\.\.)(?P<high>\d+(?:\.\d+)?)?)?")
_ROUNDED, _LOOSE = 1.01, 1.15
"""How much larger one figure may be than another that it stands for, and than one given as "about"."""

PositionKey = tuple[tuple[str, int, int], str, tuple[Span, ...]]


def group(conflicts: Iterable[Conflict]) -> tuple[Discrepancy, ...]:
    """One discrepancy for each question that the conflicts are about, in no particular order of weight."""
    topics: dict[tuple[Kind, str], list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        topics[conflict.kind, conflict.topic].append(conflict)
    return tuple(_discrepancy(found) for found in _questions(topics))


def _questions(topics: Mapping[tuple[Kind, str], Sequence[Conflict]]) -> list[list[Conflict]]:
    """The conflicts of each question: two detectors that set the same words against each other, or ask in the same
    words of one figure of one statement, ask one."""
    questions: list[list[Conflict]] = []
    asked: dict[tuple[Kind, str], list[Conflict]] = {}
    counted: dict[tuple[str, PositionKey], list[Conflict]] = {}
    for (kind, _), found in sorted(topics.items()):
        keys = [(kind, pair_key(conflict.a, conflict.b)) for conflict in found]
        figures = [figure for conflict in found for figure in _figures(conflict)]
        others = (counted[figure] for figure in figures if figure in counted)
        others = (one for one in others if one[0].detector != found[0].detector)
        question = next((asked[key] for key in keys if key in asked), None) or next(others, None)
        if question is None:
            question = []
            questions.append(question)
        question.extend(found)
        asked.update(dict.fromkeys(keys, question))
        counted.update(dict.fromkeys(figures, question))
    return questions


def _figures(conflict: Conflict) -> Iterator[tuple[str, PositionKey]]:
    """What a conflict of quantities asks, with each figure that it asks it of."""
    if conflict.kind is Kind.QUANTITY and conflict.question:
        yield from ((conflict.question, _key(position)) for position in (conflict.a, conflict.b))


def _discrepancy(conflicts: Sequence[Conflict]) -> Discrepancy:
    sides = _sides(conflicts)
    place = {_key(position): index for index, side in enumerate(sides) for position in side}
    pairs = _pairs(conflicts, place)
    best = min(conflicts, key=lambda c: (SEVERITIES.index(c.severity), -round(c.confidence, 2), _order(c.a)))
    keys = sorted(key for pair in pairs for key in pair.keys)
    shaped = tuple(_side(side) for side in sides)
    return Discrepancy(
        id=keys[0][:8],
        fingerprint=keys[0],
        kind=best.kind,
        relation=min((pair.relation for pair in pairs), key=RELATIONS.index),
        severity=best.severity,
        confidence=round(max(c.confidence for c in conflicts), 2),
        question=best.question,
        summary=_summary(best.question, shaped),
        sides=shaped,
        pairs=pairs,
    )


def _sides(conflicts: Sequence[Conflict]) -> list[list[Position]]:
    """Positions shared out so that no two that are set against each other stand on one side.

    Positions of one normalised value stand together; then each joins the first side that it does not contradict, and
    with which somebody compared it: of two topics that ask one question, nobody knows whether their values agree.
    """
    positions: dict[PositionKey, Position] = {}
    against: dict[PositionKey, set[PositionKey]] = defaultdict(set)
    topics: dict[PositionKey, set[str]] = defaultdict(set)
    for conflict in conflicts:
        a, b = _key(conflict.a), _key(conflict.b)
        positions.setdefault(a, conflict.a)
        positions.setdefault(b, conflict.b)
        against[a].add(b)
        against[b].add(a)
        topics[a].add(conflict.topic)
        topics[b].add(conflict.topic)
    sides: list[list[PositionKey]] = []
    for key in sorted(positions, key=lambda k: (_value(positions[k]), _order(positions[k]))):
        free = [
            side
            for side in sides
            if not any(other in against[key] or _apart(positions[other], positions[key]) for other in side)
        ]
        alike = [side for side in free if _value(positions[side[0]]) == _value(positions[key])]
        compared = [side for side in free if all(topics[other] & topics[key] for other in side)]
        if alike or compared:
            (alike or compared)[0].append(key)
        else:
            sides.append([key])
    ordered = [sorted((positions[key] for key in side), key=_order) for side in sides]
    return sorted(ordered, key=lambda side: _order(side[0]))


def _apart(a: Position, b: Position) -> bool:
    """Whether two figures surely differ, though no detector set them against each other: 13, and at least 14."""
    first, second = (_INTERVAL.fullmatch(position.normalized or "") for position in (a, b))
    if first is None or second is None:
        return False
    (low, high), (least, most) = _bounds(first), _bounds(second)
    return low > most * _ROUNDED or least > high * _ROUNDED


def _bounds(found: re.Match[str]) -> tuple[float, float]:
    """The ends of an interval as `detectors._values.normal` writes it: "31", "31..", "..50", "24..60", "~40"."""
    low, dots, high = found["low"], found["dots"], found["high"]
    loose = _LOOSE if found["about"] else 1.0
    top = (float(high) if high else math.inf) if dots else float(low)
    return (float(low) if low else 0.0) / loose, top * loose


def _pairs(conflicts: Sequence[Conflict], place: dict[PositionKey, int]) -> tuple[SidePair, ...]:
    between: dict[tuple[int, int], list[Conflict]] = defaultdict(list)
    for conflict in conflicts:
        i, j = sorted((place[_key(conflict.a)], place[_key(conflict.b)]))
        between[i, j].append(conflict)
    return tuple(
        SidePair(
            sides=sides,
            relation=min((c.relation for c in found), key=RELATIONS.index),
            detectors=tuple(sorted({c.detector for c in found})),
            why=_why(found),
            keys=tuple(sorted({pair_key(c.a, c.b) for c in found})),
        )
        for sides, found in sorted(between.items())
    )


def _why(conflicts: Sequence[Conflict]) -> tuple[Signal, ...]:
    strongest = sorted(conflicts, key=lambda c: -round(c.confidence, 2))
    found: dict[object, Signal] = {}
    for signal in (signal for conflict in strongest for signal in conflict.why):
        found.setdefault(signal.signal if signal.signal in MEASURED else signal, signal)
    return tuple(found.values())[:MOST_WHY]


def _side(positions: Sequence[Position]) -> Side:
    counted = Counter(position.value for position in positions)
    value = max(counted, key=lambda v: (counted[v], -next(i for i, p in enumerate(positions) if p.value == v)))
    normalized = next((p.normalized for p in positions if p.value == value), None)
    return Side(value, normalized, tuple(_merged(positions)))


def _merged(positions: Sequence[Position]) -> list[Position]:
    """One position for each statement of a side: highlights of the same statement are joined."""
    merged: dict[tuple[str, int, int], Position] = {}
    for position in positions:
        known = merged.get(position.statement.key)
        merged[position.statement.key] = _joined(known, position) if known else position
    return list(merged.values())


def _joined(a: Position, b: Position) -> Position:
    return replace(a, highlights=tuple(sorted({*a.highlights, *b.highlights})))


def _summary(question: str | None, sides: Sequence[Side]) -> str:
    values = " / ".join(side.value for side in sides)
    return f"{question} {values}" if question else values


def _key(position: Position) -> PositionKey:
    return (position.statement.key, _value(position), position.highlights)


def _value(position: Position) -> str:
    return position.normalized or normalise(position.value)


def _order(position: Position) -> tuple[tuple[str, int, int], tuple[Span, ...]]:
    return (position.statement.key, position.highlights)
