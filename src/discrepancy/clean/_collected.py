"""Collected text: an article as one long line, with headline, date line and furniture run into the sentences.

Such text comes from corpora and archives that dropped the line breaks, and often commas and apostrophes too.
Here each sentence is a line of its own, and the rules cut off what is fused with it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from discrepancy import _sentences
from discrepancy._credits import credits_picture
from discrepancy.clean._datelines import dated_end, dateline_end
from discrepancy.clean._furniture import appeals, furniture
from discrepancy.clean._page import Mark, Page, Row
from discrepancy.clean._titles import title_ahead, title_end, wordings
from discrepancy.model import Line, LineKind, Span

_LONG = 700
"""Characters: no newspaper paragraph is longer than the line of a collected article."""
_BRIEF = 200
"""Characters: a line that holds more than one sentence, as a rule."""
_MAX_PARTS = 12
"""Titles, date lines and bylines in front of the text."""
_OPENING = 6
"""Sentences: a summary and a caption may stand in front of the date line."""
_DATELINE = Mark(LineKind.BOILERPLATE, "date line or byline")
_LEAD = re.compile(r"(?:\s|[-–—|•·»>/]\s){1,8}")
_WORD = re.compile(r"\w+")
_CREDIT = re.compile(r"\s?[(\[]([^()\[\]]{2,60})[)\]](?=\s+[\"“‘]?[A-Z\d]|\s*$)")
_GAP = re.compile(r"\t\s*|[ \xa0]{3,}")
_EMBED = re.compile(
    r"\s[-–—|]\s(?:YouTube|Twitter|Facebook|Vimeo|Instagram)\b(?=\s[\"“]?[A-Z]|\s*$)|\s?pic\.twitter\.com/\w{1,20}"
)
_TAGS = re.compile(r"(?:Tags?|Topics|Keywords|Related [Tt]opics):?\s(?=[A-Z#])")
_SENTENCE_STARTER = re.compile(
    r"\s(?=(?:At (?:least|most)|More than|Less than|Up to|The|An?|In|On|After|Before|As|It|He|She|They|We|I"
    r"|This|That|These|Those|There|Two|Three|Four|Five|Six"
    r"|Seven|Eight|Nine|Ten|Dozens|Hundreds|Thousands|Several|Some|Many|Most|When|While|With|From|For|By|One"
    r"|Nearly|Almost|About|Around|Over|His|Her|Their|Its|Our)\s)"
)
_ABOUT_ITSELF = re.compile(
    r"\b(?:is|are) (?:the|an?|one of the) (?:[^.]{0,80}\s)?(?:newspaper|daily|news (?:agency|site|website"
    r"|outlet|organi[sz]ation|network|portal|channel|service|platform)|broadcaster|magazine|publication|news"
    r" publisher)\b"
)
_PRAISE = re.compile(
    r"\b(?:premier|leading|award-winning|trusted|largest|oldest|independent|non-?profit|international|global"
    r"|decisive|comprehensive|foremost|number one|most (?:read|popular|visited|influential))\b",
    re.IGNORECASE,
)
_OWN_TAIL = 5
"""Sentences: an outlet speaks of itself at the very end."""
_SIGN_OFF = re.compile(r"(?:Sources?|Via|Editing by|Reporting by|Read more|End|Share|Follow)\b|\(|[A-Z]{2,}\b")


def is_collected(page: Page) -> bool:
    """Whether nearly all of an article stands on one line: a long one, or a short one under its headline alone."""
    lengths = sorted((len(row.text) for row in page.rows), reverse=True)
    if not lengths or lengths[0] < 0.75 * sum(lengths) or len(lengths) > 6:
        return False
    return lengths[0] >= _LONG or (lengths[0] >= _BRIEF and len(lengths) <= 2)


def lines(page: Page) -> tuple[Line, ...]:
    """The lines of a collected article: its title, and the sentences of its long line."""
    long = max(page.rows, key=lambda row: len(row.text))
    titles = wordings((page.article.title, _title(page, long)))
    found: list[Line] = []
    for row in page.rows:
        if row is long:
            found.extend(_pieces(row, titles, page.article.publisher))
        else:
            mark = _short(row, titles)
            found.append(Line(row.start, row.end, mark.kind, mark.reason))
    return tuple(_once(found, page.article.text))


def _title(page: Page, long: Row) -> str | None:
    above = [row for row in page.rows if row.start < long.start and len(row.words) > 2 and furniture(row) is None]
    return above[0].text if above else None


def _short(row: Row, titles: Sequence[str]) -> Mark:
    if reason := furniture(row):
        return Mark(LineKind.BOILERPLATE, reason)
    if _first(title_end, titles, row.text, 0) == len(row.text):
        return Mark(LineKind.HEADING, "the article's title")
    return Mark(LineKind.BODY, "paragraph") if row.prose else Mark(LineKind.HEADING, "stands above the text")


def _pieces(row: Row, titles: Sequence[str], publisher: str | None) -> Iterator[Line]:
    """The long line cut into head, sentences and tail."""
    head = tuple(_head(row.text, titles))
    opened = head[-1][1] if head else 0
    sentences = [(opened + a, opened + b) for a, b in _sentences.split(row.text[opened:])]
    parts = [part for at, sentence in enumerate(sentences) for part in _cut(row.text, sentence, at < _OPENING)]
    names = [name for name in (publisher, *(row.text[a:b] for a, b, _ in head)) if name]
    for a, b, mark in (*head, *((a, b, mark) for (a, b), mark in _closed(row.text, parts, names))):
        yield Line(row.start + a, row.start + b, mark.kind, mark.reason)


def _head(text: str, titles: Sequence[str]) -> Iterator[tuple[int, int, Mark]]:
    """The repeated title, date lines and bylines at the start of the line."""
    at = 0
    for _ in range(_MAX_PARTS):
        if space := _LEAD.match(text, at):
            at = space.end()
        if (end := _first(title_end, titles, text, at)) is not None:
            yield at, end, Mark(LineKind.HEADING, "repeats the title")
        elif end := _first(title_ahead, titles, text, at) or dateline_end(text, at):
            yield at, at + len(text[at:end].rstrip()), _DATELINE
        else:
            return
        at = end


def _first(find: Callable[[str, str, int], int | None], titles: Sequence[str], text: str, at: int) -> int | None:
    return next((end for title in titles if (end := find(title, text, at)) is not None), None)


def _cut(text: str, sentence: Span, opening: bool) -> Iterator[tuple[Span, Mark]]:
    """One sentence with what is fused with it cut off."""
    start, end = sentence
    if opening and (behind := dated_end(text, start)) and behind < end:
        yield (start, start + len(text[start:behind].rstrip())), _DATELINE
        start = behind + len(text[behind:end]) - len(text[behind:end].lstrip())
    for at, stop in _gaps(text, start, end):
        yield from _cut_credit(text, at, stop)


def _gaps(text: str, start: int, end: int) -> Iterator[Span]:
    for gap in _GAP.finditer(text, start, end):
        if gap.start() > start:
            yield start, gap.start()
        start = gap.end()
    if end > start:
        yield start, end


def _cut_credit(text: str, start: int, end: int) -> Iterator[tuple[Span, Mark]]:
    for found in _CREDIT.finditer(text, start, end):
        if found.start() < start or not credits_picture(found[1]):
            continue
        before = text[start : found.start()].strip()
        if not before:
            yield (start, found.end()), Mark(LineKind.BOILERPLATE, "credit")
        elif len(before.split()) >= 5 and not before.endswith((".", "!", "?", '"', "”")):
            yield (start, found.end()), Mark(LineKind.CAPTION, "ends with a picture credit")
        else:
            continue
        start = found.end() + len(text[found.end() : end]) - len(text[found.end() : end].lstrip())
    if start < end:
        yield from _cut_embed(text, start, end)


def _cut_embed(text: str, start: int, end: int) -> Iterator[tuple[Span, Mark]]:
    for found in _EMBED.finditer(text, start, end):
        yield (start, found.end()), Mark(LineKind.BOILERPLATE, "title of an embedded post or video")
        start = found.end() + (text[found.end() : found.end() + 1] == " ")
    if tags := _TAGS.match(text, start, end):
        starter = _SENTENCE_STARTER.search(text, tags.end(), end)
        if starter or len(text[start:end].split()) <= 15:
            stop = starter.start() if starter else end
            yield (start, stop), Mark(LineKind.BOILERPLATE, "label of a list of topics")
            start = starter.end() if starter else end
    if start < end:
        yield (start, end), _judge(text, start, end)


def _judge(text: str, start: int, end: int) -> Mark:
    piece = text[start:end]
    row = Row(start, end, piece, 1, 0)
    if reason := furniture(row):
        return Mark(LineKind.BOILERPLATE, reason)
    if appeals(row):
        return Mark(LineKind.BOILERPLATE, "asks for support")
    return Mark(LineKind.BODY, "sentence")


def _closed(text: str, parts: list[tuple[Span, Mark]], names: list[str]) -> list[tuple[Span, Mark]]:
    """The parts with the sign-off and the outlet's words on itself at the end marked."""
    found = list(parts)
    for at in range(max(0, len(found) - _OWN_TAIL), len(found)):
        if _speaks_of_itself(text[slice(*found[at][0])], names):
            note = Mark(LineKind.BOILERPLATE, "the outlet speaks of itself")
            return found[:at] + [(span, note) for span, _ in found[at:]]
    if found:
        (start, end), mark = found[-1]
        piece = text[start:end]
        if mark.kind is LineKind.BODY and len(found) > 1 and _signs_off(piece):
            found[-1] = ((start, end), Mark(LineKind.BOILERPLATE, "sign-off at the end"))
    return found


def _speaks_of_itself(piece: str, names: list[str]) -> bool:
    described = _ABOUT_ITSELF.search(piece)
    if described is None:
        return False
    subject = piece[: described.start()].strip()
    own = any(subject and (subject in name or name in subject) for name in names)
    return own or (len(subject.split()) <= 8 and bool(_PRAISE.search(piece)) and subject[:1].isupper())


def _signs_off(piece: str) -> bool:
    words = piece.split()
    unended = piece[-1] not in '.!?"”…)' or piece[0] in "(["
    return len(words) <= 6 and unended and (len(words) <= 3 or bool(_SIGN_OFF.match(piece)))


def _once(found: list[Line], text: str) -> Iterator[Line]:
    """A sentence or heading that stands twice counts once."""
    seen: dict[str, Line] = {}
    for line in found:
        key = " ".join(_WORD.findall(text[line.start : line.end].lower()))
        first = seen.get(key)
        if first is None or not line.kind.stated:
            seen.setdefault(key, line)
            yield line
            continue
        where = "the title" if line.kind is LineKind.HEADING else f"line {text.count(chr(10), 0, first.start) + 1}"
        kind = LineKind.BOILERPLATE
        yield Line(line.start, line.end, kind, f"repeats {where}")
