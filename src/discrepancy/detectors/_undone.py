"""What is said not to have been there or not to have been done: the words that say so, and those that tell of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NO = r"(?:no|not one|not a single|not any|not an?|never an?y?|den(?:ied|ies|ying) (?:that )?any)"
_KIND = r"(?:(?:of|the|such|[a-z-]{3,15}) ){0,3}?"
"""Words between "no" and the noun: what kind of thing."""
_GAP = r"(?:[^\W_][\w’'-]{0,15} ){0,6}?"
"""Words between a noun and its verb."""
_DID_NOT = r"(?:did not|didn['’]t|had not|has not|never|without)"
_FORCES = r"(?:police|policem[ae]n|officers?|gendarmes?|soldiers?|troops|guards|army|security forces|government forces)"
_CROWD = r"(?:crowds?|protesters|protestors|demonstrators|marchers|civilians|mourners|worshippers|residents|villagers)"
_SERVING = r"(?:soldiers?|servicem[ae]n|troops|officers?|airm[ae]n|pilots?|colonel|policem[ae]n|crew(?: members?)?)"
_WINGED = r"(?:aircraft|planes?|warplanes?|jets?|fighter jets?|helicopters?|bombers?)"
_ARMS = (
    r"(?:cluster (?:munitions?|bombs?)|chemical weapons?|chlorine|sarin|barrel bombs?|(?:white )?phosphorus|napalm"
    r"|nerve agents?|poison gas|tear ?gas|rubber bullets|water cannons?)"
)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that one source denies and another tells of."""

    name: str
    question: str
    denied: re.Pattern[str]
    """What denies it: its group `kind` holds the words that say what kind, `what` the noun."""
    told: re.Pattern[str]
    """What tells of it: its group `doer`, where it matches, shows that somebody is named who did it."""
    about: re.Pattern[str] | None = None
    """What both articles speak of."""
    one_noun: bool = False
    """Whether both must use one noun: what is not chlorine may be sarin."""


def _thing(
    name: str,
    question: str,
    noun: str,
    done: str,
    told: str,
    about: str = "",
    one_noun: bool = False,
    do: str = "",
    outright: str = "",
) -> Thing:
    denied = rf"\b(?:{_NO} (?P<kind>{_KIND})(?P<what>{noun})\b {_GAP}(?:{done})"
    # "did not fire a single shell"
    denied += rf"|{_DID_NOT} (?:{do}) (?:a single|one|any|an?) (?P<kind2>{_KIND})(?P<what2>{noun}))\b" if do else r")\b"
    denied += f"|{outright}" if outright else ""
    near = re.compile(about, re.IGNORECASE) if about else None
    return Thing(name, question, re.compile(denied, re.IGNORECASE), re.compile(told, re.IGNORECASE), near, one_noun)


