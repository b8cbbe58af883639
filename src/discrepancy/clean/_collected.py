"""Collected text: an article as one long line, with headline, date line and furniture run into the sentences.

Such text comes from corpora and archives that dropped the line breaks, and often commas and apostrophes too.
Here each sentence is a line of its own, and the rules cut off what is fused with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from discrepancy import _sentences
from discrepancy._credits import credits_picture
from discrepancy.clean._dates import DATE
from discrepancy.clean._furniture import appeals, furniture
from discrepancy.clean._page import Mark, Page, Row
from discrepancy.model import Line, LineKind, Span

_LONG = 700
"""Characters: no newspaper paragraph is longer than the line of a collected article."""
_REACH = 250
"""How far into the line the repeated title may begin: behind a date line and a byline."""
_WORD = re.compile(r"\w+")
_NAMED = r"(?:[A-Z][\w.-]{0,20},?\s){0,4}"
_STAMP = re.compile(
    rf"(?:(?:[Pp]ublished|[Pp]osted|[Uu]pdated|[Ll]ast [Mm]odified|[Cc]reated)(?: on|"
    rf" at)?:?\s)?{_NAMED}{DATE}(?:,?\s(?:at\s)?\d{{1,2}}[:.]\d\d(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s(?:GMT|UTC"
    rf"|BST))?)?[\s.,:|–-]{{0,4}}"
    r"(?=[A-Z\"“‘\d(]|$)"
)
_BYLINE = re.compile(
    r"(?:by|By|BY)\s(?:AFP|AP|Reuters|REUTERS|[Ss]taff [Ww]riters?|[Aa]gencies|[Nn]ews [Dd]esk|[Ww]eb"
    r" [Dd]esk)(?:\s(?:and|with)\s(?:AFP|AP|Reuters|agencies))?[\s.,:|–-]{1,4}(?=[A-Z\"“])"
)
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
    """Whether nearly all of an article stands on one line."""
    lengths = sorted((len(row.text) for row in page.rows), reverse=True)
    return bool(lengths) and lengths[0] >= _LONG and lengths[0] >= 0.75 * sum(lengths) and len(lengths) <= 6


def lines(page: Page) -> tuple[Line, ...]:
    """The lines of a collected article: its title, and the sentences of its long line."""
    long = max(page.rows, key=lambda row: len(row.text))
    title = page.article.title or _title(page, long)
    found: list[Line] = []
    for row in page.rows:
        if row is long:
            found.extend(_pieces(row, title, page.article.publisher))
        else:
            mark = _short(row, title)
            found.append(Line(row.start, row.end, mark.kind, mark.reason))
    return tuple(_once(found, page.article.text))


def _title(page: Page, long: Row) -> str | None:
    above = [row for row in page.rows if row.start < long.start and len(row.words) > 2 and furniture(row) is None]
    return above[0].text if above else None


def _short(row: Row, title: str | None) -> Mark:
    if reason := furniture(row):
        return Mark(LineKind.BOILERPLATE, reason)
    if title and _matches(title, row.text, 0) == len(row.text):
        return Mark(LineKind.HEADING, "the article's title")
    return Mark(LineKind.BODY, "paragraph") if row.prose else Mark(LineKind.HEADING, "stands above the text")


def _pieces(row: Row, title: str | None, publisher: str | None) -> Iterator[Line]:
    """The long line cut into head, sentences and tail."""
    head = tuple(_head(row.text, title))
    opened = head[-1][1] if head else 0
    sentences = [(opened + a, opened + b) for a, b in _sentences.split(row.text[opened:])]
    parts = [(span, mark) for sentence in sentences for span, mark in _cut(row.text, sentence)]
    names = [name for name in (publisher, *(row.text[a:b] for a, b, _ in head)) if name]
    for a, b, mark in (*head, *((a, b, mark) for (a, b), mark in _closed(row.text, parts, names))):
        yield Line(row.start + a, row.start + b, mark.kind, mark.reason)


def _matches(title: str, text: str, at: int) -> int | None:
    """Where the title that begins at `at` ends, told by its words only; None when it does not stand there."""
    wanted = [word.lower() for word in _WORD.findall(title)]
    words = _WORD.finditer(text, at, at + 2 * len(title) + 40)
    end = at
    for want in wanted:
        word = next(words, None)
        if word is None or word[0].lower() != want or word.start() - end > 4:
            return None
        end = word.end()
    closing = re.compile(r"[\"”’').!?…:|–-]{0,3}").match(text, end)
    return (closing.end() if closing else end) if wanted else None


def _head(text: str, title: str | None) -> Iterator[tuple[int, int, Mark]]:
    """The repeated title, date lines and bylines at the start of the line."""
    at = 0
    while True:
        at += len(text[at : at + 20]) - len(text[at : at + 20].lstrip())
        if title and (end := _matches(title, text, at)):
            yield at, end, Mark(LineKind.HEADING, "repeats the title")
        elif title and (begin := _title_ahead(title, text, at)):
            end = begin
            yield at, at + len(text[at:end].rstrip()), Mark(LineKind.BOILERPLATE, "date line or byline")
        elif stamped := _STAMP.match(text, at) or _BYLINE.match(text, at):
            end = stamped.end()
            yield at, at + len(text[at:end].rstrip()), Mark(LineKind.BOILERPLATE, "date line or byline")
        else:
            return
        at = end


def _title_ahead(title: str, text: str, at: int) -> int | None:
    """Where the title begins a little further on, when what stands before it is no sentence."""
    first = _WORD.search(title)
    if not first:
        return None
    for found in re.finditer(rf"\b{re.escape(first[0])}\b", text[at : at + _REACH], re.IGNORECASE):
        before = text[at : at + found.start()]
        if found.start() and _matches(title, text, at + found.start()):
            return (
                at + found.start() if len(before.split()) <= 25 and not re.search(r"[a-z]{3}[.!?]\s", before) else None
            )
    return None


def _cut(text: str, sentence: Span) -> Iterator[tuple[Span, Mark]]:
    """One sentence with what is fused with it cut off."""
    start, end = sentence
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
