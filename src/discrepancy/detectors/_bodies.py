"""Bodies that are said to have done something, and whether two of them may be one: forces, movements, states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, permutations, product

from discrepancy.detectors._parties import parties_in
from discrepancy.detectors.perpetrators import CAUSES
from discrepancy.model import Reading, Span
from discrepancy.people import NATIONALITIES, is_organisation

_REBELS = (
    r"(?:rebels?|militants?|insurgents?|gunm[ae]n|(?:para)?militar(?:y group|ies)|paramilitary|militias?|bandits?"
    r"|terrorists?|separatists?|jihadi(?:st)?s?|guerr?illas?|extremists?|islamists?|cartels?|gangs?|fighters)"
)
_REBEL = re.compile(rf"\b(?:{_REBELS}|network|followers)\b", re.IGNORECASE)
_STATE = re.compile(r"\b(?:army|government|military|regime|police|air force|navy|state security|troops|soldiers)\b")
"""In small letters: a "Liberation Army" is no state's."""
_LOYAL = re.compile(
    r"\b(?:pro-(?:government|regime)|loyalist|regime|government) (?:\w+ )?(?:militia|gunm|fighters|forces)",
    re.IGNORECASE,
)
"""Armed men of a state, by whatever other name."""
_NOBODY = re.compile(r"\b(?:gunm[ae]n|fighters|gangs?|network|followers)\b", re.IGNORECASE)
"""Those who may be anybody's."""
_MEN_OF = re.compile(r"\b(?:forces|fighters|followers|supporters|loyal|network|militia|spokes\w{3,6})\b", re.IGNORECASE)
_PLAIN = re.compile(
    r"\b(?:islam(?:ists?|ism|ic)|muslims?|sunnis?|shi['’]?(?:ites?|as?)|suicide|bombers?|attackers?|kidnappers?|residents"
    r"|networks?|movements?|brigades?|regiments?|battalions?|fronts?|party|systems?|services?|organi[sz]ation|support"
    r"|intelligence|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|officials?|artillery|shells?|rockets?"
    rf"|missiles?|drones?|bombs?|jets?|warplanes?|helicopters?|{_REBELS})\b",
    re.IGNORECASE,
)
"""Words that stand in the names of many bodies."""
_SAME = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        (r"\b(?i:islamic state)\b|\b(?:IS|ISI[SL]|Isi[sl]|ISIS-K)\b|\b(?i:da['’]?esh)\b", "Daesh"),
        (r"\b[Aa]l[- ]Q\w{3,5}\b", "Qaeda"),
        (r"\b(?:U\.S\.(?:A\.)?|US|USA|United States)(?=\W|$)", "American"),
        (r"\b(?:UK|U\.K\.|United Kingdom|Britain)(?=\W|$)", "British"),
        (r"\bFrance\b", "French"),
    )
)
"""Bodies that the press calls by several names."""
_ORDINAL = re.compile(r"\b\d{1,3}(?:st|nd|rd|th)\b")
_NAME = r"(?:[A-Z][\w-]{0,24}|al-[A-Z]\w{0,24})"
_BARE = re.compile(r"(?:[A-Z][\w’'-]{0,24} ?){1,3}")
_APPOSED = re.compile(r",? an? (?P<what>(?:[\w-]+ ){1,3}?(?:militia|paramilitary|forces?|group|faction|movement))\b")
"""After a name, what it is: "the National Guard, a pro-government militia"."""
_MORE = re.compile(
    r"(?: \([A-Z][\w-]{1,9}\))?"
    rf"(?:(?:,(?: the)?(?: {_NAME}){{1,4}}){{0,3}},? (?:and|or)(?: the)?(?: {_NAME}){{1,4}})?"
)
"""After a name, its initials, and further names in a list."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_VOWELS = re.compile(r"[aeiou]")
_RUN = re.compile(rf"{_NAME}(?:['’]s)?(?:[ (]{{1,2}}(?:(?:of|the|for) ){{0,2}}{_NAME}(?:['’]s)?){{1,7}}")
_LINK = re.compile(
    r"\b(?:linked|affiliat\w{1,3}|offshoot|wing|branch|faction|arm|splinter|loyal|known|led|allegiance|allied|part of"
    rf"|members? of|calls? itself)\b[^.;:A-Z]{{0,25}}(?P<b>{_NAME}(?: {_NAME}){{0,3}})"
)
"""After a name, one that it belongs to, or another name of it."""
_AFFILIATE = re.compile(
    rf", (?:an?|the) (?P<b>{_NAME}(?: {_NAME}){{0,2}})(?:[- ](?:linked|affiliated|allied|aligned))? "
    r"(?:affiliate|branch|offshoot|ally|franchise|arm|wing|group|faction|militia)\b"
)
"""After a name, whose it is: "the Levant Front, an al-Qaeda affiliate"."""
_REACH = 60  # characters before such words in which the other name stands
_KNOWN = re.compile(
    rf"(?P<a>{_NAME}(?: {_NAME}){{0,3}})(?:(?: \([^)]{{1,20}}\))?, an? (?:[\w-]+ ){{0,2}})? {{0,1}}{_REBELS}\b"
    rf"|\b{_REBELS} (?:group |movement |organi[sz]ation |outfit )?(?:the )?(?P<b>{_NAME}(?: {_NAME}){{0,3}})",
)
"""A name that the text calls one of those who fight a state."""


@dataclass(frozen=True, slots=True)
class Body:
    """Somebody who acts, as the words that name them tell."""

    stems: frozenset[str]
    side: str | None
    """"state" or "rebel", where a common noun or a nationality says so."""
    bare: bool
    """Whether it is a name alone, which may be a man's, or a capital's that stands for its state."""

    @property
    def states(self) -> frozenset[str]:
        return self.stems & _STATES

    @property
    def own(self) -> frozenset[str]:
        """The stems that are not of a state's name."""
        return self.stems - _STATES - _SKELETONS


