"""Time and peak memory of `discrepancy compare`, beside the plain script of `plain.py` over the same articles.

    python benchmarks/speed.py [--folder seeds] [--runs 3]

Whole processes, as a reader starts them. Cold means an empty cache; warm means that the same call ran before.
Medians of the runs; each process's peak memory is the operating system's own figure.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent


def measured(command: list[str], cache: Path) -> tuple[float, float]:
    """Wall seconds and peak MiB of one process."""
    begun = time.perf_counter()
    with subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=os.environ | {"DISCREPANCY_CACHE_DIR": str(cache)},
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(command)} exited with {process.returncode}")
    return time.perf_counter() - begun, usage.ru_maxrss / 1024


def row(name: str, runs: list[tuple[float, float]]) -> None:
    seconds, memory = (statistics.median(column) for column in zip(*runs, strict=True))
    print(f"{name:34} {seconds:8.2f} s {memory:8.0f} MiB")


def stages(folder: str, cache: Path) -> None:
    """Seconds of each stage, in one process with the imports that it needs."""
    from discrepancy import pipeline
    from discrepancy.settings import Settings

    for name in ("cold", "warm"):
        marks: list[tuple[str, float]] = []
        begun = time.perf_counter()
        report = pipeline.compare(
            [folder], Settings(cache=str(cache)), lambda stage, marks=marks: marks.append((stage, time.perf_counter()))
        )
        ends = [*(at for _, at in marks[1:]), time.perf_counter()]
        parts = "  ".join(f"{stage} {end - at:.2f}" for (stage, at), end in zip(marks, ends, strict=True))
        seconds = time.perf_counter() - begun
        print(f"stages, {name}: {parts}  ({len(report.statements) / seconds:.0f} statements a second)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", default="seeds")
    parser.add_argument("--runs", type=int, default=3)
    args = parser.parse_args()
    python = sys.executable
    compare = [python, "-m", "discrepancy", "compare", args.folder]
    plain = [python, str(HERE / "plain.py"), args.folder]
    with tempfile.TemporaryDirectory() as scratch:
        warm = Path(scratch, "warm")
        row("plain script", [measured(plain, warm) for _ in range(args.runs)])
        row("compare, cold", [measured(compare, Path(scratch, f"cold{run}")) for run in range(args.runs)])
        rules = [*compare, "--nli-model", "off"]
        row("compare, cold, rules alone", [measured(rules, Path(scratch, f"rules{run}")) for run in range(args.runs)])
        measured(compare, warm)
        row("compare, warm", [measured(compare, warm) for _ in range(args.runs)])
        row("--help", [measured([python, "-m", "discrepancy", "--help"], warm) for _ in range(args.runs)])
        row("python -c pass", [measured([python, "-c", "pass"], warm) for _ in range(args.runs)])
        stages(args.folder, Path(scratch, "stages"))


if __name__ == "__main__":
    main()
