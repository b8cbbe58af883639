"""All and none: what is said of everybody in a group, against one of the group of whom it does not hold.

"All the members are civilians" is denied by one member who is a soldier. The counter-evidence never repeats the
claim, so it is looked for by what would have to be true: somebody of the same group (by name, by a reference such as
"these men", or as one who plays for it or is aboard) who is of a category that excludes the one claimed, or of the
very category denied. What is said to have happened to none of a group is for the detector `unharmed`.

Fires:
    "None of the trial's participants were smokers." / "Two smokers were among the participants of the trial."
    "All the players in the squad are amateurs." / "Three professionals play for the squad."
    "All passengers were tourists." / "A local guide was on board."

Stays silent:
    "All the passengers were tourists." / "A local guide watched from the shore." (not one of the passengers)
    "None of the candidates are former soldiers." / "Former soldiers guard the camp." (not of the candidates)
    "All members are volunteers." / "The members are teachers." (a teacher can be a volunteer)
"""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.align import exclude
from discrepancy.detectors import Detector
from discrepancy.detectors._populations import Denial, Member, denials, members
from discrepancy.detectors._positions import confidence, position, relation
from discrepancy.model import Conflict, Evidence, Kind, Severity, Signal
from discrepancy.settings import Settings

_ANYBODY = frozenset("they them these those it we us you he she".split())
"""Groups that only what stands before tells."""


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    found = [member for claim in evidence.claims for member in members(claim)]
    for claim in evidence.claims:
        for denial in denials(claim):
            for member in found:
                if denial.population in _ANYBODY:
                    continue
                if denial.denied_by(member) and not exclude(claim.dates, member.claim.dates):
                    yield _conflict(denial, member)


def _conflict(denial: Denial, member: Member) -> Conflict:
    a, b = denial.claim, member.claim
    return Conflict(
        kind=Kind.CATEGORY,
        relation=relation(a, b),
        detector="universals",
        topic=f"universal:{denial.population}",
        a=position(a, denial.text, *denial.highlights, normalized=f"{denial.quantifier} {denial.population}"),
        b=position(b, member.text, *member.highlights, normalized=f"some {denial.population}"),
        confidence=confidence(0.85 if denial.named else 0.7, a, b),
        severity=Severity.HIGH,
        question=f"What is true of {denial.label}?",
        why=(Signal("said of everybody", denial.text), Signal("does not hold of", member.text)),
    )


PLUGIN = Detector("universals", Kind.CATEGORY, find, __doc__)
