from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

import hostile
import reports
import reviews
from discrepancy import review
from discrepancy.review import Verdict
from discrepancy.writers.claimreview import write

CONFLICT = Verdict.CONFLICT


def written(found: review.Reviewed) -> str:
    stream = io.StringIO()
    write(found, stream)
    return stream.getvalue()


def drafts(report: reviews.Report, folder: Path, *entries: review.Entry) -> list[dict[str, Any]]:
    return list(json.loads(written(review.reviewed(report, reviews.log(folder, *entries)))))


def judged(number: int, folder: Path, **said: Any) -> review.Entry:
    return review.entry(reports.report().discrepancies[number], folder, reviews.STAMP, **{"verdict": CONFLICT} | said)


def test_nothing_judged_is_an_empty_document() -> None:
    assert json.loads(written(review.unreviewed(reports.report()))) == []


@pytest.mark.parametrize("verdict", [one for one in Verdict if one is not CONFLICT])
def test_other_verdicts_make_no_draft(verdict: Verdict, tmp_path: Path) -> None:
    assert drafts(reports.report(), tmp_path, judged(0, tmp_path, verdict=verdict)) == []


def test_a_draft_for_each_side_with_all_that_is_known(tmp_path: Path) -> None:
    june, february = drafts(reports.report(), tmp_path, judged(1, tmp_path, note="call them"))
    assert june["claimReviewed"] == "Its captain, Ole Brandt, joined the line in June."
    assert february == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "name": "Ole Brandt joined the line in June or in February 2021",
        "url": "",
        "datePublished": "",
        "author": {"@type": "Organization", "name": "", "url": ""},
        "claimReviewed": "He [Ole Brandt] joined the line in February 2021.",
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Organization", "name": "Coast Wire"},
            "datePublished": "2024-05-07T18:20:00+02:00",
            "appearance": [
                {
                    "@type": "CreativeWork",
                    "headline": "Nine dead in sinking",
                    "url": "https://wire.example/aurora",
                    "datePublished": "2024-05-07T18:20:00+02:00",
                    "publisher": {"@type": "Organization", "name": "Coast Wire"},
                }
            ],
        },
        "reviewRating": {"@type": "Rating", "alternateName": ""},
    }


def test_only_sides_of_a_pair_that_was_judged_a_conflict(tmp_path: Path) -> None:
    (pair, _) = reports.report().discrepancies[0].pairs
    made = drafts(reports.report(), tmp_path, judged(0, tmp_path, pairs=[pair]))
    assert [draft["claimReviewed"][:5] for draft in made] == ["At le", "Nine "]


def test_a_later_verdict_on_another_pair_takes_no_draft_away(tmp_path: Path) -> None:
    first, second = reports.report().discrepancies[0].pairs
    entries = [judged(0, tmp_path, pairs=[first]), judged(0, tmp_path, pairs=[second], verdict=Verdict.NOT_CONFLICT)]
    assert len(drafts(reports.report(), tmp_path, *entries)) == 2


def test_a_speaker_is_the_author_of_the_claim_and_has_no_type(tmp_path: Path) -> None:
    nine = drafts(reports.report(), tmp_path, judged(0, tmp_path))[1]
    assert nine["itemReviewed"]["author"] == {"name": "the coast guard"}


def test_a_source_of_which_little_is_known_is_named_by_its_file(tmp_path: Path) -> None:
    counted = drafts(reports.report(), tmp_path, judged(0, tmp_path))[2]
    assert counted["itemReviewed"] == {
        "@type": "Claim",
        "appearance": [{"@type": "CreativeWork", "headline": "inquiry.pdf"}],
    }


def test_a_claim_of_several_sources_has_the_earliest_date(tmp_path: Path) -> None:
    report = reviews.report([[reviews.HERALD], [reviews.WIRE, reviews.ALSO_NINE]])
    dates = {"wire.txt": "2024-05-08", "evening.txt": "2024-05-07T20:00:00Z"}
    dated = {one.id: replace(one, published=dates.get(one.id)) for one in report.articles}
    (found,) = report.discrepancies
    sides = tuple(
        replace(side, positions=tuple(_dated(position, dated) for position in side.positions)) for side in found.sides
    )
    changed = replace(report, articles=tuple(dated.values()), discrepancies=(replace(found, sides=sides),))
    claim = drafts(changed, tmp_path, reviews.judged(report, tmp_path))[1]["itemReviewed"]
    assert claim["datePublished"] == "2024-05-07T20:00:00Z"
    assert [work["headline"] for work in claim["appearance"]] == ["wire.txt", "evening.txt"]


def _dated(position: reviews.Position, articles: dict[str, reviews.Article]) -> reviews.Position:
    own = articles[position.statement.article.id]
    return replace(position, statement=replace(position.statement, article=own))


def test_a_resolution_is_the_body_and_its_evidence_is_cited(tmp_path: Path) -> None:
    said = review.Resolution("He joined in June 2023.", "https://registry.example/brandt")
    for draft in drafts(reports.report(), tmp_path, judged(1, tmp_path, resolution=said)):
        assert (draft["reviewBody"], draft["citation"]) == (said.wording, said.evidence)


def test_nothing_closes_the_script_that_it_stands_in(tmp_path: Path) -> None:
    report = hostile.report()
    entries = [review.entry(one, tmp_path, reviews.STAMP, verdict=CONFLICT) for one in report.discrepancies]
    text = written(review.reviewed(report, reviews.log(tmp_path, *entries)))
    assert not set("<>&\u2028\u2029") & set(text)
    read = json.loads(text)
    assert len(read) == 2 * len(hostile.TEXTS)
    assert {draft["reviewRating"]["alternateName"] for draft in read} == {""}
    assert any(draft["claimReviewed"].startswith("<script>alert(1)</script>") for draft in read)


@pytest.mark.parametrize("url", ["javascript:alert(1)", "file:///etc/passwd", "https://a@evil.example/", "https://a b"])
def test_only_addresses_of_the_web_are_given(url: str, tmp_path: Path) -> None:
    report = reviews.report([[reviews.HERALD], [reviews.WIRE]])
    (found,) = report.discrepancies
    articles = {one.id: replace(one, url=url) for one in report.articles}
    sides = tuple(
        replace(side, positions=tuple(_dated(one, articles) for one in side.positions)) for side in found.sides
    )
    changed = replace(report, articles=tuple(articles.values()), discrepancies=(replace(found, sides=sides),))
    for draft in drafts(changed, tmp_path, reviews.judged(report, tmp_path)):
        assert "url" not in draft["itemReviewed"]["appearance"][0]
