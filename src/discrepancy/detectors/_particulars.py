"""Particulars of one article: the figures that its event, deal or body has one of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.detectors._amounts import Particular, by_account, by_ballot, by_change, by_unit, speaker_of
from discrepancy.detectors._aspects import around, aspect_of, clause, nearby
from discrepancy.detectors._events import HEAD, Event, interval, meet, of_another
from discrepancy.detectors._happenings import causes_in, kin
from discrepancy.detectors._magnitudes import magnitudes
from discrepancy.detectors._measures import factor
from discrepancy.detectors._plurals import many
from discrepancy.detectors._tolls import STATES, is_part, kind_of_people
from discrepancy.detectors._values import SNAPSHOT, vague
from discrepancy.extractors._lexemes import vocabulary
from discrepancy.model import Quantity, Reading

_VOTES = re.compile(
    r"\b(?:vot(?:e|es|ed|ing)|pass(?:ed|es)?|approv(?:ed|es)|reject(?:ed|s)|adopt(?:ed|s)|back(?:ed|s)|ruled)\b"
    r"[^.;:\d]{0,60}\b(?P<yes>\d{1,4})(?: votes?)?(?: to |[-–])(?P<no>\d{1,4})\b(?!,\d| per| %|%| years?\b| months?\b)"
    r"|\b(?P<first>\d{1,4})[-–](?P<second>\d{1,4}) vote\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:aftershocks?|foreshocks?|previous|earlier|former|another|(?:last|next) (?:year|month|week)"
    r"|record-holder|prior to|economists|analysts|forecasts?|expected|expecting|predicted|looking for|can only|must"
    r"|required?|requires|minimum|threshold|used to|would have|could|may have|at first"
    r"|initially|each|a similar|original(?:ly)?|(?:down|up)grad(?:ed|ing)|weaken(?:ed|ing|s)|strengthen(?:ed|ing|s)"
    r"|intensif(?:ied|ying|ies))\b",
    re.IGNORECASE,
)
_COUNTERS = re.compile(r"\b(?:police|organi[sz]ers|authorities|officials|officers|the city|monitors)\b", re.IGNORECASE)
_AWAY = re.compile(
    r"^(?: \(\d{1,4}(?:\.\d)? \w{1,10}\))? (?:to the |due )?(?:(?:north|south|east|west)[a-z-]{0,10} ){0,2}"
    r"(?:of|from|off|away from) (?:the )?"
    r"(?:(?:capital|city|town|village|island|port|coast)(?: city)?(?: of)?,? )?"
    r"(?P<name>[A-Z][^\W\d_]{2,20}(?: [A-Z][^\W\d_]{2,20}){0,2})(?P<of> (?:capital|border|coast|side))?"
)
_ADDED = re.compile(
    r"\b(?:others?|another|further|additional|extra|remaining|more(?! than\b)|first|last|next|past)\b", re.IGNORECASE
)
_OF_MORE = re.compile(r" of (?:the|its|their|our|[A-Z])")
"""What makes a count one of some: "two of the country's mills"."""
_AND_OTHERS = re.compile(r"^ [a-z]{3,20},? (?:and|plus|as well as) (?:the )?[A-Z]")
"""Behind a count that others are added to by name: "48 states and Puerto Rico"."""
_DIMENSION = re.compile(r"\d ?(?:x|×|by) $")
"""Before the second side of what is as wide and as high: "480 x 360 pixels"."""
_SERIES = re.compile(
    r"\b(?:(?:series|swarm|flurry|string) of|two|three|several|multiple|twin) (?:[a-z]{3,12} ){0,2}"
    r"(?:quakes|earthquakes|tremors|temblors)\b",
    re.IGNORECASE,
)
_MAIN = re.compile(r"\b(?:strongest|largest|biggest|main|most powerful)\b", re.IGNORECASE)
"""Of several quakes, the one that is compared."""
_CRITICAL = re.compile(
    r"(?:,? (?:of (?:whom|them)|people|others|patients|victims|residents|children|men|women))?"
    r"(?: (?:is|are|was|were|remain|remains|remained|being|still|listed|left|wounded|injured|hurt|in|a)){0,4}"
    r" (?:critical(?:ly)?)\b",
    re.IGNORECASE,
)
_CHAMBER = re.compile(
    r"\b(?:vot\w{1,4}|bill|laws?|act|measure|motion|resolution|amendment|treaty|budget|referendum|senat\w{1,4}|house"
    r"|parliament|congress|council|court|justices|committee|commission|assembly|board|lawmakers|deputies|delegates)\b",
    re.IGNORECASE,
)
_LOOSE_NOUNS = vocabulary(
    "person man woman child boy girl victim suspect count time round year other thing member way part case one point"
    " minute hour day week month life side block step reason place kind number home house people official officer dead"
    " season game match magnitude term"
)


_SAME_THING = {"lorry": "truck", "aeroplane": "plane", "airplane": "plane", "automobile": "car"}
"""Nouns of British and American English for one thing."""
# One of a series: the others have figures of their own.
_ONE_OF = re.compile(
    r"\bone of the\b|\b(?:first|second|third|latest|strongest|biggest|other) (?:quake|earthquake|tremor"
    r"|temblor|blast"
    r"|explosion|storm|round|match|leg|game|vote|ballot|trial|deal|fine|fire)\b",
    re.IGNORECASE,
)


def particulars_of(readings: Sequence[Reading], event: Event) -> Iterator[Particular]:
    """The particulars of an article, in order; without those of other times and other events."""
    several = any(_SERIES.search(reading.statement.text) for reading in readings)
    for reading in readings:
        yield from _votes(reading)
        if not several or _MAIN.search(reading.statement.text):
            yield from (
                one
                for one in magnitudes(reading)
                if _of_its_days(reading, event) and _own(reading, one.quantity, event)
            )
        for quantity in reading.quantities:
            if (bad := _badly_hurt(reading, quantity)) is not None:
                yield bad
            if of_the_event(reading, quantity, event):
                found = (read(reading, quantity) for read in _READERS)
                told = next((one for one in found if one is not None), None)
                if told:
                    yield told


def of_the_event(reading: Reading, quantity: Quantity, event: Event) -> bool:
    """Whether a figure counts a whole, of the article's own event and of no other time."""
    return _of_its_days(reading, event) and _usable(reading, quantity) and _own(reading, quantity, event)


