"""What became of it: one undertaking that succeeded in one account and failed in the other.

Two aligned claims of one occasion, where one says that something was tried, thwarted or prevented and the other that
it was done; or whose verbs are outcomes that exclude each other (win and lose, acquit and convict, approve and
reject); or where a place is taken in one and still fought over in the other. Often two speakers each claim success:
then the relation is `attributed`.

Fires:
    "The climbers tried to cross the pass." / "The climbers crossed the pass on Friday."
    "Police said that they had foiled the break-in." / "The gang broke into the vault, a witness said."
    "The rebels seized the town of Orvel." / "In Orvel, fighting is still under way."

Stays silent:
    "The team tried to cross in May." / "The team crossed in July." (days that exclude each other)
    "They wanted to buy the firm." / "They bought the firm." (what was wanted was done later)
    "He was held, and later released." / "He was held." (one source tells of both, one after the other)
    "The champion rose to his feet." / "The champion dropped to second place." (nothing that is measured)
    "The army repelled an attack." / "Families crossed the river." (who crosses is not who attacks)
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from textwrap import shorten

from discrepancy.align import parties, same_event
from discrepancy.detectors import Detector
from discrepancy.detectors._contests import contests, state_of, unfinished
from discrepancy.detectors._positions import about, apart, confidence, position, related, relation, titled
from discrepancy.lexicon import acts_of, opposed, same_act
from discrepancy.model import Argument, Claim, Conflict, Evidence, Kind, Modality, Pair, Severity, Signal
from discrepancy.settings import Settings

VERDICTS = frozenset("acquit clear exonerate convict condemn sentence".split())
AGAIN = re.compile(
    r"\b(?:retrial|re-trial|retried|mistrial|appeals?|overturned|(?:first|second|new) trial)\b", re.IGNORECASE
)
MOVED = frozenset("rise fall jump climb drop surge grow increase decrease shrink decline plunge slump".split())
"""Outcomes of what is measured alone: a man who rises to his feet did not drop in a table."""
_ALTERNATIVE = re.compile(r"\balternative\b|\bwhether\b|\b(?:is|are|was|were|been) trying to\b", re.IGNORECASE)
"""What might have been, and what was under way when it was told, has not failed."""
_DIES = frozenset(("die", "survive"))
_GOALS = frozenset(
    "cross enter breach break climb reach land escape flee seize capture storm board hijack rob smuggle invade"
    " infiltrate penetrate retake recapture overthrow overrun advance".split()
) | {"break in", "break into", "take control", "break out", "get in", "get out", "take over"}
"""What is done or not when it is over: of who tried to help, to support or to blame somebody nobody can say that."""
_LONG_AGO = 60
"""Days from publication beyond which a death is of another time than a survival that is told undated."""
FAILED = (Modality.ATTEMPT, Modality.PREVENTED)
LIKENESS = 0.3  # cosine of two centred claims below which shared parties alone do not make one undertaking
LONGEST = 60  # characters of what a question asks about
_CUT = " …"
_BROKEN = re.compile(
    r" (?:about|across|after|against|along|among|at|before|behind|between|by|during|for|from|in|inside|into|near|of|off"
    r"|on|onto|over|through|towards?|under|with|within|without)(?: [^ ]+){0,4} …$"
)
WEAK = frozenset("be have do say make get go take give come keep put use ask tell speak talk call".split())


def find(evidence: Evidence, settings: Settings) -> Iterator[Conflict]:
    for a, b in contests(evidence):
        opposed_outcomes = Signal("opposed outcomes", f"{a.predicate} / {b.predicate}")
        yield _conflict(Pair(a, b, LIKENESS), opposed_outcomes, ("contest", "held", "taken"))
    for a, b, place in unfinished(evidence):
        yield _unfinished(a, b, place)
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in evidence.claims:
        told[claim.statement.article.id].append(claim)
    for pair in evidence.pairs:
        a, b = pair.a, pair.b
        if pair.similarity < LIKENESS:
            break  # pairs come the most alike first
        signal = _opposition(a, b)
        if signal and apart(a, b) and same_event(a, b) and not (_says_too(told, a, b) or _says_too(told, b, a)):
            yield _conflict(pair, signal)


def _says_too(told: Mapping[str, Sequence[Claim]], a: Claim, b: Claim) -> bool:
    """Whether the voice of `a` says what `b` says as well: it tells of one thing after the other."""
    return any(
        c.speaker == a.speaker
        and same_act(c.predicate, b.predicate)
        and (c.modality in FAILED) == (b.modality in FAILED)
        and not c.negated
        and _same_role(c, a)
        for c in told[a.statement.article.id]
        if c is not a
    )


def _unfinished(a: Claim, b: Claim, place: str) -> Conflict:
    signal = Signal("taken, and fought over", place)
    found = _conflict(Pair(a, b, LIKENESS), signal, (f"unfinished:{place}", "taken", "fought over"))
    b_side = replace(found.b, highlights=(state_of(b),))
    question = f"Is {titled(place, a)} taken, or still fought over?"
    return replace(found, b=b_side, severity=Severity.MEDIUM, question=question)


def _opposition(a: Claim, b: Claim) -> Signal | None:
    """How the two exclude each other, when they do and speak of one undertaking."""
    if any(claim.whole or _ALTERNATIVE.search(claim.statement.text) for claim in (a, b)):
        return None
    if {a.predicate, b.predicate} & _DIES and any(map(_of_another_time, (a, b))):
        return None
    if a.negated or b.negated or a.predicate in WEAK or b.predicate in WEAK:
        return None
    goal = bool({a.predicate, b.predicate} & _GOALS)
    if goal and same_act(a.predicate, b.predicate) and (a.modality in FAILED) != (b.modality in FAILED):
        failed, done = (a, b) if a.modality in FAILED else (b, a)
        tried = Signal("tried, and done", f"{failed.modality.value}: {failed.predicate} / {done.predicate}")
        return tried if _one_goal(a, b) or (_share_parties(a, b) and not _two_objects(a, b)) else None
    if {a.predicate, b.predicate} <= VERDICTS and _two_trials(a, b):
        return None
    if {a.predicate, b.predicate} <= MOVED and not all(_measured(claim) for claim in (a, b)):
        return None
    if a.modality is b.modality is Modality.FACT and opposed(a.predicate, b.predicate) and _same_role(a, b):
        return Signal("opposed outcomes", f"{a.predicate} / {b.predicate}")
    return None


def _of_another_time(claim: Claim) -> bool:
    """Whether it is dated months from the day on which its article came out: he survived, and died years later."""
    out = claim.statement.article.published_on
    days = [d.earliest for d in claim.dates if d.earliest is not None]
    return out is not None and bool(days) and all(abs((out - day).days) > _LONG_AGO for day in days)


def _two_trials(a: Claim, b: Claim) -> bool:
    """Whether each verdict has its own trial: an article tells of another one, or of both verdicts."""
    told = a.statement.article.id == b.statement.article.id
    return told or any(AGAIN.search(claim.statement.article.text) for claim in (a, b))


def _measured(claim: Claim) -> bool:
    """Whether it says by how much, in percent, money or a measure."""
    return any(quantity.role in ("share", "money", "measure", "rate") for quantity in claim.quantities)


def _same_role(a: Claim, b: Claim) -> bool:
    """Whether the two have one object, or, where neither has an object, one subject."""
    if a.object or b.object:
        return _one(a.object, b.object)
    return _one(a.subject, b.subject)


def _one_goal(a: Claim, b: Claim) -> bool:
    """Whether the two have one object. Where nothing is acted on, one subject alone makes no undertaking: he may try to
    run from here, and run there."""
    return bool(a.object or b.object) and _same_role(a, b)


def _two_objects(a: Claim, b: Claim) -> bool:
    """Whether each says to whom or what, and it is not one: who was killed, and who was shot at."""
    return a.object is not None and b.object is not None and a.object.head != b.object.head


def _one(a: Argument | None, b: Argument | None) -> bool:
    key = about(a)
    return bool(key) and key == about(b)


def _share_parties(a: Claim, b: Claim) -> bool:
    """Whether they name two parties alike, or besides the doers places of one stem in the mouths of two speakers."""
    if len(parties(a) & parties(b)) > 1:
        return True
    doers = {about(a.subject), about(b.subject)}
    places = [[name for name in claim.names if name not in doers] for claim in (a, b)]
    return a.speaker != b.speaker and any(related(first, second) for first, second in product(*places))


def _conflict(pair: Pair, signal: Signal, named: tuple[str, str, str] | None = None) -> Conflict:
    """`named` is the topic with what each side stands for, where the verbs alone would make one question two."""
    a, b = pair.a, pair.b
    acts = "/".join(sorted(acts_of(a.predicate) | acts_of(b.predicate)))
    topic, first, second = named or (acts, _stance(a), _stance(b))
    return Conflict(
        kind=Kind.OUTCOME,
        relation=relation(a, b),
        detector="outcomes",
        topic=topic,
        a=position(a, a.text, a.predicate_span, normalized=first),
        b=position(b, b.text, b.predicate_span, normalized=second),
        confidence=confidence(0.5 + pair.similarity / 2, a, b),
        severity=Severity.HIGH,
        question=_question(a, b),
        why=(signal, *pair.why),
    )


def _question(a: Claim, b: Claim) -> str:
    """Asks of the undertaking by its verb and what it is done to, or of what or whom the two outcomes befell."""
    if same_act(a.predicate, b.predicate):
        done = b if a.modality in FAILED else a
        goal = f" {_brief(done.object.text)}" if done.object else ""
        return f"Did they {done.predicate}{goal}, or not?"
    befell = a.object or a.subject
    return f"What became of {_brief(befell.text)}?" if befell else "What became of it?"


def _brief(phrase: str) -> str:
    """A phrase that is too long for a question, cut before the preposition that it would break off after."""
    cut = shorten(phrase, LONGEST, placeholder=_CUT)
    return _BROKEN.sub("", cut) if cut.endswith(_CUT) else cut


def _stance(claim: Claim) -> str:
    return "failed" if claim.modality in FAILED else claim.predicate


PLUGIN = Detector("outcomes", Kind.OUTCOME, find, __doc__)
