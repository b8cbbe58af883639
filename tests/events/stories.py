"""Short made-up articles: several to an event, with look-alikes of other events. No model is needed to group them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from discrepancy.clean import mark
from discrepancy.events.profile import Profile, profiles
from discrepancy.model import Article
from tests.builders import WordEmbedder
from tests.values import article

STORIES: dict[str, tuple[str, str, str]] = {
    "fire-1": (
        "2024-05-07",
        "Two killed in fire on Tanner Street",
        (
            "Two people died when a fire broke out in a block of flats on Tanner Street in Norrhamn on Monday night, "
            "the fire service said. They were named as Ole Brandt, 71, and his sister Signe Brandt, 68. Chief fire "
            "officer Mats Ekdal said the fire began in a kitchen on the third floor of 48 Tanner Street."
        ),
    ),
    "fire-2": (
        "2024-05-08",
        "Norrhamn mourns brother and sister killed in Tanner Street fire",
        (
            "Neighbours laid flowers on Tanner Street in Norrhamn for Ole and Signe Brandt, who died in a fire there "
            "on Monday. Mats Ekdal of the fire service said an electric stove had been left on. The brother and "
            "sister, 71 and 68, had lived at 48 Tanner Street for forty years."
        ),
    ),
    "fire-other": (
        "2024-05-07",
        "Two hurt in fire at Norrhamn sawmill",
        (
            "Two workers were injured when a fire broke out in a sawmill in Norrhamn on Tuesday morning, the fire "
            "service said. Jonas Wik, 34, and Per Sand, 52, were taken to hospital with burns. The mill belongs to the "
            "Lindell family and stands on Quarry Road."
        ),
    ),
    "shooting-1": (
        "2024-06-02",
        "Teenager shot dead outside Easton cinema",
        (
            "A 17-year-old was shot dead outside the Regal cinema in Easton on Saturday night, police said. Darnell "
            "Hobbs was hit twice in the 900 block of Mercer Avenue. Detective Laura Pike said a grey car was seen "
            "driving away."
        ),
    ),
    "shooting-2": (
        "2024-06-05",
        "Easton police arrest man, 22, over death of Darnell Hobbs",
        (
            "Police in Easton have arrested a man of 22 in the killing of Darnell Hobbs, 17, who was shot outside the "
            "Regal cinema on Mercer Avenue on Saturday. Detective Laura Pike said Kyle Renner was found in a grey car."
        ),
    ),
    "shooting-other": (
        "2024-06-03",
        "Teenager shot in Easton, second in a weekend",
        (
            "A 16-year-old was shot and wounded in Easton on Sunday night, police said. Tyrese Combs was hit in the "
            "leg in the 300 block of Walnut Street. Detective Brian Cole said two men ran away from a bus stop."
        ),
    ),
    "merger-1": (
        "2024-02-14",
        "Halvorsen Shipping to buy rival Baltic Lines",
        (
            "Halvorsen Shipping said on Wednesday that it would buy Baltic Lines for 2.4 billion euros. Chief "
            "executive Ingrid Moe said the deal would make it the second largest ferry operator in the region. "
            "Shareholders of Baltic Lines will vote in April."
        ),
    ),
    "merger-2": (
        "2024-02-15",
        "Unions fear for jobs as Halvorsen takes over Baltic Lines",
        (
            "Unions said 600 jobs were at risk after Halvorsen Shipping agreed to buy Baltic Lines for 2.4 billion "
            "euros. Ingrid Moe, the chief executive of Halvorsen, said that there were no plans to close offices in "
            "Tallinn."
        ),
    ),
    "merger-other": (
        "2024-02-16",
        "Nordvik Ferries to buy rival Gulf Cruises",
        (
            "Nordvik Ferries said on Friday that it would buy Gulf Cruises for 310 million euros. Chief executive "
            "Tomas Alm said the deal would make it the third largest ferry operator in the region. Shareholders will "
            "vote in May."
        ),
    ),
    "quake-1": (
        "2023-11-20",
        "Earthquake in Sarvan kills at least 40",
        (
            "At least 40 people were killed when an earthquake of magnitude 6.1 struck the Sarvan valley on Monday "
            "morning. Governor Amir Tolan said most of the dead were in the village of Keshti, where a school "
            "collapsed."
        ),
    ),
    "quake-2": (
        "2023-11-22",
        "Death toll in Sarvan earthquake rises to 63",
        (
            "Rescuers found more bodies under a school in Keshti, and the toll of the earthquake in the Sarvan valley "
            "rose to 63, governor Amir Tolan said on Wednesday. The earthquake of magnitude 6.1 struck on Monday."
        ),
    ),
    "quake-other": (
        "2023-02-03",
        "Earthquake in Polena kills at least 12",
        (
            "At least 12 people were killed when an earthquake of magnitude 5.6 struck the Polena coast on Friday "
            "morning. Mayor Rosa Quint said most of the dead were in the fishing port of Almara, where a market "
            "collapsed."
        ),
    ),
}

FIRST = "Aaron Bella Carlos Dana Ethan Farah Gavin Holly Isaac Jada".split()
LAST = "Abern Corw Dunst Elm Fair Garn".split()
ENDS = "er ley ton wood field by".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()

EVENTS = ("fire", "shooting", "merger", "quake")


def articles(names: Iterable[str] = STORIES) -> list[Article]:
    """The stories of these names; a name is its article's id."""
    return [
        replace(article(name, f"{title}\n\n{text}\n", published), title=title)
        for name, (published, title, text) in ((name, STORIES[name]) for name in names)
    ]


def beat() -> list[Article]:
    """What else a crime desk has: sixty shootings in one city, a day apart, each told once."""
    return [_shooting(at) for at in range(60)]


def _shooting(at: int) -> Article:
    victim, detective = f"{FIRST[at % 10]} {LAST[at // 10]}{ENDS[at % 6]}", f"{FIRST[at * 7 % 10]} Al{ENDS[at % 6]}"
    text = (
        f"A {15 + at % 5}-year-old was shot and wounded in Easton on {DAYS[at % 7]} night, police said. {victim} was"
        f" hit in the leg in the {at + 2}00 block of {LAST[at % 6]}{ENDS[at // 10]} Street. Detective {detective} said"
        " two men ran away."
    )
    published = (date(2024, 4, 20) + timedelta(days=at)).isoformat()
    return article(f"beat-{at:02}", f"Teenager shot in Easton\n\n{text}\n", published)


def known(given: Sequence[Article]) -> tuple[Profile, ...]:
    return profiles(given, mark(given), WordEmbedder())
