"""Repairs of parses that cannot be right, by what English allows: a small parser's commonest mistakes in news.

A clause that is set off by commas between a subject and a finite verb hangs on the subject; a participle that opens
a sentence hangs on the clause that follows; a past participle under "be" is a passive. Every repair keeps one root.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from discrepancy.lemmas import lemma_of
from discrepancy.model import Token

LOOSE = frozenset({"parataxis", "conj", "advcl", "ccomp", "dep"})
PAST_FORMS = frozenset(
    "sang sank hid swept fled wrote began chose drove flew fought froze grew knelt lent overtook overthrew paid sought"
    " sold slept sprang stole strove swore threw took taught told underwent undertook went withdrew withstood won wore"
    " woke became brought caught built gave got kept knew lost made met sent shook stood swam tore said".split()
)
"""Irregular past forms that are no nouns: whatever else a parser takes them for is wrong."""
WHO = frozenset({"who", "which", "that"})


def mended(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """The tokens with the relations that are certain to be wrong put right."""
    have = list(tokens)
    _mend_negations(have)
    _mend_past_forms(have)
    _mend_split_names(have)
    _mend_noun_root(have)
    _mend_finite(have)
    _mend_relative(have)
    _mend_passives(have)
    _mend_adjectives(have)
    _mend_opening_subject(have)
    _mend_opening_participle(have)
    _mend_lost_subject(have)
    _mend_inserted_clause(have)
    _mend_ages(have)
    _mend_double_subject(have)
    _mend_fronted(have)
    _mend_beside(have)
    _mend_name_lists(have)
    _mend_split_nouns(have)
    _mend_including(have)
    return tuple(have)


def _kids(tokens: Sequence[Token], head: int) -> list[int]:
    return [t.index for t in tokens if t.head == head and t.index != head]


def _base(token: Token) -> str:
    return token.dep.partition(":")[0]


def _subjects(tokens: Sequence[Token], head: int) -> list[int]:
    return [k for k in _kids(tokens, head) if _base(tokens[k]) == "nsubj"]


def _has_auxiliary(tokens: Sequence[Token], head: int) -> bool:
    return any(_base(tokens[k]) in ("aux", "cop") for k in _kids(tokens, head))


def _comma_between(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(t.text == "," for t in tokens[first + 1 : last])


def _mend_negations(tokens: list[Token]) -> None:
    """ "couldn’t" with a typographic apostrophe: the "n’t" is no noun, and what hangs on it hangs on the verb."""
    for token in list(tokens):
        if token.text.lower() not in ("n't", "n’t") or token.dep == "advmod" or token.head == token.index:
            continue
        for kid in _kids(tokens, token.index):
            tokens[kid] = replace(tokens[kid], head=token.head)
        tokens[token.index] = replace(token, dep="advmod", pos="PART", tag="RB", lemma="not")
        if any(tokens[k].dep == "aux:pass" for k in _kids(tokens, token.head)):
            for kid in _subjects(tokens, token.head):
                tokens[kid] = replace(tokens[kid], dep="nsubj:pass")


def _mend_split_names(tokens: list[Token]) -> None:
    """ "Jonas Berg broke": two proper nouns side by side under one verb are one name."""
    for first, second in zip(list(tokens), list(tokens)[1:], strict=False):
        alike = first.head == second.head and first.dep == second.dep and _base(first) == "nsubj"
        if alike and _proper(first) and _proper(second):
            tokens[second.index] = replace(second, dep="flat", head=first.index)


def _mend_finite(tokens: list[Token]) -> None:
    """ "The minister resigned": a participle that heads a sentence with a subject and no auxiliary is a past tense."""
    for token in list(tokens):
        heads = token.head == token.index and token.tag == "VBN" and token.pos == "VERB"
        active = any(tokens[k].dep == "nsubj" and k < token.index for k in _kids(tokens, token.index))
        if heads and active and not _has_auxiliary(tokens, token.index):
            tokens[token.index] = replace(token, tag="VBD", lemma=lemma_of(token.text, "VBD") or token.lemma)


def _mend_noun_root(tokens: list[Token]) -> None:
    """ "The company bought a rival": a participle with an object is no passive one, and where nothing else is finite,
    it is the sentence's verb. The noun that it was hung on is in its subject."""
    root = next((t for t in tokens if t.head == t.index), None)
    if root is None or root.pos not in ("NOUN", "PROPN", "ADJ") or _finite(tokens):
        return
    verb = next((t for t in tokens if t.tag == "VBN" and t.dep == "acl" and _object(tokens, t.index) is not None), None)
    if verb is None or verb.index < root.index:
        return
    subject = _top(tokens, verb.head)
    _promote(tokens, root.index, verb.index, "obl", root.tag)
    tokens[verb.index] = replace(tokens[verb.index], tag="VBD", lemma=lemma_of(verb.text, "VBD") or verb.lemma)
    tokens[subject] = replace(tokens[subject], head=verb.index, dep="nsubj")


