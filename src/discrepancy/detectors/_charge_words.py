"""The words by which news says who did it: claims, accusations, denials, and that nobody has claimed it.

Each pattern has the group `who`, but those of nobody's claim; where it has `act`, what is charged must stand in it.
"""

from __future__ import annotations

import re
from typing import Final

_ACT = (
    r"(?:attacks?|(?<!sexual )assaults?|bombings?|bomb|blasts?|explosions?|shootings?|(?:air ?)?strikes?|raids?"
    r"|shelling|ambush(?:es)?|bombardment|massacres?|killings?|murders?|abductions?|kidnappings?|assassinations?|hijackings?"
    r"|sabotage|incursion|downing|crimes?)"
)
_DEED = (
    r"(?:(?:attack|bomb|shell|hit|fir|kill|target|launch|carry|stag|shoot|abduct|kidnap|ambush|raid|plant|detonat"
    r"|orchestrat|murder)ing|being behind|striking(?! out)|it)"
)
_OWN = r"(?:(?:the|this|it|[A-Z][a-z]{2,8}day['’]?s?|an?)\b )?"
_OBJECT = (
    rf"{_OWN}(?:(?!(?:earlier|previous|other|another|several|past|similar|recent|that|to|of|using|use|no)\b)"
    rf"[\w-]{{1,20}} ){{0,4}}"
    rf"{_ACT}\b"
)
"""The act of the article itself: not "that attack", "an earlier attack"."""
_WORD = r"[\w’'-]{1,24}"
_NOT = (
    r"(?!(?:said|says|that|who|which|when|whom|whose|after|because|where|has|had|have|was|were|is|are|did|it|its|they"
    r"|as|in|on|at|with|near|against|told|believes?|allege[ds]?|argue[ds]|agree[ds]?|vow\w{0,2}|blam\w{1,3}|accus\w{1,3}|claim\w{0,3}|den(?:y|ies|ied))\b)"
)
_START = (
    r"(?:^|(?<=[.,:;\"“”–—-] )|(?<=[\"“])|(?<=\bthat )|(?<=\bsa(?:ys|id) )|(?<=\b(?:and|but) )|(?<=\b(?:while) )"
    r"|(?<=\bwhen ))"
)
_ASIDE = r"(?:(?: \([^)]{1,24}\))?,[^.;,]{2,90},| \([^)]{1,24}\))?(?:, (?:which|who))?"
_AUX = r"(?: (?:ha[sd]|have|also|later|then|quickly|since|promptly|now|once again|[a-z]{3,14}ly)){0,3}?"
_SUBJECT = rf"{_START}(?P<who>(?:{_NOT}{_WORD} ){{0,7}}{_NOT}{_WORD}){_ASIDE}{_AUX} "
_SUBJECT_THAT = _SUBJECT.replace(_ASIDE, rf"{_ASIDE}(?: (?:that|who) [^.;,]{{3,40}})?")
"""The same with a relative clause: "a group that rejects the deal had opened fire"."""
_END = (
    r"(?= ?[^\w’' -]| ?$| (?:for|in|on|after|when|who|which|that|as|saying|while|but|since|during|over|with|to|has|had"
    r"|was|were|at|without|and(?! (?:the )?(?-i:[A-Z]))|struck|hit|killed|landed|exploded|fell|left{of})\b)"
)
_WHOM = rf"(?P<who>(?:{_WORD} ){{0,7}}?{_WORD})"
_BY = _WHOM + _END.format(of="")
_OF = _WHOM + _END.format(of="|of")
_SELF = (
    r"(?:it|they|(?:its|their) (?:\w{1,14} ){0,2}?(?:fighters?|m[ae]n|forces|members?|militants?|soldiers?|troops"
    r"|pilots?|gunners?|battalion|brigade|units?))"
)
_AIRCRAFT = r"(?:[\w-]{1,14} ){0,2}?(?:jet|(?:war|air)?plane|helicopter|drone|aircraft)"
_DID = (
    rf"(?:(?:(?:was|were|had been) (?:behind|responsible for)|(?:had )?(?:carried out|staged|launched|mounted"
    rf"|conducted)) {_OBJECT}|(?:did it|(?:was|were) (?:responsible|behind it))\b"
    rf"|(?:had )?(?:(?:shot|brought) down|downed|struck|hit) (?:the|a) {_AIRCRAFT}\b"
    rf"|(?:had )?(?:shot|brought) (?:the|a) {_AIRCRAFT} down\b)"
)
_PART = r"(?:role|responsibility|involvement|part|hand|connection|links?)\b"


