"""Small reports to review, and lines about them. Each line of a source's text is a statement; its name is its path."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from discrepancy import review
from discrepancy.identity import pair_key
from discrepancy.model import (
    Article,
    Discrepancy,
    Kind,
    Position,
    Relation,
    Report,
    Severity,
    Side,
    SidePair,
    Statement,
)
from reports import article, tool
from reports import report as unjudged

Said = tuple[str, str]
"""A source, and a line of it with the words that conflict between asterisks."""

HERALD: Said = ("herald.txt", "*At least 12* people died when the ferry sank on Tuesday.")
WIRE: Said = ("wire.txt", "*Nine* people died in the sinking, the coast guard said.")
INQUIRY: Said = ("inquiry.txt", "The inquiry counted *15* dead.")
ALSO_NINE: Said = ("evening.txt", "Officials spoke of *nine* dead.")

STAMP = review.Stamp("Anna", datetime(2024, 5, 8, 9, 30, tzinfo=UTC))
LATER = review.Stamp("Ben", datetime(2024, 5, 9, 9, 30, tzinfo=UTC))

Names = Mapping[str, str]
NONE: Names = MappingProxyType({})
Found = Sequence[Sequence[Said]]
"""The sides of a discrepancy."""


def report(*found: Found, texts: Names = NONE, paths: Names = NONE, **changes: Any) -> Report:
    """A report with these discrepancies, over sources that hold what is said in them, each line once.

    `texts` and `paths` give a source another text or path. Every two sides of a discrepancy are a pair. `changes` are
    of every discrepancy.
    """
    lines: dict[str, dict[str, None]] = {}
    for sides in found:
        for source, line in (said for side in sides for said in side):
            lines.setdefault(source, {})[line.replace("*", "")] = None
    written = {source: "\n".join(known) + "\n" for source, known in lines.items()} | dict(texts)
    articles = tuple(article(source, text, path=paths.get(source, source)) for source, text in sorted(written.items()))
    return Report(
        tool=tool(),
        articles=articles,
        lines=MappingProxyType({}),
        statements=tuple(statement for one in articles for statement in _statements(one)),
        unread=(),
        discrepancies=tuple(discrepancy(articles, sides, **changes) for sides in found),
    )


def spoken() -> review.Reviewed:
    """The fixed report of `reports`, judged: a new side, a note and a resolution; an edited quote; a statement that
    joined; and a discrepancy that was made by hand, which nobody judged."""
    found = unjudged()
    deaths, joined, weekday = found.discrepancies
    by_hand = review.linked(
        [deaths.sides[0].positions[0], deaths.sides[2].positions[0]], Kind.OUTCOME, Severity.LOW, "Who died?"
    )
    told = _told(deaths, review.Verdict.CONFLICT, note="Rang the *ministry* at 9:30.\nThey confirm it.")
    wording = review.Resolution("At least 12 people died", "https://ministry.example/toll_1")
    resolved = _told(deaths, resolution=wording, stamp=LATER)
    judged_once = _told(joined, review.Verdict.NOT_CONFLICT)
    edit = review.Edit(review.Quote("herald.txt", "Its captain joined in May."), joined.sides[0].positions[0])
    accepted = _told(weekday, review.Verdict.ACCEPTED, stamp=review.Stamp(None, STAMP.date))
    made = _told(by_hand, made=True)
    pairs = [review.PairStanding(pair) for pair in (*deaths.pairs, *joined.pairs, *weekday.pairs, *by_hand.pairs)]
    standings = (
        review.Standing(deaths, (replace(pairs[0], entry=told), pairs[1]), (told, resolved)),
        review.Standing(joined, (replace(pairs[2], entry=judged_once, edits=(edit,)),), (judged_once,)),
        review.Standing(weekday, (replace(pairs[3], entry=accepted),), (accepted,), weekday.sides[1].positions),
        review.Standing(by_hand, (pairs[4],), (made,)),
    )
    return review.Reviewed(replace(found, discrepancies=(deaths, joined, weekday, by_hand)), standings)


def _told(found: Discrepancy, verdict: review.Verdict | None = None, **said: Any) -> review.Entry:
    return review.entry(found, Path(), said.pop("stamp", STAMP), verdict=verdict, **said)


def discrepancy(articles: Sequence[Article], sides: Found, **changes: Any) -> Discrepancy:
    shaped = tuple(Side(_value(side[0]), None, tuple(position(articles, one) for one in side)) for side in sides)
    pairs = tuple(
        SidePair((i, j), Relation.CONFLICT, ("quantities",), (), (_key(shaped[i], shaped[j]),))
        for i in range(len(shaped))
        for j in range(i + 1, len(shaped))
    )
    fingerprint = min(pair.keys[0] for pair in pairs)
    made = Discrepancy(
        fingerprint[:8],
        fingerprint,
        Kind.QUANTITY,
        Relation.CONFLICT,
        Severity.HIGH,
        0.9,
        "How many people died?",
        "How many people died? " + " / ".join(side.value for side in shaped),
        shaped,
        pairs,
    )
    return replace(made, **changes)


def position(articles: Sequence[Article], said: Said) -> Position:
    source, marked = said
    (own,) = [one for one in articles if one.id == source]
    line = marked.replace("*", "")
    start = own.text.index(line)
    before, words, _ = marked.split("*", 2)
    first = start + len(before)
    return Position(Statement(own, start, start + len(line)), words, ((first, first + len(words)),))


def log(folder: Path, *entries: review.Entry) -> review.Log:
    """The review file in `folder`, after these lines were added to it."""
    path = folder / review.FILE_NAME
    if entries:
        review.append(path, entries)
    return review.read(path)


def judged(found: Report, folder: Path, verdict: review.Verdict = review.Verdict.CONFLICT, **said: Any) -> review.Entry:
    """A line about the first discrepancy of `found`."""
    return review.entry(found.discrepancies[0], folder, said.pop("stamp", STAMP), verdict=verdict, **said)


def _statements(source: Article) -> list[Statement]:
    statements, start = [], 0
    for line in source.text.split("\n"):
        if line:
            statements.append(Statement(source, start, start + len(line)))
        start += len(line) + 1
    return statements


def _value(said: Said) -> str:
    return said[1].split("*")[1]


def _key(a: Side, b: Side) -> str:
    return min(pair_key(one, other) for one in a.positions for other in b.positions)
