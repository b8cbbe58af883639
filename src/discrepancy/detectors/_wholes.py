"""Whether a count of people is of all of them, as far as the words around it tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.model import Quantity, Reading
from discrepancy.people import PEOPLE, singular

_SOMEBODY = frozenset("baby infant toddler boy girl man woman teen youth".split())

_MORE = re.compile(r"\b(?:others?|another|further|additional|remaining|more(?! than\b))\b", re.IGNORECASE)
_LATER_PREDICATE = re.compile(
    r"^\W{0,3}(?:who (?:was|were|had been) )?"
    r"(?:killed|injured|wounded|hurt|arrested|detained|rescued|missing|displaced)\b[^.;:]{0,90}?\b(?:are|were|was|is|have|has|had|remain|remained)\b"
    r"(?! (?:brought|taken|rushed|transported|admitted|evacuated)\b)",
    re.IGNORECASE,
)
# "Eight were hurt, one critically injured"; "the identities of three of the dead": what is counted is a part.
_WORSE = re.compile(
    r"^\W{0,3}(?:others? |is |are |was |were |remain |remained ){0,2}"
    r"(?:critically|seriously|badly|severely|gravely|slightly|lightly|fatally)\b",
    re.IGNORECASE,
)
_DEAD = re.compile(r"\b(?:dead|fatally|dies|died|killed|kills|killing|slain|martyr\w{0,4}|lives)\b", re.IGNORECASE)
_BESIDE_THE_DEAD = frozenset(("injure", "hospitalise"))
"""States of those who are counted as "others" than the dead."""
_HURT = re.compile(
    r"\b(?:was|were) (?!fatally)(?:\w{1,12} )?(?:shot|stabbed|hurt|injured|wounded|struck|hit)\b"
    r"(?! (?:dead|to death|and killed))",
    re.IGNORECASE,
)
_SUMMAND = re.compile(
    r"\b(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:[A-Za-z.]{3,12} )?"
    r"(?!(?:dead|killed|slain|died|hurt|injured|wounded|missing|arrested) and)[a-z]{3,12}s? and $"
)
"""Before a number that is one part of a sum: "two juveniles and eight adults were hurt"."""
LISTED = re.compile(r"^[^.;]{0,120}\b(?:and|while) (?:another|the other|a second|a third|a fourth)\b", re.IGNORECASE)
"""Behind the first of several: "one woman was dead in the car and a second woman died later"."""
_AND_OTHERS = re.compile(
    r"^[^.;]{0,60}?\band (?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) others?\b", re.IGNORECASE
)
"""Behind a number that is one part of a sum: "one wounded man on the steps and three others in the street"."""
_AFTER_THE_SHOT = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?:[a-z]{1,12} ){0,3}(?:shot|stabbed|hit)"
    r"(?:,| and|, and) (?:\w{1,8} ){0,2}$",
    re.IGNORECASE,
)
"""Before those who were hurt in another way: "three children shot, one injured"."""
_HEADLINE = re.compile(r"^[^,.;:]{0,24}?\b([A-Za-z]{3,12})(?:,| and| &) $")
"""Before a number that is one part of a headline's sum: "Baby, four adults hurt", "Mother and two sons killed"."""
_HEADLINE_LONGEST = 42
_BESIDES = re.compile(
    r"^,? (?:and|plus|as well as) (?:an?|one|his|her|their) (?:[a-z]{2,12} ){0,2}(?:child|baby|fetus|infant|boy|girl"
    r"|woman|man|teen|teenager|officer|suspect|gunman|attacker|driver|pilot)\b",
    re.IGNORECASE,
)
"""Behind a number that leaves somebody out: "five adults and an unborn child"."""
_PLUS = re.compile(
    r"^,? (?:and|plus|as well as) (?:all )?(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) "
    r"(?:[a-z]{3,12} ){0,2}?(?:crew|crew members|crewmen|staff|attendants|pilots?)\b"
    r"(?! (?:were|was|are|is|had|have|got|suffered|remain))",
    re.IGNORECASE,
)
"""Behind a number of those aboard that leaves out the others: "all 65 passengers and six crew members"."""
_AND_PEOPLE = re.compile(
    r"^(?: [\w.’'-]{2,14}){0,3} and (?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) (?P<who>[a-z]{4,14})\b"
    r"(?! (?:were|was|are|is|had|have|got|suffered|remain|wounded|injured|hurt|missing))"
)
"""Behind a number that is one part of a sum: "two U.S. soldiers and two civilians"."""
_ON_THE_SPOT = re.compile(
    r"^ (?:had |was |were |have )?(?:died|killed|perished|pronounced dead|declared dead) (?:right )?"
    r"(?:at the (?:scene|site|spot)|on the (?:spot|scene)|instantly|immediately|at once)\b",
    re.IGNORECASE,
)
"""Behind those of the dead who died at once: others may have died in hospital."""
DID_IT = re.compile(
    r" (?:have |had )?(?:killed|shot|wounded|injured|arrested|captured) "
    r"(?:an?|the|his|her|its|their|at|one|two|three|\d{1,3}) (?!days?|weeks?|hours?)",
)
"""Behind those who did it: "three gunmen killed a guard"."""
_FOUND = re.compile(r"\b(?:found|discovered) $", re.IGNORECASE)
_CHOSEN = re.compile(r"\b(?:prominent|leading|top|senior|well-known|high-profile|key)\b", re.IGNORECASE)
"""Some who are counted for who they are: "two prominent activists were arrested"."""
_ORDER = re.compile(
    r"\b(?:last|previous|past|latest|next|other|(?:father|mother|parents?|dad|mom|mum|grandfather|grandmother) of) $",
    re.IGNORECASE,
)
"""Before those who are counted for another reason: "the last two who died", "a father of five was killed"."""
_TOTALLED = re.compile(r"\b(?:bring(?:ing|s)?|brought|raising|raised) the (?:total|toll|number|count)\b", re.IGNORECASE)
"""Behind a number that is one part of a sum: "six adults and a child, bringing the total to seven"."""
_SOME_OF = re.compile(
    r"\b(?:some|several|many|most|one|two|three|four|five|half|\d{1,3}) of the "
    r"(?:(?:more than|at least|nearly|over|about|some) )?$",
    re.IGNORECASE,
)
"""Before all of those of whom a part is told of: "some of the 40 wounded were in danger"."""
_NAMED_OF = re.compile(r"\b(?:identit(?:y|ies)|names?|photos?|famil(?:y|ies)|relatives) of (?:the )?$", re.IGNORECASE)


