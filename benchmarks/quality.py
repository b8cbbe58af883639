"""The findings on hand-read events, scored against their gold: a plain script, the rules alone, rules and model.

    python benchmarks/quality.py --shared ../shared

The plain script takes pairs of sentences above a cosine that the same contradiction model calls a contradiction. Both
thresholds are chosen in hindsight, for each event, as those with the best sum of recall and precision: better than it
could do on an event that nobody has read.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

import plain

FIGURES = (
    "reported",
    "recall_must",
    "recall_all",
    "precision_high",
    "precision",
    "top10",
    "hard_negatives",
    "kind_accuracy",
)
COSINES = (0.3, 0.4, 0.5, 0.6, 0.7)
CONTRADICTIONS = (0.0, 0.45, 0.7, 0.9)

Scores = dict[str, object]


def scored(shared: Path, report: Path, gold: str) -> Scores:
    command = [sys.executable, str(shared / "tools/score.py"), str(report), str(shared / f"gold/{gold}.json"), "--json"]
    found: Scores = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def engine(folder: Path, report: Path, *options: str) -> None:
    command = [sys.executable, "-m", "discrepancy", "compare", str(folder), "--format", "json", "--output", str(report)]
    subprocess.run([*command, *options], check=True, capture_output=True)


def best_plain(shared: Path, folder: Path, report: Path, gold: str) -> Scores:
    rows = plain.sentences(folder)
    near = plain.pairs(rows, min(COSINES), judged=True)
    tried = []
    for cosine, contradiction in product(COSINES, CONTRADICTIONS):
        found = [pair for pair in near if pair.cosine >= cosine and pair.contradiction >= contradiction]
        report.write_text(json.dumps(plain.report(rows, found)), encoding="utf-8")
        tried.append(scored(shared, report, gold))
    return max(tried, key=lambda f: float(f["recall_all"] or 0) + float(f["precision"] or 0))  # type: ignore[arg-type]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    events = {"seeds": args.shared / "seeds"} | {f.name: f for f in sorted((args.shared / "clusters").iterdir())}
    print(f"{'':34}" + "  ".join(f"{name:>14}" for name in FIGURES))
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        for name, sources in events.items():
            rows = {"plain": best_plain(args.shared, sources, report, name)}
            for label, options in (("rules", ("--nli-model", "off")), ("rules and model", ())):
                engine(sources, report, *options)
                rows[label] = scored(args.shared, report, name)
            for label, figures in rows.items():
                print(f"{name} {label:8}".ljust(34) + "  ".join(f"{figures[f]!s:>14}" for f in FIGURES), flush=True)


if __name__ == "__main__":
    main()
