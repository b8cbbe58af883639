"""All repairs together: where one needs what another has put right, and that a right parse stays as it is."""

from __future__ import annotations

from discrepancy.repairs import is_tree, mended
from tests.repairs.trees import tree


def test_a_participle_is_a_passive_only_after_its_copula_is_read() -> None:
    broken = tree("Mills/mill/NOUN/NNS/nsubj/2 were/be/AUX/VBD/cop/2 sold/sell/VERB/VBN/root/2")
    right = tree("Mills/mill/NOUN/NNS/nsubj:pass/2 were/be/AUX/VBD/aux:pass/2 sold/sell/VERB/VBN/root/2")
    assert mended(broken) == tuple(right)


def test_a_name_is_joined_before_its_age_is_hung_on_it() -> None:
    rest = "34/34/NUM/CD/{} ,/,/PUNCT/,/punct/5 left/leave/VERB/VBD/root/5"
    name = "Ana/Ana/PROPN/NNP/nsubj/5 Ruiz/Ruiz/PROPN/NNP/{} ,/,/PUNCT/,/punct/5 "
    broken = tree(name.format("nsubj/5") + rest.format("nummod/5"))
    right = tree(name.format("flat/0") + rest.format("appos/0"))
    assert mended(broken) == tuple(right)


def test_a_right_parse_is_left_alone() -> None:
    right = tree(
        "In/in/ADP/IN/case/1 May/May/PROPN/NNP/obl/4 the/the/DET/DT/det/3 court/court/NOUN/NN/nsubj/4"
        " ruled/rule/VERB/VBD/root/4 that/that/SCONJ/IN/mark/8 mills/mill/NOUN/NNS/nsubj:pass/8"
        " be/be/AUX/VB/aux:pass/8 closed/close/VERB/VBN/ccomp/4 ././PUNCT/./punct/4"
    )
    assert mended(right) == tuple(right)


def test_no_words() -> None:
    assert mended(()) == ()


def test_a_repair_that_would_make_a_circle_is_not_made() -> None:
    text = (
        "addition/addition/NOUN/NN/obl/4 cameras/camera/NOUN/NNS/nmod/0 guard/guard/NOUN/NN/conj/1"
        " who/who/PRON/WP/nsubj/4 came/come/VERB/VBD/advcl/6 we/we/PRON/PRP/nsubj/6 wait/wait/VERB/VBP/root/6"
    )
    assert is_tree(mended(tree(text)))


def test_a_repair_that_would_hang_a_word_on_itself_is_not_made() -> None:
    # "It prevents seekers who aren't here from leaving", with the "n't" taken for what hangs on the noun.
    text = (
        "It/it/PRON/PRP/nsubj/1 prevents/prevent/VERB/VBZ/root/1 seekers/seeker/NOUN/NNS/parataxis/1"
        " who/who/PRON/WP/nsubj/5 are/be/AUX/VBP/cop/5 n’t/n’t/NOUN/NN/acl:relcl/2 here/here/ADV/RB/obl/5"
        " ././PUNCT/./punct/1"
    )
    assert all(token.dep == "root" for token in mended(tree(text)) if token.head == token.index)
