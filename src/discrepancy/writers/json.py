"""JSON, version 1: the report for programs, and for anyone who wants to check each offset.

The schema is `discrepancy/data/report.schema.json`. Quotes are the exact slices of the sources; characters that
could steer a terminal are escaped, which leaves their value as it is.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TextIO

import msgspec

from discrepancy.display.context import Statements, by_article, context
from discrepancy.display.safe import shown
from discrepancy.model import (
    Article,
    Corroboration,
    Discrepancy,
    Position,
    Reference,
    Report,
    SidePair,
    Statement,
    Tool,
)
from discrepancy.review import Edit, PairStanding, Resolution, Reviewed, Standing
from discrepancy.writers import Writer

VERSION = 1
_NOT_ASCII = re.compile(r"[^\x20-\x7e\n]")
_SURROGATE = re.compile("[\ud800-\udfff]")

Json = dict[str, Any]


def document(reviewed: Reviewed) -> Json:
    """The report as plain JSON values, in the order of the report."""
    return {name: list(part) if isinstance(part, Iterator) else part for name, part in _parts(reviewed).items()}


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write the report as JSON with an indent of two and a final line feed."""
    # One part of a list after the other: the whole text of a large report is many times as large as the report.
    between = "{\n  "
    for name, part in _parts(reviewed).items():
        stream.write(f'{between}"{name}": ')
        stream.writelines(_list(part) if isinstance(part, Iterator) else [_text(part, 2)])
        between = ",\n  "
    stream.write("\n}\n")


def _list(items: Iterator[Json]) -> Iterator[str]:
    between = "[\n    "
    for item in items:
        yield f"{between}{_text(item, 4)}"
        between = ",\n    "
    yield "[]" if between.startswith("[") else "\n  ]"


def _text(value: Any, indent: int) -> str:
    """`value` as JSON that begins `indent` characters into its line."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    if _SURROGATE.search(line):
        # msgspec takes no lone surrogates, as a damaged text may hold them.
        text = _NOT_ASCII.sub(_escaped, json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False))
    else:
        # The standard library indents JSON in a tenth of the speed.
        text = msgspec.json.format(_NOT_ASCII.sub(_escaped, line), indent=2)
    return text.replace("\n", f"\n{' ' * indent}")


def _parts(reviewed: Reviewed) -> Json:
    """What the report consists of; each list as an iterator over its items."""
    report = reviewed.report
    statements = by_article(report)
    counts = Counter(statement.article.id for statement in report.statements)
    return {
        "version": VERSION,
        "tool": _tool(report.tool),
        "sources": (_source(article, counts[article.id]) for article in report.articles),
        "unread": ({"path": unread.path, "reason": unread.reason} for unread in report.unread),
        "discrepancies": (_reviewed(standing, report, statements) for standing in reviewed.standings),
        "corroborated": (_corroborated(found, report) for found in report.corroborated),
        "single_source": (_statement(statement, report) for statement in report.single_source),
    }


def _escaped(match: re.Match[str]) -> str:
    """A hidden character, which can only stand inside a JSON string, as its escape; any other as it is."""
    char = match[0]
    return char if shown(char) == char else json.dumps(char)[1:-1].replace("\x7f", "\\u007f")


def _tool(tool: Tool) -> Json:
    return {
        "name": "discrepancy",
        "version": tool.version,
        "embedding_model": tool.embedding_model,
        "nli_model": tool.nli_model,
        "parser": tool.parser,
        "number_format": tool.number_format,
        "settings": _plain(tool.settings),
    }


def _plain(value: object) -> Any:
    """`value` in JSON's own types, floats rounded to two decimals."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [_plain(item) for item in value]
    return round(value, 2) if isinstance(value, float) else value


def _source(article: Article, statements: int) -> Json:
    return {
        "id": article.id,
        "path": article.path,
        "sha256": article.sha256,
        "title": article.title,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "language": article.language,
        "statements": statements,
    }


def _reviewed(standing: Standing, report: Report, statements: Statements) -> Json:
    """A discrepancy, with its review where anyone spoke of it."""
    found = _discrepancy(standing.found, report, statements)
    return found | {"review": _review(standing)} if standing.entries else found


def _review(standing: Standing) -> Json:
    return {
        "state": standing.state.value,
        "verdict": standing.verdict.value if standing.verdict else None,
        "by_hand": standing.by_hand,
        "notes": [
            {"text": entry.note, "reviewer": entry.reviewer, "date": entry.date}
            for entry in standing.entries
            if entry.note
        ],
        "resolution": _resolution(standing.resolution) if standing.resolution else None,
        "pairs": [_judged(pair) for pair in standing.pairs],
        "joined": [_where(position) for position in standing.joined],
    }


def _resolution(resolution: Resolution) -> Json:
    return {"wording": resolution.wording, "evidence": resolution.evidence}


def _judged(pair: PairStanding) -> Json:
    entry = pair.entry
    return {
        "sides": list(pair.pair.sides),
        "verdict": pair.verdict.value if pair.verdict else None,
        "reviewer": entry.reviewer if entry else None,
        "date": entry.date if entry else None,
        "edits": [_edit(edit) for edit in pair.edits],
    }


def _edit(edit: Edit) -> Json:
    return {"before": edit.before.quote, "after": _where(edit.after)}


def _where(position: Position) -> Json:
    where = position.statement
    return {"source": where.article.id, "start": where.start, "end": where.end, "quote": where.text}


def _discrepancy(found: Discrepancy, report: Report, statements: Statements) -> Json:
    return {
        "id": found.id,
        "fingerprint": found.fingerprint,
        "kind": found.kind.value,
        "relation": found.relation.value,
        "severity": found.severity.value,
        "confidence": round(found.confidence, 2),
        "question": found.question,
        "summary": found.summary,
        "sides": [
            {
                "value": side.value,
                "normalized": side.normalized,
                "statements": [_position(position, report, statements) for position in side.positions],
            }
            for side in found.sides
        ],
        "pairs": [_pair(pair) for pair in found.pairs],
    }


def _pair(pair: SidePair) -> Json:
    return {
        "sides": list(pair.sides),
        "relation": pair.relation.value,
        "detectors": list(pair.detectors),
        "why": [{"signal": signal.signal, "value": _plain(signal.value)} for signal in pair.why],
    }


def _position(position: Position, report: Report, statements: Statements) -> Json:
    shared = _statement(position.statement, report)
    voice = shared.pop("voice")
    return shared | {
        "highlights": _spans(position.highlights),
        "claim": position.claim.text if position.claim else position.statement.text,
        "resolved": [_reference(reference) for reference in position.resolved],
        "context": _spans(context(position, statements)),
        "speaker": position.speaker,
        "certainty": position.certainty.value,
        "voice": voice,
    }


def _statement(statement: Statement, report: Report) -> Json:
    return {
        "source": statement.article.id,
        "start": statement.start,
        "end": statement.end,
        "line": statement.article.line_of(statement.start),
        "page": statement.article.page_of(statement.start),
        "quote": statement.text,
        "voice": report.voices.get(statement.key),
    }


def _reference(reference: Reference) -> Json:
    return {
        "span": [reference.start, reference.end],
        "as": reference.resolved,
        "from": list(reference.antecedent),
    }


def _corroborated(found: Corroboration, report: Report) -> Json:
    return {
        "question": found.question,
        "value": found.value,
        "statements": [_statement(statement, report) for statement in found.statements],
        "voices": found.voices,
    }


def _spans(spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    return [list(span) for span in spans]


PLUGIN = Writer(name="json", suffix=".json", write=write)
