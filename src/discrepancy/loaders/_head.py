"""Title, author and publication date, where they stand at the head of a plain text.

Only what stands there as such is taken: a date on the date line, in the byline, behind "Published", or at the very
start of the text before its first sentence. A date inside a sentence is no publication date, and one without its year
is none either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from discrepancy.loaders import _stamps
from discrepancy.loaders._metadata import Metadata
from discrepancy.loaders._stamps import Stamp

_WINDOW = 3_000  # characters: what stands further down is no head
_PROSE = 250  # characters: a longer line is running text
_DATE_REACH = 160  # characters at the start of a line in which a dateline ends

_LABEL = re.compile(
    r"(?P<first>(?:first |originally |article )?(?:published|posted|issued|created|date)"
    r"|last (?:updated|modified)|updated|modified)(?: (?:on|at|date))?\s?:?\s?(?:on )?",
    re.IGNORECASE,
)
_INSIDE_LABEL = re.compile(
    r"(?:^|[(|•·—\n]\s?|[.!?]\s)"
    r"(?P<label>(?:First |Originally |Last )?(?:Published|Posted|Updated|PUBLISHED|POSTED|UPDATED))(?: on| at)?:?\s"
)
_NAME = r"[A-Z][\w.'’-]{0,30}"
_BYLINE = re.compile(
    rf"[Bb][Yy]\s(?P<name>{_NAME}(?:,?\s(?:and\s|de\s|van\s|von\s|al-)?{_NAME}){{0,8}})[\s,|·•–—-]{{0,3}}$"
)
_WHOLE_BYLINE = re.compile(rf"[Bb][Yy]\s(?P<name>{_NAME}(?:\s{_NAME}){{1,3}})$")
_AFTER = re.compile(r"\s{0,3}(?:$|[|•·(\[–—\"“‘']|[A-Z0-9]|by\s|-\s)")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,2}(?:\s|$)")
_CREDIT = re.compile(
    r"\((?:[^()]{0,80}/[^()]{0,80}|(?:photo|image|picture|source|credit|file)\b[^()]{0,80})\)\s?$", re.IGNORECASE
)
_FURNITURE = re.compile(
    r"\b(?:skip to|edit (?:post|page|article)|subscri(?:be|ber|ption)s?|sign (?:in|up|out)|log ?(?:in|out)|newsletters?"
    r"|memberships?|become a member|donat(?:e|ion)|support (?:us|our|independent|fearless|quality|local)|funded by"
    r"|advertis(?:e|ement|ing)|sponsored|cookies?|privacy policy|comments?$|share (?:this|on|via)|follow us"
    r"|read (?:more|next|also|full)|min(?:ute)?s? read|audio is|listen to (?:this|the)|click here|breaking news alerts"
    r"|most (?:popular|read)|editors?['’]s? picks?|related (?:articles?|stories|photos)|all rights reserved|copyright"
    r"|view (?:full )?caption|(?:hide|show) caption|home ?page|menu|search|download (?:the|our)|open in app"
    r"|editor['’]s note|story continues|for immediate release|print this)\b",
    re.IGNORECASE,
)


def read_head(text: str) -> Metadata:
    """Title, author and publication date as the head of `text` gives them; what it does not give is None."""
    lines = [line.strip() for line in text[:_WINDOW].splitlines()]
    lines = [line for line in lines if line]
    title = _title(lines)
    published, author = _dateline(lines, title)
    return Metadata(title=title, author=author or _author(lines), published=published)


def _head(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The lines down to the first running text, each with whether it is that text."""
    for line in lines:
        prose = not _FURNITURE.search(line) and _is_prose(line)
        yield line, prose
        if prose:
            return


def _is_prose(line: str) -> bool:
    if len(line) > _PROSE:
        return True
    return line.count(" ") >= 7 and line.rstrip("\"”’')")[-1:] == "." and not _CREDIT.search(line)


def _title(lines: Sequence[str]) -> str | None:
    for line, prose in _head(lines):
        if prose:
            return None
        if _is_headline(line):
            return line
    return None


def _is_headline(line: str) -> bool:
    words = len(line.split())
    if not 3 <= words <= 35 or line[0] in "-*•>|([" or not any(char.islower() or char.isupper() for char in line):
        return False
    if line.endswith((".", ":", ";", ",")) or _FURNITURE.search(line) or _CREDIT.search(line):
        return False
    if _WHOLE_BYLINE.match(line) or next(_line_stamps(line), None):
        return False
    return not _SENTENCE_END.search(line[:-3])


def _author(lines: Sequence[str]) -> str | None:
    found = (_WHOLE_BYLINE.match(line) for line, _ in _head(lines))
    return next((match["name"] for match in found if match), None)


def _dateline(lines: Sequence[str], title: str | None) -> tuple[str | None, str | None]:
    """The publication date and, where it stands in the byline, the author.

    "Published" is worth more than an unlabelled date, and that more than "Updated", which is all that some pages give.
    """
    found: list[tuple[int, str, str | None]] = []
    for line, prose in _head(lines):
        found.extend((rank, stamp.iso, author) for rank, stamp, author in _line_stamps(line, title, prose))
    head = "\n".join(lines)
    for match in _INSIDE_LABEL.finditer(head):
        labelled = _stamp_at(head, match.end())
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
            agency = len(before.split()) <= 3 and before.istitle() | before.isupper()
            if agency and _AFTER.match(line, stamp.end):
                yield 1, stamp, None
                continue
        yield from _ranked(line, before, stamp, prose)


def _ranked(line: str, before: str, stamp: Stamp, prose: bool) -> Iterator[tuple[int, Stamp, str | None]]:
    label = _LABEL.match(before + " ")
    rest = before[label.end() :] if label else before
    byline = _BYLINE.search(rest)
    if rest and not (byline and byline.start() == 0):
        return
    if not _AFTER.match(line, stamp.end) or (not prose and not _is_short(line[stamp.end :])):
        return
    yield _rank(label["first"]) if label else 1, stamp, byline["name"] if byline else None


def _is_short(after: str) -> bool:
    """Whether what follows a date is a section, a reading time or another stamp, and no sentence."""
    return len(after.split()) <= 12 and not after.rstrip().endswith(".")


def _stamp_at(text: str, start: int) -> Stamp | None:
    stamp = _stamps.first(text[start : start + _DATE_REACH])
    ends_well = stamp is not None and re.match(r"\s{0,3}(?:$|[|•·)\n(\[]|[A-Z0-9]|by\s|-\s)", text[start + stamp.end :])
    return stamp if stamp and stamp.start == 0 and ends_well else None
