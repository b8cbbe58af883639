"""What a command works on: PATHs, or an archive, as options that every command reads in the same way."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeAlias

import click

from discrepancy.request import Request

Command: TypeAlias = Callable[..., Any]

folder = click.option("--archive", metavar="DIR", required=True, help="The archive's folder.")
_paths = click.argument("paths", metavar="[PATH]...", nargs=-1)
_archive = click.option("--archive", metavar="DIR", help="The events of this archive, instead of any PATH.")
_events = click.option(
    "--event",
    "events",
    metavar="EVENT",
    multiple=True,
    help="Of the archive, only this event: its number, its name, or one of its articles. Can be repeated.",
)


def moment(value: str) -> str:
    """A day or a moment, in local time where it says no other, as an archive writes it.

    Raises:
        ValueError: when it is neither.
    """
    try:
        return datetime.fromisoformat(value).astimezone(UTC).isoformat(timespec="seconds")
    except (OverflowError, OSError) as error:  # the first or last days that there are, elsewhere on Earth
        raise ValueError(str(error)) from error


def given(since: bool = True) -> Callable[[Command], Command]:
    """The arguments and options that make a command's `request`; `since` is left to those that mean more by it."""

    def decorate(command: Command) -> Command:
        @functools.wraps(command)
        def call(
            *args: Any,
            paths: tuple[str, ...],
            archive: str | None,
            events: tuple[str, ...],
            **options: Any,
        ) -> Any:
            chosen = options.pop("from_when", None)
            return command(*args, request=_request(paths, archive, events, chosen), **options)

        for option in (_events, _archive, _paths) if not since else (_since, _events, _archive, _paths):
            call = option(call)
        return call

    return decorate


def _moment(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    try:
        return None if value is None else moment(value)
    except ValueError:
        raise click.BadParameter(f"{value} is no day: write it as 2024-03-31") from None


_since = click.option(
    "--since",
    "from_when",
    metavar="DAY",
    callback=_moment,
    help="Of the archive, only events with an article added since that day.",
)


def _request(paths: tuple[str, ...], archive: str | None, events: tuple[str, ...], since: str | None) -> Request:
    if archive is None and not paths:
        raise click.UsageError("give at least one PATH, or --archive DIR")
    if archive is not None and paths:
        raise click.UsageError(f"give PATHs or --archive: 'discrepancy add --archive {archive} PATH' puts them into it")
    if archive is None and (events or since):
        raise click.UsageError("--event and --since are for an archive: give --archive DIR")
    return Request(paths, archive, events, since)
