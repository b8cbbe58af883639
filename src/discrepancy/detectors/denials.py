"""Denials: an attack that one source puts down to a party, and that party's denial in another.

Who says that they did it may be the article itself, or somebody who accuses them; who denies it must be the party, or
speak for it. A state's forces, spokesmen and officials are the state.

Fires:
    "Carvian planes bombed the camp." / "Carvia's army denied that it carried out the raid."
    "The governor accused Carvia of the attack." / "A Carvian spokesman rejected the accusation."

Stays silent:
    "Carvian planes bombed the camp." / "Ostland denied any part in the attack." (another party)
    "Carvian planes bombed the camp." / "Carvia denied that its economy had shrunk." (something else)
    "Carvian planes bombed the camp." / "Carvia did not deny the attack."
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, permutations
from textwrap import shorten
from typing import Final

from discrepancy.detectors import Detector, StatementKey
from discrepancy.detectors._denying import NO_DENIAL
from discrepancy.detectors._events import Event, articles_of, interval, meet, of_another, same_event
from discrepancy.detectors._happenings import causes_in
from discrepancy.detectors._parties import common_of, named, one_party, parties_in
from discrepancy.lexicon import ACTS
from discrepancy.model import (
    Claim,
    Conflict,
    Evidence,
    Kind,
    Modality,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
    Span,
)
from discrepancy.settings import Settings

_ATTACKS = frozenset(("attack", "strike", "blast", "shooting"))
"""Causes that somebody is answerable for."""
_DEEDS = ACTS["strike"] | ACTS["kill"] | frozenset(
    "drop fire launch raid storm ambush assassinate torture poison gas massacre behead burn torch".split()
) | {"carry out", "open fire"}  # fmt: skip
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)\b|(?:reject|dismiss|refut)(?:s|es|ed|ing)(?= [^.;]{0,40}\b(?:accusation|allegation"
    r"|claim|involvement|responsibility)))(?P<what>[^.;]{0,160})",
    re.IGNORECASE,
)
_NONE_OF: Final = re.compile(
    r"\b(?:no|not a single|not one|none of the) (?:\w+ ){0,3}?(?:air|war)?(?:plane|aircraft|jet|helicopter)s?"
    r"(?: of (?:the )?[\w ]{2,40}?)? (?:had |has |have )?"
    r"(?:flew|flown|been|operated|carried out|conducted|struck|bombed)\b"
    r"|\b(?P<who>[\w.-]{2,15} (?:air )?(?:forces?|military|army|navy|(?:air|war)?planes|aircraft|jets))"
    r" (?:had |has |have )?(?:conducted|carried out|launched|flown|made) no (?:\w+ ){0,2}?"
    r"(?:(?:air ?)?strikes?|raids?|sorties|attacks?|operations?)\b",
    re.IGNORECASE,
)
"""A denial that names the party itself: "no Carvian plane had flown over the province", "Carvian forces carried out no
strikes"."""
_GUILT = re.compile(
    r"\b(?:responsib\w{2,6}|involvement|involved|any part|part in|role|links?|connection|(?:carr\w{2,4}) out|behind"
    r"|accusations?|allegations?|claims?|charges?|bomb\w{0,4}|attack\w{0,4}|shell\w{0,4}|strikes?|striking|raid\w{0,4}"
    r"|target\w{0,4}|kill\w{0,4}|fir(?:ed|ing)|shoot\w{0,4}|shot"
    r"|its (?:\w+ )?(?:aircraft|(?:air|war)?planes|jets|helicopters|forces|troops|soldiers) (?:had|were|was|have)"
    r"(?: \w+)?)\b",
    re.IGNORECASE,
)
"""What is denied, in words of guilt; that it is of the attack is told by the statement and those before it."""
_ACCUSED = re.compile(
    r"\b(?:accus(?:es|ed|ing)|blam(?:es|ed|ing)|condemn(?:s|ed|ing))\s+(?:the\s+)?(?P<who>[^.;,]{2,60}?)"
    r"\s+(?:of|for|over|after)\b(?P<what>[^.;]{0,120})",
    re.IGNORECASE,
)
_INDIRECT: Final = re.compile(
    r" (?:fuel|incit|encourag|fail|ignor|exploit|politici[sz]|support|fund|arm|back|shelter|plan|us)(?:ing|ting)\b",
    re.IGNORECASE,
)
"""What somebody is accused of who did not do it himself."""
_TAKEN_BACK: Final = re.compile(
    r"\b(?:first|initially|originally) den(?:y|ies|ied)\b"
    r"|\bbut (?:has |had |have )?(?:later|then|since|eventually) (?:admitted|acknowledged|conceded|confirmed)\b",
    re.IGNORECASE,
)
"""What makes a denial one that stands no more."""
_PASSIVE: Final = re.compile(r" by\b")
"""Behind the verb of a headline that leaves out its "was": "Tanker hit by missile"."""
_AFTER: Final = re.compile(
    r"\b(?:(?:hours?|days?|weeks?|shortly|soon|just) (?:after|before)|in (?:response|retaliation) (?:to|for))\b",
    re.IGNORECASE,
)
"""Before an attack that another is told beside."""
_PLACED: Final = re.compile(r"\b(?:outside|inside|in|near|at|from|over|on|with|to|for|after)\b")
"""Where a subject goes on to tell where it was: "the plane that fell near the Carvian capital"."""
_BEFORE = 90
"""Characters before a denial in which the one who denies is named."""
_TOLD = 12
"""Statements of an article in which its main event is told."""
_MOST = 50
"""Charges and denials of one article that are compared."""
_LONGEST = 90
"""Characters of a value that is shown."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one statement says of whose attack it was."""

    parties: frozenset[str]
    value: str
    reading: Reading
    highlights: tuple[Span, ...]
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class _Source:
    """One article that tells of an attack."""

    event: Event
    readings: Sequence[Reading]
    claims: Mapping[StatementKey, Sequence[Claim]]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    """Each party's denial in an article against the first statement of another that the attack was the party's."""
    sources = [source for source in _sources(evidence) if source.event.causes & _ATTACKS]
    said = [list(islice(_said(source), _MOST)) for source in sources]
    denied = [list(islice(_denied(source), _MOST)) for source in sources]
    for i, j in permutations(range(len(sources)), 2):
        if same_event(sources[i].event, sources[j].event):
            yield from _against(said[i], denied[j])


