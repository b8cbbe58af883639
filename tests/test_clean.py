"""Lines of news pages: each page is invented, each row says what it must be found to be."""

from __future__ import annotations

import pytest

from discrepancy.clean import mark
from discrepancy.model import Article, Line

PAGES = {
    "US local television": """
boilerplate  Skip to main content
boilerplate  Please enable Javascript to watch this video
heading      Boil-water notice lifted for Cedar Hollow
boilerplate  By: Dana Whitlock, KXYZ
boilerplate  Posted: Jun 3, 2019 / 06:12 PM CDT / Updated: Jun 3, 2019 / 09:40 PM CDT
caption      A crew flushes a hydrant on Pine Street. (Photo: KXYZ/Marcus Hale)
body         CEDAR HOLLOW, Mo. (KXYZ) — The city lifted its boil-water notice on Monday after two days of clean samples.
body         About 4,200 homes were affected.
teaser       RELATED: What to do after a boil-water notice ends
teaser       0:31 Crews test the old hydrants, March 8
body         "We are relieved," said the mayor, Ruth Okafor.
body         Members said they had not been told of the second leak.
boilerplate  Stay with KXYZ for updates.
boilerplate  Copyright 2019 KXYZ. All rights reserved.
""",
    "British tabloid": """
heading      Hero gran, 81, saves two swimmers at Skelby beach
boilerplate  Share
boilerplate  Comments
body         A grandmother dragged two swimmers from the sea at Skelby on Sunday after their dinghy turned over.
caption      Joan Firth has swum at the beach since 1950 (Image: SkelbyLive)
teaser       Read More: Shock as pier is sold for a pound
body         Joan Firth, 81, told how she "did not think twice" when she heard the screams.
teaser       READ MORE Weather warning for the whole coast
body         The lifeguards had gone home an hour before, the council admitted.
caption      The dinghy was found a mile away (Picture: Dave Moss/SWNS)
boilerplate  Don't miss...
teaser       Queue for new ferry stretches for miles [FERRY]
teaser       Mystery of the silver lorry solved at last [CRIME]
body         Support for the council fell to a record low after an earlier accident.
boilerplate  Sign up for our daily newsletter to get the top stories
""",
    "agency copy, hard-wrapped": """
heading      Tin price hits nine-year high as Andean mine shuts
boilerplate  By Luis Paredes and Grace Tan

body         LIMA, March 4 (Newswire) - Tin rose to its highest price in nine
+            years on Thursday after workers at the San Gabriel mine in Peru
+            walked out, traders said. The mine gives work to some 2,300
+            people and digs a tenth of the metal that the region exports.

body         The company said it "regretted" the strike and that its furnaces
+            would be kept warm for at least ten days. Subscribers to its
+            savings fund were told to enter their details once more.

boilerplate  (Reporting by Luis Paredes in Lima and Grace Tan in Singapore;
+            Editing by Tom Hale)
""",
    "blog": """
boilerplate  Home > Rowing > Results
heading      Why the Eights stayed ashore

boilerplate  Posted on 12 May 2021 by oarsman77

body         The river board closed the course at noon on Saturday because of the flood.

heading      What happened next

body         Nine crews rowed on regardless and were fined 200 pounds each.

body         "Never again," wrote their coach.

boilerplate  Tags: rowing, floods
boilerplate  If you like this blog, become a supporter and help us keep our journalism free for all readers.
boilerplate  3 comments
boilerplate  Leave a reply
""",
    "liberal daily": """
heading      Court strikes down curfew in Valdoria
heading      Judges say ministers went beyond their powers in April decree

boilerplate  Ines Almada in Port Sorrel
boilerplate  Thu 8 Jul 2021 17.45 BST

body         Valdoria’s highest court has struck down a night curfew that kept three million people at home.

boilerplate  Sign up to First Thing, our free daily newsletter

body         The five judges were unanimous, the court’s registrar said on Thursday.

teaser       Police used curfew to clear protest camps in Valdoria, inquiry finds
teaser       Inquiry says police cleared 14 protest camps during the curfew, and that camps in Valdoria were burned.

body         Ministers said they would not appeal against the ruling.

editor-note  This article was amended on 9 July 2021 to correct the number of judges.

boilerplate  Support our independent journalism from as little as £1 – it only takes a minute. Thank you, readers.
boilerplate  visa mastercard paypal
boilerplate  Most viewed
teaser       How a hat shop became the talk of the capital
teaser       Quiz: do you know your rivers?
""",
    "Indian newspaper": """
heading      Two held for leak of nursing exam paper in Madhupur
boilerplate  Updated - August 02, 2022 09:15 pm IST
boilerplate  Listen to this article
body         Police on Tuesday arrested two clerks for selling the question paper of the State nursing examination.
boilerplate  ADVERTISEMENT
body         Superintendent of Police R. Kamala said 37 candidates had paid up to ₹50,000 each.
teaser       Also Read | Exam board chief steps down over delay
boilerplate  ADVERTISEMENT
body         The examination will be held again on September 4.
caption      Candidates outside the examination centre in Madhupur. | Photo Credit: S. Rao
boilerplate  (With inputs from PTI)
boilerplate  Related Topics
boilerplate  Join our WhatsApp channel
""",
}

