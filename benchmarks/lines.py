"""How well `clean` tells the lines of the seed articles apart, beside calling every line body.

python benchmarks/lines.py --shared ../shared [--verbose]
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from discrepancy.clean import mark
from discrepancy.model import Article, LineKind

SEEDS = Path(__file__).parent.parent / "seeds"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--verbose", action="store_true", help="show every line that is wrong")
    options = parser.parse_args()
    gold = json.loads((options.shared / "gold" / "seeds-boilerplate.json").read_text(encoding="utf-8"))
    wanted = {(name, row["line"]): row["kind"] for name, rows in gold.items() for row in rows}
    found = marked()
    baseline = dict.fromkeys(wanted, ("body", ""))
    print(f"{'':24}{'right':>14}{'body lost':>12}{'furniture stated':>18}")
    for name, answer in (("every line is body", baseline), ("clean.mark", found)):
        print(f"{name:24}{score(wanted, answer)}")
    if options.verbose:
        for place, kind in sorted(wanted.items()):
            if found.get(place, ("none", ""))[0] != kind:
                print(*place, "gold:", kind, "found:", *found.get(place, ("none", "")))


def marked() -> dict[tuple[str, int], tuple[str, str]]:
    """File name and line number to kind and reason."""
    articles = [
        Article(path.name, path.name, "", path.read_text(encoding="utf-8")) for path in sorted(SEEDS.glob("*.txt"))
    ]
    lines = mark(articles)
    return {
        (article.id, article.line_of(line.start) or 0): (str(line.kind), line.reason)
        for article in articles
        for line in lines[article.id]
    }


def score(wanted: Mapping[tuple[str, int], str], found: Mapping[tuple[str, int], tuple[str, str]]) -> str:
    """One row of the table: lines right, body lines lost, furniture and teasers that would be statements."""
    kinds = {place: found.get(place, ("none", ""))[0] for place in wanted}
    right = sum(kinds[place] == kind for place, kind in wanted.items())
    stated = {str(kind) for kind in LineKind if kind.stated}
    wrong = Counter(
        "lost" if kind == "body" else "stated"
        for place, kind in wanted.items()
        if (kind == "body" and kinds[place] not in stated)
        or (kind in ("boilerplate", "teaser") and kinds[place] in stated)
    )
    return f"{right:>6}/{len(wanted)} {right / len(wanted):.2f}{wrong['lost']:>12}{wrong['stated']:>18}"


if __name__ == "__main__":
    main()