def _finite(tokens: Sequence[Token]) -> bool:
    """Whether some verb of a main clause is finite: one of a relative or adverbial clause does not count."""
    return any(
        t.tag in ("VBD", "VBZ", "VBP", "MD") and _base(t) not in ("acl", "advcl", "aux", "ccomp", "csubj")
        for t in tokens
    )


def _object(tokens: Sequence[Token], verb: int) -> int | None:
    return next((k for k in _kids(tokens, verb) if tokens[k].dep == "obj" and k > verb), None)


def _top(tokens: Sequence[Token], index: int) -> int:
    """The head of the noun phrase or list that a noun is in: up to where a preposition or the root begins."""
    while tokens[index].head != index and not any(_base(tokens[k]) == "case" for k in _kids(tokens, index)):
        above = tokens[tokens[index].head]
        if _base(tokens[index]) not in ("conj", "nmod", "appos") or _is_oblique(tokens, above.index):
            break
        index = above.index
    return index


def _is_oblique(tokens: Sequence[Token], index: int) -> bool:
    return any(_base(tokens[k]) == "case" and k < index for k in _kids(tokens, index))


def _mend_relative(tokens: list[Token]) -> None:
    """ "A fighter, who goes by Johnny, left": a clause with "who" for its subject hangs on the noun before it."""
    for token in list(tokens):
        if token.dep not in ("advcl", "ccomp", "parataxis") or token.head == token.index:
            continue
        who = next((k for k in _subjects(tokens, token.index) if tokens[k].text.lower() in ("who", "which")), None)
        before = who - 1 if who else 0
        if who and before > 0 and tokens[before].text == ",":
            before -= 1
        if who and tokens[before].pos in ("NOUN", "PROPN"):
            tokens[token.index] = replace(token, head=before, dep="acl:relcl")


def _mend_passives(tokens: list[Token]) -> None:
    """ "was injured": a copula on a past participle is the auxiliary of a passive."""
    for token in list(tokens):
        if token.dep == "cop" and token.lemma.lower() == "be" and tokens[token.head].tag == "VBN":
            tokens[token.index] = replace(token, dep="aux:pass")
            for kid in _subjects(tokens, token.head):
                tokens[kid] = replace(tokens[kid], dep="nsubj:pass")
            tokens[token.head] = replace(tokens[token.head], pos="VERB")


def _mend_past_forms(tokens: list[Token]) -> None:
    """ "The ferry sank": a form that is no noun is the verb, and the noun before it the subject."""
    for token in list(tokens):
        if token.pos in ("VERB", "AUX") or token.text not in PAST_FORMS or token.index == 0:
            continue
        left = [k for k in _kids(tokens, token.index) if k < token.index]
        subject = tokens[token.index - 1]
        if subject.index not in left or subject.text.lower() in WHO:
            continue
        lemma = lemma_of(token.text, "VBD") or token.lemma
        tokens[token.index] = replace(token, pos="VERB", tag="VBD", lemma=lemma)
        tag = "NN" if subject.tag.startswith("JJ") else subject.tag
        pos = subject.pos if subject.pos in ("PROPN", "PRON") else "NOUN"
        tokens[subject.index] = replace(subject, dep="nsubj", tag=tag, pos=pos)
        for kid in _kids(tokens, token.index):
            if kid < subject.index and _base(tokens[kid]) in ("det", "amod", "compound", "nmod", "nummod"):
                tokens[kid] = replace(tokens[kid], head=subject.index)
            elif kid > token.index and _base(tokens[kid]) in ("nmod", "acl"):
                tokens[kid] = replace(tokens[kid], dep="obl" if tokens[kid].dep != "acl" else "advcl")


