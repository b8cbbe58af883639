"""What several commands share: options, and what goes to stderr."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from discrepancy import configure
from discrepancy.display.safe import one_line
from discrepancy.errors import InputError
from discrepancy.model import Article, Kind, Unread
from discrepancy.settings import Settings

KINDS = tuple(kind.value for kind in Kind)

paths = click.argument("paths", metavar="PATH...", nargs=-1, required=True)
config = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings to use instead of discrepancy.toml or pyproject.toml in this folder.",
)

engine = click.option(
    "--engine",
    metavar="dask://HOST:PORT",
    help="Compare on the Dask cluster of this scheduler. The articles are sent to it.",
)


def settings(chosen: Path | None, **overrides: Any) -> Settings:
    """The settings of the files, with options given on the command line on top."""
    return configure.settings({key.replace("_", "-"): value for key, value in overrides.items()}, chosen)


def tell(line: str) -> None:
    """One harmless line on stderr."""
    click.echo(f"discrepancy: {one_line(line)}", err=True)


def tell_unread(unread: Sequence[Unread]) -> None:
    """One line for each file that was not read."""
    for one in unread:
        tell(f"not read: {one.path}: {one.reason}")


def require_articles(articles: Sequence[Article], unread: Sequence[Unread], paths: Sequence[str]) -> None:
    """Go on only with something to go on with.

    Raises:
        InputError: when nothing was read at all.
    """
    if articles:
        return
    if not unread:
        raise InputError(f"there are no articles in {', '.join(paths)}")
    others = f" (and {len(unread) - 1:,} more not read)" if len(unread) > 1 else ""
    raise InputError(f"no article could be read: {unread[0].path}: {unread[0].reason}{others}")
