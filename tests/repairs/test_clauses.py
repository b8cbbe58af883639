"""Repairs of clauses: each on a parse that it is for, and on one that is right as it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from discrepancy.model import Token
from discrepancy.repairs import clauses
from tests.repairs.trees import changes

Mend = Callable[[list[Token]], None]

FIRES: dict[str, tuple[Mend, str, set[str]]] = {
    "a relative clause hung on the verb": (
        clauses.mend_relative,
        (
            "Beck/Beck/PROPN/NNP/nsubj/5 ,/,/PUNCT/,/punct/3 who/who/PRON/WP/nsubj/3 coughed/cough/VERB/VBD/advcl/5"
            " ,/,/PUNCT/,/punct/5 left/leave/VERB/VBD/root/5"
        ),
        {"coughed/cough/VERB/VBD/acl:relcl/0"},
    ),
    "a participle in front taken for the subject": (
        clauses.mend_opening_subject,
        "Stunned/stun/VERB/VBN/nsubj/3 ,/,/PUNCT/,/punct/3 fans/fan/NOUN/NNS/nsubj/3 left/leave/VERB/VBD/root/3",
        {"Stunned/stun/VERB/VBN/advcl/3"},
    ),
    "a participle in front taken for the main verb": (
        clauses.mend_opening_participle,
        (
            "Founded/found/VERB/VBN/root/0 early/early/ADV/RB/advmod/0 ,/,/PUNCT/,/punct/0"
            " breweries/brewery/NOUN/NNS/nsubj/4 thrive/thrive/VERB/VBP/parataxis/0 ././PUNCT/./punct/0"
        ),
        {"Founded/found/VERB/VBN/advcl/4", "thrive/thrive/VERB/VBP/root/4", "././PUNCT/./punct/4"},
    ),
    "a subject lost to the participle behind it": (
        clauses.mend_lost_subject,
        (
            "Novo/Novo/PROPN/NNP/obl/2 ,/,/PUNCT/,/punct/2 driven/drive/VERB/VBN/advcl/5 on/on/ADV/RB/advmod/2"
            " ,/,/PUNCT/,/punct/5 grew/grow/VERB/VBD/root/5"
        ),
        {"Novo/Novo/PROPN/NNP/nsubj/5", "driven/drive/VERB/VBN/acl/0"},
    ),
    "an inserted participle taken for the main verb": (
        clauses.mend_inserted_clause,
        (
            "Novo/Novo/PROPN/NNP/nsubj/2 ,/,/PUNCT/,/punct/2 driven/drive/VERB/VBN/root/2 on/on/ADV/RB/advmod/2"
            " ,/,/PUNCT/,/punct/5 grew/grow/VERB/VBD/parataxis/2 ././PUNCT/./punct/2"
        ),
        {
            "Novo/Novo/PROPN/NNP/nsubj/5",
            "driven/drive/VERB/VBN/acl/0",
            "grew/grow/VERB/VBD/root/5",
            "././PUNCT/./punct/5",
        },
    ),
    "an inserted relative clause before a passive": (
        clauses.mend_inserted_clause,
        (
            "Beck/Beck/PROPN/NNP/nsubj/3 ,/,/PUNCT/,/punct/3 who/who/PRON/WP/nsubj/3 led/lead/VERB/VBD/root/3"
            " ,/,/PUNCT/,/punct/6 was/be/AUX/VBD/aux:pass/6 hurt/hurt/VERB/VBN/conj/3"
        ),
        {
            "Beck/Beck/PROPN/NNP/nsubj:pass/6",
            "led/lead/VERB/VBD/acl:relcl/0",
            "hurt/hurt/VERB/VBN/root/6",
        },
    ),
    "a phrase in front hung on the subject": (
        clauses.mend_fronted,
        "In/in/ADP/IN/case/1 May/May/PROPN/NNP/nmod/2 crews/crew/NOUN/NNS/nsubj/3 left/leave/VERB/VBD/root/3",
        {"May/May/PROPN/NNP/obl/3"},
    ),
    "a participle with before, hung on a noun": (
        clauses.mend_beside,
        (
            "He/he/PRON/PRP/nsubj/1 told/tell/VERB/VBD/root/1 staff/staff/NOUN/NN/obj/1 before/before/SCONJ/IN/mark/4"
            " leaving/leave/VERB/VBG/acl/2"
        ),
        {"leaving/leave/VERB/VBG/advcl/1"},
    ),
}

SILENT: dict[str, tuple[Mend, str]] = {
    "a clause with a subject of its own": (
        clauses.mend_relative,
        (
            "Beck/Beck/PROPN/NNP/nsubj/1 left/leave/VERB/VBD/root/1 as/as/SCONJ/IN/mark/4 rain/rain/NOUN/NN/nsubj/4"
            " fell/fall/VERB/VBD/advcl/1"
        ),
    ),
    "a question after who": (
        clauses.mend_relative,
        "Police/police/NOUN/NNS/nsubj/1 asked/ask/VERB/VBD/root/1 who/who/PRON/WP/nsubj/3 left/leave/VERB/VBD/ccomp/1",
    ),
    "a gerund that is the only subject": (
        clauses.mend_opening_subject,
        "Smoking/smoke/VERB/VBG/csubj/1 kills/kill/VERB/VBZ/root/1 people/people/NOUN/NNS/obj/1",
    ),
    "a main verb in front with its subject": (
        clauses.mend_opening_participle,
        (
            "Said/say/VERB/VBD/root/0 Beck/Beck/PROPN/NNP/nsubj/0 ,/,/PUNCT/,/punct/0 it/it/PRON/PRP/nsubj/4"
            " failed/fail/VERB/VBD/parataxis/0"
        ),
    ),
    "an imperative before a clause": (
        clauses.mend_opening_participle,
        "Look/look/VERB/VB/root/0 ,/,/PUNCT/,/punct/0 it/it/PRON/PRP/nsubj/3 failed/fail/VERB/VBD/parataxis/0",
    ),
    "a participle before a verb that has its subject": (
        clauses.mend_lost_subject,
        (
            "Novo/Novo/PROPN/NNP/nsubj/5 ,/,/PUNCT/,/punct/2 driven/drive/VERB/VBN/advcl/5 on/on/ADV/RB/advmod/2"
            " ,/,/PUNCT/,/punct/5 grew/grow/VERB/VBD/root/5"
        ),
    ),
    "verbs joined by and": (
        clauses.mend_inserted_clause,
        (
            "Novo/Novo/PROPN/NNP/nsubj/2 ,/,/PUNCT/,/punct/2 expanded/expand/VERB/VBD/root/2 ,/,/PUNCT/,/punct/5"
            " and/and/CCONJ/CC/cc/5 grew/grow/VERB/VBD/conj/2"
        ),
    ),
    "verbs of two subjects": (
        clauses.mend_inserted_clause,
        (
            "Novo/Novo/PROPN/NNP/nsubj/2 ,/,/PUNCT/,/punct/2 shrank/shrink/VERB/VBD/root/2 ,/,/PUNCT/,/punct/5"
            " Alba/Alba/PROPN/NNP/nsubj/5 grew/grow/VERB/VBD/parataxis/2"
        ),
    ),
    "a phrase behind its noun": (
        clauses.mend_fronted,
        "Crews/crew/NOUN/NNS/nsubj/3 from/from/ADP/IN/case/2 Bern/Bern/PROPN/NNP/nmod/0 left/leave/VERB/VBD/root/3",
    ),
    "an owner before its noun": (
        clauses.mend_fronted,
        "Bern/Bern/PROPN/NNP/nmod:poss/2 's/'s/PART/POS/case/0 crews/crew/NOUN/NNS/nsubj/3 left/leave/VERB/VBD/root/3",
    ),
    "a participle that says which noun": (
        clauses.mend_beside,
        "He/he/PRON/PRP/nsubj/1 told/tell/VERB/VBD/root/1 staff/staff/NOUN/NN/obj/1 leaving/leave/VERB/VBG/acl/2",
    ),
}


@pytest.mark.parametrize(("mend", "text", "expected"), FIRES.values(), ids=FIRES)
def test_fires(mend: Mend, text: str, expected: set[str]) -> None:
    assert changes(mend, text) == expected


@pytest.mark.parametrize(("mend", "text"), SILENT.values(), ids=SILENT)
def test_leaves_alone(mend: Mend, text: str) -> None:
    assert not changes(mend, text)
