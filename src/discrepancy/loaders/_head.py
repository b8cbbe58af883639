"""Title, author and publication date, where they stand at the head of a plain text.

Only what stands there as such is taken: a date on the date line, in the byline, behind "Published", or at the very
start of the text before its first sentence. A date inside a sentence is no publication date, and one without its year
is none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from discrepancy.loaders import _stamps
from discrepancy.loaders._metadata import Metadata
from discrepancy.loaders._stamps import Stamp

Line: TypeAlias = tuple[str, bool]
"""A line of the head, and whether it is running text."""

_WINDOW = 3_000  # characters: what stands further down is no head
_PROSE = 250  # characters: a longer line is running text
_DATE_REACH = 160  # characters at the start of a line in which a dateline ends
_LABEL_REACH = 400  # characters at the start of a line in which "(Published ...)" belongs to the article

_CREDIT_WORDS = 10
_BETWEEN = frozenset("and with by of the in at on writer writers desk agencies staff updated published last".split())
_LABEL_BEHIND = re.compile(r"\b(?:published|posted|issued|created|updated|modified)(?: (?:on|at))?\W*$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<first>date of publication|(?:first |originally |article )?(?:published|posted|issued|created|date)"
    r"|last (?:updated?|modified)|updated|modified|source:\s?\w+)(?: (?:on|at|date))?\s?:?\s?(?:on )?",
    re.IGNORECASE,
)
_INSIDE_LABEL = re.compile(
    r"(?:(?:^|[(|•·—\n]\s?|[.!?]\s)|(?=\s\w{6,9}:)\s)"
    r"(?P<label>(?:First |Originally |Last )?(?:Published|Posted|Updated|PUBLISHED|POSTED|UPDATED))(?: on| at)?:?\s"
)
_STAMPED = re.compile(
    r"\s(?:Posted|Published|Updated|Last updated|POSTED|PUBLISHED|UPDATED):?\s(?=\S{1,12}\s?\d|[A-Z]\w{2,8},\s)"
)
_NAME = r"[A-Z][\w.'’-]{0,30}"
_BYLINE = re.compile(
    rf"[Bb][Yy]\s(?P<name>{_NAME}(?:,?\s(?:and\s|de\s|van\s|von\s|al-)?{_NAME}){{0,8}})[\s,|·•–—-]{{0,3}}$"
)
_WHOLE_BYLINE = re.compile(rf"[Bb][Yy]\s(?P<name>{_NAME}(?:\s{_NAME}){{1,3}})$")
_AFTER = re.compile(r"\s{0,3}(?:$|[|•·(\[–—\"“‘']|[A-Z0-9]|by\s|-\s)")
# But for "Ind." and "N.J.", and for a headline that was cut ("accused of...").
_FULL_STOP = re.compile(r"(?<![A-Z.])(?<![A-Z][a-z])(?<![A-Z][a-z]{2})(?<![A-Z][a-z]{3})\.[\"”’')]{0,2}$")
# A sentence end inside, but for "St. Paul"; a byline; the clock of a video; a dateline ("COLUMBUS, Ohio --"); what
# breaks off; a caption.
_NO_HEADLINE = re.compile(
    r"[:;,–—-]$|\w{4}[.!?]\s[A-Z“\"]|^[Bb][Yy]:?\s[A-Z]|^\d{1,2}:\d\d\s"
    r"|^[A-Z]{4,}\b[^a-z]{0,40}(?:[A-Z][a-z.]{1,10}\s)?(?:--|–|—|-)\s"
    r"|\((?:Published|Posted|Updated|Photo|Image|Source|Credit|File)\b"
)
_RANGE = re.compile(
    r"\s?(?:-|–|—|to|and)\s?(?:[A-Z][\w.]{2,9}\s\d{1,2},?\s\d{4}|\d{1,2}\s[A-Z][\w.]{2,9}\s\d{4}|\d{4}-\d\d-\d\d)"
)
_PLACE = re.compile(r"[A-Z][\w.'’-]{1,20}(?:[\s,/]{1,2}[A-Z][\w.'’-]{1,20}){0,4}[\s,/]{0,2}$")
_AFTER_DATELINE = re.compile(r"\)?\s?(?:\([A-Z][\w ./&-]{1,40}\)\s?)?(?:--|–|—|-)\s")
_CREDIT = re.compile(
    r"\((?:[^()]{0,80}/[^()]{0,80}|(?:photo|image|picture|source|credit|file)\b[^()]{0,80})\)\s?$", re.IGNORECASE
)
# Calls to act and labels of controls, in the words that only pages themselves use: "Netflix subscribers" is news.
_FURNITURE = re.compile(
    r"\b(?:skip to (?:\w+ )?content|edit (?:post|page|article)|subscribe|sign (?:in|up) (?:to|for|now)|log (?:in|out)"
    r"|our newsletters?|become a member|(?:gift|gifting) (?:a )?membership|new members for|donate (?:now|today|to us)"
    r"|make a donation|support (?:us|our|independent|fearless|quality|local)\b|funded by (?:our )?readers"
    r"|advertisement|advertise with|sponsored (?:by|content)|(?:accept|use|uses|our) cookies"
    r"|(?:cookie|privacy) (?:policy|settings)|\d comments?$|share (?:this|on|via)|follow us|read (?:more|next|also):?$"
    r"|min(?:ute)?s? read$|this audio|listen to (?:this|the) (?:article|story)|click (?:here|to)|breaking news alerts"
    r"|editors?['’]s? picks?|related (?:articles?|stories|photos|coverage)|all rights reserved|copyright (?:©|\d)"
    r"|(?:view|hide|show) (?:full )?caption|download (?:the|our) (?:\w+ )?app|open in app|editor['’]s note"
    r"|story continues|enable javascript|you must (?:be logged|enter)|facebook \||autoplay|image \d{1,3} of"
    r"|why are we asking|for immediate release|print this|more videos)\b",
    re.IGNORECASE,
)


def read_head(text: str) -> Metadata:
    """Title, author and publication date as the head of `text` gives them; what it does not give is None."""
    lines = [line.strip() for line in text[:_WINDOW].splitlines()]
    head = tuple(_head(line for line in lines if line))
    title = _title(head)
    published, author = _dateline(head, title)
    return Metadata(title=title, author=author or _author(head), published=published)


def _head(lines: Iterable[str]) -> Iterator[Line]:
    """The lines down to the first running text, each with whether it is that text."""
    for line in lines:
        prose = _is_prose(line)
        yield line, prose
        if prose:
            return


def _is_prose(line: str) -> bool:
    if len(line) > _PROSE:
        return True
    sentence = line.count(" ") >= 7 and _FULL_STOP.search(line) and not _CREDIT.search(line)
    return bool(sentence) and not _FURNITURE.search(line)


def _title(head: Sequence[Line]) -> str | None:
    for line, prose in head:
        if prose:
            return None
        headline = _STAMPED.split(line, maxsplit=1)[0].rstrip(" |·•–—-").lstrip("× ")
        if _is_headline(headline):
            return headline
    return None


def _is_headline(line: str) -> bool:
    words = len(line.split())
    if not 3 <= words <= 35 or line[0] in "-*•>|([" or not any(char.islower() or char.isupper() for char in line):
        return False
    if _FULL_STOP.search(line) or _NO_HEADLINE.search(line):
        return False
    if _FURNITURE.search(line) or _CREDIT.search(line):
        return False
    return next(_line_stamps(line), None) is None


def _author(head: Sequence[Line]) -> str | None:
    found = (_WHOLE_BYLINE.match(line) for line, _ in head)
    return next((match["name"] for match in found if match), None)


def _dateline(head: Sequence[Line], title: str | None) -> tuple[str | None, str | None]:
    """The publication date and, where it stands in the byline, the author.

    "Published" is worth more than an unlabelled date, and that more than "Updated", which is all that some pages give.
    """
    found: list[tuple[int, str, str | None]] = []
    for line, prose in head:
        found.extend((rank, stamp.iso, author) for rank, stamp, author in _line_stamps(line, title, prose))
    start = "\n".join(line[:_LABEL_REACH] for line, _ in head)
    for match in _INSIDE_LABEL.finditer(start):
        labelled = _stamp_at(start, match.end())
        if labelled:
            found.append((_rank(match["label"]), labelled.iso, None))
    best = min(found, key=lambda entry: entry[0], default=None)
    return (best[1], next((author for _, _, author in found if author), None)) if best else (None, None)


def _rank(label: str) -> int:
    return 2 if re.search("updat|modif", label, re.IGNORECASE) else 0


def _line_stamps(line: str, title: str | None = None, prose: bool = False) -> Iterator[tuple[int, Stamp, str | None]]:
    """Stamps that make `line`, or its start, a date line, with their rank and the author of a byline before them."""
    for stamp in _stamps.find(line[:_DATE_REACH]):
        before = line[: stamp.start].strip(" \t|•·–—-,(")
        if title and before.startswith(title):
            before = before[len(title) :].strip(" .|•·–—-,(")
            if _is_credit(before) and _AFTER.match(line, stamp.end):
                label = _LABEL_BEHIND.search(before)
                yield _rank(label[0]) if label else 1, stamp, None
                continue
        yield from _ranked(line, before, stamp, prose)


def _is_credit(before: str) -> bool:
    """Whether the words between a headline that the text repeats and a date are names, and no sentence.

    "AFP", "DAILY POST WITH AGENCIES ISTANBUL Published", "By Reuters", "Staff writer The Post".
    """
    words = re.findall(r"[\w'’.-]*\w", before)
    return len(words) <= _CREDIT_WORDS and all(word[0].isupper() or word in _BETWEEN for word in words)


def _ranked(line: str, before: str, stamp: Stamp, prose: bool) -> Iterator[tuple[int, Stamp, str | None]]:
    if _RANGE.match(line, stamp.end):
        return  # "Jane Doe (14 July 1970 – 14 December 2022) was ..."
    label = _LABEL.match(before + " ")
    rest = before[label.end() :] if label else before
    byline = _BYLINE.match(rest)
    if _AFTER_DATELINE.match(line, stamp.end) and _PLACE.match(before):
        yield 1, stamp, None
    elif (byline or not rest) and _ends_dateline(line, stamp, prose):
        yield _rank(label["first"]) if label else 1, stamp, byline["name"] if byline else None


def _ends_dateline(line: str, stamp: Stamp, prose: bool) -> bool:
    return bool(_AFTER.match(line, stamp.end)) and (prose or _is_short(line[stamp.end :]))


def _is_short(after: str) -> bool:
    """Whether what follows a date is a section, a reading time or another stamp, and no sentence."""
    return len(after.split()) <= 12 and not after.rstrip().endswith(".")


def _stamp_at(text: str, start: int) -> Stamp | None:
    stamp = _stamps.first(text[start : start + _DATE_REACH])
    ends_well = stamp is not None and re.match(r"\s{0,3}(?:$|[|•·)\n(\[]|[A-Z0-9]|by\s|-\s)", text[start + stamp.end :])
    return stamp if stamp and stamp.start == 0 and ends_well else None
