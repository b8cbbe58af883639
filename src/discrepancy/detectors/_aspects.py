"""Aspects: what one event, deal or body has one figure of, each with the words that say so.

The words stand right before or after the number ("with 120 people aboard", "at a depth of 24 kilometres"). They are
general news English: a figure whose aspect no such words tell is left to the detectors that compare whole statements.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from discrepancy.detectors._events import HEAD
from discrepancy.model import Quantity, Reading

_BEFORE, _AFTER = 64, 64
"""Characters of a statement that are read on either side of a number: a clause, and bounded work on a long line."""

ANYWHERE = 1 << 30
"""For what a body is, which an article tells in passing."""

_PEOPLE = (
    r"(?:people|persons|passengers|crew|crew members|migrants|refugees|tourists|pilgrims|fans|spectators|supporters"
    r"|protesters|demonstrators|marchers|activists|visitors|runners|students|workers|villagers|men|women|children)"
)
_CAME = (
    r"(?:took part|(?:have |had )?joined|marched|attended|gathered|rallied|turned out|turned up|protested|demonstrated"
    r"|participated|watched|took to the streets|packed|lined the|were present|showed up|assembled)"
)
_BUY = (
    r"(?:buy|buys|buying|bought|acquir(?:e|es|ed|ing)|purchas(?:e|es|ed|ing)|sell|sells|selling|sold|take ?over"
    r"|merger|merge|fee|signed|sign|signing|transfer|paid|pay|deal|acquisition)"
)
_FINE = r"(?:fine|fines|fined|fining|penalty)"


@dataclass(frozen=True, slots=True)
class Aspect:
    """A question to which one event or body has one number for an answer, and how texts put it."""

    name: str
    question: str
    roles: frozenset[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    named: int = 0
    """How many words of names the two statements must share: for figures that several bodies of one story have."""
    within: int = 2 * HEAD
    """How many statements of an article are read for it: further down a story tells of others."""


def _aspect(
    name: str, question: str, roles: str, before: str = "", after: str = "", named: int = 0, within: int = 2 * HEAD
) -> Aspect:
    return Aspect(
        name,
        question,
        frozenset(roles.split()),
        re.compile(rf"(?:{before})$", re.IGNORECASE) if before else None,
        re.compile(rf"^(?:{after})", re.IGNORECASE) if after else None,
        named,
        within,
    )


ASPECTS = (
    _aspect(
        "aboard", "How many people were aboard?", "count",
        before=r"\b(?:carry|carrying|carried) (?:with )?",
        after=rf" (?:other )?(?:{_PEOPLE}(?: and (?:crew|crew members|passengers|staff))? )?"
        r"(?:were |was |who were )?(?:aboard|on ?-?board)\b",
    ),
    _aspect(
        "staff", "How many people does it employ?", "count",
        before=r"\b(?:employ|employs|employed|employing|workforce of|staff of|workforce numbers)(?: more than)? ",
        after=r" (?:full-time |permanent )?(?:employees|staff|workers)\b(?! (?:were|was|will|would|have|has|had|lost|at"
        r"|in|who|from|of|on|to)\b)",
        named=1, within=ANYWHERE,
    ),
    _aspect(
        "population", "How many people live there?", "count",
        before=r"\b(?:home to|population of|population is|(?:town|city|village|island|municipality|suburb) of) ",
        after=r" (?:inhabitants|residents)\b(?! (?:were|was|have|had|fled|left))",
        named=1, within=ANYWHERE,
    ),
    _aspect(
        "magnitude", "What was the magnitude?", "count",
        before=r"\bmagnitude(?: of)?(?:[ -])",
        after=r"[ -](?:magnitude|on the Richter)\b",
    ),
    _aspect(
        "depth", "How deep was it?", "measure",
        before=r"\bdepth of ", after=r" (?:deep|below|beneath|underground)\b",
    ),
    _aspect(
        "crowd", "How many people came?", "count",
        before=r"\b(?:in front of|a crowd of|crowds of|an attendance of|attendance (?:was|at|of)|turnout (?:of|at)"
        r"|(?:put|estimated) the (?:crowd|number|turnout) at|draws|drew|drawing|attracts|attracted|watched by) ",
        after=rf"(?: {_PEOPLE})?(?: had| have)? {_CAME}\b",
    ),
    _aspect(
        "fine", "How much was the fine?", "money",
        before=rf"\b{_FINE}\b[^.;:\d]{{0,40}} ",
        after=rf"[ -](?:\w{{3,12}} )?{_FINE}\b",
        named=1, within=HEAD,
    ),
    _aspect(
        "price", "What was the price?", "money",
        before=rf"\b{_BUY}\b[^.;:\d]{{0,48}} ",
        after=r"[ -](?:cash |all-share |all-stock )?"
        r"(?:takeover|deal|acquisition|buyout|merger|bid|offer|move|transfer)\b",
        named=2, within=HEAD,
    ),
    _aspect(
        "sample", "How many took part in the study?", "count",
        before=r"\b(?:(?:trial|study|survey|poll|experiment) (?:of|involving|among|in|on|with)|enrolled|enroled"
        r"|recruited|surveyed|polled|questioned) (?:nearly )?",
    ),
    _aspect("efficacy", "How effective was it?", "share", before=r"\b(?:efficacy|effectiveness)(?: rate)? of ",
            after=r" (?:effective|efficacy|effectiveness)\b"),
    _aspect(
        "tax", "How high is the rate?", "share",
        before=r"\b(?:tax|levy|duty|tariff|tariffs|surcharge)(?: rate)? of ",
        after=r" (?:tax|levy|duty|tariff|tariffs|surcharge)\b",
    ),
    _aspect(
        "stake", "How large is the stake?", "share",
        before=r"\bstake of ", after=r" (?:stake|shareholding)\b", named=1,
    ),
    _aspect("abstentions", "How many abstained?", "count", after=r" (?:\w{2,16} )?(?:abstained|abstentions)\b"),
    _aspect(
        "homes", "How many homes were destroyed?", "count",
        before=r"\b(?:destroying|destroyed|destroys|levelled|levelling|leveled|leveling|flattened|flattening) ",
        after=r" (?:homes|houses) (?:were|have been|had been|was)? ?(?:destroyed|levelled|leveled|flattened)\b",
    ),
    _aspect(
        "jobs", "How many jobs go?", "count",
        before=r"\b(?:cut|cuts|cutting|shed|sheds|shedding|axe|axes|axing|slash|slashes|slashing|eliminate|loss of) ",
        after=r" (?:jobs|positions|posts) (?:will go|are to go|to go|would go|were cut|will be (?:cut|lost))\b",
        named=1,
    ),
)  # fmt: skip
"""The aspects, the first that fits first."""

_BREAK = re.compile(
    r"[,;:.!?]\s|\s[–—-]\s|\s(?:and|which|who|that) (?=(?:has|have|had|employs?|is|was|were|are|will)\b)", re.IGNORECASE
)
_HOUSED = re.compile(r"^ (?:homes|houses)\b", re.IGNORECASE)
_EMPLOYED = re.compile(r"^ (?:people|persons|workers|employees|staff|men and women)\b", re.IGNORECASE)
_HAS = re.compile(r"\b(?:has|have|had|with|and|its|employing|employs) $", re.IGNORECASE)
_JOBS = re.compile(r"^ (?:\w{2,14} )?(?:jobs|positions|posts)\b", re.IGNORECASE)
_LIVING = re.compile(r"^(?: (?:people|inhabitants|residents|souls)\b|[,.;]|$)", re.IGNORECASE)
_CARRIED = re.compile(rf"^ (?:{_PEOPLE})\b", re.IGNORECASE)
_NO_PRICE = re.compile(
    r"\b(?:profits?|revenues?|sales|turnover|premium|loss|losses|dividend|earnings|savings?|a year|bonus"
    r"|fines?|fined|penalty|damages|compensation|tax|taxes|market value|capitali[sz]ation)\b",
    re.IGNORECASE,
)
# What else must stand after the number where only the words before it told the aspect.
_ALSO: dict[str, re.Pattern[str]] = {
    "homes": _HOUSED,
    "staff": _EMPLOYED,
    "jobs": _JOBS,
    "population": _LIVING,
    "aboard": _CARRIED,
}


def aspect_of(reading: Reading, quantity: Quantity) -> Aspect | None:
    """What question a figure answers by the words around it; None where they do not tell."""
    before, after = around(reading, quantity)
    return next((a for a in _of_role(quantity.role) if _tells(a, before, after)), None)


def around(reading: Reading, quantity: Quantity) -> tuple[str, str]:
    """The words before the number, and those after it (after its unit, where it has one)."""
    text, statement = reading.statement.article.text, reading.statement
    low, high = quantity.number_span
    high = quantity.end if quantity.role in ("money", "measure", "rate") else high
    return text[max(statement.start, low - _BEFORE) : low], text[high : min(statement.end, high + _AFTER)]


def clause(before: str, after: str) -> str:
    """The words around a number up to the nearest punctuation on either side."""
    return f"{_BREAK.split(before)[-1]} {_BREAK.split(after)[0]}"


def _of_role(role: str) -> Iterable[Aspect]:
    return (a for a in ASPECTS if role in a.roles)


def _tells(aspect: Aspect, before: str, after: str) -> bool:
    if aspect.name == "price" and _NO_PRICE.search(before + " " + after):
        return False
    if aspect.after is not None and aspect.after.search(after):
        return aspect.name != "staff" or bool(_HAS.search(before))
    also = _ALSO.get(aspect.name)
    return bool(aspect.before and aspect.before.search(before)) and (also is None or bool(also.search(after)))
