"""Markdown: what a newsroom can paste. CommonMark with GitHub's tables; the same report gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from discrepancy.display.changes import news
from discrepancy.display.excerpt import pieces
from discrepancy.display.phrases import (
    agreed,
    asked,
    copies,
    counted,
    dated,
    headline,
    letter,
    made_with,
    place,
    reasons,
    short,
    source_name,
    spoken,
)
from discrepancy.display.verdicts import Remark, remarks, standing_name
from discrepancy.model import Corroboration, Discrepancy, Position, Report, Side
from discrepancy.review import Reviewed, Standing
from discrepancy.writers import Writer
from discrepancy.writers._markup import escaped, line, linked, quote

_MOST = 15
"""Quotes of one side that are shown: a name may stand in a hundred sentences, and the JSON report has them all."""

_CORROBORATED = 30
"""Answers that are listed as said alike: more would bury the rest, and the JSON report has them all."""


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write a summary table, each discrepancy with its sides, and what was and was not read."""
    stream.writelines(f"{written}\n" for written in _lines(reviewed))


def cited(found: Discrepancy) -> str:
    """The question and each side's quotes with their citations."""
    lines = [line(asked(found))]
    for index, side in enumerate(found.sides):
        lines += ["", f"**{letter(index)}: {escaped(short(side.value)).strip()}**"]
        for position in side.positions[:_MOST]:
            lines += ["", f"> {quote(pieces(position))}", ">", f"> — {_credit(position, False)}"]
    return "\n".join(lines) + "\n"


def _lines(reviewed: Reviewed) -> Iterator[str]:
    report = reviewed.report
    yield f"# {headline(report)}"
    yield from _summary(reviewed)
    yield from _changes(reviewed)
    for number, standing in enumerate(reviewed.standings, 1):
        yield from _discrepancy(report, number, standing)
    yield from _corroborated(report.corroborated)
    yield from _read(report)
    yield from _unread(report)
    yield from ("", "---", "", escaped(made_with(report.tool)))


def _summary(reviewed: Reviewed) -> Iterator[str]:
    yield ""
    if not reviewed.standings:
        yield "The sources that were read do not disagree on anything that this tool can find."
        return
    spoken_of = reviewed.spoken
    yield from _head("No.", "Severity", "Kind", "Relation", "Question", "Answers", *(["Verdict"] if spoken_of else []))
    for number, standing in enumerate(reviewed.standings, 1):
        found = standing.found
        answers = "; ".join(f"{letter(at)}: {short(side.value, 80)}" for at, side in enumerate(found.sides))
        cells = [str(number), found.severity.value, found.kind.value, found.relation.value, asked(found), answers]
        yield _row(*cells, *([standing_name(standing)] if spoken_of else []))


def _changes(reviewed: Reviewed) -> Iterator[str]:
    if reviewed.changes is None:
        return
    yield from ("", f"## What changed since {escaped(short(reviewed.changes.since)).strip()}")
    sorts = news(reviewed)
    if not sorts:
        yield from ("", "Nothing.")
    for one in sorts:
        yield from ("", f"{one.title}:", "")
        yield from (f"- {line(words)}" for words in one.lines)


def _discrepancy(report: Report, number: int, standing: Standing) -> Iterator[str]:
    found = standing.found
    yield from ("", f"## {number}. {escaped(asked(found)).strip()}", "")
    yield f"{found.severity.value} severity, {found.kind.value}, {found.relation.value}"
    yield from _remarks(remarks(standing))
    for index, side in enumerate(found.sides):
        yield from _side(report, letter(index), side)
    if found.pairs:
        yield from ("", "Why these are set against each other:", "")
        yield from (f"- {line(reasons(pair))}" for pair in found.pairs)


def _remarks(said: tuple[Remark, ...]) -> Iterator[str]:
    yield from [""] if said else []
    for remark in said:
        by = f" ({escaped(remark.by)})" if remark.by else ""
        yield f"- **{remark.label}**: {linked(remark.text)}{by}"


def _side(report: Report, name: str, side: Side) -> Iterator[str]:
    yield from ("", f"### {name}: {escaped(short(side.value)).strip()}")
    positions = side.positions[:_MOST]
    for position, copied in zip(positions, copies(report, positions), strict=True):
        yield from ("", f"> {quote(pieces(position))}", ">", f"> — {_credit(position, copied)}")
    if len(side.positions) > _MOST:
        yield from ("", f"and {counted(len(side.positions) - _MOST, 'more statement')}")


def _credit(position: Position, copied: bool) -> str:
    article = position.statement.article
    title = [f"“{short(article.title)}”"] if article.publisher and article.title else []
    facts = ", ".join([*title, dated(article), place(position)])
    notes = [*spoken(position), *(["the same wire text as above"] if copied else [])]
    source = escaped(source_name(article)).strip() if article.publisher or article.title else ""
    return (f"**{source}**, " if source else "") + escaped("; ".join([facts, *notes]))


def _corroborated(found: tuple[Corroboration, ...]) -> Iterator[str]:
    if not found:
        return
    yield from ("", "## What several sources say alike", "")
    for one in found[:_CORROBORATED]:
        yield "- " + line(agreed(one))
    if len(found) > _CORROBORATED:
        yield f"- and {len(found) - _CORROBORATED:,} more"


def _read(report: Report) -> Iterator[str]:
    yield from ("", "## What was read", "")
    yield from _head("Publisher", "Title", "Published", "Language", "File", "SHA-256")
    for article in report.articles:
        known = (article.publisher, article.title, article.published, article.language)
        yield _row(*(short(value or "not known") for value in known), short(article.path), article.sha256)


def _unread(report: Report) -> Iterator[str]:
    if report.unread:
        yield from ("", "## What was not read", "")
        yield from (f"- {line(f'{short(one.path)}: {short(one.reason)}')}" for one in report.unread)


def _head(*names: str) -> Iterable[str]:
    return (_row(*names), "|" + " --- |" * len(names))


def _row(*cells: str) -> str:
    return f"| {' | '.join(escaped(cell).strip() for cell in cells)} |"


PLUGIN = Writer(name="markdown", suffix=".md", write=write)
