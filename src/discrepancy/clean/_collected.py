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
from discrepancy.clean._endings import closed
from discrepancy.clean._furniture import appeals, furniture
from discrepancy.clean._page import Mark, Page, Row
from discrepancy.clean._teasers import points_elsewhere
from discrepancy.clean._titles import resembling_end, title_ahead, title_end, wordings
from discrepancy.model import Line, LineKind, Span

_LONG = 700
"""Characters: no newspaper paragraph is longer than the line of a collected article."""
_BRIEF = 200
"""Characters: a line that holds more than one sentence, as a rule."""
_MAX_PARTS = 12
"""Titles, date lines and bylines in front of the text."""
_OPENING = 6
"""Sentences: a summary and a caption may stand in front of the date line."""
_LABEL_REACH = 80
"""Characters: the label of a link and the first words of the title behind it."""
_MAX_TOPICS, _MAX_TEASER = 15, 40
"""Words: with more behind its label, a sentence is fused with the list or the title."""
_TITLE = Mark(LineKind.HEADING, "the article's title")
_REPEATED = Mark(LineKind.HEADING, "repeats the title")
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


def is_collected(page: Page) -> bool:
    """Whether nearly all of an article stands on one line: a long one, or a short one under its headline alone."""
    lengths = sorted((len(row.text) for row in page.rows), reverse=True)
    if not lengths or lengths[0] < 0.75 * sum(lengths) or len(lengths) > 6:
        return False
    return lengths[0] >= _LONG or (lengths[0] >= _BRIEF and len(lengths) <= 2)


def lines(page: Page) -> tuple[Line, ...]:
    """The lines of a collected article: its title, and the sentences of its long line."""
    long = max(page.rows, key=lambda row: len(row.text))
    above = _title(page, long)
    titles = wordings((page.article.title, above))
    own = wordings((page.article.title or above,))
    found: list[Line] = []
    for row in page.rows:
        if row is long:
            found.extend(_pieces(row, titles, page.article.publisher))
        else:
            mark = _short(row, own)
            found.append(Line(row.start, row.end, mark.kind, mark.reason))
    return tuple(_once(found, page.article.text))


def _title(page: Page, long: Row) -> str | None:
    """The headline above the long line; a caption with its full stop is one only where no title is known."""
    above = [row for row in page.rows if row.start < long.start and len(row.words) > 2 and furniture(row) is None]
    return next((row.text for row in above if row.headline or not page.article.title), None)


def _short(row: Row, titles: Sequence[str]) -> Mark:
    if reason := furniture(row):
        return Mark(LineKind.BOILERPLATE, reason)
    if _first(title_end, titles, row.text, 0) == len(row.text):
        return _TITLE
    return Mark(LineKind.BODY, "paragraph") if row.prose else Mark(LineKind.HEADING, "stands above the text")


def _pieces(row: Row, titles: Sequence[str], publisher: str | None) -> Iterator[Line]:
    """The long line cut into head, sentences and tail."""
    head = tuple(_head(row.text, titles))
    opened = head[-1][1] if head else 0
    sentences = [(opened + a, opened + b) for a, b in _sentences.split(row.text[opened:])]
    parts = [part for at, sentence in enumerate(sentences) for part in _cut(row.text, sentence, at < _OPENING)]
    names = [name for name in (publisher, *(row.text[a:b] for a, b, _ in head)) if name]
    for a, b, mark in (*head, *((a, b, mark) for (a, b), mark in closed(row.text, parts, names))):
        yield Line(row.start + a, row.start + b, mark.kind, mark.reason)


def _head(text: str, titles: Sequence[str]) -> Iterator[tuple[int, int, Mark]]:
    """The repeated title, date lines and bylines at the start of the line."""
    at = 0
    for _ in range(_MAX_PARTS):
        if space := _LEAD.match(text, at):
            at = space.end()
        if (end := _first(title_end, titles, text, at)) is not None:
            yield at, end, _REPEATED
        elif end := _first(title_ahead, titles, text, at) or dateline_end(text, at):
            yield at, at + len(text[at:end].rstrip()), _DATELINE
        elif (end := _first(resembling_end, titles, text, at)) is not None:
            yield at, end, Mark(LineKind.HEADING, "words the title in another way")
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
    if labelled := _labelled(text, start, end):
        stop, mark = labelled
        yield (start, stop), mark
        start = stop + len(text[stop:end]) - len(text[stop:end].lstrip())
    if start < end:
        yield (start, end), _judge(text, start, end)


def _labelled(text: str, start: int, end: int) -> tuple[int, Mark] | None:
    """A list of topics or the title of another article behind its label, up to where a sentence seems to begin."""
    tags = _TAGS.match(text, start, end)
    if not tags and not points_elsewhere(text[start : start + _LABEL_REACH]):
        return None
    starter = _SENTENCE_STARTER.search(text, tags.end() if tags else start + _LABEL_REACH // 2, end)
    words = len(text[start:end].split())
    if not starter and words > (_MAX_TOPICS if tags else _MAX_TEASER):
        return None
    stop = starter.start() if starter else end
    topics, teaser = LineKind.BOILERPLATE, LineKind.TEASER
    return stop, Mark(topics, "label of a list of topics") if tags else Mark(teaser, "points to another article")


def _judge(text: str, start: int, end: int) -> Mark:
    piece = text[start:end]
    row = Row(start, end, piece, 1, 0)
    if reason := furniture(row):
        return Mark(LineKind.BOILERPLATE, reason)
    if len(row.words) <= _MAX_TOPICS and dated_end(text, start) == end:
        return _DATELINE
    if appeals(row):
        return Mark(LineKind.BOILERPLATE, "asks for support")
    return Mark(LineKind.BODY, "sentence")


def _once(found: list[Line], text: str) -> Iterator[Line]:
    """A sentence or heading that stands twice counts once."""
    seen: dict[str, Line] = {}
    titled = False
    for line in found:
        if line.reason == _REPEATED.reason and titled:
            yield Line(line.start, line.end, LineKind.BOILERPLATE, line.reason)
            continue
        titled = titled or line.reason in (_TITLE.reason, _REPEATED.reason)
        key = " ".join(_WORD.findall(text[line.start : line.end].lower()))
        first = seen.get(key)
        if first is None or not line.kind.stated:
            seen.setdefault(key, line)
            yield line
            continue
        where = "the title" if line.kind is LineKind.HEADING else f"line {text.count(chr(10), 0, first.start) + 1}"
        kind = LineKind.BOILERPLATE
        yield Line(line.start, line.end, kind, f"repeats {where}")
