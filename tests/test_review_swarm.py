"""Many writers and readers of one review file, killed at random: no line that was acknowledged is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from discrepancy import review

SWARM = r"""
import os, random, signal, sys
from pathlib import Path
from discrepancy import review
from discrepancy.model import Kind, Relation, Severity
from discrepancy.review.records import Pair, Quote, Side

path, seed = Path(sys.argv[1]), int(sys.argv[2])
WRITERS, READERS, TIDIERS, EACH = 150, 40, 10, 5
random.seed(seed)

def entry(name):
    # Longer than a page, so that a writer may be killed in the middle of one.
    sides = tuple(Side(value, (Quote(source, name * 600),)) for value, source in (("a", "a.txt"), ("b", "b.txt")))
    return review.Entry(
        version=1, fingerprint=name, verdict=review.Verdict.CONFLICT, kind=Kind.DATE, severity=Severity.LOW,
        summary=name, sides=sides, pairs=(Pair((0, 1), name, Relation.CONFLICT),), date="2024-05-07", tool="0",
    )

def write(number, told):
    for step in range(EACH):
        name = f"{number:03d}.{step} "
        review.append(path, [entry(name)])
        os.write(told, name.encode())

def read(number, told):
    most = 0
    for step in range(EACH):
        count = len({one.fingerprint for one in review.held(review.read(path))})
        if count < most:
            os.write(told, b"SHRUNK")
        most = count
        os.write(told, b".     ")

def tidy(number, told):
    for step in range(EACH):
        review.tidy(path)
        os.write(told, b".     ")

def start(work, number, told):
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        work(number, told)
        status = 0
    finally:
        os._exit(status)

review.append(path, [entry("first ")])
heard, told = os.pipe()
works = [write] * WRITERS + [read] * READERS + [tidy] * TIDIERS
random.shuffle(works)
living = {start(work, number, told) for number, work in enumerate(works)}
os.close(told)
killed, acknowledged = set(), ["first "]
while message := os.read(heard, 6):
    while len(message) < 6:
        message += os.read(heard, 6 - len(message))
    acknowledged.append(message.decode())
    if random.random() < 0.3 and living - killed:
        victim = random.choice(sorted(living - killed))
        os.kill(victim, signal.SIGKILL)
        killed.add(victim)
failed = [child for child in living for _, status in [os.waitpid(child, 0)] if status and child not in killed]
print(len(killed), len(failed))
print("\n".join(acknowledged))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="it forks")
@pytest.mark.parametrize("seed", [1, 2])
def test_no_acknowledged_line_is_lost(seed: int, tmp_path: Path) -> None:
    path = tmp_path / review.FILE_NAME
    run = subprocess.run(
        [sys.executable, "-c", SWARM, str(path), str(seed)],
        capture_output=True,
        text=True,
        env=os.environ | {"OMP_NUM_THREADS": "1"},
        check=False,
    )
    assert run.stderr == ""
    numbers, *acknowledged = run.stdout.splitlines()
    killed, failed = map(int, numbers.split())
    assert killed > 50
    assert failed == 0
    assert "SHRUNK" not in acknowledged
    log = review.read(path)
    held = {entry.fingerprint for entry in review.held(log)}
    written = set(acknowledged) - {".     "}
    assert len(written) > 100
    assert written - held == set()
    review.tidy(path)
    after = review.read(path)
    assert after.problems == ()
    assert {entry.fingerprint for entry in review.held(after)} == held