def _usable(reading: Reading, quantity: Quantity) -> bool:
    if quantity.role == "measure" and SNAPSHOT.search(reading.statement.text):
        return False
    whole = quantity.part_of is None and not vague(quantity) and quantity.state not in STATES
    return whole and quantity.role in ("count", "money", "measure", "share", "rate")


def _of_its_days(reading: Reading, event: Event) -> bool:
    """Whether a statement is of the days of the event; the first two tell of it whatever they name."""
    days = [day for day in map(interval, reading.dates) if day is not None]
    return reading.statement.index < 2 or meet(days, event.days, 1)


def _own(reading: Reading, quantity: Quantity, event: Event) -> bool:
    """Whether the clause of a figure is of the article's own event and of no other time."""
    own = clause(*around(reading, quantity))
    if _OTHER_TIME.search(own) or of_another(own) or _ONE_OF.search(nearby(reading, quantity)):
        return False
    return reading.statement.index < 2 or kin(causes_in((own,)), event.causes)


def _by_aspect(reading: Reading, quantity: Quantity) -> Particular | None:
    aspect = aspect_of(reading, quantity)
    if aspect is None or reading.statement.index >= aspect.within:
        return None
    if aspect.name == "sheltering" and is_part(quantity.noun):
        return None  # "five women and two children were inside" are parts of all who were
    # Money is compared in one currency, those sent by what they are.
    detail = quantity.unit if quantity.role == "money" else quantity.noun if aspect.name == "deployed" else None
    key = f"{aspect.name}:{detail}" if detail else aspect.name
    speaker = speaker_of(reading, quantity) or (_counter(reading, quantity) if key == "crowd" else None)
    return Particular(reading, quantity, key, aspect.question, aspect.named, speaker)


def _counter(reading: Reading, quantity: Quantity) -> str | None:
    """Who counted a crowd: "police estimated the crowd at 25,000"."""
    found = _COUNTERS.search(around(reading, quantity)[0])
    return found[0].lower() if found else None


def _by_distance(reading: Reading, quantity: Quantity) -> Particular | None:
    """ "60 km north-east of the town of Tarma": how far the event was from a named place."""
    found = _AWAY.search(around(reading, quantity)[1]) if quantity.role == "measure" else None
    if found is None or factor(quantity.unit or "", "metre") is None or reading.statement.index >= 2 * HEAD:
        return None
    name = f"the {found['name']}{found['of']}" if found["of"] else found["name"]
    key, question = f"distance:{name}", f"How far from {name} was it?"
    return Particular(reading, quantity, key, question, 0, speaker_of(reading, quantity))


def _by_noun(reading: Reading, quantity: Quantity) -> Particular | None:
    """Things that an article gives one number of, by their noun alone: "at 260 branches"."""
    noun = quantity.noun
    if quantity.role != "count" or noun is None or noun in _LOOSE_NOUNS or kind_of_people(noun):
        return None
    if quantity.target or not quantity.exact or reading.statement.index >= 2 * HEAD:
        return None
    before, after = around(reading, quantity)
    if after.lstrip()[:1].isupper():
        return None  # "19 Mill Street" counts no mills
    if _ADDED.search(f"{before[-16:]} {quantity.text}") or _OF_MORE.match(after):
        return None
    if _DIMENSION.search(before) or _AND_OTHERS.match(after):
        return None
    question = f"How many {many(noun)}?"
    return Particular(
        reading, quantity, f"count of {_SAME_THING.get(noun, noun)}", question, 0, speaker_of(reading, quantity)
    )


_READERS = (by_unit, by_account, _by_aspect, by_ballot, by_change, _by_distance, _by_noun)


def _votes(reading: Reading) -> Iterator[Particular]:
    """ "passed by 53 votes to 41", "voted 51-43": one question with two numbers; no pass of a ball."""
    start = reading.statement.start
    text = reading.statement.text if reading.statement.index < HEAD else ""
    for found in _VOTES.finditer(text) if _CHAMBER.search(text) else ():
        low, high = ("yes", "no") if found["yes"] else ("first", "second")
        span = (start + found.start(low), start + found.end(high))
        value = float(found[low])
        quantity = Quantity(*span, found.string[found.start(low) : found.end(high)], value, value, number_span=span)
        yield Particular(
            reading, quantity, "vote", "How did the vote go?", 0, speaker_of(reading, quantity), float(found[high])
        )


def _badly_hurt(reading: Reading, quantity: Quantity) -> Particular | None:
    """ "five of them critically", "10 of whom remain critical": how many of the hurt may die."""
    if quantity.role != "count" or vague(quantity) or quantity.target or reading.statement.index >= 2 * HEAD:
        return None
    statement, high = reading.statement, quantity.number_span[1]
    if not _CRITICAL.match(statement.article.text, high, min(high + 60, statement.end)) or of_another(statement.text):
        return None
    question = "How many were in critical condition?"
    return Particular(reading, quantity, "critical", question, 0, speaker_of(reading, quantity))
