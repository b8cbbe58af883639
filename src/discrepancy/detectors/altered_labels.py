"""A label that one copy of a passage gives to people, and the other copy leaves out: "Islamist rebels", "rebels".

The words around it are the same, and so is the noun behind it. Which labels are loaded is for the reader to say.

Fires:
    "The hardline rebels who held the mill left it in March." / "The rebels who held the mill left it in March."

Stays silent:
    "The two rebels who held the mill left it in March." / "The rebels who held the mill left it in March." (no label)
    "The hardline rebels who held the mill left it in March." / "Rebels were in the mill for years." (two writers)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._callings import people, stem
from discrepancy.detectors._passages import Change, Passage, altered, content, stretch
from discrepancy.extractors._name_words import word_set
from discrepancy.model import Conflict, Evidence, Kind, Position, Relation, Severity, Signal
from discrepancy.settings import Settings

_LABELS: Final = word_set("""
anti-government anti-regime armed conservative extremist far-left far-right fundamentalist hardline illegal insurgent
islamist jihadist leftist left-wing liberal loyalist mainstream militant moderate nationalist neo-nazi opposition
pro-government pro-regime pro-russian pro-western radical rebel regime right-wing secular separatist so-called takfiri
terror terrorist ultra-conservative ultranationalist
""")
"""Adjectives, and nouns before a noun, that say what people stand for."""
_BACKED: Final = ("-backed", "-sponsored", "-supported", "-funded")
_MOST: Final = 3
"""Words of a label."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for change in altered(evidence.readings, dropped=True):
        for (side, words), (other, gap) in (change.sides, change.sides[::-1]):
            if gap[0] == gap[1] and _is_label(side, words) and _calls(side, words[1]) == _calls(other, gap[1]) != "":
                yield _conflict(change, (side, words), (other, gap))


def _is_label(side: Passage, words: tuple[int, int]) -> bool:
    meant = content(side.words[slice(*words)])
    return 0 < len(meant) <= _MOST and all(word in _LABELS or word.endswith(_BACKED) for word in meant)


def _calls(side: Passage, at: int) -> str:
    """The noun for people that stands at a place, without its ending; none of another word."""
    word = side.words[at] if at < len(side.words) else ""
    return stem(word) if people(word) else ""


def _conflict(
    change: Change, labelled: tuple[Passage, tuple[int, int]], bare: tuple[Passage, tuple[int, int]]
) -> Conflict:
    (side, (begin, end)), (other, (at, _)) = labelled, bare
    first = min(one.reading.statement.key for one, _ in change.sides)
    a, b = _position(side, begin, end + 1), _position(other, at, at + 1)
    return Conflict(
        kind=Kind.WORDING,
        relation=Relation.VARIANT,
        detector="altered_labels",
        topic=f"altered:{first[0]}:{first[1]}",
        a=a,
        b=b,
        confidence=0.6,
        severity=Severity.LOW,
        question="Whom does the same passage speak of?",
        why=(Signal("one passage, one label", f"{a.value} / {b.value}"),),
    )


def _position(side: Passage, begin: int, end: int) -> Position:
    return stretch(side, (begin, end), " ".join(side.words[begin:end]))


PLUGIN = Detector("altered_labels", Kind.WORDING, find, __doc__, general=True)
