"""What a reader can filter the findings by. The script puts it to work; without one it is not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from discrepancy.display.phrases import short
from discrepancy.display.verdicts import state_name, verdict_name
from discrepancy.model import Kind, Severity
from discrepancy.review import Standing, State, Verdict
from discrepancy.writers._page.context import Context
from discrepancy.writers._page.elements import Html, element


def facets(standing: Standing, page: Context) -> dict[str, str]:
    """The attributes that a finding is filtered by: words with spaces between them."""
    found = standing.found
    return {
        "data_kind": found.kind.value,
        "data_severity": found.severity.value,
        "data_source": " ".join(map(str, _sources(standing, page))),
        "data_verdict": " ".join(_verdicts(standing)),
        "data_change": _change(standing, page),
    }


def filters(page: Context) -> Html:
    """The form, with as many findings as each choice would leave."""
    standings = page.reviewed.standings
    kinds = Counter(standing.found.kind for standing in standings)
    severities = Counter(standing.found.severity for standing in standings)
    sources = Counter(number for standing in standings for number in _sources(standing, page))
    names = {page.numbers[article.id]: short(page.names[article.id], 80) for article in page.report.articles}
    fields = [
        _field("kind", "Kind", [(kind.value, kind.value, kinds[kind]) for kind in Kind]),
        _field("severity", "Severity", [(one.value, one.value, severities[one]) for one in Severity]),
        _field("source", "Source", [(str(number), names[number], sources[number]) for number in names]),
        *([_field("verdict", "Verdict", _judged(standings))] if page.reviewed.spoken else []),
        *([_field("change", "Since then", _changed(page))] if page.reviewed.changes else []),
    ]
    return element(
        "form",
        *fields,
        element("button", "Show all", type="reset"),
        element("output", id="shown"),
        id="filters",
        aria_label="Filter the findings",
        hidden="",
    )


def _field(name: str, label: str, choices: Iterable[tuple[str, str, int]]) -> Html:
    options = (element("option", f"{words} ({count:,})", value=value) for value, words, count in choices if count)
    chosen = element("select", element("option", "all", value=""), *options, name=name)
    return element("label", element("span", label), chosen)


def _sources(standing: Standing, page: Context) -> list[int]:
    ids = {position.statement.article.id for side in standing.found.sides for position in side.positions}
    return sorted(page.numbers[ident] for ident in ids)


def _verdicts(standing: Standing) -> Iterator[str]:
    yield from dict.fromkeys(pair.verdict.value for pair in standing.pairs if pair.verdict)
    if standing.state is not State.JUDGED:
        yield standing.state.value


def _judged(standings: Iterable[Standing]) -> list[tuple[str, str, int]]:
    counts = Counter(value for standing in standings for value in _verdicts(standing))
    named = [(verdict.value, verdict_name(verdict)) for verdict in Verdict]
    named += [(state.value, state_name(state)) for state in (State.EXTENDED, State.AGAIN, State.OPEN)]
    return [(value, words, counts[value]) for value, words in named]


def _change(standing: Standing, page: Context) -> str:
    changes = page.reviewed.changes
    changed = changes.found.get(standing.found.fingerprint) if changes else None
    if changed is None:
        return "same" if changes else ""
    return "new" if changed.new else "changed"


def _changed(page: Context) -> list[tuple[str, str, int]]:
    counts = Counter(_change(standing, page) for standing in page.reviewed.standings)
    return [
        ("new", "new", counts["new"]),
        ("changed", "changed", counts["changed"]),
        ("same", "as it was", counts["same"]),
    ]
