"""The arguments of a clause: role, words, head, name, group and quantifier of each."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy import people
from discrepancy.claims.clauses import Clause, Form
from discrepancy.claims.phrases import inner, outside, phrase, prepositions, quantifier, trimmed
from discrepancy.claims.predicates import RELATIVE
from discrepancy.claims.vocabulary import LIGHT
from discrepancy.claims.wording import Source, members_of
from discrepancy.model import Argument, Reference
from discrepancy.syntax import Tree, base


def arguments(source: Source, clause: Clause) -> tuple[Argument, ...]:
    """Subject first, then objects and complement, then obliques in the order of the text."""
    return tuple(_arguments(source, clause))


def _arguments(source: Source, clause: Clause) -> Iterator[Argument]:
    tree = source.tree
    agent = agent_of(tree, clause)
    if agent is not None:
        yield argument(source, "subject", agent)
    if clause.subject is not None:
        yield argument(source, "object" if agent is not None else "subject", clause.subject, without=(clause.top,))
    if clause.form in (Form.COPULA, Form.APPOSITION) or _bare_adjective(tree, clause):
        yield complement(source, clause)
    if clause.object is not None:
        yield argument(source, "object", clause.object, without=(clause.top,))
    if clause.place is not None:
        yield argument(source, clause.preposition, clause.place, without=(clause.top,))
    yield from _dependents(source, clause, agent)


def _bare_adjective(tree: Tree, clause: Clause) -> bool:
    return clause.form is Form.BE_LEFT_OUT and not clause.passive


def _dependents(source: Source, clause: Clause, agent: int | None) -> Iterator[Argument]:
    tree = source.tree
    if clause.form is Form.APPOSITION:
        return
    holders = (clause.predicate,) if clause.form in (Form.TRIED, Form.CLAIMED) else (clause.predicate, *clause.chain)
    kids = sorted(k for verb in holders for k in tree.kids(verb, "obj", "iobj", "obl", "xcomp"))
    for kid in kids:
        if kid == agent or tree.word(kid) in RELATIVE or according(tree, kid) or _light(tree, kid):
            continue
        role = _role(source, kid)
        if role is not None:
            yield argument(source, role, kid)


def _light(tree: Tree, kid: int) -> bool:
    """Whether a word is one predicate with its verb: "part" of "took part"."""
    head = tree[kid].head
    return kid > head and (tree.lemma(head), tree.lemma(kid)) in LIGHT and tree.kid(kid, "det") is None


def _role(source: Source, kid: int) -> str | None:
    tree = source.tree
    dep = base(tree[kid].dep)
    if dep in ("obj", "iobj"):
        return "object" if dep == "obj" else "indirect"
    if dep == "xcomp":
        return "complement" if tree[kid].pos in ("NOUN", "PROPN", "ADJ", "NUM") else None
    cases = [tree.word(k) for k in tree.kids(kid, "case")]
    fixed = [tree.word(f) for k in tree.kids(kid, "case") for f in tree.kids(k, "fixed")]
    return " ".join((*cases, *fixed)) or "when"


def agent_of(tree: Tree, clause: Clause) -> int | None:
    """Who did what a passive tells: "Ukraine" of "established by Ukraine"."""
    if not clause.passive:
        return None
    for kid in tree.kids(clause.predicate, "obl"):
        case = tree.kid(kid, "case")
        if case is None or tree.word(case) != "by" or tree[kid].pos not in ("NOUN", "PROPN", "PRON"):
            continue
        if tree[kid].dep == "obl:agent" or tree.kid(kid, "nummod") is None:
            return kid
    return None


def according(tree: Tree, kid: int) -> bool:
    """Whether an oblique names a source: "according to the ministry"."""
    return any(tree.word(k) == "according" for k in tree.kids(kid, "case")) or tree.word(kid) == "according"


def complement(source: Source, clause: Clause) -> Argument:
    """What a copula says that its subject is."""
    tree, head = source.tree, clause.predicate
    words = complement_words(tree, clause)
    noun = inner(tree, head)
    return Argument("complement", source.say(words), tree.lemma(noun), source.span(words), _name(source, noun, words),
                    quantifier=quantifier(tree, head))  # fmt: skip


def complement_words(tree: Tree, clause: Clause) -> list[int]:
    head = clause.predicate
    own = set(tree.kids(head, "nsubj", "cop", "aux", "mark", "advcl", "expl", "csubj", "obl", "punct", "ccomp"))
    own |= {
        k for k in tree.kids(head, "advmod", "cc") if k < (tree.kid(head, "cop") or 0) or tree.word(k) in ("not", "n't")
    }
    own |= {k for k in tree.kids(head, "conj") if tree.kid(k, "nsubj") is not None or tree.kid(k, "cop") is not None}
    own |= {k for k in tree.kids(head, "case") if clause.form is Form.APPOSITION}
    words = trimmed(tree, tree.subtree(head, lambda k: k in own or outside(tree, k)))
    while words and tree[words[-1]].pos == "CCONJ":
        words.pop()
    return words or [head]


def argument(source: Source, role: str, head: int, without: tuple[int, ...] = ()) -> Argument:
    """One noun phrase as an argument."""
    tree = source.tree
    barred = {*without, *prepositions(tree, head)} if role != "complement" else set(without)
    words = phrase(tree, head, barred) or [head]
    noun = inner(tree, head)
    reference = _reference(source, noun, words)
    name, group, lemma = _standing(source, noun, words, reference)
    return Argument(role, source.say(words), lemma, source.span(words), name, group, quantifier(tree, head))


def _reference(source: Source, noun: int, words: list[int]) -> Reference | None:
    """The reference that the phrase as a whole is, not one inside it."""
    return next((r for r in source.references(words) if source.inside(r, [noun]) and not _possessive(source, r)), None)


def _possessive(source: Source, reference: Reference) -> bool:
    return reference.resolved.endswith(("'s", "’s", "s'", "s’"))


def _standing(
    source: Source, noun: int, words: list[int], reference: Reference | None
) -> tuple[str | None, str | None, str]:
    """Name, group and head of a phrase, of the resolved one where a reference was resolved."""
    lemma = source.tree.lemma(noun)
    if reference is not None:
        members = members_of(reference.resolved)
        if members is not None and people.is_person_plural(members[0]):
            return None, members[1], people.singular(members[0])
        bare = reference.resolved.removeprefix("the ").removeprefix("The ")
        return (bare, None, bare.split()[-1].lower()) if bare[:1].isupper() else (None, None, bare.split()[-1].lower())
    group = _group(source, noun) if people.is_person_plural(source.tree.word(noun)) else None
    mention = next((m for m in source.reading.names if source.inside(m, [noun])), None)
    return _name(source, noun, words), group, head_of_name(mention.text) if mention is not None else lemma


def head_of_name(name: str) -> str:
    """The word that says what a name names: "legion" of "Freedom of Russia Legion", "forces" of "Armed Forces of X"."""
    words = name.split()
    if people.is_organisation(words[-1]) or "of" not in words:
        return words[-1].lower()
    return words[words.index("of") - 1].lower()


def _group(source: Source, noun: int) -> str | None:
    """The group of "members of the X" and "X's members"."""
    tree = source.tree
    for kid in tree.kids(noun, "nmod", "nmod:poss"):
        case = tree.kid(kid, "case")
        word = tree.word(case) if case is not None else ""
        if word in ("of", "from", "within", "in", "'s", "’s", "s", "'"):
            for mention in source.reading.names:
                if (
                    mention.kind in ("group", "other")
                    and source.inside(mention, [kid])
                    and (word != "from" or mention.kind == "group")
                ):
                    return mention.canonical
            reference = next((r for r in source.reading.references if source.inside(r, [kid])), None)
            if reference is not None and mention_kind(source, reference) == "group":
                return reference.resolved.removeprefix("the ").removesuffix("'s")
    return None


def mention_kind(source: Source, reference: Reference) -> str:
    """What kind of name a reference stands for, as far as the name's last word tells."""
    return "group" if people.is_organisation(reference.resolved.removesuffix("'s").split()[-1].lower()) else "other"


def _name(source: Source, noun: int, words: list[int]) -> str | None:
    tree = source.tree
    if any(base(tree[k].dep) == "conj" for k in tree.kids(noun)):
        return None
    for mention in source.reading.names:
        if source.inside(mention, [noun]):
            return mention.canonical
    return None
