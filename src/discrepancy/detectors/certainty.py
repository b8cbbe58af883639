"""How sure: one act that is hedged, or a party's word, in one source, and a plain fact in another.

The act must be one act: the same verb, or one of its class, on days that can agree, with a party in common or nearly
the same words. Everyday facts that somebody "said" are not findings: one side must carry a word of doubt, or an
"according to".

Fires:
    "The expedition reportedly reached the summit of K2 on Monday." / "The expedition reached the summit of K2."

Stays silent:
    "The mayor said the bridge was closed." / "The bridge was closed." (an everyday fact, only told)
    "The firm reportedly sold its shares in May." / "The firm sold its shares in August." (two occasions)
    "According to police, the driver was arrested." / "The driver was arrested." (whose office it is to know)
    "A man was allegedly struck by his neighbour." / "A man was struck." (the doubt is of who did it)
    "He was arrested for allegedly taking a car." / "He was arrested." (the doubt is of the other verb)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from discrepancy.align import parties, same_event
from discrepancy.detectors import Detector
from discrepancy.detectors._when import affected
from discrepancy.extractors.hedges import UNCLEAR
from discrepancy.lexicon import DEEDS, acts_of, same_act
from discrepancy.model import (
    Argument,
    Certainty,
    Claim,
    Conflict,
    Evidence,
    Kind,
    LineKind,
    Modality,
    Pair,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
    Span,
    Token,
)
from discrepancy.people import PEOPLE, is_authority, is_organisation, singular
from discrepancy.settings import Settings
from discrepancy.syntax import Tree, base

LIKENESS: Final = 0.45
"""Cosine of two centred claims from which on one verb makes them one act."""
LIKENESS_UNNAMED: Final = 0.55
"""The same where no party is named in both: "the man fell" is said of many."""
LIKENESS_PARTIES: Final = 0.3
"""The same where two parties are shared as well."""
LEAD: Final = 5
"""Statements of an article that count as its lead: what it is about."""
WEAK: Final = frozenset(
    [
        "be",
        "have",
        "do",
        "say",
        "make",
        "get",
        "go",
        "take",
        "tell",
        "report",
        "claim",
        "add",
        "show",
        "see",
        "come",
        "know",
        "call",
    ]
)

OTHER_CLAUSE: Final = frozenset({"that", "who", "which", "what", "when", "where", "if"})
"""Words behind which a word of doubt is about another verb."""

_ATTRIBUTE: Final = re.compile(
    r"suspected|alleged|reported|purported|supposed|presumed|unconfirmed|rumou?red", re.IGNORECASE
)
_CLEFT: Final = re.compile(r"\bthat(?:['’]s| is| was) (?:when|where|how|why)\b", re.IGNORECASE)
"""Words behind which a doubt is of when, where or how it was done."""

_IS_DONE: Final = re.compile(r"\b(?:was|were|been|being|is|are) (?:\w{3,14}ly )?\w{3,16}(?:ed|en|wn)$", re.IGNORECASE)
_AUXILIARY: Final = 32
"""Characters before a verb in which the auxiliary of its passive stands."""
_TOLD_BY: Final = re.compile(
    r"[,”\"] (?:reports?|reported|according to|says|said|writes|wrote) |\bquoted\b[^.;]{0,60}\bas saying\b",
    re.IGNORECASE,
)
"""Before whose word a whole sentence is."""
_OFTEN: Final = re.compile(
    r"\b(?:twice|(?:two|three|four|five|several|many|\d{1,3}) times|repeatedly|in the (?:past|last) (?:year|decade))\b",
    re.IGNORECASE,
)
"""What was done more than once: another occasion may be in doubt."""
_FIGURES: Final = re.compile(r"\b(?:figures?|data|statistics|numbers|counts?|tall(?:y|ies)|records?|census)\b")
"""A count that is taken over from those who count is no party's word."""

Key = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Why a claim is not stated as a fact."""

    value: str
    highlights: tuple[Span, ...]
    certainty: Certainty


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    readings = {reading.statement.key: reading for reading in evidence.readings}
    for pair in evidence.pairs:
        if not _one_act(pair):
            continue
        for doubted, plain in ((pair.a, pair.b), (pair.b, pair.a)):
            doubt = _doubt(doubted, readings)
            if doubt and _is_plain(plain, readings) and not _leaves_out_who(doubted, plain, readings):
                yield _conflict(pair, doubted, plain, doubt)


def _one_act(pair: Pair) -> bool:
    a, b = pair.a, pair.b
    if a.statement.article.id == b.statement.article.id or a.predicate in WEAK or b.predicate in WEAK:
        return False
    if a.negated or b.negated or a.whole or b.whole or not same_act(a.predicate, b.predicate):
        return False
    shared = len(parties(a) & parties(b))
    enough = LIKENESS_PARTIES if shared > 1 else LIKENESS if shared else LIKENESS_UNNAMED
    return pair.similarity >= enough and same_event(a, b) and _same_size(a, b) and _same_thing(a, b)


def _same_thing(a: Claim, b: Claim) -> bool:
    """Whether the two are done to one thing, as far as both say to what: officers are not people at large."""
    first, second = affected(a) or _sufferer(a), affected(b) or _sufferer(b)
    if first is None or second is None:
        return True
    return first.name == second.name if first.name and second.name else first.head == second.head


def _sufferer(claim: Claim) -> Argument | None:
    """The subject of a deed that is done to it: "three officers were killed", "security was increased"."""
    done = acts_of(claim.predicate) & {"kill", "injure", "arrest"} or _IS_DONE.search(
        claim.statement.article.text,
        max(claim.statement.start, claim.predicate_span[0] - _AUXILIARY),
        claim.predicate_span[1],
    )
    return claim.subject if done and not claim.object else None


def _leaves_out_who(doubted: Claim, plain: Claim, readings: dict[Key, Reading]) -> bool:
    """Whether one tells what somebody did, and the other what was done: then the doubt may be of who it was."""
    verb = _token_at(readings[plain.statement.key], plain.predicate_span[0])
    return doubted.object is not None and plain.object is None and verb is not None and verb.tag == "VBN"


def _token_at(reading: Reading, offset: int) -> Token | None:
    """The word that begins at an offset into the article; None without a parse."""
    at = offset - reading.statement.start
    return next((token for token in reading.tokens if token.start == at), None)


def _same_size(a: Claim, b: Claim) -> bool:
    """Whether the claims' figures agree: where they do not, the figures are the finding."""
    left, right = {(q.low, q.high) for q in a.quantities}, {(q.low, q.high) for q in b.quantities}
    return not left or not right or bool(left & right)


