"""Which day an article gives for an act of its main event: the day in the clause that tells the act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from discrepancy.detectors._act_words import DEEDS, causes_told, of_another_act
from discrepancy.detectors._aspects import clause
from discrepancy.detectors._events import Event
from discrepancy.detectors._happenings import AIRCRAFT, causes_in, kin
from discrepancy.extractors._partial import Partial
from discrepancy.model import DateMention, LineKind, Reading
from discrepancy.syntax import Tree

EVENT = "event"
"""The act that its cause names ("the blast"); the other acts are those of `DEEDS`."""
_AROUND = 130
"""Characters of a statement that are read on either side of a day."""
_TOLD = {EVENT: 8, "toll": 3}
"""Statements of an article in which its main event is told, and in which its toll is the news."""
_BODY = 20
"""Statements of an article that are read for a deed that both articles name with the same words."""
_MOST = 20
"""Days and numbers of one statement that are read: a line of collected text may have thousands."""
_FEWEST = 3
"""A toll from which two articles that give the same one surely count the dead of one act."""
_BRIEF = frozenset(("attack", "strike", "blast", "shooting", "crash", "collapse", "quake", "wreck", "crush", "fire"))
"""Causes that are of one day: floods, storms and riots last."""
_APART = re.compile(
    r"\b(?:after|following|before|since|hours|days|who|whose|where|while|because|but|to mark"
    r"|as (?=(?:it|the|they|he|she)\b))",
    re.IGNORECASE,
)
"""Between an act and what came before or after it."""
_AND = re.compile(r" (?:and|but) ")
"""Behind which a clause goes on to what was done next: "shot down a plane on Monday and took its pilot"."""
_NIGHT = re.compile(
    r"\b(?:overnight|night|midnight|dawn|daybreak|late|evening|early|sunset|dark|dusk|GMT|UTC|local time)\b",
    re.IGNORECASE,
)
_KILLED = re.compile(r"\b(?:kill(?:s|ed|ing)|lost their lives|shot dead)\b", re.IGNORECASE)
_LEAVING = re.compile(r",? (?:killing|leaving)\b", re.IGNORECASE)
_NEAR, _BESIDE = 100, 20
"""Characters between a deed and its day, and before the deed, within which other words change what it is of."""
_BOUNDS = re.compile(r"\b(?:by|until|till|since|before|after|from|into|through|to|and)\s$", re.IGNORECASE)
_BOUND = re.compile(r"^(?:by|until|till|since|before|after|from)\b", re.IGNORECASE)
"""A day that only bounds the act."""
_BEFALLS = frozenset(
    "kill die lose happen occur hit strike rock rip tear wound injure hurt open fire detonate target".split()
)
"""Verbs of what befell, beside those of the causes themselves."""
_UNDER = {"come": ("obl",)}
"""Verbs that tell an act with what hangs on them otherwise: "came under fire at 8"."""
_COMES = frozenset(("appear", "arrive", "come", "go"))
"""How an air strike is told where it is not called one: "the first jet came at about 8"."""
_WORD = re.compile(r"[^\W\d_]{5,30}")
_Told: TypeAlias = tuple[str, str, float | None]
"""An act, the words that may show it to be another one, and its dead where these make it known."""
_NIGHTS = ("night", "early", "evening")
_OPENING = re.compile(r"^\W{0,3}(?:On |Early on |Late on |Last )?$", re.IGNORECASE)
_ASIDE = re.compile(r"\b(?:which|that|who), (?:on )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ActDay:
    """The day that one mention gives for an act."""

    event: Event
    reading: Reading
    mention: DateMention
    act: str
    words: frozenset[str]
    """The words of its clause, in lower case: what the act was done by, to and where."""
    night: bool
    """Whether it may be of the day beside, too."""
    sure: bool
    """Whether nothing in the clause speaks for another act."""
    toll: float | None = None
    causes: frozenset[str] = frozenset()
    """What befell, as the clause tells it: the storm of Monday is not the earthquake of Saturday."""

    @property
    def day(self) -> date | None:
        """The day itself, its year taken from the head of the article where the mention has none."""
        first, last = self.mention.earliest, self.mention.latest
        if first and first == last:
            named = self.mention.weekday
            # A weekday against it shows that the year was guessed wrong.
            return first if named is None or first.weekday() == named else None
        years = {day.year for days in self.event.days for day in days}
        return self.within(years.pop()) if len(years) == 1 else None

    def within(self, year: int) -> date | None:
        """The day and month that the mention names, in a year; None where it names none or there is no such day."""
        found = re.fullmatch(r"(?:\d{4}|XXXX)-(\d\d)-(\d\d)(?:T.{1,12})?", self.mention.edtf or "")
        partial = Partial(year, int(found[1]), int(found[2])).within(year) if found else None
        return partial.earliest if partial else None

    @property
    def weekday(self) -> int | None:
        day = self.day
        return self.mention.weekday if day is None else day.weekday()


def act_days(event: Event, readings: Sequence[Reading]) -> Iterator[ActDay]:
    """The days that an article gives for its event and for the deeds told of, the unsure ones marked."""
    for reading in readings[:_BODY]:
        for mention in reading.dates[:_MOST]:
            if _one_day(mention) and reading.statement.kind is not LineKind.CAPTION:
                yield from _of(event, reading, mention)


def _one_day(mention: DateMention) -> bool:
    if mention.recurring or "/" in (mention.edtf or "") or _BOUND.match(mention.text):
        return False
    exact = mention.earliest is not None and mention.earliest == mention.latest
    return exact or mention.weekday is not None or bool(re.match(r"XXXX-\d\d-\d\d", mention.edtf or ""))


def _of(event: Event, reading: Reading, mention: DateMention) -> Iterator[ActDay]:
    led, before, after = _beside(reading, mention)
    if _BOUNDS.search(before):
        return
    own = f"{before} {after}"
    night = _of_two_days(mention, own)
    alone = not any(d is not mention and _one_day(d) and d.text in own for d in reading.dates[:_MOST])
    around = reading.statement.article.text[max(reading.statement.start, mention.start - _AROUND) : mention.start]
    words = frozenset(word.lower() for word in _WORD.findall(f"{around} {after}"))
    near = f"{before} {_AND.split(after)[0]}"
    for act, told, toll in (*_happenings(event, reading, mention, near), *_deeds(before, after)):
        sure = (alone or act == "due") and not of_another_act(told if act in DEEDS else led + told)
        yield ActDay(event, reading, mention, act, words, night, sure, toll, causes_told(told))


def _of_two_days(mention: DateMention, own: str) -> bool:
    """Whether a time is of a night, or its day hangs on where the reader is: "today", of a paper overseas."""
    part = mention.part_of_day or ""
    named = mention.weekday is not None or any(letter.isdigit() for letter in mention.text)
    return part in _NIGHTS or ":" in part or not named or bool(_NIGHT.search(own))


def _beside(reading: Reading, mention: DateMention) -> tuple[str, str, str]:
    """The words of the clause before and after a day, from and up to where another act is told.

    First the words of the clause before these, unless the day is an aside: in "held after the blast on Sunday" the
    day may be of either act.
    """
    statement, text = reading.statement, reading.statement.article.text
    before = text[max(statement.start, mention.start - _AROUND) : mention.start]
    after = text[mention.end : min(statement.end, mention.end + _AROUND)]
    aside = _ASIDE.search(before) is not None
    own = before.removesuffix("on ").rstrip(" ,") + " " if aside else clause(before, "").rstrip(" ") + " "
    if after.startswith(",") and (aside or _OPENING.match(own)):
        after = after[1:]
    last = _APART.split(own)[-1]
    return "" if aside else own.removesuffix(last), last, _APART.split(clause("", after))[0]


def _happenings(event: Event, reading: Reading, mention: DateMention, own: str) -> Iterator[_Told]:
    """What befell, as a clause tells it: the event by its cause, and its toll."""
    index, end = reading.statement.index, mention.end
    causes = causes_told(own)
    if (
        index < _TOLD[EVENT]
        and causes & _BRIEF
        and kin(causes, event.causes)
        and hangs_on_it(reading, mention) is not False
    ):
        yield EVENT, own, None
    leaving = _LEAVING.match(reading.statement.article.text, end)
    if index < _TOLD["toll"] and (leaving or _KILLED.search(own)):
        yield from (("toll", own, toll) for toll in _tolls(reading))


def hangs_on_it(reading: Reading, mention: DateMention) -> bool | None:
    """Whether a time hangs on what befell, and on no other verb ("charges were filed on Saturday over the attack"), as
    the parse has it; None where it does not tell."""
    if not reading.tokens:
        return None
    tree, at = Tree.of(reading.tokens), mention.start - reading.statement.start
    time = next((token.index for token in tree.tokens if token.start <= at < token.end), None)
    for index in tree.ancestors(time) if time is not None else ():
        if causes_in((tree.word(index),)) or tree.lemma(index) in _BEFALLS:
            return True
        if tree[index].pos == "VERB":
            parties = tree.kids(index, "nsubj", "obj", *_UNDER.get(tree.lemma(index), ()))
            comes = tree.lemma(index) in _COMES
            down = any(tree.word(kid) == "down" for kid in tree.kids(index, "advmod", "compound"))
            if down and AIRCRAFT.search(reading.statement.text):
                return True
            return any(causes_in((word,)) or (comes and AIRCRAFT.match(word)) for word in map(tree.word, parties))
    return None


def _deeds(before: str, after: str) -> Iterator[_Told]:
    """The deeds that a clause tells right beside its day: before it, or behind a day that opens the clause."""
    opens = _OPENING.match(before) is not None
    for deed, pattern in DEEDS.items():
        if found := pattern.search(before, max(0, len(before) - _NEAR)):
            yield deed, before[max(0, found.start() - _BESIDE) :], None
        elif opens and (found := pattern.search(after, 0, _NEAR)):
            yield deed, after[: found.end()], None


def _tolls(reading: Reading) -> Iterator[float]:
    for quantity in reading.quantities[:_MOST]:
        if quantity.role == "count" and quantity.state == "kill" and quantity.low and quantity.low >= _FEWEST:
            yield quantity.low
