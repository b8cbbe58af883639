"""Evidence and reports made from a few sentences, with the real parser and a small deterministic embedder."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache

import numpy as np
import numpy.typing as npt

from discrepancy import parse, stages
from discrepancy.cache import Cache
from discrepancy.clean import mark
from discrepancy.detectors import Detector
from discrepancy.model import Conflict, Evidence
from discrepancy.nli import NoJudge
from discrepancy.settings import DEFAULT, Settings
from tests.values import article

DIMENSIONS = 256


class WordEmbedder:
    """Bags of words, hashed: alike where words are shared, with no model and the same everywhere."""

    identity = "words"
    number_format = "float32"

    def encode(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        rows = np.zeros((len(texts), DIMENSIONS), dtype=np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().strip(".").split():
                row[int(hashlib.sha256(word[:5].encode()).hexdigest(), 16) % DIMENSIONS] += 1
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return rows / np.maximum(lengths, 1e-9)


@cache
def parser() -> parse.Parser:
    """The packaged parser, loaded once for the whole run."""
    return parse.load(None, Cache.none())


def evidence(*texts: str, published: str | None = "2024-03-12", settings: Settings = DEFAULT) -> Evidence:
    """What the engine knows of articles "a", "b" ... with these texts."""
    articles = [article(chr(ord("a") + i), text, published) for i, text in enumerate(texts)]
    models = stages.Models(parser(), WordEmbedder(), NoJudge())
    return stages.gather([articles], mark(articles), models, settings)[0]


def found(detector: Detector, *texts: str, published: str | None = "2024-03-12") -> list[Conflict]:
    """What one detector finds in articles with these texts."""
    return list(detector.find(evidence(*texts, published=published), DEFAULT))
