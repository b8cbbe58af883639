"""Who says what at a glance: one row for each question, and in it what each source answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from discrepancy.model import Discrepancy, Position, Report


@dataclass(frozen=True, slots=True)
class Answer:
    """What one source says on one question: all its statements that stand on one side."""

    side: int
    """Index into `Discrepancy.sides`."""
    value: str
    """As this source has it: "at least 22"; another source of the same side may word it otherwise."""
    positions: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One question."""

    number: int
    """Place of the discrepancy in the report, from 1."""
    found: Discrepancy
    answers: Mapping[str, tuple[Answer, ...]]
    """Article id to what it answers, in the order of the sides: more than one answer where a source contradicts
    itself. A source that says nothing of the question is not in it."""


def facts(report: Report) -> tuple[Fact, ...]:
    """One fact for each discrepancy, in the order of the report."""
    return tuple(Fact(number, found, _answers(found)) for number, found in enumerate(report.discrepancies, 1))


def _answers(found: Discrepancy) -> Mapping[str, tuple[Answer, ...]]:
    answers: dict[str, list[Answer]] = defaultdict(list)
    for index, side in enumerate(found.sides):
        own: dict[str, list[Position]] = defaultdict(list)
        for position in side.positions:
            own[position.statement.article.id].append(position)
        for source, positions in own.items():
            answers[source].append(Answer(index, positions[0].value, tuple(positions)))
    return {source: tuple(given) for source, given in answers.items()}
