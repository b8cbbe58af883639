"""Acts that happen once, and to whom: what makes two claims of one act the same occasion. General English."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy.detectors._positions import about
from discrepancy.detectors._when import affected
from discrepancy.lexicon import CREATE
from discrepancy.model import Claim

_GOALS = ("object", "in", "with", "to", "into", "for", "from", "of")

BY_DOER = {
    "join": frozenset({"join", "enlist", "enrol", "enroll", "sign up", "sign with"}),
    "marry": frozenset({"marry", "wed"}),
    "graduate": frozenset({"graduate"}),
    "leave": frozenset({"leave", "quit", "flee", "emigrate"}),
}
"""Done once by somebody to some body: the doer and the goal make the occasion."""

OF_LIFE = {
    "die": frozenset({"die", "perish", "succumb", "pass away"}),
    "be born": frozenset({"bear"}),
    "retire": frozenset({"retire"}),
    "resign": frozenset({"resign", "step down"}),
}
"""Done once by somebody; nothing else is needed to know the occasion."""

BY_PATIENT = {
    "kill": frozenset({"kill", "murder", "assassinate", "execute", "behead", "shoot dead"}),
    "arrest": frozenset({"arrest", "detain", "apprehend"}),
    "convict": frozenset({"convict", "find guilty"}),
    "sentence": frozenset({"sentence"}),
    "acquit": frozenset({"acquit", "exonerate"}),
    "elect": frozenset({"elect"}),
    "appoint": frozenset({"appoint", "nominate"}),
    "bury": frozenset({"bury"}),
    "buy": frozenset({"buy", "acquire", "purchase"}),
    "open": frozenset({"open", "inaugurate", "unveil"}),
    "publish": frozenset({"publish", "release"}),
    "launch": frozenset({"launch"}),
    "sink": frozenset({"sink"}),
}
"""Done once to somebody or something: whoever did it, its object makes the occasion. The subject of a passive."""

REPEATABLE = frozenset(
    {"leave", "arrest", "elect", "appoint", "open", "publish", "launch", "sentence", "retire", "resign", "buy"}
)
"""Acts that may come again after a year, so that only dates within one are set against each other."""

FOUNDING = CREATE - {"raise", "organise", "organize", "launch", "set", "assemble", "constitute"}
ANNOUNCING = frozenset({"announce", "unveil", "introduce"})
FOUNDING_NEWS = FOUNDING | ANNOUNCING
SERVING = frozenset(
    {
        "join",
        "enlist",
        "enrol",
        "enroll",
        "serve",
        "lead",
        "command",
        "head",
        "fight",
        "work",
        "captain",
        "chair",
        "coach",
        "sign up",
    }
)

QUESTIONS = {
    "join": "When did {0} join {1}?",
    "marry": "When did {0} marry {1}?",
    "graduate": "When did {0} graduate from {1}?",
    "leave": "When did {0} leave {1}?",
    "die": "When did {0} die?",
    "be born": "When was {0} born?",
    "retire": "When did {0} retire?",
    "resign": "When did {0} resign?",
    "kill": "When was {0} killed?",
    "arrest": "When was {0} arrested?",
    "convict": "When was {0} convicted?",
    "sentence": "When was {0} sentenced?",
    "acquit": "When was {0} acquitted?",
    "elect": "When was {0} elected?",
    "appoint": "When was {0} appointed?",
    "bury": "When was {0} buried?",
    "buy": "When was {0} bought?",
    "open": "When was {0} opened?",
    "publish": "When was {0} published?",
    "launch": "When was {0} launched?",
    "sink": "When did {0} sink?",
}


def occasions(claim: Claim) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The one-time acts that a claim tells of, each with the names that make the occasion."""
    for act, verbs in BY_DOER.items():
        doer, target = about(claim.subject), goal(claim)
        if claim.predicate in verbs and doer and target and doer != target:
            yield act, (doer, target)
    for act, verbs in OF_LIFE.items():
        doer = claim.subject.name if claim.subject else None
        if claim.predicate in verbs and doer:
            yield act, (doer,)
    for act, verbs in BY_PATIENT.items():
        patient = patient_of(claim)
        if claim.predicate in verbs and patient:
            yield act, (patient,)


def patient_of(claim: Claim) -> str | None:
    """The name of what is acted on: the object, or the subject of a passive without a doer."""
    thing = affected(claim)
    if thing is not None:
        return thing.name
    return claim.subject.name if claim.subject else None


def called(claim: Claim, name: str) -> str:
    """A name as a question says it: with "the" where the claim's article does."""
    text = claim.statement.article.text
    for argument in claim.arguments:
        if name in (argument.name, argument.group):
            start = argument.span[0]
            if text[start : start + 4].lower() == "the " or text[max(0, start - 4) : start].lower() == "the ":
                return name if name.lower().startswith("the ") else f"the {name}"
    return name


def goal(claim: Claim) -> str | None:
    """The name of the body that somebody joins, leaves or serves in."""
    for role in _GOALS:
        for argument in claim.arguments:
            if argument.role == role and about(argument):
                return about(argument)
    return None
