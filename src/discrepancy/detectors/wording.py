"""The same passage, reworded in a way that changes who is meant.

Two sources share a sentence, word for word but for one stretch, and the words of that stretch name people or groups
differently. Which words are loaded is for the reader to say. Words of no weight, other spellings, numbers and dates
are left alone: numbers and dates are for other detectors.

Fires:
    "Police said the protesters blocked the road for an hour."
        / "Police said the rioters blocked the road for an hour."
    "The board did not name the two founders when it spoke to investors on Monday."
        / "The board did not name any of the managers when it spoke to investors on Monday."

Stays silent:
    identical copies, and copies with another spelling or punctuation
    "The mayor said that the bridge was safe." / "The mayor told reporters that the bridge was safe."
    "Fifty passengers left the ferry ..." / "Sixty passengers left the ferry ..." (for the quantity detector)
    "The other five victims were ..." / "The other five people were ..." (nouns that say too little)
    "The firm is sending a ship to mend the cable." / "The company said a ship would mend it." (two writers' sentences)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from rapidfuzz.distance import Levenshtein

from discrepancy.detectors import Detector
from discrepancy.detectors._callings import ALIKE, CREEDS, GENERIC, LOADED, LONG_STEM, derived, people, stem
from discrepancy.detectors._passages import Change, Passage, changes, content, overlaps
from discrepancy.extractors._name_spelling import fold
from discrepancy.extractors._speech_verbs import FORMS, PRESENT_PLURAL
from discrepancy.model import Conflict, Evidence, Kind, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

LONGEST_PHRASE: Final = 4
"""Words of a phrase that calls people something: a longer one says more than that."""
PUNCTUATION: Final = frozenset(",;:()—–")
LEAST_SAME: Final = 0.75
"""Share of the shorter statement's words that must be the other's: below it, two writers tell of one thing."""
_DONE: Final = frozenset(("held", "controlled", "run", "led", "backed", "ruled"))
CONFIDENCE: Final = 0.6


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    all_of = (c for overlap in overlaps(evidence.readings) for c in changes(overlap, LEAST_SAME))
    weighty = [change for change in map(_bared, all_of) if _weighs(change)]
    topics = _topics(weighty)
    for change in weighty:
        yield _conflict(change, topics[_head(change.a, change.a_words)])


def _bared(change: Change) -> Change:
    """A change without what is the same on both sides, and without the "the army says" that a side begins with: that
    is for the detector of attribution."""
    ends = [_meant(side, *words) for side, words in change.sides]
    while all(begin + 1 < end for begin, end in ends) and _one_noun(change, ends):
        ends = [(begin, end - 1) for begin, end in ends]
    return replace(change, a_words=ends[0], b_words=ends[1])


def _meant(side: Passage, begin: int, end: int) -> tuple[int, int]:
    """A stretch without a verb of saying and what stands before it, and without words of no weight at its ends."""
    verbs = [i for i in range(begin, end) if side.words[i] in FORMS or side.words[i] in PRESENT_PLURAL]
    begin = verbs[-1] + 1 if verbs and verbs[-1] + 1 < end else begin
    begin = _behind_bracket(side, begin, end)
    weighty = [i for i in range(begin, end) if content((side.words[i],))]
    return (weighty[0], weighty[-1] + 1) if weighty else (begin, end)


def _behind_bracket(side: Passage, begin: int, end: int) -> int:
    """Where a stretch goes on behind a bracket that it closes and did not open: "ISIL) terrorist"."""
    start, last = side.span(begin, end)
    bracketed, closed, _ = side.reading.statement.article.text[start:last].rpartition(")")
    if not closed or "(" in bracketed:
        return begin
    return next(i for i in range(begin, end) if side.spans[i][0] > start + len(bracketed))


def _one_noun(change: Change, ends: list[tuple[int, int]]) -> bool:
    """Whether both stretches end with one noun: "government helicopter", "regime helicopters"."""
    last = [side.words[end - 1] for (side, _), (_, end) in zip(change.sides, ends, strict=True)]
    before = [side.words[end - 2] for (side, _), (_, end) in zip(change.sides, ends, strict=True)]
    return stem(last[0]) == stem(last[1]) and all(people(word) for word in before)


def _head(side: Passage, words: tuple[int, int]) -> str:
    """The noun that a stretch ends with: what its people are called."""
    return stem(_holder(content(side.words[slice(*words)])[-1]))


def _holder(word: str) -> str:
    """ "rebel-held": the rebels."""
    holder, _, done = word.partition("-")
    return holder if done in _DONE else word


def _weighs(change: Change) -> bool:
    """Whether both wordings name people or groups, and not the same ones."""
    if any(set(p.words[s[0] + 1 : s[1]]) & {"a", "an"} for p, s in change.sides):
        return False  # "the altercation a man" is two phrases: the sentence was turned round, and nobody renamed
    a, b = (tuple(map(_holder, content(p.words[s[0] : s[1]]))) for p, s in change.sides)
    named = [_names_groups(side, words) for side, words in change.sides]
    if not a or not b or any(any(c.isdigit() for c in w) for w in (*a, *b)):
        return False
    if any({a[-1], b[-1]} <= kinds for kinds in ALIKE):
        return False
    shared = {_root(w) for w in a} & {_root(w) for w in b}
    if shared and (any(named) or not (people(a[-1]) and people(b[-1]) and a[-1] != b[-1])):
        return False  # "Sarma Front", "Sarma fighters"
    if derived(a, b) or _spelled_alike(change) or _measured(change):
        return False
    loaded = bool({a[-1].removesuffix("s"), b[-1].removesuffix("s")} & LOADED)
    called = [_calls_people(side, words, loaded=loaded) for side, words in change.sides]
    plural = [meant[-1].endswith("s") for meant in (a, b)]
    return all(called) or any(called[i] and plural[i] and named[1 - i] for i in (0, 1))


def _root(word: str) -> str:
    """A word's stem, without the article of an Arabic name: "al-Nusra"."""
    return stem(word.removeprefix("al-"))


