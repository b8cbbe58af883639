"""What is found on news that no rule was made on: a hundred incidents, each told by two articles or more.

    python benchmarks/incidents.py draw 2
    python benchmarks/incidents.py score

The incidents are drawn by a fixed seed: the first hundred from those that `training/make_news_pairs.py` holds out of
training, each later one, for rules that were mended on the ones before, from all others. They are American crime; draws
11 and 12 are of other news, the two halves of the 86 events of ECB+ (disasters, courts, business, sports, politics),
ten articles an event, and draws 13 to 16 of politics, 600 stories of NeuS each, three headlines with the first lines
below them; draw 18 is of all stories of NeuS that were left. Draw 23 is of all American crime once more (half an hour),
as the product finds now on incidents that the rules were mended on, and draws 17 and 24 of the same, less every finding
that an earlier draw of crime has put before a judge. Draws 19 to 21 are of whole articles of the press at large, a
third of `press.py`'s events each, read from a clone of their collection (`--press`), and draws 22, 25 and 26 are of its
other subjects. `draw` keeps fifty of the findings on a draw (all, where there are fewer), by file and offset, before
anybody has judged them; a person then writes `right` or `wrong` and a reason beside each, by what an editor would say.
`score` prints

- of each kept draw, the precision with its 95 % interval (Wilson), and how many of its findings are still reported;
- recall: of the incidents whose articles give different numbers of killed or of injured (`auto_disagree` in the
  collection, read off the articles automatically and so wrong at times), the share with a finding of such a number, and
  of those whose articles give a participant different ages, the share with a finding of an age; beside it the share
  with a finding of any kind (other news has no such record);
- findings an incident.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import press
from _tokenised import plain_lines
from discrepancy import pipeline
from discrepancy.model import Discrepancy, Report, Statement
from discrepancy.settings import DEFAULT

HERE = Path(__file__).parent
FILE = "data/news/gva_clusters.jsonl.gz"
EVENTS, EVENT_SAMPLES = "data/news/ecbplus_clusters.jsonl.gz", (11, 12)
STORIES, STORY_SAMPLES, LAST_STORIES = "data/news/neus_clusters.jsonl.gz", (13, 14, 15, 16), 18
IN_STORY_SAMPLE, SAMPLES_AT_ONCE = 600, 2
CRIME_SAMPLES, ALL_CRIME, UNJUDGED = range(1, 11), 23, (17, 24)
PRESS_SAMPLES = (19, 20, 21, 22, 25, 26)
INCIDENTS = 100
KEPT = 50
HELD_OUT = 8
"""As in training/make_news_pairs.py: one incident in so many, by a hash of its id."""
DRAW_SEED = 20
SAMPLES = (*CRIME_SAMPLES, *EVENT_SAMPLES, *STORY_SAMPLES, *UNJUDGED, LAST_STORIES, *PRESS_SAMPLES, ALL_CRIME)
NEAR = 40
"""Characters that a statement's start may have moved since it was judged, as rules of cleaning and cutting changed."""
AGE = r"(?:, | )(?:aged? )?(\d{1,2})(?:,|-year-old| years old)"

Row = dict[str, Any]


def incidents(shared: Path, sample: int) -> list[Row]:
    """A hundred, in the order of the file: sample 1 of those held out of training, each later one of fresh others.

    `shared` is the clone of the press's collection for a sample of that.
    """
    if sample in PRESS_SAMPLES:
        return press.incidents(shared, PRESS_SAMPLES.index(sample))
    if sample in EVENT_SAMPLES:
        return half_of_the_events(shared, EVENT_SAMPLES.index(sample))
    if sample in STORY_SAMPLES:
        return stories(shared, STORY_SAMPLES.index(sample))
    if sample == LAST_STORIES:
        return stories_left(shared)
    rows = read(shared / FILE)
    if sample in (*UNJUDGED, ALL_CRIME):
        return rows
    pool = [row for row in rows if is_held_out(row["cluster_id"]) is (sample == 1)]
    drawn = random.Random(DRAW_SEED).sample(pool, INCIDENTS)
    for earlier in range(2, sample):
        taken = {row["cluster_id"] for row in drawn}
        pool = [row for row in pool if row["cluster_id"] not in taken]
        drawn = random.Random(DRAW_SEED + earlier).sample(pool, INCIDENTS)
    chosen = {row["cluster_id"] for row in drawn}
    return [row for row in pool if row["cluster_id"] in chosen]


