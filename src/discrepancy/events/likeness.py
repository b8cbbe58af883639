"""How likely two articles tell of one event: a logistic model of a few plain features.

Its weights are in `data/events.json`; `training/train_events.py` makes them, and `training/EVENTS_CARD.md` says from
what, and how well they do.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from importlib import resources

from discrepancy.events.profile import Profile
from discrepancy.events.rarity import Kind, Rarity
from discrepancy.model import Signal

FARTHEST = 365
"""Days between two publications that count: later is not more unlikely."""
EXTREME = 8.0
"""Log-odds beyond which a pair is no surer: one pair must not outweigh an event."""
SHOWN = 4
"""Names or figures that are given as a reason."""
TELLING = 0.3
"""Rarity from which a shared figure is given as a reason; "2 p" is no reason."""

Weights = Mapping[str, float]


@cache
def packaged() -> Weights:
    """The weights in the package. `bias` holds the threshold, so that log-odds of 0 are the line between the two."""
    text = resources.files("discrepancy").joinpath("data", "events.json").read_text("utf-8")
    found: Weights = json.loads(text)["weights"]
    return found


def features(a: Profile, b: Profile, rarity: Rarity) -> dict[str, float]:
    """What speaks for and against one event, by name; what is not there is 0."""
    found = {"title and lead": float(a.vector @ b.vector)}
    names, share = _overlap("names", a, b, rarity)
    found |= {"names": math.log1p(names), "share of names": share}
    found["words"] = math.log1p(_overlap("words", a, b, rarity)[0])
    found["title told"] = (_told(a, b, rarity) + _told(b, a, rarity)) / 2
    found["share of figures"] = _overlap("figures", a, b, rarity)[1]
    if a.publisher and a.publisher == b.publisher:
        found["one publisher"] = 1.0  # whose furniture and manner the two share, whatever they tell of
    if a.published is None or b.published is None:
        found["undated"] = 1.0
    else:
        found["days apart"] = math.log1p(min(abs(a.published - b.published), FARTHEST))
    if a.days and b.days:
        found["same day" if a.days & b.days else "other days"] = 1.0
    return found


def likeness(a: Profile, b: Profile, rarity: Rarity, weights: Weights) -> float:
    """Log-odds that two articles tell of one event: 0 is the line, above it is yes."""
    odds = weights["bias"] + sum(weights[name] * value for name, value in features(a, b, rarity).items())
    return max(-EXTREME, min(EXTREME, odds))


def reasons(a: Profile, b: Profile, rarity: Rarity) -> tuple[Signal, ...]:
    """What two articles of one event have in common, in plain words."""
    return tuple(_reasons(a, b, rarity))


def _overlap(kind: Kind, a: Profile, b: Profile, rarity: Rarity) -> tuple[float, float]:
    """The weight of what both have, and its share of what they have (a cosine)."""
    shared = rarity.weight(kind, getattr(a, kind) & getattr(b, kind))
    return shared, shared / (rarity.length(kind, a) * rarity.length(kind, b)) if shared else 0.0


def _told(a: Profile, b: Profile, rarity: Rarity) -> float:
    """How much of an article's title stands in the title and lead of another: a title is never the site's furniture."""
    whole = rarity.weight("words", a.title)
    return rarity.weight("words", a.title & b.words) / whole if whole else 0.0


def _reasons(a: Profile, b: Profile, rarity: Rarity) -> Iterator[Signal]:
    if names := _rarest("names", a.names & b.names, rarity):
        yield Signal("names in both", ", ".join(names))
    if figures := _rarest("figures", a.figures & b.figures, rarity, TELLING):
        yield Signal("figures in both", ", ".join(figures))
    if days := sorted(a.days & b.days):
        yield Signal("both tell of", ", ".join(date.fromordinal(day).isoformat() for day in days[-SHOWN:]))
    if a.published is not None and b.published is not None:
        yield Signal("published", _apart(abs(a.published - b.published)))
    yield Signal("title and lead alike", round(float(a.vector @ b.vector), 2))


def _rarest(kind: Kind, shared: Iterable[str], rarity: Rarity, least: float = 0.0) -> list[str]:
    ranked = sorted((-rarity.of(kind, word), word) for word in shared)
    return [word for weight, word in ranked[:SHOWN] if -weight > least]


def _apart(days: int) -> str:
    return "on the same day" if not days else f"{days} day{'s' * (days > 1)} apart"
