"""Authors: whom the sources name as having done it, where they name different ones.

A force, a movement or a state that claims an attack, or is blamed for it, in one article, against another that no other
word of either article ties to it; a claim against the claimant's own denial; and a claim against nobody's.

Fires:
    "The Sarma Front claimed responsibility for the bombing." / "The mayor blamed the Tolvan Brigade for the bombing."
    "The Sarma Front claimed the bombing." / "The Sarma Front denied any role in the bombing."
    "Nobody has claimed the bombing." / "The Sarma Front claimed responsibility."

Stays silent:
    "The Sarma Front (SF) claimed the bombing." / "The SF was behind the bombing."
    "The mayor blamed the army, the army the rebels." / "The mayor blamed the army." (one article tells of both)
    "The Sarma Front claimed the bombing." / "The Tolvan Brigade claimed an earlier bombing."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, product

from discrepancy.detectors import Detector
from discrepancy.detectors._bodies import Body, Ties, one
from discrepancy.detectors._charges import Charge, charges_of, sites_of
from discrepancy.detectors._events import Event, articles_of, same_event
from discrepancy.model import Conflict, Evidence, Kind, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

_MOST = 30
"""Charges of one article that are compared."""


@dataclass(frozen=True, slots=True)
class _Source:
    """One article that says who did it."""

    event: Event
    charges: Sequence[Charge]
    sites: frozenset[str]

    def of(self, *stances: str) -> list[tuple[Charge, Body]]:
        return [(charge, charge.body) for charge in self.charges if charge.body and charge.stance in stances]

    def authors(self, other: _Source) -> list[tuple[Charge, Body]]:
        """Whom it names for what the other article tells of, too."""
        named = self.of("claimed", "named")
        return [(charge, body) for charge, body in named if not charge.sites or charge.sites & other.sites]

    @property
    def nobody(self) -> Charge | None:
        return next((charge for charge in self.charges if charge.stance == "nobody"), None)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = list(articles_of(evidence))
    sites = frozenset(site for _, own in told for site in sites_of(own))
    charged = (_Source(event, list(islice(charges_of(event, own, sites), _MOST)), sites_of(own)) for event, own in told)
    sources = [source for source in charged if source.charges]
    if len(sources) < 2:
        return
    ties = Ties(article.text for article in evidence.articles)
    for a, b in combinations(sources, 2):
        if same_event(a.event, b.event):
            yield from _two(a, b, ties)
            yield from _taken_back(a, b)
            yield from _taken_back(b, a)
            yield from _unclaimed(a, b)
            yield from _unclaimed(b, a)


def _two(a: _Source, b: _Source, ties: Ties) -> Iterator[Conflict]:
    """Two authors, of which neither article names the other's."""
    own, theirs = a.authors(b), b.authors(a)
    apart = [(x, y) for (x, first), (y, second) in product(own, theirs) if ties.apart(first, second)]
    if apart and len(apart) == len(own) * len(theirs):
        x, y = apart[0]
        relation = Relation.ATTRIBUTED if x.said and y.said else Relation.CONFLICT
        yield _conflict("attack", "Whose attack was it?", relation, x, y)


def _taken_back(claiming: _Source, denying: _Source) -> Iterator[Conflict]:
    """A claim in one article, and in the other the claimant's denial."""
    claims, denials = claiming.of("claimed"), denying.of("denied")
    both = denying.of("claimed") + claiming.of("denied")
    for (x, first), (y, second) in product(claims, denials):
        if one(first, second) and not any(one(first, other) for _, other in both):
            yield _conflict("claimed", "Has anybody claimed the attack?", Relation.ATTRIBUTED, x, y)
            return


def _unclaimed(claiming: _Source, other: _Source) -> Iterator[Conflict]:
    """A claim in one article, and in the other that there was none."""
    nobody, claims = other.nobody, claiming.of("claimed")
    if nobody and claims and not other.of("claimed") and not claiming.nobody:
        yield _conflict("claimed", "Has anybody claimed the attack?", Relation.UPDATE, claims[0][0], nobody)


def _conflict(topic: str, question: str, relation: Relation, a: Charge, b: Charge) -> Conflict:
    return Conflict(
        kind=Kind.AGENCY,
        relation=relation,
        detector="authors",
        topic=topic,
        a=_position(a),
        b=_position(b),
        confidence=0.7,
        severity=Severity.HIGH,
        question=question,
        why=(Signal("who did it", f"{a.stance} / {b.stance}"),),
    )


def _position(charge: Charge) -> Position:
    text = charge.reading.statement.article.text
    return Position(charge.reading.statement, text[slice(*charge.span)], (charge.span,), normalized=_key(charge))


def _key(charge: Charge) -> str:
    """What makes two answers one: the same stems of names, or the same want of a claim."""
    if charge.body is None:
        return charge.stance
    names = sorted(stem for stem in charge.body.stems if stem.isalnum()) or [charge.body.side or ""]
    return ("not " if charge.stance == "denied" else "") + " ".join(names)


PLUGIN = Detector("authors", Kind.AGENCY, find, __doc__)
