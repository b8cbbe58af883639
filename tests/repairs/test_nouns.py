"""Repairs of nouns and names: each on a parse that it is for, and on one that is right as it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from discrepancy.model import Token
from discrepancy.repairs import nouns
from tests.repairs.trees import changes

Mend = Callable[[list[Token]], None]

FIRES: dict[str, tuple[Mend, str, set[str]]] = {
    "a name in two": (
        nouns.mend_split_names,
        "Jonas/Jonas/PROPN/NNP/nsubj/2 Berg/Berg/PROPN/NNP/nsubj/2 won/win/VERB/VBD/root/2",
        {"Berg/Berg/PROPN/NNP/flat/0"},
    ),
    "an age": (
        nouns.mend_ages,
        (
            "Ana/Ana/PROPN/NNP/nsubj/5 Ruiz/Ruiz/PROPN/NNP/flat/0 ,/,/PUNCT/,/punct/5 34/34/NUM/CD/nummod/5"
            " ,/,/PUNCT/,/punct/5 left/leave/VERB/VBD/root/5"
        ),
        {"34/34/NUM/CD/appos/0"},
    ),
    "a name before the subject": (
        nouns.mend_double_subject,
        (
            "To/to/ADP/IN/case/1 spokesman/spokesman/NOUN/NN/obl/6 ,/,/PUNCT/,/punct/1 Novak/Novak/PROPN/NNP/nsubj/6"
            " ,/,/PUNCT/,/punct/6 crews/crew/NOUN/NNS/nsubj/6 left/leave/VERB/VBD/root/6"
        ),
        {"Novak/Novak/PROPN/NNP/appos/1"},
    ),
    "names in a row with an and": (
        nouns.mend_name_lists,
        (
            "Lyon/Lyon/PROPN/NNP/nsubj/5 ,/,/PUNCT/,/punct/2 Bern/Bern/PROPN/NNP/appos/0 and/and/CCONJ/CC/cc/4"
            " Oslo/Oslo/PROPN/NNP/conj/2 bid/bid/VERB/VBD/root/5"
        ),
        {"Bern/Bern/PROPN/NNP/conj/0"},
    ),
    "a noun in two": (
        nouns.mend_split_nouns,
        (
            "Ruiz/Ruiz/PROPN/NNP/nsubj/6 ,/,/PUNCT/,/punct/3 former/former/ADJ/JJ/amod/3"
            " customs/customs/NOUN/NNS/appos/0"
            " official/official/NOUN/NN/list/0 ,/,/PUNCT/,/punct/6 left/leave/VERB/VBD/root/6"
        ),
        {
            ",/,/PUNCT/,/punct/4",
            "former/former/ADJ/JJ/amod/4",
            "customs/customs/NOUN/NNS/compound/4",
            "official/official/NOUN/NN/appos/0",
        },
    ),
    "members of the subject": (
        nouns.mend_including,
        (
            "Banks/bank/NOUN/NNS/obl/6 ,/,/PUNCT/,/punct/0 including/include/VERB/VBG/case/3"
            " Alba/Alba/PROPN/NNP/nsubj/6 and/and/CCONJ/CC/cc/5 Novo/Novo/PROPN/NNP/conj/3 closed/close/VERB/VBD/root/6"
        ),
        {"Banks/bank/NOUN/NNS/nsubj/6", "Alba/Alba/PROPN/NNP/nmod/0"},
    ),
}

SILENT: dict[str, tuple[Mend, str]] = {
    "a name and a common noun": (
        nouns.mend_split_names,
        "Berg/Berg/PROPN/NNP/nsubj/2 himself/himself/PRON/PRP/nsubj/2 won/win/VERB/VBD/root/2",
    ),
    "names of two verbs": (
        nouns.mend_split_names,
        "Berg/Berg/PROPN/NNP/nsubj/2 Keita/Keita/PROPN/NNP/nsubj/3 said/say/VERB/VBD/root/2 won/win/VERB/VBD/ccomp/2",
    ),
    "a year": (
        nouns.mend_ages,
        (
            "Lyon/Lyon/PROPN/NNP/obl/5 March/March/PROPN/NNP/obl/5 ,/,/PUNCT/,/punct/5 2024/2024/NUM/CD/nummod/5"
            " ,/,/PUNCT/,/punct/5 left/leave/VERB/VBD/root/5"
        ),
    ),
    "a count behind a name": (
        nouns.mend_ages,
        (
            "In/in/ADP/IN/case/1 Lyon/Lyon/PROPN/NNP/obl/5 ,/,/PUNCT/,/punct/5 34/34/NUM/CD/nummod/4"
            " people/people/NOUN/NNS/nsubj/5 left/leave/VERB/VBD/root/5"
        ),
    ),
    "two subjects with no phrase before them": (
        nouns.mend_double_subject,
        "Novak/Novak/PROPN/NNP/nsubj/3 ,/,/PUNCT/,/punct/3 crews/crew/NOUN/NNS/nsubj/3 left/leave/VERB/VBD/root/3",
    ),
    "a name in apposition": (
        nouns.mend_name_lists,
        (
            "Lyon/Lyon/PROPN/NNP/nsubj/4 ,/,/PUNCT/,/punct/2 Capital/Capital/PROPN/NNP/appos/0 ,/,/PUNCT/,/punct/4"
            " bid/bid/VERB/VBD/root/4"
        ),
    ),
    "a noun in apposition in a list of names": (
        nouns.mend_name_lists,
        (
            "Ruiz/Ruiz/PROPN/NNP/nsubj/5 ,/,/PUNCT/,/punct/2 judge/judge/NOUN/NN/appos/0 and/and/CCONJ/CC/cc/4"
            " author/author/NOUN/NN/conj/2 left/leave/VERB/VBD/root/5"
        ),
    ),
    "an apposition before another noun": (
        nouns.mend_split_nouns,
        (
            "Ruiz/Ruiz/PROPN/NNP/nsubj/3 judge/judge/NOUN/NN/appos/0 yesterday/yesterday/NOUN/NN/obl/3"
            " left/leave/VERB/VBD/root/3"
        ),
    ),
    "members of an object": (
        nouns.mend_including,
        (
            "They/they/PRON/PRP/nsubj/1 hit/hit/VERB/VBD/root/1 banks/bank/NOUN/NNS/obj/1 ,/,/PUNCT/,/punct/5"
            " including/include/VERB/VBG/case/5 Alba/Alba/PROPN/NNP/nmod/2"
        ),
    ),
    "members between two commas": (
        nouns.mend_including,
        (
            "Banks/bank/NOUN/NNS/nsubj/5 ,/,/PUNCT/,/punct/3 including/include/VERB/VBG/case/3"
            " Alba/Alba/PROPN/NNP/nmod/0 ,/,/PUNCT/,/punct/5 closed/close/VERB/VBD/root/5"
        ),
    ),
}


@pytest.mark.parametrize(("mend", "text", "expected"), FIRES.values(), ids=FIRES)
def test_fires(mend: Mend, text: str, expected: set[str]) -> None:
    assert changes(mend, text) == expected


@pytest.mark.parametrize(("mend", "text"), SILENT.values(), ids=SILENT)
def test_leaves_alone(mend: Mend, text: str) -> None:
    assert not changes(mend, text)
