"""Show where articles disagree, side by side.

    discrepancy compare PATH... | --archive DIR

Exit status: 0 when at least one article was read, 2 when none was or the call is wrong.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from discrepancy import view, writers
from discrepancy.commands import _common, _engine, _given, _run, _watch
from discrepancy.model import Kind, Severity
from discrepancy.request import Request
from discrepancy.review import Reviewed, changed_since, read_report, reviewed


@click.command(name="compare")
@_given.given(since=False)
@_run.format_name("text")
@_run.output_file
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(_common.KINDS),
    metavar="KIND",
    multiple=True,
    help=f"Only this kind; can be repeated. One of {', '.join(_common.KINDS)}.",
)
@click.option(
    "--min-severity",
    "severity",
    type=click.Choice([severity.value for severity in Severity]),
    default=Severity.LOW.value,
    help="Only what is at least so grave.",
)
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N.")
@click.option(
    "--focus",
    "files",
    metavar="FILE",
    multiple=True,
    help="Only what involves FILE, such as your own draft. Can be repeated.",
)
@click.option(
    "--since",
    metavar="REPORT.json|DAY",
    help="Show what changed since this earlier JSON report; of an archive also: only events with an article added "
    "since that day.",
)
@_run.review_file
@click.option("--model", metavar="NAME_OR_PATH", help="Another sentence-transformers model. One by name is downloaded.")
@click.option(
    "--nli-model",
    metavar="NAME_OR_PATH|off",
    help="Another three-way cross-encoder that tells contradictions, or none. One by name is downloaded.",
)
@click.option("--parser", metavar="NAME", help="Another installed spaCy pipeline, such as en_core_web_sm.")
@click.option("--number-format", type=click.Choice(["int8", "float32", "bfloat16"]), help="How the models calculate.")
@click.option("--cache", metavar="FOLDER|off", help="Where what was worked out is kept for the next run.")
@_common.engine
@_run.watch
@_common.config
def compare(
    request: Request,
    name: str | None,
    output: Path | None,
    kinds: tuple[str, ...],
    severity: str,
    limit: int | None,
    files: tuple[str, ...],
    since: str | None,
    review_file: Path | None,
    watch: bool,
    config: Path | None,
    **overrides: str | None,
) -> None:
    """Read the articles at each PATH, or those of an archive, and show where they disagree.

    A PATH is a file (text, Markdown, HTML, PDF, Word, JSON lines), a folder with such files, or - for standard input.
    The gravest findings come first. The tool shows who says what; it never says who is right.
    """

    wanted, earlier_report = _since(request, since)

    def run() -> None:
        settings = _common.settings(config, **overrides)
        writers.check(output, name)
        earlier = read_report(earlier_report) if earlier_report else None
        log = _run.opened(request.places, review_file, quiet=True)
        report = _engine.compared(wanted, settings)
        found = reviewed(report, log)
        if earlier:
            found = replace(found, changes=changed_since(found.report, earlier, str(earlier_report)))
        writers.write(_chosen(found, kinds, severity, limit, files), name or writers.format_of(output), output)
        _common.tell_unread(report.unread)
        for note in report.notes:
            _common.tell(note)

    if watch:
        _watch.repeated(run, _watch.watched(request, review_file, config, output))
    else:
        run()


def _since(request: Request, since: str | None) -> tuple[Request, Path | None]:
    """What is wanted, and the earlier report to compare with: a day is one of an archive's."""
    if since is None:
        return request, None
    if request.archive is not None:
        with suppress(ValueError):
            return replace(request, since=_given.moment(since)), None
    return request, Path(since)


def _chosen(found: Reviewed, kinds: Iterable[str], severity: str, limit: int | None, files: Iterable[str]) -> Reviewed:
    found = view.focus(view.of_kinds(found, {Kind(kind) for kind in kinds}), files)
    return view.first(view.at_least(found, Severity(severity)), limit)


PLUGIN = compare
