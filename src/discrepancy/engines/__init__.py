"""Where the slow work is done: in this process, or on a cluster of machines. Both give the same values.

Reading the articles, telling their lines apart and grouping them into events need all of them at once, and cost a
hundredth of the work: they stay with whoever asks. `docs/decisions/0009` says more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol
from urllib.parse import urlsplit

from discrepancy.cache import Values
from discrepancy.engines.local import Local
from discrepancy.errors import SettingsError
from discrepancy.events import Profile
from discrepancy.model import Article, Comparison, Tool
from discrepancy.settings import Settings
from discrepancy.stages import Group, Lines, Models, Progress, unwatched

__all__ = ["Engine", "opened"]

SCHEME = "dask"
EXTRA = "distributed"
EXAMPLE = f"{SCHEME}://HOST:PORT"


class Engine(Protocol):
    """What does the work that is worth spreading."""

    @property
    def tool(self) -> Tool:
        """All that its answers depend on besides the articles."""

    def prepare(self) -> None:
        """Something new is to be read: what is slow to open is opened beside what is done meanwhile."""

    def profiles(self, articles: Sequence[Article], lines: Lines) -> Iterator[Profile]:
        """What the events stage knows of each article, in order, as it becomes known."""

    def compare(self, groups: Iterable[Group], lines: Lines, progress: Progress = unwatched) -> Iterator[Comparison]:
        """The comparison of each event, in order, as they become known.

        `groups` may be as long as it likes: it is asked for more when there is room. The comparisons hold the very
        articles that the groups hold.
        """


@contextmanager
def opened(settings: Settings, cache: Values) -> Iterator[Engine]:
    """The engine that the settings name, for as long as it is needed. What this machine works out goes into `cache`.

    Raises:
        SettingsError: when `settings.engine` is no address, or the package that it needs is not installed.
        ModelError: when a model that the settings name cannot be had.
        EngineError: when the cluster does not answer, has no workers, or would not give the same as this machine. Its
            methods raise it, too.
    """
    models = Models.of(settings, cache)
    if settings.engine is None:
        yield Local(models, settings)
        return
    address = _address(settings.engine)
    try:
        from discrepancy.engines import cluster
    except ImportError as error:
        raise SettingsError(
            f"--engine needs a package that is not installed: pip install 'discrepancy[{EXTRA}]'"
        ) from error
    with cluster.joined(address, models, settings) as engine:
        yield engine


def _address(engine: str) -> str:
    """HOST:PORT of an engine's name."""
    try:
        parts = urlsplit(engine)
        host, port = parts.hostname, parts.port
    except ValueError:  # a port that is no number, or half a pair of brackets
        host = port = None
    if not host or not port or engine not in (f"{SCHEME}://{parts.netloc}", f"{SCHEME}://{parts.netloc}/"):
        raise SettingsError(f"--engine {engine}: it must be {EXAMPLE}, the address of a Dask scheduler")
    if "@" in parts.netloc:
        raise SettingsError(f"--engine {engine}: a Dask scheduler takes no name and password; leave them out")
    return parts.netloc
