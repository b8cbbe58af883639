"""Figures that one event, deal or body has one of."""

import pytest

from discrepancy.detectors.particulars import PLUGIN
from discrepancy.model import Relation
from tests.detectors import _news
from tests.detectors._news import conflicts

FIRES = [
    (
        "Thieves nab $2.5 million worth of jewellery in Turin\nThey made off with a $2.6-million haul in Turin.",
        "Turin heist\nThe thieves are still at large.",
    ),
    (
        "Storm in Tarma\nAbout 1,000 people were sheltering in the school of Tarma during the storm.",
        "Tarma storm\nIn the storm 350 residents took shelter in a school of Tarma.",
    ),
    (
        "Crash near Turin\nThe bus crash near Turin left 12 hurt, five of them critically.",
        "Turin crash\nThe crash near Turin hurt 15, nine of whom remain critical.",
    ),
    (
        "Quake near Nakuru\nOfficials put the magnitude at 5.9, but the survey in Oslo said it was 6.1.",
        "Nakuru shaken\nThe quake in Nakuru had a magnitude of 5.6.",
    ),
    (
        "Shooting in Turin\nA mother of 12 was shot in Turin.",
        "Turin shooting\nThe shot killed a mother of 13 in Turin.",
    ),
    (
        "Strike in Tarma\nA strike destroyed an 11-story building in Tarma.",
        "Tarma tower\nThe strike hit a 15-storey tower in Tarma.",
    ),
    (
        "Heist in Turin\nThieves in Turin nab $2.5 million worth of jewellery.",
        "Turin heist\nThe thieves in Turin grabbed jewels, making off with a $3.6 million haul.",
    ),
    (
        "Quake on Tarma\nThe quake struck Tarma island, home to 120,000 people.",
        "Tarma shaken\nTarma was shaken. The island, which has about 200,000 residents, is poor.",
    ),
    (  # how many were aboard
        "Tug sinks off Bergen\nThe launch Solveig sank off Bergen on Monday with 64 people aboard.",
        "Bergen sinking\nThe Solveig was carrying 81 passengers when it sank off Bergen on Monday.",
    ),
    (  # what one of something costs
        "Orbix bids for Lumo\nOrbix is offering $21 a share for Lumo of Oslo.",
        "Lumo in talks\nOwners of Lumo in Oslo would get $24 per share from Orbix.",
    ),
    (  # what was paid
        "Orbix buys Lumo\nOrbix agreed to buy Lumo for 310 million euros, both said.",
        "Lumo sold\nLumo is being acquired by Orbix for 365 million euros, people close to it said.",
    ),
    (  # how many work there
        "Strike at Veltro\nWorkers walked out. Veltro, set up in 1951, employs 7,200 people in Leeds.",
        "Veltro idle\nNo car was made. Veltro of Leeds has about 6,100 employees.",
    ),
    (  # how a vote went
        "Riga votes\nThe parliament in Riga passed the water bill by 61 votes to 30.",
        "Bill passes\nLawmakers in Riga voted 58 to 33 for the water bill.",
    ),
    (  # how strong, how deep, how far
        "Quake near Nakuru\nA quake of magnitude 5.6 shook Nakuru on Monday.",
        "Nakuru shaken\nThe 5.9-magnitude quake hit Nakuru on Monday.",
    ),
    (
        "Quake near Nakuru\nThe quake struck Nakuru at a depth of 12 kilometres.",
        "Nakuru shaken\nThe quake near Nakuru was 21 km deep.",
    ),
    (
        "Quake in Kenya\nThe quake struck 40 km north of the town of Nakuru.",
        "Kenya shaken\nIt was centred 75 kilometres from Nakuru, in Kenya.",
    ),
    (  # how many came
        "Final in Turin\nThe Turin side won in front of 41,300 fans.",
        "Turin win\nA crowd of 38,900 watched the side from Turin.",
    ),
    (  # how high the fine is
        "Orbix fined\nThe regulator fined Orbix 5 million euros.",
        "Orbix hit\nOrbix was hit with an 8 million euro fine.",
    ),
    (  # what a study found, and on how many
        "Pill works\nThe pill of the Lister Institute cut strokes by 31 percent, it said on Monday.",
        "Lister pill\nThe Lister pill reduced strokes by 24 percent, data of Monday show.",
    ),
    (
        "Pill works\nThe Lister Institute ran a trial of 2,400 patients, it said on Monday.",
        "Lister pill\nThe Lister trial enrolled 3,100 patients, data of Monday show.",
    ),
    (  # what somebody earns
        "Keeper signs\nOla Brandt will earn 40,000 euros a week in Turin.",
        "Turin signs Brandt\nOla Brandt will be paid 55,000 euros per week.",
    ),
    (  # what a company made
        "Orbix results\nOrbix of Oslo said its quarterly profit fell 11 percent to $92 million.",
        "Orbix down\nNet profit of Orbix in the quarter was $81 million, Oslo heard.",
    ),
    (  # what a storm did
        "Storm in Fiji\nWinds of 150 kilometres per hour hit Fiji on Monday.",
        "Fiji storm\nFiji had winds of 115 km/h on Monday.",
    ),
    (
        "Storm in Fiji\nIn Fiji 12,000 homes were left without power on Monday.",
        "Fiji storm\nSome 19,000 households lost electricity in Fiji on Monday.",
    ),
    (  # how many voted
        "Vote in Fiji\nTurnout in Fiji was 61 percent on Sunday.",
        "Fiji votes\nIn Fiji a turnout of 68 percent was reported on Sunday.",
    ),
    (
        "Mill in Fiji\nThe mill in Fiji makes 400 loaves a day.",
        "Fiji mill\nA mill of Fiji bakes 550 loaves per day.",
    ),
    (  # things that an article gives one number of
        "Ostbank shuts\nOstbank runs 240 branches in Carvia.",
        "Carvia bank\nOstbank of Carvia has 260 branches.",
    ),
]


