"""Another word in the same passage: what one of two copies of one writer's sentence calls by another noun.

Most words that an editor exchanges mean the same, verbs above all. So only nouns are looked at, and the contradiction
model is asked: of the sentence, and of the same sentence with nothing but that word exchanged, both ways round and for
both copies. Without a model nothing is found. People and groups are left to the detector of wording, numbers, times and
names to those of their own.

Fires:
    "The plane was lost on a training flight." / "The plane was lost on a reconnaissance flight."

Stays silent:
    "The storm struck the harbour before noon." / "The storm hit the harbour before noon." (one meaning)
    "The crew was taken to a clinic in Salerno." / "The crew was rushed to a clinic in Salerno." (verbs)
    "The air base lies near the harbour of Salerno." / "The airbase lies near the harbour of Salerno." (spelling)
    "The plane was lost on a training flight." / "Its last flight was for reconnaissance, they say." (two writers)
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._callings import GENERIC, derived, people
from discrepancy.detectors._passages import Change, Passage, altered, content, stretch
from discrepancy.extractors._name_spelling import fold
from discrepancy.extractors._speech_verbs import FORMS, PARTICIPLES, PRESENT_PLURAL
from discrepancy.model import Conflict, Evidence, Judgement, Kind, Relation, Severity, Signal, TextPair
from discrepancy.nli import told
from discrepancy.settings import Settings

SURE: Final = 0.98
"""The contradiction score, after calibration, from which one word in place of another is another thing. Trained on
sentences with one word changed, the model says so of some synonyms, too, but seldom so surely."""
_LONGEST: Final = 2
"""Words of weight that may be exchanged: more say more than one thing."""
_WITHIN: Final = frozenset(
    frozenset(pair.split())
    for pair in ("face head", "hand arm", "foot leg", "chest torso", "abdomen stomach", "abdomen torso", "neck throat")
)
"""Parts of the body of which one is, or holds, the other: both may be said of one wound."""
_SHORTEST: Final = 4
"""Letters of a word that names a thing or an act."""


def asks(evidence: Evidence, settings: Settings) -> Iterator[TextPair]:
    for change in _exchanged(evidence):
        yield from _frames(change)


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in _exchanged(evidence):
        frames = _frames(change)
        orders = [order for pair in frames for order in (pair, pair[::-1])]
        judgements = [evidence.judgements[order] for order in orders if order in evidence.judgements]
        if len(judgements) == len(orders) and min(one.contradiction for one in judgements) >= SURE:
            yield _conflict(change, judgements)


def _exchanged(evidence: Evidence) -> Iterator[Change]:
    for change in altered(evidence.readings):
        sides = [content(side.words[slice(*words)]) for side, words in change.sides]
        plain = all(_is_plain(*side) for side in change.sides)
        if frozenset(chain(*sides)) in _WITHIN:
            continue
        if plain and not derived(*sides) and _letters(sides[0]) != _letters(sides[1]):
            yield change


def _is_plain(side: Passage, words: tuple[int, int]) -> bool:
    """Whether a stretch is a word or two for a thing: no name, number, time, person or verb of saying."""
    meant = content(side.words[slice(*words)])
    start, end = side.span(*words)
    text, reading = side.reading.statement.article.text[start:end], side.reading
    if not 0 < len(meant) <= _LONGEST or words[1] - words[0] > len(meant) + 1 or not text.islower():
        return False
    if set(side.words[words[1] : words[1] + 1]) & FORMS.keys():
        return False  # "the release said", "the statement said"
    if any(not word.isalpha() or len(word) < _SHORTEST or _is_said_or_somebody(word) for word in meant):
        return False
    nouns = [t.pos == "NOUN" for t in reading.tokens if start <= reading.statement.start + t.start < end]
    if not nouns or not nouns[-1]:
        return False
    marked = [(n.start, n.end) for n in reading.names] + [(d.start, d.end) for d in reading.dates]
    marked += [q.number_span for q in reading.quantities]
    return not any(first < end and start < last for first, last in marked)


def _is_said_or_somebody(word: str) -> bool:
    said = word in FORMS or word in PARTICIPLES or word in PRESENT_PLURAL
    return said or people(word) or word in GENERIC or word.removesuffix("s") in GENERIC


def _letters(words: tuple[str, ...]) -> str:
    return "".join(map(fold, words))


def _frames(change: Change) -> tuple[TextPair, TextPair]:
    """Each copy's sentence with the same sentence in which the other copy's words stand."""
    return _framed(*change.sides), _framed(*reversed(change.sides))


def _framed(own: tuple[Passage, tuple[int, int]], other: tuple[Passage, tuple[int, int]]) -> TextPair:
    (side, words), (lender, lent) = own, other
    statement, start, end = side.reading.statement, *side.span(*words)
    text, borrowed = statement.article.text, lender.reading.statement.article.text[slice(*lender.span(*lent))]
    return statement.text, f"{text[statement.start : start]}{borrowed}{text[end : statement.end]}"


def _conflict(change: Change, judgements: list[Judgement]) -> Conflict:
    first = min(side.reading.statement.key for side, _ in change.sides)
    a, b = (stretch(*side) for side in change.sides)
    return Conflict(
        kind=Kind.CATEGORY,
        relation=Relation.CONFLICT,
        detector="altered_words",
        topic=f"altered:{first[0]}:{first[1]}",
        a=a,
        b=b,
        confidence=0.6,
        severity=Severity.LOW,
        question="Which of the two was it?",
        why=(Signal("one passage, two words", f"{a.value} / {b.value}"), told(*judgements[:2])),
    )


PLUGIN = Detector("altered_words", Kind.CATEGORY, find, __doc__, asks, general=True)
