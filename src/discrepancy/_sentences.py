"""Where the sentences of a stretch of news text begin and end.

nupunkt finds the sentences (LIBRARIES: F .996 on the articles that it was measured on); the rules here mend
what it was seen to miss: a full stop without a space after it, titles before names, an attribution after a
quotation that ends in a full stop of its own, bullet points on one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from discrepancy.model import Span

_CHUNK = 20_000
"""Characters handed to nupunkt at a time, so that a line of any length costs time in proportion to it."""

_SAFE_BREAK = re.compile(r"(?<=[a-z]{4})[.!?][\"”’)]?\s{1,4}(?=[\"“‘]?[A-Z])")
_GLUED = re.compile(
    r"(?:(?<=[a-z]{3})|(?<=\b[12]\d{3})|(?<=[a-z]{3}[\"”)]))[.!?][\"”’)]?(?=[“‘(]?[A-Z][a-z]{0,20}[\s,’'])"
)
_NOTED = re.compile(r"[.!?][\"”’)]?(?:\[\d{1,3}\])+(?=\s{1,4}[“\"‘(]?[A-Z])")
_QUOTE_TURN = re.compile(r"[.!?…][\"”](?=\s{1,4}[\"“]\w)")
_PLAIN_WORD = re.compile(r"\b([a-z]{2,20}|[A-Z][a-z]{3,20})\.(?=\s{1,4}(?:[“\"‘(]?[A-Z]|\d))")
_LOWER_ABBREVIATION = re.compile(r"vs|approx|cf|al|ca|dept|est|inc|ft|st|mt|jr|sr|nos|art|fig|vol|sec|min|max|ext")
_CAPITAL_ABBREVIATION = re.compile(
    r"Mon|Tues|Weds|Thurs|Sept|Ariz|Calif|Colo|Conn|Fla|Kans|Mass|Mich|Minn|Miss|Mont|Nebr|Okla|Penn|Tenn|Wash|Wisc"
    r"|Assn|Assoc|Atty|Apts|Blvd|Bldg|Bros|Comm|Corp|Dept|Hosp|Hwy|Inst|Intl|Natl|Univ|Capts|Sgts|Insp|Supt|Messrs"
)
"""Short forms of four letters and more behind which a capital need not begin a sentence."""
_BULLET = re.compile(r"(?<=\s)[*•▪●‣◦](?=\s)")
_TITLE = re.compile(
    r"(?:^|[\s(“\"‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Hon|Fr|Sr|St|Mt|Ft|Lt|Gen|Col|Maj|Capt|Cpt|Sgt|Cpl|Pvt|Adm"
    r"|Cmdr|Cdr|Brig"
    r"|Sen|Rep|Gov|Pres|Supt|Insp|Det|Messrs|Approx|approx|vs|cf|e\.g|i\.e)\.$"
)
_COUNTED = re.compile(r"\b(?:No|Nos|no|nos|Art|Fig|Sec|pp?|vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
_INITIAL = re.compile(r"(?:^|[A-Z][\w’'-]{0,30}\.?\s)[A-Z]\.$")
_OPENS_A_SENTENCE = re.compile(
    r"[\"“‘(]?(?:The|An?|He|She|It|They|We|I|You|This|That|These|Those|There|In|On|At|But|And|Or|So|If|As|By"
    r"|For|From|His|Her"
    r"|Its|Their|Our|My|When|While|After|Before|Since|Then|No|Not|What|Who|How|Why)\b"
)
_HOUR = re.compile(r"^(?:\S+\s){1,3}[ap]\.?m\.$", re.IGNORECASE)
_SPEECH = (
    "said|says|asked|asks|added|adds|told|replied|wrote|writes|stated|states|explained|explains|continued"
    "|noted|recalled"
    "|insisted|warned|claimed|concluded|shouted|cried|tweeted|posted"
)
_ATTRIBUTION = re.compile(
    rf"(?:(?:[Tt]he\s)?(?:[A-Z][\w’'.-]{{0,30}}\s){{1,4}}|(?:[Hh]e|[Ss]he"
    rf"|[Tt]hey)\s)(?:{_SPEECH})((?:\s[\w’'-]{{1,30}}){{0,3}})\.?$"
)
_LOOK_BACK, _LOOK_AHEAD = 60, 160
_CLOSERS = "”’)]»"
_NOTES = re.compile(r"\s?(?:\[(?:\d{1,3}|[a-z])\])+")
_SPACE = re.compile(r"\s*")


def split(text: str) -> tuple[Span, ...]:
    """The sentences of `text` as spans without outer white space, in order; together they hold every word of it."""
    cuts = sorted({_behind_closers(text, cut) for cut in (*_nupunkt_cuts(text), *_missed_cuts(text))})
    return tuple(_trimmed(text, _kept(text, cuts)))


def _chunks(text: str) -> Iterator[Span]:
    start = 0
    if len(text) > _CHUNK:
        for found in _SAFE_BREAK.finditer(text):
            if found.end() - start >= _CHUNK:
                yield start, found.end()
                start = found.end()
    yield start, len(text)


def _nupunkt_cuts(text: str) -> Iterator[int]:
    # Imported here because it loads its model on import, which `--help` must not pay for.
    from nupunkt import sent_spans

    for start, end in _chunks(text):
        yield start
        for _, cut in sent_spans(text[start:end]):
            yield start + cut


def _missed_cuts(text: str) -> Iterator[int]:
    for pattern in (_GLUED, _NOTED, _QUOTE_TURN):
        for found in pattern.finditer(text):
            if pattern is not _GLUED or not _in_address(text, found.start()):
                yield found.end()
    for found in _PLAIN_WORD.finditer(text):
        # nupunkt takes "how.", "met.", "sun." and "Cole." for abbreviations before a capital or a number
        following = text[found.end() : found.end() + 5].lstrip()[:1]
        short = _LOWER_ABBREVIATION.fullmatch(found[1]) or _CAPITAL_ABBREVIATION.fullmatch(found[1])
        if not short and (len(found[1]) > 2 or not following.isdigit()):
            yield found.end()
    bullets = [found.start() for found in _BULLET.finditer(text)]
    if len(bullets) >= 2:
        yield from bullets


def _in_address(text: str, at: int) -> bool:
    """Whether the full stop at `at` stands inside a web or mail address, and so ends nothing."""
    left, right = text[max(0, at - _LOOK_BACK) : at].split(), text[at : at + _LOOK_BACK].split()
    word = (left[-1] if left else "") + (right[0] if right else "")
    return any(mark in word for mark in ("@", "/", "www.", "_"))


def _behind_closers(text: str, cut: int) -> int:
    """The cut moved behind quotation marks, brackets and note marks ("[5][6]") that close what stands before it."""
    at = cut
    while at < len(text) and (text[at] in _CLOSERS or (text[at] == '"' and _closes(text, at))):
        at += 1
    notes = _NOTES.match(text, at)
    return notes.end() if notes else at


def _closes(text: str, at: int) -> bool:
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (
        bool(before)
        and (not after.strip() or after == "[")
        and (not before.isspace() or text.count('"', max(0, at - 400), at) % 2 == 1)
    )


def _kept(text: str, cuts: list[int]) -> Iterator[int]:
    """The cuts that do separate two sentences, closed by the end of the text."""
    start = 0
    for cut, following in zip(cuts, [*cuts[1:], len(text)], strict=True):
        if start < cut < len(text) and _separates(text, start, cut, following):
            yield cut
            start = cut
    yield len(text)


def _separates(text: str, start: int, cut: int, end: int) -> bool:
    left = text[max(start, cut - _LOOK_BACK) : cut].strip()
    right = text[cut : min(end, cut + _LOOK_AHEAD)].strip()
    if not any(map(str.isalnum, left)) or not any(map(str.isalnum, right)):
        return False
    if _BULLET.match(f" {right}", 1):
        return True
    if right[0].islower() and not right[1:2].isupper():
        return False
    return not (_abbreviated(left, right) or _attributes(left, right, end - cut))


def _abbreviated(left: str, right: str) -> bool:
    if _TITLE.search(left) or (_COUNTED.search(left) and right[0].isdigit()):
        return True
    if _INITIAL.search(left) and right[0].isupper():
        return not _OPENS_A_SENTENCE.match(right)
    return len(left) < _LOOK_BACK and bool(_HOUR.search(left))


def _attributes(left: str, right: str, length: int) -> bool:
    """Whether `right` only says who spoke the quotation that `left` ends."""
    if left[-1] not in '"”’' or length > _LOOK_AHEAD:
        return False
    found = _ATTRIBUTION.match(right)
    return found is not None and (left[-2:-1] in "?!," or not found[1])


def _trimmed(text: str, ends: Iterable[int]) -> Iterator[Span]:
    start = 0
    for end in ends:
        piece = text[start:end]
        if bare := piece.strip():
            lead = len(piece) - len(piece.lstrip())
            yield start + lead, start + lead + len(bare)
        start = end
