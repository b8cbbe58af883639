"""Extractors: each reads one thing off the statements (dates, names, who speaks). One file each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from graphlib import TopologicalSorter

from discrepancy import extractors, plugins
from discrepancy.model import Reading
from discrepancy.settings import Settings


@dataclass(frozen=True, slots=True)
class Extractor:
    """Fills one field of every reading of a collection.

    `read` takes the readings of all articles, in order of article and statement, and gives back as many,
    in the same order. `after` names the extractors whose findings it needs.
    """

    name: str
    read: Callable[[Sequence[Reading], Settings], Sequence[Reading]]
    after: tuple[str, ...] = ()


def enrich(readings: Sequence[Reading], settings: Settings) -> tuple[Reading, ...]:
    """Run every extractor over parsed readings, each after those that it needs."""
    found = {plugin.name: plugin for plugin in plugins.discover(extractors, Extractor)}
    order = TopologicalSorter({name: sorted(plugin.after) for name, plugin in sorted(found.items())})
    for name in order.static_order():
        readings = found[name].read(readings, settings)
    return tuple(readings)