def _mend_adjectives(tokens: list[Token]) -> None:
    """ "was closed": what a passive auxiliary stands before is a participle, not an adjective."""
    for token in list(tokens):
        verb = tokens[token.head]
        if token.dep == "aux:pass" and verb.tag == "JJ" and verb.text.endswith("ed"):
            lemma = lemma_of(verb.text, "VBN") or verb.lemma
            tokens[verb.index] = replace(verb, pos="VERB", tag="VBN", lemma=lemma)


def _mend_opening_participle(tokens: list[Token]) -> None:
    """ "Formed in May, the unit consists ...": the clause with the subject is the main one."""
    root = next((t for t in tokens if t.head == t.index), None)
    opening = next((t.index for t in tokens if t.pos != "PUNCT"), None)
    if root is None or root.index != opening or root.tag not in ("VBN", "VBD", "VBG", "JJ"):
        return
    if _subjects(tokens, root.index) or _has_auxiliary(tokens, root.index):
        return
    for kid in _kids(tokens, root.index):
        subjects = [s for s in _subjects(tokens, kid) if s < kid]
        if tokens[kid].dep in LOOSE and subjects and _comma_between(tokens, root.index, subjects[0]):
            _promote(tokens, root.index, kid, "advcl", "VBN" if root.tag == "VBD" else root.tag)
            return


def _mend_opening_subject(tokens: list[Token]) -> None:
    """ "Horrified by this, soldiers left": a participle in front is no subject where there is one behind its comma."""
    first = next((t for t in tokens if t.pos != "PUNCT"), None)
    if first is None or first.tag not in ("VBN", "VBG") or _base(first) not in ("nsubj", "csubj"):
        return
    others = [s for s in _subjects(tokens, first.head) if s > first.index]
    if others and _comma_between(tokens, first.index, others[0]):
        tokens[first.index] = replace(first, dep="advcl")


def _mend_lost_subject(tokens: list[Token]) -> None:
    """ "In May, X, driven by Y, joined": the noun before the inserted participle is the subject of the verb."""
    for token in list(tokens):
        verb = tokens[token.head]
        if token.dep != "advcl" or token.tag not in ("VBN", "VBG") or token.index > verb.index:
            continue
        if _subjects(tokens, verb.index) or verb.tag not in ("VBD", "VBZ", "VBP") or token.index < 2:
            continue
        if tokens[token.index - 1].text != "," or tokens[verb.index - 1].text != ",":
            continue
        start = max((t.index + 1 for t in tokens[: token.index - 1] if t.text == ","), default=0)
        phrase = range(start, token.index - 1)
        top = [i for i in phrase if tokens[i].head not in phrase and tokens[i].pos in ("NOUN", "PROPN")]
        if len(top) == 1:
            tokens[top[0]] = replace(tokens[top[0]], head=verb.index, dep="nsubj")
            tokens[token.index] = replace(token, head=top[0], dep="acl")
            for kid in _kids(tokens, token.index):
                if kid < top[0]:
                    tokens[kid] = replace(tokens[kid], head=verb.index)


def _promote(tokens: list[Token], old: int, new: int, dep: str, tag: str) -> None:
    """Make `new` the root and hang the old root on it. What stood behind the new root goes with it."""
    tokens[new] = replace(tokens[new], head=new, dep="root")
    for kid in _kids(tokens, old):
        if kid > new:
            tokens[kid] = replace(tokens[kid], head=new)
    tokens[old] = replace(
        tokens[old], head=new, dep=dep, tag=tag, pos="VERB" if tag.startswith("VB") else tokens[old].pos
    )


