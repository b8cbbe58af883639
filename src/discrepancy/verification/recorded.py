"""What a JSON report quotes, read back from it. Whatever stands in the file, what is wrong with it is one line."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

import msgspec

from discrepancy.display.phrases import letter
from discrepancy.errors import InputError

VERSION = 1
"""The newest version of the JSON report that is understood."""

_NO_REPORT = "is no report: name a file that `discrepancy compare --format json` wrote"

Offset = Annotated[int, msgspec.Meta(ge=0, le=2**53)]


class Source(msgspec.Struct, frozen=True):
    """A source as it was when the report was made."""

    id: str
    path: str
    sha256: str


class Quoted(msgspec.Struct, frozen=True):
    """A quote, and where it stood."""

    source: str
    start: Offset
    end: Offset
    quote: Annotated[str, msgspec.Meta(min_length=1)]
    line: Offset | None = None
    page: Offset | None = None


class _Statements(msgspec.Struct, frozen=True):
    statements: tuple[Quoted, ...]


class _Discrepancy(msgspec.Struct, frozen=True):
    sides: tuple[_Statements, ...]


class _Report(msgspec.Struct, frozen=True):
    sources: tuple[Source, ...]
    discrepancies: tuple[_Discrepancy, ...]
    corroborated: tuple[_Statements, ...] = ()
    single_source: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class Recorded:
    """The sources of a report, and each of its quotes once with what it is quoted for."""

    sources: tuple[Source, ...]
    quotes: Mapping[Quoted, tuple[str, ...]]


def read(data: bytes) -> Recorded:
    """What the report in `data` quotes.

    Raises:
        InputError: when `data` is no report, is damaged, or is of a newer version.
    """
    report = _report(_plain(data))
    quotes: defaultdict[Quoted, list[str]] = defaultdict(list)
    for quoted, use in _uses(report):
        quotes[quoted].append(use)
    strangers = sorted({quoted.source for quoted in quotes} - {source.id for source in report.sources})
    if strangers:
        raise InputError(f"is damaged: it quotes a source that it does not list, {strangers[0][:200]!r}")
    return Recorded(report.sources, {quoted: tuple(uses) for quoted, uses in quotes.items()})


def _plain(data: bytes) -> dict[str, Any]:
    try:
        # msgspec's own parser refuses half a surrogate pair, which a quote of a damaged source may hold.
        plain = json.loads(data)
    except (ValueError, RecursionError):
        raise InputError(_NO_REPORT) from None
    version = plain.get("version") if isinstance(plain, dict) else None
    if not isinstance(version, int) or version < 1:
        raise InputError(_NO_REPORT)
    if version > VERSION:
        raise InputError(f"is a report of a newer version than {VERSION}: use a newer discrepancy")
    return dict(plain)


def _report(plain: dict[str, Any]) -> _Report:
    try:
        report = msgspec.convert(plain, _Report)
    except msgspec.ValidationError as error:
        raise InputError(f"is a damaged report: {error}") from None
    if len({source.id for source in report.sources}) < len(report.sources):
        raise InputError("is a damaged report: it lists a source twice")
    return report


def _uses(report: _Report) -> Iterator[tuple[Quoted, str]]:
    for number, found in enumerate(report.discrepancies, 1):
        for at, side in enumerate(found.sides):
            yield from ((quoted, f"discrepancy {number:,}, side {letter(at)}") for quoted in side.statements)
    for alike in report.corroborated:
        yield from ((quoted, "said alike by several sources") for quoted in alike.statements)
    yield from ((quoted, "said by one source") for quoted in report.single_source)
