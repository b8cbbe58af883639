"""What stands before a word of denial and makes it none."""

from __future__ import annotations

import re

NO_DENIAL = re.compile(
    r"(?:\b(?:not|never|neither|nor|could|would|cannot|initially|earlier|previously|originally|at first|after|had)"
    r"|n['’]t) (?:\w{2,10} ){0,2}$",
    re.IGNORECASE,
)
"""Before what is not denied, and before a denial that was taken back: "after initially denying"."""
