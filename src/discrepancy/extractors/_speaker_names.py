"""Who a speaker's phrase means: the person named in it, or the one that a pronoun stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from discrepancy.extractors import _speaker_phrases as phrases
from discrepancy.extractors._name_runs import Word
from discrepancy.extractors._quotations import Quotation, inside
from discrepancy.extractors._reported import Attribution
from discrepancy.extractors._speech_verbs import FORMS
from discrepancy.model import NameMention, Reading
from discrepancy.people import PEOPLE

_OF_PERSON: Final = ("he", "she", "i", "who")
_OF_GROUP: Final = ("it",)
_OF_MANY: Final = ("they", "we")
_APPOSITION: Final = 120
"""The longest description, in characters, that is read over between a name at the beginning and its verb."""
_IN_STATEMENT: Final = re.compile(
    r",? in (?:a|an|its|his|her|their) (?:\w+ ){0,2}"
    r"(?:statement|post|interview|speech|letter|report|tweet|message|email)\b"
)
_SPEAKS: Final = PEOPLE | {"source"}
_PREPOSITION: Final = re.compile(r" (?:of|for|in|at|from|with|on|close) ")
_SEAT: Final = re.compile(r"[A-Z]-[A-Z]\w*")
"""A member's party and state behind the name: "Jan Smit, R-Wis., said"."""
_ROLE: Final = re.compile(r",? (?:the|a|an) [\w -]{0,30}\b(?:of|for|at|from|in) ")


class Cast:
    """Who has been spoken of in one article so far."""

    def __init__(self) -> None:
        self._person: str | None = None
        self._group: str | None = None
        self._speaker: str | None = None

    def name(self, attribution: Attribution, reading: Reading, text: str) -> Attribution | None:
        """The attribution with its speaker named; None when a pronoun stays open."""
        low = attribution.speaker.lower()
        if low in (*_OF_PERSON, *_OF_GROUP, *_OF_MANY):
            meant = self._meant(low, attribution, reading)
            return replace(attribution, speaker=meant) if meant else None
        named = (
            _in_statement(attribution, reading, text)
            or _person_in(attribution, reading)
            or _apposed(attribution, reading, text)
        )
        if named and (named.kind in ("person", "other")):
            self._person = self._speaker = named.canonical
        if named:
            return _shortened(replace(attribution, speaker=named.canonical), named)
        speaker = _written_out(attribution, reading, text)
        self._group = self._speaker = speaker
        if _is_one_person(speaker):
            self._person = speaker
        return replace(attribution, speaker=speaker)

    def _meant(self, pronoun: str, attribution: Attribution, reading: Reading) -> str | None:
        if pronoun == "who":
            return None
        if pronoun in _OF_PERSON:
            nearer = (
                [n for n in reading.names if n.kind == "person" and n.end <= attribution.speaker_span[0]]
                if not attribution.backward
                else []
            )
            return nearer[-1].canonical if nearer else self._person
        return self._group if pronoun in _OF_GROUP else self._speaker and self._group

    def see(self, reading: Reading, line: Sequence[Word], quotes: Sequence[Quotation], text: str) -> None:
        """Take note of who is named, or described as speaking, in a statement outside its quotations."""
        for name in reading.names:
            if name.kind == "person" and not inside(quotes, name.start):
                self._person = name.canonical
                return
        self._person = _described(reading, line, quotes, text) or self._person


def _described(reading: Reading, line: Sequence[Word], quotes: Sequence[Quotation], text: str) -> str | None:
    """Who is described and not named where a verb of saying has no words with it: "The spokesman rejected this"."""
    for index, word in enumerate(line):
        if word.lower in FORMS and not inside(quotes, word.start):
            subject = phrases.before(text, line, index - 1, reading.statement.start)
            described = " ".join(text[slice(*subject)].split()) if subject else ""
            if _is_one_person(described):
                return described
    return None


def _is_one_person(phrase: str) -> bool:
    return _PREPOSITION.split(phrase, maxsplit=1)[0].rpartition(" ")[2].lower() in _SPEAKS


def _person_in(attribution: Attribution, reading: Reading) -> NameMention | None:
    """The last person named in a speaker's phrase, or set beside it: "the spokesman, Jan Smit, said"."""
    start, end = attribution.speaker_span
    people = [n for n in reading.names if n.start >= start and n.end <= end and _personal(n, alone=n.start == start)]
    if people and people[-1].end >= end - 1:
        return people[-1]
    beside = [n for n in reading.names if n.kind == "person" and 0 < n.start - end < 4]
    return beside[0] if beside and reading.statement.article.text[end] == "," else None


def _personal(name: NameMention, *, alone: bool) -> bool:
    if _SEAT.fullmatch(name.text):
        return False
    if name.kind == "other":
        return " " in name.canonical or (alone and not name.text.isupper())
    return name.kind == "person"


def _apposed(attribution: Attribution, reading: Reading, text: str) -> NameMention | None:
    """The name that the phrase only describes: "Jan Smit, head of the fund, said", "the army in a statement said"."""
    start = attribution.speaker_span[0]
    for name in reversed([n for n in reading.names if n.end < start]):
        between = text[name.end : start]
        if name.kind in ("person", "other") and between in (", ", ", the ", ", a "):
            return name
        first = name.start == reading.statement.start and len(between) < _APPOSITION
        if first and name.kind != "place" and _ROLE.match(between):
            return name
    return None


def _in_statement(attribution: Attribution, reading: Reading, text: str) -> NameMention | None:
    """ "The army in a statement published by the agency said": the army."""
    start = attribution.speaker_span[0]
    name = next((n for n in reading.names if n.end < start), None)
    near = name is not None and start - name.end < _APPOSITION
    return name if name and near and _IN_STATEMENT.match(text, name.end) else None


def _shortened(attribution: Attribution, name: NameMention) -> Attribution:
    """What is said ends before the speaker's name."""
    content = tuple(
        (a, min(b, name.start)) if a < name.start and attribution.backward else (a, b) for a, b in attribution.content
    )
    return replace(attribution, content=content, speaker_span=(name.start, name.end))


def _written_out(attribution: Attribution, reading: Reading, text: str) -> str:
    """The phrase as read; "its chairman" gets an article, an acronym in brackets its expansion."""
    start = attribution.speaker_span[0]
    if text[start - 1 : start] == "(":
        return next((n.canonical for n in reading.names if n.start == start), attribution.speaker)
    first, _, rest = attribution.speaker.partition(" ")
    return f"the {rest}" if first.lower() in ("its", "their") and rest else attribution.speaker
