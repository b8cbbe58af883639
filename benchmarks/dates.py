"""How many of the hand-read dates of the seeds are found, with which value, beside dateparser's own finder.

    python benchmarks/dates.py --shared ../shared

A gold expression is found when a mention overlaps it. Its value is right when it is the gold value, of which about a
dozen are written loosely; `LOOSE` states what each of those stands for in EDTF. A date whose year only the publication
date could tell is right when its year stays open in an article that has none. False hits overlap no gold expression.
"""

from __future__ import annotations

import argparse
import json
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

from discrepancy.extractors.dates import find

LOOSE = {
    "2024-03-12 early": ("2024-03-12", "early"),
    "2024-03-12 morning": ("2024-03-12", "morning"),
    "2024-03-12T17:46": ("2024-03-12T17:46", "17:46"),
    "2024-03-12T11:48": ("2024-03-12T11:48", "11:48"),
    "2023/24 winter": ("2023-24", None),  # the winter that begins in 2023
    "2022-late": ("2022-10/2022-12", None),  # "end of 2022": its last quarter
    "2024-03 mid": ("2024-03-09/2024-03-22", None),  # nobody counts out the middle of a month
    ">=2030": ("2030/..", None),
    "REF-P6M": (None, None),  # no publication date: it stays relative
    "2023-12-13 (a Wednesday!)": ("2023-12-13", None),  # the weekday is the detector's to judge
}

Found = tuple[int, int, str | None, str | None]
Finder = Callable[[str, date | None], list[Found]]


def ours(text: str, reference: date | None) -> list[Found]:
    found: list[Found] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        found += [(m.start, m.end, m.edtf, m.part_of_day) for m in find(line, reference, offset)]
        offset += len(line)
    return found


def dateparser_search(text: str, reference: date | None) -> list[Found]:
    """What dateparser finds in a text, its spans recovered by searching on from the last one."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": datetime.combine(reference, clock.min)} if reference else {}
    hits = search_dates(text, languages=["en"], settings=settings) or []
    found: list[Found] = []
    position = 0
    for words, when in hits:
        start = text.find(words, position)
        position = max(start, position)
        found.append((start, start + len(words), when.date().isoformat(), None))
    return found


def right(expected: str, edtf: str | None, part: str | None, dated: bool) -> bool:
    """Whether a value is the gold one, as far as the article's dates allow."""
    value, part_of_day = LOOSE.get(expected, (expected, None))
    if part_of_day and part != part_of_day:
        return False
    if edtf == value:
        return True
    return not dated and edtf is not None and value is not None and edtf == _open(value)


def _open(value: str) -> str:
    return "/".join("XXXX" + end[4:] for end in value.split("/"))


def score(finder: Finder, shared: Path, verbose: bool) -> tuple[int, int, int, int, float]:
    gold = json.loads((shared / "gold/seeds-dates.json").read_text())["expressions"]
    references = json.loads((shared / "gold/seeds.json").read_text())["reference_dates"]
    hit = valued = false = wanted = 0
    began = time.perf_counter()
    for source, published in references.items():
        text = (shared / "seeds" / source).read_bytes().decode()
        found = finder(text, date.fromisoformat(published) if published else None)
        here = [g for g in gold if g["source"] == source]
        false += sum(not any(f[0] < g["end"] and g["start"] < f[1] for g in here) for f in found)
        for g in (g for g in here if g["class"] == "calendar"):
            over = [f for f in found if f[0] < g["end"] and g["start"] < f[1]]
            good = any(right(g["value"], f[2], f[3], published is not None) for f in over)
            wanted, hit, valued = wanted + 1, hit + bool(over), valued + good
            if verbose and not good:
                print(f"  {source[:3]} {g['text']!r} wanted {g['value']}, got {over}")
    return wanted, hit, valued, false, time.perf_counter() - began


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--verbose", action="store_true")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    print(f"{'finder':<20}{'found':>10}{'value right':>14}{'false hits':>12}{'seconds':>9}")
    for name, finder in (("discrepancy", ours), ("dateparser.search", dateparser_search)):
        wanted, hit, valued, false, seconds = score(finder, options.shared, options.verbose and name == "discrepancy")
        print(f"{name:<20}{hit:>4} of {wanted:<3}{valued:>7} of {wanted:<4}{false:>11}{seconds:>9.2f}")
    speed()


def speed() -> None:
    """Seconds a megabyte for lines of one repeated expression, at two lengths: equal where time is linear."""
    print(f"\n{'one line of':<26}{'s/MB at 0.1 MB':>16}{'s/MB at 1 MB':>16}")
    for seed in ("No date in this text. ", "March 12 and ", "early early ", "1"):
        row = []
        for size in (100_000, 1_000_000):
            began = time.perf_counter()
            find((seed * size)[:size], date(2024, 3, 12))
            row.append((time.perf_counter() - began) * 1_000_000 / size)
        print(f"{seed!r:<26}{row[0]:>16.2f}{row[1]:>16.2f}")


if __name__ == "__main__":
    main()
