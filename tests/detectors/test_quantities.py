"""Tolls: which must be set against each other, and which must not."""

import pytest

from discrepancy.detectors._tolls import comparable
from discrepancy.detectors.quantities import PLUGIN
from discrepancy.model import Relation, Severity
from tests import builders
from tests.detectors._news import conflicts

FIRES = [
    (
        "a flood",
        "Flood in Kerala kills 31\nA flood killed 31 people in Kerala on Sunday, officials said.",
        "Kerala flood leaves at least 43 dead\nAt least 43 people died in a flood in Kerala on Sunday.",
        ("31", "43"),
    ),
    (
        "a bus crash, the injured",
        "Bus crash near Lima injures 12\nTwelve passengers were hurt when a bus overturned near Lima on Friday.",
        "Lima bus accident\nA bus overturned near Lima on Friday, injuring at least 20 people.",
        ("12", "20"),
    ),
    (
        "a part and the toll that it brings up",
        "Crash near Lima\nA crash near Lima killed six children on Friday, bringing the confirmed death toll to 11.",
        "Lima crash\nA crash near Lima killed 21 people on Friday.",
        ("11", "21"),
    ),
    (
        "houses that a strike brought down",
        (
            "Air strike on Lima hurts 74\nAn air strike hit a market in Lima on Friday. Nobody slept. It was dark. The"
            " rescuers said that 74 people had been injured and that two collapsed houses were being searched."
        ),
        "Strike on Lima\nAn air strike on Lima on Friday injured at least 120 people.",
        ("74", "120"),
    ),
    (
        "a bus crash, some of those injured",
        "Bus crash near Lima\nSome of the 12 injured were badly burned when a bus overturned near Lima on Friday.",
        "Lima bus accident\nA bus overturned near Lima on Friday, injuring at least 20 people.",
        ("12", "20"),
    ),
    (
        "a mine accident, the missing",
        "Seven miners missing in Poland\nSeven miners are missing after a collapse at a mine in Katowice on Monday.",
        "Polish mine collapse\nTen workers were still missing after a collapse at a mine in Katowice.",
        ("Seven", "Ten"),
    ),
    (
        "a stampede",
        "Stampede at stadium in Lagos kills 14\nFourteen people were killed in a stampede in Lagos.",
        "Dead in Lagos\nA crush at a stadium in Lagos left nearly 50 fans dead on Saturday.",
        ("14", "50"),
    ),
    (
        "arrests at a protest",
        "Police arrest 120 in Lyon\nPolice arrested 120 protesters in Lyon on Tuesday.",
        "Lyon protest\nMore than 200 demonstrators were detained in Lyon on Tuesday, organisers said.",
        ("120", "200"),
    ),
    (
        "the hurt behind the dead",
        "Crash near Lima leaves one dead and four injured\nPolice closed the road near Lima.",
        "Crash near Lima leaves one dead and seven injured\nPolice closed the road near Lima.",
        ("four", "seven"),
    ),
    (
        "somebody died since",
        "Crash near Lima: 1 dead, 3 hurt\nA bus overturned near Lima.",
        "Crash near Lima\nFour people were injured in a crash near Lima.",
        ("3", "Four"),
    ),
    (
        "others than the dead, one more of them",
        "Club fire in Lima\nOne person was killed and five others were hurt in a fire in Lima.",
        "Lima club\nOne person was killed and six others hurt after a fire in Lima.",
        ("five", "six"),
    ),
    (
        "others than the dead of the sentence before",
        "Crash near Lima\nOne person was fatally struck by a bus near Lima. Two others were wounded.",
        "Crash near Lima\nOne person was fatally struck by a bus near Lima. Five others were wounded.",
        ("Two", "Five"),
    ),
    (
        "others than the dead, some sentences before",
        "Fire in Lima\nA fire in Lima left 19 people dead. It began at noon. Another 43 people were wounded.",
        "Lima fire\nA fire in Lima left 19 people dead. It began at noon. Another 34 people were wounded.",
        ("43", "34"),
    ),
    (
        "the only figure of either, far down",
        "Fire in Lima\nA fire broke out in Lima. " + "It was hot. " * 10 + "In all 63 people were hurt.",
        "Lima fire\nA fire broke out in Lima. " + "It was hot. " * 10 + "In all 21 people were hurt.",
        ("63", "21"),
    ),
    (
        "hurt across the city in a riot",
        "Riot in Lima\nA riot broke out in Lima. In all 63 people were hurt across the city.",
        "Lima riot\nA riot broke out in Lima. In all 21 people were hurt across the city.",
        ("63", "21"),
    ),
    (
        "beside a magnitude",
        "Quake in Izmir\nThe toll of the quake in Izmir rose to 1,941, officials said.",
        "Izmir quake\nA storm hit Izmir where a 7.2-magnitude quake on Saturday killed at least 1,419 people.",
        ("1,941", "1,419"),
    ),
    (
        "two counts so far",
        "Flood in Lima\nFlooding killed at least nine people in Lima on Monday.",
        "Lima flood\nA flood in Lima killed at least eight people on Monday.",
        ("nine", "eight"),
    ),
    (
        "two explosions, summed up by both",
        "Two blasts in Tanta\nTwo explosions at churches in Tanta on Sunday left at least 40 people dead.",
        "Attack in Tanta\nThe group claimed two separate bombing attacks in Tanta on Sunday that killed 37 people.",
        ("40", "37"),
    ),
    (
        "an old count and a new one",
        "Flu in Tarma\nThe number of deaths in the flu outbreak in Tarma rose from 1,290 to 3,869 on Friday.",
        "Tarma flu\nThe flu outbreak in Tarma has 2,500 dead.",
        ("3,869", "2,500"),
    ),
    (
        "a first report of one",
        "Quake in Izmir kills one\nA quake in Izmir killed one person.",
        "Izmir quake\nThe death toll of the quake in Izmir is 11.",
        ("one", "11"),
    ),
    (
        "behind a part of the dead",
        "Strikes on Tarma\nStrikes on Tarma killed two women. At least 28 people were killed in Tarma.",
        "Strikes on Tarma\nStrikes on Tarma left 26 dead, doctors said.",
        ("28", "26"),
    ),
]


