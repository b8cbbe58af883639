"""Claims: a statement becomes short, self-contained claims, read off its dependency parse.

The rules are of general English, in the manner of ClausIE (Del Corro and Gemulla 2013), MinIE (Gashteovski et al.
2017) and PredPatt (White et al. 2016). A clause that cannot be read for certain gives no claim, and a statement of
which little can be read stands as its own claim: a wrong claim is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from discrepancy.claims.arguments import arguments
from discrepancy.claims.clauses import Clause, clauses
from discrepancy.claims.doubt import complete, sound, tangled, told
from discrepancy.claims.footing import certainty, footing
from discrepancy.claims.identities import identities
from discrepancy.claims.render import predicate_span, word
from discrepancy.claims.speakers import outside_of, says_only, speech_of
from discrepancy.claims.wording import Source, members_of, sentence
from discrepancy.model import Certainty, Claim, LineKind, Reading, Reference

__all__ = ["claims_of"]


def claims_of(reading: Reading) -> tuple[Claim, ...]:
    """The claims of one statement, in the order of their predicates; never none.

    A statement without tokens, or whose parse is doubtful, gives one claim that is the statement itself (`whole`).
    """
    if not told(reading):
        return (_whole(reading),)
    source = Source.of(reading)
    heading = reading.statement.kind is LineKind.HEADING
    found = tuple(_claims(source, heading))
    if not found or not complete(source, found):
        return (*found, _whole(reading))
    return found


def _claims(source: Source, heading: bool) -> Iterator[Claim]:
    seen: set[str] = set()
    asked = source.reading.statement.text.rstrip("\"'”’ ").endswith("?")
    for clause in clauses(source.tree, heading):
        if (asked and source.tree[clause.top].dep != "acl:relcl") or says_only(source, clause):
            continue
        claim = _claim(source, clause) if sound(source.tree, clause) else None
        if claim is not None and claim.text not in seen:
            seen.add(claim.text)
            yield claim
    yield from (claim for claim in identities(source) if claim.text not in seen)


def _claim(source: Source, clause: Clause) -> Claim | None:
    reading = source.reading
    found = footing(source.tree, clause)
    speech = speech_of(source, clause)
    wording = word(source, clause, outside_of(source, clause, speech))
    words = wording.words
    if len(words) < 2 or tangled(source.tree, clause, words):
        return None
    doubted = bool(source.hedged & _near(source, clause, words))
    if found.unclear and source.tree.word(clause.subject or 0) == "it":
        words = [t.index for t in source.tree.tokens]  # what is not clear is the claim
        wording = replace(wording, pieces=tuple(words))
    references = source.references(words)
    return Claim(
        statement=reading.statement,
        text=sentence(source.say(wording.pieces)),
        predicate=wording.predicate,
        predicate_span=predicate_span(source, wording),
        arguments=arguments(source, clause),
        negated=found.negated,
        modality=found.modality,
        certainty=certainty(found, doubted, speech is not None),
        speaker=(speech.speaker or None) if speech else None,
        stance=speech.stance if speech else None,
        dates=tuple(d for d in reading.dates if source.covers(d, words)),
        quantities=tuple(q for q in reading.quantities if _counted(source, q.number_span, words)),
        names=_names(source, words, references),
        spans=source.spans(words),
        resolved=references,
    )


def _near(source: Source, clause: Clause, words: list[int]) -> frozenset[int]:
    """Words that a hedge may be one of: the claim's own and those that hang on its predicate."""
    tree = source.tree
    verbs = (clause.top, clause.predicate, *clause.chain)
    return frozenset(words) | {k for verb in verbs for k in tree.kids(verb, "advmod")}


def _counted(source: Source, span: tuple[int, int], words: list[int]) -> bool:
    return any(span[0] < source.tree[i].end + source.offset and source.tree[i].start + source.offset < span[1]
               for i in words)  # fmt: skip


def _names(source: Source, words: list[int], references: tuple[Reference, ...]) -> tuple[str, ...]:
    """Canonical names in a claim, in the order of the text, those that references stand for included."""
    found = [(m.start, m.canonical) for m in source.reading.names if source.inside(m, words)]
    for reference in references:
        members = members_of(reference.resolved)
        name = members[1] if members else reference.resolved.removeprefix("the ").removesuffix("'s")
        if name[:1].isupper():
            found.append((reference.start, name))
    return tuple(dict.fromkeys(name for _, name in sorted(found)))


def _whole(reading: Reading) -> Claim:
    """The statement as its own claim."""
    statement = reading.statement
    text = " ".join(statement.text.split())
    root = next((t for t in reading.tokens if t.head == t.index), None)
    start = statement.start
    return Claim(
        statement=statement,
        text=text,
        predicate=root.lemma.lower() if root else "",
        predicate_span=(start + root.start, start + root.end) if root else (start, statement.end),
        certainty=Certainty.HEDGED if reading.hedges else Certainty.ATTRIBUTED if reading.speech else Certainty.STATED,
        speaker=reading.speech[0].speaker if reading.speech else None,
        stance=reading.speech[0].stance if reading.speech else None,
        dates=reading.dates,
        quantities=reading.quantities,
        names=tuple(dict.fromkeys(m.canonical for m in reading.names)),
        spans=((start, statement.end),),
        resolved=reading.references,
        whole=True,
    )
