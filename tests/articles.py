"""The fixed report of `reports`, as the article screen needs it: with aligned claims, what was left out of an article,
and a statement that stands in two discrepancies."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

import reports
from discrepancy.model import Claim, Line, LineKind, Pair, Report, Statement
from reports import HERALD, INQUIRY, WIRE, statement

PORTAL = reports.article(
    "portal",
    "Skip to content\n\nThe harbour\n\nThe port was closed. The ferry had left at first light.\n"
    "The port on Monday. (Photo: L. Berg)\nRead also: Storm over the coast\n\n• \n",
    publisher="Portal",
    title="The harbour",
)


def _line(words: str, kind: LineKind) -> Line:
    start = PORTAL.text.index(words)
    return Line(start, start + len(words), kind, "a reason")


def _pair(a: Statement, b: Statement, similarity: float) -> Pair:
    return Pair(Claim(a, a.text, "be", (a.start, a.end)), Claim(b, b.text, "be", (b.start, b.end)), similarity)


LINES = (
    _line("Skip to content", LineKind.BOILERPLATE),
    _line("The harbour", LineKind.HEADING),
    _line("The port was closed. The ferry had left at first light.", LineKind.BODY),
    _line("The port on Monday. (Photo: L. Berg)", LineKind.CAPTION),
    _line("Read also: Storm over the coast", LineKind.TEASER),
    _line("•", LineKind.BODY),
)
HARBOUR = statement(PORTAL, "The harbour", kind=LineKind.HEADING)
CLOSED = statement(PORTAL, "The port was closed.", index=1, paragraph=1)
LIGHT = statement(PORTAL, "The ferry had left at first light.", index=2, paragraph=1)
MONDAY = statement(PORTAL, "The port on Monday.", kind=LineKind.CAPTION, index=3, paragraph=2)

HEADING = statement(HERALD, "Ferry sinks off Norrhamn", kind=LineKind.HEADING)
SANK = reports.DEATHS[0].statement
DAWN = statement(HERALD, "The ferry left at dawn.", index=2)
CAPTAIN = statement(HERALD, "Its captain, Ole Brandt, joined the line in June.", index=3, paragraph=2)
NINE = reports.DEATHS[1].statement
HE = statement(WIRE, "He joined the line in February 2021.", index=1)
FIFTEEN = reports.DEATHS[2].statement
TOURISTS = statement(INQUIRY, "All on board were tourists.", index=1)


def report() -> Report:
    base = reports.report()
    return replace(
        base,
        tool=reports.tool(align_cosine=0.45),
        articles=(*base.articles, PORTAL),
        statements=(*base.statements, HARBOUR, CLOSED, LIGHT, MONDAY),
        lines=MappingProxyType({**base.lines, "portal": LINES}),
        single_source=(TOURISTS, CLOSED),
        pairs=(
            _pair(LIGHT, DAWN, 0.9),
            _pair(HARBOUR, DAWN, 0.8),
            _pair(SANK, HE, 0.7),
            _pair(SANK, DAWN, 0.6),
            _pair(MONDAY, HEADING, 0.3),
        ),
    )