def _mend_inserted_clause(tokens: list[Token]) -> None:
    """ "X, motivated by Y, joined Z" and "X, who led Y, was hurt": the finite verb behind the comma is the main one."""
    for verb in [t for t in tokens if t.pos == "VERB" and t.tag in ("VBN", "VBD", "VBZ", "VBP")]:
        subjects = _subjects(tokens, verb.index)
        relative = [s for s in subjects if s < verb.index and _is_relative(tokens, s)]
        nouns = [s for s in subjects if s not in relative and s < verb.index]
        if len(nouns) != 1 or (not relative and (verb.tag not in ("VBN", "VBD") or _has_auxiliary(tokens, verb.index))):
            continue
        first = min([*relative, *(k for s in relative for k in _kids(tokens, s)), verb.index])
        if nouns[0] >= first or not _comma_between(tokens, nouns[0], first):
            continue
        main = _main_behind(tokens, verb.index)
        if main is not None:
            _insert(tokens, verb.index, main, nouns[0], "acl:relcl" if relative else "acl")


def _is_relative(tokens: Sequence[Token], subject: int) -> bool:
    """ "who", or "whose budget"."""
    if tokens[subject].text.lower() in WHO:
        return True
    return any(tokens[k].text.lower() == "whose" for k in _kids(tokens, subject))


def _main_behind(tokens: Sequence[Token], verb: int) -> int | None:
    """A finite verb without a subject that a comma, and no "and", joins to `verb`."""
    above = [tokens[verb].head] if tokens[verb].dep == "advcl" else []
    for kid in [*_kids(tokens, verb), *above]:
        joined = kid in above or tokens[kid].dep in ("parataxis", "conj", "dep", "list")
        if kid < verb or not joined or _subjects(tokens, kid):
            continue
        below = _kids(tokens, kid)
        finite = tokens[kid].tag in ("VBD", "VBZ", "VBP") or any(_base(tokens[k]) in ("aux", "cop") for k in below)
        first = min([kid, *(k for k in below if k > verb)])
        bound = any(_base(tokens[k]) in ("cc", "mark") for k in below)
        if finite and not bound and "," in (tokens[first].text, tokens[first - 1].text):
            return kid
    return None


def _insert(tokens: list[Token], verb: int, main: int, subject: int, dep: str) -> None:
    old = tokens[verb]
    if old.head != main:
        head, relation = (main, "root") if old.head == verb else (old.head, old.dep)
        tokens[main] = replace(tokens[main], head=head, dep=relation)
    passive = any(tokens[k].dep == "aux:pass" for k in _kids(tokens, main))
    tokens[subject] = replace(tokens[subject], head=main, dep="nsubj:pass" if passive else "nsubj")
    for kid in _kids(tokens, verb):
        if kid > main or kid < subject:
            tokens[kid] = replace(tokens[kid], head=main)
    tag = "VBN" if dep == "acl" and old.tag == "VBD" else old.tag
    before = tokens[verb - 1]
    noun = before.index if dep == "acl" and before.pos == "NOUN" and before.index > subject else subject
    tokens[verb] = replace(old, head=noun, dep=dep, tag=tag)


def _mend_ages(tokens: list[Token]) -> None:
    """ "Ana Ruiz, 34, ...": the number behind a name is in apposition to it."""
    for i in range(2, len(tokens)):
        number, comma, name = tokens[i], tokens[i - 1], tokens[i - 2]
        closes = i + 1 == len(tokens) or tokens[i + 1].text in (",", ".", ")", ";")
        if number.pos == "NUM" and comma.text == "," and name.pos == "PROPN" and closes and number.text.isdigit():
            top = name
            while (
                tokens[top.head].pos == "PROPN" and top.head != top.index and _base(top) in ("flat", "compound", "nmod")
            ):
                top = tokens[top.head]
            if len(number.text) <= 2 and top.index != number.index and not _below(tokens, top.index, number.index):
                tokens[i] = replace(number, head=top.index, dep="appos")


def _mend_fronted(tokens: list[Token]) -> None:
    """ "In May, the unit left": what stands before a subject with its preposition belongs to the verb."""
    for token in list(tokens):
        noun = tokens[token.head]
        if _base(token) not in ("nmod", "obl") or token.index >= noun.index or _base(noun) != "nsubj":
            continue
        if any(tokens[k].dep == "case" and k < token.index for k in _kids(tokens, token.index)):
            tokens[token.index] = replace(token, head=noun.head, dep="obl")


