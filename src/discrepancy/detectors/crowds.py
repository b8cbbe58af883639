"""Crowds: how many came to a march, a rally, a funeral, a game or a fair, in the words of two sources.

Counts of all who came, of one gathering, that cannot both be right. Who counts decides much: where each number is
somebody's word, the two are attributed. A word for many ("thousands") is against a figure only where that is far below
it, or very far above.

Fires:
    "Police put turnout at around 2,000." / "Organisers said that 60,000 people marched."
    "The funeral was attended by 9,000 people." / "Some 30,000 mourners filled the square for the funeral."
    "Tens of thousands took to the streets of Tarma." / "About 1,500 people marched through Tarma."

Stays silent:
    "Thousands marched in Tarma." / "About 5,000 people marched in Tarma."
    "Some 20,000 people marched in Tarma." / "In Lund 3,000 people marched." (another town)
    "Some 20,000 people marched in Tarma." / "Some 200,000 people marched nationwide."
    "A crowd of 3,000 gathered." / "Some 500 police officers were deployed."
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, product

from discrepancy.detectors import Detector
from discrepancy.detectors._amounts import speaker_of
from discrepancy.detectors._events import Event, articles_of, name_words, same_event
from discrepancy.detectors._gatherings import Crowd, crowd
from discrepancy.detectors._values import compatible, normal, shown, size, vague
from discrepancy.detectors._when import excludes
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal
from discrepancy.settings import Settings

_APART = 1.25
"""How many times the one must be the other: nobody counts a crowd to the tenth part."""
_LOOSE = 25
"""How many times its own figure "thousands" falls short of before it is against a number."""
_MOST = 20
"""Crowds of one article that are compared."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, list(islice(_crowds(event, readings), _MOST))) for event, readings in articles_of(evidence)]
    for (event, own), (other, theirs) in combinations(told, 2):
        if own and theirs and same_event(event, other):
            pairs = product(_steady(own), _steady(theirs))
            yield from (_conflict(a, b) for a, b in pairs if _one(a, b, event, other) and _differ(a, b))


def _crowds(event: Event, readings: list[Reading]) -> Iterator[Crowd]:
    earlier = ""
    for reading in readings:
        for quantity in reading.quantities:
            found = crowd(reading, earlier, quantity, event)
            if found is not None:
                yield found
        earlier = reading.statement.text


def _steady(crowds: list[Crowd]) -> Iterator[Crowd]:
    """The crowds of an article, but for those of which it gives another number that nobody else counted."""
    for one in crowds:
        others = (x for x in crowds if x is not one and not _apart(x, one) and _differ(x, one))
        if all(one.counter and x.counter and one.counter != x.counter for x in others):
            yield one


def _one(a: Crowd, b: Crowd, event: Event, other: Event) -> bool:
    """Whether two numbers may be of one gathering: each place that only one names is one that both articles head."""
    heads = name_words(event.names), name_words(other.names)
    named = all(not one.places or one.places & head for one in (a, b) for head in heads)
    return not _apart(a, b) and (bool(a.places & b.places) or named)


def _apart(a: Crowd, b: Crowd) -> bool:
    """Whether two numbers are of two gatherings by their own words."""
    sorts = bool(a.sorts) and bool(b.sorts) and not a.sorts & b.sorts
    places = bool(a.places) and bool(b.places) and not a.places & b.places
    return sorts or places or a.wide != b.wide or not _one_day(a.reading, b.reading)


def _one_day(a: Reading, b: Reading) -> bool:
    """Whether no day that one statement names is against those of the other."""
    first, second = ({date.weekday for date in r.dates if date.weekday is not None} for r in (a, b))
    dates = not a.dates or not b.dates or any(not excludes(x, y) for x in a.dates for y in b.dates)
    return dates and (not first or not second or bool(first & second))


def _differ(a: Crowd, b: Crowd) -> bool:
    low, high = sorted((a.quantity, b.quantity), key=size)
    if compatible(low, high) or size(high) < _APART * size(low):
        return False
    least = low.low or low.high or 0
    return not vague(low) or (high.low or 0) >= _LOOSE * least


def _conflict(a: Crowd, b: Crowd) -> Conflict:
    speakers = {speaker.casefold() for speaker in (_speaker(a), _speaker(b)) if speaker}
    return Conflict(
        kind=Kind.QUANTITY,
        relation=Relation.ATTRIBUTED if len(speakers) == 2 else Relation.CONFLICT,
        detector="crowds",
        topic="crowd nationwide" if a.wide else "crowd",
        a=_position(a),
        b=_position(b),
        confidence=0.7,
        severity=Severity.MEDIUM,
        question="How many people came?",
        why=(Signal("same gathering", " ".join(sorted(a.sorts & b.sorts)) or "crowd"),
             Signal("values", f"{normal(a.quantity)} / {normal(b.quantity)}")),
    )  # fmt: skip


def _speaker(one: Crowd) -> str | None:
    return one.counter or speaker_of(one.reading, one.quantity)


def _position(one: Crowd) -> Position:
    value, span = shown(one.quantity, one.reading.statement.article.text), one.quantity.number_span
    return Position(one.reading.statement, value, (span,), normal(one.quantity), speaker=_speaker(one))


PLUGIN = Detector("crowds", Kind.QUANTITY, find, __doc__)
