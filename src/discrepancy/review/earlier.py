"""An earlier report of ours, read back from its JSON for what a later one is compared with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import msgspec

from discrepancy.errors import InputError
from discrepancy.model import Article, Kind, Relation, Severity
from discrepancy.review.records import Pair, Quote, Side

VERSION = 1
"""Of the newest JSON report that is understood."""


class Source(msgspec.Struct, frozen=True):
    """A source as it was when the report was made."""

    id: str
    path: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None

    @property
    def article(self) -> Article:
        """The source without its text, which the report does not hold."""
        return Article(self.id, self.path, self.sha256, "", self.title, self.publisher, published=self.published)


class Said(msgspec.Struct, frozen=True):
    """A statement of a side. Spans count from the start of the source."""

    source: str
    start: int
    quote: str
    highlights: tuple[tuple[int, int], ...]

    def named(self, source: str) -> Quote:
        words = (self.quote[max(a - self.start, 0) : max(b - self.start, 0)] for a, b in self.highlights)
        return Quote(source, self.quote, tuple(words))


class Answer(msgspec.Struct, frozen=True):
    value: str
    statements: tuple[Said, ...]


class Against(msgspec.Struct, frozen=True):
    sides: tuple[int, int]
    relation: Relation


class Found(msgspec.Struct, frozen=True):
    """A discrepancy."""

    fingerprint: str
    kind: Kind
    severity: Severity
    question: str | None
    summary: str
    sides: tuple[Answer, ...]
    pairs: tuple[Against, ...]

    @property
    def sources(self) -> frozenset[str]:
        """The ids of the sources that it quotes."""
        return frozenset(said.source for side in self.sides for said in side.statements)

    def recorded(self, names: Mapping[str, str]) -> tuple[tuple[Side, ...], tuple[Pair, ...]]:
        """Its sides and pairs as a review file would hold them, each source under its name in `names`."""
        sides = tuple(
            Side(side.value, tuple(said.named(names[said.source]) for said in side.statements)) for side in self.sides
        )
        return sides, tuple(Pair(pair.sides, self.fingerprint, pair.relation) for pair in self.pairs)


class Earlier(msgspec.Struct, frozen=True):
    """What a JSON report held."""

    sources: tuple[Source, ...]
    discrepancies: tuple[Found, ...]

    def __post_init__(self) -> None:
        known = {source.id for source in self.sources}
        for found in self.discrepancies:
            if not found.sources <= known:
                raise ValueError("it quotes a source that it does not list")
            if any(not 0 <= a < b < len(found.sides) for a, b in (sorted(pair.sides) for pair in found.pairs)):
                raise ValueError("it sets a side against one that it does not hold")


def read_report(path: Path) -> Earlier:
    """The JSON report at `path`.

    Raises:
        InputError: when it cannot be read, is damaged, is no report of ours, or was made by a newer version.
    """
    try:
        document = json.loads(path.read_bytes())
    except OSError as error:
        raise InputError(f"the report {path} could not be read: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"{path} is no JSON report, or damaged: give one that was written with --format json"
        ) from error
    _check_version(document, path)
    try:
        return msgspec.convert(document, Earlier)
    except ValueError as error:
        raise InputError(f"the report {path} is damaged ({error}): make it anew") from error


def _check_version(document: object, path: Path) -> None:
    match document:
        case {"tool": {"name": "discrepancy"}, "version": int(version)} if version >= 1:
            if version > VERSION:
                raise InputError(
                    f"the report {path} was written by a newer version of this program (report version {version}): "
                    "update this one"
                )
        case _:
            raise InputError(f"{path} is no report of this program: give one that was written with --format json")
