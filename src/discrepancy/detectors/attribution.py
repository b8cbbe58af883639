"""The same words, said by somebody else.

The same quotation, or nearly the same words in quotation marks, is given to two speakers who have nothing to do with
each other.

Fires:
    'The bank said the fault "will not happen again."' / 'The regulator said the fault "would not happen again."'

Stays silent:
    '"We are ready," the club said.' / '"We are ready," club chairman Jan Smit said.' (one speaks for the other)
    '"We are ready," he said.' / '"We are ready," Jan Smit said.' (a pronoun is nobody else)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import content
from discrepancy.detectors._speakers import OUTLET, company, is_work, marks
from discrepancy.extractors._name_spelling import fold
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
from discrepancy.people import PEOPLE, singular
from discrepancy.settings import Settings

LEAST_QUOTED: Final = 4
"""Words of a quotation that is nobody's stock phrase."""
LEAST_COMPOUNDED: Final = 4
"""Letters of a word that a compound may end in."""
ALIKE: Final = 90.0
"""Edit similarity of two quotations that are one."""
_NOT_KNOWN: Final = frozenset(("he", "she", "they", "it", "who", "one", "a", "an"))
"""How a speaker begins who is not told to be the one that another source names."""
_DESCRIBED: Final = re.compile(
    r"^(?:the|a|an|its|his|her|their) .*?\b[a-z]{3,20}\b.*? ([A-Z][\w'’-]{1,20} [A-Z][\w'’-]{1,20})$"
)
_NESTED: Final = re.compile(r"[\"“]['‘](?=\w)")
_AS_SAID: Final = re.compile(r"\W*[Aa]s (?:[\w.'’-]+ ){1,5}(?:said|says|put it|noted)\b")
_SEAT: Final = re.compile(r"\b(?:in|at|of|from|near) (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+, $")
"""Before a state that only tells where a town is: "a radio station in Lund, Maine, said"."""
_TAG: Final = re.compile(r"(?:\(|\b[Oo]f )$")
"""Before a state that only tells where a politician is from: "Rep. Ann Lund of New Jersey", "Ann Lund (R-Texas)"."""
_SELF: Final = re.compile(r" (?:him|her|it|them)sel(?:f|ves)$")
_WHILE: Final = re.compile(r" (?:in|while|after|before|when) [a-z]+ing\b.*$")
"""Behind a speaker, what they did when they said it: "tweeted Lund in announcing it"."""
_WRITERS: Final = re.compile(r"\b[A-Z]\w+['’]s $")
"""Before a reporter, whose paper it is: "according to Vox's Ann Lund"."""
_PARTISANS: Final = frozenset("democrat republican conservative liberal tory labourite socialist".split())
"""What a politician is described by: "the Lund Democrat" is whoever the article has named."""
_SEVERAL: Final = frozenset("trio pair duo couple men women detainees prisoners captives hostages brothers".split())
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


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation with its words brought to one tense."""

    reading: Reading
    speech: Speech
    words: tuple[str, ...]


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    known = company(evidence)
    quoted = [_quoted(r, s) for r in evidence.readings for s in r.speech if s.direct and _is_known(r, s)]
    by_word: dict[str, list[int]] = {}
    for index, quote in enumerate(quoted):
        for word in set(content(quote.words)) if len(quote.words) >= LEAST_QUOTED else ():
            by_word.setdefault(word, []).append(index)
    pairs = {pair for held in by_word.values() if len(held) < 50 for pair in combinations(held, 2)}
    for i, j in sorted(pairs):
        a, b = quoted[i], quoted[j]
        other = a.reading.statement.article.id != b.reading.statement.article.id
        if other and not (_repeats(a) or _repeats(b)) and _same_words(a.words, b.words) and _strangers(a, b, known):
            yield _conflict_of(a, b)


def _repeats(quote: _Quoted) -> bool:
    """Whether the words are said to be another's: "As the president said, ...", or quoted in the quotation."""
    text = quote.reading.statement.article.text
    if _NESTED.search(text, max(0, quote.speech.start - 2), quote.speech.start + 2):
        return True
    return _AS_SAID.match(text, quote.speech.start, quote.speech.end) is not None


