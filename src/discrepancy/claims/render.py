"""A clause put into words: subject, predicate, what follows; passives with an agent turned round."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.claims.arguments import according, agent_of, complement_words
from discrepancy.claims.clauses import RELATIVE, Clause, Form, is_predicate, reports
from discrepancy.claims.inflect import past, past_of_participle, present, to_be
from discrepancy.claims.phrases import is_plural, negator, outside, pared, phrase, prepositions
from discrepancy.claims.vocabulary import ALWAYS_CONNECTIVE, CONNECTIVES, ENTERING, LIGHT, PARTICLES, STATES, STATIVE
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
        pieces = [*subject, to_be(_plural(tree, clause.subject), past_tense=False), *complement_words(tree, clause)]
        return Wording(tuple(pieces), lemma, own)
    if subject and clause.subject is not None and _there(tree, clause):
        return Wording(tuple(_body(source, clause)), lemma, own)
    agent = agent_of(tree, clause)
    turned = _turned(source, clause, agent, subject) if agent is not None and not clause.chain else None
    if turned is not None:
        return Wording(tuple(turned), lemma, own)
    body = _with_object(source, clause, [*_body(source, clause)])
    verb = _simple(tree, clause)
    if verb is not None:
        lead = {k for k in tree.kids(clause.top) if k < clause.top and tree.word(k) in ("to", "have")}
        body = [verb if p == clause.top else p for p in body if p not in lead]
    return Wording((*subject, *_helpers(tree, clause), *body, *_gap(source, clause)), lemma, own)


def _with_object(source: Source, clause: Clause, body: list[Piece]) -> list[Piece]:
    """The body with the object that a relative clause has in its antecedent, behind the verb and its particle."""
    if clause.object is None or clause.predicate not in body:
        return body
    after = body.index(clause.predicate) + 1
    while after < len(body) and isinstance(body[after], int) and source.tree[int(body[after])].dep == "compound:prt":
        after += 1
    return [*body[:after], *_noun_phrase(source, clause.object, clause), *body[after:]]


def _there(tree: Tree, clause: Clause) -> bool:
    """Whether a clause says that there is something: the order of the text is then the order of the claim."""
    return (
        clause.subject in tree.kids(clause.top, "nsubj")
        and clause.subject > clause.top
        and bool(tree.kids(clause.top, "expl"))
    )


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


def _noun_phrase(source: Source, head: int, clause: Clause) -> list[int]:
    tree = source.tree
    barred = {clause.top, *prepositions(tree, head)}
    if head != clause.top and is_predicate(tree, head):
        barred |= set(tree.kids(head, "cop", "nsubj", "aux", "mark", "advmod", "advcl", "expl"))
    if clause.form is Form.TRIED:
        barred.add(clause.chain[0])
    words = phrase(tree, head, barred)
    return [i for i in words if not _doubted(source, i)] or [head]


def _subject(source: Source, clause: Clause) -> list[Piece]:
    """The subject's words; "whose budget" as its owner's, and an age as that of the name alone."""
    if clause.subject is None:
        return []
    tree = source.tree
    words: list[Piece] = [*_noun_phrase(source, clause.subject, clause)]
    if clause.form is Form.APPOSITION and tree[clause.predicate].pos == "NUM":
        named = [i for i in words if isinstance(i, int) and any(source.inside(m, [i]) for m in source.reading.names)]
        return [*named] or words
    if clause.owner is None:
        return words
    owner: list[Piece] = [*_noun_phrase(source, clause.owner, clause), "'s"]
    found: list[Piece] = []
    for piece in words:
        found.extend(owner if isinstance(piece, int) and tree.word(piece) == "whose" else (piece,))
    return found


def _doubted(source: Source, index: int) -> bool:
    """Whether a word only shows doubt and can go without breaking the sentence."""
    return index in source.hedged and source.tree[index].pos in ("ADV", "ADJ")


def _plural(tree: Tree, head: int | None) -> bool:
    return head is not None and is_plural(tree, head)


def _body(source: Source, clause: Clause) -> list[int]:
    """The words of a clause without its subject and without what is no part of it, fronted words last."""
    tree, top = source.tree, clause.top
    own = set(tree.kids(top, "nsubj", "csubj")) if clause.form is not Form.TRIED else set()
    expletives = set(tree.kids(top, "expl"))
    if _there(tree, clause):
        own = expletives = set()

    def dropped(kid: int) -> bool:
        return kid in own or kid in expletives or _left_out(source, clause, kid)

    words = [i for i in tree.subtree(top, dropped) if i not in source.hedged or not _doubted(source, i)]
    return _ordered(tree, clause, _without_marks(tree, words))


def _left_out(source: Source, clause: Clause, kid: int) -> bool:
    tree = source.tree
    dep, head = base(tree[kid].dep), tree[kid].head
    in_chain = head in (clause.top, clause.predicate, *clause.chain)
    if outside(tree, kid) or _doubted(source, kid):
        return True
    if clause.form is Form.PASSIVE_PARTICIPLE and tree.word(kid) == "being":
        return True
    if dep == "advcl":
        return kid not in (*clause.chain, clause.predicate)
    if dep == "obl" and (according(tree, kid) or tree.word(kid) in RELATIVE):
        return True
    return in_chain and _loose(tree, clause, kid)


def _loose(tree: Tree, clause: Clause, kid: int) -> bool:
    """Whether a dependent of a clause's own verbs only ties it to what stands around it."""
    dep, head = base(tree[kid].dep), tree[kid].head
    if dep in ("mark", "cc", "punct"):
        infinitive = clause.form in (Form.TRIED, Form.CLAIMED) and tree.word(kid) == "to"
        return head == clause.top and not infinitive and not (dep == "punct" and tree[kid].text == "-")
    if dep == "conj":
        return is_predicate(tree, kid) or tree[head].pos in ("VERB", "AUX") or tree.kid(kid, "nsubj") is not None
    if dep == "advmod":
        leads = kid < clause.top and tree.word(kid) in CONNECTIVES
        return leads or tree.word(kid) in RELATIVE or tree.word(kid) in ALWAYS_CONNECTIVE
    if dep == "ccomp":
        return reports(tree, head) is not None
    return tree.word(kid) in RELATIVE and dep in ("obj", "nsubj", "obl") and tree[clause.top].dep == "acl:relcl"