def _sources(evidence: Evidence) -> Iterator[_Source]:
    claims: dict[StatementKey, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        claims[claim.statement.key].append(claim)
    return (_Source(event, readings, claims) for event, readings in articles_of(evidence))


def _against(said: Sequence[_Told], denied: Sequence[_Told]) -> Iterator[Conflict]:
    for denial in denied:
        charge = next((one for one in said if one_party(one.parties, denial.parties)), None)
        if charge is not None:
            yield _conflict(charge, denial)


def _said(source: _Source) -> Iterator[_Told]:
    """Statements of an article's head that put its attack down to a party."""
    for reading in source.readings[:_TOLD]:
        days = [day for day in map(interval, reading.dates) if day is not None]
        if of_another(reading.statement.text) or not meet(days, source.event.days, 1):
            continue
        if _DENIES.search(reading.statement.text):
            continue  # whoever it names is not said to have done it
        for claim in source.claims.get(reading.statement.key, ()):
            who = _PLACED.split(claim.subject.text, maxsplit=1)[0] if claim.subject and _is_deed(claim) else ""
            parties = parties_in(who)
            if parties and claim.subject:
                yield _Told(parties, claim.text, reading, (claim.subject.span, claim.predicate_span), claim)
        for found in _ACCUSED.finditer(reading.statement.text):
            act = causes_in((found["what"],)) & _ATTACKS and not _INDIRECT.match(found["what"])
            if act and (parties := parties_in(found["who"])):
                yield _Told(parties, found[0], reading, (_placed(reading, found.span()),))


def _is_deed(claim: Claim) -> bool:
    text, (start, end) = claim.statement.article.text, claim.predicate_span
    if _PASSIVE.match(text, end) or _AFTER.search(text, claim.statement.start, start):
        return False
    told = claim.modality is Modality.FACT and not claim.negated and claim.stance != "denies"
    return told and not claim.whole and claim.predicate in _DEEDS


def _denied(source: _Source) -> Iterator[_Told]:
    """The denials of the attack in an article, each with who denies it."""
    for at, reading in enumerate(source.readings):
        if _TAKEN_BACK.search(reading.statement.text):
            continue
        for found in _DENIES.finditer(reading.statement.text):
            before = reading.statement.text[max(0, found.start() - _BEFORE) : found.start()]
            guilt = None if NO_DENIAL.search(before) else _GUILT.search(found["what"])
            if guilt and (_of_attack(found["what"]) or _after_the_attack(source.readings, at)):
                parties = _denier(reading, source.claims.get(reading.statement.key, ()), found.start(), before)
                if parties:
                    yield _Told(parties, found[0], reading, (_placed(reading, found.span()),))
        for none in _NONE_OF.finditer(reading.statement.text):
            if parties := parties_in(none["who"] or none[0][3:]):
                yield _Told(parties, none[0], reading, (_placed(reading, none.span()),))


def _of_attack(what: str) -> bool:
    return bool(causes_in((what,)) & _ATTACKS)


def _after_the_attack(readings: Sequence[Reading], at: int) -> bool:
    """Whether the statement, or one of the two before it, tells of an attack."""
    return any(_of_attack(reading.statement.text) for reading in readings[max(0, at - 2) : at + 1])


def _denier(reading: Reading, claims: Sequence[Claim], start: int, before: str) -> frozenset[str]:
    """Who denies: the subject of the verb, or the speaker, or who is named before it."""
    at = reading.statement.start + start
    subjects = (c.subject.text for c in claims if c.subject and c.predicate_span[0] <= at < c.predicate_span[1])
    speakers = (s.speaker for s in reading.speech if s.stance == "denies")
    named = (*subjects, *speakers, *before.split()[-1:], before.rpartition(";")[2])
    return next((parties for text in named if (parties := parties_in(text))), frozenset())


def _placed(reading: Reading, span: Span) -> Span:
    return (reading.statement.start + span[0], reading.statement.start + span[1])


def _conflict(charge: _Told, denial: _Told) -> Conflict:
    common = common_of(charge.parties, denial.parties)
    return Conflict(
        kind=Kind.AGENCY,
        relation=Relation.ATTRIBUTED,
        detector="denials",
        topic=f"denied:{common[0]}",
        a=_position(charge, "did it"),
        b=_position(denial, "denied"),
        confidence=0.7,
        severity=Severity.HIGH,
        question="Whose attack was it?",
        why=(Signal("said and denied", named(charge.value, common)),),
    )


def _position(told: _Told, normalized: str) -> Position:
    claim = told.claim
    value = shorten(" ".join(told.value.split()), _LONGEST, placeholder=" …")
    return Position(
        told.reading.statement, value, tuple(sorted(told.highlights)), normalized, claim=claim,
        speaker=claim.speaker if claim else None,
    )  # fmt: skip


PLUGIN = Detector("denials", Kind.AGENCY, find, __doc__)