FURNITURE = [
    "The post Storm hits Tarma appeared first on Tarma Daily.",
    "* indicates required",
    "Enter your email to subscribe",
    "Thank you for signing up for this newsletter. We’ve sent you a confirmation email.",
    "We use cookies to improve your visit.",
    "Facebook Twitter WhatsApp Email",
    "4 min read",
    "Source: Read Full Article",
    "Goal: 500 new members by spring. Help us get there and support our newsroom.",
    "Story continues below advertisement",
    "Follow us on Facebook",
]

BODY = [
    "The post in Tarma was first held by rebels, who appeared on Monday.",
    "Subscribers to the fund were told to enter their details.",
    "Members said the vote was rigged.",
    "Support for the government fell.",
    "Nobody was hurt.",
    "“Join us,” he shouted to the crowd.",
    "By Friday the toll had risen to 12.",
    "He was asked to donate a kidney to his brother.",
    "Cookies were sold at the gate for 50 cents.",
    "The newsletter reached 4,000 readers, its editor said.",
    "Read the verdict aloud, the judge told the clerk.",
    "Share prices fell by a third in one day.",
    "The fire began in the kitchen of the school (built in 1931).",
    "“We rely on our members and their donations,” said the head of the charity.",
]


def _mark(text: str, *others: str, title: str | None = None) -> list[tuple[str, str]]:
    articles = [Article(str(n), "", "", each, title=title) for n, each in enumerate((text, *others))]
    return [_shown(text, line) for line in mark(articles)["0"]]


def _shown(text: str, line: Line) -> tuple[str, str]:
    return str(line.kind), text[line.start : line.end]


def _read(page: str) -> tuple[str, list[tuple[str, str]]]:
    """A page's text, and its rows with their kinds; "+" goes on with the row above."""
    lines, rows = [], list[tuple[str, str]]()
    for line in page.strip().splitlines():
        kind, text = line[:13].strip(), line[13:]
        lines.append(text)
        if kind == "+":
            rows[-1] = (rows[-1][0], f"{rows[-1][1]}\n{text}")
        elif kind:
            rows.append((kind, text))
    return "\n".join(lines) + "\n", rows


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_page(page: str) -> None:
    text, rows = _read(page)
    assert _mark(text) == rows


STORY = """The bridge at Oss was shut on Monday.
{}
Its cables had rusted, engineers found.
It will be closed for a year.
"""


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture_is_no_statement(line: str) -> None:
    assert _mark(STORY.format(line))[1] == ("boilerplate", line)


@pytest.mark.parametrize("line", BODY)
def test_body_stays(line: str) -> None:
    assert _mark(STORY.format(line))[1] == ("body", line)


def test_a_cut_off_excerpt_takes_its_headline_along() -> None:
    found = _mark(
        STORY.format("Ferry fares to double\nThe island’s only ferry will cost twice as much from May, its owner sa…")
    )
    assert [kind for kind, _ in found] == ["body", "teaser", "teaser", "body", "body"]


def test_a_repeated_paragraph_counts_once() -> None:
    text = STORY.format("The mayor wept.") + "The mayor wept.\n"
    lines = mark([Article("a", "", "", text)])["a"]
    assert (str(lines[-1].kind), lines[-1].reason) == ("boilerplate", "repeats line 2")


def test_the_title_of_another_source_is_a_teaser_here() -> None:
    other = "Tanker runs aground\nA tanker ran aground off Cape Mor on Monday with 90 tons of oil.\nIt is leaking.\n"
    text = STORY.format(
        "Tanker runs aground off Cape Mor\nA tanker ran aground off Cape Mor on Monday with 90 tons of oil."
    )
    found = _mark(text, other.replace("aground\n", "aground off Cape Mor\n", 1))
    assert [kind for kind, _ in found] == ["body", "teaser", "teaser", "body", "body"]


