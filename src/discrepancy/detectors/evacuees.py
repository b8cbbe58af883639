"""How many left: the fighters, relatives and buses of one evacuation, as articles on it count them.

What was planned is set against what was planned, and what was done against what was done.

Fires:
    "The buses carried 307 gunmen out of the town." / "The governor put those evacuated at 257 militants."

Stays silent:
    "Some 250 fighters were due to leave." / "307 fighters left the town." (planned, and done)
    "By nightfall 180 fighters had left." / "430 fighters left over two days." (so far, and in all)
    "307 fighters left the town." / "More than 1,500 fighters remain in the town." (who stays)
    "307 fighters left the town." / "A first group of 272 fighters left last year." (an earlier one)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from discrepancy.detectors import Detector
from discrepancy.detectors._counted import Counted, agree, apart, conflict
from discrepancy.detectors._events import Event, articles_of, same_event
from discrepancy.detectors._telling import telling
from discrepancy.detectors._values import vague
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.model import Conflict, Evidence, Kind, Reading
from discrepancy.settings import Settings

_KINDS: Final = {
    "fighters": vocabulary("fighter rebel militant gunman insurgent terrorist combatant"),
    "relatives": vocabulary("relative"),
    "buses": vocabulary("bus coach"),
}
_HEAD: Final = 3
_EVACUATION: Final = re.compile(
    r"\b(?:evacuat\w{2,4}|withdraw\w{0,3}|left|leav(?:e|es|ing)|exit|depart\w{0,3})\b", re.IGNORECASE
)
_AGREED: Final = re.compile(
    r"\b(?:evacuat\w{2,4}|deal|agreement|truce|reconciliation|convoys?|bus(?:es)?)\b", re.IGNORECASE
)
"""What the head of an article on an evacuation tells, besides that somebody left."""
_MOVES: Final = re.compile(
    r"\b(?:evacuat|leav|left|depart|transport|carr(?:y|ied)|board|travel|head(?:ed|ing)|pulled out)\w{0,4}",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"\b(?:due|expected|scheduled|set|planned|supposed|were|are|is|was) to\b|\bwill\b", re.IGNORECASE
)
_OTHERS: Final = re.compile(
    r"\bby (?:nightfall|dusk|noon|midnight|dawn|late|early|(?:\w+ )?(?:morning|afternoon|evening)|[A-Z]\w{2,6}day)\b"
    r"|\bso far\b|\b(?:first|second|third|earlier|previous|last) (?:group|batch|stage|convoy|phase|wave)\b"
    r"|\b(?:remain\w{0,3}|stay\w{0,3}|expected to stay|still|left behind|allowed|swap|exchange\w?)\b"
    r"|\b(?:killed|wounded|injured|dead)\b",
    re.IGNORECASE,
)
"""Words of those who stay, who left before, or of a count that is not over yet."""
_RATIO: Final = 3.0


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    counted = [(event, counts) for event, own in articles_of(evidence) if (counts := _counts(event, own))]
    for (event, mine), (other, theirs) in combinations(counted, 2):
        if same_event(event, other):
            for kind, planned in sorted(mine.keys() & theirs.keys()):
                own, others = mine[kind, planned], theirs[kind, planned]
                if agree(own) and agree(others) and apart(own[:1], others[:1], _RATIO):
                    yield conflict(
                        own[0],
                        others[0],
                        detector="evacuees",
                        topic=f"left: {kind}{', planned' if planned else ''}",
                        question=f"How many {kind} {'were to leave' if planned else 'left'}?",
                        confidence=0.7,
                    )


def _counts(event: Event, readings: Sequence[Reading]) -> dict[tuple[str, bool], list[Counted]]:
    """The numbers of an article by what is counted, and by whether it was only planned."""
    found: dict[tuple[str, bool], list[Counted]] = defaultdict(list)
    head = " ".join(reading.statement.text for reading in readings[:_HEAD])
    if not (_EVACUATION.search(head) and _AGREED.search(head)):
        return found
    for reading in telling(event, readings):
        text = reading.statement.text
        for quantity in reading.quantities if _MOVES.search(text) and not _OTHERS.search(text) else ():
            kind = next((kind for kind, nouns in _KINDS.items() if quantity.noun in nouns), None)
            if kind and quantity.role == "count" and not vague(quantity):
                found[kind, _PLANNED.search(text) is not None].append(Counted(reading, quantity))
    return found


PLUGIN = Detector("evacuees", Kind.QUANTITY, find, __doc__, general=True)
