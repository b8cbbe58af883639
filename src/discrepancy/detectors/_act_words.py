"""The words of news that tell an act, and those that show a clause to tell another one."""

from __future__ import annotations

import re

from discrepancy.detectors._events import of_another
from discrepancy.detectors._happenings import CAUSES, causes_in, in_plain_words

DEEDS = {
    "abduct": re.compile(
        r"\b(?:abducted|kidnapped|whisked away|snatched|carried off|marched (?:off|away|into)"
        r"|(?:were|was|been) seized|taken (?:hostage|captive))\b",
        re.IGNORECASE,
    ),
    "enter": re.compile(
        r"\b(?:entered|reached|(?:got|(?:were|was) (?:let|allowed)) in(?:to)?|arrived (?:in|at))\b", re.IGNORECASE
    ),
    "retake": re.compile(r"\b(?:retook|retaken|recaptured|liberated|regained control|won back)\b", re.IGNORECASE),
    "claim": re.compile(
        r"\b(?:claimed (?:responsibility|credit|the (?:attack|bombing|blast|operation|killing|assault))"
        r"|(?:attack|bombing|blast|operation|killing|assault) was claimed)\b",
        re.IGNORECASE,
    ),
    "due": re.compile(
        r"\b(?:(?:scheduled|planned|set) (?:for|to (?:start|begin|open|take place) on)"
        r"|(?:due|was|were) to (?:start|begin|open|take place) on"
        r"|failed to (?:get under ?way|start|begin|open|go ahead|take place|materiali[sz]e) on) $",
        re.IGNORECASE,
    ),
}
"""Deeds by the words that tell them; a day that something was due stands right behind them."""
_OTHER = re.compile(
    r"\b(?:call(?:s|ed)|alert\w{0,3}|notified|dispatched|respond\w{0,3}|pronounced|died|dies|briefing|conference|said|says|told"
    r"|announced|arrest\w{0,3}|charged|resign\w{0,3}|vigil|court|hearing|trial|sentenced|convicted|testif\w{2,4}|pleaded"
    r"|aftershocks?|second|third|fourth|another|later|earlier|previous|again|first|last|surrendered|caught|captured|ended|lifted"
    r"|extinguished|reported|reporters|statement|posted|wrote|tweeted|service|funeral|buried|mourn\w{0,4}|report|identified|named"
    r"|investigat\w{2,6}|interview\w{0,3}|retaliat\w{2,4}|wanted|visit\w{0,4}|return\w{0,3}|reopen\w{0,3}|resum\w{1,3}|condemn\w{0,3}|claimed|blamed|apologi[sz]ed|rose"
    r"|risen|climbed|will|would|could|may|might|if|warn\w{0,3}|threat\w{0,5}|plan\w{0,4}|tried|attempt\w{0,3}|not|no|never|denied"
    r"|search\w{0,3}|found|recovered|rescued|remember\w{0,3}|anniversary|marked|video|footage|response|released|published"
    r"|continued|toll|confirmed|survivors|victims|protest\w{0,4}|riot\w{0,4})\b",
    re.IGNORECASE,
)
"""Words beside a day that is of something else than the act itself."""
_SEVERAL = re.compile(
    r"\b(?:attacks|strikes|airstrikes|raids|shootings|bombings|blasts|explosions|crashes|fires|earthquakes|quakes|ambushes)\b"
    r"|\b(?:series|wave|both)\b|\b(?:between|from) (?:the )?(?:[A-Z][a-z]+day|[A-Z][a-z]{2,8}\.? \d|\d)",
    re.IGNORECASE,
)
"""Several acts, and stretches of days, have no one day."""
_FURTHER = re.compile(
    r"[ -](?:suspects?|victims?|survivors?|squads?|departments?|services?|chief|marshal|crews?|warnings?|scene|site"
    r"|case|trial|probe|investigat\w{2,5}|threats?|alerts?|engines?|stations?|force|fund|relief|report|zone|area"
    r"|officials?|control|range|drills?|out|ban|deal|talks)\b",
    re.IGNORECASE,
)
"""Behind the word of a cause, that make of it another thing: "fire chief", "the blast site"."""


def of_another_act(told: str) -> bool:
    """Whether words of a clause are of another act than its event: of a statement, an arrest, a second attack."""
    return bool(_OTHER.search(told) or _SEVERAL.search(told)) or of_another(told)


def causes_told(own: str) -> frozenset[str]:
    """The causes that words of a clause name as what happened."""
    own = in_plain_words(own)
    told = (found[0] for found in re.finditer(r"[^\W\d_]+", own) if not _FURTHER.match(own, found.end()))
    return causes_in(word for word in told if word.lower() in CAUSES)
