"""Not there, not done: what one source says was not so of a thing, and the thing in another source's account.

Shots at people, shelling, flights, ransoms, warnings, complaints, banned weapons, drones and second blasts: of these it
is said in few ways both that there was none and that there was one. What is denied of one kind ("no tsunami warning"),
of one force or for one place is set only against what is told of the same.

Fires:
    "Not a single bullet was fired, the mayor said." / "Policemen fired into the crowd at the ferry."
    "No ransom was paid for the pilots." / "A ransom of $2 million was paid for the hostages."

Stays silent:
    "No warning was given." / "No warning was issued, said the mayor, and denied that a warning was given."
    "No tsunami warning was issued." / "A flood warning was issued." (another kind)
    "No warning has been issued yet." / "A warning was issued."
    "No ransom was paid by the bank." / "The pilot's family paid a ransom." (another payer)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, permutations
from textwrap import shorten

from discrepancy.detectors import Detector
from discrepancy.detectors._events import Event, articles_of, name_words, of_another, same_event
from discrepancy.detectors._likeness import stems
from discrepancy.detectors._undone import THINGS, Thing
from discrepancy.detectors._when import excludes
from discrepancy.model import Conflict, Evidence, Kind, LineKind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

_NOT_YET = re.compile(
    r"\b(?:yet|so far|immediate(?:ly)?|until|till|still|initial(?:ly)?|at first|originally|earlier|previously|more than"
    r"|other|others|further|additional|could|would|should|will|may|might|must|if|when asked|long(?:er)?)\b",
    re.IGNORECASE,
)
"""Words that bound a denial in time, or make it no denial."""
_DOUBT = re.compile(
    r"\b(?:no|not|never|neither|nor|none|nobody|without|den(?:y|ies|ied|ying)|reject\w{0,3}|rumou?rs?|reportedly"
    r"|alleged(?:ly)?|allegations?|could|would|should|may|might|if|whether|unless|threat\w{0,6}|false(?:ly)?|feared"
    r"|unconfirmed|unverified|contrary|calls? for|demand\w{0,3}|expected)\b|n['’]t\b|\bto $",
    re.IGNORECASE,
)
"""Words before what is told that make it doubtful, denied or only wished for."""
_UNTRUE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w{0,3}|dismiss\w{0,3}|disput\w{1,3}|false(?:ly)?|untrue|not true|whether|though"
    r"|disproves?|contradict\w{0,3})\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before a denial that is itself denied."""
_PLAIN = stems(
    "single prior advance formal written official whatsoever such kind any live trace traces sign signs that"
)
"""Words that tell no kind of thing."""
_BY = re.compile(r"\bby (?:the )?(?P<who>[^.;,]{3,40})")
_CLOSE = re.compile(r"[\"”;]|, (?:said|he|she|the|which|who)\b")
"""Where what is denied ends, and who denies it may be named."""
_AROUND = 70
"""Characters before what is told, and behind what is denied, that are read with it."""
_MOST = 40
"""Denials, and tellings, of one article that are compared."""
_LONGEST = 120
"""Characters of a value that is shown."""


@dataclass(frozen=True, slots=True)
class _Told:
    reading: Reading
    thing: Thing
    found: re.Match[str]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """Each denial in an article against the first statement of another that tells of the thing."""
    told = [(event, readings, _tellings(event, readings)) for event, readings in articles_of(evidence)]
    for (event, readings, _), (other, _, theirs) in permutations(told, 2):
        if theirs and same_event(event, other):
            for denial in islice(_denials(event, readings), _MOST):
                telling = next((one for one in theirs if _contradicts(denial, one)), None)
                if telling is not None:
                    yield _conflict(denial, telling)


def _denials(event: Event, readings: Sequence[Reading]) -> Iterator[_Told]:
    for reading in readings:
        text = reading.statement.text
        for thing in THINGS:
            found = thing.denied.search(text)
            if found and _about(thing, event) and _firm(text, found):
                yield _Told(reading, thing, found)


def _firm(text: str, found: re.Match[str]) -> bool:
    """Whether a denial is of what happened, and for good."""
    bounded = _NOT_YET.search(found[0]) or _NOT_YET.search(text[found.end() :][:24]) or of_another(text)
    return not bounded and not _UNTRUE.search(text[: found.start()][-_AROUND:])


