"""Detectors: each finds one kind of disagreement. One file each; its docstring is its page in the docs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import TypeAlias

from discrepancy import detectors, plugins
from discrepancy.identity import normalise
from discrepancy.model import Conflict, Evidence, Kind, Position, TextPair
from discrepancy.settings import Settings

StatementKey: TypeAlias = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Detector:
    """Proposes conflicts between positions that aligned statements take.

    `doc` is the module's docstring: what it finds, an example that fires, a look-alike that does not. `asks` names the
    pairs of texts that the contradiction model is to judge first: they are then in `Evidence.judgements`. What one
    that is `general` finds counts only where no other sets the same words of the same statements against each other.
    """

    name: str
    kind: Kind
    find: Callable[[Evidence, Settings], Iterable[Conflict]]
    doc: str
    asks: Callable[[Evidence, Settings], Iterable[TextPair]] = lambda evidence, settings: ()
    general: bool = False


def explained() -> dict[Kind, tuple[str, ...]]:
    """What the detectors of each kind say of themselves: their docstrings, in the order of their names."""
    found = plugins.discover(detectors, Detector)
    return {kind: tuple(cleandoc(detector.doc) for detector in found if detector.kind is kind) for kind in Kind}


def asked(evidence: Evidence, settings: Settings) -> tuple[TextPair, ...]:
    """The pairs of texts that any detector wants judged, each once."""
    found = (pair for detector in plugins.discover(detectors, Detector) for pair in detector.asks(evidence, settings))
    return tuple(dict.fromkeys(found))


def detect(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """What every detector finds, detector by detector in the order of their names, the general ones last.

    Two sides in the same words are left out ("early Sunday" twice, in a text that was published again): nobody who
    reads them sees a disagreement.
    """
    known: dict[frozenset[StatementKey], list[Conflict]] = defaultdict(list)
    for detector in sorted(plugins.discover(detectors, Detector), key=lambda detector: detector.general):
        for conflict in detector.find(evidence, settings):
            if normalise(conflict.a.value) == normalise(conflict.b.value):
                continue
            others = known[frozenset((conflict.a.statement.key, conflict.b.statement.key))]
            if detector.general and any(_repeats(conflict, other) for other in others):
                continue
            others.append(conflict)
            yield conflict


def _repeats(conflict: Conflict, other: Conflict) -> bool:
    """Whether both sides of a conflict share words with the sides of another one of the same statements."""
    sides = (other.a, other.b) if conflict.a.statement.key == other.a.statement.key else (other.b, other.a)
    return all(_overlap(one, side) for one, side in zip((conflict.a, conflict.b), sides, strict=True))


def _overlap(a: Position, b: Position) -> bool:
    return any(start < end_b and start_b < end for start, end in a.highlights for start_b, end_b in b.highlights)
