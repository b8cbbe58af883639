import pytest

from discrepancy.loaders._head import read_head

BODY = "The river rose by two metres overnight, and the town’s only bridge was closed to traffic, officials said."

DATED = [
    ("Ferry line shut after storm\n\nby Ada Moreno May 4, 2023 5:46 PM 8 min read\n" + BODY, "2023-05-04T17:46"),
    ("Edit post\nFerry line shut after storm\nMay 4, 2023 11:48 AM\n3 min read\n\n" + BODY, "2023-05-04T11:48"),
    ("Ferry line shut\n\nPosted on May 4 2023 by Harbour News Desk Ferry line shut " + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n\nPublished May 4 2023 " + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n\n4 May 2023 " + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n\nThu May 4 2023 Ferry line shut after storm. " + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n\nFerry line shut after storm AFP Thursday 4 May 2023 " + BODY, "2023-05-04"),
    (
        "Ferry line shut\n\nFerry line shut DAILY POST WITH AGENCIES PORT VALE Published May 4, 2023 " + BODY,
        "2023-05-04",
    ),
    (
        "Ferry line shut\n\nFerry line shut By Sea News - May 04,2023 - Last updated at May 05,2023 " + BODY,
        "2023-05-04",
    ),
    ("Ferry line shut\n\nFerry line shut 4 May، 2023 Port Vale, SEA – " + BODY, "2023-05-04"),
    ("Ferry line shut\n\nFerry line shut Staff writer Sea Post English Thursday 4 May 2023 " + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n2023-05-04\n" + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n2023-05-04T09:30:00Z\n" + BODY, "2023-05-04T09:30+00:00"),
    ("Ferry line shut after storm\nUpdated: May 4, 2023 - 6:38 PM\n\n" + BODY, "2023-05-04T18:38"),
    ("Ferry line shut after storm\nPublished: 3 May 2023 | Updated: 4 May 2023\n" + BODY, "2023-05-03"),
    ("Ferry line shut after storm\nUpdated 4 May 2023\nPublished 3 May 2023\n" + BODY, "2023-05-03"),
    ("Ferry line shut after storm\nDate of publication: 3 May, 2023\n" + BODY, "2023-05-03"),
    ("Ferry line shut after storm\nLast Update: Wednesday, 3 May 2023 GST 11:42\n" + BODY, "2023-05-03"),
    ("Ferry line shut after storm\nSource: Seawire 2023-05-03 22:17:35\n" + BODY, "2023-05-03T22:17"),
    ("Ferry line shut. (Published Thursday, May 4, 2023)\n\n" + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n04/05/2023\n4th of May, 2023 at 7.05 pm GMT\n" + BODY, "2023-05-04T19:05+00:00"),
    ("Ferry line shut after storm\r\n\r\nMay 4, 2023\r\n\r\n" + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n\nPORT VALE, 4 May 2023 (Sea News) - " + BODY, "2023-05-04"),
    ("Ferry line shut after storm\n\nPORT VALE, Kent (May 4, 2023) – " + BODY, "2023-05-04"),
    ("Ferry line shut after storm Posted: Thursday, May 4, 2023 1:46 PM EDT\n\n" + BODY, "2023-05-04T13:46"),
    ("Ferry line shut after storm\nBy Ada Moreno and Li Wei, 4 May 2023\n" + BODY, "2023-05-04"),
]


@pytest.mark.parametrize(("text", "published"), DATED)
def test_the_publication_date_is_read_where_it_stands_as_one(text: str, published: str) -> None:
    assert read_head(text).published == published


UNDATED = [
    "Ferry line shut\n\nFerry line shut in Port Vale since May 4, 2023 " + BODY,
    "The Harbour Line crossed the strait on May 4, 2023 for the last time.\n" + BODY,
    "On May 4, 2023, the ferry sank.\n" + BODY,
    "May 4, 2023, was the day on which the ferry sank.\n" + BODY,
    "Ferry line shut after storm\nMay 4\n" + BODY,
    "Ferry line shut after storm\n03/04/2023\n" + BODY,
    "Ferry line shut after storm\n31 February 2023\n" + BODY,
    "Crews prepare the ferry in an undisclosed port, on Thursday, May 4, 2023. (Ann Lee/Harbour Pictures)\n" + BODY,
    "The study, published May 4, 2023, found that ferries are safe.\n" + BODY,
    "Ferry line shut after storm\n" + BODY * 40 + "\nMay 4, 2023\n",
    "In memory of the crew\nMay 4, 1960 - May 6, 2023\n" + BODY,
    BODY + "\nHow to stay safe at sea. (Published Friday, May 5, 2023)\n" + BODY,
    "By May 4, 2023 the ferry had sunk.\n" + BODY,
    "Ann Lee (4 May 1960 – 14 May 2023) was a captain.\n" + BODY,
    "Between 12 May 2023 and 14 May 2023 no ferry ran.\n" + BODY,
    "",
]


@pytest.mark.parametrize("text", UNDATED)
def test_a_date_of_the_story_is_no_publication_date(text: str) -> None:
    assert read_head(text).published is None


TITLED = [
    ("Ferry to St. Ives Bay shut after storm\n\n" + BODY, "Ferry to St. Ives Bay shut after storm"),
    ("Ferry line shut by storm in Port Vale, Ill.\n\n" + BODY, "Ferry line shut by storm in Port Vale, Ill."),
    ("Ferry line shut after storm Posted: Thursday, May 4, 2023\n\n" + BODY, "Ferry line shut after storm"),
    ("Ferry line shut after storm\n\n" + BODY, "Ferry line shut after storm"),
    ("Skip to content\n\nWhat do we know about the ferry?\n\n" + BODY, "What do we know about the ferry?"),
    ("Edit post\nFerry sinks, 12 feared dead\nMay 4, 2023\n" + BODY, "Ferry sinks, 12 feared dead"),
    ("Subscribe to our newsletter\nMay 4, 2023\nFerry sinks, 12 feared dead\n" + BODY, "Ferry sinks, 12 feared dead"),
    (
        "2 crew among 31 dead in ferry fire\n\n2 crew among 31 dead in ferry fire " + BODY,
        "2 crew among 31 dead in ferry fire",
    ),
]


@pytest.mark.parametrize(("text", "title"), TITLED)
def test_the_headline_is_the_title(text: str, title: str) -> None:
    assert read_head(text).title == title


UNTITLED = [
    "Please enable Javascript to watch this video\n" + BODY,
    "By: Ada Moreno and Li Wei\n" + BODY,
    "0:27 Captain speaks of the night on the strait\n" + BODY,
    BODY + "\nWhat the mayor said\n",
    "Skip to content\n\n" + BODY,
    "Become a member Support us just once\n" + BODY,
    "A diver looks at the ferry in Port Vale, May 2023. (Ann Lee/Harbour Pictures)\n" + BODY,
    "By Ada Moreno\n4 May 2023\n" + BODY,
    "* indicates required\n" + BODY,
    "Three years of reporting, funded by our readers.\n" + BODY,
    "",
]


@pytest.mark.parametrize("text", UNTITLED)
def test_furniture_captions_and_sentences_are_no_title(text: str) -> None:
    assert read_head(text).title is None


AUTHORS = [
    ("Ferry shut after storm\nby Ada Moreno May 4, 2023\n" + BODY, "Ada Moreno"),
    ("Ferry shut after storm\nBy Ada Moreno\n" + BODY, "Ada Moreno"),
    ("Ferry shut by storm\n" + BODY, None),
    ("Ferry shut after storm\nPosted on May 4 2023 by Harbour Desk Ferry shut after storm " + BODY, None),
]


@pytest.mark.parametrize(("text", "author"), AUTHORS)
def test_the_byline_gives_the_author(text: str, author: str | None) -> None:
    assert read_head(text).author == author