def _calls_people(side: Passage, words: tuple[int, int], *, loaded: bool) -> bool:
    """Whether a stretch is a short phrase that calls people something, and not just "people", unless the other's word
    is a `loaded` one."""
    start, end = side.span(*words)
    text, written = side.reading.statement.article.text, side.words[words[1] - 1]
    last = _holder(written)
    plain = not loaded and (last in GENERIC or last.removesuffix("s") in GENERIC)
    short = words[1] - words[0] <= LONGEST_PHRASE and not PUNCTUATION & set(text[start:end])
    capital = text[end - len(written)].isupper() and end - len(written) > side.reading.statement.start
    named = capital and last.removesuffix("s") not in CREEDS
    return short and not plain and people(last) and not named


def _names_groups(side: Passage, words: tuple[int, int]) -> bool:
    """Whether a stretch gives bodies by their names."""
    start, end = side.span(*words)
    return any(start <= name.start and name.end <= end and name.kind == "group" for name in side.reading.names)


def _spelled_alike(change: Change) -> bool:
    """Whether both stretches are mentions of one name, or spellings of the same words."""
    names = []
    for side, words in change.sides:
        start, end = side.span(*words)
        names.append({n.canonical for n in side.reading.names if n.start < end and start < n.end})
    if names[0] & names[1]:
        return True
    meant = (content(p.words[s[0] : s[1]]) for p, s in change.sides)
    texts = ["".join(fold(w).replace("-", "") for w in words) for words in meant]
    same = sorted(texts[0]) == sorted(texts[1])  # the same letters: centre, center
    return same or (min(map(len, texts)) >= LONG_STEM and Levenshtein.distance(*texts) == 1)  # adviser, advisor


def _measured(change: Change) -> bool:
    """Whether a number or date stands in either stretch."""
    for side, words in change.sides:
        start, end = side.span(*words)
        counted = [q.number_span for q in side.reading.quantities]
        dated = [(d.start, d.end) for d in side.reading.dates]
        if any(s < end and start < e for s, e in (*counted, *dated)):
            return True
    return False


def _topics(changed: list[Change]) -> dict[str, str]:
    """Wording to topic: changes that share a wording (militants, fighters: terrorists) are one question."""
    topics: dict[str, str] = {}
    for change in changed:
        pair = {_head(*side) for side in change.sides}
        joined = {topics[word] for word in pair if word in topics} | pair
        name = min(joined)
        for word in [w for w, topic in topics.items() if topic in joined]:
            topics[word] = name
        topics.update(dict.fromkeys(sorted(pair), name))
    return topics


def _conflict(change: Change, topic: str) -> Conflict:
    shared = sum(1 for word in set(change.a.words) if word in change.b.words)
    return Conflict(
        kind=Kind.WORDING,
        relation=Relation.VARIANT,
        detector="wording",
        topic=topic,
        a=_position(change, change.a, change.a_words),
        b=_position(change, change.b, change.b_words),
        confidence=CONFIDENCE,
        severity=Severity.LOW,
        question="Whom does the same passage speak of?",
        why=(Signal("words shared", shared),),
    )


def _position(change: Change, side: Passage, words: tuple[int, int]) -> Position:
    span = side.span(*words)
    statement = side.reading.statement
    return Position(statement, statement.article.text[span[0] : span[1]], (span,), _head(side, words))


PLUGIN = Detector("wording", Kind.WORDING, find, __doc__)
