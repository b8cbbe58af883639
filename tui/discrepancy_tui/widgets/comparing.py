"""What is seen while the articles are compared."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.widgets import Label, ProgressBar

STAGES = {
    "read": "Reading the articles",
    "events": "Telling events apart",
    "parse": "Taking sentences apart",
    "enrich": "Finding dates, figures, names and speakers",
    "claims": "Reading what each sentence claims",
    "embed": "Placing claims by their meaning",
    "align": "Finding claims about the same thing",
    "judge": "Asking the contradiction model",
    "detect": "Finding where they disagree",
}
"""The stages of a comparison, in their order, and what they are in plain words."""


class Comparing(Middle):
    """A bar that moves with the stages."""

    DEFAULT_CSS = """
    Comparing {
        align: center middle;
        & Label { width: auto; }
        & #stage { text-style: bold; }
        & #hint { color: $role-dim; margin-top: 1; }
        & ProgressBar { width: auto; margin-top: 1; }
    }
    """

    def compose(self) -> ComposeResult:
        with Center():
            yield Label("Starting", id="stage")
        with Center():
            yield ProgressBar(total=len(STAGES), show_eta=False, show_percentage=False)
        with Center():
            yield Label("The first time takes longest. Escape stops it.", id="hint", markup=False)

    def begin(self, stage: str) -> None:
        """Shows that `stage` began."""
        names: Sequence[str] = tuple(STAGES)
        self.query_one("#stage", Label).update(STAGES.get(stage, stage))
        self.query_one(ProgressBar).update(progress=names.index(stage) if stage in STAGES else 0)