@pytest.mark.parametrize(("a", "b"), FIRES)
def test_fires(a: str, b: str) -> None:
    assert len(conflicts(PLUGIN, a, b)) == 1


SILENT = [
    (  # a sum over more years, which the other statement has too
        "Plan in Turin\nThe plan for Turin would cost $1.2 trillion over eight years.",
        "Turin plan\nThe Turin plan would cost $974 billion over five years or $1.2 trillion over eight.",
    ),
    (  # parts of those who were inside
        "Fire in Tarma\nFive women and two children were inside the church in Tarma.",
        "Tarma fire\nFive women were inside the church in Tarma.",
    ),
    (  # those who took shelter elsewhere
        "Storm in Tarma\nAbout 1,000 people were sheltering in the school of Tarma during the storm.",
        "Tarma storm\nThey were among 400 people who had sought shelter there in the storm in Tarma.",
    ),
    (  # an aftershock's, an earlier quake's, and what such a quake can do
        "Quake near Nakuru\nA quake of magnitude 5.6 shook Nakuru on Monday.",
        (
            "Nakuru shaken\nA quake hit Nakuru. Two aftershocks, magnitude 5.1 and 4.9, followed. A magnitude 6.1 quake"
            " can cause damage. Last year, a 6.4-magnitude quake hit Nakuru."
        ),
    ),
    (  # mothers of other children
        "Shooting in Turin\nA mother of 12 was shot in Turin.",
        "Turin shooting\nA woman with 13 neighbours was shot in Turin.",
    ),
    (  # what the law asks
        "Vote in Lund\nA vote can only be declared valid with a turnout of more than 50 percent of all voters.",
        "Vote in Lund\nTurnout reached 93 percent.",
    ),
    (  # two quakes of a series
        "Quakes in Tarma\nA series of strong earthquakes shook Tarma; one 7.3-magnitude quake was felt far away.",
        "Quake in Tarma\nA magnitude 7.7 quake shook Tarma.",
    ),
    (  # the two sides of a screen
        "New phone\nThe Halley phone has a 480 x 360 pixels display.",
        "New phone\nThe Halley phone has a 240-line display with 480 pixels.",
    ),
    (  # rounded
        "Quake in Tarma\nThe quake in Tarma had a depth of 1.2 miles.",
        "Quake in Tarma\nThe quake in Tarma on Monday began only one mile below ground level.",
    ),
    (  # others are added by name
        "Deal with Orbix\nOrbix agreed on a deal with 48 states and Puerto Rico over the data leak.",
        "Deal with Orbix\nOrbix agreed on a deal with 50 states over the data leak.",
    ),
    (  # what was forecast
        "Jobs\nEconomists had been looking for 845,000 new jobs in Norway.",
        "Jobs\nNorway added 943,000 jobs in July.",
    ),
    (  # the most, and an average
        "New drug\nThe drug of Orbix was 70% effective in trials.",
        "New drug\nThe drug of Orbix was as much as 90% effective in trials.",
    ),
    (  # two of more
        "Cable cut\nThe cut hit Telfa and Linko, two of Egypt's largest internet providers.",
        "Cable cut\nThe cut hit the three internet providers of the country.",
    ),
    (  # a pass of a ball
        "Colts win\nBerg scored on a one-yard pass and tied the game at 24-24 before the Colts won in Tarma.",
        "Colts win\nThe Colts led when Lund intercepted a pass and ran to give the Colts a 31-24 lead in Tarma.",
    ),
    (  # how long it lasted
        "Coach leaves\nBerg left the Halley team after six seasons as a coach.",
        "Coach leaves\nIn five seasons as a coach of the Halley team, Lund won a lot.",
    ),
    (  # a bound that holds
        "Strike at Veltro\nVeltro of Leeds has more than 6,000 employees.",
        "Veltro idle\nVeltro of Leeds employs 6,400 people.",
    ),
    (  # two companies
        "Strike at Veltro\nIn Leeds, Veltro employs 7,200 people.",
        "Strikes in Leeds\nOrbix employs 6,100 people.",
    ),
    (  # an aftershock
        "Quake near Nakuru\nA quake of magnitude 5.6 shook Nakuru on Monday.",
        "Nakuru shaken\nAn aftershock of magnitude 4.7 shook Nakuru on Monday.",
    ),
    (  # an earlier fine
        "Orbix fined\nThe regulator fined Orbix 5 million euros.",
        "Orbix again\nLast year the regulator fined Orbix 8 million euros.",
    ),
    (  # a price and a profit
        "Orbix buys Lumo\nOrbix agreed to buy Lumo for 310 million euros.",
        "Lumo sold\nOrbix, which buys Lumo, made a profit of 365 million euros.",
    ),
    (  # what a share trades at
        "Orbix bids for Lumo\nOrbix is offering $21 a share for Lumo of Oslo.",
        "Lumo up\nLumo of Oslo closed at $19 a share after Orbix came.",
    ),
    (  # the same vote, told the other way round
        "Riga votes\nThe parliament in Riga passed the water bill by 61 votes to 30.",
        "Bill passes\nThe bill passed in Riga by 61-30.",
    ),
    (  # a whole magnitude is a rounded one
        "Quake near Nakuru\nA quake of magnitude 6 shook Nakuru on Monday.",
        "Nakuru shaken\nThe 5.9-magnitude quake hit Nakuru on Monday.",
    ),
    (  # two units
        "Quake near Nakuru\nThe quake struck Nakuru at a depth of 12 kilometres.",
        "Nakuru shaken\nThe quake near Nakuru was 7.5 miles deep.",
    ),
    (  # several values in one article
        "Ostbank shuts\nOstbank runs 240 branches in Carvia. It had 250 branches in spring.",
        "Carvia bank\nOstbank of Carvia has 260 branches.",
    ),
    (  # a quarter and a year
        "Orbix results\nOrbix of Oslo said its quarterly profit was $92 million.",
        "Orbix year\nThe profit of Orbix of Oslo for the year was $181 million.",
    ),
    (  # what is quoted by the hour
        "Orbix down\nOslo said that shares of Orbix fell 4 percent.",
        "Orbix falls\nShares of Orbix fell 7 percent in Oslo.",
    ),
    (  # two quakes
        "Quake near Nakuru\nSunday's quake near Nakuru had a magnitude of 5.2.",
        "Nakuru shaken\nA quake of magnitude 5.9 shook Nakuru on Wednesday.",
    ),
    (  # an earlier quake, told beside it
        "Nakuru shaken\nA magnitude-5.2 quake shook Nakuru, two weeks after a magnitude-5.9 quake.",
        "Nakuru shaken\nA quake of magnitude 5.2 shook Nakuru.",
    ),
    (  # who was inside is not who works there
        "Fire in Turin hotel\nA fire in the Astoria hotel in Turin drove out 140 guests and 30 employees -- all safe.",
        "Fire in Turin hotel\nA fire broke out in Turin. The Astoria has 14 guests and 13 employees -- all inside.",
    ),
    (  # two fathers
        "Storm in Turin\nA storm in Turin drove out Aldo Berti, a father of 12.",
        "Storm in Turin\nA storm in Turin drove out Ugo Conti, a father of seven.",
    ),
    (  # two hours of one storm
        "Storm nears Turin\nThe storm had winds of 125 mph in the 2 pm advisory.",
        "Storm nears Turin\nThe storm had winds of 110 mph.",
    ),
    (  # an earlier order
        "Ban in Turin\nThe ban in Turin is of visitors from six towns.",
        "Ban in Turin\nThe original ban in Turin was of visitors from seven towns.",
    ),
    (  # two crowds
        "Final in Turin\nThe Turin side won in front of 41,300 fans.",
        "Cup in Turin\nLast month a crowd of 22,000 watched the side from Turin.",
    ),
]


