"""What a reader wants compared: the articles at some paths, or events of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from discrepancy.model import Report
    from discrepancy.settings import Settings
    from discrepancy.stages import Progress


@dataclass(frozen=True, slots=True)
class Request:
    """Either `paths` or an `archive`."""

    paths: tuple[str, ...] = ()
    archive: str | None = None
    """Its folder."""
    events: tuple[str, ...] = ()
    """Events of the archive: a number, a name that was set by hand, or an article's id; none for all."""
    since: str | None = None
    """Of the archive, only events with an article that was added from then on (ISO 8601, UTC)."""

    @property
    def places(self) -> tuple[str, ...]:
        """The files and folders that it names: the review file lies beside them."""
        return (self.archive,) if self.archive is not None else self.paths


def answered(request: Request, settings: Settings, progress: Progress) -> Report:
    """The report on what is wanted.

    Raises:
        ArchiveError: when the archive cannot be read, or has no event of a name.
        SettingsError: when a setting has an impossible value.
        ModelError: when a model that the settings name cannot be had, or its weights are not what they should be.
    """
    # The engine is heavy: a wrong call is told before it is loaded.
    from discrepancy import archive, engines, pipeline

    if request.archive is None:
        return pipeline.compare(request.paths, settings, progress)
    with archive.opened(Path(request.archive)) as kept, engines.opened(settings, kept.values) as engine:
        return archive.report(kept, engine, request.events, request.since, progress)
