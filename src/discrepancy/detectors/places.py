"""Where it happened: one event, put in two places that are not one inside the other.

Three kinds of evidence count. An event that strikes something (a bomb, a storm, a fire) strikes two different sites
("refugee camp", "border crossing"). The heads of two articles on one event name two places of one rank ("the town of",
"off"). Or two aligned claims with one verb and one subject name two places. In the last two no article may name both:
one that knows both tells how they lie, and the one is then likely a part of the other.

Fires:
    "Blast hits crowded market." / "The blast struck a bus station."
    "The ferry sank off Salerno." / "The ferry sank off Palermo."

Stays silent:
    "The blast struck a market in Lagos." / "The blast struck Lagos." (a site and its city)
    "The ferry sank off Salerno." / "The ferry sank off Palermo, west of Salerno." (one article knows both)
    "A fire hit a school in May." / "A fire hit a hospital in June." (days that exclude each other)
    "Bombs hit a school." / "Bombs hit a hospital." (there were several)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._leads import Lead, leads, pairs
from discrepancy.detectors._positions import about, confidence, position, related, relation
from discrepancy.extractors._name_spelling import skeleton
from discrepancy.lexicon import EVENT_NOUNS, SITES, acts_of, same_act
from discrepancy.model import (
    Argument,
    Claim,
    Conflict,
    Evidence,
    Kind,
    NameMention,
    Pair,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
    Span,
)
from discrepancy.settings import Settings

LIKENESS = 0.5  # cosine of two centred claims from which one verb and one subject mean one event
EVENTS = "|".join(sorted(EVENT_NOUNS))
BLOW = re.compile(
    rf"\b(?P<event>(?:{EVENTS})s?)\b(?: \w{{1,20}}){{0,4}}? (?:hits?|struck|strikes?|rocks|rocked|targets|targeted|"
    r"(?:rips|ripped|tears|tore|sweeps|swept) through) (?P<what>(?:[\w'’-]{1,30} ?){1,7})",
    re.IGNORECASE,
)
SEVERAL = frozenset(f"{noun}s" for noun in EVENT_NOUNS)
"""Bombs that fall on a school and bombs that fall on a hospital are no one event."""
RANK = re.compile(
    r"\b(?:(?P<rank>town|village|city|suburb|district|island|province|region|neighbou?rhood|county) of"
    r"|(?P<off>off)(?: the (?:island|coast) of)?) (?:the )?$",
    re.IGNORECASE,
)
APART = frozenset(("province", "county", "island", "city"))
"""Ranks of which one place is no part of another: there it matters only that no head names both."""
STOP = re.compile(
    r"\b(?:in|at|between|near|on|of|outside|killing|leaving|as|and|after|during|from|with)\b", re.IGNORECASE
)
WORD = re.compile(r"\w+")
WHERE = ("in", "at", "near", "off", "on", "outside")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    yield from _blows(evidence)
    together = named_together(evidence.readings)
    yield from _ranks(evidence, together)
    for pair in evidence.pairs:
        if pair.similarity < LIKENESS:
            break  # pairs come the most alike first
        for x, y in _named_places(pair.a, pair.b):
            if (x.name, y.name) not in together and pair.a.statement.article.id != pair.b.statement.article.id:
                yield _named_conflict(pair, x, y)


def _blows(evidence: Evidence) -> Iterator[Conflict]:
    struck = [(reading, site) for reading in evidence.readings if (site := _site(reading))]
    for (a, x), (b, y) in combinations(struck, 2):
        if x.noun != y.noun and a.statement.key != b.statement.key and not exclude(a.dates, b.dates):
            yield _site_conflict(a, x, b, y)


def _ranks(evidence: Evidence, together: Together) -> Iterator[Conflict]:
    heads = named_together(reading for lead in leads(evidence) for reading in lead.readings)
    for a, b in pairs(evidence):
        for (x, rank), (y, other) in product(_ranked(a), _ranked(b)):
            known = heads if rank in APART else together
            names = (x[1].canonical, y[1].canonical)
            if rank == other and not _may_be_one(*names) and names not in known:
                yield _rank_conflict(x, y, rank)


def _may_be_one(a: str, b: str) -> bool:
    """Whether two names are one, or one place's, transliterated with other vowels."""
    return a == b or skeleton(a) == skeleton(b)


