"""Discovery: a loader, detector, writer or command is one module that binds one frozen `PLUGIN`."""

import importlib
import pkgutil
from functools import cache
from types import ModuleType
from typing import TypeVar

T = TypeVar("T")


@cache  # every event asks for the detectors
def discover(package: ModuleType, of: type[T]) -> tuple[T, ...]:
    """The `PLUGIN` of every public module of `package`, in the order of the module names.

    A module whose name starts with an underscore is a helper and is passed over.

    Raises:
        TypeError: when a module has no `PLUGIN`, or one that is not an instance of `of`.
    """
    names = sorted(found.name for found in pkgutil.iter_modules(package.__path__))
    return tuple(_plugin(f"{package.__name__}.{name}", of) for name in names if not name.startswith("_"))


def _plugin(module: str, of: type[T]) -> T:
    plugin = getattr(importlib.import_module(module), "PLUGIN", None)
    if not isinstance(plugin, of):
        raise TypeError(f"{module} must bind PLUGIN to a {of.__name__}, not to {plugin!r}")
    return plugin
