"""Whether a date lies ahead of its text: "voters will decide on Sunday", but "said on Sunday that it will"."""

from __future__ import annotations

import re

_REACH = 90
"""Characters on each side that are looked at: about a clause."""

_AHEAD = (
    r"(?:will|shall|won['’]t)(?:\s(?:not\s|also\s|now\s)?be\s[a-z]{2,20})?|(?:is|are|was|were)\s(?:set|due|scheduled|slated|expected|planned|about)\b|to\sbe\sheld|scheduled|slated"
    r"|upcoming|expected\sto|going\sto|plans?\sto|planned\sfor|aims?\sto|intends?\sto|ahead\sof|hopes?\sto|due\s(?:on|in|by|before)"
)
_BEHIND = r"said|told|says|was|were|had|took|came|began|left|went|made|saw|held|met|gave|got|hit|killed|[a-z]{2,20}ed"
_DECIDES = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<behind>{_BEHIND}))\b", re.IGNORECASE)
_TELLING = re.compile(r"\b[a-z]{2,20}ing\s(?:on\s|late\s|early\s)?$")
"""A participle right before the date: "admitting on Friday that there will be none"."""

_STOP = re.compile(r"[.!?]\s")


def speaks_of_future(text: str, start: int, end: int) -> bool:
    """Whether the nearest verb that tells before the date, else after it, is of the future."""
    before = _STOP.split(text[max(0, start - _REACH) : start])[-1]
    if _TELLING.search(before):
        return False
    found = list(_DECIDES.finditer(before))
    if found:
        return found[-1]["ahead"] is not None
    after = _DECIDES.search(_STOP.split(text[end : end + _REACH])[0])
    return after is not None and after["ahead"] is not None