def _without_marks(tree: Tree, words: list[int]) -> list[int]:
    """Quotation marks and brackets go: their other half may be in another claim. Commas stay between neighbours."""
    have = frozenset(words)
    kept = []
    for i in words:
        token = tree[i]
        if (
            token.pos != "PUNCT"
            or (token.text in ",-–/" and i - 1 in have and i + 1 in have)
            or token.text in ("'", "’", ".")
        ):
            kept.append(i)
    return pared(tree, kept)


def _ordered(tree: Tree, clause: Clause, words: list[int]) -> list[int]:
    """Words with what was put in front of the clause put behind it."""
    top = clause.top
    start = clause.subject if clause.subject is not None and tree[clause.subject].head == top else top
    front: list[int] = []
    for kid in tree.kids(top, "obl", "advmod", "nmod", "advcl"):
        if (
            kid < start
            and kid < top
            and kid in words
            and tree.word(kid) not in NEGATIONS | {"no"}
            and _leads(tree, clause, kid)
        ):
            front += [i for i in tree.subtree(kid) if i in words]
    front = sorted(set(front))
    while front and tree[front[-1]].pos == "PUNCT":
        front.pop()
    rest = [i for i in words if i not in set(front)]
    while rest and tree[rest[0]].pos == "PUNCT":
        rest.pop(0)
    return [*rest, *(i for i in front if not (tree[i].pos == "PUNCT" and i == front[0]))]


def _leads(tree: Tree, clause: Clause, kid: int) -> bool:
    """Whether a dependent stands before the subject, and not between subject and verb."""
    subject = clause.subject
    if subject is not None and tree[subject].head == clause.top:
        return kid < tree.left(subject)
    return base(tree[kid].dep) != "advmod"


def _helpers(tree: Tree, clause: Clause) -> list[Piece]:
    """What a clause lacks to stand alone: a "be", or the auxiliaries of the verb that it is joined to."""
    top, plural = clause.top, _plural(tree, clause.subject)
    if clause.form is Form.TRIED:
        noun = tree.lemma(clause.chain[0])
        return ["attempted" if noun in ("attempt", "bid", "effort", "try") else "planned"]
    if clause.form is Form.CLAIMED:
        return []
    if clause.form in (Form.PASSIVE_PARTICIPLE, Form.BE_LEFT_OUT) and not _tensed(tree, top):
        return [to_be(plural, tree.lemma(top) not in STATES)]
    if clause.form is Form.ACTIVE_PARTICIPLE and not tree.kids(top, "aux"):
        return [] if _simple(tree, clause) is not None else [to_be(plural, _in_past(tree, top))]
    first = next(iter(tree.kids(top, "aux", "cop")), top)
    if base(tree[top].dep) == "conj" and tree[first].tag in ("VBN", "VB", "VBG"):
        return list(tree.kids(tree[top].head, "aux"))
    return []