def _mend_double_subject(tokens: list[Token]) -> None:
    """ "according to the spokesman, Jan Novak, the units ...": a name before the subject is in apposition."""
    for verb in [t for t in tokens if t.pos in ("VERB", "AUX", "ADJ", "NOUN")]:
        subjects = [s for s in _subjects(tokens, verb.index) if s < verb.index]
        if len(subjects) != 2 or tokens[subjects[0]].pos != "PROPN" or not _comma_between(tokens, *subjects):
            continue
        before = [k for k in _kids(tokens, verb.index) if k < subjects[0] and _base(tokens[k]) == "obl"]
        if before and _comma_between(tokens, before[-1], subjects[0]):
            tokens[subjects[0]] = replace(tokens[subjects[0]], head=before[-1], dep="appos")


def _mend_beside(tokens: list[Token]) -> None:
    """ "registered with the army before being sent": a participle with "before" belongs to the verb, not the noun."""
    for token in list(tokens):
        if token.dep != "acl" or token.tag not in ("VBG", "VBN"):
            continue
        if not any(tokens[k].text.lower() in ("before", "after", "while", "when") for k in _kids(tokens, token.index)):
            continue
        above = token.head
        while tokens[above].pos != "VERB" and tokens[above].head != above:
            above = tokens[above].head
        if tokens[above].pos == "VERB":
            tokens[token.index] = replace(token, head=above, dep="advcl")


def _proper(token: Token) -> bool:
    return token.pos == "PROPN" or token.text[:1].isupper()


def _mend_name_lists(tokens: list[Token]) -> None:
    """ "the A, the B, and the C": names in a row with an "and" are a list, no apposition."""
    for token in list(tokens):
        head = tokens[token.head]
        if token.dep != "appos" or not (_proper(token) and _proper(head)) or token.index < head.index:
            continue
        later = [k for x in (head.index, token.index) for k in _kids(tokens, x) if k > token.index]
        if any(tokens[k].dep == "conj" for k in later):
            tokens[token.index] = replace(token, dep="conj")


def _mend_split_nouns(tokens: list[Token]) -> None:
    """ "a former customs official": two nouns side by side on one head are one."""
    for first, second in zip(list(tokens), list(tokens[1:]), strict=False):
        if first.dep != "appos" or second.pos != "NOUN" or first.pos != "NOUN" or first.head != second.head:
            continue
        if second.dep in ("list", "dep", "flat", "appos", "conj"):
            for kid in _kids(tokens, first.index):
                tokens[kid] = replace(tokens[kid], head=second.index)
            tokens[first.index] = replace(first, head=second.index, dep="compound")
            tokens[second.index] = replace(second, dep="appos")


def _mend_including(tokens: list[Token]) -> None:
    """ "several groups, including A, B and C crossed": the groups crossed, and not C alone."""
    for word in list(tokens):
        if word.text.lower() != "including" or word.index < 2 or tokens[word.index - 1].text != ",":
            continue
        noun = tokens[word.index - 2]
        verb = next((t for t in tokens[word.index :] if t.tag in ("VBD", "VBZ", "VBP") and t.pos == "VERB"), None)
        if verb is None or noun.tag not in ("NNS", "NNPS") or tokens[verb.index - 1].text == ",":
            continue
        listed = range(word.index, verb.index)
        outer = [i for i in listed if tokens[i].head not in listed and tokens[i].pos in ("NOUN", "PROPN")]
        if not outer or not set(_subjects(tokens, verb.index)) & set(listed) or verb.head in listed:
            continue
        for i in listed:
            if tokens[i].head not in listed:
                tokens[i] = replace(tokens[i], head=outer[0], dep="conj")
        tokens[outer[0]] = replace(tokens[outer[0]], head=noun.index, dep="nmod")
        tokens[word.index] = replace(word, head=outer[0], dep="case")
        tokens[noun.index] = replace(noun, head=verb.index, dep="nsubj")


def _below(tokens: Sequence[Token], index: int, top: int) -> bool:
    """Whether `index` hangs below `top`, so that hanging `top` on it would close a ring."""
    while tokens[index].head != index:
        index = tokens[index].head
        if index == top:
            return True
    return index == top
