"""Whether two values of one count can both be right."""

from __future__ import annotations

import re

from discrepancy.model import Quantity

LOOSE = 0.1
"""How far a value may lie from one given as about, nearly or some: a tenth."""

BEYOND = 1.15
"""How far past a lower bound ("more than 31") a count may lie before the two are held to differ.

Nobody writes "more than 30" of 43 dead, but of 32 they do; "at least 31" and "at least 43" are two counts.
"""

STEP = 0.25
"""The most that the roundness of a lower bound adds: "more than a quarter of a million" may be 290,000, but "more than
1,000" is hardly 1,900."""

UP_TO = 0.7
"""The share of an upper bound below which it is of another count: nobody writes "as many as 80" of 50."""

HARDLY = 0.002
"""The share by which a round figure differs from what it stands for, and is still no other figure."""
SNAPSHOT = re.compile(
    r"\bas of \d|\b\d{1,2}(?::\d\d)? ?[ap]\.?m\.? (?:\w+ )?(?:advisory|update|bulletin)\b", re.IGNORECASE
)
"""A figure that was taken at an hour, and at the next has another value."""
_WORDED = re.compile(r"\ba (?:dozen|hundred|thousand|million|billion)\b", re.IGNORECASE)
"""Figures that are said in words since they are no count."""
VAGUE_LOW, VAGUE_HIGH = 0.5, 10.0
"""How far "dozens" or "hundreds" reach below and above their own figure."""


def compatible(a: Quantity, b: Quantity) -> bool:
    """Whether some number is what both say: "at least 16" and 16, "dozens" and 50, but not 31 and 43."""
    first, second = _reach(a), _reach(b)
    meet = first[0] <= second[1] and second[0] <= first[1]
    return meet or any(_rounded(x, y) or _rounded_to(x, y) for x, y in ((a, b), (b, a)))


def _rounded(whole: Quantity, fine: Quantity) -> bool:
    """Whether one is the other without its decimals: a mile, and 1.2 miles."""
    if whole.low is None or fine.low is None or not (whole.exact and fine.exact):
        return False
    return whole.low == int(whole.low) and fine.low != int(fine.low) and round(fine.low) == whole.low


def _rounded_to(round_one: Quantity, other: Quantity) -> bool:
    """Whether one is a round figure that the other hardly differs from: 500,000 of 500,071."""
    if round_one.low is None or other.low is None or not (round_one.exact and other.exact):
        return False
    gap = abs(round_one.low - other.low)
    return gap <= HARDLY * round_one.low and gap < _grain(round_one.low)


def vague(quantity: Quantity) -> bool:
    """Whether it is no figure at all but a word for many: "dozens", "scores", "hundreds of"."""
    return quantity.approximate and (quantity.high is None or quantity.low is None or quantity.high > 2 * quantity.low)


def size(quantity: Quantity) -> float:
    """The figure that a reader would remember: 30 of "more than 30", the upper end of a range."""
    return quantity.high if quantity.high is not None else quantity.low or 0.0


def shown(quantity: Quantity, text: str) -> str:
    """The number as the source has it; `text` is the article's."""
    return text[slice(*quantity.number_span)]


def normal(quantity: Quantity) -> str:
    """The interval in one form: "31", "31..", "..50", "24..60", with "~" where it is approximate."""
    low, high = (_plain(value) for value in (quantity.low, quantity.high))
    interval = low if low == high else f"{low}..{high}"
    return f"~{interval}" if quantity.approximate else interval


def _grain(value: float) -> float:
    """The step that a round figure is written in: 10 of 30, 50,000 of 250,000, 1 of 31."""
    step = 10.0 ** max(0, len(f"{int(value)}") - 1)
    while step > 1:
        for grain in (step, step / 2):
            if value % grain == 0:
                return grain
        step /= 10
    return 1.0


def _plain(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _reach(quantity: Quantity) -> tuple[float, float]:
    low, high = quantity.low, quantity.high
    if vague(quantity):
        return VAGUE_LOW * (low or 0.0), VAGUE_HIGH * (high or low or 0.0)
    if low is None:
        # "Up to 50" is said of numbers near 50 and not of 3; "fewer than 50" may be.
        return UP_TO * (high or 0.0), high or 0.0
    worded = _WORDED.search(quantity.text) or (quantity.approximate and low <= 100)
    if high is None and worded:
        return low, 2 * low  # "more than a dozen" may be nineteen
    if high is None:
        return low, max(BEYOND * low, 0.99 * (low + min(_grain(low), STEP * low)), low)
    loose = LOOSE if quantity.approximate else 0.0
    return low * (1 - loose), high * (1 + loose)
