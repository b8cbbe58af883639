"""The kinds of an ordinary article's rows: rule after rule, from what a row says itself to what stands around it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from discrepancy.clean import _teasers
from discrepancy.clean._captions import caption
from discrepancy.clean._furniture import appeals, furniture
from discrepancy.clean._page import Mark, Page, Row
from discrepancy.model import LineKind

Marks: TypeAlias = Mapping[int, Mark]
Rule: TypeAlias = Callable[[Page, Marks], dict[int, Mark]]

_SUBHEADING_WORDS = 14
_TITLE_DEPTH = 12
"""Rows: a title stands no deeper, whatever furniture is above it."""
_NAMED_SOURCE = re.compile(r"[(\[][A-Z][\w.&-]{1,20}[)\]]$")
_LEAD_ROWS = 8
"""Rows of the text that a title is compared with."""


def judge(pages: Sequence[Page]) -> list[dict[int, Mark]]:
    """The marks of each page's rows; a row without one is body."""
    marks = [_apply(page, {}, _OWN_WORDS) for page in pages]
    titles = _titles(pages, marks)
    marks = [
        _apply(page, found | _foreign_titles(page, found, titles), _AROUND)
        for page, found in zip(pages, marks, strict=True)
    ]
    excerpts = _excerpts(pages, marks)
    marks = [
        _apply(page, found | _shared_excerpts(page, found, excerpts), _LAST)
        for page, found in zip(pages, marks, strict=True)
    ]
    return [found | _repeats(page, found) for page, found in zip(pages, marks, strict=True)]


def _apply(page: Page, marks: dict[int, Mark], rules: Sequence[Rule]) -> dict[int, Mark]:
    """Earlier rules win over later ones."""
    for rule in rules:
        marks = rule(page, marks) | marks
    return marks


def _by_own_words(page: Page, marks: Marks) -> dict[int, Mark]:
    found: dict[int, Mark] = {}
    for at, row in enumerate(page.rows):
        if at not in marks and (mark := _own(row)):
            found[at] = mark
    return found


def _own(row: Row) -> Mark | None:
    if _teasers.OPENER.match(row.text.lstrip("-*•> ")) and len(row.words) <= 9:
        return Mark(LineKind.BOILERPLATE, "opens a list of other articles")
    if reason := _teasers.labelled(row):
        return Mark(LineKind.TEASER, reason)
    if reason := furniture(row):
        return Mark(LineKind.BOILERPLATE, reason)
    if reason := caption(row.text):
        return Mark(LineKind.CAPTION, reason)
    return Mark(LineKind.BOILERPLATE, "asks for support") if appeals(row) else None


def _title(page: Page, marks: Marks) -> dict[int, Mark]:
    """The article's own title, and what else stands above the first paragraph."""
    lead = next((at for at, row in enumerate(page.rows) if at not in marks and row.prose and not _asks(row)), 0)
    above = [at for at in range(min(lead, _TITLE_DEPTH)) if at not in marks]
    wanted = Row(0, 0, page.article.title, 0, 0) if page.article.title else None
    title = next((at for at in above if wanted and page.rows[at].key == wanted.key), None)
    own = {at for at in above if _shares(page, at, lead, wanted)}
    captions = {at for at in above if at != title and _NAMED_SOURCE.search(page.rows[at].text[-40:])}
    if title is None:
        title = _first_headline(page, own - captions)
    if title is None and wanted is None:
        title = _first_headline(page, set(above) - captions)
    if title is None and wanted and (titled := _titled_lead(page, marks, wanted)):
        return titled
    found = {at: Mark(LineKind.CAPTION, "above the text, with its source in brackets") for at in captions}
    for at in set(above) - captions:
        if at == title:
            found[at] = Mark(LineKind.HEADING, "the article's title")
        elif at not in own and (not page.rows[at].ended or page.rows[at].headline):
            found[at] = Mark(LineKind.BOILERPLATE, "label above the text, with which it shares no word")
        elif title is not None and at > title and page.rows[at].headline:
            found[at] = Mark(LineKind.HEADING, "stands under the title")
    return found


