"""Detectors: each finds one kind of disagreement. One file each; its docstring is its page in the docs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc

from discrepancy import detectors, plugins
from discrepancy.identity import normalise
from discrepancy.model import Conflict, Evidence, Kind, Pair
from discrepancy.settings import Settings


@dataclass(frozen=True, slots=True)
class Detector:
    """Proposes conflicts between positions that aligned statements take.

    `doc` is the module's docstring: what it finds, an example that fires, a look-alike that does not. `asks` names the
    pairs of claims that the contradiction model is to judge first: they are then in `Evidence.judgements`.
    """

    name: str
    kind: Kind
    find: Callable[[Evidence, Settings], Iterable[Conflict]]
    doc: str
    asks: Callable[[Evidence, Settings], Iterable[Pair]] = lambda evidence, settings: ()


def explained() -> dict[Kind, tuple[str, ...]]:
    """What the detectors of each kind say of themselves: their docstrings, in the order of their names."""
    found = plugins.discover(detectors, Detector)
    return {kind: tuple(cleandoc(detector.doc) for detector in found if detector.kind is kind) for kind in Kind}


def asked(evidence: Evidence, settings: Settings) -> tuple[Pair, ...]:
    """The pairs that any detector wants judged, each once."""
    found = (pair for detector in plugins.discover(detectors, Detector) for pair in detector.asks(evidence, settings))
    return tuple({(id(pair.a), id(pair.b)): pair for pair in found}.values())


def detect(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """What every detector finds, detector by detector in the order of their names.

    Two sides in the same words are left out ("early Sunday" twice, in a text that was published again): nobody who
    reads them sees a disagreement.
    """
    for detector in plugins.discover(detectors, Detector):
        for conflict in detector.find(evidence, settings):
            if normalise(conflict.a.value) != normalise(conflict.b.value):
                yield conflict
