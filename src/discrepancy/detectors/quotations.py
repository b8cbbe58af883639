"""The same quotation in other words: what two sources give between quotation marks as one person's words.

The quoted words agree but for some inside them. What was left out at either end, omitted, marked as cut or put in
brackets is no other wording, nor is another spelling, a contraction, or a word that only joins.

Fires:
    "It is a testament to the enduring friendship that binds our nations," she said.
        / "It is a testimony to the historic friendship that binds our nations," she said.

Stays silent:
    "We will win this." / "We will not rest. We will win this." (more of it)
    "We will win the next election in the north." / "We will win the ... election in the north." (marked)
    "We've won the election in the north, too." / "We have won the election in the north, too."
    "We will win the election." / "The election will be close for us." (other words)
    Marchers chanted "the mine has got to go." / Marchers chanted "the mayor has got to go." (two chants)
    "Ten were killed in the raid on Lund." / The mayor said that eleven were killed in the raid on Lund. (not quoted)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from rapidfuzz.distance import Levenshtein

from discrepancy.detectors import Detector
from discrepancy.detectors._passages import Passage
from discrepancy.detectors._quoted import Quoted, quoted_twice
from discrepancy.extractors._name_words import FUNCTION
from discrepancy.extractors._numerals import CARDINALS
from discrepancy.lemmas import lemma_of, noun
from discrepancy.model import Conflict, Evidence, Kind, Position, Reading, Relation, Severity, Signal, Span
from discrepancy.settings import Settings

LONGEST_CHANGE: Final = 6
"""Words that may stand on one side of a change: more is another sentence."""
BESIDE: Final = 2
"""Words shown on either side of what differs."""
_MARKED: Final = re.compile(r"[\[\]()…*]|\.{2,}|\. \.|\b\w[-–]{2,}")
"""What marks a change that the source owns up to: words cut, put in or masked."""
_SHORT: Final = re.compile(r"(?:n't|'(?:ve|re|ll|m|d|s))$")
"""What a contraction ends in: a joining word."""
_SPELLED: Final = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=[^aeiou])is(e|ed|es|ing|ation|ations)$", r"iz\1"),
        (r"(?<=[a-z]{3})our", "or"), (r"(?<=[a-z]{2})tre$", "ter"), (r"l(?=l(?:ed|ing|er)$)", ""),
    )
)  # fmt: skip
"""British spellings and the American ones in their place."""
_MONTHS: Final = {
    short: month
    for month in "january february march april june july august september october november december".split()
    for short in (month[:3], month[:4])
}
_ORDINALS: Final = {
    "first": "one", "second": "two", "third": "three", "fifth": "five", "eighth": "eight", "ninth": "nine",
    "twelfth": "twelve",
}  # fmt: skip
_NUMBERED: Final = re.compile(r"(?<=\d)(?:st|nd|rd|th)$")
LIKE: Final = 0.7
"""How alike the letters of changed words are that one hearer may have spelled another way: "shareholder" is no
"stockholder", but "memoranda" are "memorandums"."""
_JOINING: Final = FUNCTION | frozenset(
    "so well just also very then now really going gonna mr mrs ms uh um ok okay yes oh st saint".split()
)
_NOT: Final = frozenset("not no never none nobody nothing cannot".split())
_DOCUMENT: Final = re.compile(
    r"[\"”,. ]{1,4}(?:(?:said|says|read|reads|states?|stated) )?(?:the|its|their) (?:\w+ )?"
    r"(?:suit|lawsuit|complaint|filing|indictment|ruling|petition|book|memo|letter)\b",
    re.IGNORECASE,
)
"""Behind the words of a paper: what somebody says of it is another quotation."""

_CHANTED: Final = re.compile(
    r"\b(?:chant\w{0,3}|signs?|banners?|placards?|posters?|slogans?|sang|singing)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_BEFORE: Final = 90
"""Characters before a quotation in which that stands."""
_NESTED: Final = re.compile(r"(?<=\s)['‘](?=\w)[^'’]{3,80}['’](?=[\s,.])")

_Words: TypeAlias = tuple[int, int]
"""The first word of a stretch, and the one behind its last."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    topics: dict[tuple[str, int], str] = {}
    for quoted in quoted_twice(evidence.readings):
        changes = [((i1, i2), (j1, j2)) for _, i1, i2, j1, j2 in quoted.opcodes if _counts(quoted, (i1, i2), (j1, j2))]
        if (
            changes
            and _one_speaker(quoted)
            and _of_paper(quoted.a) == _of_paper(quoted.b)
            and not (_of_many(quoted.a) or _of_many(quoted.b))
        ):
            keys = [(one.reading.statement.article.id, one.spans[0][0]) for one in (quoted.a, quoted.b)]
            known = next((topics[key] for key in keys if key in topics), f"quotation:{keys[0]}")
            topics.update(dict.fromkeys(keys, known))
            yield _conflict(quoted, changes, known)


def _one_speaker(quoted: Quoted) -> bool:
    """Whether no two people are named as having said it, who may each have used the phrase."""
    first, second = (_speaker(one) for one in (quoted.a, quoted.b))
    return not first or not second or bool(first & second)


