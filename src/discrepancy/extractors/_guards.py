"""Numbers that count nothing: dates, clock times, telephone numbers, and numbers that are part of a name."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from discrepancy.extractors._lexemes import Words, vocabulary
from discrepancy.extractors._units import plural, unit_after

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_SKIP = re.compile(
    r"https?://\S{1,2000}|www\.\S{1,2000}|[#@]\w{1,64}"
    rf"|\b{_MONTH}\.? ?{_DAY}(?:[-–]{_DAY}\b)?(?!\d)(?:,? ?\d{{4}}\b)?"
    rf"|\b{_DAY} (?:of )?{_MONTH}\b\.?(?:,? \d{{4}}\b)?"
    rf"|\b{_MONTH}\.?,? \d{{4}}\b"
    r"|\b\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.+Z-]{1,30})?|\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b"
    r"|\b\d{1,2}, (?:19|20)\d{2}\b"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"
    r"|\b\d{1,2}(?:[:.]\d{2})? ?(?:[ap]m\b|[ap]\.m\.?|[AP]M\b|[AP]\.M\.?|o[’']?clock)|\[\d{1,3}\]"
    r"|\b\d{3,4} ?(?:GMT|UTC|hours local)"
    r"|(?:\+\d{1,3}[ -])?\(?\b\d{2,5}\)?[ -]\d{3,4}[ -]\d{3,4}\b"
    r"|\+\d{7,15}\b|\b\d{2,3}-\d{4}-\d{4}\b"
    r"|\b\d{1,3}/\d{1,3}\b|\b\d{1,4}(?:\.\d{1,4}){2,4}\b"
)
_DESIGNATORS = vocabulary(
    "route article articles section sections chapter flight channel page pages room number no nos phase type "
    "paragraph figure table highway interstate boeing airbus resolution episode volume clause amendment grade "
    "lane gate"
)
_CAPITAL_DESIGNATORS = _DESIGNATORS | vocabulary(
    "pier part act division tier version season issue line terminal platform lot block apartment suite unit "
    "exit war junction group covid formula bus train tram proposition law rule title schedule stage round game "
    "week day"
)
_AFTER_A_NAME = vocabulary(
    "were was are is have had has dead killed died injured wounded missing arrested hurt per percent million "
    "billion thousand hundred of or to more other"
)
_SUFFIXES = vocabulary(
    "st nd rd th m bn mn mln k tn km kg g mm cm ft mph kph kmh lb lbs min hr yr mw gw kw pc pct ha mi h"
)
_YEAR_BEFORE = vocabulary("in since by of until till from during early late mid before after around to and the between")
_IDIOMS = {"one", "zero", "two"}
_ONE_NEVER = vocabulary(
    "day thing another way side hand time of such more that who or on by and the reason point night morning "
    "moment step kind sort form can could would is was has after year-old"
)


@dataclass(frozen=True, slots=True)
class Guard:
    """The stretches of one text that hold no quantity."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Guard:
        spans = [m.span() for m in _SKIP.finditer(text)] if any(c.isdigit() for c in text) else []
        return cls(tuple(s for s, _ in spans), tuple(e for _, e in spans))

    def covers(self, offset: int) -> bool:
        at = bisect_right(self.starts, offset) - 1
        return at >= 0 and offset < self.ends[at]


def refused(words: Words, index: int, guard: Guard) -> bool:
    """Whether the numeral at lexeme `index` counts nothing by what stands around it."""
    if guard.covers(words[index].start):
        return True
    if words[index].digits:
        return _part_of_a_word(words, index) or _year(words, index) or _named(words, index)
    return _word_idiom(words, index)


def _part_of_a_word(words: Words, index: int) -> bool:
    """G7, F-16, Covid-19, 5G, 1980s, 3-1, "1." of a list, and pieces of overlong numbers."""
    before, after = words.before(index), words.gap(index)
    glued_before = index > 0 and before == ""
    if glued_before or (before in ("-", "‑", "–", "/", ".") and index > 0 and not _range_start(words, index)):
        return True
    if after == "" and words.raw(index + 1) and words.raw(index + 1).lower() not in _SUFFIXES:
        return True
    if after == "" and words.raw(index + 1).lower() in ("st", "nd", "rd", "th"):
        return True  # an ordinal that its own rule did not take: "the 1,000th of his career"
    if index == 0 and after.startswith((". ", ") ")) and len(words) > 1:
        return True
    return after in ("-", "–") and words.raw(index + 1)[:1].isdigit() and _score(words, index)


def _range_start(words: Words, index: int) -> bool:
    """ "mid-40s" and "F-16" are refused; "an all-time-high-12" never comes. A dash after a closed word is a dash."""
    return words.before(index) == "–" and not words[index - 1].capital and not words[index - 1].digits


def _score(words: Words, index: int) -> bool:
    return words[index].value >= words[index + 1].value


def _year(words: Words, index: int) -> bool:
    raw = words.raw(index)
    if len(raw) != 4 or not raw.isdigit() or not 1500 <= int(raw) <= 2100:
        return False
    if words.before(index).endswith(tuple("$€£¥")) or words.gap(index).startswith("%"):
        return False
    before, after = words.key(index - 1), words.key(index + 1)
    counted = plural(after) and words.gap(index) == " "
    return not counted or before in _YEAR_BEFORE - {"to", "and", "of"}


def _named(words: Words, index: int) -> bool:
    """ "Route 66", "Boeing 737", "Apollo 11": a name or a designator before, nothing countable after."""
    if index == 0 or words.before(index) not in (" ", ". ", "\u00a0") or words.gap(index).startswith("%"):
        return False
    before, after = words[index - 1], words.key(index + 1)
    counts = plural(after) and words.gap(index) == " "
    if before.key in _DESIGNATORS and not counts:
        return True
    if not before.capital or before.digits or _titled(words, index):
        return False
    if before.key in _CAPITAL_DESIGNATORS:
        return True
    opens = index == 1 or words.before(index - 1).rstrip().endswith((".", "!", "?", "\n", "“", '"', ":"))
    return not (opens or counts or after in _AFTER_A_NAME or unit_after(words, index) or words.before(index) != " ")


def _titled(words: Words, index: int) -> bool:
    """Whether the words around are capitalised as in a headline, so that a capital says nothing."""
    around = [w for w in words.items[max(0, index - 4) : index + 5] if not w.digits and len(w.raw) > 3]
    return len(around) >= 3 and all(w.capital for w in around)


def _word_idiom(words: Words, index: int) -> bool:
    key = words.key(index)
    if index and words[index].capital and words.key(index - 1) in ("war", "chapter", "part", "act", "number"):
        return True
    if words.before(index) == "-" or (
        words.gap(index) == "-" and words.key(index + 1) in ("way", "sided", "off", "time")
    ):
        return True
    if key not in _IDIOMS:
        return False
    if key == "two":
        return words.key(index - 1) in ("one", "or") and words.key(index - 2) == "one"
    if key == "zero":
        return not plural(words.key(index + 1))
    return _bare_one(words, index)


def _bare_one(words: Words, index: int) -> bool:
    """ "one" counts in "one person", "one in 10,000", "at least one"; not in "one day", "no one", "the one who"."""
    if words.key(index + 1) == "in" and words.raw(index + 2)[:1].isdigit():
        return False
    if words.key(index - 1) in (
        "no",
        "the",
        "this",
        "that",
        "any",
        "every",
        "each",
        "which",
        "another",
        "some",
        "there",
    ):
        return True
    return words.key(index + 1) in _ONE_NEVER or words.gap(index) not in (" ", "-")
