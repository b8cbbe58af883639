"""Collected text: what stands in front of the first sentence and behind the last, and what looks like it."""

from __future__ import annotations

import pytest

from discrepancy.clean import mark
from discrepancy.model import Article
from discrepancy.segment import segment

TITLE = "Ferry sinks off Cape Mor with 40 aboard"
LEAD = "Norwegian divers found the wreck of the ferry at dawn and brought 12 bodies ashore the coast guard said."
REST = " ".join(f"The {n}th search party left Port Aster before noon and came back at dusk." for n in range(10, 22))

OPENINGS = (
    f"May 31 2016 {TITLE}",
    "Tuesday 31 May 2016",
    "Published July 2 2016",
    "2016/07/02 10:11",
    "16/07/02",
    "Jul 2 2016 - 14:05",
    "Sat 02 Jul 2016 1011 GMT",
    "10:11 Moscow time 31 May 2016",
    "Tuesday May 31 2016 (IST)",
    "Published time: 31 May 2016 10:11 Edited time: 31 May 2016 12:01",
    "Updated on 3 July 2016 at 11:04 GMT",
    "Last Modified: Sat Jul 02 2016",
    "AFP Published — Tuesday 31 May 2016",
    "OSLO - ",
    "OSLO | ",
    "Oslo - ",
    "BERGEN Norway —",
    "BERGEN:",
    "(Oslo) –",
    "Oslo (AFP) -",
    "Oslo (AFP)",
    "OSLO (NTB) –",
    "Oslo Xinhua",
    "MOSCOW May 31. /TASS/.",
    "(Reuters) -",
    "AFP - ",
    "By Anna Dahl-Lee OSLO July 2 (Reuters) -",
    "By Anna Dahl and Tom Berg",
    "by Aster Newsdesk 31 May 2016",
    "DAILY HERALD WITH AGENCIES BERGEN Published May 31 2016",
    "Home > World > Europe 31 May 2016",
    f"{TITLE} by Anna Dahl May 31 2016",
    f"{TITLE} Anna Dahl | 31 May 2016",
    "Norway Port Aster (10:11 P.M.) -",
    "May 31 2016 0 comments",
    "News ID: 123456 31 May 2016",
    "Share this: Facebook Twitter",
    "Share on Facebook Share on Twitter",
    "(Photo: AFP)",
    "AFP PHOTO / ANNA DAHL",
    "© AFP 2016/ ANNA DAHL",
    f"BREAKING NEWS {TITLE}",
)

WHOLE = (
    "On July 2 2016 divers said that they had found the wreck.",
    "On July 2 Norwegian divers found the wreck.",
    "July 2 was the deadliest day of the season.",
    "May 31 2016 saw the worst storm of the year.",
    "March 14 Alliance leaders met in Beirut on Tuesday.",
    "Saturday's wreck was the worst in a decade.",
    "Saturdays wreck was the worst in a decade.",
    "By Saturday Norwegian divers had left.",
    "By Monday evening Norwegian divers had left.",
    "By Norwegian law the dead are buried at home.",
    "AFP correspondents in Oslo saw three boats.",
    "Turkish Anadolu Agency Sunday said 12 people had drowned.",
    "Russian TASS News Agency Tuesday quoted an admiral as saying the search was over.",
    "Oslo said on Tuesday that it would pay for the search.",
    "Oslo - Norway's capital - was dark on Tuesday.",
    "Oslo Water Board (OWB) - Norway's oldest - was fined on Tuesday.",
    "The Norwegian Sea Rescue (NSR) said on Tuesday that it had found nobody.",
    "Washington and Oslo agreed to talks on Tuesday.",
    "OSLO and Bergen agreed to talks on Tuesday.",
    "Twitter and Facebook were blocked on Tuesday.",
    "Share prices in Oslo fell on Tuesday.",
    "Published reports put the toll at 31.",
    "Updated figures put the toll at 31.",
    "File photos of the captain were shown on state TV.",
    "12:30 was the time of the wreck the coast guard said.",
    "Read the letter he was told by the judge.",
    "Ferry sinks off Cape Mor with 40 aboard who could not swim.",
)