def _speaker(one: Passage) -> set[str]:
    """The words of the name of whoever a statement says spoke; none of one who is not named by forename and surname."""
    start, end = one.spans[0][0], one.spans[-1][1]
    text, speech = one.reading.statement.article.text, one.reading.speech
    said = (text[slice(*s.speaker_span)] for s in speech if s.direct and s.start < end and start < s.end)
    return {word for speaker in said if speaker.istitle() and " " in speaker for word in speaker.lower().split()}


def _of_paper(one: Passage) -> bool:
    """Whether a quotation is from a paper that is no statement: a suit, a book."""
    return bool(_DOCUMENT.match(one.reading.statement.article.text, one.spans[-1][1]))


def _of_many(one: Passage) -> bool:
    """Whether a crowd's words are quoted, which chants more than one thing, or words that hold a quotation themselves:
    what somebody else says of a speech."""
    text, start = one.reading.statement.article.text, one.spans[0][0]
    chanted = _CHANTED.search(text, max(one.reading.statement.start, start - _BEFORE), start)
    return chanted is not None or _NESTED.search(text, start, one.spans[-1][1]) is not None


def _counts(quoted: Quoted, in_a: _Words, in_b: _Words) -> bool:
    """Whether words were put for others, and what they say differs."""
    first, second = quoted.a.words[slice(*in_a)], quoted.b.words[slice(*in_b)]
    if first == second or max(len(first), len(second)) > LONGEST_CHANGE:
        return False
    if _MARKED.search(_around(quoted.a, *in_a)) or _MARKED.search(_around(quoted.b, *in_b)):
        return False
    own, other = _meant(first), _meant(second)
    if _initials(own, other) or _initials(other, own):
        return False
    left, right = [word for word in own if word not in other], [word for word in other if word not in own]
    return bool(left and right) and Levenshtein.normalized_similarity("".join(left), "".join(right)) < LIKE


def _initials(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether one side is what the other is short for: "BSA", "bilateral security agreement"."""
    return len(short) == 1 and len(short[0]) > 1 and short[0] in "".join(word[0] for word in long)


def _around(one: Passage, begin: int, end: int) -> str:
    """The text of some words with the marks between them and the words beside them."""
    start, stop = one.spans[max(0, begin - 1)][0], one.spans[min(len(one.spans), end + 1) - 1][1]
    return one.reading.statement.article.text[start:stop]


def _meant(words: Sequence[str]) -> list[str]:
    """The words that say something, in one spelling and number: "two-in-three" as 2 and 3, "duties" as "duty"."""
    parts = (_SHORT.sub("", part) for word in words for part in word.split("-"))
    return _added([_form(part) for part in parts if part and part not in _JOINING])


def _added(forms: Sequence[str]) -> list[str]:
    """The same with tens and ones in one number: "twenty", "six" as 26."""
    found: list[str] = []
    for form in forms:
        tens = found[-1] if found and found[-1].isdigit() else "0"
        if form.isdigit() and 0 < int(form) < 10 and 20 <= int(tens) < 100 and int(tens) % 10 == 0:
            found[-1] = str(int(tens) + int(form))
        else:
            found.append(form)
    return found


def _form(word: str) -> str:
    word = _NUMBERED.sub("", _cardinal(_MONTHS.get(word, word)))
    if word in CARDINALS:
        return f"{CARDINALS[word]:g}"
    for pattern, put in _SPELLED:
        word = pattern.sub(put, word)
    return lemma_of(word, "VBG" if word.endswith("ing") else "VBD") or noun(word)


def _cardinal(word: str) -> str:
    """ "sixth" as "six", "twentieth" as "twenty"."""
    if word in _ORDINALS:
        return _ORDINALS[word]
    plain = f"{word[:-4]}y" if word.endswith("ieth") else word.removesuffix("th")
    return plain if plain in CARDINALS else word


def _conflict(quoted: Quoted, changes: Sequence[tuple[_Words, _Words]], topic: str) -> Conflict:
    a, b = _position(quoted.a, [in_a for in_a, _ in changes]), _position(quoted.b, [in_b for _, in_b in changes])
    weighty = _weighs(quoted.a.reading, a) or _weighs(quoted.b.reading, b)
    return Conflict(
        kind=Kind.WORDING,
        relation=Relation.VARIANT,
        detector="quotations",
        topic=topic,
        a=a,
        b=b,
        confidence=0.8,
        severity=Severity.MEDIUM if weighty else Severity.LOW,
        question="What were the quoted words?",
        why=(Signal("quoted words in common", str(quoted.shared)),),
    )


def _weighs(reading: Reading, position: Position) -> bool:
    """Whether what differs holds a name, a number or a denial."""
    text = reading.statement.article.text
    named = any(low < name.end and name.start < high for low, high in position.highlights for name in reading.names)
    words = [word for span in position.highlights for word in text[slice(*span)].lower().split()]
    return named or any(word[0].isdigit() or word in _NOT for word in words)


def _position(one: Passage, changed: Sequence[_Words]) -> Position:
    spans: tuple[Span, ...] = tuple(one.span(begin, end) for begin, end in changed)
    begin, end = max(0, changed[0][0] - BESIDE), min(len(one.words), changed[-1][1] + BESIDE)
    text = one.reading.statement.article.text[slice(*one.span(begin, end))]
    said = " ".join(word for begin, end in changed for word in one.words[begin:end])
    return Position(one.reading.statement, text, spans, said)


PLUGIN = Detector("quotations", Kind.WORDING, find, __doc__)
