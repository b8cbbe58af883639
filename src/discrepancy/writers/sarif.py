"""SARIF 2.1.0, for code scanning and editors: a result for each pair of sides that is not settled.

The whole is ASCII, so that no reader of it can take the encoding for another.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from itertools import chain, repeat
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from discrepancy.display.excerpt import LIMIT
from discrepancy.display.phrases import place, short
from discrepancy.display.safe import one_line
from discrepancy.model import Article, Kind, Position, Severity, Side, Span, Tool, Unread
from discrepancy.review import Reviewed
from discrepancy.writers import Writer
from discrepancy.writers._open import Result, marked, results, said
from discrepancy.writers._regions import Region, Regions

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "discrepancyPair/v1"
"""The smallest pair key: the identity that a verdict is kept under, without line numbers."""

_BASE = "%SRCROOT%"
"""What relative paths are relative to: the repository, as code scanning reads it; the working folder, for us."""

_LEVELS = {Severity.HIGH: "error", Severity.MEDIUM: "warning", Severity.LOW: "note"}
_RANKS = {Severity.HIGH: 70, Severity.MEDIUM: 40, Severity.LOW: 10}
_RANK_OF_CONFIDENCE = 30
"""A rank goes from 0 to 100: first by severity, then by confidence."""

_MOST = 10
"""Statements of the other side that are given."""

_END = "]}]}"
"""What closes the results, the last thing of the only run."""

Json = dict[str, Any]


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write the log, each result on a line of its own."""
    # Whoever compared has the detectors loaded; whoever only asks which formats there are need not wait for them.
    from discrepancy.detectors import explained

    regions = Regions()
    report = reviewed.report
    frame = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report.tool, report.unread, explained())]}
    stream.write(_dumped(frame).removesuffix(_END))
    between = chain([""], repeat(","))
    stream.writelines(
        f"{comma}\n{_dumped(_result(result, regions))}"
        for comma, result in zip(between, results(reviewed), strict=False)
    )
    stream.write(f"\n{_END}\n")


def _dumped(value: Json) -> str:
    return json.dumps(value, separators=(",", ":"), allow_nan=False)


def _run(tool: Tool, unread: Sequence[Unread], explained: Mapping[Kind, Sequence[str]]) -> Json:
    driver = {
        "name": "discrepancy",
        "semanticVersion": tool.version,
        "rules": [_rule(kind, explained[kind]) for kind in Kind],
        "properties": {
            "embeddingModel": tool.embedding_model,
            "contradictionModel": tool.nli_model,
            "parser": tool.parser,
            "numberFormat": tool.number_format,
        },
    }
    return {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The folder that discrepancy was started in."}}},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [*map(_notification, unread)]}],
        "results": [],
    }


def _rule(kind: Kind, docs: Sequence[str]) -> Json:
    firsts = [doc.partition("\n")[0] for doc in docs]
    return {
        "id": kind.value,
        "name": kind.value.capitalize(),
        "shortDescription": {"text": f"Sources disagree: {kind.value}."},
        "fullDescription": {"text": " ".join(firsts)},
        "help": {"text": "\n\n\n".join(docs)},
        "defaultConfiguration": {"level": _LEVELS[Severity.MEDIUM]},
    }


def _notification(unread: Unread) -> Json:
    text = f"{short(unread.path)} was not read: {short(unread.reason)}"
    return {"level": "note" if unread.excluded else "warning", "message": {"text": _plain(text)}}


def _result(result: Result, regions: Regions) -> Json:
    found = result.found
    keys = result.pair.pair.keys
    others = result.other.positions[:_MOST]
    return {
        "ruleId": found.kind.value,
        "ruleIndex": tuple(Kind).index(found.kind),
        "level": _LEVELS[found.severity],
        "rank": round(_RANKS[found.severity] + _RANK_OF_CONFIDENCE * found.confidence, 1),
        "message": {"text": _message(result)},
        "locations": [_location(result.side, result.here, regions)],
        "relatedLocations": [
            {"id": number, **_location(result.other, position, regions)} for number, position in enumerate(others, 1)
        ],
        **({"partialFingerprints": {FINGERPRINT: min(keys)}} if keys else {}),
        "properties": {
            "discrepancy": found.id,
            "severity": found.severity.value,
            "relation": result.pair.pair.relation.value,
            "confidence": round(found.confidence, 2),
            "state": result.standing.state.value,
        },
    }


def _message(result: Result) -> str:
    """The first sentence is the question; the place of the other side is a link to the first related location."""
    found = result.found
    where = _plain(place(result.there)).translate(_LINK_TEXT)
    return (
        f"{_plain(result.question)} Here {_plain(result.says)}; in [{where}](1) {_plain(result.against)}; "
        f"{found.severity.value}, {_plain(result.why)}."
    )


_LINK_TEXT = str.maketrans({"[": r"\[", "]": r"\]", "\\": r"\\"})


def _plain(text: str) -> str:
    """`text` so that no link and no placeholder is read into it (SARIF 2.1.0, 3.11.5 and 3.11.6)."""
    return one_line(text).replace("](", "] (").replace("{", "{{").replace("}", "}}")


def _location(side: Side, position: Position, regions: Regions) -> Json:
    statement = position.statement
    article = statement.article
    words, whole = marked(position), (statement.start, statement.end)
    physical: Json = {"artifactLocation": _artifact(article.path)}
    if (here := regions.of(article, words)) and (around := regions.of(article, whole)):
        physical |= {"region": _region(article, words, here), "contextRegion": _region(article, whole, around)}
    return {"physicalLocation": physical, "message": {"text": _plain(said(side, position))}}


def _artifact(path: str) -> Json:
    """A reference relative to the working folder; an absolute one for a file that does not lie below it."""
    pure = PurePath(path)
    if not pure.is_absolute() and os.pardir not in pure.parts:
        return {"uri": quote(pure.as_posix(), errors="replace"), "uriBaseId": _BASE}
    # No link is followed: the file is named as the reader named it.
    whole = PurePath(os.path.abspath(path)).as_posix()  # noqa: PTH100, pathlib follows them
    return {"uri": f"file:///{quote(whole.lstrip('/'), safe='/:', errors='replace')}"}


def _region(article: Article, span: Span, region: Region) -> Json:
    start, end = span
    known = {
        "startLine": region.line,
        "startColumn": region.column,
        "endLine": region.end_line,
        "endColumn": region.end_column,
        "charOffset": start,
        "charLength": end - start,
    }
    snippet = {"snippet": {"text": one_line(article.text[start:end])}} if end - start <= LIMIT else {}
    return known | snippet


PLUGIN = Writer(name="sarif", suffix=".sarif", write=write)
