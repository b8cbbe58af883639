"""Nobody came to harm: what is said to have happened to none of a group, against one to whom it happened.

"No casualties among staff" is denied by two nurses who died, and "all hostages were freed" by one who was killed. Whom
the denial is about is told by its own noun; a nurse is of the staff, and a tourist may be a passenger. Where it is
about nobody at all ("no one was hurt"), only the first statements of the other article count, since a later one may
be about another event. Arrests and the like are left out: where there were none, there may be one an hour later. All of
it is read off the text: it is said in few and fixed ways.

Fires:
    "There were no casualties among staff." / "Two nurses died."
    "Nobody was injured in the fire." / "The fire injured 25 people."
    "All the hostages were freed on Friday." / "Three hostages were killed."
    "No civilians were hurt in the raid." / "The raid killed seven children."

Stays silent:
    "There were no casualties among staff." / "Two visitors died."
    "Nobody was injured." / "Nine people were killed." (killed is not injured)
    "No civilians were killed." / "Nine militants were killed."
    "No other injuries were reported." / "Three officers were injured."
    "Guards found no victims in the hall." / "Nine people were injured."
    "There were no injuries in Dale." / "Nine people were injured in Lund." (another place)
    "No officers were hurt during that chase." / "Two officers were hurt." (of one of several)
    "There were no Carvian deaths." / "Nine people were killed." (of one nation)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, interval, of_another, of_this_event, same_event
from discrepancy.lemmas import noun
from discrepancy.lexicon import belongs
from discrepancy.model import Conflict, Evidence, Kind, LineKind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

LEAD = 4
"""Statements of an article that tell its main event."""
HARMS = {
    "killed": "kill", "died": "kill", "dead": "kill", "deaths": "kill", "fatalities": "kill", "drowned": "kill",
    "injured": "injure", "hurt": "injure", "wounded": "injure", "injuries": "injure", "casualties": "harm",
    "victims": "harm", "harmed": "harm",
}  # fmt: skip
"""Harm, by the words that news has for it; "harm" itself stands for being killed or hurt."""
COVERS = {"harm": frozenset({"kill", "injure"})}
BE = r"(?:was|were|is|are|has been|have been|had been)"
NOUNS = "casualties|deaths|fatalities|injuries|victims"
VERBS = "killed|injured|hurt|wounded|harmed"
NONE = re.compile(
    rf"\b(?:(?:no|without|without any|zero) (?P<which>(?:\w{{1,20}} ){{0,2}}?)(?P<noun>{NOUNS})(?: were| was)?"
    rf"(?: (?:\w{{1,20}} )?(?:among|amongst|of|to) (?:the )?(?P<among>\w{{3,30}}))?"
    rf"|(?:no one|no-one|nobody|none of (?:the|its|their) (?P<of>\w{{3,30}})|no (?P<no>\w{{3,30}})) (?:else )?"
    rf"{BE} (?:\w{{1,15}}ly )?(?P<verb>{VERBS}))\b",
    re.IGNORECASE,
)
BESIDES = re.compile(
    r"\b(?:other|others|else|further|more|additional|new|serious(?:ly)?|critically|badly|fatally)\b",
    re.IGNORECASE,
)
"""Words that deny harm beyond what there was."""
BUT_HOW = re.compile(
    r" (?:reported )?(?:in|during|from) (?:that|this|these|those|either|any|the (?:first|second|third|other)) \w+"
    r"| (?:inside|outside|aboard|nearby|there|on the ground|in the building"
    r"|(?:too|that|so|very|as) \w{1,12}|badly|seriously)\b",
    re.IGNORECASE,
)
"""What leaves open whether harm was done elsewhere, or to another degree: "no one was hurt too badly"."""
SOUGHT = re.compile(r"\b(?:found|finds?|finding|located|locates?|saw|sees?) $", re.IGNORECASE)
"""Before what was not there where somebody looked: "found no victims" at one address."""
WITHIN = re.compile(r" (?:in|at|near|on) (?:the )?")
OPENS = re.compile(r"(?:In|At|Near) (?:the )?(?:[a-z]{3,12} ){0,2}(?:of )?")
"""At the head of a statement, before the place that it is about: "In the nearby town of"."""
LONGEST_WITHIN = 10  # characters that it matches at most
FAR = 7
"""Days between what happened and the report of it, beyond which it is told of as an earlier thing."""
EARLIER = re.compile(r"\b(?:initially|previously|earlier|originally|at first|first said|contrary to)\b", re.IGNORECASE)
"""Before what was said at first and then taken back."""
WORDS_OF_HARM = rf"\b(?:{'|'.join(HARMS)})\b"
SAFE = re.compile(
    rf"\ball (?:of )?(?:the )?(?:\w{{1,12}} )?(?P<who>\w{{3,30}}s|crew|staff|people) (?:\w{{1,12}} ){{0,2}}?"
    rf"(?:{BE} (?:\w{{1,15}}ly )?(?:rescued|freed|released|saved|unhurt|unharmed|safe)|survived)\b",
    re.IGNORECASE,
)
ONE = re.compile(
    rf"\b(?:a|an|one|another|the) (?:\w{{1,20}} ){{0,2}}?(?P<who>[a-z]{{3,20}}) "
    rf"(?:{BE} (?:\w{{1,15}}ly )?(?P<what>{VERBS})|(?P<died>died|drowned))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Denied:
    reading: Reading
    harm: str
    who: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Harmed:
    reading: Reading
    harm: str
    who: str | None
    span: Span


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    events = {event.article.id: event for event, _ in articles_of(evidence)}
    harmed = [one for reading in evidence.readings for one in _harmed(reading)]
    for before, reading in zip((None, *evidence.readings), evidence.readings, strict=False):
        denied = _denied(reading) if before is None or not _goes_on(before, reading) else None
        for one in harmed if denied else ():
            if denied and _contradicts(denied, one) and _of_one_event(denied, one, events):
                yield _conflict(denied, one)


def _denied(reading: Reading) -> _Denied | None:
    text = reading.statement.text
    none = NONE.search(text)
    if of_another(text) or _of_another_day(reading) or (none and SOUGHT.search(text, 0, none.start())):
        return None
    if none and (EARLIER.search(text, 0, none.start()) or _told_too(text, none)):
        return None
    if none and not BESIDES.search(none[0]) and not BUT_HOW.match(text, none.end()) and not _of_a_nation(none):
        who = none["among"] or none["of"] or none["no"]
        word = (none["noun"] or none["verb"]).lower()
        harm = "harm" if who and word == "hurt" else HARMS[word]
        return _Denied(reading, harm, noun(who.lower()) if who else None, _span(reading, none))
    safe = SAFE.search(text)
    return _Denied(reading, "kill", noun(safe["who"].lower()), _span(reading, safe)) if safe else None


def _of_one_event(denied: _Denied, one: _Harmed, events: Mapping[str, Event]) -> bool:
    """Whether both statements are of what their articles tell of, and that is one event."""
    told = [(x.reading, events[x.reading.statement.article.id], x.span[0]) for x in (denied, one)]
    return same_event(told[0][1], told[1][1]) and all(of_this_event(*each) for each in told)


def _goes_on(before: Reading, reading: Reading) -> bool:
    """Whether a statement that names nothing is of what the one before it tells, and that is another event: "In a
    separate development, a rocket was shot down. No casualties were reported."""
    same = before.statement.article.id == reading.statement.article.id
    return same and of_another(before.statement.text) and not reading.names and not reading.dates


def _of_a_nation(none: re.Match[str]) -> bool:
    """Whether only the harm to some is denied: "no US deaths"."""
    return any(word[:1].isupper() for word in (none["which"] or "").split())


def _harmed(reading: Reading) -> Iterator[_Harmed]:
    """Everybody to whom a statement shows something happen: those it counts, and one that it names by a noun."""
    if reading.statement.kind is LineKind.CAPTION or NONE.search(reading.statement.text):
        return
    for quantity in reading.quantities:
        if quantity.state and quantity.role == "count" and not quantity.target and (quantity.low or 0) > 0:
            yield _Harmed(reading, quantity.state, quantity.noun, (quantity.start, quantity.end))
    for found in ONE.finditer(reading.statement.text):
        harm = HARMS[(found["what"] or found["died"]).lower()]
        yield _Harmed(reading, harm, noun(found["who"].lower()), _span(reading, found))


def _span(reading: Reading, found: re.Match[str]) -> Span:
    return (reading.statement.start + found.start(), reading.statement.start + found.end())


def _contradicts(denied: _Denied, one: _Harmed) -> bool:
    if denied.reading.statement.article.id == one.reading.statement.article.id:
        return False
    if one.harm not in COVERS.get(denied.harm, {denied.harm}) or exclude(denied.reading.dates, one.reading.dates):
        return False
    if _elsewhere(denied, one.reading):
        return False
    if denied.who is None or denied.who == "people":
        return one.reading.statement.index < LEAD
    return one.who is not None and (one.who == denied.who or belongs(one.who, denied.who))


def _told_too(text: str, none: re.Match[str]) -> bool:
    """Whether the statement that says of nobody that they were harmed says of somebody that they were, in its words."""
    harm = (none["noun"] or none["verb"]).lower()
    return any(HARMS[word] == HARMS[harm] for word in re.findall(WORDS_OF_HARM, text[: none.start()].lower()))


def _of_another_day(reading: Reading) -> bool:
    """Whether every day that a statement names lies far from the day on which its article came out."""
    out = reading.statement.article.published_on
    days = [found for found in map(interval, reading.dates) if found is not None]
    return out is not None and bool(days) and all(abs((first - out).days) > FAR for first, _ in days)


def _elsewhere(denied: _Denied, other: Reading) -> bool:
    """Whether a denial is bound to a place ("no injuries in Dale") that the other article has not named so far."""
    text, end = denied.reading.statement.article.text, denied.span[1]
    near = (name for name in denied.reading.names if end < name.start <= end + LONGEST_WITHIN)
    places = [name.text for name in near if WITHIN.fullmatch(text, end, name.start)]
    start = denied.reading.statement.start
    places += [name.text for name in denied.reading.names if OPENS.fullmatch(text, start, name.start)]
    told = other.statement.article.text[: other.statement.end]
    return any(place not in told for place in places)


def _conflict(denied: _Denied, one: _Harmed) -> Conflict:
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="unharmed",
        topic=f"unharmed:{denied.who}",
        a=_position(denied),
        b=_position(one),
        confidence=0.75,
        severity=Severity.HIGH,
        question=f"Did it happen to any {denied.who}?" if denied.who else "Did it happen to anyone?",
        why=(Signal("said of none", denied.harm), Signal("happened to", one.who or "somebody")),
    )


def _position(told: _Denied | _Harmed) -> Position:
    text = told.reading.statement.article.text[slice(*told.span)]
    speech = told.reading.speech
    speaker = speech[0].speaker if speech else None
    return Position(told.reading.statement, text, (told.span,), type(told).__name__.strip("_").lower(), speaker=speaker)


PLUGIN = Detector("unharmed", Kind.CATEGORY, find, __doc__)
