"""Where a reader was, so that the application opens there again. Lost places cost nothing but a search."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path

import msgspec
from platformdirs import user_state_path

from discrepancy_tui.filters import Filter


class Place(msgspec.Struct, frozen=True, omit_defaults=True):
    """The chosen discrepancy, and what the list showed."""

    fingerprint: str = ""
    filter: Filter = Filter()


def folder() -> Path:
    return user_state_path("discrepancy", appauthor=False) / "places"


def recall(review_file: Path, places: Path) -> Place:
    """Where the reader of this review file was last; the beginning when nobody knows."""
    try:
        return msgspec.json.decode(_of(review_file, places).read_bytes(), type=Place)
    except (OSError, ValueError):
        return Place()


def remember(review_file: Path, place: Place, places: Path) -> None:
    # A folder that cannot be written is no reason to disturb anyone: the verdicts lie elsewhere.
    with suppress(OSError):
        places.mkdir(parents=True, exist_ok=True)
        target = _of(review_file, places)
        part = target.with_suffix(".part")
        part.write_bytes(msgspec.json.encode(place))
        part.replace(target)


def _of(review_file: Path, places: Path) -> Path:
    name = hashlib.sha256(str(review_file.absolute()).encode()).hexdigest()[:24]
    return places / f"{name}.json"
