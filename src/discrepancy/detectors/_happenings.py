"""Causes of death and damage: which words name one, and which causes may be of one happening."""

from __future__ import annotations

import re
from collections.abc import Iterable

_CAUSES = {
    "attack": "attack attacks attacked assault ambush raid raids massacre attackers attacker bloodshed",
    "strike": "shelling shelled bombardment airstrike airstrikes strike strikes bombing bombings bombed missile "
    "missiles rocket rockets artillery drone drones sortie sorties warplane warplanes jets",
    "blast": "blast blasts explosion explosions exploded bomb bombs bomber bombers bombing bombings detonated",
    "shooting": "shooting shootings gunfire gunman gunmen shot shots",
    "clash": "clash clashes fighting battle battles skirmish skirmishes",
    "crash": "crash crashes crashed collision collided derailment derailed pileup overturned plunged",
    "fire": "blaze wildfire wildfires fire fires inferno",
    "flood": "flood floods flooding flooded",
    "quake": "earthquake earthquakes quake quakes tremor aftershock aftershocks",
    "storm": "storm storms hurricane cyclone typhoon tornado tornadoes",
    "collapse": "collapse collapses collapsed cave-in",
    "slide": "landslide landslides mudslide avalanche",
    "crush": "stampede crush stampedes",
    "disease": "outbreak epidemic virus cholera disease infections measles flu",
    "wreck": "capsized sank sinking shipwreck capsize sinks",
    "unrest": "protest protests riot riots unrest demonstration demonstrations",
    "heat": "heatwave drought famine",
}
CAUSES = {form: cause for cause, forms in reversed(_CAUSES.items()) for form in forms.split()}
# Names of one happening: a storm floods, an explosion burns, an earthquake or a bomb brings houses down.
_FAMILIES = (
    frozenset(("attack", "strike", "blast", "shooting")),
    frozenset(("attack", "clash", "shooting")),
    frozenset(("storm", "flood", "slide", "collapse", "wreck")),
    frozenset(("quake", "collapse", "slide")),
    frozenset(("fire", "blast", "collapse")),
    frozenset(("strike", "blast", "attack", "collapse")),
    frozenset(("crash", "fire", "wreck")),
    frozenset(("unrest", "clash", "shooting", "attack")),
    frozenset(("unrest", "crush")),
)
_FIRED = re.compile(
    r"\b(?:open(?:s|ed|ing)? fire|under (?:\w+ )?fire|return(?:s|ed|ing)? fire|exchang(?:e|es|ed|ing) (?:of )?fire"
    r"|fired(?= on\b))\b",
    re.IGNORECASE,
)
"""Fire that is shot, and no blaze."""
_DOWNED = re.compile(
    r"\b(?:(?P<shot>shot|shoots?|shooting)|went|goes|came|comes|brought|brings) down\b|\bdown(?:ed|ing)\b",
    re.IGNORECASE,
)
"""What befalls an aircraft; of one that was shot down there was shooting, too."""
AIRCRAFT = re.compile(
    r"\b(?:(?:jet|(?:air|war)?plane|helicopter|drone|aircraft|airliner|pilot|Sukhoi|Boeing|Airbus)s?"
    r"|(?:MiG|Su|Mi|F|L|A|B|C|Tu|An|Il)-\d{1,3}\w?)\b",
    re.IGNORECASE,
)
"""What flies, by its kind or its type."""
_SHELLS = re.compile(r"\b(?:mortar|rocket|artillery|tank) (?:shells?|rounds?|fire)\b", re.IGNORECASE)
_AIR_RAID = re.compile(r"\bair[ -]raids?\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def causes_in(texts: Iterable[str]) -> frozenset[str]:
    """The causes of death and damage that words of `texts` name."""
    words = (word.lower() for text in texts for word in _WORD.findall(in_plain_words(text)))
    return frozenset(CAUSES[word] for word in words if word in CAUSES)


def in_plain_words(text: str) -> str:
    """A text in which a cause that is told in several words is told in one: what came down has crashed, where the text
    speaks of aircraft, and who opened fire shot."""
    if AIRCRAFT.search(text):
        text = _DOWNED.sub(lambda found: "shot crashed" if found["shot"] else "crashed", text)
    return _FIRED.sub("gunfire", _SHELLS.sub("shelling", _AIR_RAID.sub("airstrike", text)))


def kin(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two sets of causes may be of one happening."""
    return not a or not b or bool(a & b) or any(a & family and b & family for family in _FAMILIES)
