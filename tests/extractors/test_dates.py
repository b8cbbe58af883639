"""Dates: what is found with which value, what is left alone, and that time grows with the text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from discrepancy.extractors.dates import find, read
from discrepancy.model import Article, DateMention, Reading, Statement
from discrepancy.settings import DEFAULT

TUESDAY = date(2024, 3, 12)


def only(text: str, reference: date | None = TUESDAY) -> DateMention:
    found = find(text, reference)
    assert len(found) == 1, found
    return found[0]


VALUES = [
    # whole dates in their many forms
    ("The bridge reopened on March 12, 2024 after repairs.", "March 12, 2024", "2024-03-12"),
    ("The bridge reopened on March 12 2024 after repairs", "March 12 2024", "2024-03-12"),
    ("They voted on 2 July 2016.", "2 July 2016", "2016-07-02"),
    ("They voted on 13 Dec.", "13 Dec", "2023-12-13"),
    ("It fell on 17 July، 2017 in Oslo.", "17 July، 2017", "2017-07-17"),
    ("The vote was scheduled for Friday 8 March.", "Friday 8 March", "2024-03-08"),
    ("The vote will be held on February 1.", "February 1", "2025-02-01"),
    ("The man who will be tried was arrested on Friday.", "Friday", "2024-03-08"),
    ("They voted on Dec.13, 2023.", "Dec.13, 2023", "2023-12-13"),
    ("The ruling of the 3rd of May, 1999 stands.", "3rd of May, 1999", "1999-05-03"),
    ("Logged as 2016-07-02 by the lab.", "2016-07-02", "2016-07-02"),
    ("Filed on 2/7/2016 in court.", "2/7/2016", "[2016-02-07,2016-07-02]"),
    ("Filed on 25/7/2016 in court.", "25/7/2016", "2016-07-25"),
    ("KYIV, MARCH 12 (Agency)", "MARCH 12", "2024-03-12"),
    ("A show on Christmas Eve drew a crowd.", "Christmas Eve", "2023-12-24"),
    # months, years and more
    ("Sales fell in October.", "October", "2023-10"),
    ("Sales fell in May.", "May", "2023-05"),
    ("Sales fell in December 2023.", "December 2023", "2023-12"),
    ("Sales fell in 2019, then rose.", "2019", "2019"),
    ("Voters of the 2016 election agreed.", "2016", "2016"),
    ("She led it in the 1990s.", "the 1990s", "199X"),
    ("A church of the 19th century burned.", "the 19th century", "18XX"),
    ("A club founded in spring 2023 won.", "spring 2023", "2023-21"),
    ("They trained throughout the winter, then left.", "the winter", "2023-24"),
    ("Profits in the third quarter of 2023 fell.", "the third quarter of 2023", "2023-35"),
    ("Output in the first half of 2022 rose.", "the first half of 2022", "2022-40"),
    # parts
    ("It ended at the end of 2022.", "the end of 2022", "2022-10/2022-12"),
    ("The race is set for mid-March.", "mid-March", "2024-03-09/2024-03-22"),
    ("It grew since early 2011.", "since early 2011", "2011-01/.."),
    ("It opened in late June 2021.", "late June 2021", "2021-06-18/2021-06-30"),
    # bounds and ranges
    ("They have met since 2011.", "since 2011", "2011/.."),
    ("The toll from Monday's storm rose.", "Monday's", "2024-03-11"),
    ("She signed with the club from 2023, he said.", "from 2023", "2023/.."),
    ("He stays until at least 2030.", "until at least 2030", "2030/.."),
    ("It must close by 2040.", "by 2040", "../2040"),
    ("The fair is held from March 15 till March 17.", "from March 15 till March 17", "2024-03-15/2024-03-17"),
    ("The fair ran from 2 to 5 May.", "from 2 to 5 May", "2023-05-02/2023-05-05"),
    ("The fair ran March 12-13, 2023.", "March 12-13, 2023", "2023-03-12/2023-03-13"),
    ("Between March and May 2023 prices rose.", "Between March and May 2023", "2023-03/2023-05"),
    ("Between 2011 and 2016, prices rose.", "2011 and 2016", "2011/2016"),
    # against the day of publication
    ("The team won on Saturday.", "Saturday", "2024-03-09"),
    ("The team won on Tuesday.", "Tuesday", "2024-03-12"),
    ("The team will play on Saturday.", "Saturday", "2024-03-16"),
    ("The coach said on Saturday that they will play.", "Saturday", "2024-03-09"),
    ("The team meets next Monday.", "next Monday", "2024-03-18"),
    ("The Mondays attack shocked them", "Mondays", "2024-03-11"),
    ("It rained yesterday.", "yesterday", "2024-03-11"),
    ("It rained last October.", "last October", "2023-10"),
    ("It rained last month.", "last month", "2024-02"),
    ("The firm was bought six months ago.", "six months ago", "2023-09~"),
    ("The firm was bought two years ago.", "two years ago", "2022~"),
    ("They met over the weekend.", "over the weekend", "2024-03-09/2024-03-10"),
    ("The polls open two days before March 15.", "two days before March 15", "2024-03-13"),
    ("The storm is due on March 20.", "March 20", "2024-03-20"),
    ("The storm struck on November 20.", "November 20", "2023-11-20"),
]


@pytest.mark.parametrize(("text", "words", "edtf"), VALUES)
def test_is_found_with_its_value(text: str, words: str, edtf: str) -> None:
    mention = only(text)
    assert (mention.text, mention.edtf) == (words, edtf)
    assert text[mention.start : mention.end] == words


TIMES = [
    ("In the early hours of March 12, sirens rang.", "early", "2024-03-12"),
    ("On the morning of March 12, sirens rang.", "morning", "2024-03-12"),
    ("The blast on Sunday night broke windows.", "night", "2024-03-10"),
    ("The blast late on Sunday broke windows.", "night", "2024-03-10"),
    ("Posted March 12, 2024 5:46 PM by staff", "17:46", "2024-03-12T17:46"),
    ("It struck at 9 pm local time (1800 GMT) on Sunday.", "21:00", "2024-03-10T21:00"),
    ("It struck at around 22:30 on March 11.", "22:30", "2024-03-11T22:30"),
    ("It struck at 11am.", "11:00", None),
    ("It struck at dawn.", "early", None),
    ("It struck early Sunday morning.", "early", "2024-03-10"),
    ("It struck just before 11 a.m. on Sunday.", "11:00", "2024-03-10T11:00"),
    ("It struck at 9 a.m. on Sunday morning.", "09:00", "2024-03-10T09:00"),
    ("It struck on Thursday afternoon, 15 July 2021.", "afternoon", "2021-07-15"),
]


@pytest.mark.parametrize(("text", "part", "edtf"), TIMES)
def test_part_of_day(text: str, part: str, edtf: str | None) -> None:
    mention = only(text)
    assert (mention.part_of_day, mention.edtf) == (part, edtf)


SILENT = [
    "It covers 77% of the land.",
    "The camp held 2023 fighters.",
    "The camp held up to 2016 people.",
    "He may go, and the second may follow.",
    "Power failed in 1,500 homes.",
    "A March on Washington was planned.",
    "The firm Monday.com is 10,000 strong.",
    "Flight MH2023 and Flight 2019 were late.",
    "June Smith won; Theresa May lost.",
    "They ran a summer camp near the spring.",
    "He wrote of the fall of Kyiv.",
    "The sunday-school and the Sunday Times closed.",
    "Black Friday sales rose to $2016.",
    "He flew to Mar-a-Lago and slept badly at night.",
    "It burned in the 1900 block of Elm Street, at 2010 Oak Hill Road.",
    "They won 3:10 and lost by 2.2016 points.",
]


@pytest.mark.parametrize("text", SILENT)
def test_leaves_alone(text: str) -> None:
    assert find(text, TUESDAY) == ()


OPEN = [
    ("He joined in October.", "XXXX-10"),
    ("It closed on March 12.", "XXXX-03-12"),
    ("It runs from March 15 till March 17.", "XXXX-03-15/XXXX-03-17"),
    ("It closed on Saturday.", None),
    ("It closed six months ago.", None),
    ("It closed three days later.", None),
]


@pytest.mark.parametrize(("text", "edtf"), OPEN)
def test_without_a_publication_date_it_stays_open(text: str, edtf: str | None) -> None:
    mention = only(text, None)
    assert (mention.edtf, mention.earliest, mention.latest, mention.relative) == (edtf, None, None, True)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_an_impossible_publication_date_is_none(published: date) -> None:
    assert only("It closed last week.", published).edtf is None
    assert only("It closed on February 29.", published).edtf == "XXXX-02-29"


@pytest.mark.parametrize(
    "text", ["It began 999 centuries ago.", "Logged 0000-00-00.", "Filed on 99/99/2016.", "On May 31 1999"]
)
def test_dates_that_no_calendar_has_do_no_harm(text: str) -> None:
    assert len(find(text, TUESDAY)) <= 1


def test_weekday_beside_a_date_is_kept() -> None:
    mention = only("at a range on Thursday, Dec. 13, 2023.", None)
    assert (mention.text, mention.weekday, mention.edtf) == ("Thursday, Dec. 13, 2023", 3, "2023-12-13")


def test_habit_is_recurring() -> None:
    assert [only(text).recurring for text in ("They meet on Mondays.", "They meet every Monday.")] == [True, True]


def test_bounds_are_days() -> None:
    mention = only("The firm was bought five years ago.", date(2016, 7, 2))
    assert mention.earliest is not None
    assert mention.earliest <= date(2011, 1, 1)
    assert mention.latest == date(2012, 1, 2)


def test_read_adds_the_statement_s_offset_and_uses_its_article_s_date() -> None:
    article = Article("a", "a.txt", "0", "Heading.\nThe team won on Saturday.", published="2024-03-12")
    statement = Statement(article, 9, len(article.text))
    (reading,) = read([Reading(statement)], DEFAULT)
    (mention,) = reading.dates
    assert article.text[mention.start : mention.end] == "Saturday"
    assert mention.earliest == date(2024, 3, 9)
    (undated,) = read([Reading(replace(statement, article=replace(article, published=None)))], DEFAULT)
    assert undated.dates[0].edtf is None


@pytest.mark.parametrize(
    "seed", ["March 12 and ", "between 2011 and ", "1", "a a ", "early early ", "Monday, ", "12:30 "]
)
def test_a_long_line_is_read_in_linear_time(seed: str) -> None:
    """Anything worse than linear would not come back from this; the time itself is measured in benchmarks/."""
    assert all(mention.end <= 50_000 for mention in find((seed * 50_000)[:50_000], TUESDAY))
