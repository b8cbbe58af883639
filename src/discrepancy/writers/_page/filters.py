"""What a reader can filter the findings by. The script puts it to work; without one it is not shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from discrepancy.display.phrases import short
from discrepancy.display.verdicts import state_name, verdict_name
from discrepancy.model import Kind, Severity
from discrepancy.review import Standing, State, Verdict
from discrepancy.writers._page.context import Context
from discrepancy.writers._page.elements import Html, element

Facets: TypeAlias = Mapping[str, Sequence[str]]
"""What a finding is filtered by: the name of a field to the choices that leave it. No choice has a space in it."""

_CHANGES = {"new": "new", "changed": "changed", "same": "as it was"}


def facets(standing: Standing, page: Context) -> Facets:
    found = standing.found
    ids = {position.statement.article.id for side in found.sides for position in side.positions}
    return {
        "kind": (found.kind.value,),
        "severity": (found.severity.value,),
        "source": [str(number) for number in sorted(page.numbers[ident] for ident in ids)],
        "verdict": _verdicts(standing) if page.spoken else (),
        "change": _changes(standing, page),
    }


def filters(given: Iterable[Facets], page: Context) -> Html:
    """The form, with how many findings each choice leaves of those with the facets `given`."""
    counts = Counter((name, choice) for one in given for name, choices in one.items() for choice in choices)
    names = {str(page.numbers[article.id]): short(page.names[article.id], 80) for article in page.report.articles}
    verdicts = {verdict.value: verdict_name(verdict) for verdict in Verdict}
    verdicts |= {state.value: state_name(state) for state in (State.EXTENDED, State.AGAIN, State.OPEN)}
    fields = (
        _field("kind", "Kind", {kind.value: kind.value for kind in Kind}, counts),
        _field("severity", "Severity", {severity.value: severity.value for severity in Severity}, counts),
        _field("source", "Source", names, counts),
        _field("verdict", "Verdict", verdicts, counts),
        _field("change", "Since then", _CHANGES, counts),
    )
    return element(
        "form",
        *fields,
        element("button", "Show all", type="reset"),
        element("output", id="shown"),
        id="filters",
        aria_label="Filter the findings",
        hidden="",
    )


def _field(name: str, label: str, choices: Mapping[str, str], counts: Mapping[tuple[str, str], int]) -> Html | None:
    """A field with the choices that leave any finding; None where there are none."""
    left = [(value, words, counts[name, value]) for value, words in choices.items() if counts[name, value]]
    if not left:
        return None
    options = (element("option", f"{words} ({count:,})", value=value) for value, words, count in left)
    chosen = element("select", element("option", "all", value=""), *options, name=name)
    return element("label", element("span", label), chosen)


def _verdicts(standing: Standing) -> list[str]:
    given = list(dict.fromkeys(pair.verdict.value for pair in standing.pairs if pair.verdict))
    state = standing.state
    return given if state is State.JUDGED else [*given, state.value]


def _changes(standing: Standing, page: Context) -> Sequence[str]:
    changes = page.reviewed.changes
    if changes is None:
        return ()
    changed = changes.found.get(standing.found.fingerprint)
    return ("same" if changed is None else "new" if changed.new else "changed",)
