"""What the workers that tests start run first: no models to load, and death where an article brings it."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from discrepancy import embed, parse, stages
from discrepancy.model import Comparison
from discrepancy.parse import Tokens
from discrepancy.stages import Group
from tests.builders import WordEmbedder

FOLDER = "DISCREPANCY_TEST_FOLDER"
"""Names the folder in which the first worker to die writes `DIED`."""
DIED = "died"
ONCE = "deadly once"
ALWAYS = "deadly always"
"""Publishers of articles that end a worker."""

_compare_events = stages.compare_events


class NoParser:
    """Leaves each sentence as one claim: enough to find counts that differ."""

    identity = "none"

    def parse(self, texts: Sequence[str]) -> list[Tokens]:
        return [()] * len(texts)


def dying(groups: Iterable[Group], *rest: Any) -> Iterator[Comparison]:
    """The comparisons of the events. A worker that has one of a deadly article dies before it can say so."""
    given = list(groups)
    for group, comparison in zip(given, _compare_events(given, *rest), strict=True):
        publishers = {article.publisher for article in group}
        if ALWAYS in publishers or (ONCE in publishers and _first()):
            os.kill(os.getpid(), signal.SIGKILL)
        yield comparison


def _first() -> bool:
    try:
        Path(os.environ[FOLDER], DIED).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def dask_setup(worker: object) -> None:
    embed.load = lambda *_: WordEmbedder()  # type: ignore[assignment]
    parse.load = lambda *_: NoParser()  # type: ignore[assignment]
    stages.compare_events = dying
