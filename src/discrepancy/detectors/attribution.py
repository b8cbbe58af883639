"""The same words, said by somebody else, or by nobody any more.

Two cases. The same quotation, or nearly the same words in quotation marks, is given to two speakers who have nothing
to do with each other (conflict). Or the same passage stands in one source as what somebody says, and in another as a
fact (variant).

Fires:
    'The bank said the fault "will not happen again."' / 'The regulator said the fault "would not happen again."'
    "The road where rivals say a driver struck the cyclist after he left the race on Sunday ..."
        / "The road where a driver struck the cyclist after he left the race on Sunday ..."

Stays silent:
    '"We are ready," the club said.' / '"We are ready," club chairman Jan Smit said.' (one speaks for the other)
    '"We are ready," he said.' / '"We are ready," Jan Smit said.' (a pronoun is nobody else)
    "Police said a driver struck the cyclist." / "A driver struck the cyclist." (whose office it is to know)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Overlap, Passage, content, overlaps
from discrepancy.extractors._name_spelling import fold
from discrepancy.extractors._name_words import word_set
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
    Speech,
)
from discrepancy.people import AUTHORITIES, is_authority
from discrepancy.settings import Settings

LEAST_QUOTED: Final = 4
"""Words of a quotation that is nobody's stock phrase."""
LEAST_COMPOUNDED: Final = 4
"""Letters of a word that a compound may end in."""
ALIKE: Final = 90.0
"""Edit similarity of two quotations that are one."""
LEAST_COVERED: Final = 6
"""Words of a claim that must stand in the other source for it to be the same passage."""
COVERED: Final = 0.7
"""Share of the claim's words that must."""

_OUTLET: Final = re.compile(r"\b(?:AFP|AP|Associated Press|Reuters|[Nn]ews|BBC|CNN|Times|Post|[Rr]eports?)\b")
"""A press agency or paper as the speaker: a second-hand byline, and no party."""

