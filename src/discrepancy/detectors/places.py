"""Where it happened: one event, put in two places that are not one inside the other.

Two kinds of evidence count. An event that strikes something (a bomb, a storm, a fire) strikes two different sites
("refugee camp", "border crossing"). Or two aligned claims with one verb and one subject name two places, and no
article names both: an article that knows both tells how they lie, and the one is then likely a part of the other.

Fires:
    "Blast hits crowded market." / "The blast struck a bus station."
    "The ferry sank off Salerno." / "The ferry sank off Palermo."

Stays silent:
    "The blast struck a market in Lagos." / "The blast struck Lagos." (a site and its city)
    "A fire hit a school in May." / "A fire hit a hospital in June." (days that exclude each other)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._positions import about, confidence, crossed, position, related, relation
from discrepancy.lexicon import EVENT_NOUNS, SITES, acts_of, same_act
from discrepancy.model import Argument, Claim, Conflict, Evidence, Kind, Modality, Position, Severity, Signal
from discrepancy.settings import Settings

LIKENESS = 0.5  # cosine of two centred claims from which one verb and one subject mean one event
WHERE = ("in", "at", "near", "off", "on", "outside")


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    yield from _sites(evidence)
    together = _named_together(evidence)
    for pair in evidence.pairs:
        if pair.similarity < LIKENESS:
            break  # pairs come the most alike first
        for x, y in _named_places(pair.a, pair.b):
            if (x.name, y.name) not in together and pair.a.statement.article.id != pair.b.statement.article.id:
                yield _conflict(pair.a, pair.b, x, y, "place", pair.similarity)


def _sites(evidence: Evidence) -> Iterator[Conflict]:
    struck = [claim for claim in evidence.claims if _site(claim)]
    for a, b in crossed(struck):
        x, y = _site(a), _site(b)
        if x and y and x.head != y.head and _one_blow(a, b):
            yield _conflict(a, b, x, y, "site", 0.5)


def _site(claim: Claim) -> Argument | None:
    """What an event strikes, when that is a site."""
    subject, target = claim.subject, claim.object
    hits = "strike" in acts_of(claim.predicate) and claim.modality is Modality.FACT and not claim.negated
    if not hits or not subject or not target or subject.head not in EVENT_NOUNS:
        return None
    return target if target.head in SITES else None


def _one_blow(a: Claim, b: Claim) -> bool:
    first, second = a.subject, b.subject
    alike = first and second and (first.head == second.head or {first.head, second.head} <= EVENT_NOUNS)
    return bool(alike) and not exclude(a.dates, b.dates)


def _named_together(evidence: Evidence) -> set[tuple[str | None, str | None]]:
    """Pairs of names that one article holds both of."""
    named: dict[str, set[str]] = defaultdict(set)
    for reading in evidence.readings:
        named[reading.statement.article.id].update(name.canonical for name in reading.names)
    return {(a, b) for names in named.values() for a in names for b in names}


def _named_places(a: Claim, b: Claim) -> Iterator[tuple[Argument, Argument]]:
    one = (about(a.subject) and about(a.subject) == about(b.subject)) or _same_head(a, b)
    if not one or not same_act(a.predicate, b.predicate) or a.negated != b.negated or exclude(a.dates, b.dates):
        return
    for role in WHERE:
        x, y = a.argument(role), b.argument(role)
        if x and y and x.name and y.name and x.name != y.name and not related(x.name, y.name):
            yield x, y


def _same_head(a: Claim, b: Claim) -> bool:
    return bool(a.subject and b.subject and a.subject.head == b.subject.head)


def _conflict(a: Claim, b: Claim, x: Argument, y: Argument, signal: str, similarity: float) -> Conflict:
    act = min(acts_of(a.predicate) | acts_of(b.predicate))
    return Conflict(
        kind=Kind.PLACE,
        relation=relation(a, b),
        detector="places",
        topic=f"{signal}:{act}",
        a=_side(a, x),
        b=_side(b, y),
        confidence=confidence(0.4 + similarity / 2, a, b),
        severity=Severity.HIGH if signal == "site" else Severity.MEDIUM,
        question="Where did it happen?",
        why=(Signal(f"two {signal}s", f"{x.text} / {y.text}"), Signal("one act", act)),
    )


def _side(claim: Claim, where: Argument) -> Position:
    return position(claim, where.text, where.span, normalized=where.name or where.head)


PLUGIN = Detector("places", Kind.PLACE, find, __doc__)
