"""What can be done on a screen, with the keys that do it: for the help, and for the palette of all actions."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from textual import actions
from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

_GROUPS: Mapping[str, str] = {
    "verdict": "Verdicts",
    "undo": "Verdicts",
    "note": "Verdicts",
    "resolution": "Verdicts",
    "mend": "Verdicts",
    "screen": "Screens",
    "article": "Screens",
    "leave": "Screens",
    "copy": "Quotes and reports",
    "open": "Quotes and reports",
    "export": "Quotes and reports",
    "mark": "Quotes and reports",
    "link": "Quotes and reports",
    "filter": "Showing",
    "search": "Showing",
    "differences": "Showing",
    "matrix": "Showing",
}
"""By how the name of a binding begins."""
_MOVING = "Moving"
_MOVES = frozenset(("finding", "statement", "side", "page", "cell", "count"))
_OTHER = "Always"
_ELSEWHERE = "In another part of the screen (Tab goes there)"
GROUPS = (*dict.fromkeys(_GROUPS.values()), _MOVING, _OTHER, _ELSEWHERE)
_OF_TEXTUAL = {
    "focus_next": "Next part of the screen",
    "focus_previous": "Previous part of the screen",
}
"""Actions that every screen has from Textual and a reader needs, in plain words. Its others have keys of ours."""
_KEYS = {
    "backspace": "Backspace",
    "end": "End",
    "enter": "Enter",
    "escape": "Escape",
    "home": "Home",
    "pagedown": "Page Down",
    "pageup": "Page Up",
    "space": "Space",
    "tab": "Tab",
}
Call: TypeAlias = tuple[DOMNode, str, tuple[object, ...]]
"""Whose action it is, its name, and what it is called with."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done now."""

    id: str | None
    """What the settings call it; none for what cannot have another key."""
    name: str
    meaning: str
    keys: str
    """As they are shown: "↓, j"."""
    group: str
    call: str
    node: DOMNode
    """Where it was bound, and whose action it is unless the call says otherwise."""

    async def run(self) -> None:
        await self.node.app.run_action(self.call, self.node)


def actions_of(screen: Screen[object]) -> list[Action]:
    """Every action that has a key on `screen` as it is now, by group."""
    wanted = (one for one in screen.active_bindings.values() if one.binding.id or _parsed(one)[1] in _OF_TEXTUAL)
    return sorted(_actions(wanted), key=lambda one: GROUPS.index(one.group))


def actions_elsewhere(screen: Screen[object], keymap: Mapping[str, str]) -> list[Action]:
    """Those of parts of `screen` that do not have the focus. `keymap` holds other keys, by the name of the action."""
    known = {active.binding.id for active in screen.active_bindings.values()}
    found: list[ActiveBinding] = []
    for widget in screen.query(Widget):
        own = [one for one in _bindings(widget, keymap) if one.id not in known] if widget.display else []
        found += [ActiveBinding(widget, binding, True) for binding in own]
        known |= {binding.id for binding in own}
    return [replace(action, group=_ELSEWHERE) for action in _actions(found)]


def _bindings(widget: Widget, keymap: Mapping[str, str]) -> Iterator[Binding]:
    """The bindings of a widget that have a name, with the keys that they have now."""
    for kind in type(widget).__mro__:
        for binding in vars(kind).get("BINDINGS", ()):
            if isinstance(binding, Binding) and binding.id:
                yield from Binding.make_bindings([replace(binding, key=keymap.get(binding.id, binding.key))])


def _actions(bound: Iterable[ActiveBinding]) -> Iterator[Action]:
    """One action for all the keys that do the same."""
    alike: dict[Call, list[Binding]] = defaultdict(list)
    nodes: dict[Call, DOMNode] = {}
    for active in bound:
        call = _parsed(active)
        alike[call].append(active.binding)
        nodes.setdefault(call, active.node)
    return (_action(call, bindings, nodes[call]) for call, bindings in alike.items())


def _parsed(active: ActiveBinding) -> Call:
    target, name, parameters = actions.parse(active.binding.action)
    node = active.node
    owners: Mapping[str, DOMNode] = {"app": node.app, "screen": node.screen}
    return owners.get(target, node), name, parameters


def _action(call: Call, bindings: Sequence[Binding], node: DOMNode) -> Action:
    owner, name, _ = call
    first = bindings[0]
    said = _OF_TEXTUAL.get(name, first.description)
    return Action(
        id=first.id,
        name=said,
        meaning=_told(owner, name) or said,
        keys=", ".join(dict.fromkeys(_key(node.app, binding) for binding in bindings)),
        group=_group(first.id or ""),
        call=first.action,
        node=node,
    )


def _told(owner: DOMNode, name: str) -> str:
    """What the action says of itself; nothing where it is Textual's own, whose readers are programmers."""
    method = getattr(owner, f"action_{name}", None)
    is_ours = getattr(method, "__module__", "").startswith(__name__.partition(".")[0])
    return (inspect.getdoc(method) or "").partition("\n")[0].rstrip(".") if is_ours else ""


def _key(app: App[object], binding: Binding) -> str:
    """A key as it is written on a keyboard: "Ctrl+P", "Page Up"."""
    *held, key = binding.key.split("+")
    word = _KEYS.get(key) or app.get_key_display(binding.with_key(key, binding.key_display))
    return "+".join([*(one.capitalize() for one in held), word.upper() if held and len(word) == 1 else word])


def _group(ident: str) -> str:
    begin = ident.partition(".")[0]
    return _MOVING if begin in _MOVES else _GROUPS.get(begin, _OTHER)


def matching(found: list[Action], text: str) -> Iterator[Action]:
    """Those in which every word of `text` stands."""
    words = text.casefold().split()
    for action in found:
        said = f"{action.keys} {action.name} {action.meaning} {action.group}".casefold()
        if all(word in said for word in words):
            yield action


def names() -> frozenset[str]:
    """The name of every action whose key can be changed."""
    own = (kind for kind in _kinds(DOMNode) if kind.__module__.startswith(f"{__package__}."))
    return frozenset(
        binding.id for kind in own for binding in kind.BINDINGS if isinstance(binding, Binding) and binding.id
    )


def _kinds(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    yield kind
    for narrower in kind.__subclasses__():
        yield from _kinds(narrower)
