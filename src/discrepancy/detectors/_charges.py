"""Charges: who is said in an article to have done the act that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from discrepancy.detectors._bodies import Body, named
from discrepancy.detectors._charge_words import (
    ACCUSED_IN_TURN,
    ANOTHER_ACT,
    CHARGED,
    CUE,
    DOUBT,
    OF_ATTACK,
    PATTERNS,
    STRUCK,
)
from discrepancy.detectors._denying import NO_DENIAL
from discrepancy.detectors._events import Event, interval, longer_story, meet, of_another, turned_elsewhere
from discrepancy.detectors._happenings import causes_in, kin
from discrepancy.lexicon import SITES
from discrepancy.model import Reading, Span
from discrepancy.people import singular

_WORD = re.compile(r"[a-z]{3,14}")
_ADVERB = re.compile(r"(?: (?:also|later|then|since|now))+$")
_RELATIVE = re.compile(r", (?:which|who) ha(?:s|ve)\b")
_TOLD, _LEAD, _HEAD = 60, 12, 5
"""Statements of an article in which a claim, and a bare fact, is of its main event; and those that tell what it is."""
_LONGEST = 4_000
"""Characters of a statement that are read: what is longer is no sentence."""
_BEFORE = 100
"""Characters before what is said that may take it back."""
_ATTACKS = frozenset(("attack", "strike", "blast", "shooting"))
_AMBIGUOUS = frozenset(("fire",))
"""A blaze, and what guns do."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What one statement says of who did it."""

    stance: str
    """claimed, named, denied or nobody."""
    reading: Reading
    span: Span
    """Its words in the article: the name, or the whole denial."""
    body: Body | None
    said: bool
    """Whether it is somebody's word, and not the article's own."""
    sites: frozenset[str] = frozenset()
    """The kind of place that was struck, where it is this alone that tells which act is meant."""


def sites_of(readings: Sequence[Reading]) -> frozenset[str]:
    """The kinds of place that the head of an article names."""
    return _sites(_head(readings))


def _sites(text: str) -> frozenset[str]:
    return SITES & frozenset(map(singular, _WORD.findall(text.lower())))


def charges_of(event: Event, readings: Sequence[Reading], sites: frozenset[str]) -> Iterator[Charge]:
    """All that an article says of who did what its head tells of; `sites` are what was struck."""
    if event.many or not (event.causes & _ATTACKS or OF_ATTACK.search(_head(readings))):
        return
    for at, reading in enumerate(readings[:_TOLD]):
        if CUE.search(reading.statement.text) and _is_own(event, readings, at):
            yield from _charges(reading)
            if at < _LEAD:
                yield from _struck(reading, sites)


def _head(readings: Sequence[Reading]) -> str:
    return " ".join(reading.statement.text for reading in readings[:_HEAD])


def _is_own(event: Event, readings: Sequence[Reading], at: int) -> bool:
    """Whether a statement, and the one that it goes on from, is of the article's own event."""
    text = readings[at].statement.text
    causes = causes_in((text,)) - _AMBIGUOUS
    main = _RELATIVE.split(text, maxsplit=1)[0]  # what somebody "has done since" is said of them by the way
    counts = any(quantity.state for quantity in readings[at].quantities)  # "In Lagos, he blamed" is of the same event
    if counts and turned_elsewhere(readings[:at], readings[at], event):
        return False
    if ANOTHER_ACT.search(text) or (at and longer_story(main)) or not kin(causes, event.causes):
        return False
    return all(_timely(event, reading) for reading in readings[max(at - 1, min(at, 1)) : at + 1])


def _timely(event: Event, reading: Reading) -> bool:
    days = [day for day in map(interval, reading.dates) if day is not None]
    return not of_another(reading.statement.text) and meet(days, event.days, 1)


def _charges(reading: Reading) -> Iterator[Charge]:
    text = reading.statement.text
    for stance, patterns in PATTERNS.items():
        for found in (found for pattern in patterns for found in pattern.finditer(text, 0, _LONGEST)):
            what = found.groupdict().get("act")
            if what and not CHARGED.match(what):
                continue
            if stance == "nobody":
                yield _charge(stance, reading, found.span(), None)
                continue
            yield from _by(stance, reading, found)


def _by(stance: str, reading: Reading, found: re.Match[str]) -> Iterator[Charge]:
    doubt = NO_DENIAL if stance == "denied" else DOUBT
    body = None if doubt.search(_before(found)) else named(reading, found.span("who"))
    if body is None:
        return
    yield _charge(stance, reading, found.span() if stance == "denied" else _who(found), body)
    other = ACCUSED_IN_TURN.match(found.string, found.end()) if stance == "denied" else None
    accused = named(reading, other.span("who")) if other else None
    if other and accused:
        yield _charge("named", reading, other.span("who"), accused)


def _who(found: re.Match[str]) -> Span:
    """Who it is, without the adverb that stands before the verb."""
    start, end = found.span("who")
    adverb = _ADVERB.search(found.string, start, end)
    return start, adverb.start() if adverb else end


def _before(found: re.Match[str]) -> str:
    return found.string[max(0, found.start() - _BEFORE) : found.start()]


def _struck(reading: Reading, sites: frozenset[str]) -> Iterator[Charge]:
    """The plain word that somebody struck the kind of place that heads name; "bombs" is a verb in a heading alone."""
    for found in STRUCK.finditer(reading.statement.text, 0, _LONGEST):
        noun = found["verb"].endswith("s") and reading.statement.index
        if noun or DOUBT.search(_before(found)):
            continue
        struck = sites & _sites(found["at"])
        body = named(reading, found.span("who")) if struck else None
        if body is not None:
            yield replace(_charge("named", reading, found.span("who"), body), sites=struck)


def _charge(stance: str, reading: Reading, span: Span, body: Body | None) -> Charge:
    start = reading.statement.start
    said = any(speech.start <= start + span[0] < speech.end for speech in reading.speech)
    return Charge(stance, reading, (start + span[0], start + span[1]), body, said or stance == "claimed")
