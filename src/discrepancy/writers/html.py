"""HTML: one file that any browser opens, with all that it needs inside it. It asks for nothing from anywhere.

Its style and script stand in the page, and its security policy allows them and nothing else by their hashes. Without
the script nothing is missing but the filters.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from html import escape
from importlib import resources
from typing import TextIO

from discrepancy.display.changes import news
from discrepancy.display.phrases import agreed, counted, headline, made_with, short
from discrepancy.display.timeline import timelines
from discrepancy.model import Severity
from discrepancy.review import Reviewed, State
from discrepancy.writers import Writer
from discrepancy.writers._page.context import MARKS, Context, context
from discrepancy.writers._page.elements import Html, bdi, element, joined
from discrepancy.writers._page.filters import facets, filters
from discrepancy.writers._page.findings import finding
from discrepancy.writers._page.tables import facts_table, heat_map, sources_table
from discrepancy.writers._page.timelines import timeline

_DRAWN = 50
"""Counts that are drawn through time."""

_CORROBORATED = 30
"""Answers that are listed as said alike: more would bury the rest, and the JSON report has them all."""


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write the page."""
    style, script = _part("style.css"), _part("script.js")
    title = headline(reviewed.report)
    # The comment tells a folder's reader of articles that this page is a report, and none of them.
    stream.write(f"<!DOCTYPE html>\n<!-- {title} -->\n")
    stream.write('<html lang="en">\n')
    stream.writelines(f"{part}\n" for part in _head(title, style, script))
    stream.write("<body>\n")
    stream.writelines(f"{part}\n" for part in _body(context(reviewed)))
    stream.write(f"<script>{script}</script>\n</body>\n</html>\n")


def _part(name: str) -> str:
    return (resources.files("discrepancy.writers") / "_page" / name).read_text(encoding="utf-8")


def _head(title: str, style: str, script: str) -> Iterator[str]:
    policy = (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(title)}</title>"
    yield f"<style>{style}</style>"
    yield "</head>"


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _body(page: Context) -> Iterator[str]:
    before = [("changes", _since(page), list(_changes(page)))]
    after = [
        ("facts", "Who says what", list(facts_table(page))),
        ("matrix", "Who disagrees with whom", list(heat_map(page))),
        ("timelines", "Counts through time", list(_timelines(page))),
        ("alike", "What several sources say alike", list(_alike(page))),
        ("sources", "What was read", [sources_table(page)]),
        ("unread", "What was not read", list(_unread(page))),
    ]
    named = [(ident, title) for ident, title, parts in (*before, ("findings", "Findings", [""]), *after) if parts]
    yield '<a class="skip" href="#findings">Skip to the findings</a>'
    yield element("header", element("h1", headline(page.report)), *_lead(page), _contents(named))
    yield "<main>"
    for ident, title, parts in before:
        yield from _section(ident, title, parts)
    yield from _section("findings", "Findings", _findings(page))
    for ident, title, parts in after:
        yield from _section(ident, title, parts)
    yield "</main>"
    yield element("footer", element("p", bdi(made_with(page.report.tool))))


def _section(ident: str, title: str, parts: Iterable[str]) -> Iterator[str]:
    """A section with a heading, unless there is nothing in it."""
    for number, part in enumerate(parts):
        if number == 0:
            yield f'<section id="{ident}" tabindex="-1" aria-labelledby="{ident}-title">'
            yield element("h2", title, id=f"{ident}-title")
        yield part
    if parts:
        yield "</section>"


def _lead(page: Context) -> Iterator[Html]:
    counts = Counter(found.severity for found in page.report.discrepancies)
    graves = (
        joined([element("span", MARKS[one], aria_hidden="true"), f" {counts[one]:,} {one.value}"])
        for one in Severity
        if counts[one]
    )
    yield element("p", joined(graves, ", "), " severity" if counts else None, class_="lead")
    if page.spoken:
        judged = sum(standing.state is State.JUDGED for standing in page.reviewed.standings)
        yield element("p", f"{judged:,} judged, {len(page.reviewed.standings) - judged:,} to judge", class_="lead")


def _contents(named: Iterable[tuple[str, str]]) -> Html:
    items = (element("li", element("a", title, href=f"#{ident}")) for ident, title in named)
    return element("nav", element("ul", *items), aria_label="On this page")


def _findings(page: Context) -> Iterator[Html]:
    if not page.reviewed.standings:
        yield element("p", "The sources that were read do not disagree on anything that this tool can find.")
        return
    given = [facets(standing, page) for standing in page.reviewed.standings]
    yield filters(given, page)
    for number, (standing, own) in enumerate(zip(page.reviewed.standings, given, strict=True), 1):
        yield finding(number, standing, own, page)


def _since(page: Context) -> str:
    return f"What changed since {short(page.reviewed.changes.since)}" if page.reviewed.changes else ""


def _changes(page: Context) -> Iterator[Html]:
    if page.reviewed.changes is None:
        return
    sorts = news(page.reviewed)
    if not sorts:
        yield element("p", "Nothing.")
    for one in sorts:
        yield element("h3", one.title)
        yield element("ul", *(element("li", bdi(words)) for words in one.lines))


def _timelines(page: Context) -> Iterator[Html]:
    numbers = {id(found): number for number, found in enumerate(page.report.discrepancies, 1)}
    drawn = timelines(page.report)
    for one in drawn[:_DRAWN]:
        yield timeline(numbers[id(one.found)], one, page)
    if len(drawn) > _DRAWN:
        yield element("p", f"{counted(len(drawn) - _DRAWN, 'more count')} that changed, not drawn.", class_="note")


def _alike(page: Context) -> Iterator[Html]:
    found = page.report.corroborated
    if found:
        more = [element("li", f"and {len(found) - _CORROBORATED:,} more")] if len(found) > _CORROBORATED else []
        yield element("ul", *(element("li", bdi(agreed(one))) for one in found[:_CORROBORATED]), *more)


def _unread(page: Context) -> Iterator[Html]:
    if page.report.unread:
        lines = (element("li", bdi(f"{short(one.path)}: {short(one.reason)}")) for one in page.report.unread)
        yield element("ul", *lines)


PLUGIN = Writer(name="html", suffix=".html", write=write)
