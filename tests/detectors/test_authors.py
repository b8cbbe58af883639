"""Who did it: which claims, charges and denials must be set against each other, and which must not."""

import pytest

from discrepancy.detectors._bodies import Ties, named
from discrepancy.detectors.authors import PLUGIN
from discrepancy.model import Relation
from tests import builders
from tests.detectors._news import conflicts, readings

HEAD = "Bombing kills nine at harbour in Orlund\n"
CLAIM = "The Sarma Front claimed responsibility for the bombing."
BLAME = "The mayor blamed the Tolvan Brigade for the bombing."
FIRES = [
    (CLAIM, BLAME),
    (CLAIM, "The governor said the Tolvan Brigade was behind the bombing."),
    ("The Sarma Front claimed the attack.", '"This was the work of the Tolvan network," said the mayor.'),
    ("The bombing was carried out by the Sarma Front, said the mayor.", BLAME),
    ("The mayor attributed the bombing to the Sarma Front.", BLAME),
    ("The port master accused the Sarma Front of planting it.", BLAME),
    ("The port master held the Sarma Front responsible.", BLAME),
    # a claim, and the claimant's denial
    (CLAIM, "The Sarma Front denied any role in the bombing."),
    (CLAIM, "The Sarma Front had nothing to do with the bombing."),
    # two sides of one war
    ("Officials blamed the army for the bombing.", "Officials blamed rebels for the bombing."),
    ("The Sarma Front rejected responsibility and blamed the army.", "The mayor blamed rebels for the bombing."),
    # the plain word that somebody struck the place of the heading
    ("Rebels shelled the harbour on Monday.", "The army bombed the harbour on Monday."),
    # whose fire it was
    ("Shots came from a post manned by the Lund Guard, a pro-government militia.", "Rebels opened fire on the boats."),
    ("Regime forces fired on the boats.", "A terrorist group that rejects the deal had opened fire at the boats."),
    # nobody yet
    (CLAIM, "No group has claimed responsibility."),
    ("The Sarma Front also claimed the operation.",
     "There was no claim of responsibility, but some suspect the Front, which has killed a number of sailors."),
]  # fmt: skip
SILENT = [
    # one body under two names
    ("The Sarma Liberation Front (SLF) claimed the bombing.", "The mayor blamed the SLF for the bombing."),
    ("The Sarma Liberation Front claimed the bombing.", "The mayor blamed the SLF for the bombing."),
    ("The Sarma Front, a wing of the Tolvan Brigade, claimed the bombing.", BLAME),
    ("The Sarmi Front claimed the bombing.", "The mayor blamed the Saarmi Front for the bombing."),
    ("The mayor blamed the army for the bombing.", "The mayor blamed the government for the bombing."),
    ("The mayor blamed Syria for the bombing.", "The mayor blamed Damascus for the bombing."),
    # one article tells of both
    (CLAIM + " The mayor blamed the Tolvan Brigade for the bombing.", BLAME),
    ("The mayor blamed the Sarma Front and the Tolvan Brigade.", BLAME),
    ("The mayor blamed the Sarma Front, the Orva League and the Tolvan Brigade.", BLAME),
    ("Soldiers fired on the boats.", "Shots came from a post held by regime militiamen."),
    # another act
    ("The Tolvan Brigade claimed an earlier bombing.", CLAIM),
    ("Last year a mine killed two at the quay. The Tolvan Brigade claimed responsibility.", CLAIM),
    ("The Tolvan Brigade claimed responsibility for that attack.", CLAIM),
    ("After a wave of attacks inland the mayor blamed the Tolvan Brigade.", CLAIM),
    ("It was in retaliation for a raid that the mayor blamed on the Tolvan Brigade.", CLAIM),
    # who accuses
    ("The Sarma Front has been accused by the Lund Council of the bombing.", CLAIM),
    # no attack is the object
    ("The mayor blamed the Tolvan Party for the budget.", CLAIM),
    ("The mayor accused the Tolvan Party of inciting crowds to a strike.", CLAIM),
    # unsure, or not said
    ("Police have not said that the Tolvan Brigade was behind the bombing.", CLAIM),
    ("The mayor disputed claims that the Tolvan Brigade bombed the harbour.", CLAIM),
    # a man, and those who sent him
    ("The bombing was carried out by Ulrik Hansen.", CLAIM),
    ("The bombing was carried out by gunmen.", "The mayor blamed the army for the bombing."),
    # elsewhere
    (
        BLAME,
        "Nobody slept. It was dark. All was red. In Lund, 3 people died in a bombing carried out by the Sarma Front.",
    ),
    # whose affiliate it is
    (CLAIM, "The Tolvan Brigade, a Sarma Front affiliate, claimed responsibility for the bombing in Orlund."),
    # something else was struck
    ("Rebels shelled the school on Monday.", "The army bombed the harbour on Monday."),
    # nobody, and then somebody, in one article
    ("No group has claimed responsibility at first. Then the Sarma Front claimed the bombing.", CLAIM),
]


def test_an_article_ties_no_two_bodies() -> None:
    first, second = readings("The Al-Sarma Brigade struck.\n", "Daesh struck.\n")
    bodies = named(first, (0, 20)), named(second, (0, 5))
    assert bodies[0]
    assert bodies[1]
    assert Ties(["Sharq Al-Tolvan English Daesh Says it Struck"]).apart(bodies[0], bodies[1])


def test_the_name_is_shown_without_what_stands_behind_it() -> None:
    found = conflicts(PLUGIN, HEAD + FIRES[-1][0], HEAD + BLAME)
    assert found[0].a.value == "The Sarma Front"


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert not conflicts(PLUGIN, HEAD + a, HEAD + b)


@pytest.mark.parametrize(
    ("a", "b", "relation"),
    [
        (CLAIM, BLAME, Relation.CONFLICT),
        (CLAIM, "The mayor said that the Tolvan Brigade was behind the bombing.", Relation.ATTRIBUTED),
        (CLAIM, "The Sarma Front denied any role in the bombing.", Relation.ATTRIBUTED),
        (CLAIM, "Nobody has claimed the bombing.", Relation.UPDATE),
    ],
)
def test_tells_whose_word_it_is(a: str, b: str, relation: Relation) -> None:
    found = conflicts(PLUGIN, HEAD + a, HEAD + b)
    assert [conflict.relation for conflict in found] == [relation]


def test_compares_no_articles_that_are_of_no_attack() -> None:
    head = "Budget fails in Orlund\n"
    assert not conflicts(PLUGIN, head + CLAIM.replace("bombing", "delay"), head + BLAME.replace("bombing", "delay"))


@pytest.mark.models
def test_a_group_that_calls_itself_something_may_claim_it() -> None:
    nobody = "Attack on Tarma\nNobody has claimed responsibility for the attack on Tarma."
    claimed = "Attack on Tarma\nA group that calls itself Sarma Front claimed the attack on Tarma."
    (found,) = builders.found(PLUGIN, nobody, claimed)
    assert "Sarma Front" in {found.a.value, found.b.value}


def test_who_does_not_believe_a_claim_denies_it() -> None:
    claimed = "Attack on Tarma\nThe Sarma Front claimed responsibility for the attack on Tarma."
    doubted = "Attack on Tarma\nThe police of Tarma do not believe the claim put out in the name of the Sarma Front."
    (found,) = conflicts(PLUGIN, claimed, doubted)
    assert found.relation is Relation.ATTRIBUTED