@pytest.mark.parametrize(("a", "b"), SILENT)
def test_stays_silent(a: str, b: str) -> None:
    assert [(c.a.value, c.b.value) for c in conflicts(PLUGIN, a, b)] == []


def test_two_speakers_of_one_article_disagree_on_a_crowd() -> None:
    text = "March in Turin\nOrganisers said 80,000 people took part in Turin. Police estimated the crowd at 25,000."
    found = conflicts(PLUGIN, text)
    assert [(c.a.value, c.b.value, c.relation) for c in found] == [("80,000", "25,000", Relation.ATTRIBUTED)]


def test_two_kinds_of_one_noun_are_two_counts() -> None:
    first = "Court in Oslo\nThe four liberal justices of the court in Oslo objected to the order."
    second = "Court in Oslo\nThe five conservative justices of the court in Oslo granted the order."
    assert _news.conflicts(PLUGIN, first, second) == []


def test_it_is_asked_how_far_it_was_from_the_capital_and_not_from_an_adjective() -> None:
    text = "Blast at mill\nA blast hit a mill in Tarma, {} km south of the Carvian capital."
    (found,) = _news.conflicts(PLUGIN, text.format(60), text.format(90))
    assert found.question == "How far from the Carvian capital was it?"


@pytest.mark.parametrize(
    ("a", "b", "question"),
    [
        ("A convoy of 24 lorries was hit.", "The convoy of 22 trucks was hit.", "How many lorries?"),
        (
            "There was a reward of $5 million for him.",
            "There was a $3 million bounty for him.",
            "How high is the reward?",
        ),
    ],
)
def test_one_thing_under_two_nouns(a: str, b: str, question: str) -> None:
    head = "Convoy of Ole Berg hit near Tarma\n"
    (found,) = _news.conflicts(PLUGIN, head + a, head + b)
    assert found.question == question


def test_a_storm_that_weakens_has_more_than_one_wind() -> None:
    first = "Storm in Fiji\nStorm Ada hit Fiji with winds of 160 mph on Monday."
    second = "Storm in Fiji\nStorm Ada was downgraded when its winds weakened to 100 mph on Monday."
    assert _news.conflicts(PLUGIN, first, second) == []
