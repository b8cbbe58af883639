"""The findings on hand-read events, scored against their gold, beside the plain script with its best threshold.

    python benchmarks/quality.py --shared ../shared

The plain script's threshold is chosen in hindsight, for each event, as the one with the best sum of recall and
precision: better than it could do on an event that nobody has read.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
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
THRESHOLDS = ("0.4", "0.5", "0.6", "0.7", "0.8")


def scored(shared: Path, report: Path, gold: str) -> dict[str, object]:
    command = [sys.executable, str(shared / "tools/score.py"), str(report), str(shared / f"gold/{gold}.json"), "--json"]
    found: dict[str, object] = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def engine(folder: Path, scratch: Path) -> Path:
    report = scratch / "report.json"
    command = [sys.executable, "-m", "discrepancy", "compare", str(folder), "--format", "json", "--output", str(report)]
    subprocess.run(command, check=True, capture_output=True)
    return report


def plain(folder: Path, scratch: Path, threshold: str) -> Path:
    report = scratch / "plain.json"
    command = [sys.executable, str(HERE / "plain.py"), str(folder), "--cosine", threshold, "--json"]
    report.write_bytes(subprocess.run(command, check=True, capture_output=True).stdout)
    return report


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    args = parser.parse_args()
    events = {"seeds": args.shared / "seeds"} | {f.name: f for f in sorted((args.shared / "clusters").iterdir())}
    print(f"{'':34}" + "  ".join(f"{name:>14}" for name in FIGURES))
    with tempfile.TemporaryDirectory() as folder:
        scratch = Path(folder)
        for name, sources in events.items():
            tried = [scored(args.shared, plain(sources, scratch, threshold), name) for threshold in THRESHOLDS]
            best = max(tried, key=lambda f: float(f["recall_all"] or 0) + float(f["precision"] or 0))  # type: ignore[arg-type]
            for label, figures in (("plain", best), ("engine", scored(args.shared, engine(sources, scratch), name))):
                print(f"{name} {label:8}".ljust(34) + "  ".join(f"{figures[f]!s:>14}" for f in FIGURES))


if __name__ == "__main__":
    main()