def _first_headline(page: Page, among: set[int]) -> int | None:
    return next((at for at in sorted(among) if page.rows[at].headline and len(page.rows[at].words) >= 3), None)


def _shares(page: Page, at: int, lead: int, title: Row | None) -> bool:
    """Whether a row has a word in common with the first paragraphs, or most of them with the known title."""
    row = page.rows[at]
    if title and len(row.stems & title.stems) * 2 >= len(row.stems) > 0:
        return True
    return any(row.stems & below.stems for below in page.rows[lead : lead + _LEAD_ROWS] if below.prose)


def _asks(row: Row) -> bool:
    """A title may be a question, which ends like a sentence."""
    return row.headline and row.text.endswith("?")


def _titled_lead(page: Page, marks: Marks, wanted: Row) -> dict[int, Mark]:
    """A title may end with a full stop and so look like a paragraph."""
    rows = enumerate(page.rows[:_TITLE_DEPTH])
    at = next((at for at, row in rows if at not in marks and row.key == wanted.key), None)
    return {} if at is None else {at: Mark(LineKind.HEADING, "the article's title")}


def _editor_notes(page: Page, marks: Marks) -> dict[int, Mark]:
    noted = (at for at, row in enumerate(page.rows) if at not in marks and _teasers.EDITOR_NOTE.match(row.text))
    return {at: Mark(LineKind.EDITOR_NOTE, "speaks of the article itself") for at in noted}


def _titles(pages: Sequence[Page], marks: Sequence[Marks]) -> dict[str, set[str]]:
    """Title to the articles that have it as theirs."""
    found: dict[str, set[str]] = {}
    for page, own in zip(pages, marks, strict=True):
        for at, mark in own.items():
            if mark.reason == "the article's title":
                found.setdefault(page.rows[at].key, set()).add(page.article.id)
    return found


def _foreign_titles(page: Page, marks: Marks, titles: Mapping[str, set[str]]) -> dict[int, Mark]:
    """Titles of other sources that stand inside this one."""
    found = {}
    for at, row in enumerate(page.rows):
        if at not in marks and row.headline and len(row.words) >= 4 and titles.get(row.key, set()) - {page.article.id}:
            found[at] = Mark(LineKind.TEASER, "title of another source")
            below = at + 1
            if below < len(page.rows) and below not in marks and page.rows[below].prose and _set_apart(page, at):
                found[below] = Mark(LineKind.TEASER, "excerpt under the title of another source")
    return found


def _set_apart(page: Page, at: int) -> bool:
    """Whether the row below belongs to row `at` and not to the text that goes on."""
    return not page.spaced or page.block_of(at) == (at, at + 1)


def _excerpts(pages: Sequence[Page], marks: Sequence[Marks]) -> set[str]:
    return {
        page.rows[at].key
        for page, found in zip(pages, marks, strict=True)
        for at, mark in found.items()
        if mark.kind is LineKind.TEASER and page.rows[at].prose
    }


def _shared_excerpts(page: Page, marks: Marks, excerpts: set[str]) -> dict[int, Mark]:
    """What is a teaser's excerpt in another source is one here too, under a headline inside the text."""
    found = {}
    for at in range(1, len(page.rows)):
        above = page.rows[at - 1]
        if (
            at not in marks
            and page.rows[at].key in excerpts
            and at - 1 not in marks
            and above.headline
            and not above.ended
        ):
            found[at - 1] = Mark(LineKind.TEASER, "headline above the excerpt of another article")
            found[at] = Mark(LineKind.TEASER, "the same excerpt stands in another source")
    return found


def _lists(page: Page, marks: Marks) -> dict[int, Mark]:
    """A list of which half is furniture is furniture."""
    found: dict[int, Mark] = {}
    run: list[int] = []
    for at in range(len(page.rows) + 1):
        if at < len(page.rows) and page.rows[at].listed:
            run.append(at)
            continue
        known = sum(1 for item in run if item in marks and not marks[item].kind.stated)
        if known * 2 >= len(run) > known:
            found |= {
                item: Mark(LineKind.BOILERPLATE, "in a list of site furniture") for item in run if item not in marks
            }
        run = []
    return found


