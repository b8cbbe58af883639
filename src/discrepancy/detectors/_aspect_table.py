"""The aspects that particulars are read by, and how texts put each: right before and right after the number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from discrepancy.detectors._events import HEAD

ANYWHERE = 1 << 30
"""For what a body is, which an article tells in passing."""

PEOPLE = (
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
        "reward", "How high is the reward?", "money",
        before=r"\b(?:reward|bounty) of (?:up to |as much as )?",
        after=r" (?:reward|bounty)\b",
        named=0,
    ),
    _aspect(
        "aboard", "How many people were aboard?", "count",
        before=r"\b(?:carry|carrying|carried) (?:with )?",
        after=rf" (?:other )?(?:{PEOPLE}(?: and (?:crew|crew members|passengers|staff))? )?"
        r"(?:were |was |who were )?(?:aboard|on ?-?board)\b",
    ),
    _aspect(
        "passengers", "How many passengers were aboard?", "count",
        after=r" passengers\b(?! (?:who|were|was|are|had|have|died|escaped|on (?:the|a|another|other))\b)",
    ),
    _aspect(
        "crew", "How many of the crew were aboard?", "count",
        after=r" (?:crew(?: ?members)?|crewmen) (?:and \d|(?:were )?(?:aboard|on board)\b)",
    ),
    _aspect(
        "sheltering", "How many people took shelter there?", "count",
        before=r"\b(?:sheltering|housing|sheltered|housed|packed with) (?:(?:about|some|more than|nearly) )?",
        after=rf" (?:other )?(?:{PEOPLE}|[A-Z][a-z]{{3,14}}s) (?:were |was |had |have |who (?:were |had |have )?)*"
        r"(?:sheltering|sheltered|inside|taking (?:shelter|refuge)|taken (?:shelter|refuge)|took (?:shelter|refuge)"
        r"|sought (?:shelter|refuge)|seeking (?:shelter|refuge))\b(?! there\b)",
    ),
    _aspect(
        "staff", "How many people does it employ?", "count",
        before=r"\b(?:employ|employs|employed|employing|workforce of|staff of|workforce numbers)(?: more than)? ",
        after=r" (?:full-time |permanent )?(?:employees|staff|workers)\b(?! (?:--|[–—]|(?:are|is|were|was|will|would"
        r"|have|has|had|lost|at|in|who|from|of|on|to)\b))",
        named=1, within=ANYWHERE,
    ),
    _aspect(
        "population", "How many people live there?", "count",
        before=r"\b(?:home to|population of|population is|(?:town|city|village|island|municipality|suburb) of) ",
        after=r" (?:inhabitants|residents)\b(?! (?:were|was|have|had|fled|left))",
        named=1, within=ANYWHERE,
    ),
    _aspect(
        "depth", "How deep was it?", "measure",
        before=r"\bdepth of ", after=r" (?:deep|below|beneath|underground)\b",
    ),
    _aspect(
        "crowd", "How many people came?", "count",
        before=r"\b(?:in front of|a crowd of|crowds of|an attendance of|attendance (?:was|at|of)|turnout (?:of|at)"
        r"|(?:put|estimated) the (?:crowd|number|turnout) at|draws|drew|drawing|attracts|attracted|watched by) ",
        after=rf"(?: {PEOPLE})?(?: had| have)? {_CAME}\b",
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
    _aspect("wind", "How strong was the wind?", "measure", before=r"\bwinds?\b[^.;:\d]{0,30} ", after=r" winds\b"),
    _aspect(
        "rain", "How much rain or snow fell?", "measure",
        before=r"\b(?:rain|rainfall|snow|snowfall) of ", after=r" of (?:heavy )?(?:rain|rainfall|snow)\b",
    ),
    _aspect(
        "outage", "How many were without power?", "count",
        after=r" (?:homes|households|customers|houses|people|homes and businesses)(?: were| are)?(?: left)? "
        r"(?:without (?:power|electricity)|lost (?:power|electricity)|in the dark)",
    ),
    _aspect(
        "damage", "How much is the damage?", "money",
        before=r"\b(?:damages?|losses|the cost of (?:the )?(?:damage|repairs))\b[^.;:\d]{0,24} (?:at|of|to|be) ",
        after=r"(?: worth)? (?:in|of) (?:damage|losses)\b",
    ),
    _aspect("turnout", "How high was the turnout?", "share", before=r"\bturnout\b[^.;:\d]{0,24} ", after=r" turnout\b"),
    _aspect(
        "electorate", "How many could vote?", "count",
        after=r" (?:registered |eligible )(?:voters|people)\b"
        r"| (?:people|voters) (?:are|were|is) (?:eligible|registered|entitled) to vote",
    ),
    _aspect(
        "deployed", "How many were sent?", "count",
        before=r"\b(?:deployed|deploying|sent|sending|dispatched|mobili[sz]ed) ",
        after=r" (?:\w{2,14} )?(?:were|was|are|have been) (?:deployed|sent|dispatched|mobili[sz]ed)\b",
    ),
    _aspect("storeys", "How many storeys does it have?", "count", after=r"[ -]stor(?:e?y|e?ys|ies)\b"),
    _aspect(
        "children", "How many children?", "count",
        before=r"\b(?:mother|father|mom|mum|dad|parents?) of (?:about )?",
        after=r" children, (?:his|her) (?:widow|wife|husband|family|mother|father)\b",
        within=ANYWHERE,
    ),
    _aspect(
        "length", "How long was it?", "measure",
        before=r"\b(?:stretched|spread|extended|stretches|extends) (?:over|for|across|along) ", after=r" long\b",
    ),
    _aspect(
        "loot", "How much was taken?", "money",
        before=r"\b(?:steal\w{0,3}|stole|stolen|robbed|nab\w{0,4}|grab\w{0,5}|(?:making|made|makes) off with|netted"
        r"|haul of|loot of|booty of)\b[^.;:\d]{0,40} ",
        after=r"[ -](?:worth of |in |of )?(?:cash|jewel\w{2,8}|gold|diamonds|haul|heist|booty|loot|robbery|theft)\b",
        within=HEAD,
    ),
    _aspect(
        "takings", "How much did it take?", "money",
        before=r"\b(?:took in|takes in|grossed|grosses|grossing|opens with|opened with|raked in) ", within=HEAD,
    ),
    _aspect(
        "cost", "How much did it cost?", "money",
        before=r"\b(?:cost|costs|costing|made for|built for|produced for|a budget of|a cost of) ", within=HEAD,
    ),
)  # fmt: skip
"""The aspects, the first that fits first."""
