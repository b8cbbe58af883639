"""Where a text repeats its own title, in spite of lost commas and apostrophes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

_REACH = 250
"""Characters: how far into the text the repeated title may begin, behind a date line and a byline."""
_MAX_BEFORE = 25
"""Words in front of the repeated title that are no sentence."""
_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_CLOSING = re.compile(r"[\"”’').!?…:|–-]{0,3}")
_FOLLOWING = re.compile(r"[\s.,:;|•·/»>–—-]{0,5}(?:[\"“‘'(\[©]{0,2}(?:[A-Z\d]|$)|(?:by|via|updated|published)\s)")
_UNMARKED = re.compile(r"\s{1,4}[\"“‘(]?[A-Z\d]")
"""A sentence follows without a full stop: what the title is worded like is no sentence itself."""
_SITE = re.compile(r"\s[|–—-]\s[^|–—]{2,40}$")
_SENTENCE_END = re.compile(r"[a-z]{3}[.!?]\s")
_MANY = 6
"""Words: in a shorter title one other word makes another title."""
_ALIKE = 0.8
"""Share of the words that two wordings of one headline have in common, in order."""
_FEW = 4
"""Words: a shorter title may be the beginning of a sentence by chance, behind other words at least."""


def wordings(titles: Sequence[str | None]) -> tuple[str, ...]:
    """The titles that a text may repeat: those known, and each without the site's name behind a dash."""
    known = [title for title in titles if title]
    bare = [_SITE.sub("", title) for title in known]
    return tuple(dict.fromkeys([*known, *(title for title in bare if len(_WORD.findall(title)) >= _FEW)]))


def title_end(title: str, text: str, at: int) -> int | None:
    """Where the title that begins at `at` ends, told by its words only; None when it does not stand there.

    A sentence that begins with the words of the title goes on in lower case, and is none.
    """
    words = _words(text, at, 2 * len(title) + 40)
    end = at
    wanted = [word for word, _, _ in _words(title, 0, len(title))]
    for want in wanted:
        word, start, stop = next(words, ("", 0, 0))
        if word != want or start - end > 4:
            return None
        end = stop
    closing = _CLOSING.match(text, end)
    end = closing.end() if closing else end
    return end if wanted and (end == len(text) or _FOLLOWING.match(text, end)) else None


def title_ahead(title: str, text: str, at: int) -> int | None:
    """Where the title begins a little further on, when what stands before it is no sentence."""
    first = _WORD.search(title)
    if not first or len(_WORD.findall(title)) < _FEW:
        return None
    for found in re.finditer(rf"\b{re.escape(first[0])}", text[at : at + _REACH], re.IGNORECASE):
        before = text[at : at + found.start()]
        if found.start() and title_end(title, text, at + found.start()):
            bare = len(before.split()) <= _MAX_BEFORE and not _SENTENCE_END.search(before)
            return at + found.start() if bare else None
    return None


def resembling_end(title: str, text: str, at: int) -> int | None:
    """Where another wording of the title that stands at `at` ends: one word in five differs, the last is the same."""
    wanted = [word for word, _, _ in _words(title, 0, len(title))]
    if len(wanted) < _MANY:
        return None
    found = list(_words(text, at, 2 * len(title) + 40))
    for size in range(len(wanted) + 2, len(wanted) - 3, -1):
        words = [word for word, _, _ in found[:size]]
        if len(words) < size or words[-1] != wanted[-1] or not _UNMARKED.match(text, found[size - 1][2]):
            continue
        if SequenceMatcher(None, words, wanted, autojunk=False).ratio() >= _ALIKE:
            return found[size - 1][2]
    return None


def _words(text: str, at: int, length: int) -> Iterator[tuple[str, int, int]]:
    """Words in lower case with their spans; "Syria's" is one, and the same as "Syrias"."""
    pieces = _WORD.finditer(text, at, min(len(text), at + length))
    held, start, end = "", at, at
    for piece in pieces:
        if held and piece.start() == end + 1 and _APOSTROPHE.match(text, end):
            held, end = held + piece[0].lower(), piece.end()
            continue
        if held:
            yield held, start, end
        held, start, end = piece[0].lower(), piece.start(), piece.end()
    if held:
        yield held, start, end
