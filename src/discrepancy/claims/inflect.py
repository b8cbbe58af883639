"""The few forms of English verbs that turning a clause round needs.

Irregular past forms are those of common English verbs; all others follow the spelling rules of any grammar.
"""

from __future__ import annotations

_PAST = dict(
    pair.split(":")
    for pair in (
        "arise:arose awake:awoke be:was bear:bore beat:beat become:became begin:began bend:bent bet:bet bind:bound "
        "bite:bit bleed:bled blow:blew break:broke breed:bred bring:brought broadcast:broadcast build:built"
        " burst:burst "
        "buy:bought cast:cast catch:caught choose:chose cling:clung come:came cost:cost creep:crept cut:cut"
        " deal:dealt "
        "dig:dug do:did draw:drew drink:drank drive:drove eat:ate fall:fell feed:fed feel:felt fight:fought"
        " find:found "
        "flee:fled fling:flung fly:flew forbid:forbade forecast:forecast foresee:foresaw forget:forgot"
        " forgive:forgave "
        "freeze:froze get:got give:gave go:went grind:ground grow:grew hang:hung have:had hear:heard hide:hid"
        " hit:hit "
        "hold:held hurt:hurt keep:kept kneel:knelt know:knew lay:laid lead:led leave:left lend:lent let:let lie:lay "
        "light:lit lose:lost make:made mean:meant meet:met mislead:misled mistake:mistook overcome:overcame "
        "oversee:oversaw overtake:overtook overthrow:overthrew pay:paid put:put quit:quit read:read rebuild:rebuilt "
        "ride:rode ring:rang rise:rose run:ran say:said see:saw seek:sought sell:sold send:sent set:set shake:shook "
        "shed:shed shine:shone shoot:shot show:showed shrink:shrank shut:shut sing:sang sink:sank sit:sat"
        " sleep:slept "
        "slide:slid speak:spoke spend:spent spin:spun split:split spread:spread spring:sprang stand:stood"
        " steal:stole "
        "stick:stuck strike:struck strive:strove swear:swore sweep:swept swim:swam swing:swung take:took"
        " teach:taught "
        "tear:tore tell:told think:thought throw:threw undergo:underwent understand:understood undertake:undertook "
        "upset:upset wake:woke wear:wore weave:wove win:won wind:wound withdraw:withdrew withstand:withstood"
        " write:wrote"
    ).split()
)
_VOWELS = "aeiou"


def past(lemma: str) -> str:
    """The simple past: "join" gives "joined", "take" gives "took"."""
    if lemma in _PAST:
        return _PAST[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ied"
    return (lemma + lemma[-1] if _doubles(lemma) else lemma) + "ed"


def present(lemma: str, plural: bool) -> str:
    """The simple present of the third person: "join" gives "joins", or "join" in the plural."""
    if plural:
        return lemma
    if lemma == "have":
        return "has"
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def past_of_participle(participle: str, lemma: str) -> str:
    """The simple past that goes with a past participle: "established" stays, "taken" gives "took"."""
    return participle if participle.endswith("ed") and lemma not in _PAST else past(lemma)


def to_be(plural: bool, past_tense: bool) -> str:
    return ("were" if plural else "was") if past_tense else ("are" if plural else "is")


def _doubles(lemma: str) -> bool:
    """Whether the last consonant doubles: one vowel, one syllable ("stop", "plan")."""
    if len(lemma) < 3 or lemma[-1] in "aeiouwxy" or lemma[-2] not in _VOWELS or lemma[-3] in _VOWELS:
        return False
    return sum(1 for letter in lemma if letter in _VOWELS) == 1
