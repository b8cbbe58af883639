"""ClaimReview: drafts of schema.org's markup for what readers judged a conflict. The rating is left to the desk.

JSON-LD, an array with one draft for each side that stands in a pair judged a conflict; empty when there is none. A
draft stands by itself and can be pasted alone. Each holds what Google asks for ("Fact check (ClaimReview) structured
data"): `url`, `author`, `datePublished` and `reviewRating` of the review are there to be filled in, and empty.
`claimReviewed` is the source's own sentence, with what its references stand for in brackets. What a reader wrote as the
resolution is `reviewBody`, and its evidence `citation`; notes are for the desk alone and not in it. A speaker has no
`@type`: whether it is a Person or an Organization is not known. Nothing in it can close a `<script>` that it is pasted
into.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any, TextIO

from discrepancy.display.excerpt import LIMIT, pieces
from discrepancy.display.phrases import asked, short
from discrepancy.display.safe import one_line
from discrepancy.model import Article, Position, Side
from discrepancy.review import Resolution, Reviewed, Standing, Verdict
from discrepancy.writers import Writer
from discrepancy.writers._links import web_address

_CONTEXT = "https://schema.org"
_IN_HTML = str.maketrans({char: f"\\u{ord(char):04x}" for char in "<>&"})
"""Outside of strings JSON has none of these."""

Json = dict[str, Any]


def write(reviewed: Reviewed, stream: TextIO) -> None:
    """Write the drafts, in the order of the report."""
    drafts = [draft for standing in reviewed.standings for draft in _drafts(standing)]
    stream.write(json.dumps(drafts, indent=2, ensure_ascii=False).translate(_IN_HTML))
    stream.write("\n")


def _drafts(standing: Standing) -> Iterator[Json]:
    judged = {side for pair in standing.pairs if pair.verdict is Verdict.CONFLICT for side in pair.pair.sides}
    for index in sorted(judged):
        yield {
            "@context": _CONTEXT,
            "@type": "ClaimReview",
            "name": one_line(asked(standing.found)),
            "url": "",
            "datePublished": "",
            "author": {"@type": "Organization", "name": "", "url": ""},
            "claimReviewed": one_line(_claimed(standing.found.sides[index].positions[0])),
            "itemReviewed": _claim(standing.found.sides[index]),
            "reviewRating": {"@type": "Rating", "alternateName": ""},
            **_resolved(standing.resolution),
        }


def _claimed(position: Position) -> str:
    """The quote, with what each reference stands for behind it: "He [Ole Brandt] joined the line"."""
    statement, source = position.statement, position.statement.article.text
    if statement.end - statement.start > LIMIT:
        return "".join(piece.text for piece in pieces(position))
    told, at = "", statement.start
    for reference in sorted(position.resolved, key=lambda one: one.start):
        if at <= reference.start < reference.end <= statement.end:
            told += f"{source[at : reference.end]} [{short(reference.resolved, 100)}]"
            at = reference.end
    return told + source[at : statement.end]


def _claim(side: Side) -> Json:
    """The claim of a side: by whom it was first made, when, and where else it stands."""
    articles = list({one.statement.article.id: one.statement.article for one in side.positions}.values())
    dates = sorted(article.published for article in articles if article.published)
    return _known(
        {
            "@type": "Claim",
            "author": _author(side.positions[0]),
            "datePublished": dates[0] if dates else None,
            "appearance": [_work(article) for article in articles],
        }
    )


def _author(position: Position) -> Json | None:
    if position.speaker:
        return {"name": one_line(short(position.speaker))}
    return _organization(position.statement.article)


def _work(article: Article) -> Json:
    return _known(
        {
            "@type": "CreativeWork",
            "headline": one_line(short(article.title or PurePath(article.path).name)),
            "url": web_address(article.url),
            "datePublished": article.published,
            "publisher": _organization(article),
        }
    )


def _organization(article: Article) -> Json | None:
    return {"@type": "Organization", "name": one_line(short(article.publisher))} if article.publisher else None


def _resolved(resolution: Resolution | None) -> Json:
    if resolution is None:
        return {}
    evidence = one_line(resolution.evidence) if resolution.evidence else None
    return _known({"reviewBody": one_line(resolution.wording), "citation": evidence})


def _known(fields: Json) -> Json:
    """`fields` without those that nothing is known of."""
    return {name: value for name, value in fields.items() if value is not None}


PLUGIN = Writer(name="claimreview", suffix=".jsonld", write=write)
