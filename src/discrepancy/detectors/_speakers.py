"""Who speaks, and in whose company: which speakers are nobody in particular, and what stands around their names."""

from __future__ import annotations

import re
from typing import Final

from discrepancy.detectors._passages import content
from discrepancy.extractors._name_spelling import fold
from discrepancy.extractors._name_words import word_set
from discrepancy.model import Evidence

OUTLET: Final = re.compile(r"\b(?:AFP|AP|Associated Press|Reuters|[Nn]ews|BBC|CNN|Times|Post|[Rr]eports?)\b")
"""A press agency or paper as the speaker: a second-hand byline, and no party."""

_NOBODY: Final = word_set("""
spokesman spokeswoman spokesperson spokesmen official officials source sources statement report reports group it he she
they who witness witnesses people others one man woman authorities media head chief member members expert experts
reporters agency release letter memo spokespeople post posting tweet page website account email message video
""")

_WORKS: Final = """
ad ads advert advertisement advertisements affidavit article book broadcast clip column commercial complaint declaration
document documents editorial email essay filing indictment lawsuit leaflet letter memo memorandum message note notice
op-ed pamphlet paper petition poll post posting recording release report resolution speech statement study suit survey
tape text transcript tweet video website
""".split()
_OF_A_WORK: Final = re.compile(rf"(?i)^(?:the|an?|its|his|her|their)(?: [\w'’-]+){{0,2}}? (?:{'|'.join(_WORKS)})\b")
"""The work near the beginning: "the army in a statement" is the army."""


def is_work(speaker: str) -> bool:
    """Whether a speaker is something written, said or shown ("the letter released on Monday"), and not who made it."""
    return _OF_A_WORK.search(speaker) is not None


def company(evidence: Evidence) -> dict[str, set[str]]:
    """Speaker to the words that stand around them where they speak: their post and whom they speak for."""
    known: dict[str, set[str]] = {}
    for reading in evidence.readings:
        for speech in reading.speech:
            start, end = speech.speaker_span
            text = reading.statement.article.text
            near = (
                text[max(reading.statement.start, start - 60) : start]
                + " "
                + text[end : min(reading.statement.end, end + 60)]
            )
            known.setdefault(speech.speaker, set()).update(marks(near))
    return known


def marks(text: str) -> set[str]:
    words = (word.strip(".,;:!?()'\"“”").lower().removesuffix("'s").removesuffix("’s") for word in text.split())
    return {fold(word) for word in content(tuple(words)) if word not in _NOBODY}
