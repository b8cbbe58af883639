"""Values of `discrepancy.model` as bytes and back, whatever the bytes say: nothing else is ever made of them.

Pickle, because it is quick and keeps what is shared shared, and read by an unpickler that knows the frozen values of
the model, dates, frozen sets, and no other name: bytes that somebody tampered with can only be wrong, and do nothing.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from typing import Any

Name = Callable[[object], object]
"""What stands for a value that is kept elsewhere; None for one that is packed itself."""
Find = Callable[[Any], object]
"""The value that such a name stands for."""

_MODEL = "discrepancy.model"
_PLAIN = {("datetime", "date"), ("builtins", "frozenset")}


def packed(value: object, name: Name | None = None) -> bytes:
    """`value` as bytes."""
    stream = io.BytesIO()
    pickler = pickle.Pickler(stream, pickle.HIGHEST_PROTOCOL) if name is None else _Naming(stream, name)
    pickler.dump(value)
    return stream.getvalue()


def unpacked(data: bytes, find: Find | None = None) -> Any:
    """The value that was packed.

    Raises:
        ValueError: when the bytes are damaged, or are anything but packed values of the model.
    """
    try:
        return _Unpickler(io.BytesIO(data), find).load()
    except Exception as error:  # damaged bytes raise nearly anything
        raise ValueError(f"these are no values of a report: {error}") from error


class _Naming(pickle.Pickler):
    def __init__(self, stream: io.BytesIO, name: Name) -> None:
        super().__init__(stream, pickle.HIGHEST_PROTOCOL)
        self._name = name

    def persistent_id(self, value: object) -> object:
        return self._name(value)


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, find: Find | None) -> None:
        super().__init__(stream)
        self._find = find

    def find_class(self, module: str, name: str) -> Any:
        if (module == _MODEL and "." not in name) or (module, name) in _PLAIN:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of a report")

    def persistent_load(self, name: Any) -> object:
        if self._find is None:
            raise pickle.UnpicklingError("nothing is kept elsewhere")
        return self._find(name)
