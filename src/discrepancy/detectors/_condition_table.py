"""The words in which news tells what became of a person, and those that leave it open whom they are about."""

from __future__ import annotations

import re

AXES = {
    "life": ("dead", "alive", "unhurt", "lightly hurt", "wounded"),
    "custody": ("held", "still held", "released", "at large", "never held"),
    "office": ("out of office", "in office"),
}
"""Questions of what became of somebody, with the answers to each."""
AXIS = {state: axis for axis, states in AXES.items() for state in states}
_BE = r"(?:was|were|is|has been|have been|had been)"
_ADV = (
    r"(?:(?:(?!fatally|mortally|initially|nearly)[a-z]{2,14}ly|also|later|then|still|himself|herself"
    r"|now|since|just|too|there|already) ){0,2}"
)
_HURT = r"(?:injured|wounded|hurt|harmed)"
_WOUNDS = r"(?:injur(?:y|ies)|wounds?|burns|cuts|bruises|scratches)"
_TAKEN = r"(?:arrested|detained|apprehended|captured|abducted|kidnapped|taken into custody|picked up|jailed|imprisoned)"
_POST = r"(?:office|post|place|charge|(?:his|her) (?:job|post|position|office))"
_PREDICATES = {
    "never held": rf"(?:{_BE} {_ADV}(?:not|never) |(?:has|had) (?:not|never) been ){_ADV}"
    rf"(?:{_TAKEN}|questioned|in custody)",
    "unhurt": rf"{_BE} {_ADV}(?:not|never) {_ADV}{_HURT}|wasn['’]t {_ADV}{_HURT}|came to no harm"
    rf"|{_BE} {_ADV}(?:unhurt|unharmed|uninjured|unscathed)|suffered no (?:{_WOUNDS}|harm)"
    r"|escaped (?:unhurt|unharmed|uninjured|unscathed|injury|without (?:injury|harm))",
    "alive": rf"{_BE} {_ADV}(?:alive|recovering|out of danger|in good health"
    r"|in (?:a )?(?:stable|good|fair|satisfactory) condition|expected to (?:survive|recover|live)"
    r"|(?:taken|pulled|brought|dug|found) (?:out )?alive)"
    r"|survived(?= (?:the|an?) (?:\w{3,12} )?(?:attack|blast|explosion|bombing|crash|shooting|fire|quake|earthquake"
    r"|fall|raid|strike|collapse|accident)\b|[.,]| and\b| but\b| with\b)"
    r"|(?:spoke to|told) [^.;,]{2,50} from (?:his|her) (?:hospital )?bed",
    "dead": rf"{_BE} {_ADV}(?:killed|slain|murdered|assassinated|executed|martyred|beheaded|dead|shot dead"
    r"|shot and killed|stabbed to death|found dead|(?:pronounced|declared|confirmed) dead|among the (?:dead|killed))"
    rf"|{_BE} (?:fatally|mortally) {_HURT}|(?:has |had )?{_ADV}(?:died|perished|drowned|passed away|succumbed)"
    r"|lost (?:his|her) life"
    r"|whose (?:remains|body|corpse|death)(?! (?:was|had been) (?:announced|reported|claimed))",
    "lightly hurt": rf"{_BE} {_ADV}(?:slightly|lightly) {_HURT}"
    rf"|(?:suffered|sustained|received|has|had) (?:only )?"
    rf"(?:(?:minor|slight|light|superficial) {_WOUNDS}|cuts|bruises)",
    "wounded": rf"{_BE} {_ADV}(?:injured|wounded|hurt)|(?:suffered|sustained|received) [^.;,]{{0,30}}?{_WOUNDS}",
    "still held": rf"(?:is|remains) {_ADV}(?:being held|behind bars|missing|in (?:\w{{3,12}} )?(?:custody|detention))",
    "released": rf"{_BE} {_ADV}(?:"
    r"released(?! from (?:the |an? )?[\w ]{0,30}(?:[Hh]ospital|[Mm]edical|care|prison|jail))|freed|set free"
    r"|let go)"
    rf"|(?:has|had) {_ADV}(?:walked free|returned home)",
    "at large": rf"(?:{_BE}|remains|remained) {_ADV}(?:at large|on the run|a fugitive|in hiding)|got away"
    r"|fled (?:to|the country|abroad)",
    "held": rf"{_BE} {_ADV}(?:{_TAKEN}|missing|in (?:\w{{3,12}} )?custody)",
    "in office": rf"(?:is|was still|remains|remained) {_ADV}in {_POST}"
    rf"|(?:has|had) (?:not|never) (?:resigned|stepped down|quit)"
    rf"|{_BE} (?:not|never) {_ADV}(?:fired|sacked|dismissed|suspended)",
    "out of office": r"(?:has |had )?(?:resigned|stepped down)"
    rf"|{_BE} {_ADV}(?:fired(?! up\b)|sacked|dismissed|suspended|ousted|relieved of|removed from {_POST})",
}
STATE = {state.replace(" ", "_"): state for state in _PREDICATES}
_PREDICATE = "|".join(rf"(?P<{name}>{_PREDICATES[state]})" for name, state in STATE.items())
_FREED = "(?P<freed>released|freed|set free|let go)"
"""Without its auxiliary, behind another predicate: "was picked up and let go"."""
STATE["freed"] = "released"
_ASIDE = (
    r"(?: \([^()]{1,40}\)|,[^,.;:\"”]{1,90},|,? (?:who|whom|whose) [^,.;:\"”]{3,80}| (?:an? |the |\d)[^,.;:\"”]{3,80})"
)
DIRECT = re.compile(rf",?(?: and| but| who)? {_ADV}(?:{_PREDICATE})\b")
AFTER = re.compile(rf"(?:{_ASIDE}){{1,2}}?(?: who)? {_ADV}(?:{_PREDICATE})\b")
NEXT = re.compile(rf"[^.;:\"”]{{0,60}}?(?:,| and| but) (?:then )?{_ADV}(?:{_PREDICATE}|{_FREED})\b")
LATER = re.compile(rf",? (?:was|were|is|had|has) [^.;:,\"”]{{2,90}}? (?:and|but) {_ADV}(?:{_PREDICATE}|{_FREED})\b")
PRONOUN = re.compile(r"\b[Hh]e\b|\b[Ss]he\b")
VICTIM = re.compile(
    r"\b(?:died|dead|killed|lives)\b[^.;:\"”]{0,20}, (?:among them|including) (?:[\w'’.-]{1,20} ){0,5}$"
)
"""Before a name: those who died, "among them" its bearer."""
CLAUSE = re.compile(
    r"\b(?:adding|saying|said|says|told|when|while|because|that|if|where"
    r"|(?:after|before)(?! (?:dawn|dusk|noon|midnight|\d)))\b"
)
NOT_SUBJECT = re.compile(
    r"(?:\b(?:of|by|with|for|to|from|than|against|about|on|near|like|at|in|told|asked) (?:[\w.]{1,15} )?"
    r"|\b(?:mother|father|parents?|wife|husband|widow|son|daughter|brother|sister|uncle|aunt|cousin|nephew|niece|friend"
    r"|lawyer|attorney|family|relatives?|supporters?|bodyguards?|driver|colleagues?) of [^.,;]{0,40})$"
)
"""Before a name that is another's: "the mother of X died". """
WHO = re.compile(r",? who")
APPOSED = re.compile(r", (?:[\w.'’-]{1,20} ){0,4}$")
LISTED = re.compile(r"\b(?:and|including|among them) [^.;,]{0,40}$")
DOUBT = re.compile(
    r"\b(?:den(?:y|ied|ies|ying)|rumou?r\w{0,2}|false\w{0,2}|fear\w{0,3}|if|whether|unless|hoax|unconfirmed|believed|thought"
    r"|would|could|may|might|doubt\w{0,3}|initially|at first|mistaken\w{0,2}|wrongly|no evidence|until|want\w{0,3}"
    r"|demand\w{0,3}|should|previously|once|alleg\w{3,7}|claim\w{0,3}|not)\b[^.;:]{0,60}$",
    re.IGNORECASE,
)
