"""What runs in the workers of a cluster: the stages, with models that are loaded once a process.

Models and caches are the worker's own; no setting of another machine says where they lie.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock

from discrepancy import events, stages, weights
from discrepancy.cache import open_cache
from discrepancy.engines import _parcels
from discrepancy.errors import DiscrepancyError, EngineError
from discrepancy.settings import Settings
from discrepancy.stages import Models

LIBRARIES = (
    "numpy",
    "nupunkt",
    "onnxruntime",
    "rapidfuzz",
    "sentence-transformers",
    "spacy",
    "tokenizers",
    "torch",
    "transformers",
)
"""Other versions of them may read or calculate otherwise."""
_ONE_AT_A_TIME = Lock()
"""The models are not made for several threads. Who wants more of a machine starts more processes."""


@dataclass(frozen=True, slots=True)
class Job:
    """What all parcels of one run have in common."""

    settings: Settings
    identity: Mapping[str, str]
    """Of the machine that asks: a worker with another one would give other answers."""


def identity(models: Models, settings: Settings) -> dict[str, str]:
    """All that decides what the models say on this machine, by what a reader calls it."""
    tool = models.tool(settings)
    return {
        "discrepancy": tool.version,
        "embedding model": tool.embedding_model,
        "contradiction model": str(tool.nli_model),
        "parser": tool.parser,
        "number format": tool.number_format,
        "device": weights.device(),
    } | {name: weights.versions(name) for name in LIBRARIES}


def different(theirs: Mapping[str, str], ours: Mapping[str, str]) -> str | None:
    """What a machine has otherwise than the one that asks; None when nothing."""
    found = [f"{name} {theirs.get(name)}, and not {value}" for name, value in ours.items() if theirs.get(name) != value]
    return "; ".join(found) or None


def ready(job: Job) -> dict[str, str]:
    """The identity of this worker. It waits for no other work."""
    return identity(_models(*_choice(job.settings)), job.settings)


def profiled(job: Job, parcel: bytes) -> bytes:
    """The profiles of the articles in a parcel."""
    return _alone(_profiled, job, parcel)


def compared(job: Job, parcel: bytes) -> bytes:
    """The comparisons of the events in a parcel."""
    return _alone(_compared, job, parcel)


def _profiled(job: Job, parcel: bytes) -> bytes:
    groups, lines = _parcels.unpack(parcel)
    articles = [article for group in groups for article in group]
    return pickle.dumps(events.profiles(articles, lines, _agreed(job).embedder), pickle.HIGHEST_PROTOCOL)


def _compared(job: Job, parcel: bytes) -> bytes:
    groups, lines = _parcels.unpack(parcel)
    return _parcels.pack_answer(list(stages.compare_events(groups, lines, _agreed(job), job.settings)))


def _agreed(job: Job) -> Models:
    """The models, when they are those that the job is for: a worker may join in the middle of a run."""
    models = _models(*_choice(job.settings))
    if difference := different(identity(models, job.settings), job.identity):
        raise EngineError(f"it has {difference}: install the same on all machines")
    return models


def _choice(settings: Settings) -> tuple[str | None, ...]:
    return settings.model, settings.nli_model, settings.parser, settings.number_format, settings.cache


@lru_cache(maxsize=1)
def _models(
    model: str | None, nli_model: str | None, parser: str | None, number_format: str | None, folder: str | None
) -> Models:
    settings = Settings(model=model, nli_model=nli_model, parser=parser, number_format=number_format)
    return Models.of(settings, open_cache(folder))


def _alone(work: Callable[[Job, bytes], bytes], job: Job, parcel: bytes) -> bytes:
    """What `work` gives; its error names the worker, for whoever reads it on another machine."""
    from distributed import get_worker

    try:
        with _ONE_AT_A_TIME:
            return work(job, parcel)
    except DiscrepancyError as error:
        raise type(error)(f"worker {get_worker().address}: {error}") from None
