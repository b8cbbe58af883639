"""Repairs of the verb: each on a parse that it is for, and on one that is right as it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from discrepancy.model import Token
from discrepancy.repairs import verbs
from tests.repairs.trees import changes

Mend = Callable[[list[Token]], None]

FIRES: dict[str, tuple[Mend, str, set[str]]] = {
    "a negation taken for a noun": (
        verbs.mend_negations,
        "Divers/diver/NOUN/NNS/nsubj/3 could/could/AUX/MD/aux/3 n’t/n’t/NOUN/NN/nsubj/3 return/return/VERB/VB/root/3",
        {"n’t/not/PART/RB/advmod/3"},
    ),
    "a negated passive keeps its subject": (
        verbs.mend_negations,
        "Trains/train/NOUN/NNS/nsubj/3 were/be/AUX/VBD/aux:pass/3 n't/n't/NOUN/NN/obj/3 hit/hit/VERB/VBN/root/3",
        {"Trains/train/NOUN/NNS/nsubj:pass/3", "n't/not/PART/RB/advmod/3"},
    ),
    "a past form taken for a noun": (
        verbs.mend_past_forms,
        (
            "The/the/DET/DT/det/2 ferry/ferry/NOUN/NN/compound/2 sank/sank/NOUN/NN/root/2"
            " off/off/ADP/IN/case/4 Crete/Crete/PROPN/NNP/nmod/2"
        ),
        {
            "The/the/DET/DT/det/1",
            "ferry/ferry/NOUN/NN/nsubj/2",
            "sank/sink/VERB/VBD/root/2",
            "Crete/Crete/PROPN/NNP/obl/2",
        },
    ),
    "who did it, hung on the place": (
        verbs.mend_agents,
        (
            "Club/club/NOUN/NN/nsubj:pass/2 was/be/AUX/VBD/aux:pass/2 founded/found/VERB/VBN/root/2 in/in/ADP/IN/case/4"
            " Lund/Lund/PROPN/NNP/obl/2 by/by/ADP/IN/case/6 Berg/Berg/PROPN/NNP/nmod/4"
        ),
        {"Berg/Berg/PROPN/NNP/obl:agent/2"},
    ),
    "a participle with an object, where nothing is finite": (
        verbs.mend_noun_root,
        (
            "The/the/DET/DT/det/1 brewery/brewery/NOUN/NN/root/1 bought/buy/VERB/VBN/acl/1"
            " a/a/DET/DT/det/4 rival/rival/NOUN/NN/obj/2"
        ),
        {"brewery/brewery/NOUN/NN/nsubj/2", "bought/buy/VERB/VBD/root/2"},
    ),
    "a participle that heads a sentence with its subject": (
        verbs.mend_finite,
        "The/the/DET/DT/det/1 minister/minister/NOUN/NN/nsubj/2 resigned/resign/VERB/VBN/root/2",
        {"resigned/resign/VERB/VBD/root/2"},
    ),
    "a copula on a participle": (
        verbs.mend_passives,
        "A/a/DET/DT/det/1 climber/climber/NOUN/NN/nsubj/3 was/be/AUX/VBD/cop/3 injured/injure/ADJ/VBN/root/3",
        {"climber/climber/NOUN/NN/nsubj:pass/3", "was/be/AUX/VBD/aux:pass/3", "injured/injure/VERB/VBN/root/3"},
    ),
    "an adjective under the auxiliary of a passive": (
        verbs.mend_adjectives,
        "The/the/DET/DT/det/1 mill/mill/NOUN/NN/nsubj:pass/3 was/be/AUX/VBD/aux:pass/3 closed/closed/ADJ/JJ/root/3",
        {"closed/close/VERB/VBN/root/3"},
    ),
}

SILENT: dict[str, tuple[Mend, str]] = {
    "a negation that is read as one": (
        verbs.mend_negations,
        "Divers/diver/NOUN/NNS/nsubj/3 could/could/AUX/MD/aux/3 n’t/not/PART/RB/advmod/3 return/return/VERB/VB/root/3",
    ),
    "a past form that opens a headline": (
        verbs.mend_past_forms,
        "Lost/lost/ADJ/JJ/amod/1 hikers/hiker/NOUN/NNS/nsubj/2 return/return/VERB/VBP/root/2",
    ),
    "a past form without a subject before it": (
        verbs.mend_past_forms,
        (
            "Police/police/NOUN/NNS/nsubj/1 found/find/VERB/VBD/root/1 the/the/DET/DT/det/4"
            " lost/lost/ADJ/JJ/amod/4 van/van/NOUN/NN/obj/1"
        ),
    ),
    "a past form that is a noun too": (
        verbs.mend_past_forms,
        "A/a/DET/DT/det/2 hospital/hospital/NOUN/NN/compound/2 ward/ward/NOUN/NN/root/2",
    ),
    "a participle without an object": (
        verbs.mend_noun_root,
        (
            "A/a/DET/DT/det/1 bridge/bridge/NOUN/NN/root/1 built/build/VERB/VBN/acl/1"
            " in/in/ADP/IN/case/4 haste/haste/NOUN/NN/obl/2"
        ),
    ),
    "a noun with another verb that is finite": (
        verbs.mend_noun_root,
        (
            "Winner/winner/NOUN/NN/root/0 given/give/VERB/VBN/acl/0 gold/gold/NOUN/NN/obj/1"
            " :/:/PUNCT/:/punct/5 crowds/crowd/NOUN/NNS/nsubj/5 cheered/cheer/VERB/VBD/parataxis/0"
        ),
    ),
    "a participle with its auxiliary": (
        verbs.mend_finite,
        "The/the/DET/DT/det/1 minister/minister/NOUN/NN/nsubj/3 has/have/AUX/VBZ/aux/3 resigned/resign/VERB/VBN/root/3",
    ),
    "a participle with the subject of a passive": (
        verbs.mend_finite,
        "Two/two/NUM/CD/nummod/1 miners/miner/NOUN/NNS/nsubj:pass/2 rescued/rescue/VERB/VBN/root/2",
    ),
    "a copula on a noun": (
        verbs.mend_passives,
        "Keita/Keita/PROPN/NNP/nsubj/3 was/be/AUX/VBD/cop/3 the/the/DET/DT/det/3 captain/captain/NOUN/NN/root/3",
    ),
    "an adjective with a copula": (
        verbs.mend_adjectives,
        "The/the/DET/DT/det/1 coach/coach/NOUN/NN/nsubj/3 was/be/AUX/VBD/cop/3 talented/talented/ADJ/JJ/root/3",
    ),
}


@pytest.mark.parametrize(("mend", "text", "expected"), FIRES.values(), ids=FIRES)
def test_fires(mend: Mend, text: str, expected: set[str]) -> None:
    assert changes(mend, text) == expected


@pytest.mark.parametrize(("mend", "text"), SILENT.values(), ids=SILENT)
def test_leaves_alone(mend: Mend, text: str) -> None:
    assert not changes(mend, text)
