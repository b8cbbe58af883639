"""Settings from a file in the working folder, overridden by what the command line says."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import msgspec

from discrepancy.errors import SettingsError
from discrepancy.settings import THEMES, Settings

FILE_NAME = "discrepancy.toml"
PROJECT_FILE = "pyproject.toml"

_KEYS = tuple(field.encode_name for field in msgspec.structs.fields(Settings))
_BY_HAND = frozenset({"engine"})
"""Settings that a file may not make: it may have come with the articles."""
_NUMBER_FORMATS = ("int8", "float32", "bfloat16")
_WHERE = re.compile(r" - at `\$\.?(?P<key>[^`]*)`$")


def settings(overrides: Mapping[str, object], config: Path | None = None, folder: Path | None = None) -> Settings:
    """The settings of `config`, or of the file found in `folder` (the working folder), with `overrides` on top.

    In a folder, discrepancy.toml is preferred to the table [tool.discrepancy] of pyproject.toml; with neither, the
    defaults hold. `overrides` are by the names used in the files ("number-format"); None there says nothing.

    Raises:
        SettingsError: for a file that is missing or no TOML, an unknown key, an impossible value, or a setting that
            only the command line may make.
    """
    found = config or _found(folder or Path())
    values = _table(found) if found else {}
    chosen = {key: value for key, value in overrides.items() if value is not None}
    for key in _BY_HAND.intersection(values):
        raise SettingsError(f"{found}: {key} is given as --{key} alone: a file must not send articles anywhere")
    if found:
        _converted(values, str(found))
    return _converted(values | chosen, "the command line")


def _found(folder: Path) -> Path | None:
    return next((folder / name for name in (FILE_NAME, PROJECT_FILE) if (folder / name).is_file()), None)


def _table(path: Path) -> dict[str, Any]:
    try:
        read = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"{path} could not be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path} is not valid TOML: {error}") from error
    if path.name != PROJECT_FILE:
        return read
    tools = read.get("tool", {})
    table = tools.get("discrepancy", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: [tool.discrepancy] must be a table")
    return table


def _converted(values: Mapping[str, object], source: str) -> Settings:
    for key in values:
        if key not in _KEYS:
            raise SettingsError(f"{source}: unknown setting {key!r}; {_nearest(key)}")
    try:
        made = msgspec.convert(dict(values), Settings)
    except msgspec.ValidationError as error:
        raise SettingsError(f"{source}: {_plainly(str(error))}") from error
    if made.number_format not in (None, *_NUMBER_FORMATS):
        raise SettingsError(
            f"{source}: number-format must be one of {', '.join(_NUMBER_FORMATS)}, not {made.number_format}"
        )
    if made.theme not in THEMES:
        raise SettingsError(f"{source}: theme must be one of {', '.join(THEMES)}, not {made.theme}")
    return made


def _nearest(key: str) -> str:
    known = [key for key in _KEYS if key not in _BY_HAND]
    near = get_close_matches(key.replace("_", "-").lower(), known, n=1)
    return f"did you mean {near[0]!r}?" if near else f"there are {', '.join(known)}"


def _plainly(message: str) -> str:
    """msgspec's message with the key in front: "aliases: expected `object`, got `int`"."""
    where = _WHERE.search(message)
    if not where:
        return message
    return f"{where['key']}: {message[0].lower()}{message[1 : where.start()]}"
