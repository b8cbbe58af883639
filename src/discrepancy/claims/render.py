"""A clause put into words: subject, predicate, what follows; passives with an agent turned round."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.claims.arguments import agent_of, complement_words
from discrepancy.claims.body import body_of, noun_phrase, there
from discrepancy.claims.clauses import Clause, Form
from discrepancy.claims.inflect import to_be
from discrepancy.claims.verbs import active_verb, helpers, simple_tense, speaks_of_many
from discrepancy.claims.vocabulary import ENTERING, LIGHT, PARTICLES
from discrepancy.claims.wording import Piece, Source
from discrepancy.model import Span
from discrepancy.syntax import NEGATIONS, Tree, base


@dataclass(frozen=True, slots=True)
class Wording:
    """A claim's words: as pieces in the order of the claim, and where its predicate stands."""

    pieces: tuple[Piece, ...]
    predicate: str
    predicate_words: tuple[int, ...]

    @property
    def words(self) -> list[int]:
        return [p for p in self.pieces if isinstance(p, int)]


def word(source: Source, clause: Clause, foreign: frozenset[int] = frozenset()) -> Wording:
    """A clause as a main clause of its own, without the words of `foreign`, which are another voice's."""
    wording = _word(source, clause)
    linking = {
        k for k in source.tree.kids(clause.top) if source.tree.word(k) in ("where", "when", "which", "who", "whom")
    }
    gone = foreign | (linking if source.tree[clause.top].dep == "acl:relcl" else frozenset())
    kept = tuple(p for p in wording.pieces if isinstance(p, str) or p not in gone)
    return Wording(kept, wording.predicate, wording.predicate_words)


def _word(source: Source, clause: Clause) -> Wording:
    tree = source.tree
    subject = _subject(source, clause)
    lemma, own = predicate_of(tree, clause)
    if clause.form is Form.APPOSITION:
        pieces = [
            *subject,
            to_be(speaks_of_many(tree, clause.subject), past_tense=False),
            *complement_words(tree, clause),
        ]
        return Wording(tuple(pieces), lemma, own)
    if subject and clause.subject is not None and there(tree, clause):
        return Wording(tuple(body_of(source, clause)), lemma, own)
    agent = agent_of(tree, clause)
    turned = _turned(source, clause, agent, subject) if agent is not None and not clause.chain else None
    if turned is not None:
        return Wording(tuple(turned), lemma, own)
    body = _with_object(source, clause, [*body_of(source, clause)])
    verb = simple_tense(tree, clause)
    if verb is not None:
        lead = {k for k in tree.kids(clause.top) if k < clause.top and tree.word(k) in ("to", "have")}
        body = [verb if p == clause.top else p for p in body if p not in lead]
    return Wording((*subject, *helpers(tree, clause), *body, *_gap(source, clause)), lemma, own)


def _with_object(source: Source, clause: Clause, body: list[Piece]) -> list[Piece]:
    """The body with the object that a relative clause has in its antecedent, behind the verb and its particle."""
    if clause.object is None or clause.predicate not in body:
        return body
    after = body.index(clause.predicate) + 1
    while after < len(body) and isinstance(body[after], int) and source.tree[int(body[after])].dep == "compound:prt":
        after += 1
    return [*body[:after], *noun_phrase(source, clause.object, clause), *body[after:]]


def predicate_of(tree: Tree, clause: Clause) -> tuple[str, tuple[int, ...]]:
    """The predicate's lemma with its particle, and the words that it stands in."""
    at = clause.predicate
    cop = tree.kid(at, "cop")
    if clause.form in (Form.COPULA, Form.APPOSITION) or (clause.form is Form.BE_LEFT_OUT and not clause.passive):
        return "be", (cop if cop is not None else at,)
    lemma = tree.lemma(at)
    for kid in tree.kids(at):
        second = tree.lemma(kid)
        if (
            tree[kid].dep == "compound:prt"
            or (kid == at + 1 and second in PARTICLES and not tree.kids(kid))
            or ((lemma, second) in LIGHT and kid > at and tree.kid(kid, "det") is None)
        ):
            return f"{lemma} {second}", (at, kid)
        for case in tree.kids(kid, "case") if tree.kid(at, "obj") is None else ():
            if (lemma, tree.word(case)) in ENTERING:
                return f"{lemma} {tree.word(case)}", (at, case)
    return lemma, (at,)


def _subject(source: Source, clause: Clause) -> list[Piece]:
    """The subject's words; "whose budget" as its owner's, and an age as that of the name alone."""
    if clause.subject is None:
        return []
    tree = source.tree
    words: list[Piece] = [*noun_phrase(source, clause.subject, clause)]
    if clause.form is Form.APPOSITION and tree[clause.predicate].pos == "NUM":
        named = [i for i in words if isinstance(i, int) and any(source.inside(m, [i]) for m in source.reading.names)]
        return [*named] or words
    if clause.owner is None:
        return words
    owner: list[Piece] = [*noun_phrase(source, clause.owner, clause), "'s"]
    found: list[Piece] = []
    for piece in words:
        found.extend(owner if isinstance(piece, int) and tree.word(piece) == "whose" else (piece,))
    return found


def _gap(source: Source, clause: Clause) -> list[Piece]:
    return [clause.preposition, *noun_phrase(source, clause.place, clause)] if clause.place is not None else []


def _turned(source: Source, clause: Clause, agent: int, subject: list[Piece]) -> list[Piece] | None:
    """A passive with its agent in front; None where its tense is not one that can be turned by rule."""
    tree, at = source.tree, clause.predicate
    verb = active_verb(tree, clause, agent)
    if verb is None or not subject:
        return None
    by = set(tree.subtree(agent, lambda k: _purpose(tree, agent, k)))
    gone = {*by, at, *tree.kids(at, "aux"), *(k for k in tree.kids(at, "advmod") if tree.word(k) in NEGATIONS)}
    rest = [i for i in body_of(source, clause) if i not in gone]
    particles = [i for i in rest if tree[i].dep == "compound:prt" and tree[i].head == at]
    rest = [i for i in rest if i not in particles]
    if rest and tree[rest[0]].pos == "CCONJ":
        return None
    adverbs: list[Piece] = [k for k in rest if _leans_on(tree, k, at)]
    rest = [i for i in rest if i not in adverbs]
    verb[-1:] = [*adverbs, verb[-1]]
    purpose = {i for k in tree.kids(agent) if _purpose(tree, agent, k) for i in tree.subtree(k)}
    actor = [i for i in noun_phrase(source, agent, clause) if i not in purpose]
    return [*actor, *verb, *particles, *subject, *rest]


def _leans_on(tree: Tree, index: int, verb: int) -> bool:
    """Whether a word is an adverb right before a verb, where it stays when the clause is turned."""
    near = tree[index].head == verb and verb - 3 < index < verb
    return near and base(tree[index].dep) == "advmod" and not tree.kids(index)


def _purpose(tree: Tree, agent: int, kid: int) -> bool:
    """Whether what hangs on an agent speaks of the deed: "established by Ukraine for Russians"."""
    if tree[kid].head != agent or base(tree[kid].dep) != "nmod":
        return False
    return any(
        tree.word(k) in ("for", "to", "during", "after", "before", "because", "despite", "with")
        for k in tree.kids(kid, "case")
    )


def predicate_span(source: Source, wording: Wording) -> Span:
    return source.span(wording.predicate_words)
