"""What several words say of those counted: "lost their lives", "sustained injuries", "were taken into custody"."""

from __future__ import annotations

import re

from discrepancy.extractors._lexemes import Words

_LINKS = (
    r"(?:,? (?:who|have|has|had|was|were|are|is|been|being|also|reportedly|later|then|still|so far|all|others|people))"
)
_WHOSE = r"(?:their|his|her|its)"
_SAID = re.compile(
    rf"{_LINKS}{{0,4}} (?:"
    rf"(?P<kill>los(?:t|e|ing) {_WHOSE} li(?:fe|ves)|attain(?:ed|ing)? martyrdom|met {_WHOSE} deaths?)"
    r"|(?P<injure>(?:sustain(?:ed)?|suffer(?:ed)?|received) (?:[a-z-]{3,12} ){0,3}?(?:injur(?:y|ies)|wounds?|burns?)"
    r"|(?:are|were|was|is) treated for (?:[a-z-]{3,12} ){0,3}?(?:injur(?:y|ies)|wounds?|burns?))"
    r"|(?P<hospitalise>(?:taken|rushed|brought|transported|admitted|flown|ferried) to (?:[a-z]{1,12} ){0,3}hospitals?\b"
    r"(?! (?:are|were|was|is|have|has|had|remain))"
    r"|(?:required?|needed?|received?) hospital (?:treatment|care))"
    r"|(?P<arrest>taken into custody|in custody|rounded up|held for questioning)"
    r"|(?P<capture>taken prisoners?|in (?:rebel|enemy) hands|(?:in|into) captivity)"
    r"|(?P<surrender>surrender(?:ed|s)?(?! (?:his|her|their|its|the)\b)"
    r"|(?:turn(?:ed|ing)?|g[ai]v(?:e|ing)|hand(?:ed|ing)?) (?:themselves|himself|herself) (?:in|up|over)"
    r"|la(?:id|y|ying) down (?:their|his|her) (?:arms|weapons))"
    r"|(?P<kidnap>taken hostage|taken captive)"
    r"|(?P<rescue>(?:pulled|dug|brought|carried|plucked) (?:out |[a-z]{2,10} ){0,5}?(?:alive|to safety))"
    rf"|(?P<displace>(?:forced|driven) (?:to flee|from {_WHOSE} homes?)|los(?:t|e|ing) {_WHOSE} homes?)"
    r")\b",
    re.IGNORECASE,
)


def said_after(words: Words, last: int) -> str | None:
    """The state that words behind lexeme `last`, the noun of those counted, give it."""
    found = _SAID.match(words.text, words[last].end) if last < len(words) else None
    return found.lastgroup if found else None
