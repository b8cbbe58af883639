"""Quotations in two sources: which differ, which are given to two people, and which are as good as the same."""

import pytest

from discrepancy.detectors import quotations, quoted_by
from tests.detectors._news import conflicts

HEAD = "Mayor opens bridge in Tarma\n"
WORDS = '"It is a testament to the enduring friendship that binds our two towns," {}.'
FIRES = [
    (WORDS, '"It is a testimony to the historic friendship that binds our two towns," {}.'),
    (WORDS, '“It is a testament to the enduring friendship that divides our two towns,” {}.'),
    ('"We will not give the Lund Bridge to anybody in this town," {}.',
     '"We will not give the Tarma Bridge to anybody in this town," {}.'),
]  # fmt: skip
SILENT = [
    # the same, more of it, or less of it
    (WORDS, WORDS),
    (WORDS, '"I am glad. It is a testament to the enduring friendship that binds our two towns," {}.'),
    (WORDS, 'It was "a testament to the enduring friendship that binds our two towns," {}.'),
    # marked as cut or put in, a spelling, a contraction, a plural
    (WORDS, '"It is a testament to the ... friendship that binds our two towns," {}.'),
    (WORDS, '"It is a testament to the [lasting] friendship that binds our two towns," {}.'),
    (WORDS, '"It\'s a testament to the enduring friendship that binds our two towns," {}.'),
    ('"We will not honour the plan that they organised in this town," {}.',
     '"We will not honor the plan that they organized in this town," {}.'),
    (WORDS, '"It is a testament to the enduring friendships that bind our two towns," {}.'),
    # joining words alone
    (WORDS, '"It is a testament of the enduring friendship that binds our two towns," {}.'),
    # other words, and words that nobody quotes
    (WORDS, '"The bridge is a testament to what our two towns can do for one another," {}.'),
    (WORDS, "It is a testimony to the historic friendship that binds our two towns, {}."),
    # a crowd's, which chants more than one thing
    ('Marchers chanted, "hey hey, ho ho, the old quarry has got to go now."',
     'Marchers chanted, "hey hey, ho ho, the new mayor has got to go now."'),
    # words around a quotation
    ('"The mayor will say that the town will \'do what it must\' to keep the harbour from closing," {}.',
     '"That is why the town will do what it must to keep the port from closing," {}.'),
    # what it is short for, a masked word
    ('"We will not sign the joint harbour treaty that binds our two towns before the vote," {}.',
     '"We will not sign the JHT that binds our two towns before the vote," {}.'),
    ('"Get that son of a gun off the field of our two towns right now," {}.',
     '"Get that son of a g-- off the field of our two towns right now," {}.'),
    # each with a beginning of its own
    ('"We are glad to help all who look after the harbour, including the guards, while they do their work," {}.',
     '"The firm gives its support to all who look after the harbour in Lund while they do their work," {}.'),
    # a paper's words and a person's
    ('"It is a testament to the enduring friendship that binds our two towns," the book says.',
     '"It is a testimony to the historic friendship that binds our two towns," {}.'),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_other_words_are_found(a: str, b: str) -> None:
    said = "Ann Reed said"
    assert conflicts(quotations.PLUGIN, HEAD + a.format(said), HEAD + b.format(said))


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent_on_words(a: str, b: str) -> None:
    said = "Ann Reed said"
    assert not conflicts(quotations.PLUGIN, HEAD + a.format(said), HEAD + b.format(said))


def test_each_source_of_one_quotation_is_set_against_the_first() -> None:
    texts = [HEAD + WORDS.replace("testament", word).format("Ann Reed said") for word in ("testament", "sign", "proof")]

    found = conflicts(quotations.PLUGIN, *texts)

    assert len(found) == 3
    assert len({conflict.topic for conflict in found}) == 1


def test_two_people_may_say_nearly_the_same() -> None:
    first = '"There is evidence that the plane was shot down by a missile from the north," Anna Berg said.'
    second = '"There is evidence that the flight was shot down by a missile from the north," Jonas Falk said.'
    assert not conflicts(quotations.PLUGIN, HEAD + first, HEAD + second)


@pytest.mark.parametrize("other", ["said Paul Marsh, the director", "Commissioner Paul Marsh said"])
def test_one_quotation_of_two_people_is_found(other: str) -> None:
    assert conflicts(quoted_by.PLUGIN, HEAD + WORDS.format("Mayor Ann Reed said"), HEAD + WORDS.format(other))


@pytest.mark.parametrize("other", ["Reed said", "Mayor Reed said", "the council said", "she said"])
def test_stays_silent_on_one_speaker(other: str) -> None:
    assert not conflicts(quoted_by.PLUGIN, HEAD + WORDS.format("Mayor Ann Reed said"), HEAD + WORDS.format(other))


def test_the_name_of_a_firm_behind_a_speakers_is_nobody_else() -> None:
    words = '"Those who arrive today may have to wait at the port for some hours," Jason Miller{} said.'
    assert not conflicts(
        quoted_by.PLUGIN, HEAD + words.format(""), HEAD + words.format(", head of Harbour Group Transition,")
    )


def test_an_ordinal_in_figures_is_the_same_in_words() -> None:
    words = '"The chance that he did not walk them up to the office on the {} floor is zero," Ann Reed said.'
    assert not conflicts(quotations.PLUGIN, HEAD + words.format("26th"), HEAD + words.format("twenty-sixth"))
    assert conflicts(quotations.PLUGIN, HEAD + words.format("26th"), HEAD + words.format("twenty-fifth"))