_NOT_KNOWN: Final = frozenset(("he", "she", "they", "it", "who", "one", "a", "an"))
"""How a speaker begins who is not told to be the one that another source names."""
_SMALL: Final = frozenset({"the", "of", "and", "for", "de", "al", "von", "van"})
_TENSES: Final = {
    "would": "will",
    "was": "is",
    "were": "are",
    "had": "has",
    "could": "can",
    "won't": "will",
    "wont": "will",
}
_NOBODY: Final = word_set("""
spokesman spokeswoman spokesperson spokesmen official officials source sources statement report reports group it he she
they who witness witnesses people others one man woman authorities media head chief member members expert experts
reporters agency release letter memo spokespeople post posting tweet page website account email message video
""")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation with its words brought to one tense."""

    reading: Reading
    speech: Speech
    words: tuple[str, ...]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    known = _company(evidence)
    yield from _two_speakers(evidence, known)
    for overlap in overlaps(evidence.readings):
        for said, plain, flip in ((overlap.a, overlap.b, False), (overlap.b, overlap.a, True)):
            yield from _stated(said, plain, overlap, flip, known)


def _two_speakers(evidence: Evidence, known: dict[str, set[str]]) -> Iterator[Conflict]:
    quoted = [_quoted(r, s) for r in evidence.readings for s in r.speech if s.direct and _is_known(r, s)]
    by_word: dict[str, list[int]] = {}
    for index, quote in enumerate(quoted):
        for word in set(content(quote.words)) if len(quote.words) >= LEAST_QUOTED else ():
            by_word.setdefault(word, []).append(index)
    pairs = {pair for held in by_word.values() if len(held) < 50 for pair in combinations(held, 2)}
    for i, j in sorted(pairs):
        a, b = quoted[i], quoted[j]
        other = a.reading.statement.article.id != b.reading.statement.article.id
        if other and _same_words(a.words, b.words) and _strangers(a, b, known):
            yield _conflict_of(a, b)


def _is_known(reading: Reading, speech: Speech) -> bool:
    """Whether a speaker is named, or is "the" one: "he" may be anybody, "an expert" a specialist by another word."""
    words = reading.statement.article.text[slice(*speech.speaker_span)].split()
    return bool(words) and (words[0][:1].isupper() or words[0] == "the") and words[0].lower() not in _NOT_KNOWN


def _quoted(reading: Reading, speech: Speech) -> _Quoted:
    text = reading.statement.article.text[speech.start : speech.end]
    words = (word.strip(".,;:!?()'\"“”…-").lower().replace("’", "'") for word in text.split())
    return _Quoted(reading, speech, tuple(_TENSES.get(word, word) for word in words if word))


def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if content(a) == content(b) and len(content(a)) > 1:
        return min(len(a), len(b)) >= LEAST_QUOTED
    return min(len(a), len(b)) > LEAST_QUOTED + 2 and fuzz.ratio(" ".join(a), " ".join(b)) >= ALIKE


def _company(evidence: Evidence) -> dict[str, set[str]]:
    """Speaker to the words that stand around them where they speak: their post and whom they speak for."""
    company: dict[str, set[str]] = {}
    for reading in evidence.readings:
        for speech in reading.speech:
            start, end = speech.speaker_span
            text = reading.statement.article.text
            near = (
                text[max(reading.statement.start, start - 60) : start]
                + " "
                + text[end : min(reading.statement.end, end + 60)]
            )
            company.setdefault(speech.speaker, set()).update(_marks(near))
    return company


def _marks(text: str) -> set[str]:
    words = (word.strip(".,;:!?()'\"“”").lower().removesuffix("'s").removesuffix("’s") for word in text.split())
    return {fold(word) for word in content(tuple(words)) if word not in _NOBODY}


def _strangers(a: _Quoted, b: _Quoted, company: dict[str, set[str]]) -> bool:
    """Whether two speakers are two: neither a pronoun nor a nobody, and neither in the other's company.

    Of a name and a description ("the district") the description may well be of what bears the name.
    """
    if any(_OUTLET.search(quote.speech.speaker) for quote in (a, b)):
        return False
    left, right = _marks(a.speech.speaker), _marks(b.speech.speaker)
    if not left or not right or _share(left, right) or _is_person(a) != _is_person(b) or _is_called(a) != _is_called(b):
        return False
    return not (left & company.get(b.speech.speaker, set()) or right & company.get(a.speech.speaker, set()))


def _share(left: set[str], right: set[str]) -> bool:
    """Whether they have a word in common, whole or as the end of a compound: "the nightclub" is "the club"."""
    pairs = ((a, b) for a in left for b in right if min(len(a), len(b)) >= LEAST_COMPOUNDED)
    return bool(left & right) or any(a.endswith(b) or b.endswith(a) for a, b in pairs)


def _is_called(quote: _Quoted) -> bool:
    """Whether a speaker is only named: "Lund Rovers", and not "the club" or "Norwegian state radio"."""
    return all(word[:1].isupper() for word in quote.speech.speaker.split() if word not in _SMALL)


def _is_person(quote: _Quoted) -> bool:
    """A person may speak for any body, so that a person and a body are no two speakers."""
    return any(n.canonical == quote.speech.speaker and n.kind != "group" for n in quote.reading.names) or (
        quote.speech.speaker.istitle() and len(quote.speech.speaker.split()) < 4
    )


def _conflict_of(a: _Quoted, b: _Quoted) -> Conflict:
    return Conflict(
        kind=Kind.ATTRIBUTION,
        relation=Relation.CONFLICT,
        detector="attribution",
        topic="said: " + " ".join(content(min(a.words, b.words))[:8]),
        a=_speaker(a),
        b=_speaker(b),
        confidence=0.75,
        severity=Severity.MEDIUM,
        question="Who said it?",
        why=(Signal("words shared", len(set(a.words) & set(b.words))),),
    )


def _speaker(quote: _Quoted) -> Position:
    speech = quote.speech
    spans = (speech.speaker_span, (speech.start, speech.end))
    return Position(
        quote.reading.statement, speech.speaker, tuple(sorted(spans)), fold(speech.speaker), speaker=speech.speaker,
        certainty=Certainty.ATTRIBUTED,
    )  # fmt: skip


def _stated(
    said: Passage, plain: Passage, overlap: Overlap, flip: bool, known: dict[str, set[str]]
) -> Iterator[Conflict]:
    """What one source only reports stands in the other as a fact, in the same words."""
    if (
        plain.reading.speech
        or VERB.search(plain.reading.statement.text)
        or plain.reading.hedges
        or is_authority(plain.reading.statement.text)
        or _another_person(said.reading, plain.reading)
    ):
        return
    for speech in said.reading.speech:
        if speech.direct or speech.verb == "accord" or speech.stance not in ("says", "claims"):
            continue
        if not _accuses(said.reading, speech) or _OUTLET.search(speech.speaker) or _in_office(speech, known):
            continue
        inside = [i for i, span in enumerate(said.spans) if speech.start <= span[0] < speech.end]
        matched = _matched(overlap, flip)
        shared = [i for i in inside if i in matched]
        if len(shared) >= LEAST_COVERED and len(shared) >= COVERED * len(inside):
            yield _dropped(said, plain, speech, plain.span(matched[shared[0]], matched[shared[-1]] + 1), len(shared))
            return


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
        detector="attribution",
        topic=f"stated: {first}",
        a=who,
        b=nobody,
        confidence=0.6,
        severity=Severity.LOW,
        question="Is it somebody's word, or a fact?",
        why=(Signal("words shared", shared),),
    )


PLUGIN = Detector("attribution", Kind.ATTRIBUTION, find, __doc__)