def half_of_the_events(shared: Path, which: int) -> list[Row]:
    """Half of the events of ECB+, as incidents: the first line of an article is its title."""
    rows = read(shared / EVENTS)
    first = set(random.Random(DRAW_SEED).sample([row["cluster_id"] for row in rows], len(rows) // 2))
    chosen = [row for row in rows if (row["cluster_id"] in first) is (which == 0)]
    return [{"cluster_id": row["cluster_id"], "articles": [told(one) for one in row["articles"]]} for row in chosen]


def stories(shared: Path, which: int) -> list[Row]:
    """One of the drawn parts of NeuS: two at a time, from what was not drawn before."""
    pool, drawn = read(shared / STORIES), []
    for earlier in range(which // SAMPLES_AT_ONCE + 1):
        taken = {row["cluster_id"] for row in drawn}
        pool = [row for row in pool if row["cluster_id"] not in taken]
        drawn = random.Random(DRAW_SEED + earlier).sample(pool, SAMPLES_AT_ONCE * IN_STORY_SAMPLE)
    at = which % SAMPLES_AT_ONCE * IN_STORY_SAMPLE
    return drawn[at : at + IN_STORY_SAMPLE]


def stories_left(shared: Path) -> list[Row]:
    """What no part of NeuS has drawn."""
    drawn = {row["cluster_id"] for which in range(len(STORY_SAMPLES)) for row in stories(shared, which)}
    return [row for row in read(shared / STORIES) if row["cluster_id"] not in drawn]


def told(article: Row) -> Row:
    title, *lines = plain_lines(article["sentences"])
    return {"title": title, "text": "\n".join(lines)}


def read(path: Path) -> list[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_held_out(incident: str) -> bool:
    return int(hashlib.sha256(incident.encode()).hexdigest(), 16) % HELD_OUT == 0


def compared(incident: Row) -> Report:
    """The report on an incident's articles, each a record of one JSON lines file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        records = (
            {
                "id": str(number),
                "title": article["title"],
                "text": f"{article['title']}\n\n{article['text']}",
                "published": article.get("date"),
                "publisher": article.get("outlet"),
                "url": article.get("url"),
            }
            for number, article in enumerate(incident["articles"])
        )
        path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return pipeline.compare([str(path)], DEFAULT)


def kept(incident: Row, found: Discrepancy) -> Row:
    """A finding without a word of its articles: which incident, what kind, and where its statements stand."""
    return {
        "incident": incident["cluster_id"],
        "fingerprint": found.fingerprint,
        "kind": found.kind,
        "severity": found.severity,
        "detectors": sorted({name for pair in found.pairs for name in pair.detectors}),
        "sides": [
            [place(incident, p.statement) for p in side.positions]
            for side in found.sides
        ],
        "verdict": None,
        "reason": None,
    }  # fmt: skip


def place(incident: Row, statement: Statement) -> Row:
    """Where a statement stands: offsets into the article's `text`; below 0 in the title, which stands before it."""
    number = statement.article.id.rsplit("#", 1)[-1]
    before = len(incident["articles"][int(number)]["title"]) + 2
    return {"article": number, "start": statement.start - before, "end": statement.end - before}


def draw(shared: Path, sample: int) -> None:
    found = [kept(incident, found) for incident, report in reports(shared, sample) for found in report.discrepancies]
    if sample in UNJUDGED:
        before = (one for one in (*CRIME_SAMPLES, *UNJUDGED, ALL_CRIME) if one < sample)
        judged = [row for earlier in before for row in drawn_rows(earlier)]
        found = [row for row in found if not any(is_same(row, earlier) for earlier in judged)]
    drawn = random.Random(sample).sample(found, min(KEPT, len(found)))
    path = draw_of(sample)
    path.write_text("".join(json.dumps(row) + "\n" for row in drawn), encoding="utf-8")
    print(f"{len(drawn)} of {len(found)} findings: {path}")


def draw_of(sample: int) -> Path:
    return HERE / "gold" / f"incidents-{sample}.jsonl"


def drawn_rows(sample: int) -> list[Row]:
    """The rows of a kept draw; none where it has not been drawn."""
    path = draw_of(sample)
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def is_same(found: Row, judged: Row) -> bool:
    """Whether two rows are one finding: of one kind, with statements at the same places on two sides."""
    if found["incident"] != judged["incident"] or found["kind"] != judged["kind"]:
        return False
    met = [{at for at, other in enumerate(judged["sides"]) if meet(side, other)} for side in found["sides"]]
    return any(len(a | b) > 1 for a, b in combinations([m for m in met if m], 2))


def meet(side: Sequence[Row], other: Sequence[Row]) -> bool:
    return any(a["article"] == b["article"] and abs(a["start"] - b["start"]) < NEAR for a in side for b in other)


def reports(shared: Path, sample: int, only: set[str] | None = None) -> Iterator[tuple[Row, Report]]:
    wanted = (one for one in incidents(shared, sample) if only is None or one["cluster_id"] in only)
    return ((incident, compared(incident)) for incident in wanted)


def interval(right: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share."""
    if not of:
        return 0.0, 1.0
    z, share = 1.96, right / of
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of)) / (1 + z * z / of)
    return middle - half, middle + half


def ages_differ(incident: Row) -> bool:
    """Whether two articles give one participant of the structured record different ages."""
    names = [person["Name"] for person in incident["truth"]["participants"] if "Name" in person]
    for name in names:
        pattern = re.compile(re.escape(name) + AGE)
        ages = {found[1] for article in incident["articles"] if (found := pattern.search(article["text"]))}
        if len(ages) > 1:
            return True
    return False


def score(shared: Path, sample: int) -> None:
    judged = [row for row in drawn_rows(sample) if row["verdict"]]
    asked = {row["incident"] for row in judged} if sample in (*UNJUDGED, ALL_CRIME) else None
    found = list(reports(shared, sample, asked))
    now = {d.fingerprint for _, report in found for d in report.discrepancies}
    print(f"sample {sample}")
    print_precision("as drawn", judged)
    print_precision("of those, still reported", [row for row in judged if row["fingerprint"] in now])
    if sample in CRIME_SAMPLES:
        print_recall("killed or injured", [(i, r) for i, r in found if i["auto_disagree"]], ("quantities", "figures"))
        print_recall("ages", [(i, r) for i, r in found if ages_differ(i)], ("ages",))
    counted = [len(report.discrepancies) for _, report in found]
    print(f"findings: {sum(counted)} on {len(counted)} incidents, {sum(map(bool, counted))} of which have one")
    print("by detector:", dict(Counter(name for _, r in found for d in r.discrepancies for name in detectors(d))))


def detectors(found: Discrepancy) -> set[str]:
    return {name for pair in found.pairs for name in pair.detectors}


def print_precision(name: str, rows: Sequence[Row]) -> None:
    right = sum(row["verdict"] == "right" for row in rows)
    low, high = interval(right, len(rows))
    share = f"{right / len(rows):.2f}" if rows else "none"
    print(f"{name}: {right} of {len(rows)} right, precision {share} ({low:.2f} to {high:.2f})")


def print_recall(name: str, rows: Sequence[tuple[Row, Report]], of: Sequence[str]) -> None:
    hit = sum(any(detectors(d) & set(of) for d in report.discrepancies) for _, report in rows)
    any_hit = sum(bool(report.discrepancies) for _, report in rows)
    print(f"recall, {name}: {hit} of {len(rows)} incidents; with any finding {any_hit}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("draw", "score"), nargs="?", default="score")
    parser.add_argument("sample", type=int, choices=SAMPLES, nargs="?", help="which hundred (default: all judged)")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--press", type=Path, help="a clone of the collection that press.py names")
    given = parser.parse_args()
    folders = {sample: given.press if sample in PRESS_SAMPLES else given.shared for sample in SAMPLES}
    if given.sample and not folders[given.sample]:
        parser.error(f"draw {given.sample} is of the press: name a clone of its collection with --press")
    if given.what == "draw":
        draw(folders[given.sample or 1], given.sample or 1)
    else:
        kept = (sample for sample, folder in folders.items() if folder and draw_of(sample).exists())
        for sample in (given.sample,) if given.sample else kept:
            score(folders[sample], sample)
    return 0


if __name__ == "__main__":
    sys.exit(main())
