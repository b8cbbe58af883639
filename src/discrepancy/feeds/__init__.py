"""Feeds: the entries of an RSS or Atom feed, from a file or from an address that the reader names, as articles.

Nothing is asked of the network but the one address: no image, no link, no enclosure of an entry is opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from discrepancy.errors import InputError
from discrepancy.feeds import _fetching
from discrepancy.feeds._articles import outcomes
from discrepancy.feeds._fetching import LIMITS, NOTHING_KNOWN, Limits, Reply, Validators
from discrepancy.feeds._parsing import Feed, parse
from discrepancy.loaders import Collection, Raw, collect, missing, unreadable
from discrepancy.loaders._walk import shown
from discrepancy.settings import DEFAULT, Settings

__all__ = ["LIMITS", "NOTHING_KNOWN", "Fetched", "Limits", "Validators", "read"]

# Two letters and more, so that the drive of a Windows path is none.
_ADDRESS = re.compile(r"\s*[A-Za-z][A-Za-z0-9+.-]{1,30}://")
_EXTRA = "feeds"


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a feed holds, and what to ask with the next time."""

    collection: Collection
    validators: Validators = NOTHING_KNOWN
    """What an address answered, for the next call; nothing for a file."""


def read(
    source: str,
    settings: Settings = DEFAULT,
    validators: Validators = NOTHING_KNOWN,
    limits: Limits = LIMITS,
) -> Fetched:
    """The entries of the feed in the file or at the http(s) address `source`.

    An article's id is its entry's, and its path is `source`, `#` and that id. Its hash changes when its entry is
    edited, and with nothing else. With the `validators` of an earlier call, an address whose feed is unchanged since
    gives an empty collection. Entries that are no articles are in `unread`, with the reason.

    Raises:
        InputError: when nothing can be read; one line that names `source` and says what to do.
    """
    address = source.strip() if _ADDRESS.match(source) else None
    name = address or shown(source)
    try:
        reply = _fetching.fetch(address, validators, limits) if address else _opened(source, limits)
        if reply.data is None:
            return Fetched(Collection(()), reply.validators)
        return Fetched(_collection(name, reply, reply.data, settings), reply.validators)
    except InputError as error:
        raise InputError(f"{name} {error}") from None
    except ImportError:
        raise InputError(f"{name} {missing(_EXTRA)}") from None


def _opened(path: str, limits: Limits) -> Reply:
    try:
        with Path(path).open("rb") as stream:
            return Reply(_fetching.unpacked(stream.read(limits.most_bytes + 1), limits))
    except (OSError, ValueError) as error:
        raise InputError(unreadable(error)) from None


def _collection(name: str, reply: Reply, data: bytes, settings: Settings) -> Collection:
    feed = parse(data, reply.charset, reply.address)
    found = collect(name, outcomes(feed, Raw(BytesIO(data), settings)))
    return Collection(found.articles, found.unread, (*(f"{name} {note}" for note in _notes(feed)), *found.notes))


def _notes(feed: Feed) -> Iterator[str]:
    if feed.damage:
        left_out = "; its last entry is cut off, and was left out" if feed.cut_off else ""
        yield f"{feed.damage}: some of it may be missing{left_out}"
    elif not feed.entries:
        yield "has no entries"
