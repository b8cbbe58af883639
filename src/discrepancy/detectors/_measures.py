"""Units that news converts into each other, with a table of factors.

Sixteen factors are all that conversions in brackets need; pint would bring a registry of a thousand units, and most of
a second to load it, for the same products. The factors are exact by definition (international yard and pound, 1959)
but for those of the US ton and gallon, which are exact in pounds and litres.
"""

from __future__ import annotations

import math

_BASE: dict[str, tuple[str, float]] = {
    "millimetre": ("metre", 0.001), "centimetre": ("metre", 0.01), "metre": ("metre", 1.0),
    "kilometre": ("metre", 1000.0), "inch": ("metre", 0.0254), "foot": ("metre", 0.3048), "yard": ("metre", 0.9144),
    "mile": ("metre", 1609.344),
    "gram": ("gram", 1.0), "kilogram": ("gram", 1000.0), "tonne": ("gram", 1e6), "pound": ("gram", 453.59237),
    "ounce": ("gram", 28.349523125), "ton": ("gram", 907184.74),
    "litre": ("litre", 1.0), "gallon": ("litre", 3.785411784),
    "hectare": ("are", 100.0), "acre": ("are", 40.468564224), "square_kilometre": ("are", 10000.0),
    "square_mile": ("are", 25899.88110336), "square_metre": ("are", 0.01), "square_foot": ("are", 0.0009290304),
    "kilometre_per_hour": ("kph", 1.0), "mile_per_hour": ("kph", 1.609344), "knot": ("kph", 1.852),
}  # fmt: skip


def factor(unit: str, other: str) -> float | None:
    """By how much a value in `unit` is multiplied to be in `other`; None when they measure different things."""
    a, b = _BASE.get(unit), _BASE.get(other)
    return a[1] / b[1] if a and b and a[0] == b[0] else None


def round_number(value: float) -> str:
    """`value` to two significant figures, as a reader would say it."""
    if value == 0:
        return "0"
    digits = 1 - math.floor(math.log10(abs(value)))
    return f"{round(value, digits):.10g}"
