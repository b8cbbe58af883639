"""How many of the seeds' quantities are found, beside a baseline that takes every digit and number word.

    python benchmarks/quantities.py --shared ../shared

The gold list gives values in words; EXPECTED writes the countable ones out as bounds, noun and state. A noun or state
of None is not asked for: the text leaves it open.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discrepancy.extractors.quantities import find
from discrepancy.model import Quantity

# (number of the article, offset): low, high, noun, state
EXPECTED: dict[tuple[str, int], tuple[float | None, float | None, str | None, str | None]] = {
    ("000", 1065): (3, 3, "direction", None),
    ("000", 2340): (77, 77, "territory", None),
    ("000", 2471): (9, 9, "region", None),
    ("000", 2629): (5, 5, "region", None),
    ("000", 4476): (20, 25, "volunteer", None),
    ("000", 6262): (100, 100, None, None),
    ("001", 290): (50, 50, "fighter", "train"),
    ("001", 336): (40, 40, "fighter", "await"),
    ("002", 1620): (12, None, "russian", None),
    ("002", 2618): (24, 60, "fighter", None),
    ("002", 2758): (300, 300, "member", None),
    ("002", 3008): (1e4, 9e5, "russian", None),
    ("003", 1286): (3, 3, "direction", None),
    ("004", 663): (234, 234, "combatant", "kill"),
    ("004", 2033): (7, 7, "tank", "lose"),
    ("004", 2049): (5, 5, "vehicle", "lose"),
}
_NAIVE = re.compile(
    r"\d[\d,.]*|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fifth|dozens?|hundreds?|"
    r"thousands?|millions?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Score:
    """What one finder did on the gold list."""

    located: int
    countable: int
    other: int
    traps: int
    extra: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    gold = json.loads((shared / "gold/seeds-quantities.json").read_text(encoding="utf-8"))["expressions"]
    texts = {path.name: path.read_bytes().decode() for path in sorted((shared / "seeds").glob("*.txt"))}
    begun = time.perf_counter()
    found = {name: _paragraphs(text) for name, text in texts.items()}
    seconds = time.perf_counter() - begun
    naive = {
        name: [Quantity(*m.span(), m.group(), None, None) for m in _NAIVE.finditer(t)] for name, t in texts.items()
    }
    columns = ("countable", "with value, noun, state", "age/duration/ordinal", "traps read", "not in the gold")
    print(f"{'finder':12} {'  '.join(columns)}")
    for label, quantities in (("discrepancy", found), ("every number", naive)):
        score = _score(gold, quantities, values=label == "discrepancy")
        counts = (f"{score.located}/16", f"{score.countable}/16", f"{score.other}/18", score.traps, score.extra)
        print(f"{label:12} " + "  ".join(f"{n:>{len(c)}}" for n, c in zip(counts, columns, strict=True)))
    size = sum(len(text) for text in texts.values())
    print(f"{size / seconds / 1e6:.2f} MB/s without a parse")
    _misses(gold, found)


def _paragraphs(text: str) -> list[Quantity]:
    """Line by line, as statements would come, a noun carried from one line's sentence to the next."""
    found: list[Quantity] = []
    carry = None
    for match in re.finditer(r"[^\n]+", text):
        for part in re.finditer(r".+?(?:[.!?][\"”]?(?= |$)|$)", match.group()):
            some = find(part.group(), (), match.start() + part.start(), carry)
            carry = next((q.noun for q in reversed(some) if q.role == "count" and q.noun), None)
            found.extend(some)
    return found


def _on(entry: dict[str, Any], quantities: list[Quantity]) -> list[Quantity]:
    return [q for q in quantities if q.start < entry["end"] and entry["start"] < q.end]


def _right(entry: dict[str, Any], quantity: Quantity) -> bool:
    low, high, noun, state = EXPECTED[(entry["source"][:3], entry["start"])]
    same = (quantity.low, quantity.high) == (low, high)
    return same and noun in (None, quantity.noun) and state in (None, quantity.state)


def _score(gold: list[dict[str, Any]], found: dict[str, list[Quantity]], values: bool) -> Score:
    by_class = {name: [e for e in gold if e["class"] == name] for name in {e["class"] for e in gold}}
    hit = {name: [e for e in es if _on(e, found[e["source"]])] for name, es in by_class.items()}
    right = [e for e in hit["countable"] if any(_right(e, q) for q in _on(e, found[e["source"]]))]
    other = sum(len(hit[name]) for name in ("age", "duration", "ordinal"))
    extra = sum(not any(_on(e, [q]) for e in gold if e["source"] == name) for name, qs in found.items() for q in qs)
    return Score(len(hit["countable"]), len(right) if values else 0, other, len(hit["trap"]), extra)


def _misses(gold: list[dict[str, Any]], found: dict[str, list[Quantity]]) -> None:
    for entry in gold:
        on = _on(entry, found[entry["source"]])
        if entry["class"] == "countable" and not any(_right(entry, q) for q in on):
            print("missed:", entry["source"], entry["text"], [(q.text, q.low, q.high, q.noun, q.state) for q in on])
        if entry["class"] == "trap" and on:
            print("trap:", entry["source"], entry["text"])
    for name, quantities in found.items():
        for quantity in quantities:
            if not any(_on(e, [quantity]) for e in gold if e["source"] == name):
                print("not in the gold:", name, quantity.text, quantity.role)


if __name__ == "__main__":
    main()
