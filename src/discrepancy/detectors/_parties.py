"""Parties to a conflict by the words that name them: states, armies and movements, whoever speaks for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.people import NATIONALITIES

_WORD = re.compile(r"[^\W\d_]{2,}")
_GENERIC = frozenset(
    "armed army force forces military militar government governments spokesman spokeswoman spokesperson official"
    " officials ministry minister defence defense state states republic air aircraft plane planes warplanes jets"
    " president leader leaders the and its his their group rebel rebels fighters troops soldiers police security"
    " national local united people democratic islamic arab general colonel regime navy".split()
)
"""Words of a party's name that other parties have in theirs."""
_SIDES = frozenset(("sout", "nort", "east", "west"))
"""The stems that tell two states of one name apart."""

_SEATS = {
    "abuja": "Nigeria", "addis ababa": "Ethiopia", "algiers": "Algeria", "amman": "Jordan", "ankara": "Turkey",
    "asmara": "Eritrea", "baghdad": "Iraq", "baku": "Azerbaijan", "beijing": "China", "beirut": "Lebanon",
    "belgrade": "Serbia", "berlin": "Germany", "cairo": "Egypt", "damascus": "Syria", "delhi": "India",
    "doha": "Qatar", "islamabad": "Pakistan", "jakarta": "Indonesia", "jerusalem": "Israel", "kabul": "Afghanistan",
    "khartoum": "Sudan", "kiev": "Ukraine", "kyiv": "Ukraine", "london": "British", "manama": "Bahrain",
    "minsk": "Belarus", "moscow": "Russia", "new delhi": "India", "paris": "France", "pyongyang": "North Korea",
    "riyadh": "Saudi", "rome": "Italy", "sanaa": "Yemen", "seoul": "South Korea", "tbilisi": "Georgia",
    "tehran": "Iran", "the kremlin": "Russia", "the pentagon": "American", "tokyo": "Japan", "tripoli": "Libya",
    "warsaw": "Poland", "washington": "American", "yerevan": "Armenia",
}  # fmt: skip
"""Seats of governments, by which news calls the state: "Moscow denied"."""


def parties_in(text: str) -> frozenset[str]:
    """The stems of the names and nationalities in a text: four letters, as names of one state share."""
    text = _SEATS.get(text.strip().lower(), text)
    words = (word for word in _WORD.findall(text) if word[0].isupper() or word.lower() in NATIONALITIES)
    return frozenset(word.lower()[:4] for word in words if word.lower() not in _GENERIC)


def one_party(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool((a & b) - _SIDES) and a & _SIDES == b & _SIDES


def common_of(a: frozenset[str], b: frozenset[str]) -> list[str]:
    """The stems that two parties share, in order."""
    return sorted((a & b) - _SIDES)


def named(text: str, stems: Sequence[str]) -> str:
    """A party in the words of a text: the first of them that begins as a stem does."""
    return next((word for word in _WORD.findall(text) if word.lower()[:4] in stems), stems[0])