def _ranked(lead: Lead) -> Iterator[tuple[tuple[Reading, NameMention], str]]:
    """Places that the head of an article names with their rank, or as what something happened off."""
    for reading in lead.readings:
        text = reading.statement.article.text
        for name in reading.names:
            before = RANK.search(text[max(reading.statement.start, name.start - 30) : name.start])
            if before:
                yield (reading, name), (before["rank"] or before["off"]).lower()


@dataclass(frozen=True, slots=True)
class _Site:
    noun: str
    span: Span


def _site(reading: Reading) -> _Site | None:
    """What an event strikes, when that is a site.

    Read off the text: headlines, where it stands most often, are what parsers get wrong most often.
    """
    statement = reading.statement
    found = BLOW.search(statement.text)
    if not found or found["event"].lower() in SEVERAL:
        return None
    phrase = STOP.split(found["what"], maxsplit=1)[0]
    nouns = [word for word in WORD.finditer(phrase) if word[0].lower() in SITES]
    if not nouns:
        return None
    start = statement.start + found.start("what")
    return _Site(nouns[-1][0].lower(), (start + nouns[0].start(), start + nouns[-1].end()))


Together = set[tuple[str | None, str | None]]


def named_together(readings: Iterable[Reading]) -> Together:
    """Pairs of names that stand both in one article, of these statements."""
    named: dict[str, set[str]] = defaultdict(set)
    for reading in readings:
        named[reading.statement.article.id].update(name.canonical for name in reading.names)
    return {(a, b) for names in named.values() for a in names for b in names}


def _named_places(a: Claim, b: Claim) -> Iterator[tuple[Argument, Argument]]:
    one = (about(a.subject) and about(a.subject) == about(b.subject)) or _same_head(a, b)
    if not one or not same_act(a.predicate, b.predicate) or a.negated != b.negated or exclude(a.dates, b.dates):
        return
    for role in WHERE:
        x, y = a.argument(role), b.argument(role)
        if x is None or y is None or x.name is None or y.name is None or _one_place(x, y):
            continue
        if not related(x.name, y.name) and not _may_be_one(x.name, y.name):
            yield x, y


def _one_place(x: Argument, y: Argument) -> bool:
    """Whether the words of one hold those of the other: a place, and it with more run into it."""
    first, second = x.text.casefold(), y.text.casefold()
    return x.name == y.name or first in second or second in first


def _same_head(a: Claim, b: Claim) -> bool:
    return bool(a.subject and b.subject and a.subject.head == b.subject.head)


def _site_conflict(a: Reading, x: _Site, b: Reading, y: _Site) -> Conflict:
    return Conflict(
        kind=Kind.PLACE,
        relation=Relation.CONFLICT,
        detector="places",
        topic="site",
        a=_struck(a, x),
        b=_struck(b, y),
        confidence=0.65,
        severity=Severity.HIGH,
        question="What was hit?",
        why=(Signal("two sites", f"{x.noun} / {y.noun}"),),
    )


def _rank_conflict(x: tuple[Reading, NameMention], y: tuple[Reading, NameMention], rank: str) -> Conflict:
    sides = [Position(r.statement, n.text, ((n.start, n.end),), normalized=n.canonical) for r, n in (x, y)]
    return Conflict(
        kind=Kind.PLACE,
        relation=Relation.CONFLICT,
        detector="places",
        topic=f"rank:{rank}",
        a=sides[0],
        b=sides[1],
        confidence=0.65,
        severity=Severity.MEDIUM,
        question="Where did it happen?",
        why=(Signal("two places of one rank", f"{rank}: {sides[0].value} / {sides[1].value}"),),
    )


def _struck(reading: Reading, site: _Site) -> Position:
    text = reading.statement.article.text[slice(*site.span)]
    return Position(reading.statement, text, (site.span,), normalized=site.noun)


def _named_conflict(pair: Pair, x: Argument, y: Argument) -> Conflict:
    a, b = pair.a, pair.b
    act = min(acts_of(a.predicate) | acts_of(b.predicate))
    return Conflict(
        kind=Kind.PLACE,
        relation=relation(a, b),
        detector="places",
        topic=f"place:{act}",
        a=position(a, x.text, x.span, normalized=x.name),
        b=position(b, y.text, y.span, normalized=y.name),
        confidence=confidence(0.4 + pair.similarity / 2, a, b),
        severity=Severity.MEDIUM,
        question="Where did it happen?",
        why=(Signal("two places", f"{x.text} / {y.text}"), Signal("one act", act), *pair.why),
    )


PLUGIN = Detector("places", Kind.PLACE, find, __doc__)
