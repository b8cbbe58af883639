"""The findings: each with what readers said of it, its sides next to each other, and why they are."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.display.changes import change_name
from discrepancy.display.excerpt import Piece, pieces
from discrepancy.display.phrases import (
    asked,
    copies,
    counted,
    dated,
    place,
    reasons,
    short,
    source_name,
    spoken,
)
from discrepancy.display.safe import shown
from discrepancy.display.verdicts import Remark, remarks, standing_name
from discrepancy.model import Position, Side
from discrepancy.review import Standing
from discrepancy.writers._page.context import Context, lettered, marked
from discrepancy.writers._page.elements import BREAK, NOTHING, Html, joined, linked, template
from discrepancy.writers._page.filters import Facets

_SHOWN = 5
"""Quotes of one side that are shown; more can be opened."""

_MOST = 30
"""Quotes of one side that are on the page: a name may stand in a hundred sentences, which the JSON report has all."""

_ACROSS = 3
"""Sides that fit next to each other on any wide screen; more scroll, and so must be reached by keyboard."""

_FINDING = template(
    '<article class="finding" id="finding-%s" aria-labelledby="title-%s"%s>'
    '<h3 id="title-%s"><span class="number">%s. </span><bdi>%s</bdi></h3><p class="marks">%s</p>%s%s%s</article>'
)
_FACET = template(' data-%s="%s"')
_MARKS = template("%s severity · %s · %s%s%s")
_TAG = template(' · <strong class="tag">%s</strong>')
_SAID, _ROW = template('<dl class="said">%s</dl>'), template('<div><dt>%s</dt><dd dir="auto">%s%s</dd></div>')
_BY = template(' <span class="by">(<bdi>%s</bdi>)</span>')
_SIDES = template('<div class="sides">%s</div>')
_MANY_SIDES = template('<div class="sides" tabindex="0" role="group" aria-label="%s sides of finding %s">%s</div>')
_SIDE = template('<section class="side"><h4>%s<bdi>%s</bdi></h4>%s%s</section>')
_MORE = template("<details><summary>and %s</summary>%s</details>")
_NOTE = template('<p class="note">%s</p>')
_QUOTE = template('<figure><blockquote><p dir="auto">%s</p></blockquote><figcaption>%s%s</figcaption></figure>')
_NAMED, _UNNAMED, _ASIDE = (
    template("%s, %s, <bdi>%s</bdi>"),
    template("%s, %s"),
    template('<span class="aside"><bdi>%s</bdi></span>'),
)
_MARK, _GAP = template("<mark>%s</mark>"), template('<span class="gap">%s</span>')
_WHY = template('<details class="why"><summary>Why these are set against each other</summary><ul>%s</ul></details>')
_REASON = template("<li><bdi>%s</bdi></li>")


def finding(number: int, standing: Standing, facets: Facets, page: Context) -> Html:
    """One discrepancy."""
    found, own = standing.found, str(number)
    attributes = joined(_FACET(name, " ".join(choices)) for name, choices in facets.items() if choices)
    sides = joined(_side(page, index, side) for index, side in enumerate(found.sides))
    shown = _MANY_SIDES(str(len(found.sides)), own, sides) if len(found.sides) > _ACROSS else _SIDES(sides)
    marks = _marks(standing, page)
    said = _said(remarks(standing))
    return _FINDING(own, own, attributes, own, own, asked(found), marks, said, shown, _why(standing))


def _marks(standing: Standing, page: Context) -> Html:
    """How grave it is, what it is, how it changed and what was made of it."""
    found = standing.found
    changes = page.reviewed.changes
    changed = changes.found.get(found.fingerprint) if changes else None
    return _MARKS(
        marked(found.severity),
        found.kind.value,
        found.relation.value,
        _TAG(change_name(changed)) if changed else NOTHING,
        _TAG(standing_name(standing)) if standing.entries else NOTHING,
    )


def _said(said: Sequence[Remark]) -> Html:
    """What readers said, a row for each remark: its lines as they were written, and who wrote them."""
    rows = (
        _ROW(
            remark.label,
            joined(map(linked, shown(remark.text).split("\n")), BREAK),
            _BY(remark.by) if remark.by else NOTHING,
        )
        for remark in said
    )
    return _SAID(joined(rows)) if said else NOTHING


def _side(page: Context, index: int, side: Side) -> Html:
    positions = side.positions[:_MOST]
    quotes = [
        _quote(page, position, copied)
        for position, copied in zip(positions, copies(page.report, positions), strict=True)
    ]
    return _SIDE(lettered(index), short(side.value), joined(quotes[:_SHOWN]), _more(side, quotes[_SHOWN:]))


def _more(side: Side, quotes: Sequence[Html]) -> Html:
    """What more the side says, to be opened."""
    if not quotes:
        return NOTHING
    left_out = len(side.positions) - _SHOWN - len(quotes)
    note = [_NOTE(f"{counted(left_out, 'more statement')} in the JSON report")] if left_out else []
    return _MORE(counted(len(side.positions) - _SHOWN, "more statement"), joined([*quotes, *note]))


def _quote(page: Context, position: Position, copied: bool) -> Html:
    notes = [*spoken(position), *(["the same wire text as above"] if copied else [])]
    return _QUOTE(joined(map(_piece, pieces(position))), _where(page, position), joined(map(_ASIDE, notes)))


def _where(page: Context, position: Position) -> Html:
    """The source, its date, and where in it the quote stands; a source without a name is called by its file."""
    article = position.statement.article
    if article.publisher or article.title:
        return _NAMED(page.to_source(article, source_name(article)), dated(article), place(position))
    return _UNNAMED(page.to_source(article, place(position)), dated(article))


def _piece(piece: Piece) -> str:
    if piece.marked:
        return _MARK(piece.text)
    return _GAP(piece.text) if piece.gap else piece.text


def _why(standing: Standing) -> Html:
    pairs = standing.found.pairs
    return _WHY(joined(_REASON(reasons(pair)) for pair in pairs)) if pairs else NOTHING