def _between(page: Page, marks: Marks) -> dict[int, Mark]:
    """Rows without a sentence of their own, between furniture or in a block that is mostly furniture."""
    found = {}
    for at, row in enumerate(page.rows):
        if at in marks or row.quoted or (row.prose and len(row.words) > 12):
            continue
        block = page.block_of(at)
        known = sum(1 for other in block if other in marks and marks[other].kind is LineKind.BOILERPLATE)
        around = [other in marks and marks[other].kind is LineKind.BOILERPLATE for other in (at - 1, at + 1)]
        if (page.spaced and known * 2 >= len(block) > 1) or (all(around) and not row.ended):
            found[at] = Mark(LineKind.BOILERPLATE, "stands among site furniture")
    return found


def _tail(page: Page, marks: Marks) -> dict[int, Mark]:
    """Headlines and labels behind the last paragraph, once furniture has begun."""
    last = max((at for at, row in enumerate(page.rows) if at not in marks and row.prose), default=len(page.rows))
    begun = any(at in marks and marks[at].kind is not LineKind.CAPTION for at in range(last + 1, len(page.rows)))
    rest = (
        [at for at in range(last + 1, len(page.rows)) if at not in marks and not page.rows[at].ended] if begun else []
    )
    return {
        at: Mark(LineKind.TEASER, "headline behind the end of the article")
        if len(page.rows[at].words) >= 5
        else Mark(LineKind.BOILERPLATE, "label behind the end of the article")
        for at in rest
    }


def _retitled(page: Page, marks: Marks) -> dict[int, Mark]:
    """The title with more behind it and no full stop: the label of a player or a gallery."""
    titles = [Row(0, 0, page.article.title, 0, 0).key] if page.article.title else []
    titles += [page.rows[at].key for at, mark in marks.items() if mark.reason == "the article's title"]
    return {
        at: Mark(LineKind.BOILERPLATE, "begins with the title")
        for at, row in enumerate(page.rows)
        if at not in marks and not row.ended and any(row.key.startswith(f"{title} ") for title in titles if title)
    }


def _repeats(page: Page, marks: Marks) -> dict[int, Mark]:
    """A line that one source has twice counts once; a short one that it has often is a label."""
    times = Counter(row.key for row in page.rows)
    first: dict[str, int] = {}
    found = {}
    for at, row in enumerate(page.rows):
        if at not in marks and times[row.key] > 2 and len(row.words) <= 4 and not row.quoted:
            found[at] = Mark(LineKind.BOILERPLATE, f"stands {times[row.key]} times")
        elif row.key in first and (at not in marks or marks[at].kind.stated):
            found[at] = Mark(LineKind.BOILERPLATE, f"repeats line {page.rows[first[row.key]].number}")
        elif at not in marks or marks[at].kind.stated:
            first.setdefault(row.key, at)
    return found


def _subheadings(page: Page, marks: Marks) -> dict[int, Mark]:
    """Short lines without a full stop in front of a paragraph."""
    found = {}
    for at, row in enumerate(page.rows[:-1]):
        if at in marks or row.listed or not row.headline or row.text[-1] in ")]":
            continue
        if len(row.words) <= _SUBHEADING_WORDS and _stands_above(row, page.rows[at + 1]):
            found[at] = Mark(LineKind.HEADING, "short line without a full stop above a paragraph")
    return found


def _stands_above(row: Row, below: Row) -> bool:
    """Whether a paragraph begins under the row, and the row is no line of dialogue."""
    return (below.prose or below.cut_off) and not below.text[:1].islower() and not (row.quoted and row.ended)


_OWN_WORDS: tuple[Rule, ...] = (_by_own_words, _title)
_AROUND: tuple[Rule, ...] = (_teasers.cut_off_pairs, _editor_notes, _teasers.after_openers, _teasers.set_in_pairs)
_LAST: tuple[Rule, ...] = (_lists, _between, _tail, _retitled, _teasers.lone_links, _subheadings)
