"""A fixed report for tests: several kinds and relations, two and three sides, an inner error, a source without a date,
a source with pages, a copy of a wire text. Nothing in it comes from a real article."""

from __future__ import annotations

from hashlib import sha256

from discrepancy.model import (
    Article,
    Certainty,
    Claim,
    Corroboration,
    Discrepancy,
    Kind,
    Line,
    LineKind,
    Position,
    Reference,
    Relation,
    Report,
    Severity,
    Side,
    SidePair,
    Signal,
    Span,
    Statement,
    Tool,
    Unread,
)


def article(ident: str, text: str, **known: object) -> Article:
    values: dict[str, object] = {
        "path": f"{ident}.txt",
        "sha256": sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        "language": "en",
    }
    values |= known
    return Article(id=ident, text=text, **values)  # type: ignore[arg-type]


def statement(source: Article, words: str, **known: object) -> Statement:
    """The statement of `source` that reads `words`."""
    start = source.text.index(words)
    return Statement(source, start, start + len(words), **known)  # type: ignore[arg-type]


def span(where: Statement, words: str) -> Span:
    start = where.article.text.index(words, where.start, where.end)
    return (start, start + len(words))


def position(where: Statement, words: str, value: str | None = None, **known: object) -> Position:
    """What `where` says, with `words` of it highlighted."""
    return Position(where, value or words, (span(where, words),), **known)  # type: ignore[arg-type]


def tool(**settings: object) -> Tool:
    return Tool("0.1.0", "all-MiniLM-L6-v2", None, "ewt-small", "float32", settings)


HERALD = article(
    "herald",
    "Ferry sinks off Norrhamn\n\nAt least 12 people died when the ferry Aurora sank on Tuesday, May 7, 2024. "
    "The ferry left at dawn.\n\nIts captain, Ole Brandt, joined the line in June.\n",
    title="Ferry sinks off Norrhamn",
    publisher="The Norrhamn Herald",
    published="2024-05-07",
)
WIRE = article(
    "wire",
    "Nine people died in the sinking of the Aurora, the coast guard said. He joined the line in February 2021.\n",
    title="Nine dead in sinking",
    publisher="Coast Wire",
    published="2024-05-07T18:20:00+02:00",
    url="https://wire.example/aurora",
)
INQUIRY = article(
    "inquiry",
    "Annex\n\fThe inquiry counted 15 dead. All on board were tourists.\n",
    path="papers/inquiry.pdf",
    title=None,
    pages=(0, 6),
    located=False,
)

DEATHS = (
    position(
        statement(HERALD, "At least 12 people died when the ferry Aurora sank on Tuesday, May 7, 2024."), "At least 12"
    ),
    position(
        statement(WIRE, "Nine people died in the sinking of the Aurora, the coast guard said."),
        "Nine",
        normalized="9",
        speaker="the coast guard",
        certainty=Certainty.ATTRIBUTED,
    ),
    position(statement(INQUIRY, "The inquiry counted 15 dead."), "15", normalized="15"),
)


def _joined() -> Discrepancy:
    captain = statement(HERALD, "Its captain, Ole Brandt, joined the line in June.", paragraph=2)
    he = statement(WIRE, "He joined the line in February 2021.")
    nine = statement(WIRE, "Nine people died")
    reference = Reference(*span(he, "He"), "Ole Brandt", (nine.start, nine.start + 4))
    claim = Claim(he, "Ole Brandt joined the line in February 2021.", "join", span(he, "joined"))
    return Discrepancy(
        "d2",
        "f2" * 8,
        Kind.DATE,
        Relation.CONFLICT,
        Severity.MEDIUM,
        0.7349,
        None,
        "Ole Brandt joined the line in June or in February 2021",
        (
            Side("June", "2023-06", (position(captain, "June"),)),
            Side(
                "February 2021",
                "2021-02",
                (position(he, "February 2021", claim=claim, resolved=(reference,)),),
            ),
        ),
        (SidePair((0, 1), Relation.CONFLICT, ("dates",), (Signal("similarity", 0.8349),), ("k2",)),),
    )


def _weekday() -> Discrepancy:
    """An inner error: both sides hold the same statement."""
    sank = DEATHS[0].statement
    return Discrepancy(
        "d3",
        "f3" * 8,
        Kind.DATE,
        Relation.VARIANT,
        Severity.LOW,
        0.5,
        "Which day was May 7, 2024?",
        "The weekday does not fit the date",
        (
            Side("Tuesday", None, (position(sank, "Tuesday"),)),
            Side("May 7, 2024", "2024-05-07", (position(sank, "May 7, 2024"),)),
        ),
        (SidePair((0, 1), Relation.VARIANT, ("weekdays",), (), ("k3",)),),
    )


def _deaths() -> Discrepancy:
    low, nine, dead = DEATHS
    return Discrepancy(
        "d1",
        "f1" * 8,
        Kind.QUANTITY,
        Relation.CONFLICT,
        Severity.HIGH,
        0.912,
        "How many people died?",
        "At least 12, nine or 15 people died",
        (Side("at least 12", ">=12", (low,)), Side("nine", "9", (nine,)), Side("15", "15", (dead,))),
        (
            SidePair((0, 1), Relation.CONFLICT, ("quantities",), (Signal("same event", True),), ("k11",)),
            SidePair((1, 2), Relation.UPDATE, ("quantities",), (Signal("later", "inquiry"),), ("k12",)),
        ),
    )


def report() -> Report:
    statements = (
        statement(HERALD, "Ferry sinks off Norrhamn", kind=LineKind.HEADING),
        DEATHS[0].statement,
        statement(HERALD, "The ferry left at dawn.", index=2),
        statement(HERALD, "Its captain, Ole Brandt, joined the line in June.", index=3, paragraph=2),
        DEATHS[1].statement,
        statement(WIRE, "He joined the line in February 2021.", index=1),
        DEATHS[2].statement,
        statement(INQUIRY, "All on board were tourists.", index=1),
    )
    return Report(
        tool=tool(model=None, aliases={"Nordhavn": "Norrhamn"}),
        articles=(HERALD, INQUIRY, WIRE),
        lines={
            "herald": (Line(0, 24, LineKind.HEADING, "first line"), Line(26, 131, LineKind.BODY, "full sentences")),
            "inquiry": (Line(6, 62, LineKind.BODY, "full sentences"),),
            "wire": (Line(0, 105, LineKind.BODY, "full sentences"),),
        },
        statements=statements,
        unread=(Unread("notes.bin", "it is not text"),),
        discrepancies=(_deaths(), _joined(), _weekday()),
        corroborated=(Corroboration("Which ferry sank?", "the Aurora", (statements[1], statements[4]), 2),),
        single_source=(statements[2], statements[7]),
        voices={DEATHS[1].statement.key: "w1"},
    )
