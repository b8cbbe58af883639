"""A report whose every field tries to do harm: steer the terminal, be read as markup, run as a formula, hide or turn
round its words, close what it stands in, or be far too long."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from discrepancy import review
from discrepancy.model import (
    Article,
    Claim,
    Corroboration,
    Discrepancy,
    Kind,
    Position,
    Reference,
    Relation,
    Report,
    Severity,
    Side,
    SidePair,
    Signal,
    Statement,
    Unread,
)
from discrepancy.review.earlier import Answer, Found
from reports import article, tool
from reviews import STAMP

TEXTS = (
    "\x1b[2J\x1b]0;owned\x07\x1b[31mred\x1b[0m \x9b31m and a bell \x07 came up",
    "[bold red]markup[/bold red] [/] [link=https://evil.example]here[/link] :skull: [/nothing]",
    "**bold** _it_ `code` ```fence``` ~~gone~~ | cell | # head ![x](y) [a](javascript:alert(1)) \\* &lt; $x$ <!-- -->",
    "<script>alert(1)</script></td></table></blockquote><img src=x onerror=alert(1)> ]]> </style>",
    "=cmd|'/C calc'!A0 and \"=1+1\", +1, -1, @SUM(A1)",
    '=HYPERLINK("https://evil.example","ok")',
    "+1-555-0100 called",
    "-2+3 were there",
    "@SUM(1+1) spoke",
    "\t=1+1 after a tab",
    "a NUL \x00 here and a backspace \b\b\b, a DEL \x7f",
    "paid \u202e000,01\u202c to \u2066him\u2069 \u200e\u200f\u061c, zero\u200bwidth\u2060joined\ufeff",
    "a lone \ud83d surrogate and \udc00 another",
    "line one\r\nline two\rover\u2028three\u2029four\x0bfive\x0csix\x85seven",
    "- a list\n# a heading\n> a quote\n1. one\n===\n---\n| a | b |\n|---|---|\n    code",
    "US$5**(not) here**$6 million\\",
    "x" * 1_000_000,
    "a [bold]very[/bold] long \x1b[5m" + "word " * 20_000,
)


def report(texts: tuple[str, ...] = TEXTS) -> Report:
    """One source and one discrepancy for each of `texts`, which stands in each field that holds text."""
    sources = tuple(
        replace(
            article(f"s{index}", text),
            path=f"{text[:200]}.txt",
            title=text,
            publisher=text[:200],
            published="2024-05-07",
            url=text[:200],
        )
        for index, text in enumerate(texts)
    )
    statements = tuple(Statement(source, 0, len(source.text)) for source in sources)
    found = tuple(_discrepancy(index, one) for index, one in enumerate(statements))
    return Report(
        tool=tool(aliases={texts[0]: texts[0]}),
        articles=sources,
        lines=MappingProxyType({}),
        statements=statements,
        unread=tuple(Unread(text[:200], text) for text in texts),
        discrepancies=found,
        corroborated=tuple(Corroboration(text, text, statements[:2], 2) for text in texts),
        single_source=statements,
        voices=MappingProxyType({one.key: one.text[:200] for one in statements}),
    )


def reviewed(texts: tuple[str, ...] = TEXTS) -> review.Reviewed:
    """The same report, of which a reader said each of `texts`, after an edit, since an earlier report."""
    found = report(texts)
    standings = tuple(map(_standing, found.discrepancies, texts))
    changed = {
        standing.found.fingerprint: review.Changed(sides=(1,), edits=standing.edits, joined=standing.joined)
        for standing in standings
    }
    gone = tuple(map(_gone, texts, found.articles))
    changes = review.Changes(texts[0], changed, gone, found.articles, found.articles, found.articles)
    return review.Reviewed(found, standings, changes=changes)


def _standing(found: Discrepancy, text: str) -> review.Standing:
    whole = found.sides[0].positions[0]
    told = review.entry(
        found,
        Path(),
        replace(STAMP, reviewer=text),
        verdict=review.Verdict.CONFLICT,
        note=text,
        resolution=review.Resolution(text, text),
    )
    edit = review.Edit(review.Quote(text, text), whole)
    return review.Standing(found, (review.PairStanding(found.pairs[0], told, (edit,)),), (told,), (whole,))


def _gone(text: str, source: Article) -> review.Gone:
    lost = Found(text, Kind.DATE, Severity.LOW, text, text, (Answer(text, ()), Answer(text, ())), ())
    return review.Gone(lost, (source,), (source,))


def _discrepancy(index: int, where: Statement) -> Discrepancy:
    text, end = where.text, where.end
    claim = Claim(where, text, "be", (0, 1))
    reference = Reference(0, min(2, end), text[:200], (0, min(4, end)))
    whole = Position(where, text, ((0, end),), text, claim, text[:200], resolved=(reference,))
    part = Position(where, text, ((1, end // 3), (end // 2, end)), None, claim, text[:200])
    return Discrepancy(
        id=f"d{index}",
        fingerprint=f"f{index}",
        kind=Kind.WORDING,
        relation=Relation.CONFLICT,
        severity=Severity.HIGH,
        confidence=0.5,
        question=text,
        summary=text,
        sides=(Side(text, text, (whole,)), Side(text[:300], None, (part,))),
        pairs=(SidePair((0, 1), Relation.CONFLICT, (text[:200],), (Signal(text[:200], text),)),),
    )
