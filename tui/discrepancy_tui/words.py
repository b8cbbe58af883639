"""How the application says things: short words for verdicts and states, beside a mark that does without colour."""

from __future__ import annotations

from collections.abc import Mapping

from discrepancy.review import Standing, State, Verdict
from discrepancy_tui.paint import Role

VERDICTS: Mapping[Verdict, tuple[str, str, Role]] = {
    Verdict.CONFLICT: ("✔", "conflict", Role.GOOD),
    Verdict.NOT_CONFLICT: ("✘", "no conflict", Role.DIM),
    Verdict.UNSURE: ("?", "unsure", Role.WARN),
    Verdict.LATER: ("»", "later", Role.WARN),
    Verdict.ACCEPTED: ("=", "accepted", Role.DIM),
}
OPEN = ("·", "to judge", Role.NOTE)
EXTENDED = ("+", "new side", Role.WARN)
AGAIN = ("~", "edited", Role.WARN)


def standing_of(standing: Standing) -> tuple[str, str, Role]:
    """The mark, the word and the role of where a discrepancy stands."""
    match standing.state:
        case State.EXTENDED:
            return EXTENDED
        case State.AGAIN:
            return AGAIN
        case State.JUDGED if standing.verdict:
            return VERDICTS[standing.verdict]
    return OPEN


def is_judged(standing: Standing) -> bool:
    """Whether nothing is left to do: put off for later is not judged."""
    return standing.state is State.JUDGED and standing.verdict is not Verdict.LATER
