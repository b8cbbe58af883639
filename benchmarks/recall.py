"""How much of what a careful reading finds is found: events of which every article was read first.

    python benchmarks/recall.py --shared ../shared [--plain]

23 events of ECB+ and of the gun violence collection, up to five articles each, were read whole before anybody looked
at what the product finds on them, by a large language model set to a fact-checker's work: every place where two
articles disagree about a fact, each "must", "should" or "could", and pairs that only look like one. A script checked
that each quote is the source's; the judgements themselves nobody checked one by one. They stand in
`benchmarks/gold/read.jsonl`, by article and offset into title and text. Rules were mended on the first part; of the
second nobody had seen an entry when it was first scored (3 of 55, and right 6 of 6), and a few rules were mended on it
later.

Scored as the hand-read events are (`tools/score.py` of the shared folder); beside it, why an entry is missed: no claim
of one side is aligned with one of another, or two are and no detector takes it up. `--plain` adds the plain script, its
two thresholds chosen in hindsight for each event.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any, TypeAlias

from discrepancy import pipeline
from discrepancy.model import Statement
from incidents import EVENTS, FILE, Row, read, told
from quality import best_plain, engine, scored

GOLD = Path(__file__).parent / "gold" / "read.jsonl"
SIDES = "abcdef"

Place: TypeAlias = tuple[int, int, int]
"""An article's number, and where in it."""


def sources(shared: Path) -> dict[str, Row]:
    """The articles of every event, by its name."""
    rows = read(shared / FILE)
    events = [
        {"cluster_id": r["cluster_id"], "articles": list(map(told, r["articles"]))} for r in read(shared / EVENTS)
    ]
    return {row["cluster_id"]: row for row in (*rows, *events)}


def written(event: Row, numbers: list[int], folder: Path) -> dict[int, str]:
    """The texts of some articles, each also a file of a folder."""
    folder.mkdir(parents=True)
    texts = {n: f"{event['articles'][n]['title']}\n\n{event['articles'][n]['text']}\n" for n in numbers}
    for number, text in texts.items():
        (folder / name_of(number)).write_text(text, encoding="utf-8")
    return texts


def name_of(number: int) -> str:
    return f"{number:02}.txt"


def gold_of(row: Row, texts: Mapping[int, str]) -> Row:
    """The entries of an event in the form that the scoring script reads: with quotes in place of offsets."""

    def quoted(sides: list[list[list[int]]]) -> Iterator[tuple[str, list[Row]]]:
        for key, side in zip(SIDES, sides, strict=False):
            yield key, [{"source": name_of(n), "quote": texts[n][start:end]} for n, start, end in side]

    found = [{**entry, **dict(quoted(entry["sides"]))} for entry in row["discrepancies"]]
    pairs = [
        {"id": pair["id"], **{key: side[0] for key, side in quoted(pair["sides"])}} for pair in row["must_not_flag"]
    ]
    return {"discrepancies": found, "must_not_flag": pairs}


def counted(row: Row, figures: Mapping[str, Any]) -> Counter[str]:
    """What a score says of one event, in numbers that can be summed."""
    levels = Counter(entry["level"] for entry in row["discrepancies"])
    wanted = levels["must"] + levels["should"]
    flagged, pairs = map(int, str(figures["hard_negatives"]).split("/"))
    return Counter(
        must=levels["must"],
        must_found=round((figures["recall_must"] or 0) * levels["must"]),
        wanted=wanted,
        wanted_found=round((figures["recall_all"] or 0) * wanted),
        reported=figures["reported"],
        right=round((figures["precision"] or 0) * figures["reported"]),
        pairs=pairs,
        flagged=flagged,
    )


def causes(row: Row, folder: Path, found: Mapping[str, Any]) -> Counter[str]:
    """Why entries are missed: whether two claims of two of its sides are aligned with each other."""
    aligned = [(_place(pair.a.statement), _place(pair.b.statement)) for pair in pipeline.compare([str(folder)]).pairs]
    missed = [e for e in row["discrepancies"] if e["level"] != "could" and found[e["id"]] is None]
    return Counter("not detected" if _reached(entry, aligned) else "not aligned" for entry in missed)


def _place(statement: Statement) -> Place:
    return int(Path(statement.article.path).stem), statement.start, statement.end


def _reached(entry: Row, aligned: list[tuple[Place, Place]]) -> bool:
    sides = [[tuple(quote) for quote in side] for side in entry["sides"]]
    return any(
        (_in(a, x) and _in(b, y)) or (_in(b, x) and _in(a, y)) for x, y in combinations(sides, 2) for a, b in aligned
    )


def _in(place: Place, quotes: list[Place]) -> bool:
    return any(place[0] == n and place[1] < end and start < place[2] for n, start, end in quotes)


def shown(name: str, sums: Counter[str]) -> str:
    return (
        f"{name}: must {sums['must_found']} of {sums['must']}, must and should {sums['wanted_found']} of"
        f" {sums['wanted']}, right {sums['right']} of {sums['reported']} reported, look-alikes flagged"
        f" {sums['flagged']} of {sums['pairs']}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--plain", action="store_true", help="score the plain script too")
    args = parser.parse_args()
    events = sources(args.shared)
    sums: dict[str, Counter[str]] = {}
    missed: dict[int, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "gold").mkdir()
        (root / "tools").symlink_to((args.shared / "tools").resolve())
        for line in GOLD.read_text("utf-8").splitlines():
            row = json.loads(line)
            name, articles, report = row["event"], root / row["event"], root / f"{row['event']}.json"
            texts = written(events[name], row["articles"], articles)
            (root / "gold" / f"{name}.json").write_text(json.dumps(gold_of(row, texts)), encoding="utf-8")
            engine(articles, report)
            ways = {"product": scored(root, report, name)}
            if args.plain:
                ways["plain"] = best_plain(root, articles, report, name)
            for way, figures in ways.items():
                if way == "product":
                    missed.setdefault(row["part"], Counter()).update(causes(row, articles, figures["found_at"]))
                sums.setdefault(f"part {row['part']}, {way}", Counter()).update(counted(row, figures))
                print(shown(f"{name}, {way}", counted(row, figures)), flush=True)
    for name, total in sorted(sums.items()):
        print(shown(name, total))
    for part, why in sorted(missed.items()):
        print(f"part {part}, missed: {dict(why)}")


if __name__ == "__main__":
    main()