ENDINGS = (
    "Source: Agencies",
    "Reuters",
    "M.N/ H.S",
    "Anna al-Dahl / Berg",
    "A. Dahl/ T. Berg/ Lind",
    "Follow us on Twitter",
    "Copyright 2016 The Aster Herald",
    "(Reporting by Anna Dahl; Editing by Tom Berg)",
    "Reporting by Anna Dahl in Oslo Editing by Tom Berg",
    "Last Update: Sunday 3 July 2016 KSA 10:11 - GMT 07:11",
    "Read also: Bridge at Oss shut for a year",
    "Aster Herald and agencies",
)

NEWS_AT_THE_END = (
    "The search goes on",
    "The toll rose to 20",
    "He is the only survivor",
    '"It was dark" he said',
)


def _statements(line: str, title: str = TITLE) -> list[str]:
    article = Article("a", "", "", f"{title}\n\n{line}\n")
    return [statement.text for statement in segment(article, mark([article])["a"])]


@pytest.mark.parametrize("opening", OPENINGS)
def test_what_stands_in_front_is_cut_off(opening: str) -> None:
    assert _statements(f"{opening} {LEAD} {REST}")[:2] == [TITLE, LEAD]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_sentence_that_looks_like_a_dateline_stays_whole(sentence: str) -> None:
    assert _statements(f"{sentence} {REST}")[:2] == [TITLE, sentence]


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_stands_behind_is_cut_off(ending: str) -> None:
    assert _statements(f"{LEAD} {REST} {ending}")[-1].startswith("The 21th search party")


@pytest.mark.parametrize("ending", NEWS_AT_THE_END)
def test_a_last_sentence_without_its_full_stop_stays(ending: str) -> None:
    assert _statements(f"{LEAD} {REST} {ending}")[-1] == ending


def test_a_short_article_under_its_headline() -> None:
    body = "Two boats searched the bay until dark and found nobody the harbour master of Port Aster said."
    assert _statements(f"May 31 2016 {TITLE} {LEAD} {body}") == [TITLE, LEAD, body]


@pytest.mark.parametrize(
    ("title", "repeated"),
    [
        ("Norway's ferry sinks off Cape Mor", "Norways ferry sinks off Cape Mor"),
        ("Ferry sinks off Cape Mor, 40 aboard - Aster Herald", "Ferry sinks off Cape Mor 40 aboard"),
    ],
)
def test_the_title_is_known_without_marks_and_site(title: str, repeated: str) -> None:
    assert _statements(f"2 July 2016 {repeated} {LEAD} {REST}", title)[1] == LEAD


def test_another_wording_of_the_title_is_a_heading_of_its_own() -> None:
    repeated = "Ferry sinks near Cape Mor with 40 aboard"
    assert _statements(f"2 July 2016 {repeated} {LEAD} {REST}")[:3] == [TITLE, repeated, LEAD]


def test_a_first_sentence_that_is_worded_like_the_title_is_the_articles_own() -> None:
    sentence = "A ferry sinks near Cape Mor with 40 aboard."
    assert _statements(f"2 July 2016 {sentence} {LEAD} {REST}")[:3] == [TITLE, sentence, LEAD]


def test_a_date_line_behind_the_summary() -> None:
    summary = "A ferry has sunk in the north."
    found = _statements(f"{summary} OSLO July 2 2016 (AFP) - {LEAD} {REST}")
    assert found[:3] == [TITLE, summary, LEAD]


def test_a_pointer_to_another_article_inside() -> None:
    found = _statements(f"{LEAD} READ MORE: Bridge at Oss shut for a year The captain is missing. {REST}")
    assert found[:3] == [TITLE, LEAD, "The captain is missing."]
