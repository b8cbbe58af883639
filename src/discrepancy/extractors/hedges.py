"""Words that show doubt: "reportedly", "alleged", "seemed to", "it was not clear"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from discrepancy.extractors import Extractor
from discrepancy.model import Reading, Span
from discrepancy.settings import Settings

_ADVERBS = (
    "reportedly|allegedly|alleged|purportedly|purported|purporting|supposedly|supposed(?! to)|presumably|presumed"
    "|apparently|seemingly|ostensibly|suspected|rumou?red|unconfirmed|unverified|reputedly|reputed|putative"
)
_RAISING = (
    r"(?:seem|appear)(?:s|ed)?(?: to| that| as if| as though| likely)|it (?:\w{4,15}ly )?(?:seem|appear)(?:s|ed)"
    r"|(?:is|are|was|were|has been|have been|being) (?:widely )?"
    r"(?:believed|thought|said|reported|alleged|understood|suspected|assumed|feared|rumou?red) to"
    r"|(?:is|are|was|were) (?:likely|unlikely) to have|may have|might have|could have been"
)
_UNCLEAR = (
    r"(?:it )?(?:is|was|remains|remained|are|were) (?:still )?(?:not (?:yet |immediately |entirely |completely )?"
    r"(?:clear|known|certain)|unclear|unknown|uncertain)"
    r"|(?:isn|wasn|aren|weren)[\'’]?t (?:yet |immediately )?(?:clear|known)"
    r"|(?:could not|couldn['’]?t|cannot|can['’]?t) (?:immediately )?be (?:immediately |independently )?"
    r"(?:verified|confirmed|established|determined|authenticated)"
    r"|(?:has|have) not been (?:independently |officially )?(?:verified|confirmed)"
    r"|(?:did not|does not|didn['’]?t) immediately (?:confirm|respond|comment)"
)
_NOT_NOUNS = "on|that|by|from|the|a|an|its|his|her|their|to|in|at|last|this|no|some|it|they|he|she"

HEDGE: Final = re.compile(rf"\b(?:{_ADVERBS}|{_RAISING}|{_UNCLEAR})\b", re.IGNORECASE)
_REPORTED: Final = re.compile(
    rf"\b(?:the|a|an|of|these|those|any|his|her|their|its|about) (reported) (?!(?:{_NOT_NOUNS})\b)[a-z]", re.IGNORECASE
)
"""The adjective: "the reported sale", and not "the agency reported the sale"."""
UNCLEAR: Final = re.compile(rf"\b(?:{_UNCLEAR})\b", re.IGNORECASE)
"""Those hedges that say outright that something is not known."""


def hedges_in(text: str, start: int, end: int) -> tuple[Span, ...]:
    """The spans of words of doubt between two offsets, in order."""
    found = [match.span() for match in HEDGE.finditer(text, start, end)]
    adjectives = (match.start(1) for match in _REPORTED.finditer(text, start, end))
    found.extend((at, at + len("reported")) for at in adjectives)
    return tuple(sorted(found))


def read(readings: Sequence[Reading], settings: Settings) -> Sequence[Reading]:
    """Fill `hedges` of every reading."""
    return [
        replace(r, hedges=hedges_in(r.statement.article.text, r.statement.start, r.statement.end)) for r in readings
    ]


PLUGIN = Extractor("hedges", read)
