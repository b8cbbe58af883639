"""What people are called: which nouns name people or groups, and which two are one noun in two forms."""

from __future__ import annotations

from typing import Final

from discrepancy.extractors._name_words import GROUP_NOUNS, word_set
from discrepancy.people import AUTHORITIES

LONG_STEM: Final = 6
"""Letters that two words must share at their beginning to be of one root: "zealand", "zealander"."""
SHORT_FORM: Final = 4
"""Letters of a word that is a longer one cut short: "vet" is no such word, "teen" is."""
GENERIC: Final = AUTHORITIES | word_set(
    "person people individual man men woman women member victim other colleague official"
    " company firm team side squad club jury juror panel boy girl child kid teen teenager youth youngster toddler baby"
    " infant juvenile"
)
"""Nouns that say too little for another in their place to be another name."""
LOADED: Final = word_set("regime junta terrorist extremist thug traitor occupier invader infidel mercenary")
"""Nouns that judge: in the place of "government" or "people" they are another wording, too."""
ALIKE: Final = (
    word_set("soldier soldiers troop troops servicemen serviceman"),
    word_set("lawmaker lawmakers legislator legislators parliamentarian parliamentarians deputy deputies"),
    word_set("attorney attorneys lawyer lawyers counsel"),
)
"""Nouns that call people the same."""
CREEDS: Final = word_set("islamist jihadist salafist takfiri communist maoist marxist zionist")
"""Nouns that are written with a capital letter and are no names."""
_PEOPLE: Final = word_set("""
people man men woman women child children boy boys girl girls civilian civilians rebel rebels force forces troop troops
fighter fighters gunman gunmen thug thugs crowd mob gang group groups unit units formation formations militia militias
army police regime government authorities opposition victim victims hero heroes crew staff family families refugee
refugees migrant migrants illegals alien aliens martyr martyrs hostage hostages dead patriot patriots freedom-fighters
youth youths teen teens teenager teenagers activists guerrillas insurgents jihadists mercenaries separatists rioters
company firm team union side camp faction factions movement cult sect party ally allies enemy enemies foe foes
""")
_AGENTIVE: Final = ("er", "or", "ist", "ant", "ian", "ee", "man", "men")
_NO_AGENTS: Final = word_set("""
number winter summer river water other weather letter paper order power matter center former border member corner after
under over never ever error terror horror mirror floor door major minor senior junior poor significant important
constant instant distant plant want giant grant degree fee tree committee coffee october november december september
september later earlier greater larger smaller higher lower longer shorter better older younger december inner outer
quarter daughter mother father brother sister offer answer chapter cover danger dinner tower flower fever finger
layer leather liver manner master meter metre litre murder pepper rubber shelter shoulder silver slaughter soccer
sugar summer supper temper thunder timber trigger whisper wonder hunger computer counter helicopter character disaster
theatre encounter barrier career clear color colour factor favor favour harbor harbour honor humor labor labour motor
odor rumor sector tractor vector warrant tenant restaurant elephant covenant fragrant vacant relevant dominant
""")


def people(word: str) -> bool:
    """Whether a noun names people, by its ending or because it is one of the common ones."""
    single = word.removesuffix("s")
    if word in _PEOPLE or single in _PEOPLE or single in GROUP_NOUNS:
        return True
    return len(single) > 4 and single not in _NO_AGENTS and single.endswith(_AGENTIVE)


def stem(word: str) -> str:
    for ending in ("ings", "ing", "ers", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word


def derived(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the nouns of two stretches have one stem, or one is made from a word of the other: New Zealander."""
    short, long = sorted((stem(a[-1]), stem(b[-1])), key=len)
    if short == long or (len(short) >= SHORT_FORM and long.startswith(short)):
        return True
    return any(x[:LONG_STEM] == y[:LONG_STEM] and len(x) >= LONG_STEM and x != y for x in a for y in b)
