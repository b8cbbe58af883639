"""Which clause is the main one, and what a participle, a relative clause or a fronted phrase hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.model import Token
from discrepancy.repairs._tree import WHO, base, comma_between, has_auxiliary, kids, promote, subjects_of

LOOSE = frozenset({"parataxis", "conj", "advcl", "ccomp", "dep"})


def mend_relative(tokens: list[Token]) -> None:
    """ "A fighter, who goes by Johnny, left": a clause with "who" for its subject hangs on the noun before it."""
    for token in list(tokens):
        if token.dep not in ("advcl", "ccomp", "parataxis") or token.head == token.index:
            continue
        who = next((k for k in subjects_of(tokens, token.index) if tokens[k].text.lower() in ("who", "which")), None)
        before = who - 1 if who else 0
        if who and before > 0 and tokens[before].text == ",":
            before -= 1
        if who and before != token.index and tokens[before].pos in ("NOUN", "PROPN"):
            tokens[token.index] = replace(token, head=before, dep="acl:relcl")


def mend_opening_subject(tokens: list[Token]) -> None:
    """ "Horrified by this, soldiers left": a participle in front is no subject where there is one behind its comma."""
    first = next((t for t in tokens if t.pos != "PUNCT"), None)
    if first is None or first.tag not in ("VBN", "VBG") or base(first) not in ("nsubj", "csubj"):
        return
    others = [s for s in subjects_of(tokens, first.head) if s > first.index]
    if others and comma_between(tokens, first.index, others[0]):
        tokens[first.index] = replace(first, dep="advcl")


def mend_opening_participle(tokens: list[Token]) -> None:
    """ "Formed in May, the unit consists ...": the clause with the subject is the main one."""
    root = next((t for t in tokens if t.head == t.index), None)
    opening = next((t.index for t in tokens if t.pos != "PUNCT"), None)
    if root is None or root.index != opening or root.tag not in ("VBN", "VBD", "VBG", "JJ"):
        return
    if subjects_of(tokens, root.index) or has_auxiliary(tokens, root.index):
        return
    for kid in kids(tokens, root.index):
        subjects = [s for s in subjects_of(tokens, kid) if s < kid]
        if tokens[kid].dep in LOOSE and subjects and comma_between(tokens, root.index, subjects[0]):
            promote(tokens, root.index, kid, "advcl", "VBN" if root.tag == "VBD" else root.tag)
            return


def mend_lost_subject(tokens: list[Token]) -> None:
    """ "In May, X, driven by Y, joined": the noun before the inserted participle is the subject of the verb."""
    for token in list(tokens):
        verb = tokens[token.head]
        if token.dep != "advcl" or token.tag not in ("VBN", "VBG") or token.index > verb.index:
            continue
        if subjects_of(tokens, verb.index) or verb.tag not in ("VBD", "VBZ", "VBP") or token.index < 2:
            continue
        if tokens[token.index - 1].text != "," or tokens[verb.index - 1].text != ",":
            continue
        start = max((t.index + 1 for t in tokens[: token.index - 1] if t.text == ","), default=0)
        phrase = range(start, token.index - 1)
        top = [i for i in phrase if tokens[i].head not in phrase and tokens[i].pos in ("NOUN", "PROPN")]
        if len(top) == 1:
            tokens[top[0]] = replace(tokens[top[0]], head=verb.index, dep="nsubj")
            tokens[token.index] = replace(token, head=top[0], dep="acl")
            for kid in kids(tokens, token.index):
                if kid < top[0]:
                    tokens[kid] = replace(tokens[kid], head=verb.index)


def mend_inserted_clause(tokens: list[Token]) -> None:
    """ "X, motivated by Y, joined Z" and "X, who led Y, was hurt": the finite verb behind the comma is the main one."""
    for verb in [t for t in tokens if t.pos == "VERB" and t.tag in ("VBN", "VBD", "VBZ", "VBP")]:
        subjects = subjects_of(tokens, verb.index)
        relative = [s for s in subjects if s < verb.index and _is_relative(tokens, s)]
        nouns = [s for s in subjects if s not in relative and s < verb.index]
        if len(nouns) != 1 or (not relative and (verb.tag not in ("VBN", "VBD") or has_auxiliary(tokens, verb.index))):
            continue
        first = min([*relative, *(k for s in relative for k in kids(tokens, s)), verb.index])
        if nouns[0] >= first or not comma_between(tokens, nouns[0], first):
            continue
        main = _main_behind(tokens, verb.index)
        if main is not None:
            _insert(tokens, verb.index, main, nouns[0], "acl:relcl" if relative else "acl")


def _is_relative(tokens: Sequence[Token], subject: int) -> bool:
    """ "who", or "whose budget"."""
    if tokens[subject].text.lower() in WHO:
        return True
    return any(tokens[k].text.lower() == "whose" for k in kids(tokens, subject))


def _main_behind(tokens: Sequence[Token], verb: int) -> int | None:
    """A finite verb without a subject that a comma, and no "and", joins to `verb`."""
    above = [tokens[verb].head] if tokens[verb].dep == "advcl" else []
    for kid in [*kids(tokens, verb), *above]:
        joined = kid in above or tokens[kid].dep in ("parataxis", "conj", "dep", "list")
        if kid < verb or not joined or subjects_of(tokens, kid):
            continue
        below = kids(tokens, kid)
        finite = tokens[kid].tag in ("VBD", "VBZ", "VBP") or any(base(tokens[k]) in ("aux", "cop") for k in below)
        first = min([kid, *(k for k in below if k > verb)])
        bound = any(base(tokens[k]) in ("cc", "mark") for k in below)
        if finite and not bound and "," in (tokens[first].text, tokens[first - 1].text):
            return kid
    return None


def _insert(tokens: list[Token], verb: int, main: int, subject: int, dep: str) -> None:
    old = tokens[verb]
    if old.head != main:
        head, relation = (main, "root") if old.head == verb else (old.head, old.dep)
        tokens[main] = replace(tokens[main], head=head, dep=relation)
    passive = any(tokens[k].dep == "aux:pass" for k in kids(tokens, main))
    tokens[subject] = replace(tokens[subject], head=main, dep="nsubj:pass" if passive else "nsubj")
    for kid in kids(tokens, verb):
        if kid > main or kid < subject:
            tokens[kid] = replace(tokens[kid], head=main)
    tag = "VBN" if dep == "acl" and old.tag == "VBD" else old.tag
    before = tokens[verb - 1]
    noun = before.index if dep == "acl" and before.pos == "NOUN" and before.index > subject else subject
    tokens[verb] = replace(old, head=noun, dep=dep, tag=tag)


def mend_fronted(tokens: list[Token]) -> None:
    """ "In May, the unit left": what stands before a subject with its preposition belongs to the verb."""
    for token in list(tokens):
        noun = tokens[token.head]
        if base(token) not in ("nmod", "obl") or token.index >= noun.index or base(noun) != "nsubj":
            continue
        if any(tokens[k].dep == "case" and k < token.index for k in kids(tokens, token.index)):
            tokens[token.index] = replace(token, head=noun.head, dep="obl")


def mend_beside(tokens: list[Token]) -> None:
    """ "registered with the army before being sent": a participle with "before" belongs to the verb, not the noun."""
    for token in list(tokens):
        if token.dep != "acl" or token.tag not in ("VBG", "VBN"):
            continue
        if not any(tokens[k].text.lower() in ("before", "after", "while", "when") for k in kids(tokens, token.index)):
            continue
        above = token.head
        while tokens[above].pos != "VERB" and tokens[above].head != above:
            above = tokens[above].head
        if tokens[above].pos == "VERB":
            tokens[token.index] = replace(token, head=above, dep="advcl")