def _doubt(claim: Claim, readings: dict[Key, Reading]) -> _Doubt | None:
    """A word of doubt right beside the claim's verb, or, of a deed that somebody answers for, an "according to"."""
    reading = readings.get(claim.statement.key)
    if reading is None:
        return None
    text = claim.statement.article.text
    start, end = claim.predicate_span
    for hedge in reading.hedges:
        if _ATTRIBUTE.fullmatch(text, *hedge) or UNCLEAR.fullmatch(text, *hedge):
            continue  # "suspected rebels" leaves open who did it, "it is not known how" how: not whether it was done
        beside = text[min(hedge[1], end) : max(hedge[0], start)]
        own = not set(beside.lower().split()) & OTHER_CLAUSE and not set(beside) & set(",;:")
        own = own and not _CLEFT.search(text, claim.statement.start, hedge[0])
        if len(beside.split()) < 3 and own and _belongs(hedge, start, reading):
            return _Doubt(text[hedge[0] : hedge[1]].lower(), (hedge, claim.predicate_span), Certainty.HEDGED)
    for speech in reading.speech if acts_of(claim.predicate) & DEEDS else ():
        if speech.verb == "accord" and speech.start <= start < speech.end and _is_party(speech.speaker):
            value = f"according to {speech.speaker}"
            return _Doubt(value, (speech.speaker_span, claim.predicate_span), Certainty.ATTRIBUTED)
    return None


def _belongs(hedge: Span, verb: int, reading: Reading) -> bool:
    """Whether the parse hangs an adverb of doubt on the verb, or on one that governs it: "reportedly tried to cross".

    In "arrested for allegedly taking", "allegedly" is about the taking. Without a parse nothing speaks against it.
    """
    adverb, act = _token_at(reading, hedge[0]), _token_at(reading, verb)
    if adverb is None or act is None or adverb.pos != "ADV":
        return True
    tree = Tree.of(reading.tokens)
    for over in (act.index, *tree.ancestors(act.index)):
        if tree[adverb.index].head == over or base(tree[over].dep) != "xcomp":
            return tree[adverb.index].head == over
    return False


def _is_party(speaker: str) -> bool:
    """Whether a speaker has a stake: a body or kind of people that is named as one, and no police or court."""
    words = [singular(word.strip(".,'’").lower()) for word in speaker.split()]
    if _FIGURES.search(speaker):
        return False
    called = any(is_organisation(word) or word in PEOPLE for word in words)
    return called and not is_authority(speaker)


def _is_plain(claim: Claim, readings: dict[Key, Reading]) -> bool:
    reading = readings.get(claim.statement.key)
    if reading is None or claim.certainty is not Certainty.STATED or claim.modality is not Modality.FACT:
        return False
    told = reading.hedges or reading.speech or _TOLD_BY.search(claim.statement.text)
    return not told and not _OFTEN.search(claim.statement.text)


def _conflict(pair: Pair, doubted: Claim, plain: Claim, doubt: _Doubt) -> Conflict:
    shared = sorted(parties(doubted) & parties(plain))
    act = min(acts_of(plain.predicate) & acts_of(doubted.predicate) or {plain.predicate})
    return Conflict(
        kind=Kind.CERTAINTY,
        relation=Relation.VARIANT,
        detector="certainty",
        topic=f"sure: {act}",
        a=Position(doubted.statement, doubt.value, tuple(sorted(set(doubt.highlights))), doubt.certainty.value, doubted,
                   doubted.speaker, doubt.certainty, doubted.resolved),
        b=Position(plain.statement, "stated as a fact", (plain.predicate_span,), "stated", plain, None,
                   Certainty.STATED, plain.resolved),
        confidence=round(min(0.9, 0.4 + pair.similarity / 2), 2),
        severity=Severity.MEDIUM if _leads(doubted) and _leads(plain) else Severity.LOW,
        question="Is it certain?",
        why=(*pair.why, *((Signal("shared party", ", ".join(shared)),) if shared and not pair.why else ())),
    )  # fmt: skip


def _leads(claim: Claim) -> bool:
    return claim.statement.kind is LineKind.HEADING or claim.statement.index < LEAD


PLUGIN = Detector("certainty", Kind.CERTAINTY, find, __doc__)
