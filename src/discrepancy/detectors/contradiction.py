"""What no rule lists: claims that agree in all but one part, and that the contradiction model sets against each other.

Two of who, what is done, and to whom or what must agree; the model must call the claims a contradiction in both orders.
The kind is that of the part that differs: another doer is a matter of agency, another place one of place. All three
scores of both orders stand among the reasons. A run with `--nli-model off` has none of these findings.

Fires:
    "Globex owned the Maine Mill." / "The Maine Mill was owned by Initech."
    "The members of the club are civilians." / "The members of the club are soldiers."

Stays silent:
    "The minister left the capital in May." / "The minister joined the talks in May." (two things that she did)
    "The bridge was closed on Monday." / "The bridge was closed on Friday." (days that exclude each other: two closings)
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from discrepancy.align import same_event
from discrepancy.detectors import Detector
from discrepancy.detectors._difference import Difference, difference
from discrepancy.detectors._positions import confidence, position, relation
from discrepancy.model import Claim, Conflict, Evidence, Judgement, Kind, Pair, Severity, Signal, Span, TextPair
from discrepancy.nli import told
from discrepancy.settings import Settings

_FIRST_PERSON: Final = frozenset("i me my mine myself we us our ours ourselves".split())


def asks(evidence: Evidence, settings: Settings) -> Iterator[TextPair]:
    """The texts of what may contradict."""
    return ((pair.a.text, pair.b.text) for pair in _candidates(evidence))


def _candidates(evidence: Evidence) -> Iterator[Pair]:
    """Aligned pairs of two sources that are of one event and differ in one part."""
    for pair in evidence.pairs:
        a, b = pair.a, pair.b
        apart = a.statement.article.id != b.statement.article.id and not (a.whole or b.whole) and a.text != b.text
        if apart and same_event(a, b) and difference(a, b) is not None:
            yield pair


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for pair in _candidates(evidence):
        forward = evidence.judgements.get((pair.a.text, pair.b.text))
        backward = evidence.judgements.get((pair.b.text, pair.a.text))
        found = difference(pair.a, pair.b)
        if found and (_of_the_speaker(pair.a, found.a[1]) or _of_the_speaker(pair.b, found.b[1])):
            continue
        if forward and backward and found and least(forward, backward) >= settings.contradiction:
            yield _conflict(pair, found, forward, backward)


def _of_the_speaker(claim: Claim, span: Span) -> bool:
    """Whether what differs is "me" or "we" of a quotation, which the other source may give as "him"."""
    return claim.statement.article.text[slice(*span)].lower() in _FIRST_PERSON


def least(forward: Judgement, backward: Judgement) -> float:
    """The lower of the two contradiction scores: a real contradiction is one whichever claim comes first."""
    return min(forward.contradiction, backward.contradiction)


def _conflict(pair: Pair, found: Difference, forward: Judgement, backward: Judgement) -> Conflict:
    a, b = pair.a, pair.b
    return Conflict(
        kind=found.kind,
        relation=relation(a, b),
        detector="contradiction",
        topic=_topic(a, b, found),
        a=position(a, found.a[0], found.a[1]),
        b=position(b, found.b[0], found.b[1]),
        confidence=confidence(0.8 * least(forward, backward), a, b),
        severity=Severity.MEDIUM,
        question=None,
        why=(
            *pair.why,
            Signal("what differs", found.part),
            told(forward, backward),
        ),
    )


def _topic(a: Claim, b: Claim, found: Difference) -> str:
    return f"{a.statement.key}:{b.statement.key}:{found.part}"


PLUGIN = Detector("contradiction", Kind.CONTRADICTION, find, __doc__, asks, general=True)