THINGS = (
    _thing(
        "shots", "Were shots fired at people?",
        r"(?:bullets?|shots?|rounds?|live ammunition|firearms?|live rounds?)",
        r"fired|used|employed|discharged|left (?:a|the) (?:barrel|gun|rifle)",
        rf"\b(?P<doer>{_FORCES}) (?:\w{{2,12}} ){{0,3}}?(?:fired|opened fire|shot|shooting|firing) "
        rf"(?:live \w{{4,12}} )?(?:at|on|into|towards?) (?!the air)(?:\w{{1,12}} ){{0,4}}?"
        rf"(?:{_CROWD}|people|us|them)\b"
        r"|\b(?:live (?:rounds|ammunition|bullets)|firearms) (?:were|was|had been) (?:fired|used)\b",
        do=r"fir(?:e|ed|ing)|us(?:e|ed|ing)|shoot|discharge",
    ),
    _thing(
        "shells", "Was it shelled?",
        r"(?:(?:artillery |mortar |tank )?shells?|artillery|mortars?)",
        r"fired|fell|fallen|hit|used|landed|struck",
        r"\b(?:(?:army|tank|artillery|government|heavy) (?:shelling|shells|fire|bombardment)\b"
        r"|tanks? (?:pounded|shelled|fired|bombarded)|shells (?:began to fall|fell|hit|struck|landed|rained)"
        r"|(?:the|of|in) shelling\b)",
        do=r"fir(?:e|ed|ing)|us(?:e|ed|ing)",
    ),
    _thing(
        "flights", "Were aircraft there?",
        rf"(?:{_WINGED}|sorties?|flights?)",
        r"operat(?:ed|ing)|flown|flew|took place|taken off|took off|airborne|in the air|over the",
        rf"\b(?P<doer>{_WINGED}) (?:[^\W_][\w-]{{0,12}} ){{0,9}}?(?:bombed|struck|hit|dropped|dropping|attacked|raided"
        r"|fired|burn|bomb)\b",
        do=r"fly|flown|carry out|conduct|make",
    ),
    _thing(
        "ransom", "Was a ransom paid?",
        r"(?:ransoms?|payments?|money|(?<=one )[a-z]{4,10}|(?<=single )[a-z]{4,10})",
        r"paid|handed|delivered|changed hands",
        r"\bransoms? (?:of (?:[^\s;]{1,12} ){1,3}|[\w$€£.,]{1,12} ){0,3}?"
        r"(?:was|were|had been|has been) (?:paid|delivered|handed)\b"
        r"|\b(?P<doer>paid|paying|delivered|handed over) (?:\w{1,12} ){0,3}?ransom\b",
        about=r"\b(?:ransom|kidnap|captiv|captor|hostage|abduct)",
        do=r"pay|paid|paying|hand over",
    ),
    _thing(
        "warning", "Was there a warning?",
        r"warnings?",
        r"given|issued|reached|received|sent|sounded|came|made",
        r"\bwarnings? (?:\w{2,12} ){0,3}?(?:was|were|had been|has been) (?:given|issued|sent|sounded|received)\b"
        r"|\b(?P<doer>gave|issued|sent|received|sounded) (?:\w{1,12} ){0,3}?warnings?\b"
        r"|\bhad (?:tele)?phoned (?:\w{2,12} ){1,4}?(?:an hour|hours|minutes|half an hour|the day) before\b",
        do=r"giv(?:e|en|ing)|receiv(?:e|ed|ing)|issu(?:e|ed|ing)|get",
    ),
    _thing(
        "complaint", "Had there been a complaint?",
        r"complaints?",
        r"received|filed|lodged|made|submitted|registered|handed in",
        r"\bcomplaints? (?:\w{1,12} ){0,8}?(?:filed|lodged|made|submitted|registered|handed in|received)\b"
        r"|\b(?P<doer>filed|lodged|made|submitted|received|handed in|registered) (?:\w{1,12} ){0,4}?complaints?\b",
        do=r"receiv(?:e|ed|ing)|fil(?:e|ed|ing)|lodge",
    ),
    _thing(
        "arms", "Was such a weapon used?",
        _ARMS,
        r"used|found|detected|dropped|fired|employed|discovered",
        rf"\b(?P<noun>{_ARMS}) (?:were|was|had been|have been|and (?:\w{{2,12}} ){{1,3}}were)"
        r" (?:used|dropped|fired|found)\b"
        rf"|\b(?P<doer>used|dropped|fired|fires|uses) (?:\w{{1,12}} ){{0,2}}?(?P<noun2>{_ARMS})\b",
        one_noun=True,
        do=r"us(?:e|ed|ing)|drop|fir(?:e|ed|ing)",
    ),
    _thing(
        "drones", "Was there a drone?",
        r"drones?",
        r"in the air|seen|flown|flew|airborne|used|launched|detected|flying",
        r"\b(?P<doer>drones?) (?:\w{2,12} ){0,3}?(?:circl(?:ed|ing)|hover(?:ed|ing)|flew|flying|struck|hit|dropped)\b"
        r"|\bdrones? (?:was|were|had been) (?:seen|spotted|filmed|heard)\b"
        r"|\b(?:saw|heard|spotted|filmed) (?:a|the|two) drones?\b",
        do=r"fly|flown|us(?:e|ed|ing)|launch",
    ),
    _thing(
        "second blast", "Was there a second blast?",
        r"second (?:bomb|blast|explosion|device|detonation)",
        r"exploded|went off|happened|took place|heard|reported|found|seen|occurred",
        r"\bsecond (?:bomb|blast|explosion|device) (?:[a-z]{2,12} ){0,3}?"
        r"(?:exploded|went off|detonated|hit|struck|followed|ripped|tore)\b",
        do=r"hear|see|find|report",
    ),
    _thing(
        "captives", "Was anybody captured?",
        rf"(?:prisoners?|personnel|{_SERVING})",
        r"captured|taken(?: prisoners?)?|held",
        rf"\b(?:prisoners?|{_SERVING}) (?:\w{{2,12}} ){{0,2}}?(?:was|were|had been|have been|is|are) (?:being )?"
        r"(?:captured|taken(?: prisoners?| captive)?|held by|in rebel hands)\b"
        rf"|\b(?P<doer>captured|capturing|took|taking) (?:[\w-]{{1,12}} ){{1,3}}?(?:prisoners?|{_SERVING})\b"
        r"|\b(?:and|were|was|been) taken prisoners?\b",
        about=r"\b(?:troops|soldiers?|army|military|rebels?|militants?)\b",
        do=r"tak(?:e|en)|captur(?:e|ed)|los(?:e|t)",
        outright=rf"\bden(?:ied|ies|ying)\b[^.;]{{0,160}}\bcapture of (?:\w{{2,12}} ){{0,2}}(?:personnel|{_SERVING})\b",
    ),
    _thing(
        "suicide", "Was it a suicide attack?",
        r"suicide (?:attack|bomber|bombing)",
        r"involved|carried out|took place|seen|there",
        r"\bsuicide (?:(?:car|truck|vest|vehicle|lorry) )?(?:bomb(?:er|ing)?s?|attack(?:er)?s?)\b"
        r"|\bblew (?:himself|herself|themselves) up\b",
        about=r"\b(?:bomb\w{0,4}|blasts?|explosions?|exploded)\b",
        outright=r"\b(?:(?:was|is) not|(?:was|is)n['’]t|ruled out) a suicide (?:attack|bomb(?:ing|er)|mission)\b",
    ),
)  # fmt: skip
