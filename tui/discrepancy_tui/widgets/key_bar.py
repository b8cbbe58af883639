"""The keys at the bottom of a screen."""

from __future__ import annotations

from textual.screen import Screen
from textual.widgets import Footer


class KeyBar(Footer):
    """Made anew only when it has other keys to show: Textual's own is with every step from one part to another, which
    takes longer than all else that such a step does."""

    _listed: tuple[object, ...] = ()

    def bindings_changed(self, screen: Screen[object]) -> None:
        listed = tuple((one.binding, one.enabled) for one in screen.active_bindings.values() if one.binding.show)
        if listed != self._listed or not self.children:
            self._listed = listed
            super().bindings_changed(screen)
