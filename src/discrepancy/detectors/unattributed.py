"""The same passage, as somebody's word in one source and as a fact in another.

Fires:
    "The road where rivals say a driver struck the cyclist after he left the race on Sunday ..."
        / "The road where a driver struck the cyclist after he left the race on Sunday ..."

Stays silent:
    "Police said a driver struck the cyclist." / "A driver struck the cyclist." (whose office it is to know)
    '"A driver struck the cyclist," rivals say.' / '"A driver struck the cyclist."' (both quote it)
    "Rivals say he sold the team in May." / "He sold the team in May." (no deed that anybody is blamed for)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Overlap, Passage, content, overlaps
from discrepancy.detectors._speakers import OUTLET, company
from discrepancy.extractors._name_spelling import fold
from discrepancy.extractors._quotations import quotations
from discrepancy.extractors._speech_verbs import VERB
from discrepancy.lemmas import lemma_of
from discrepancy.lexicon import DEEDS, acts_of
from discrepancy.model import (
    Certainty,
    Conflict,
    Evidence,
    Kind,
    Position,
    Reading,
    Relation,
    Severity,
    Signal,
    Span,
    Speech,
)
from discrepancy.people import AUTHORITIES, is_authority
from discrepancy.settings import Settings

LEAST_COVERED: Final = 6
"""Words of a claim that must stand in the other source for it to be the same passage."""
COVERED: Final = 0.7
"""Share of the claim's words that must."""
_TO_COME: Final = re.compile(r"\b(?:will|intends?|plans?|expects?) to\b|\bwill [a-z]{3,}\b", re.IGNORECASE)
"""What is still to come, which nobody states as a fact."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    known = company(evidence)
    for overlap in overlaps(evidence.readings):
        for said, plain, flip in ((overlap.a, overlap.b, False), (overlap.b, overlap.a, True)):
            yield from _stated(said, plain, overlap, flip, known)


def _stated(
    said: Passage, plain: Passage, overlap: Overlap, flip: bool, known: dict[str, set[str]]
) -> Iterator[Conflict]:
    """What one source only reports stands in the other as a fact, in the same words."""
    if (
        plain.reading.speech
        or VERB.search(plain.reading.statement.text)
        or plain.reading.hedges
        or _TO_COME.search(plain.reading.statement.text)
        or is_authority(plain.reading.statement.text)
        or _another_person(said.reading, plain.reading)
    ):
        return
    for speech in said.reading.speech:
        if speech.direct or speech.verb == "accord" or speech.stance not in ("says", "claims"):
            continue
        if not _accuses(said.reading, speech) or OUTLET.search(speech.speaker) or _in_office(speech, known):
            continue
        inside = [i for i, span in enumerate(said.spans) if speech.start <= span[0] < speech.end]
        matched = _matched(overlap, flip)
        shared = [i for i in inside if i in matched]
        if len(shared) >= LEAST_COVERED and len(shared) >= COVERED * len(inside):
            span = plain.span(matched[shared[0]], matched[shared[-1]] + 1)
            if not _is_quoted(plain.reading, span):
                yield _dropped(said, plain, speech, span, len(shared))
            return


def _is_quoted(reading: Reading, span: Span) -> bool:
    """Whether a stretch begins between quotation marks, which may have opened some sentences earlier."""
    text = reading.statement.article.text
    return any(quote.start <= span[0] < quote.end for quote in quotations(text, 0, len(text)))


def _another_person(said: Reading, plain: Reading) -> bool:
    """Whether the plain statement names somebody of whom the other article never speaks."""
    people = [name.text for name in plain.names if name.kind == "person"]
    return bool(people) and not any(name.split()[-1] in said.statement.article.text for name in people)


def _in_office(speech: Speech, known: dict[str, set[str]]) -> bool:
    """Whether it is the speaker's office to know, by the name or by what stands around it somewhere."""
    return is_authority(speech.speaker) or bool(known.get(speech.speaker, set()) & AUTHORITIES)


def _accuses(reading: Reading, speech: Speech) -> bool:
    """Whether what is said is a deed that somebody is blamed for: of other facts it matters little who told them."""
    words = re.findall(r"[a-z]+", reading.statement.article.text[speech.start : speech.end].lower())
    return any(acts_of(lemma_of(word, "VBD") or word) & DEEDS for word in words)


def _matched(overlap: Overlap, flip: bool) -> dict[int, int]:
    """Word of the reported passage to the same word of the plain one."""
    pairs = [(i1 + k, j1 + k) for tag, i1, i2, j1, _ in overlap.opcodes if tag == "equal" for k in range(i2 - i1)]
    return {j: i for i, j in pairs} if flip else dict(pairs)


def _dropped(said: Passage, plain: Passage, speech: Speech, span: tuple[int, int], shared: int) -> Conflict:
    statement = said.reading.statement
    who = Position(
        statement, f"{speech.speaker} ({speech.verb})", ((speech.speaker_span[0], speech.start),),
        f"attributed: {fold(speech.speaker)}", speaker=speech.speaker, certainty=Certainty.ATTRIBUTED,
    )  # fmt: skip
    if speech.speaker_span[0] >= speech.start:
        who = Position(
            who.statement, who.value, (speech.speaker_span,), who.normalized, None, who.speaker, who.certainty
        )
    nobody = Position(plain.reading.statement, "stated as a fact", (span,), "stated")
    first = " ".join(content(tuple(plain.words))[:6])
    return Conflict(
        kind=Kind.ATTRIBUTION,
        relation=Relation.VARIANT,
        detector="unattributed",
        topic=f"stated: {first}",
        a=who,
        b=nobody,
        confidence=0.6,
        severity=Severity.LOW,
        question="Is it somebody's word, or a fact?",
        why=(Signal("words shared", shared),),
    )


PLUGIN = Detector("unattributed", Kind.ATTRIBUTION, find, __doc__)
