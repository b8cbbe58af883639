"""Which words are one name, and what stands beside a noun: appositions, lists, ages, the members of a group."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.model import Token
from discrepancy.repairs._tree import base, below, comma_between, kids, proper, subjects_of


def mend_split_names(tokens: list[Token]) -> None:
    """ "Jonas Berg broke": two proper nouns side by side under one verb are one name."""
    for first, second in zip(list(tokens), list(tokens)[1:], strict=False):
        alike = first.head == second.head and first.dep == second.dep and base(first) == "nsubj"
        if alike and proper(first) and proper(second):
            tokens[second.index] = replace(second, dep="flat", head=first.index)


def mend_ages(tokens: list[Token]) -> None:
    """ "Ana Ruiz, 34, ...": the number behind a name is in apposition to it."""
    for i in range(2, len(tokens)):
        number, comma, name = tokens[i], tokens[i - 1], tokens[i - 2]
        closes = i + 1 == len(tokens) or tokens[i + 1].text in (",", ".", ")", ";")
        if number.pos == "NUM" and comma.text == "," and name.pos == "PROPN" and closes and number.text.isdigit():
            top = name
            while (
                tokens[top.head].pos == "PROPN" and top.head != top.index and base(top) in ("flat", "compound", "nmod")
            ):
                top = tokens[top.head]
            if len(number.text) <= 2 and top.index != number.index and not below(tokens, top.index, number.index):
                tokens[i] = replace(number, head=top.index, dep="appos")


def mend_double_subject(tokens: list[Token]) -> None:
    """ "according to the spokesman, Jan Novak, the units ...": a name before the subject is in apposition."""
    for verb in [t for t in tokens if t.pos in ("VERB", "AUX", "ADJ", "NOUN")]:
        subjects = [s for s in subjects_of(tokens, verb.index) if s < verb.index]
        if len(subjects) != 2 or tokens[subjects[0]].pos != "PROPN" or not comma_between(tokens, *subjects):
            continue
        before = [k for k in kids(tokens, verb.index) if k < subjects[0] and base(tokens[k]) == "obl"]
        if before and comma_between(tokens, before[-1], subjects[0]):
            tokens[subjects[0]] = replace(tokens[subjects[0]], head=before[-1], dep="appos")


def mend_name_lists(tokens: list[Token]) -> None:
    """ "the A, the B, and the C": names in a row with an "and" are a list, no apposition."""
    for token in list(tokens):
        head = tokens[token.head]
        if token.dep != "appos" or not (proper(token) and proper(head)) or token.index < head.index:
            continue
        later = [k for x in (head.index, token.index) for k in kids(tokens, x) if k > token.index]
        if any(tokens[k].dep == "conj" for k in later):
            tokens[token.index] = replace(token, dep="conj")


def mend_split_nouns(tokens: list[Token]) -> None:
    """ "a former customs official": two nouns side by side on one head are one."""
    for first, second in zip(list(tokens), list(tokens[1:]), strict=False):
        if first.dep != "appos" or second.pos != "NOUN" or first.pos != "NOUN" or first.head != second.head:
            continue
        if second.dep in ("list", "dep", "flat", "appos", "conj"):
            for kid in kids(tokens, first.index):
                tokens[kid] = replace(tokens[kid], head=second.index)
            tokens[first.index] = replace(first, head=second.index, dep="compound")
            tokens[second.index] = replace(second, dep="appos")


def mend_including(tokens: list[Token]) -> None:
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
        if not outer or not set(subjects_of(tokens, verb.index)) & set(listed) or verb.head in listed:
            continue
        for i in listed:
            if tokens[i].head not in listed:
                tokens[i] = replace(tokens[i], head=outer[0], dep="conj")
        tokens[outer[0]] = replace(tokens[outer[0]], head=noun.index, dep="nmod")
        tokens[word.index] = replace(word, head=outer[0], dep="case")
        tokens[noun.index] = replace(noun, head=verb.index, dep="nsubj")
