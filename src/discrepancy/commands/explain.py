"""Explain what each kind of disagreement is, with examples.

discrepancy explain [KIND]
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from discrepancy.commands import _common
from discrepancy.model import Kind

_NOTHING = "No detector looks for this kind by itself."


@click.command(name="explain")
@click.argument("kind", type=click.Choice(_common.KINDS), metavar="[KIND]", required=False)
def explain(kind: str | None) -> None:
    """Explain a KIND of disagreement: what is found, and what is left alone. Without KIND, list them all."""
    from discrepancy import detectors

    explained = detectors.explained()
    for chosen in Kind if kind is None else (Kind(kind),):
        docs = explained[chosen] or (_NOTHING,)
        click.echo(_listed(chosen.value, docs) if kind is None else "\n\n\n".join(docs))


def _listed(kind: str, docs: Sequence[str]) -> str:
    """The first line of each of a kind's detectors, beside its name."""
    firsts = [doc.partition("\n")[0] for doc in docs]
    return "\n".join(f"{kind if index == 0 else '':<15}{first}" for index, first in enumerate(firsts))


PLUGIN = explain