def _is_known(reading: Reading, speech: Speech) -> bool:
    """Whether a speaker is named, or is "the" one: "he" may be anybody, "an expert" a specialist by another word."""
    text, (start, end) = reading.statement.article.text, speech.speaker_span
    words = text[start:end].split()
    if len(words) == 1 and words[0].endswith("ing"):
        return False  # "Backing that up, the ministry said"
    if _SEAT.search(text, max(0, start - 40), start) or _TAG.search(text, max(0, start - 4), start):
        return False
    if speech.verb == "accord" and _WRITERS.search(text, max(0, start - 30), start):
        return False
    return bool(words) and (words[0][:1].isupper() or words[0] == "the") and words[0].lower() not in _NOT_KNOWN


def _quoted(reading: Reading, speech: Speech) -> _Quoted:
    text = reading.statement.article.text[speech.start : speech.end]
    words = (word.strip(".,;:!?()'\"“”…-").lower().replace("’", "'") for word in text.split())
    return _Quoted(reading, speech, tuple(_TENSES.get(word, word) for word in words if word))


def _same_words(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if content(a) == content(b) and len(content(a)) > 1:
        return min(len(a), len(b)) >= LEAST_QUOTED
    short, long = sorted((" ".join(a), " ".join(b)), key=len)
    enough = min(len(a), len(b)) > LEAST_QUOTED + 2
    return enough and (f" {short} " in f" {long} " or fuzz.ratio(short, long) >= ALIKE)


def _strangers(a: _Quoted, b: _Quoted, known: dict[str, set[str]]) -> bool:
    """Whether two speakers are two: neither a pronoun nor a nobody, and neither in the other's company.

    Of a name and a description ("the district") the description may well be of what bears the name, and what a work
    ("the letter") says its makers say.
    """
    if any(OUTLET.search(quote.speech.speaker) or is_work(quote.speech.speaker) for quote in (a, b)):
        return False
    first, second = _name(a), _name(b)
    if (_are_people(first) and _are_people(second)) or (first.islower() and second.islower()):
        return False  # "the men", "the freed prisoners", "the justices" and "the court": described, and not named
    left, right = marks(first), marks(second)
    if not left or not right or _share(left, right) or _is_person(a) != _is_person(b):
        return False
    if _is_called(first) != _is_called(second):
        return False
    return not (left & known.get(b.speech.speaker, set()) or right & known.get(a.speech.speaker, set()))


def _are_people(name: str) -> bool:
    last = name.split()[-1] if name else ""
    return last.islower() and (singular(last) in PEOPLE or last in _SEVERAL)


def _share(left: set[str], right: set[str]) -> bool:
    """Whether they have a word in common, whole or as the end of a compound: "the nightclub" is "the club"."""
    pairs = ((a, b) for a in left for b in right if min(len(a), len(b)) >= LEAST_COMPOUNDED)
    return bool(left & right) or any(a.endswith(b) or b.endswith(a) for a, b in pairs)


def _name(quote: _Quoted) -> str:
    """What a speaker is called: the name that ends a description ("the envoy to Lund Jonas Berg"), or all of it."""
    speaker = _WHILE.sub("", _SELF.sub("", quote.speech.speaker))
    found = _DESCRIBED.search(speaker)
    return found[1] if found else speaker


def _is_called(name: str) -> bool:
    """Whether a speaker is only named: "Lund Rovers", and not "the club" or "Norwegian state radio"."""
    described = singular(name.split()[-1].lower()) in PEOPLE | _PARTISANS
    return not described and all(word[:1].isupper() for word in name.split() if word not in _SMALL)


def _is_person(quote: _Quoted) -> bool:
    """A person may speak for any body, so that a person and a body are no two speakers."""
    name = _name(quote)
    named = any(n.canonical == name and n.kind != "group" for n in quote.reading.names)
    return named or (name.istitle() and len(name.split()) < 4)


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


PLUGIN = Detector("attribution", Kind.ATTRIBUTION, find, __doc__)
