"""Claims read off fixed parses: what must be read, and what must not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from discrepancy.claims import claims_of
from discrepancy.model import Article, Certainty, Claim, DateMention, Modality, Reading, Reference, Speech, Statement
from tests.claims.parsed import readings

READ = {
    "coordinated clauses": (
        "The federation wants to move the final to Lyon, but the city has not agreed.",
        ("The federation wants to move the final to Lyon.", "The city has not agreed."),
    ),
    "a passive with its agent is turned round, and a shared subject is": (
        "Keita scored twice and was replaced by Duarte in the second half.",
        ("Keita scored twice.", "Duarte replaced Keita in the second half."),
    ),
    "a participle in front": (
        "Founded in 1987 by two brothers, the brewery employs 310 people.",
        ("Two brothers founded the brewery in 1987.", "The brewery employs 310 people."),
    ),
    "a participle set off": (
        "The samples, collected near the volcano in 2004, contained no traces of arsenic.",
        ("The samples were collected near the volcano in 2004.", "The samples contained no traces of arsenic."),
    ),
    "a relative clause": (
        "Dr Anna Beck, who led the expedition, was not injured.",
        ("Dr Anna Beck led the expedition.", "Dr Anna Beck was not injured."),
    ),
    "an owner in a relative clause": (
        "The institute, whose budget was cut last year, tried to sell its oldest laboratory.",
        ("The institute's budget was cut last year.", "The institute tried to sell its oldest laboratory."),
    ),
    "a thwarted attempt": (
        "Police thwarted a smuggler's attempt to cross the border.",
        ("Police thwarted a smuggler's attempt to cross the border.", "A smuggler attempted to cross the border."),
    ),
    "who says so stays out": (
        "None of the employees were dismissed, the company said on Tuesday.",
        ("None of the employees were dismissed.",),
    ),
    "an age": ("Ana Ruiz, 34, is a judge.", ("Ana Ruiz is 34.", "Ana Ruiz is a judge.")),
    "a list behind including": (
        "Several clubs, including Ajax, Porto and Celtic left the league.",
        ("Several clubs left the league.",),
    ),
    "two clauses in time": ("Two nurses died when the roof collapsed.", ("Two nurses died.", "The roof collapsed.")),
}

WHOLE = ("Is the bridge safe?", "Ready to run?", "What did the minister know?")


def read(sentence: str) -> tuple[Claim, ...]:
    return claims_of(readings([sentence])[0])


@pytest.mark.parametrize(("sentence", "claims"), READ.values(), ids=READ.keys())
def test_reads(sentence: str, claims: tuple[str, ...]) -> None:
    assert tuple(claim.text for claim in read(sentence)) == claims


@pytest.mark.parametrize("sentence", WHOLE)
def test_leaves_whole(sentence: str) -> None:
    (claim,) = read(sentence)
    assert claim.whole
    assert claim.text == sentence


@pytest.mark.parametrize(
    ("sentence", "predicate", "modality", "negated"),
    [
        (
            "The federation wants to move the final to Lyon, but the city has not agreed.",
            "move",
            Modality.INTENT,
            False,
        ),
        ("The airline failed to pay its suppliers for six months.", "pay", Modality.PREVENTED, False),
        ("The vaccine may protect children against malaria.", "protect", Modality.POSSIBLE, False),
        ("If the dam breaks, three villages could be destroyed.", "destroy", Modality.POSSIBLE, False),
        ("Police thwarted a smuggler's attempt to cross the border.", "cross", Modality.PREVENTED, False),
        ("There were no casualties among the staff, the hospital said.", "be", Modality.FACT, True),
        ("The court was told that the driver had not slept for 30 hours.", "sleep", Modality.FACT, True),
        ("The probe appears to have landed in a crater.", "land", Modality.FACT, False),
        ("The bridge was swept away by the flood.", "sweep away", Modality.FACT, False),
    ],
)
def test_footing(sentence: str, predicate: str, modality: Modality, negated: bool) -> None:
    claim = next(c for c in read(sentence) if c.predicate == predicate)
    assert (claim.modality, claim.negated) == (modality, negated)


@pytest.mark.parametrize(
    ("sentence", "head", "quantifier"),
    [
        ("All of the patients were volunteers, and none had taken the drug before.", "patient", "all"),
        ("None of the employees were dismissed, the company said on Tuesday.", "employee", "none"),
        ("Most of the whales were found dead on a beach in Tasmania.", "whale", "most"),
        ("Several clubs, including Ajax, Porto and Celtic left the league.", "club", "some"),
        ("Two nurses died when the roof collapsed.", "nurse", None),
    ],
)
def test_subject(sentence: str, head: str, quantifier: str | None) -> None:
    subject = read(sentence)[0].subject
    assert subject is not None
    assert (subject.head, subject.quantifier) == (head, quantifier)


def test_certainty_and_speaker() -> None:
    (claim,) = read("Officials said that the mill was closed.")
    assert (claim.certainty, claim.speaker, claim.stance) == (Certainty.ATTRIBUTED, "Officials", "says")
    assert read("The probe appears to have landed in a crater.")[0].certainty is Certainty.HEDGED
    assert read("It was not clear how many people were missing.")[0].certainty is Certainty.UNCLEAR
    assert read("The court was told that the driver had not slept for 30 hours.")[0].speaker is None


def test_speech_found_before_is_taken() -> None:
    reading = readings(["There were no casualties among the staff, the hospital said."])[0]
    speech = Speech(0, 40, "the hospital", (42, 54), "say", "claims")
    claim = claims_of(replace(reading, speech=(speech,)))[0]
    assert (claim.speaker, claim.stance) == ("the hospital", "claims")


def test_spans_are_the_sources_words() -> None:
    reading = readings(["Keita scored twice and was replaced by Duarte in the second half."])[0]
    text = reading.statement.article.text
    for claim in claims_of(reading):
        assert all(text[start:end].strip() for start, end in claim.spans)
        assert text[slice(*claim.predicate_span)] in ("scored", "replaced")


def test_dates_take_their_year_and_references_their_name() -> None:
    reading = readings(
        ["Ines Moreau met Paul Grier in Lyon.", "She found no errors.", "The striker, 24, left the club in June."]
    )[2]
    start = reading.statement.start
    at = start + reading.statement.text.index("June")
    when = DateMention(at, at + 4, "June", "2019-06", date(2019, 6, 1), date(2019, 6, 30))
    who = Reference(start, start + len("The striker"), "Ines Moreau", (0, 11))
    claim = next(c for c in claims_of(replace(reading, dates=(when,), references=(who,))) if c.predicate == "leave")
    assert claim.text == "Ines Moreau left the club in June 2019."
    assert claim.dates == (when,)
    assert claim.resolved == (who,)
    assert claim.names == ("Ines Moreau",)


def test_members_are_of_their_group_and_a_category_is_a_claim() -> None:
    reading = readings(["These former nurses live in Braga."])[0]
    who = Reference(0, len("These former nurses"), "the members of the Lakeside Choir", (0, 5))
    lives, are = claims_of(replace(reading, references=(who,)))
    assert lives.text == "The members of the Lakeside Choir live in Braga."
    assert are.text == "The members of the Lakeside Choir are former nurses."
    for claim in (lives, are):
        assert claim.subject is not None
        assert (claim.subject.group, claim.subject.head) == ("Lakeside Choir", "member")


def test_no_parse_gives_the_statement() -> None:
    statement = Statement(Article("a", "a", "", "Nothing was parsed."), 0, 19)
    (claim,) = claims_of(Reading(statement))
    assert claim.whole
