"""The engine in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from discrepancy import events, stages
from discrepancy.events import Profile
from discrepancy.model import Article, Comparison, Tool
from discrepancy.settings import Settings
from discrepancy.stages import Group, Lines, Models, Progress, unwatched


@dataclass(frozen=True, slots=True)
class Local:
    """An `Engine` with models of its own."""

    models: Models
    settings: Settings

    @property
    def tool(self) -> Tool:
        return self.models.tool(self.settings)

    def prepare(self) -> None:
        self.models.prepare()

    def profiles(self, articles: Sequence[Article], lines: Lines) -> Iterator[Profile]:
        return iter(events.profiles(articles, lines, self.models.embedder))

    def compare(self, groups: Iterable[Group], lines: Lines, progress: Progress = unwatched) -> Iterator[Comparison]:
        return stages.compare_events(groups, lines, self.models, self.settings, progress)