@pytest.mark.parametrize(("name", "first", "second", "values"), FIRES)
def test_fires(name: str, first: str, second: str, values: tuple[str, str]) -> None:
    found = conflicts(PLUGIN, first, second)
    assert found, name
    assert len({c.topic for c in found}) == 1
    shown = {(c.a.value, c.b.value) for c in found}
    assert any(values[0] in a and values[1] in b for a, b in shown), shown


SILENT = [
    (
        "a round figure that the toll has passed",
        "Flood in Tarma\nThe death toll of the flood in Tarma passes 78,000.",
        "Tarma flood\nAt least 78,269 people died in a flood in Tarma.",
    ),
    (
        "a place to which the article has turned",
        "Strike on Lima hurts 74\nAn air strike hit a market in Lima on Friday. It hurt 74 people. It was dark.",
        (
            "Strike on Lima\nAn air strike hit Lima on Friday. Nobody slept. It was dark. Meanwhile in Cusco, a bomb"
            " went off by a bank. The governor said that 54 people were injured."
        ),
    ),
    (
        "soldiers who are counted beside the others",
        "Flood in Tarma kills 40\nA flood killed 40 people in Tarma on Monday. The army said that 38 soldiers died.",
        "Soldiers die in Tarma flood\nA flood in Tarma on Monday killed 12 soldiers, the radio said.",
    ),
    (
        "the toll of cases",
        "Flu in Tarma\nThe flu in Tarma has killed 846,655 people.",
        "Tarma flu\nTarma has six million cases of the flu, weeks after the toll reached five million.",
    ),
    (
        "an age",
        "Shooting in Tarma\nJonas Berg, 32 of Tarma, was killed in a shooting.",
        "1 dead in Tarma shooting\nOne man was killed in a shooting in Tarma.",
    ),
    (
        "the world, and one country",
        "Flu in Tarma\nThe global death toll of the flu rose to 846,655, the institute in Tarma said.",
        "Tarma flu\nThe death toll of the flu in Tarma topped 183,000.",
    ),
    (
        "one sentence alone",
        "Flu in Tarma\nThe number of deaths in the flu outbreak in Tarma rose from 1,290 to 3,869 on Friday.",
        "Tarma flu\nThe flu outbreak in Tarma goes on.",
    ),
    (
        "a number of events alone",
        "Two blasts in Tanta\nTwo explosions at churches in Tanta on Sunday left at least 40 people dead.",
        "Blast in Tanta\nAn explosion at a church in Tanta on Sunday killed 13 people.",
    ),
    (
        "the attacker in a headline",
        "Church in Porto attacked; 3 dead, including gunman\nPolice closed the church in Porto.",
        "Attack on a church in Porto\nAn attack on a church in Porto killed two people.",
    ),
    (
        "the dead of a day",
        "Flu in Peru\nThe death toll of the flu in Peru climbed to at least 9,882 on Saturday.",
        "Flu in Peru\nPeru has the highest toll of the flu after 2,000 deaths in a day.",
    ),
    (
        "compatible precision",
        "Fire in Porto kills more than 30\nMore than 30 people were killed in a fire in Porto on Sunday.",
        "Porto fire\nThe blaze killed 32 people in Porto on Sunday. At least 31 people died, the mayor said.",
    ),
    (
        "the dead and the injured",
        "Quake in Izmir kills 12\nAn earthquake killed 12 people in Izmir.",
        "Izmir quake\nAn earthquake in Izmir injured 40 people.",
    ),
    (
        "a part and its whole",
        "Ferry sinks off Samos\nA ferry sank off Samos and 31 people died, including two nurses.",
        "Samos ferry\nTwo nurses were among at least 31 people who died off Samos. Nine of the dead were children.",
    ),
    (
        "another day",
        "Shooting in Denver kills 5\nFive people were killed in a shooting in Denver on Monday.",
        "Shooting in Denver kills 2\nTwo people were killed in a shooting in Denver last month.",
    ),
    (
        "another cause, further down",
        "Flood in Kerala kills 31\nA flood killed 31 people in Kerala on Sunday.",
        ("Kerala flood\nA flood hit Kerala on Sunday and killed 31 people. Roads were cut. Power failed. "
        "Three pilots were killed on Friday when their plane crashed in the hills."),
    ),
    (
        "the whole war",
        "Blast in Aden kills 12\nA blast killed 12 people in Aden on Sunday.",
        ("Aden blast\nA blast in Aden on Sunday killed 12 people. More than 9,000 people have been killed since the "
        "war began in 2015."),
    ),
    (
        "dead elsewhere the day before",
        "Blast in Aden kills 12\nA blast killed 12 people in Aden on Sunday.",
        ("Aden blast\nA blast in Aden on Sunday killed 12 people. Windows broke. Shops closed. "
        "It came a day after air strikes killed 26 people in the province."),
    ),
    (
        "an addition",
        "Fire in Porto kills 9\nA fire killed nine people in Porto on Sunday.",
        "Porto fire\nNine people died in a fire in Porto on Sunday. Four other victims had died later in hospital.",
    ),
    (
        "treated is a part of the hurt",
        "Blast in Aden hurts 25\nA blast in Aden killed 3 people and injured 25 others.",
        "Aden blast\nA blast hit Aden. Four people injured in the blast are being treated in Djibouti.",
    ),
    (
        "a target and a fear",
        "Police in Lyon arrest 120\nPolice arrested 120 protesters in Lyon.",
        "Lyon protest\nPolice in Lyon arrested 120 protesters. The minister said police could arrest 500 people.",
    ),
    (
        "animals",
        "Fire in Porto kills 9\nA fire killed nine people in Porto.",
        "Porto fire\nThe fire in Porto killed 300 sheep.",
    ),
    (
        "a distance",
        "Fire in Porto kills one\nA fire in Porto on Sunday left one person dead.",
        "Porto fire\nA baker was killed in a fire in Porto on Sunday. The baker was killed three blocks from his shop.",
    ),
    (
        "a list of the hurt",
        "Crash in Oslo hurts 5\nFive people were hurt in a crash in Oslo.",
        "Oslo crash\nA cook saw one injured woman in the car after the crash in Oslo and three others on the pavement.",
    ),
    (
        "shot, and hurt in another way",
        "Shooting in Denver hurts 6\nSix people were injured in a shooting in Denver.",
        "Three shot, 2 injured in Denver shooting\nGunfire broke out in Denver.",
    ),
    (
        "others than one who was told of before",
        "Bus crash near Lima injures 5\nFive passengers were hurt when a bus overturned near Lima.",
        "Bus crash near Lima\nA nurse died after a bus crash near Lima, and four others were injured.",
    ),
    (
        "the sum of a weekend",
        "Shooting in Denver hurts 8\nEight people were wounded in a shooting in Denver on Saturday.",
        "Denver police\nDenver police met on Monday. From Friday through Sunday, gunfire wounded 26 people in Denver.",
    ),
    (
        "a total with its parts",
        "Fire in Porto kills four\nA fire in Porto killed four people.",
        "Five dead in Porto fire: four men in a hotel, a girl in a flat\nA fire broke out in Porto on Sunday.",
    ),
    (
        "two places of one city",
        "Two hurt in Harvey Park stabbing\nIt was reported to Denver police on Friday.",
        "Four hurt in Lowry stabbing\nIt was reported to Denver police on Friday.",
    ),
    (
        "a name with an age",
        "Fire in Porto kills 5\nA fire in Porto killed five people.",
        "Victims of the Porto fire\nThese are the dead of the fire in Porto. Ana Prado, 31 (killed in the lobby)",
    ),
    (
        "all who were hit, the dead among them",
        "Fire in Porto hurts nine\nA fire in Porto left one man dead. Nine people were injured in the fire.",
        "Porto fire\nA man died in a fire in Porto, in which 10 people were injured. The fire killed one person.",
    ),
    (
        "a part whose total follows",
        "Crash near Lima injures eight\nEight people were injured in a crash near Lima.",
        "Lima crash\nSix adults were injured in a crash near Lima, bringing the total to eight with two children.",
    ),
    (
        "one scene of a spree",
        "Two killed in Lima shooting\nA shooting in Lima killed two people on Friday.",
        "Four killed in Lima shooting spree\nA shooting in Lima killed people on Friday.",
    ),
    (
        "a report from the court on another day",
        "Crash near Lima injures 12\nTwelve passengers were hurt when a bus overturned near Lima on March 8, 2024.",
        "Bus driver in court\nA driver was in court over a crash near Lima on March 2, 2023 that injured 20 people.",
    ),
    (
        "a headline that names one part",
        "Toddler, 4 adults hurt in Lima crash\nA bus overturned near Lima on Friday.",
        "Lima crash\nFive people were hurt in a crash near Lima on Friday.",
    ),
    (
        "an unborn child",
        "Crash near Lima kills six\nSix people were killed in a crash near Lima.",
        "Lima crash\nA crash near Lima killed five people and an unborn child.",
    ),
    (
        "the last two",
        "Crash in Oslo kills one\nA crash in Oslo killed one person.",
        "Oslo crash\nThe last two people killed in a crash in Oslo were tourists.",
    ),
    (
        "several events in one article, and one of them",
        "A string of fires in Porto\nA string of fires kept crews busy. Two people died in Porto.",
        "Porto hotel fire kills one\nA fire in a hotel in Porto on Friday killed one person.",
    ),
    (
        "a city in some hours",
        "Five shot, 3 dead in less than 40 hours in Denver\nDenver police asked for help.",
        "Two dead in Denver shooting\nTwo people were killed in a shooting in Denver.",
    ),
    (
        "one scene of several",
        "Fires in Porto kill 4\nFour people were killed in a fire in Porto on Friday.",
        "Porto fire\nCrews left the scene where two people were found dead after a fire in Porto on Friday.",
    ),
    (
        "two events in two places",
        "Crash in Peru kills 9\nA bus crash killed nine people near Cusco.",
        "Crash in Norway kills 4\nA bus crash killed four people near Bergen.",
    ),
    (
        "the only figure, of another place, far down",
        "Fire in Lima\nA fire broke out in Lima. " + "It was hot. " * 10 + "In Cusco 63 people were hurt by the fire.",
        "Lima fire\nA fire broke out in Lima. " + "It was hot. " * 10 + "In all 21 people were hurt.",
    ),
    (
        "of a longer period",
        "Fire in Lima\nA fire killed 12 people in Lima. It was hot. Ten fires in that period left nine people dead.",
        "Lima fire\nA fire in Lima killed 12 people.",
    ),
    (
        "of another month",
        "Fire in Lima\nA fire killed 12 people in Lima on 3 May. It was hot. A fire killed nine people in March.",
        "Lima fire\nA fire in Lima on 3 May killed 12 people.",
    ),
    (
        "children and people",
        "Landslide in Nepal kills 20\nA landslide killed 20 people in Nepal on Monday.",
        "Nepal landslide\nEight children were killed in a landslide in Nepal on Monday.",
    ),
    (
        "two groups in one sentence",
        "Attack in Quetta kills 15\nAn attack in Quetta killed 15 people.",
        "Quetta attack\nThe attack in Quetta killed three officers and 12 civilians.",
    ),
    (
        "those who died at the scene",
        "Attack in Quetta\nAn attack in Quetta killed eight people.",
        "Attack in Quetta\nAn attack shook Quetta. Six people died at the scene, two others in hospital.",
    ),
    (
        "a round word",
        "Attack in Quetta\nAn attack in Quetta killed more than a thousand people.",
        "Attack in Quetta\nAn attack in Quetta killed more than 1,400 people.",
    ),
    (
        "a word for many",
        "Dozens killed in Kabul\nDozens of people were killed in an attack in Kabul.",
        "Kabul attack\nAn attack in Kabul killed 50 people.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("name", "first", "second"), SILENT)
def test_stays_silent(name: str, first: str, second: str) -> None:
    assert [(c.a.value, c.b.value, c.topic) for c in conflicts(PLUGIN, first, second)] == []


def test_a_later_report_updates_an_earlier_one() -> None:
    found = conflicts(
        PLUGIN,
        "Quake in Izmir kills 22\nAn earthquake killed at least 22 people in Izmir on Monday.",
        "Quake in Izmir kills 126\nAn earthquake killed at least 126 people in Izmir on Monday.",
        published=("2024-03-11T12:00", "2024-03-12T12:00"),
    )
    assert {c.relation for c in found} == {Relation.UPDATE}


def test_a_report_revises_its_own_earlier_toll() -> None:
    found = conflicts(
        PLUGIN,
        "Ferry fire kills 32\nA fire on a ferry off Bali killed 32, the agency said, updating an earlier toll of 15.",
        "Ferry fire off Bali\nAt least 15 people were killed in a fire on a ferry off Bali.",
    )
    assert found
    assert {c.relation for c in found} == {Relation.UPDATE}
    inner = [c for c in found if c.a.statement == c.b.statement]
    assert {(c.a.value, c.b.value) for c in inner} == {("32", "15")}


def test_of_two_counts_that_come_to_one_sum_only_the_dead_are_in_question() -> None:
    first, second = "Crash near Lima: 1 dead, 3 hurt", "Crash near Lima: 3 dead, 1 hurt"
    found = conflicts(PLUGIN, f"{first}\nA bus overturned.", f"{second}\nA bus overturned.")
    assert {c.why[0].value for c in found} == {"kill"}


def test_two_speakers_disagree() -> None:
    found = conflicts(
        PLUGIN,
        "Clashes in Oran\nThe ministry said 12 people were killed in a riot in Oran on Friday.",
        "Riot in Oran\nThe opposition said 40 people were killed in a riot in Oran on Friday.",
    )
    assert {c.relation for c in found} == {Relation.ATTRIBUTED}


def test_five_articles_with_five_tolls_give_one_topic() -> None:
    texts = [f"Storm in Cebu kills {n}\nA storm killed {n} people in Cebu on Friday." for n in (12, 19, 27, 41, 66)]
    found = conflicts(PLUGIN, *texts)
    assert len({c.topic for c in found}) == 1
    assert {c.severity for c in found} == {Severity.HIGH}
    assert len({c.a.statement.article.id for c in found} | {c.b.statement.article.id for c in found}) == 5


def test_a_report_from_the_court_months_later_names_the_day() -> None:
    found = conflicts(
        PLUGIN,
        "Crash near Lima injures 12\nTwelve passengers were hurt when a bus overturned near Lima on March 8, 2024.",
        "Bus driver in court\nA driver was in court over a crash near Lima on March 8, 2024 that injured 20 people.",
        published=("2024-03-09", "2024-09-20"),
    )
    assert {c.relation for c in found} == {Relation.UPDATE}


@pytest.mark.models
def test_a_father_of_five_is_one() -> None:
    one = "1 dead, 6 injured in shooting in Lima\n\nOne person was killed near Lima on Friday."
    assert not builders.found(PLUGIN, "Father of 5 killed in shooting in Lima\n\nIt was on Friday.", one)
    assert builders.found(PLUGIN, "5 people killed in shooting in Lima\n\nIt was on Friday.", one)


def test_adults_are_a_part_of_all_people() -> None:
    """ "Four adults and two children were killed" is six people."""
    assert not comparable("adult", "person")


@pytest.mark.models
def test_those_who_did_it_are_no_toll() -> None:
    first = "Raid in Porto\nPolice in Porto arrested two residents on Sunday."
    second = "Raid in Porto\nThey were arrested in Porto on Sunday by eight plainclothes officers."
    assert builders.found(PLUGIN, first, second) == []


@pytest.mark.models
def test_games_are_not_missing() -> None:
    first = "Berg out\nBerg missed eight games with a fracture in his leg."
    second = "Berg out\nBerg missed nine games this season because of the injury."
    assert builders.found(PLUGIN, first, second) == []


CRASH = "A plane crashed in Quetta on 5 March 2018."


@pytest.mark.models
@pytest.mark.parametrize(
    "text",
    [
        "A plane crashed in Quetta, killing all 65 passengers and six crew.",
        f"{CRASH} It rained. Guards came. None lived. The last crash was on 2 May 2016. All 92 on board were killed.",
    ],
)
def test_a_part_of_those_aboard_and_the_dead_of_another_year_are_no_toll(text: str) -> None:
    whole = "A plane crashed in Quetta on 5 March 2018, killing all 71 people on board."
    assert builders.found(PLUGIN, f"Plane crash in Quetta\n{whole}", f"Plane crash in Quetta\n{text}") == []


@pytest.mark.models
def test_some_who_are_counted_for_who_they_are_are_no_total() -> None:
    first = "Protest in Oran\nPolice said two prominent activists were arrested on Friday in Oran."
    second = "Protest in Oran\nAt least eight people were arrested in Oran on Friday."
    assert builders.found(PLUGIN, first, second) == []


@pytest.mark.models
def test_two_kinds_of_dead_are_a_sum() -> None:
    first = "Blast in Quetta\nA bomb killed two U.S. soldiers and two civilians in Quetta on Monday."
    second = "Blast in Quetta\nA bomb killed 19 people in Quetta on Monday."
    assert builders.found(PLUGIN, first, second) == []


@pytest.mark.models
def test_who_laid_down_their_arms_has_surrendered() -> None:
    first = "Army takes Tarma\nThe army took Tarma on Monday and 12 terrorists turned themselves in."
    second = "Army takes Tarma\nThe army took Tarma on Monday. Some 30 militants laid down their arms in Tarma."
    (found,) = builders.found(PLUGIN, first, second)
    assert found.question == "How many surrendered?"


@pytest.mark.models
def test_captured_tanks_are_no_people() -> None:
    first = "Rebels take base in Tarma\nRebels took the base in Tarma on Monday and captured four tanks."
    second = "Rebels take base in Tarma\nRebels took the base in Tarma on Monday and captured seven tanks."
    assert builders.found(PLUGIN, first, second) == []
