"""Events of the press at large, each told by two to five outlets in full: a public collection, grouped here.

    git clone https://github.com/ramybaly/Article-Bias-Prediction
    python benchmarks/press.py Article-Bias-Prediction
    python benchmarks/press.py Article-Bias-Prediction --others
    python benchmarks/press.py Article-Bias-Prediction --earlier

The collection (Baly et al., EMNLP 2020, commit ced8111) holds 37,554 American and British articles of 2012 to 2020 in
full, with their outlet and day, and does not say which are of one event. This groups those on subjects where facts are
reported (`TOPICS`) and writes `gold/press-events.jsonl`, an event a line, by the articles' ids alone; their text
belongs to the outlets and stays in the clone. With `--others` it groups those on all other subjects, of 2018 to 2020
(politics, elections, health, the courts), and writes three hundred of these events, drawn by a fixed seed, to
`gold/press-others.jsonl` and the rest to `gold/press-rest.jsonl`; with `--earlier` four hundred of those of 2016 and
2017, to `gold/press-earlier.jsonl`. Two articles are linked when different outlets printed them within a day of each
other and their titles with the first lines are as alike as `LINKED`; an event is grown from its most alike pair, while
any two of its articles are as alike as `ALIKE`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Sequence
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from discrepancy import embed

Row = dict[str, Any]

GOLD = Path(__file__).parent / "gold"
EVENTS, OTHERS, REST, EARLIER = (GOLD / f"press-{name}.jsonl" for name in ("events", "others", "rest", "earlier"))
OTHER_YEARS, OTHER_EVENTS, OTHER_SEED = ("2018", "2019", "2020"), 300, 22
EARLIER_YEARS, EARLIER_EVENTS = ("2016", "2017"), 400
TOPICS = frozenset(
    """africa asia business capital_punishment_and_death_penalty china cia civil_rights criminal_justice death_penalty
    defense disaster ebola education environment europe fbi foreign_policy general_news great_britain
    gun_control_and_gun_rights homeland_security immigration isis israel justice mexico middle_east national_defense
    national_security north_korea nsa palestine public_health race_and_racism religion_and_faith russia science sports
    technology terrorism transportation us_military violence_in_america world""".split()
)
LINKED, ALIKE = 0.72, 0.68
LARGEST = 5
LENGTHS = range(601, 20_000)
"""Characters of an article's text: shorter ones are cut off, longer ones are magazine pieces."""
LEAD = 500
PARTS = 3


def read(clone: Path, years: tuple[str, ...]) -> list[Row]:
    """The collection's articles on the topics, or those of some years on all others, in the order of their ids."""
    rows = (json.loads(path.read_text("utf-8")) for path in sorted((clone / "data" / "jsons").glob("*.json")))
    whole = (row for row in rows if row["date"] and len(row["content_original"]) in LENGTHS)
    if years:
        return [row for row in whole if row["topic"] not in TOPICS and row["date"].startswith(years)]
    return [row for row in whole if row["topic"] in TOPICS]


def incidents(clone: Path, part: int) -> list[Row]:
    """One of three parts of the events, or the fourth to sixth, those on other subjects, in the form of the other
    collections' incidents."""
    path = (*(EVENTS,) * PARTS, OTHERS, REST, EARLIER)[part]
    listed = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    mine = [event for event in listed if path != EVENTS or part_of(event["cluster_id"]) == part]
    return [{**event, "articles": [told(clone, one) for one in event["articles"]]} for event in mine]


def part_of(event: str) -> int:
    return int(hashlib.sha256(event.encode()).hexdigest(), 16) % PARTS


def told(clone: Path, article: str) -> Row:
    row = json.loads((clone / "data" / "jsons" / f"{article}.json").read_text("utf-8"))
    return {
        "title": row["title"],
        "text": row["content_original"],
        "date": row["date"][:10],
        "outlet": row["source"],
        "url": row["url"],
    }


def group(rows: Sequence[Row]) -> list[list[int]]:
    """The events of two articles or more, by place in `rows`."""
    vectors = embed.unit(embed.load().encode([f"{row['title']}. {one_line(row)[:LEAD]}" for row in rows]))
    days = [date.fromisoformat(row["date"][:10]).toordinal() for row in rows]
    order = sorted(range(len(rows)), key=lambda at: days[at])
    links = []
    for place, a in enumerate(order):
        for b in order[place + 1 :]:
            if days[b] - days[a] > 1:
                break
            alike = float(vectors[a] @ vectors[b])
            if rows[a]["source"] != rows[b]["source"] and alike >= LINKED:
                links.append((alike, a, b))
    event_of = {at: frozenset((at,)) for at in range(len(rows))}
    for _, a, b in sorted(links, reverse=True):
        first, second = event_of[a], event_of[b]
        both = first | second
        if (
            first != second
            and len(both) <= LARGEST
            and len({rows[at]["source"] for at in both}) == len(both)
            and max(days[at] for at in both) - min(days[at] for at in both) <= 1
            and all(float(vectors[x] @ vectors[y]) >= ALIKE for x, y in product(first, second))
        ):
            event_of |= dict.fromkeys(both, both)
    return sorted({tuple(sorted(event)) for event in event_of.values() if len(event) > 1})


def one_line(row: Row) -> str:
    return " ".join(row["content_original"].split())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clone", type=Path, help="a clone of the collection's repository")
    parser.add_argument("--others", action="store_true", help="the other subjects, of three years")
    parser.add_argument("--earlier", action="store_true", help="the other subjects, of the two years before these")
    given = parser.parse_args()
    rows = read(given.clone, OTHER_YEARS if given.others else EARLIER_YEARS if given.earlier else ())
    events = [[rows[at]["ID"] for at in event] for event in group(rows)]
    if given.others or given.earlier:
        random.Random(OTHER_SEED).shuffle(events)
    if given.others:
        write(OTHERS, events[:OTHER_EVENTS])
        write(REST, events[OTHER_EVENTS:])
    elif given.earlier:
        write(EARLIER, events[:EARLIER_EVENTS])
    else:
        write(EVENTS, events)
    return 0


def write(path: Path, events: Sequence[Sequence[str]]) -> None:
    written = (
        {"cluster_id": f"abp_{hashlib.sha256(''.join(sorted(ids)).encode()).hexdigest()[:12]}", "articles": ids}
        for ids in events
    )
    path.write_text("".join(json.dumps(event) + "\n" for event in written), encoding="utf-8")
    print(f"{len(events)} events of {sum(map(len, events))} articles: {path}")


if __name__ == "__main__":
    sys.exit(main())
