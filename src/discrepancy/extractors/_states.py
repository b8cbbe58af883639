"""What is said of those counted, from the words right before and after: "killed 32", "31 dead", "toll of 15".

Only the states that news counts people by are read off the surface, because headlines and collected text without
commas parse badly; any other state is the parser's.
"""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.extractors._bounds import BOUND_WORDS
from discrepancy.extractors._lexemes import Words, vocabulary
from discrepancy.extractors._numerals import CARDINALS
from discrepancy.extractors._phrases import said_after

_FORMS = {
    "kill": "kill kills killed killing die dies died dying dead perish perished slain murder murdered murdering "
    "massacre massacred massacring drown drowned deceased martyr martyrs martyred martyring",
    "injure": "injure injures injured injuring wound wounds wounded wounding hurt hurts hurting maim maimed maiming",
    "arrest": "arrest arrests arrested arresting detain detains detained detaining apprehended",
    "miss": "missing unaccounted disappeared vanished",
    "displace": "displace displaces displaced displacing homeless uprooted uprooting",
    "flee": "fled flee fleeing",
    "rescue": "rescue rescues rescued rescuing saved free frees freed freeing liberated liberates liberating",
    "evacuate": "evacuate evacuates evacuated evacuating",
    "infect": "infect infects infected infecting",
    "trap": "trapped trap traps trapping",
    "hospitalise": "hospitalised hospitalized",
    "kidnap": "kidnap kidnaps kidnapped kidnapping abduct abducts abducted abducting",
    "capture": "capture captures captured capturing",
    "strand": "stranded stranding strands",
    "train": "training",
    "await": "awaiting waiting",
}
CUES = {form: state for state, forms in _FORMS.items() for form in forms.split()}
_INTRANSITIVE = vocabulary(
    "die dies died dying dead perish perished drown drowned deceased missing unaccounted disappeared vanished "
    "homeless fled training awaiting waiting hospitalised hospitalized slain"
)
# What may follow those counted: participles and adjectives. "Two murder counts" are no two dead.
_AFTERWARDS = frozenset(form for form in CUES if form.endswith("ed") or form in _INTRANSITIVE or form == "hurt")
NOUNS = {
    "death": "kill", "fatality": "kill", "body": "kill", "corpse": "kill", "martyr": "kill", "injury": "injure",
    "arrest": "arrest",
    "casualty": "casualty", "detention": "arrest", "infection": "infect", "kidnapping": "kidnap", "rescue": "rescue",
}  # fmt: skip
_LINKS = vocabulary(
    "have has had been were was are is be being also reportedly feared confirmed who later still now others "
    "more critically seriously badly severely slightly lightly left believed presumed listed as reported "
    "remain remained remains went gone found so far since already pronounced declared and still all reported "
    "known shot stabbed burned beaten in that which may might could would"
)
_AUXILIARY = vocabulary("was were been being is are be get got getting who")
_ATTACKED = vocabulary("shot shooting shoots stabbed stabbing stabs struck striking hit hitting injured wounded beaten")
"""Harm that is death with "fatally" before it, or "to death" behind."""
_OBJECT = vocabulary("a an the his her its their our my this that some more dozens scores him them")
_OF_NOUNS = {
    "death": "kill", "deaths": "kill", "killing": "kill", "killings": "kill", "bodies": "kill", "lives": "kill",
    "murder": "kill", "murders": "kill", "loss": "lose", "arrest": "arrest", "arrests": "arrest", "detention": "arrest",
    "displacement": "displace", "rescue": "rescue", "evacuation": "evacuate", "kidnapping": "kidnap",
    "abduction": "kidnap",
}  # fmt: skip
_CASES = frozenset(("case", "cases", "infection", "infections", "infected"))
_PARENTS = frozenset(("father", "mother", "mum", "mom", "dad", "parent", "parents", "grandfather", "grandmother"))
_REACH = 14
"""How many words a toll may stand before its number: "toll from the five-year conflict at as high as 9,000"."""
_NUMBERED = {
    "dead": "kill", "deaths": "kill", "fatalities": "kill", "martyrs": "kill", "wounded": "injure", "injured": "injure",
    "injuries": "injure", "missing": "miss", "arrests": "arrest", "detained": "arrest", "displaced": "displace",
}  # fmt: skip
"""Those whose number is told behind them: "the number of wounded stands at 150", "the injured reached 170"."""
_COMES_TO = vocabulary("to at reached reaches hit hits exceeded exceeds topped tops passed")


