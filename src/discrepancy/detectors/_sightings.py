"""One-time acts in statements whose parse gave no claim: read off names and word order, and only where these are plain.

A long insertion between subject and verb ("In May, Ana Berg, driven by a wish to ..., joined Orion Labs") defeats a
small parser more often than the clause around it. Three patterns of English are safe without one:

- a past tense followed by a name, whose subject is the last subject before it;
- a participle that opens the sentence, whose subject is that of the main clause ("Founded in 1998, the Trust ...");
- a participle with its date right after a name and a comma ("The Trust, set up in 1998, ...").
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.detectors._acts import BY_DOER, BY_PATIENT, FOUNDING, FOUNDING_NEWS
from discrepancy.model import Argument, Certainty, Claim, DateMention, Evidence, NameMention, Reading, Token

_ACTIVE = frozenset(verb for verbs in (*BY_DOER.values(), *BY_PATIENT.values()) for verb in verbs) | FOUNDING
_PASSIVE = frozenset(verb for verbs in BY_PATIENT.values() for verb in verbs) | FOUNDING_NEWS

_OBJECT_WITHIN = 4
"""Words from a verb to the name that is its object: "the", an adjective or two, the name."""

_DATE_WITHIN = 3
"""Words from an opening participle to its date: "Founded there in 1998"."""

_OPENING = 12
"""Words of an opening participle up to its comma."""


def sightings(evidence: Evidence) -> Iterator[Claim]:
    """A claim for each plain act of a statement that was taken whole, with the one date that can be its own."""
    whole = {claim.statement.key for claim in evidence.claims if claim.whole}
    for reading in evidence.readings:
        if reading.statement.key in whole and reading.tokens:
            yield from _active(reading)
            yield from _opening(reading)
            yield from _apposed(reading)


def _active(reading: Reading) -> Iterator[Claim]:
    """ "Ana Berg, ..., joined Orion Labs", in a sentence with one date."""
    dates = [mention for mention in reading.dates if mention.resolved and not mention.recurring]
    if len(dates) != 1:
        return
    for verb in reading.tokens:
        if verb.tag == "VBD" and verb.lemma.lower() in _ACTIVE and not _qualified(reading, verb):
            doer, target = _subject(reading, verb), _object(reading, verb)
            if doer is not None and target is not None:
                yield _claim(reading, verb, dates[0], _argument("subject", doer), _argument("object", target))


def _opening(reading: Reading) -> Iterator[Claim]:
    """ "Founded in 1998, the Lund Trust ...": the date stands before the comma, the name after it."""
    tokens = reading.tokens
    verb = tokens[0]
    comma = next((t.index for t in tokens[1:_OPENING] if t.text == ","), None)
    if comma is None or verb.tag not in ("VBN", "VBD") or verb.lemma.lower() not in _PASSIVE:
        return
    near = tokens[min(_DATE_WITHIN, comma)].start + reading.statement.start
    dates = [mention for mention in reading.dates if mention.resolved and mention.start <= near]
    subject = next((t for t in tokens[comma:] if t.dep.startswith("nsubj")), None)
    name = _name_at(reading, subject) if subject else None
    if len(dates) == 1 and name is not None:
        yield _claim(reading, verb, dates[0], _argument("subject", name))


def _apposed(reading: Reading) -> Iterator[Claim]:
    """ "The Lund Trust, set up in 1998, ...": name, comma, participle, date."""
    for before, comma, verb, after in zip(
        reading.tokens, reading.tokens[1:], reading.tokens[2:], reading.tokens[3:], strict=False
    ):
        name = _name_at(reading, before) if comma.text == "," and verb.pos == "VERB" else None
        predicate = f"{verb.lemma} {after.text}".lower() if after.tag == "RP" else verb.lemma.lower()
        if name is None or predicate not in _PASSIVE or verb.tag not in ("VBN", "VBD", "VB"):
            continue
        limit = reading.tokens[min(verb.index + _DATE_WITHIN, len(reading.tokens) - 1)].start + reading.statement.start
        date = next((d for d in reading.dates if d.resolved and after.start <= d.start - reading.statement.start), None)
        if date is not None and date.start <= limit:
            yield _claim(reading, verb, date, _argument("subject", name), predicate=predicate)


def _qualified(reading: Reading, verb: Token) -> bool:
    """Whether the verb is negated, conditional or in a clause that something introduces."""
    kids = [t for t in reading.tokens if t.head == verb.index and t.index != verb.index]
    return any(t.dep in ("aux", "aux:pass", "mark") or t.lemma.lower() in ("not", "never", "if", "when") for t in kids)


def _subject(reading: Reading, verb: Token) -> NameMention | None:
    """The name that is the last subject before a verb; none where that subject is no name."""
    subjects = [t for t in reading.tokens[: verb.index] if t.dep.startswith("nsubj")]
    return _name_at(reading, subjects[-1]) if subjects else None


def _object(reading: Reading, verb: Token) -> NameMention | None:
    """The name that follows a verb at once, but for an article and adjectives."""
    for token in reading.tokens[verb.index + 1 : verb.index + 1 + _OBJECT_WITHIN]:
        name = _name_at(reading, token)
        if name is not None:
            return name
        if token.pos not in ("DET", "ADJ"):
            return None
    return None


def _name_at(reading: Reading, token: Token) -> NameMention | None:
    at = token.start + reading.statement.start
    return next((name for name in reading.names if name.start <= at < name.end), None)


def _argument(role: str, name: NameMention) -> Argument:
    return Argument(role, name.text, name.text.split()[-1].lower(), (name.start, name.end), name.canonical)


def _claim(
    reading: Reading, verb: Token, date: DateMention, *arguments: Argument, predicate: str | None = None
) -> Claim:
    offset = reading.statement.start
    spans = sorted(((verb.start + offset, verb.end + offset), (date.start, date.end), *(a.span for a in arguments)))
    return Claim(
        statement=reading.statement,
        text=" ".join(reading.statement.text.split()),
        predicate=predicate or verb.lemma.lower(),
        predicate_span=(verb.start + offset, verb.end + offset),
        arguments=arguments,
        certainty=Certainty.HEDGED if reading.hedges else Certainty.STATED,
        dates=(date,),
        names=tuple(a.name for a in arguments if a.name),
        spans=tuple(spans),
    )
