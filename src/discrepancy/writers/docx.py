"""Word: what news desks pass around and print. The same report gives the same bytes.

It shows as many findings as anyone would read on paper, and says how many it leaves out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import BinaryIO

from discrepancy.display.excerpt import pieces
from discrepancy.display.phrases import (
    asked,
    copies,
    counted,
    dated,
    headline,
    letter,
    place,
    reasons,
    short,
    source_name,
    spoken,
)
from discrepancy.display.verdicts import remarks, standing_name
from discrepancy.model import Article, Corroboration, Position, Report, Side, Tool, Unread
from discrepancy.review import Reviewed, Standing
from discrepancy.writers import Writer
from discrepancy.writers._links import web_address
from discrepancy.writers._word import heading, jump, link, paragraph, run, table
from discrepancy.writers._word_file import WIDTH, WordFile

MOST_FINDINGS = 1000
_MOST_SOURCES = 1000
_MOST_STATEMENTS = 15
_MOST_CORROBORATED = 30
"""How much is shown of each; the JSON report has them all."""

_IN_FULL = "the JSON report (--format json) has them all"
_HALF = WIDTH // 2


def write(reviewed: Reviewed, stream: BinaryIO) -> None:
    """Write a summary table, each discrepancy with its sides and its review, and what was and was not read."""
    report = reviewed.report
    file = WordFile(headline(report))
    file.add(_summary(reviewed))
    for number, standing in enumerate(reviewed.standings[:MOST_FINDINGS], 1):
        file.add(_discrepancy(report, number, standing, file))
    file.add(_corroborated(report.corroborated))
    file.add(_read(report.articles, file))
    file.add(_unread(report.unread))
    file.add([_made_with(report.tool)])
    file.save(stream)


def _summary(reviewed: Reviewed) -> Iterator[str]:
    report = reviewed.report
    yield paragraph(run(headline(report)), style="Title")
    yield paragraph(run("In the sources’ own words. This report does not say who is right."), style="Facts")
    if not report.discrepancies:
        yield paragraph(run("The sources that were read do not disagree on anything that this tool can find."))
        return
    yield heading("Summary", 1)
    if len(report.discrepancies) > MOST_FINDINGS:
        first = f"The first {MOST_FINDINGS:,} of {headline(report)} are shown, the gravest first"
        yield paragraph(run(f"{first}: {_IN_FULL}.", "Label"))
    rows = (_summary_row(number, one) for number, one in enumerate(reviewed.standings[:MOST_FINDINGS], 1))
    yield table(
        _columns(620, 1000, 1450, 2450, 2650), ("No.", "Severity", "Kind", "Question", "Answers", "Verdict"), rows
    )
    yield heading("Discrepancies", 1)


def _summary_row(number: int, standing: Standing) -> tuple[str, ...]:
    found = standing.found
    answers = (f"{letter(at)}: {short(side.value, 80)}" for at, side in enumerate(found.sides))
    return (
        paragraph(jump(str(number), _bookmark(number)), style="Said"),
        _line(found.severity.value),
        _line(f"{found.kind.value}, {found.relation.value}"),
        _line(asked(found)),
        "".join(map(_line, answers)),
        _line(standing_name(standing)),
    )


def _discrepancy(report: Report, number: int, standing: Standing, file: WordFile) -> Iterator[str]:
    found = standing.found
    yield heading(f"{number}. {asked(found)}", 2, (number, _bookmark(number)))
    facts = f"{found.severity.value} severity · {found.kind.value} · {found.relation.value}"
    yield paragraph(run(facts), style="Facts", keep=True)
    cells = [_statements(report, side) for side in found.sides]
    names = [f"{letter(at)}: {short(side.value)}" for at, side in enumerate(found.sides)]
    if len(cells) == 2:
        yield table((_HALF, WIDTH - _HALF), names, zip_longest(*cells, fillvalue=""))
    else:
        sides = zip(names, cells, strict=True)
        rows = (("" if at else _line(name, "Label"), said) for name, own in sides for at, said in enumerate(own))
        yield table(_columns(2200), ("Side", "What it says"), rows, spanning=True)
    for at, pair in enumerate(found.pairs):
        yield paragraph(run(reasons(pair)), style="Facts" if at else "FirstFacts")
    yield from _review(standing, file)


def _statements(report: Report, side: Side) -> list[str]:
    """A cell for each statement of `side`."""
    positions = side.positions[:_MOST_STATEMENTS]
    cells = [_statement(one, copied) for one, copied in zip(positions, copies(report, positions), strict=True)]
    left_out = len(side.positions) - len(positions)
    return [
        *cells,
        *([paragraph(run(f"and {counted(left_out, 'more statement')}"), style="Facts")] if left_out else []),
    ]


def _statement(position: Position, copied: bool) -> str:
    quote = (run(piece.text, "Conflicting" if piece.marked else None) for piece in pieces(position))
    article = position.statement.article
    title = [f"“{short(article.title)}”"] if article.publisher and article.title else []
    known = ", ".join([*title, dated(article), place(position)])
    notes = [*spoken(position), *(["the same wire text as above"] if copied else [])]
    named = [run(source_name(article), "Label"), run(", ")] if article.publisher or article.title else []
    credit = paragraph(*named, run("; ".join([known, *notes])), style="SourceLine")
    return paragraph(run("“"), *quote, run("”"), style="Said") + credit


def _review(standing: Standing, file: WordFile) -> Iterator[str]:
    for remark in remarks(standing):
        by = [run(f" ({remark.by})")] if remark.by else []
        yield paragraph(run(f"{remark.label}: ", "Label"), _linked(remark.text, file), *by)


def _linked(text: str, file: WordFile) -> str:
    """`text`, which leads to where it says when it is nothing but an address."""
    address = web_address(text)
    return link(address, file.relation(address)) if address else run(text)


def _corroborated(found: Sequence[Corroboration]) -> Iterator[str]:
    if not found:
        return
    yield heading("What several sources say alike", 1)
    for one in found[:_MOST_CORROBORATED]:
        told = f"{short(one.question)} {short(one.value)}" if one.question else short(one.value)
        names = short("; ".join(dict.fromkeys(source_name(said.article) for said in one.statements)), 400)
        yield paragraph(run(f"{told} ({counted(one.voices, 'independent voice')}: {names})"), style="ListBullet")
    if len(found) > _MOST_CORROBORATED:
        yield paragraph(run(f"and {len(found) - _MOST_CORROBORATED:,} more"), style="ListBullet")


def _read(articles: Sequence[Article], file: WordFile) -> Iterator[str]:
    yield heading("What was read", 1)
    rows = (_source(article, file) for article in articles[:_MOST_SOURCES])
    yield table(_columns(2650, 1700), ("Source", "Published", "File and its SHA-256"), rows)
    if len(articles) > _MOST_SOURCES:
        yield paragraph(run(f"and {counted(len(articles) - _MOST_SOURCES, 'more source')}: {_IN_FULL}"))


def _source(article: Article, file: WordFile) -> tuple[str, ...]:
    titles = [article.publisher, article.title] if article.publisher else [article.title]
    named = [_line(short(one), None if at else "Label") for at, one in enumerate(titles) if one]
    address = [paragraph(_linked(short(article.url, 500), file), style="SourceLine")] if article.url else []
    return (
        "".join([*(named or [_line("not known")]), *address]),
        _line(dated(article)),
        _line(short(article.path)) + _line(article.sha256, "Hash"),
    )


def _unread(unread: Sequence[Unread]) -> Iterator[str]:
    if not unread:
        return
    yield heading("What was not read", 1)
    for one in unread[:_MOST_SOURCES]:
        yield paragraph(run(short(one.path), "Label"), run(f": {short(one.reason)}"), style="ListBullet")
    if len(unread) > _MOST_SOURCES:
        yield paragraph(run(f"and {len(unread) - _MOST_SOURCES:,} more"), style="ListBullet")


def _made_with(tool: Tool) -> str:
    models = [f"embedding model {tool.embedding_model}", f"parser {tool.parser}", tool.number_format]
    if tool.nli_model:
        models.insert(1, f"contradiction model {tool.nli_model}")
    return paragraph(run(f"Made with discrepancy {tool.version} ({', '.join(models)})."), style="Closing")


def _line(words: str, style: str | None = None) -> str:
    """A line of a table's cell."""
    return paragraph(run(words, style), style="Said")


def _columns(*widths: int) -> tuple[int, ...]:
    """`widths`, and a last column that takes what is left."""
    return (*widths, WIDTH - sum(widths))


def _bookmark(number: int) -> str:
    return f"finding_{number}"


PLUGIN = Writer(name="docx", suffix=".docx", write=write, binary=True, needs="docx")