def test_shared_wire_copy_is_body_in_each() -> None:
    text = "Tanker runs aground\nA tanker ran aground on Monday.\nIt is leaking oil, the navy said.\n"
    assert [kind for kind, _ in _mark(text, text)] == ["heading", "body", "body"]


FILLER = " ".join(f"The {n} team searched hut number {n} until dark and found nobody there." for n in range(30, 45))

COLLECTED = [
    (
        "title, date line and agency in front",
        f"12 Climbers Lost On Tarn AFP Tuesday 3 May 2011 Rescuers looked for 12 people. {FILLER}",
        [
            ("boilerplate", "12 Climbers Lost On Tarn"),
            ("boilerplate", "AFP Tuesday 3 May 2011"),
            ("body", "Rescuers looked for 12 people."),
        ],
    ),
    (
        "posted by",
        f"Posted on May 3 2011 by Tarn Valley Herald 12 climbers lost on Tarn Twelve are missing. {FILLER}",
        [
            ("boilerplate", "Posted on May 3 2011 by Tarn Valley Herald"),
            ("boilerplate", "12 climbers lost on Tarn"),
            ("body", "Twelve are missing."),
        ],
    ),
    (
        "a date that opens a sentence",
        f"3 May 2011 was the worst day in the history of the range. {FILLER}",
        [("body", "3 May 2011 was the worst day in the history of the range.")],
    ),
    (
        "caption with its credit",
        f"It snowed. Rescuers carry ropes up the northern slope [Reuters] The search goes on. {FILLER}",
        [
            ("body", "It snowed."),
            ("caption", "Rescuers carry ropes up the northern slope [Reuters]"),
            ("body", "The search goes on."),
        ],
    ),
    (
        "credit alone",
        f'It snowed. (Tarn News and Agencies) "It is cold" a guide said. {FILLER}',
        [("body", "It snowed."), ("boilerplate", "(Tarn News and Agencies)"), ("body", '"It is cold" a guide said.')],
    ),
    (
        "list of topics",
        f"It snowed. Tags Tarn climbing snow Alpine Club The club had warned them. {FILLER}",
        [
            ("body", "It snowed."),
            ("boilerplate", "Tags Tarn climbing snow Alpine Club"),
            ("body", "The club had warned them."),
        ],
    ),
    (
        "a name in brackets is no credit",
        f"The International Rescue Group (IRG) on Monday said it snowed. {FILLER}",
        [("body", "The International Rescue Group (IRG) on Monday said it snowed.")],
    ),
]


@pytest.mark.parametrize(("line", "expected"), [case[1:] for case in COLLECTED], ids=[case[0] for case in COLLECTED])
def test_collected_text(line: str, expected: list[tuple[str, str]]) -> None:
    title = "12 climbers lost on Tarn"
    found = _mark(f"{title}\n\n{line}\n")
    assert found[0] == ("heading", title)
    assert found[1 : 1 + len(expected)] == expected
    assert {kind for kind, _ in found[1 + len(expected) :]} == {"body"}


def test_the_end_of_collected_text() -> None:
    about = "Tarn Herald is the leading daily newspaper of the valley. Founded in 1900 it is printed in two towns."
    assert [kind for kind, _ in _mark(f"{FILLER} {about}")][-2:] == ["boilerplate", "boilerplate"]
    assert _mark(f"{FILLER} KM 12")[-1] == ("boilerplate", "KM 12")
    assert _mark(f"{FILLER} Source Tarn Herald and agencies")[-1][0] == "boilerplate"
    assert _mark(f"{FILLER} The search will go on")[-1] == ("body", "The search will go on")


def test_a_title_known_from_metadata_is_cut_off_the_only_line() -> None:
    found = _mark(f"Twelve lost on Tarn Rescuers came. {FILLER}", title="Twelve lost on Tarn")
    assert found[:2] == [("heading", "Twelve lost on Tarn"), ("body", "Rescuers came.")]


def test_line_breaks_of_every_kind() -> None:
    found = _mark("One man came.\r\nTwo men left.\rThree men stayed.\u2028Four men slept all day.\fFive men ate.")
    assert len(found) == 5


def test_empty() -> None:
    assert mark([]) == {}
    assert mark([Article("a", "", "", " \n\n\t\n")]) == {"a": ()}