def _any(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


PATTERNS: Final = {
    "claimed": _any(
        rf"{_SUBJECT}(?:claim(?:s|ed)?|takes?|took|accept(?:s|ed)|admit(?:s|ted)|assumed) (?:full |its )?responsibility"
        r"(?P<act> for [^.;,]{0,60})?",
        rf"{_SUBJECT}claim(?:s|ed) (?:(?:to have carried out )?{_OBJECT}|the operation\b)",
        rf"{_SUBJECT}(?:issued|published) a claim",
        rf"\bcall(?:s|ed|ing) itself (?P<who>(?:{_WORD} ){{0,5}}?{_WORD}),? (?:has |had |later )?claim(?:s|ed) "
        rf"(?:responsibility|{_OBJECT})",
        rf"{_SUBJECT}(?:says?|said|boasted|admitted|announced)(?: [^.;,]{{1,40}}?)?(?: that)? {_SELF} {_DID}",
        rf"\b{_ACT} (?:\w{{1,14}} ){{0,3}}claimed by {_BY}",
    ),
    "named": _any(
        rf"{_SUBJECT}(?:was|were|is|are) (?:behind|responsible for) {_OBJECT}",
        rf"{_SUBJECT}(?:carried out|staged|launched|mounted|conducted|perpetrated|orchestrated) {_OBJECT}",
        rf"\bblam(?:e[sd]?|ing) {_OBJECT}(?: [^.;,]{{0,30}}?)? on {_BY}",
        rf"\b{_ACT}\b[^.;]{{0,60}}? blamed on {_BY}",
        rf"\bblam(?:e[sd]?|ing) (?!on\b){_OF}(?P<act>(?: (?:for|over) [^.;]{{0,60}})?)",
        rf"\baccus(?:e[sd]?|ing) (?!by\b){_OF} of (?P<act>[^.;]{{0,60}})",
        rf"\b(?:holds?|held|holding) {_WHOM} (?:[a-z]{{3,14}} )?responsible(?P<act>(?: for [^.;]{{0,60}})?)",
        rf"\b(?:attribut(?:e[sd]?|ing)|pin(?:ned|s)?) {_OBJECT}(?: [^.;,]{{0,30}}?)? (?:to|on) {_BY}",
        rf"\battribution (?:of {_OBJECT} )?to {_BY}",
        rf"\b{_ACT}\b[^.;]{{0,60}}? (?:carried out|perpetrated|staged|launched|conducted|orchestrated"
        rf"|committed) by {_BY}",
        rf"\b(?:this|it|{_ACT}|job)\b[^.;]{{0,30}}? (?:the work of|done by) {_BY}",
        rf"\b(?:shells?|rockets?|missiles?|bombs?|mortars?|shots|bullets)\b[^.;,]{{0,20}}? (?:fired|dropped|launched)"
        rf"(?: from [^.;,]{{1,30}}?)? by {_BY}",
        rf"{_SUBJECT_THAT}(?:open(?:s|ed) (?:heavy |intense )?fire|fir(?:es|ed)) (?:on|at)\b",
        rf"\b(?:shots|gunfire|fire|bullets|rounds)\b[^.;,]{{0,30}}? from (?:[\w-]{{1,14}} ){{1,3}}?"
        rf"(?:manned|held|controlled|occupied) by {_BY}",
        rf"\b(?:fire|shells?|rockets?|missiles?|mortars?|shots)\b[^.;,]{{0,40}}? from"
        rf" (?P<who>(?:{_WORD} ){{0,3}}{_WORD})(?= (?:positions|lines|territory)\b)",
    ),
    "denied": _any(
        rf"{_SUBJECT}(?:den(?:y|ies|ied)|reject(?:s|ed)?|disclaimed|disavowed) (?:(?:any|all|having|its|their) )?"
        rf"(?:\w{{1,14}} )?{_PART}",
        rf"\b(?:(?:does|did|do) not believe|doubt(?:s|ed)?|disput(?:es|ed)|dismiss(?:es|ed)|reject(?:s|ed)) the claim "
        rf"(?:[^.;,]{{1,40}}? )?(?:by|of|from|in the name of) {_BY}",
        rf"{_SUBJECT}issued a statement denying (?:any |all )?{_PART}",
        rf"{_SUBJECT}(?:[^.;,]{{0,40}}? )?had nothing to do with (?:it\b|{_OBJECT})",
    ),
    "nobody": _any(
        r"\b(?:no (?:(?:militant|armed|rebel) )?(?:group|one|organi[sz]ation|party|body|faction|side)|nobody)"
        r"(?: [\w-]{1,14}){0,3}? (?:claimed(?! (?:to|that))|(?:said|says) (?:it|they) (?:was|were|is) responsible"
        r"|taken responsibility)\b",
        r"\bno (?:immediate )?claims? of responsibility\b",
    ),
}
STRUCK: Final = re.compile(
    rf"{_SUBJECT}(?P<verb>shell(?:ed|s)|bomb(?:ed|s)|fire[ds]|dropped|target(?:ed|s)|bombard(?:ed|s)"
    rf"|pound(?:ed|s)|attack(?:ed|s)) (?P<at>[^.;]{{4,90}})",
    re.IGNORECASE,
)
"""The plain word that somebody struck something."""
ACCUSED_IN_TURN: Final = re.compile(rf" (?:and|but) (?:instead )?(?:blam(?:e[sd]|ing)|accus(?:e[sd]|ing)) {_OF}")
"""After a denial."""
CUE: Final = re.compile(
    r"claim|responsib|behind|carried|staged|launched|mount|conduct|perpetrat|orchestrat|blam|accus|attribut|pin(?:s|ned)"
    r"|committed|work of|done by|fired|dropped|from|den[iy]|reject|disavow|nothing|shelled|bomb|target|pound|attacked"
    r"|sa(?:ys|id)|\bfir(?:es|e)\b|manned|held|controlled|doubt|disput|dismiss|believe",
    re.IGNORECASE,
)
"""What any of the patterns holds."""
DOUBT: Final = re.compile(
    r"(?:(?:\b(?:not|never|whether|if|could|might|may|would|denied|rejected|disputed|dismissed|refuted|earlier|previously|first)|n['’]t)"
    r" (?:\w{1,14} ){0,2}|\b(?:no|neither|nor) )$"
    r"|\b(?:retaliation|revenge|response|reprisals?) (?:for|to)\b",
    re.IGNORECASE,
)
CHARGED: Final = re.compile(rf" ?(?:(?:for|over) )?(?:{_DEED}|{_OBJECT})(?!\w)", re.IGNORECASE)
"""What somebody is accused of, or claims, where it is an act of this kind."""
ANOTHER_ACT: Final = re.compile(
    r"\b(?:that|another|earlier|previous|other|several|past|similar|recent|dozens of|numerous|many|series of|wave of"
    rf"|string of) (?:\w{{1,14}} ){{0,3}}{_ACT}\b",
    re.IGNORECASE,
)
OF_ATTACK: Final = re.compile(
    rf"\b(?:{_ACT}|abducted|kidnapped|ambushed|assassinated|bombed|shelled|gunned down)\b", re.IGNORECASE
)