def _tensed(tree: Tree, index: int) -> bool:
    return any(tree.word(k) != "being" for k in tree.kids(index, "aux"))


def _in_past(tree: Tree, index: int) -> bool:
    """Whether the clause that a participle hangs on is told in the past."""
    for above in tree.ancestors(index):
        helpers = [tree[k] for k in tree.kids(above, "aux", "cop")]
        if not is_predicate(tree, above):
            continue
        if any(h.tag == "VBD" for h in helpers) or (not helpers and tree[above].tag == "VBD"):
            return True
        return any(h.lemma.lower() == "have" for h in helpers)
    return False


def _simple(tree: Tree, clause: Clause) -> str | None:
    """The simple tense that a participle or a claimed deed stands for, where it stands for one.

    States are told in the simple tense, and so is what follows from the main clause: "sank, killing 40".
    """
    top = clause.top
    if clause.form is Form.CLAIMED:
        perfect = any(tree.lemma(k) == "have" for k in tree.kids(top, "aux"))
        return past(tree.lemma(top)) if perfect else present(tree.lemma(top), _plural(tree, clause.subject))
    if clause.form is not Form.ACTIVE_PARTICIPLE or tree.kids(top, "aux"):
        return None
    lemma, in_past = tree.lemma(top), _in_past(tree, top)
    if lemma in STATIVE:
        return (
            past(lemma) if in_past and base(tree[top].dep) == "advcl" else present(lemma, _plural(tree, clause.subject))
        )
    governor = tree[top].head
    if base(tree[top].dep) == "advcl" and top > governor and in_past and tree.kid(top, "mark") is None:
        return past(lemma)
    return None


def _gap(source: Source, clause: Clause) -> list[Piece]:
    return [clause.preposition, *_noun_phrase(source, clause.place, clause)] if clause.place is not None else []


def _turned(source: Source, clause: Clause, agent: int, subject: list[Piece]) -> list[Piece] | None:
    """A passive with its agent in front; None where its tense is not one that can be turned by rule."""
    tree, at = source.tree, clause.predicate
    verb = _active(tree, clause, agent)
    if verb is None or not subject:
        return None
    by = set(tree.subtree(agent, lambda k: _purpose(tree, agent, k)))
    gone = {*by, at, *tree.kids(at, "aux"), *(k for k in tree.kids(at, "advmod") if tree.word(k) in NEGATIONS)}
    rest = [i for i in _body(source, clause) if i not in gone]
    particles = [i for i in rest if tree[i].dep == "compound:prt" and tree[i].head == at]
    rest = [i for i in rest if i not in particles]
    if rest and tree[rest[0]].pos == "CCONJ":
        return None
    adverbs: list[Piece] = [k for k in rest if _leans_on(tree, k, at)]
    rest = [i for i in rest if i not in adverbs]
    verb[-1:] = [*adverbs, verb[-1]]
    purpose = {i for k in tree.kids(agent) if _purpose(tree, agent, k) for i in tree.subtree(k)}
    actor = [i for i in _noun_phrase(source, agent, clause) if i not in purpose]
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


def _active(tree: Tree, clause: Clause, agent: int) -> list[Piece] | None:
    """The verb of a passive as an active one, with its tense and negation."""
    at = clause.predicate
    lemma, plural = tree.lemma(at), is_plural(tree, agent)
    helpers = list(tree.kids(at, "aux"))
    if base(tree[at].dep) == "conj" and not helpers:
        helpers = list(tree.kids(tree[at].head, "aux"))
    words = [tree.word(k) for k in helpers]
    if negator(tree, at) is not None:
        does = {"was": "did", "were": "did", "is": "do" if plural else "does", "are": "do" if plural else "does"}
        return [f"{does[words[0]]} not", lemma] if len(words) == 1 and words[0] in does else None
    if not words or words in (["was"], ["were"]):
        return [past_of_participle(tree.word(at), lemma)]
    if words in (["is"], ["are"]):
        return [present(lemma, plural)]
    if words[-1] == "been" and len(words) == 2 and words[0] in ("has", "have", "had"):
        return ["had" if words[0] == "had" else "have" if plural else "has", at]
    if words[-1] == "be" and len(words) == 2:
        return [helpers[0], lemma]
    return None


def predicate_span(source: Source, wording: Wording) -> Span:
    return source.span(wording.predicate_words)
