"""Who says what."""

from __future__ import annotations

import pytest
from tests.detectors._news import readings
from tests.extractors.test_names import read

from discrepancy.extractors import hedges, speakers
from discrepancy.model import Reading
from discrepancy.settings import DEFAULT


def said(text: str) -> list[tuple[str, str, str]]:
    """(speaker, stance, words) of each stretch of speech."""
    return [
        (s.speaker, s.stance, text[s.start : s.end])
        for r in speakers.PLUGIN.read(read(text), DEFAULT)
        for s in r.speech
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "stance", "words"),
    [
        ("The club said that the roof was safe.", "The club", "says", "the roof was safe."),
        ("The roof was safe for use, the club claimed.", "the club", "claims", "The roof was safe for use"),
        ("The dam held through the night according to the operator.", "the operator", "says",
         "The dam held through the night"),
        ("According to the Weather Office three boats sank.", "the Weather Office", "says", "three boats sank."),
        ("The bank denied that it was short of cash.", "The bank", "denies", "it was short of cash."),
        ("The Daily Post could not verify the video.", "Daily Post", "doubts", "the video."),
        ("The port was shut as they were leaving the Harbour Office said updating an earlier notice.",
         "the Harbour Office", "says", "The port was shut as they were leaving"),
    ],
)  # fmt: skip
def test_reported_speech(text: str, speaker: str, stance: str, words: str) -> None:
    assert (speaker, stance, words) in said(text)


def test_a_quotation_of_two_sentences_is_one_speakers() -> None:
    found = said('"We won the match.\nWe will win again," coach Anna Lind said.')
    assert [(who, words) for who, _, words in found] == [
        ("Anna Lind", "We won the match."),
        ("Anna Lind", "We will win again,"),
    ]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            'The mayor, Jan Smit, came.\nA resident of the quarter said that it was dark.\n"We ran," he said.',
            "A resident of the quarter",
        ),
        (
            'The mayor, Jan Smit, came.\nThe spokesman for the port rejected the claims.\n"The crane held," he said.',
            "The spokesman for the port",
        ),
        (
            'The spokesman for the port rejected the claims.\nThe mayor, Jan Smit, told us more.\n"It fell," he said.',
            "Smit",
        ),
        ('A diver said that it sank.\nThe port said that it would open.\n"It is open," it said.', "The port"),
        ("The source categorically denied that the boat was lost.", "The source"),
    ],
)
def test_who_was_described_goes_on_speaking(text: str, who: str) -> None:
    spoken = [s.speaker for r in readings(text) for s in r.speech]
    assert spoken[-1] == who


def test_an_article_alone_is_no_speaker() -> None:
    assert said("An said that the boat was lost.") == []


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Lind denied Globex's claims that the reef was dying.", "Anna Lind"),
        ("Globex on Wednesday rejected claims that the reef was dying.", "Globex"),
        ("The reef is large, and Anna Lind has disputed claims that the reef was dying.", "Anna Lind"),
    ],
)
def test_claims_that_are_denied_are_the_word_of_who_denies_them(text: str, who: str) -> None:
    assert (who, "denies", "the reef was dying.") in said(text)


def test_what_is_said_is_no_speaker() -> None:
    assert all(
        who != "that four boats" for who, _, _ in said("Anna Lind met men who all said that four boats were lost.")
    )


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ('"We won the match today," the club said Monday on Lund Radio, according to reporter Anna Lind.', "the club"),
        ('Speaker Paul Smit, R-Wis., said that "the match was lost."', "Paul Smit"),
    ],
)
def test_the_speaker_of_a_quotation(text: str, who: str) -> None:
    assert said(text)[-1][0] == who


def test_a_pronoun_takes_the_last_person() -> None:
    assert said("Anna Lind, 44, won the race.\nShe said that the course was hard.")[0][0] == "Anna Lind"


def test_a_role_behind_the_name_is_read_over() -> None:
    text = '"The reef is dying at both ends," Anna Lind, head of the fund at Reef House, told the Post.'
    assert said(text)[0][0] == "Anna Lind"


@pytest.mark.parametrize(
    "text", ["The club built a new roof.", "His claim to the throne was weak.", "Adding salt helps."]
)
def test_no_speech(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The firm reportedly sold its shares.", ["reportedly"]),
        ("It was not immediately clear who won.", ["It was not immediately clear"]),
        ("The reported sale of the mill failed.", ["reported"]),
        ("The fire seemed to spread.", ["seemed to"]),
        ("The agency reported the sale.", []),
        ("Trains are supposed to run.", []),
    ],
)
def test_hedges(text: str, words: list[str]) -> None:
    found: list[Reading] = list(hedges.PLUGIN.read(read(text), DEFAULT))
    assert [text[start:end] for start, end in found[0].hedges] == words