def named(reading: Reading, span: Span) -> Body | None:
    """Who is named in a stretch of a statement; None where it is nobody in particular, or a man alone."""
    start, more = reading.statement.start + span[0], _MORE.match(reading.statement.text, span[1])
    text = reading.statement.text[slice(*span)]
    names = [(n.start - start, n.end - start, n.kind) for n in reading.names if start - 4 < n.end]
    man = any(kind == "person" and high >= len(text) - 2 and low < len(text) for low, high, kind in names)
    acronym = any(word.isupper() for word in _WORD.findall(text))
    if (man and not acronym and not _MEN_OF.search(text)) or _is_clause(reading, span):
        return None
    told = _WORD.sub(lambda w: w[0] if any(a <= w.start() < b for a, b, _ in names) else _lowered(w[0]), text)
    what = _APPOSED.match(reading.statement.text, span[1])
    return body_of(f"{told} {what['what']}" if what and _LOYAL.search(what["what"]) else told, more[0] if more else "")


def _is_clause(reading: Reading, span: Span) -> bool:
    return any(t.tag in ("VBD", "VBZ", "VBP") and span[0] <= t.start < span[1] for t in reading.tokens)


def _lowered(word: str) -> str:
    return word if word.isupper() else word.lower()


def body_of(text: str, more: str = "") -> Body | None:
    """The body that a phrase names, with its initials and those named beside it in `more`."""
    state = bool(_STATE.search(text) or _LOYAL.search(text))
    rebel = bool(_REBEL.search(text)) and not _LOYAL.search(text)
    stems = _stems(text + more)
    if rebel:  # "Syrian rebels" are not Syria
        stems = stems - _STATES - _SKELETONS
    side = "rebel" if rebel else "state" if state or stems & _STATES else None
    bare = bool(_BARE.fullmatch(text)) and not stems & _STATES and not _is_known(text)
    known = stems or side == "state" or (rebel and _REBEL.search(_NOBODY.sub("", text)))
    return Body(stems, side, bare) if known else None


def _is_known(text: str) -> bool:
    """Whether a name is known for a body's, or ends as such names do."""
    last = text.split()[-1].lower()
    return any(p.search(text) for p, _ in _SAME) or last in CAUSES or is_organisation(last) or last == "forces"


def _stems(text: str) -> frozenset[str]:
    for pattern, name in _SAME:
        text = pattern.sub(name, text)
    stems = parties_in(_PLAIN.sub(" ", text))
    words = (word.lower() for word in _WORD.findall(text) if word.lower()[:4] in stems)
    return (stems | frozenset(map(_skeleton, words)) | frozenset(_ORDINAL.findall(text))) - _ARTICLES


_ARTICLES = frozenset(("", "al", "el", "the"))
"""Words that are no part of what tells a name from another."""


def _skeleton(word: str) -> str:
    """The first three consonants, which spellings of one foreign name share: "Houthi", "Huthi"."""
    found = "~" + word[:1] + _VOWELS.sub("", word[1:])
    return found[:4] if len(found) > 3 else ""


_STATES = frozenset(word[:4] for word in NATIONALITIES) - {"us"}
_SKELETONS = frozenset(_skeleton(word) for word in NATIONALITIES)


class Ties:
    """Which names stand for one body, by what articles say of them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._tied: dict[str, set[str]] = defaultdict(set)
        self._rebels: set[str] = set()
        for text in texts:
            for a, b in _tied_in(text):
                self._tied[a].add(b)
            for found in _KNOWN.finditer(text):
                self._rebels |= _stems(found["a"] or found["b"]) - _STATES - _SKELETONS

    def apart(self, a: Body, b: Body) -> bool:
        """Whether two bodies are surely two."""
        sides = (self._side(a), self._side(b))
        if a.own and b.own and (a.states or b.states):
            return not self._meet(a.own, b.own) and not (a.bare or b.bare)
        if self._meet(a.stems, b.stems):
            return False
        if any(x.bare and side is None for x, side in zip((a, b), sides, strict=True)):
            return False
        if None not in sides and sides[0] != sides[1]:
            return True
        # A capital, a president and a ministry are their state.
        states = [bool(x.states) and not x.own for x in (a, b)]
        return bool(a.stems and b.stems) and (all(states) or not any(states))

    def _side(self, body: Body) -> str | None:
        return body.side or ("rebel" if body.own & self._rebels else None)

    def _meet(self, a: frozenset[str], b: frozenset[str]) -> bool:
        return bool(a & b) or any(self._tied[x] & b for x in a if x in self._tied)


def one(a: Body, b: Body) -> bool:
    """Whether two names are surely of one body: by a word of both, or as initials."""
    return bool((a.own & b.own) or (a.stems == b.stems and a.stems))


def _tied_in(text: str) -> Iterator[tuple[str, str]]:
    for run in _RUN.finditer(text):
        yield from permutations(_stems(run[0]), 2)
        initials = "".join(word[0] for word in _WORD.findall(run[0]) if word[0].isupper() and word != "The")
        if 2 < len(initials) < 7:
            yield from _both(_stems(run[0]), parties_in(initials))
    for link in chain(_LINK.finditer(text), _AFFILIATE.finditer(text)):
        before = re.split(r"[.;:\n]", text[max(0, link.start() - _REACH) : link.start()])[-1]
        yield from _both(_stems(before), _stems(link["b"]))


def _both(a: frozenset[str], b: frozenset[str]) -> Iterator[tuple[str, str]]:
    for x, y in product(a, b):
        yield from ((x, y), (y, x))
