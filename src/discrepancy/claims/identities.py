"""What a reference says in passing: "these defectors", of a battalion's members, says that they are defectors."""

from __future__ import annotations

from collections.abc import Iterator

from discrepancy import people
from discrepancy.claims.wording import Source, members_of, sentence
from discrepancy.model import Argument, Claim, Reference

_POINTERS = frozenset("the these those this that all both some its their his her".split())


def identities(source: Source) -> Iterator[Claim]:
    """A claim of what the members of a group are, for each reference to them that adds a category."""
    for reference in source.reading.references:
        members = members_of(reference.resolved)
        if members is not None:
            yield from _identity(source, reference, members[1])


def _identity(source: Source, reference: Reference, group: str) -> Iterator[Claim]:
    tree, offset = source.tree, source.offset
    words = [t.index for t in tree.tokens
             if reference.start <= t.start + offset and t.end + offset <= reference.end]  # fmt: skip
    words = [i for i in words if tree.word(i) not in _POINTERS and tree[i].pos not in ("PUNCT", "PRON", "DET")]
    nouns = [i for i in words if people.is_person_plural(tree.word(i))]
    if not nouns or (people.is_member_noun(tree.word(nouns[-1])) and len(words) == 1):
        return
    noun = nouns[-1]
    if people.is_member_noun(tree.word(noun)) or words[-1] != noun:
        return
    span = source.span(words)
    description = source.reading.statement.article.text[slice(*span)]
    text = f"the members of the {group} are {description}"
    subject = Argument(
        "subject", f"the members of the {group}", "member", (reference.start, reference.end), group=group
    )
    complement = Argument("complement", description, people.singular(tree.word(noun)), span)
    yield Claim(source.reading.statement, sentence(text), "be", span, (subject, complement), names=(group,),
                spans=(span,), resolved=(reference,))  # fmt: skip
