"""Text for people: sides next to each other where the terminal is wide enough, else one below the other.

Colours follow the terminal and NO_COLOR. Where there is no terminal, conflicting words stand between asterisks.
"""

from __future__ import annotations

from typing import TextIO

from discrepancy.review import Reviewed
from discrepancy.writers import Writer


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write the findings, and what was and was not read, fitted to `stream`."""
    # rich takes longer to import than the other writers take to write.
    from discrepancy.writers import _screen

    _screen.render(reviewed, stream)


PLUGIN = Writer(name="text", suffix=".txt", write=write, for_people=True)
