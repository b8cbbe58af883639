"""Look into the review file, or tidy it.

discrepancy review list | tidy | stats [PATH...] [--review FILE]
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from discrepancy import review as reviews
from discrepancy.commands import _run
from discrepancy.display.phrases import counted, short
from discrepancy.display.safe import one_line
from discrepancy.errors import InputError
from discrepancy.review import Entry, Log, Verdict

paths = click.argument("paths", metavar="[PATH]...", nargs=-1)


@click.group(name="review")
def review() -> None:
    """Look into the review file beside the sources at each PATH (the working folder without any), or tidy it."""


@review.command(name="list")
@paths
@_run.review_file
def list_(paths: tuple[str, ...], review_file: Path | None) -> None:
    """Show what holds: verdicts, notes, resolutions, and what was mended or made by hand, oldest first."""
    for entry in reviews.held(_log(paths, review_file)):
        for line in _entry(entry):
            click.echo(one_line(line))


@review.command(name="tidy")
@paths
@_run.review_file
def tidy(paths: tuple[str, ...], review_file: Path | None) -> None:
    """Rewrite the file with what holds, and lines of newer versions, alone."""
    done = reviews.tidy(_log(paths, review_file).path)
    click.echo(f"{counted(done.kept, 'line')} kept, {done.dropped:,} dropped")
    if done.damaged:
        click.echo(one_line(f"{counted(done.damaged, 'damaged line')} moved to {done.aside}"))


@review.command(name="stats")
@paths
@_run.review_file
def stats(paths: tuple[str, ...], review_file: Path | None) -> None:
    """Count what the file holds."""
    log = _log(paths, review_file)
    entries = reviews.held(log)
    verdicts = Counter(entry.verdict for entry in entries)
    rows = {
        **{verdict.value: verdicts[verdict] for verdict in Verdict},
        "notes": sum(1 for entry in entries if entry.note),
        "resolutions": sum(1 for entry in entries if entry.resolution),
        "mended": sum(1 for entry in entries if entry.mend),
        "made by hand": sum(1 for entry in entries if entry.made),
        "reviewers": len({entry.reviewer for entry in entries if entry.reviewer}),
        "lines": len(log.lines),
        "lines not used": len(log.problems),
    }
    for name, number in rows.items():
        click.echo(f"{name:<15}{number:>8,}")


def _log(paths: tuple[str, ...], chosen: Path | None) -> Log:
    path = chosen or reviews.beside(paths)
    if not path.exists():
        raise InputError(f"there is no review file {path}: name its folder, or the file with --review")
    return _run.opened(paths, path)


def _entry(entry: Entry) -> Iterator[str]:
    said = [
        *([entry.verdict.value] if entry.verdict else []),
        *(["made by hand"] if entry.made else []),
        *(["mended"] if entry.mend else []),
    ]
    by = f" ({short(entry.reviewer, 60)})" if entry.reviewer else ""
    yield f"{short(entry.date, 40)} {', '.join(said) or 'noted'}: {entry.kind.value}, {short(entry.summary)}{by}"
    if entry.note:
        yield f"    note: {short(entry.note, 1000)}"
    if entry.resolution:
        evidence = f" ({short(entry.resolution.evidence)})" if entry.resolution.evidence else ""
        yield f"    resolution: {short(entry.resolution.wording, 1000)}{evidence}"


PLUGIN = review
