"""`sources.toml`: what the reader knows of the files beside it, and their text does not say.

["flood-report.txt"]
title = "Ferry service stops after the flood"
publisher = "The Harbour Times"
published = 2023-05-04
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from discrepancy.loaders._metadata import UNKNOWN, Metadata, iso_date, language_code, line

NAME = "sources.toml"
_KEYS = ("title", "publisher", "published", "url", "language", "author", "id", "event", "exclude")
_MOST_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Entry:
    """What `sources.toml` says of one file, or of one record as `"archive.jsonl#id"`."""

    metadata: Metadata = UNKNOWN
    id: str | None = None
    exclude: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """One `sources.toml`, and what is wrong with it: one line for each problem."""

    entries: Mapping[str, Entry]
    problems: tuple[str, ...] = ()

    def of(self, name: str, key: str | None) -> Entry:
        """The entry of the file `name`; with the record's own over it where `key` names a record."""
        whole = self.entries.get(name, Entry())
        one = self.entries.get(f"{name}#{key}") if key is not None else None
        if one is None:
            # An id is one article's: a file of many records cannot pass its own on to each.
            return whole if key is None else Entry(whole.metadata, None, whole.exclude)
        return Entry(one.metadata.over(whole.metadata), one.id, one.exclude or whole.exclude)


def read_sources(folder: Path) -> Sources:
    """The `sources.toml` of `folder`; empty when there is none. What is wrong is left out and told in `problems`."""
    path = folder / NAME
    try:
        if not path.is_file():
            return Sources({})
        if path.stat().st_size > _MOST_BYTES:
            return Sources({}, ("is larger than 10 MB, and was not used: keep only this folder's entries",))
        tables = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        return Sources({}, (f"cannot be read ({error.strerror}), and was not used",))
    except (ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())[:200]
        return Sources({}, (f"is no valid TOML, and was not used: {problem}",))
    entries: dict[str, Entry] = {}
    problems: list[str] = []
    for name, table in tables.items():
        entries[name] = _entry(name, table, problems)
    return Sources(entries, tuple(problems))


def _entry(name: str, table: object, problems: list[str]) -> Entry:
    if not isinstance(table, dict):
        problems.append(
            f'{name!r} must be a table, such as ["article.txt"] with lines such as publisher = "..." under it'
        )
        return Entry()
    unknown = sorted(set(table) - set(_KEYS))
    if unknown:
        problems.append(f"[{name!r}] has the unknown key {unknown[0]!r}; the known ones are {', '.join(_KEYS)}")
    good = {key: table[key] for key in _KEYS if key in table and _is_valid(name, key, table[key], problems)}
    texts = {key: line(good.get(key)) for key in ("title", "publisher", "url", "author", "event")}
    metadata = Metadata(
        **texts, published=iso_date(good.get("published")), language=language_code(good.get("language"))
    )
    return Entry(metadata, line(good.get("id")), bool(good.get("exclude")))


def _is_valid(name: str, key: str, value: object, problems: list[str]) -> bool:
    wanted = {
        "published": ("a date such as 2023-05-04", isinstance(value, str | date) and iso_date(value) is not None),
        "language": ('a code such as "en"', language_code(value) is not None),
        "exclude": ("true or false", isinstance(value, bool)),
    }
    form, valid = wanted.get(key, ("a text in quotation marks", line(value) is not None))
    if not valid:
        problems.append(f"[{name!r}]: {key} must be {form}")
    return valid


def strangers(sources: Sources, folder: Path) -> list[str]:
    """A note for each entry whose file is not in `folder`: a misspelt name, as a rule."""
    names = [name for name in sources.entries if not _exists(folder / name.split("#", maxsplit=1)[0])]
    return [f"{name!r} names no file of this folder" for name in names]


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a name that no file can have: too long, or with a NUL
        return False
