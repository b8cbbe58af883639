"""Lemmas of English verbs and plural nouns by rule: where a small trained lemmatiser guesses, spelling decides.

The rules are those of English spelling (a silent e comes back after "lov-" and "judg-", a doubled consonant falls);
the lists hold irregular forms and what spelling alone cannot tell. A word that no rule fits keeps the parser's lemma.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from discrepancy.model import Token

_IRREGULAR: dict[str, str] = {}
for _entry in (
    "be:is,are,was,were,been,being,am,'s,'re,'m,’s,’re,’m have:has,had,having,'ve,’ve do:does,did,done"
    " arise:arose,arisen awake:awoke,awoken bear:bore,borne,born become:became begin:began,begun bend:bent bind:bound"
    " bite:bit,bitten bleed:bled blow:blew,blown break:broke,broken breed:bred bring:brought build:built burn:burnt"
    " buy:bought catch:caught choose:chose,chosen cling:clung come:came creep:crept deal:dealt dig:dug"
    " draw:drew,drawn"
    " drink:drank,drunk drive:drove,driven eat:ate,eaten fall:fell,fallen feed:fed feel:felt fight:fought find:found"
    " flee:fled fling:flung fly:flew,flown,flies forbid:forbade,forbidden foresee:foresaw,foreseen"
    " forget:forgot,forgotten"
    " forgive:forgave,forgiven freeze:froze,frozen get:got,gotten give:gave,given go:went,gone,goes grow:grew,grown"
    " hang:hung hear:heard hide:hid,hidden hold:held keep:kept kneel:knelt know:knew,known lay:laid lead:led"
    " leave:left"
    " lend:lent lie:lying,lied light:lit lose:lost make:made mean:meant meet:met mislead:misled"
    " mistake:mistook,mistaken"
    " overcome:overcame oversee:oversaw,overseen overtake:overtook,overtaken overthrow:overthrew,overthrown pay:paid"
    " prove:proven rebuild:rebuilt ride:rode,ridden ring:rang,rung rise:rose,risen run:ran say:said,says see:saw,seen"
    " seek:sought sell:sold send:sent sew:sewn shake:shook,shaken shine:shone shoot:shot show:shown"
    " shrink:shrank,shrunk"
    " sing:sang,sung sink:sank,sunk sit:sat sleep:slept slide:slid speak:spoke,spoken spend:spent spin:spun"
    " spring:sprang,sprung stand:stood steal:stole,stolen stick:stuck strike:struck,stricken strive:strove,striven"
    " swear:swore,sworn sweep:swept swim:swam,swum swing:swung take:took,taken teach:taught tear:tore,torn tell:told"
    " think:thought throw:threw,thrown undergo:underwent,undergone understand:understood"
    " undertake:undertook,undertaken"
    " wake:woke,woken wear:wore,worn weave:wove,woven win:won wind:wound withdraw:withdrew,withdrawn"
    " withstand:withstood"
    " write:wrote,written die:dying,died tie:tying,tied vie:vying,vied sue:suing,sued"
).split():
    _lemma, _, _forms = _entry.partition(":")
    _IRREGULAR.update(dict.fromkeys(_forms.split(","), _lemma))

_UNCHANGED = frozenset(
    "beat bet broadcast burst cast cost cut forecast hit hurt let put quit read set shed shut spread split"
    " thrust upset"
    " overrun become come run overcome speed bleed feed breed need proceed succeed exceed embed".split()
)
_SILENT_E = re.compile(
    r"(?:[^k]c|[^aeiou]g(?<!ng)|[ae]ng|[^aeiou][aeiou]g|[^aeiou]dg|[^s]s|v|[^tz]z|u|[bdgptkfcz]l|ur|[^aeo]ir|[^eoi]ar|[^aeiou][lpxhs]or"
    r"|[^eo]at|[^ao]ut|[^aeou]ot|[^eo]ad|[^aoe]id|[^ao]ud|[^o]od|[cr]ed|[^aeo]um|[^e]am|[^a]im|com|[^aoeu]in"
    r"|[^aeiou][aiuy]p|[^aeiou]op|[^aeiouw][aeiou]k|[^aeiou][aeiou]b|[^aeiou][aiuo]l|[^aeiou]un|iev|ieg|[^aeiou]iz|yz)$"
)  # fmt: skip
_ALWAYS_E = frozenset(
    "invit unit cit excit recit ignit incit complet delet compet deplet creat postpon phon clon condon"
    " interven conven"
    " interfer adher wast tast past haste breath rescu issu argu bath cloth sooth tir hir fir wir admir retir requir"
    " acquir inquir inspir expir empir spher cohes caus paus prais rais rehears purchas increas decreas releas"
    " leas ceas"
    " pleas eas teas squeez sneez freez believ achiev receiv leav challeng chang arrang rang exchang aveng"
    " reveng hing"
    " plung loung tim cris dy ey glu ow smok evok quot hop writ bit rid ignor restor stor scor wag explor"
    " extradit recreat massacr scar".split()
)
_NEVER_E = frozenset(
    "repair monitor harbor favor honor labor favour honour labour harbour neighbour scour pour tour develop"
    " envelop gallop gossip worship visit edit limit wait await recruit"
    " pilot pivot focus bias ruin train explain join target budget exhibit prohibit inhibit deposit profit"
    " benefit merit"
    " credit audit inherit spirit exploit quit suit fruit commit permit submit admit inspir bang clang fang hang gang"
    " orbit vomit cancel travel level label model signal total equal fuel canvas alias gas bus pocket market"
    " rocket ticket"
    " interpret comfort balloon question mention abandon imprison pardon summon cushion station commission condition"
    " function sanction auction ration poison reason season prison crayon stop drop crop shop chop mop top"
    " sponsor author censor"
    " plan ban scan span man can pin win spin begin sin thin skin ship clip slip strip trip whip equip skip tip zip"
    " grip flip drip dip rip wrap trap slap snap strap tap rap clap gap map nap plot spot knot shot dot trot allot"
    " grab stab rob bob sob rub scrub drag flag nag tag beg peg dig rig hug plug tug log jog clog blog fog jam slam"
    " cram ram dam swim trim dim slim run gun stun shun control patrol enrol rebel compel expel propel repel"
    " excel quarrel"
    " bar star stir blur spur occur incur refer prefer defer infer transfer confer deter embed shed wed add plod nod"
    " prod thud bud kid rid skid lurk work park mark walk talk".split()
)
_DOUBLED = re.compile(r"([bdgklmnprt])\1$")
_KEPT_DOUBLE = frozenset("add odd err purr butt ebb egg".split())
_SINGLE_L = frozenset(
    "controll compell expell propell rebell cancell travell labell fuell patroll excell repell modell signall levell"
    " enroll quarrell fulfill equall totall rivall channell dispell".split()
) - {"enroll", "fulfill"}

_NOUNS = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "feet": "foot", "teeth": "tooth",
    "mice": "mouse", "geese": "goose", "lives": "life", "wives": "wife", "knives": "knife", "wolves": "wolf",
    "leaves": "leaf", "thieves": "thief", "halves": "half", "shelves": "shelf", "loaves": "loaf", "selves": "self",
    "series": "series", "species": "species", "movies": "movie", "cookies": "cookie", "troops": "troop",
    "analyses": "analysis", "crises": "crisis", "bases": "base", "theses": "thesis", "criteria": "criterion",
    "buses": "bus", "viruses": "virus", "gases": "gas", "campuses": "campus", "statuses": "status", "data": "data",
    "aches": "ache", "caches": "cache", "oblasts": "oblast", "ties": "tie", "pies": "pie", "zombies": "zombie",
    "headquarters": "headquarters", "arms": "arm", "means": "means", "news": "news", "police": "police",
    "potatoes": "potato", "tomatoes": "tomato", "heroes": "hero", "echoes": "echo", "vetoes": "veto", "goods": "good",
    "binoculars": "binoculars", "physics": "physics", "politics": "politics", "economics": "economics",
    "supplies": "supplies", "clothes": "clothes", "regards": "regards", "thanks": "thanks", "savings": "savings",
    "athletics": "athletics", "gymnastics": "gymnastics", "media": "media", "premises": "premise",
}  # fmt: skip


def repaired(token: Token) -> Token:
    """A token with the lemma that spelling gives it, where its tag says that it is inflected."""
    lemma = lemma_of(token.text, token.tag)
    return token if lemma is None or lemma == token.lemma.lower() else replace(token, lemma=lemma)


@lru_cache(maxsize=8192)  # articles of one event have their words in common
def lemma_of(text: str, tag: str) -> str | None:
    """The lemma of an inflected form, by its Penn Treebank tag; None where the form is no inflected one."""
    word = text.lower()
    if tag in ("NNS", "NNPS", "NN"):
        return noun(word) if tag != "NN" else word
    if tag not in ("VBD", "VBN", "VBG", "VBZ", "VBP", "VB", "MD"):
        return None
    if word in _IRREGULAR and not (
        tag in ("VB", "VBP") and word in ("found", "wound", "lay", "saw", "fell", "felt", "left")
    ):
        return _IRREGULAR[word]
    if tag == "MD" or len(word) < 3 or word in _UNCHANGED:
        return word if word in _UNCHANGED and tag != "MD" else None
    return _verb(word, tag)


def _verb(word: str, tag: str) -> str | None:
    """The lemma of a regular verb form."""
    if tag in ("VBD", "VBN") and word.endswith("ed") and len(word) > 3:
        return _stemmed(word[:-2])
    if tag == "VBG" and word.endswith("ing") and len(word) > 4:
        return _stemmed(word[:-3])
    if tag == "VBZ":
        return _third(word)
    return word if tag in ("VB", "VBP") and word.isalpha() else None


def noun(word: str) -> str:
    """The singular of a plural noun."""
    if word in _NOUNS:
        return _NOUNS[word]
    if word.endswith("men") and len(word) > 5:
        return word[:-3] + "man"
    return _third(word)


def _third(word: str) -> str:
    """A word without its plural or third-person ending."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes", "zzes", "oes")) and word not in ("shoes", "toes", "canoes"):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2 else word


def _stemmed(stem: str) -> str:
    """The verb of a stem that has lost its "ed" or "ing"."""
    if stem.endswith("ee"):
        return stem
    if stem in _ALWAYS_E or stem.endswith("e"):
        return stem + "e"
    if stem in _NEVER_E:
        return stem
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if stem in _SINGLE_L or (_DOUBLED.search(stem) and not stem.endswith("ll") and stem not in _KEPT_DOUBLE):
        return stem[:-1]
    if any(stem.endswith(known) for known in _NEVER_E if len(known) > 4) or not any(v in stem for v in "aeiouy"):
        return stem
    return stem + "e" if _SILENT_E.search(stem) else stem
