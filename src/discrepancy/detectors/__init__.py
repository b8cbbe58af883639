"""Detectors: each finds one kind of disagreement. One file each; its docstring is its page in the docs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from discrepancy import detectors, plugins
from discrepancy.model import Conflict, Evidence, Kind
from discrepancy.settings import Settings


@dataclass(frozen=True, slots=True)
class Detector:
    """Proposes conflicts between positions that aligned statements take.

    `doc` is the module's docstring: what it finds, an example that fires, a look-alike that does not.
    """

    name: str
    kind: Kind
    find: Callable[[Evidence, Settings], Iterable[Conflict]]
    doc: str


def detect(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """What every detector finds, detector by detector in the order of their names."""
    for detector in plugins.discover(detectors, Detector):
        yield from detector.find(evidence, settings)
