"""Which discrepancies a reader wants to see."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from discrepancy import Discrepancy, Kind, Relation, Severity, display
from discrepancy.review import Standing

OPEN = "open"
"""Stands in the place of a verdict where there is none yet."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is shown: of each field that is not empty, one value must fit."""

    kinds: frozenset[Kind] = frozenset()
    relations: frozenset[Relation] = frozenset()
    severities: frozenset[Severity] = frozenset()
    sources: frozenset[str] = frozenset()
    """Ids of articles."""
    between: tuple[str, ...] = ()
    """Ids of two articles that stand against each other; the same one twice, where it contradicts itself."""
    verdicts: frozenset[str] = frozenset()
    """Values of verdicts, or "open"."""
    new: bool = False
    """Only what has a pair of sides that no line of the review file speaks of: what came since the baseline."""
    text: str = ""
    """Words that stand in the question, a value, a quote, the name of a source or a note."""

    @property
    def is_empty(self) -> bool:
        return self == Filter()

    @property
    def parts(self) -> int:
        """How many things are asked for."""
        return sum(1 for field in fields(self) if getattr(self, field.name))

    def wants(self, standing: Standing) -> bool:
        return all(ask(self, standing) for ask in _ASKED)


def _one_of(name: str, value: Callable[[Discrepancy], object]) -> Callable[[Filter, Standing], bool]:
    return lambda chosen, standing: not getattr(chosen, name) or value(standing.found) in getattr(chosen, name)


def _of_sources(chosen: Filter, standing: Standing) -> bool:
    return not chosen.sources or not chosen.sources.isdisjoint(sources_of(standing.found))


def _between(chosen: Filter, standing: Standing) -> bool:
    return not chosen.between or chosen.between in display.against(standing.found)


def _of_verdicts(chosen: Filter, standing: Standing) -> bool:
    if not chosen.verdicts:
        return True
    given = {pair.verdict.value if pair.verdict else OPEN for pair in standing.pairs}
    return not given.isdisjoint(chosen.verdicts)


def _new(chosen: Filter, standing: Standing) -> bool:
    return not chosen.new or any(pair.entry is None for pair in standing.pairs)


def _text(chosen: Filter, standing: Standing) -> bool:
    words = chosen.text.casefold().split()
    return not words or all(word in _said(standing) for word in words)


_ASKED = (
    _one_of("kinds", lambda found: found.kind),
    _one_of("relations", lambda found: found.relation),
    _one_of("severities", lambda found: found.severity),
    _of_sources,
    _between,
    _of_verdicts,
    _new,
    _text,
)


def sources_of(found: Discrepancy) -> set[str]:
    """The ids of the articles that a discrepancy quotes."""
    return {position.statement.article.id for side in found.sides for position in side.positions}


def _said(standing: Standing) -> str:
    found = standing.found
    parts = [found.question or "", found.summary, found.kind.value, *standing.notes]
    for side in found.sides:
        parts.append(side.value)
        for position in side.positions:
            article = position.statement.article
            parts += [position.statement.text, article.publisher or "", article.title or "", article.path]
    return "\n".join(parts).casefold()