def whole(earlier: Sequence[Reading], reading: Reading, quantity: Quantity) -> bool:
    """Whether the count is of all, as far as its own words tell; `earlier` is what stands before them, in order."""
    if quantity.role != "count" or quantity.part_of is not None or quantity.target:
        return False
    article = reading.statement.article.text
    before = article[max(reading.statement.start, quantity.number_span[0] - 24) : quantity.number_span[0]]
    added = _MORE.search(quantity.text) or _MORE.search(before)
    if added and (quantity.state not in _BESIDE_THE_DEAD or _repeats(earlier, reading, quantity)):
        # "at least one more" of the dead is an addition; "killing 15 and injuring 25 others" counts all the injured.
        return False
    after = article[quantity.end : reading.statement.end]
    long_before = article[max(reading.statement.start, quantity.number_span[0] - 40) : quantity.number_span[0]]
    if quantity.state == "injure" and (_AND_OTHERS.search(after) or _AFTER_THE_SHOT.search(long_before)):
        return False
    part = _BESIDES.search(after) or _PLUS.search(after) or _ON_THE_SPOT.search(after) or _with_others(after)
    if quantity.high == 1 and _FOUND.search(before):
        return False  # the first body
    if (
        part
        or DID_IT.match(after)
        or _CHOSEN.search(quantity.text)
        or _is_summand(reading, quantity)
        or _ORDER.search(before)
    ):
        return False
    told_apart = not _SOME_OF.search(long_before)
    return not (
        _SUMMAND.search(before)
        or (told_apart and _LATER_PREDICATE.search(after))
        or (told_apart and _WORSE.search(after))
        or _NAMED_OF.search(long_before)
        or LISTED.search(after)
        or _TOTALLED.search(after)
    )


def _with_others(after: str) -> bool:
    """Whether so many of another kind of people are added to the number."""
    found = _AND_PEOPLE.match(after)
    return found is not None and singular(found["who"]) in PEOPLE


def _is_summand(reading: Reading, quantity: Quantity) -> bool:
    """Whether a person stands before the number, at the head of the statement, as another part of the sum."""
    start, end = reading.statement.start, quantity.number_span[0]
    found = _HEADLINE.match(reading.statement.article.text[start:end]) if end - start <= _HEADLINE_LONGEST else None
    return found is not None and (singular(found[1]) in PEOPLE or singular(found[1]) in _SOMEBODY)


def _repeats(earlier: Sequence[Reading], reading: Reading, quantity: Quantity) -> bool:
    """Whether "others" adds to a count of the same, since no dead stand before it.

    Where nobody stands before it ("Two others were wounded."), the last sentence that counts dead or hurt tells whom
    they are others than.
    """
    before = reading.statement.text[: quantity.start - reading.statement.start]
    counts = [q.state for q in reading.quantities if q.start < quantity.start]
    if earlier and not _MORE.sub("", before).strip(" Aan"):
        told = (r for r in reversed(earlier) if any(q.state in ("kill", "injure") for q in r.quantities))
        last = next(told, earlier[-1])
        before, counts = last.statement.text, [q.state for q in last.quantities]
    dead = "kill" in counts or _DEAD.search(before)
    return not dead or "injure" in counts or _HURT.search(before) is not None