@dataclass(frozen=True, slots=True)
class State:
    """What is said of a counted group, and on which side of the number it stands."""

    name: str
    side: str
    """"left", "right", "toll" or "part"."""


def surface_state(words: Words, first: int, last: int) -> State | None:
    """The state of the quantity whose number begins at lexeme `first` and whose noun ends at `last`."""
    if words.key(first - 1) == "of" and words.key(first - 2) in _PARENTS:
        return None  # "father of five killed": it is the father who was
    said = said_after(words, last)
    after = _right(words, last) or (State(said, "right") if said else None)
    return after or _left(words, first) or _toll(words, first)


def _right(words: Words, last: int) -> State | None:
    passive = False
    for at in range(last + 1, min(last + 7, len(words))):
        if not _open(words.gap(at - 1)):
            return None
        key = words.key(at)
        if words.keys(at, 2) == ("to", "death") or (key == "fatally" and words.key(at + 1) in _ATTACKED):
            return State("kill", "right")
        if key in _AFTERWARDS:
            return _cue(words, at, last, passive)
        if key not in _LINKS:
            return None
        if key in ("and", "in") and not (key == "in" and words.key(at + 1) in ("training", "custody")):
            return None
        passive = passive or key in _AUXILIARY or key in ("have", "has", "had")
    return None


def _cue(words: Words, at: int, last: int, passive: bool) -> State | None:
    """The state that cue `at` gives; None when those counted are the ones who did it ("five gunmen killed three")."""
    key, after = words.key(at), words.key(at + 1)
    if key == "fled" and after == "":
        return State("flee", "right")
    passive = passive and words.key(at - 1) not in ("have", "has", "had")
    active = key not in _INTRANSITIVE and not passive
    names_one = (
        after in _OBJECT or after in CARDINALS or after[:1].isdigit() or words.keys(at + 1, 2) == ("at", "least")
    )
    if active and (names_one or key.endswith("ing")) and words.gap(at) == " ":
        return None
    return State(CUES[key], "right")


def _left(words: Words, first: int) -> State | None:
    at = first - 1
    if at < 0 or not _open(words.gap(at)):
        return None
    key = words.key(at)
    if key == "of" and _open(words.gap(at - 1)):
        state = _OF_NOUNS.get(words.key(at - 1))
        if state:
            return State(state, "left")
        return None
    if key in ("driven", "drove", "drives", "driving", "forced", "forcing"):
        return State("displace", "left") if "homes" in words.keys(first, 8) else None
    before = words.keys(at - 2, 3)
    if (key in _ATTACKED and "fatally" in before) or before[1:] == ("to", "death") or before[1:] == ("shot", "dead"):
        return State("kill", "left")
    if key in CUES and key not in _INTRANSITIVE and words.key(at - 1) not in _AUXILIARY:
        return State(CUES[key], "left")
    return None


def _toll(words: Words, first: int) -> State | None:
    """ "death toll rises to 45", "an earlier toll on Sunday evening of 15", "the number of dead reached 12"."""
    if words.key(first - 1) == "by":
        return None  # "the toll was raised by 13" gives the change
    for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
        key = words.key(at)
        if not _open(words.gap(at)) or (
            key in ("while", "after", "with", "as") and words.key(at + 1) not in ("high", "many")
        ):
            return None
        if key == "toll":
            injured = words.key(at - 1) in ("injury", "injured", "casualty")
            if words.key(at - 1) != "death" and _CASES & frozenset(words.keys(0, at)):
                return None  # "six million cases, weeks after the toll reached five million"
            return State("injure" if injured else "kill", "toll")
        if key in _NUMBERED and words.key(at - 1) in ("of", "the", "people", "those", "persons"):
            counted = "number" in words.keys(at - 4, 4) or words.key(first - 1) in _COMES_TO
            return State(_NUMBERED[key], "toll") if counted else None
        if words[at].digits or (key in CARDINALS and key not in BOUND_WORDS and words.gap(at) != "-"):
            return None
    return None


def _open(gap: str) -> bool:
    """Whether words across `gap` belong to one run: spaces, hyphens, quotation marks, currency signs."""
    return set(gap) <= set(" \u00a0-‑\"“”‘'$£€()")
