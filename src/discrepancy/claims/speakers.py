"""Who says a claim: the speech that the speakers' extractor found, or the clause's own verb of saying."""

from __future__ import annotations

from discrepancy.claims.clauses import Clause
from discrepancy.claims.footing import reporter
from discrepancy.claims.phrases import phrase
from discrepancy.claims.predicates import is_passive, subject_of
from discrepancy.claims.vocabulary import STANCES
from discrepancy.claims.wording import Source
from discrepancy.model import Speech


def speech_of(source: Source, clause: Clause) -> Speech | None:
    """The narrowest speech that a clause's predicate stands in; what the parse says where there is none."""
    at = source.tree[clause.predicate].start + source.offset
    over = [s for s in source.reading.speech if s.start <= at < s.end]
    if over:
        return min(over, key=lambda s: (s.end - s.start, s.start))
    return _parsed(source, clause)


def says_only(source: Source, clause: Clause) -> bool:
    """Whether a clause only says who speaks: its verb is that of a speech, and not part of the words said."""
    tree = source.tree
    at, lemma = tree[clause.predicate].start + source.offset, tree.lemma(clause.predicate)
    return any(
        s.verb == lemma and not s.start <= at < s.end and _beside(s, at)
        for s in source.reading.speech
        if clause.predicate == clause.top and s.stance != "doubts" and s.verb not in ("verify", "confirm")
    )


def _beside(speech: Speech, at: int) -> bool:
    """Whether an offset is near enough to a speaker to be their verb."""
    return (
        min(
            abs(at - speech.speaker_span[0]),
            abs(at - speech.speaker_span[1]),
            abs(speech.start - at),
            abs(at - speech.end),
        )
        < 150
    )


def outside_of(source: Source, clause: Clause, speech: Speech | None) -> frozenset[int]:
    """The words that are not the speaker's, when a claim is: all before and after the words said."""
    if speech is None or not any(speech is s for s in source.reading.speech):
        return frozenset()
    own = [s for s in source.reading.speech if s.speaker == speech.speaker]
    outside = (t.index for t in source.tree.tokens
               if not any(s.start <= t.start + source.offset < s.end for s in own))  # fmt: skip
    subject = phrase(source.tree, clause.subject, (clause.top,)) if clause.subject is not None else ()
    return frozenset(outside) - frozenset(subject)


def _parsed(source: Source, clause: Clause) -> Speech | None:
    """Speech of the parse alone: "X said that P". The chain of a raising verb of saying counts: "claimed to have"."""
    tree = source.tree
    said = next((i for i in clause.chain if tree.lemma(i) in ("claim", "purport")), None)
    verb = said if said is not None else reporter(tree, clause)
    if verb is None:
        return None
    head = clause.subject if said is not None else subject_of(tree, verb)
    if head is None:
        return None
    words = phrase(tree, head)
    if not words:
        return None
    span = source.span(words)
    start, end = source.reading.statement.start, source.reading.statement.end
    lemma = tree.lemma(verb)
    told = said is None and is_passive(tree, verb)  # "the court was told": the court is not who says so
    return Speech(start, end, "" if told else source.say(words), span, lemma, STANCES.get(lemma, "says"))
