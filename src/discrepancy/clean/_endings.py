"""How collected text ends: sign-offs of editors and agencies, and what an outlet says of itself."""

from __future__ import annotations

import re

from discrepancy.clean._page import Mark
from discrepancy.model import LineKind, Span

_ABOUT_ITSELF = re.compile(
    r"\b(?:is|are) (?:the|an?|one of the) (?:[^.]{0,80}\s)?(?:newspaper|daily|news (?:agency|site|website"
    r"|outlet|organi[sz]ation|network|portal|channel|service|platform)|broadcaster|magazine|publication|news"
    r" publisher)\b"
)
_PRAISE = re.compile(
    r"\b(?:premier|leading|award-winning|trusted|largest|oldest|independent|non-?profit|international|global"
    r"|decisive|comprehensive|foremost|number one|most (?:read|popular|visited|influential))\b",
    re.IGNORECASE,
)
_OWN_TAIL = 5
"""Sentences: an outlet speaks of itself at the very end."""
_SIGN_OFF = re.compile(r"(?:Sources?|Via|Editing by|Reporting by|Read more|End|Share|Follow)\b|\(|[A-Z]{2,}\b")

_WITH_AGENCIES = re.compile(r"\b(?:and|with|[&/])\s(?:news |wire )?(?:agencies|AFP|AP|Reuters)$", re.IGNORECASE)


def closed(text: str, parts: list[tuple[Span, Mark]], names: list[str]) -> list[tuple[Span, Mark]]:
    """The parts with the sign-off and the outlet's words on itself at the end marked."""
    found = list(parts)
    for at in range(max(0, len(found) - _OWN_TAIL), len(found)):
        if _speaks_of_itself(text[slice(*found[at][0])], names):
            note = Mark(LineKind.BOILERPLATE, "the outlet speaks of itself")
            return found[:at] + [(span, note) for span, _ in found[at:]]
    for at in range(len(found) - 1, max(0, len(found) - _OWN_TAIL), -1):
        (start, end), mark = found[at]
        if mark.kind.stated and not _signs_off(text[start:end]):
            break
        if mark.kind.stated:
            found[at] = ((start, end), Mark(LineKind.BOILERPLATE, "sign-off at the end"))
    return found


def _speaks_of_itself(piece: str, names: list[str]) -> bool:
    described = _ABOUT_ITSELF.search(piece)
    if described is None:
        return False
    subject = piece[: described.start()].strip()
    own = any(subject and (subject in name or name in subject) for name in names)
    return own or (len(subject.split()) <= 8 and bool(_PRAISE.search(piece)) and subject[:1].isupper())


def _signs_off(piece: str) -> bool:
    words = piece.split()
    unended = piece[-1] not in '.!?"”…)' or piece[0] in "(["
    if "/" in piece and len(words) <= 8 and _names_only(piece):
        return True
    signed = _SIGN_OFF.match(piece) or _WITH_AGENCIES.search(piece)
    return len(words) <= 6 and unended and (len(words) <= 3 or signed is not None)


def _names_only(piece: str) -> bool:
    """Whether a piece is names or initials alone, as editors sign: "Manar al-Freih / Ghossoun"."""
    tokens = piece.replace("/", " ").split()
    return all(token[0].isupper() or token.startswith(("al-", "el-")) for token in tokens)
