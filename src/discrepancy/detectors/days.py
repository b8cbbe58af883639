"""On which day: the days that articles of one event give for what happened.

A day counts where its clause names what happened ("a bomb went off on Sunday") or a deed that both articles tell of
with the same words; each article must have one. Days of statements, arrests and funerals are of something else.

Fires:
    "The bridge collapsed on Sunday, killing six." / "On Saturday 4 May the bridge collapsed."
    "The miners were abducted near Tarma on 12 March." / "On 13 March gunmen abducted the miners of Tarma."

Stays silent:
    "The bridge collapsed late on Saturday." / "The bridge collapsed on Sunday." (one night)
    "The bridge collapsed on Saturday." / "The mayor said on Sunday that the bridge collapse killed six."
    "The bridge collapsed on Saturday." / "A second bridge collapsed on Sunday." (two events)
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, islice

from discrepancy.detectors import Detector
from discrepancy.detectors._act_days import EVENT, ActDay, act_days
from discrepancy.detectors._events import HEAD, Event, articles_of, meet, same_event
from discrepancy.detectors._happenings import kin
from discrepancy.model import Conflict, Evidence, Kind, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

_MOST = 20
"""Days of one article that are compared."""
_WEEK = 6
"""Days between two articles within which a weekday means one day."""
_LEAP = 2024
"""A year that has every day."""
_QUESTIONS = {
    "abduct": "On which day were they taken?",
    "enter": "On which day did they get there?",
    "retake": "On which day was it retaken?",
    "claim": "On which day was it claimed?",
    "due": "On which day was it to be?",
}
_COMMON = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april august september october"
    " november december scheduled planned abducted kidnapped whisked marched snatched seized carried taken entered"
    " reached arrived retook retaken recaptured liberated regained control claimed responsibility credit attack bombing"
    " blast operation killing assault allowed failed under place start begin people about which there their where while"
    " other".split()
)
"""Words of a clause that are no sign of one deed: its days, its verb, and what any clause has."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    told = [(event, list(islice(act_days(event, readings), _MOST))) for event, readings in articles_of(evidence)]
    for (event, own), (other, theirs) in combinations([one for one in told if one[1]], 2):
        if _same(event, other):
            yield from _between(own, theirs)


def _same(a: Event, b: Event) -> bool:
    """Whether two articles may tell of one event, their days no more than a week apart."""
    return meet(a.days, b.days, _WEEK) and same_event(replace(a, days=()), replace(b, days=()))


def _between(own: list[ActDay], theirs: list[ActDay]) -> Iterator[Conflict]:
    ours, others = _by_act(own), _by_act(theirs)
    for act in sorted(ours.keys() & others.keys()):
        if not (_one_day(ours[act]) and _one_day(others[act])):
            continue
        pairs = [(a, b) for a in ours[act] for b in others[act] if _one_act(a, b)]
        sure = [(a, b) for a, b in pairs if a.sure and b.sure]
        # An unsure day that fits the other article's is told of one act with it, whatever else its clause says.
        if sure and all(_differ(a, b) for a, b in pairs):
            yield _conflict(act, *sure[0])
            return


def _by_act(days: list[ActDay]) -> dict[str, list[ActDay]]:
    found: dict[str, list[ActDay]] = defaultdict(list)
    for day in days:
        found[day.act].append(day)
    return found


def _one_day(days: list[ActDay]) -> bool:
    """Whether one article gives one day for an act: two are of two events."""
    pairs = combinations((day for day in days if day.sure), 2)
    return not any(_one_act(a, b) and _apart(a, b) for a, b in pairs)


def _one_act(a: ActDay, b: ActDay) -> bool:
    """Whether two clauses tell of one act: its event, the same dead, or the same deed of the same people."""
    if a.act == EVENT:
        return kin(a.causes, b.causes)
    if a.act == "toll":
        return a.toll == b.toll
    return bool((a.words & b.words) - _COMMON)


def _differ(a: ActDay, b: ActDay) -> bool:
    """Whether no day of one can be the day of the other, and both are near enough for one event."""
    apart = _apart(a, b)
    return apart is not None and (1 if a.night or b.night else 0) < apart <= _WEEK


def _apart(a: ActDay, b: ActDay) -> int | None:
    """Days between two days, as far as both are told; None where they may be one."""
    if a.day and b.day:
        return abs((a.day - b.day).days)
    first, second = a.within(_LEAP), b.within(_LEAP)
    if first and second:
        return abs((first - second).days)
    if a.weekday is None or b.weekday is None or not _one_week(a.event, b.event):
        return None
    apart = (a.weekday - b.weekday) % 7
    return min(apart, 7 - apart)


def _one_week(a: Event, b: Event) -> bool:
    first, second = a.article.published_on, b.article.published_on
    return first is None or second is None or abs(first - second) <= timedelta(days=_WEEK)


def _conflict(act: str, a: ActDay, b: ActDay) -> Conflict:
    lead = max(a.reading.statement.index, b.reading.statement.index) < HEAD
    return Conflict(
        kind=Kind.DATE,
        relation=Relation.CONFLICT,
        detector="days",
        topic=f"day:{act}",
        a=_position(a),
        b=_position(b),
        confidence=0.65 + 0.1 * lead,
        severity=Severity.MEDIUM,
        question=_QUESTIONS.get(act, "On which day did it happen?"),
        why=(Signal("days", f"{a.mention.text} / {b.mention.text}"),),
    )


def _position(day: ActDay) -> Position:
    mention = day.mention
    normalized = day.day.isoformat() if day.day else mention.edtf or str(mention.weekday)
    return Position(day.reading.statement, mention.text, ((mention.start, mention.end),), normalized)


PLUGIN = Detector("days", Kind.DATE, find, __doc__, general=True)