def _tellings(event: Event, readings: Sequence[Reading]) -> list[_Told]:
    """What an article tells of things, in no statement that also denies one."""
    found: list[_Told] = []
    for reading in readings[: 2 * _MOST]:
        text = reading.statement.text
        if reading.statement.kind is LineKind.CAPTION or of_another(text):
            continue
        for thing in THINGS:
            match = thing.told.search(text)
            if match and _about(thing, event) and not thing.denied.search(text) and _sure(text, match):
                found.append(_Told(reading, thing, match))
    return found[:_MOST]


def _about(thing: Thing, event: Event) -> bool:
    return thing.about is None or bool(thing.about.search(event.article.text))


def _sure(text: str, match: re.Match[str]) -> bool:
    """Whether a statement tells of a thing as having been."""
    before = text[max(0, match.start() - _AROUND) : match.start()]
    return not _DOUBT.search(before) and not _DOUBT.search(match[0])


def _contradicts(denial: _Told, told: _Told) -> bool:
    if denial.thing is not told.thing or not _one_day(denial.reading, told.reading):
        return False
    return _one_kind(denial, told) and _one_doer(denial, told) and not _elsewhere(denial, told)


def _one_kind(denial: _Told, told: _Told) -> bool:
    """Whether what tells of the thing is of the kind denied: "no Carvian plane" against a Carvian plane."""
    groups = denial.found.groupdict()
    kind = stems(groups["kind"] or groups.get("kind2") or "") - _PLAIN
    words = stems(told.reading.statement.text)
    what = stems(groups["what"] or groups.get("what2") or "") if denial.thing.one_noun else frozenset()
    return kind <= words and what <= words


def _one_doer(denial: _Told, told: _Told) -> bool:
    """Whether a denial of one doer ("by the bank") is against one who may be the same."""
    text = denial.reading.statement.text
    by = _BY.search(text[denial.found.end() :][:_AROUND]) or _BY.search(denial.found[0])
    other = told.reading.statement.text
    active = told.found.groupdict().get("doer") or " by " in other[told.found.end() :][:_AROUND]
    return by is None or not active or bool(stems(by["who"]) & stems(other))


def _elsewhere(denial: _Told, told: _Told) -> bool:
    """Whether a denial names places of which the other article names none."""
    start = _span(denial)[1]
    end = min(start + _AROUND, denial.reading.statement.end)
    quote = _CLOSE.search(denial.reading.statement.article.text, start, end)
    end = quote.start() if quote else end
    names = (n.text for n in denial.reading.names if n.kind in ("place", "other") and start <= n.start < end)
    places, text = name_words(names), told.reading.statement.article.text.lower()
    return bool(places) and not any(word in text for word in places)


def _one_day(a: Reading, b: Reading) -> bool:
    """Whether no day that one statement names is against those of the other."""
    return not a.dates or not b.dates or any(not excludes(x, y) for x in a.dates for y in b.dates)


def _conflict(a: _Told, b: _Told) -> Conflict:
    speakers = {speaker.casefold() for speaker in (_speaker(a), _speaker(b)) if speaker}
    return Conflict(
        kind=Kind.CONTRADICTION,
        relation=Relation.ATTRIBUTED if len(speakers) == 2 else Relation.CONFLICT,
        detector="absences",
        topic=f"absent:{a.thing.name}",
        a=_position(a, "denied"),
        b=_position(b, "told"),
        confidence=0.7,
        severity=Severity.HIGH,
        question=a.thing.question,
        why=(Signal("denied, and told of", a.thing.name),),
    )


def _speaker(one: _Told) -> str | None:
    low, high = _span(one)
    holding = (speech for speech in one.reading.speech if speech.start < high and low < speech.end)
    return next((speech.speaker for speech in holding), None)


def _span(one: _Told) -> Span:
    start = one.reading.statement.start
    return (start + one.found.start(), start + one.found.end())


def _position(one: _Told, normalized: str) -> Position:
    value = shorten(" ".join(one.found[0].split()), _LONGEST, placeholder=" …")
    return Position(one.reading.statement, value, (_span(one),), normalized, speaker=_speaker(one))


PLUGIN = Detector("absences", Kind.CONTRADICTION, find, __doc__)
