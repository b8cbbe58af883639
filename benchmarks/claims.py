"""Precision and recall of the claims, beside whole sentences as claims.

    python benchmarks/claims.py --shared ../shared [--wrong]

The gold list `gold/claims.jsonl` holds sentences of the seeds, of collected text (by file and offset; their claims by
heads only) and of other fields of news, each with every claim that it makes. It was written by hand before the rules
were tuned. Its 20 "held-out" sentences were written after, run once and not tuned on: they tell what to expect.

A claim of the engine is right (strict) when a gold claim of its sentence has the same predicate lemma, the same head
words of subject, object and complement, the same negation and the same modality. It is right (by its words) when its
text and that of a gold claim share words to an F1 of 0.75, and negation and modality agree; a gold claim without text
is then judged by heads. Each gold claim is matched once. A statement that stands as its own claim, because its parse
was doubtful,
counts as none: it asserts nothing new. The baseline takes each sentence as its claim and judges it by its words.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from discrepancy import parse
from discrepancy.claims import claims_of
from discrepancy.clean import mark
from discrepancy.extractors import enrich
from discrepancy.loaders import load
from discrepancy.model import Article, Claim, Modality, Reading
from discrepancy.segment import segment
from discrepancy.settings import DEFAULT

CORE = ("subject", "object", "complement")
ENOUGH = 0.75
Gold = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A gold sentence with what the engine read in it."""

    gold: Gold
    quote: str
    readings: tuple[Reading, ...]


def read(articles: Sequence[Article]) -> list[Reading]:
    """The readings of a collection, as the pipeline makes them."""
    lines = mark(articles)
    statements = [s for article in articles for s in segment(article, lines[article.id])]
    tokens = parse.load(None).parse([s.text for s in statements])
    return list(enrich([Reading(s, t) for s, t in zip(statements, tokens, strict=True)], DEFAULT))


def items(gold: Sequence[Gold], root: Path, shared: Path) -> list[Item]:
    folders = {"seed": root / "seeds"}
    folders |= {
        str(p.relative_to(shared / "clusters")): p for p in sorted((shared / "clusters").glob("*")) if p.is_dir()
    }
    read_in = {name: read(load([str(folder)], DEFAULT).articles) for name, folder in folders.items()}
    own = [Article(f"own-{i}", f"own-{i}", "", entry["quote"]) for i, entry in enumerate(gold) if _is_own(entry)]
    alone: dict[str, list[Reading]] = defaultdict(list)
    for article in own:
        for reading in read([article]):
            alone[article.text].append(reading)
    return [_item(entry, read_in, alone) for entry in gold]


def _is_own(entry: Gold) -> bool:
    return "seed" not in entry and "cluster" not in entry


def _item(entry: Gold, read_in: dict[str, list[Reading]], alone: dict[str, list[Reading]]) -> Item:
    if _is_own(entry):
        return Item(entry, entry["quote"], tuple(alone[entry["quote"]]))
    if "seed" in entry:
        pool = [r for r in read_in["seed"] if Path(r.statement.article.path).name == entry["seed"]]
        start = pool[0].statement.article.text.index(entry["quote"])
        end = start + len(entry["quote"])
    else:
        folder, name = entry["cluster"].split("/")
        pool = [r for r in read_in[folder] if Path(r.statement.article.path).name == name]
        start, end = entry["start"], entry["end"]
    inside = tuple(r for r in pool if r.statement.start < end and start < r.statement.end)
    return Item(entry, pool[0].statement.article.text[start:end], inside)


def heads(claim: Claim) -> dict[str, str]:
    return {a.role: a.head for a in reversed(claim.arguments) if a.role in CORE}


def strict(claim: Claim, gold: Gold) -> bool:
    return claim.predicate == gold["predicate"] and heads(claim) == gold["heads"] and footing(claim, gold)


def by_words(claim: Claim, gold: Gold) -> bool:
    if "text" not in gold:
        return strict(claim, gold)
    return footing(claim, gold) and f1(claim.text, gold["text"]) >= ENOUGH


def footing(claim: Claim, gold: Gold) -> bool:
    return claim.negated == gold.get("negated", False) and claim.modality == Modality(gold.get("modality", "fact"))


def f1(a: str, b: str) -> float:
    first, second = Counter(re.findall(r"\w+", a.lower())), Counter(re.findall(r"\w+", b.lower()))
    common = sum((first & second).values())
    return 2 * common / (sum(first.values()) + sum(second.values())) if common else 0.0


def matched(claims: Sequence[Claim], gold: Sequence[Gold], same: Callable[[Claim, Gold], bool]) -> list[Gold | None]:
    """For each claim the gold claim that it is, each gold claim given out once."""
    left = list(gold)
    result: list[Gold | None] = []
    for claim in claims:
        found = next((g for g in left if same(claim, g)), None)
        if found is not None:
            left.remove(found)
        result.append(found)
    return result


def sentence_as_claim(item: Item) -> list[Claim]:
    return [Claim(r.statement, r.statement.text, "", (0, 0)) for r in item.readings]


def row(name: str, found: Sequence[Sequence[Gold | None]], gold: int) -> str:
    right, made = sum(g is not None for f in found for g in f), sum(len(f) for f in found)
    precision, recall = right / made if made else 0.0, right / gold
    return f"{name:34} {made:6} {right:6} {precision:10.2f} {recall:7.2f}"


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--shared", type=Path, default=Path("../shared"))
    options.add_argument("--wrong", action="store_true", help="list claims without gold and gold without claim")
    given = options.parse_args()
    here = Path(__file__).parent
    gold = [json.loads(line) for line in (here / "gold" / "claims.jsonl").read_text("utf-8").splitlines()]
    found = items(gold, here.parent, given.shared)
    total = sum(len(entry["claims"]) for entry in gold)
    began = time.perf_counter()
    made = [[c for r in item.readings for c in claims_of(r) if not c.whole] for item in found]
    spent = time.perf_counter() - began
    print(f"{len(gold)} sentences, {total} gold claims; claims read in {spent:.2f} s\n")
    print(f"{'':34} {'claims':>6} {'right':>6} {'precision':>10} {'recall':>7}")
    for name, same in (("engine, strict", strict), ("engine, by its words", by_words)):
        print(row(name, [matched(c, i.gold["claims"], same) for c, i in zip(made, found, strict=True)], total))
    for field in sorted({entry["field"] for entry in gold}):
        chosen = [(c, i) for c, i in zip(made, found, strict=True) if i.gold["field"] == field]
        count = sum(len(i.gold["claims"]) for _, i in chosen)
        print(row(f"  strict, {field}", [matched(c, i.gold["claims"], strict) for c, i in chosen], count))
    print(row("whole sentences, by their words",
              [matched(sentence_as_claim(i), i.gold["claims"], by_words) for i in found], total))  # fmt: skip
    if given.wrong:
        for claims, item in zip(made, found, strict=True):
            _tell(claims, item)


def _tell(claims: Sequence[Claim], item: Item) -> None:
    pairs = matched(claims, item.gold["claims"], strict)
    missed = [g for g in item.gold["claims"] if g not in pairs]
    wrong = [c for c, g in zip(claims, pairs, strict=True) if g is None]
    if missed or wrong:
        print(f"\n{item.quote}")
    for claim in wrong:
        print(f"  + {claim.text}  [{claim.predicate} {heads(claim)} {'neg' if claim.negated else ''} {claim.modality}]")
    for entry in missed:
        print(f"  - {entry.get('text', '')}  [{entry['predicate']} {entry['heads']} {entry.get('modality', '')}]")


if __name__ == "__main__":
    main()
