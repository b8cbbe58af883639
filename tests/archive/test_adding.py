"""Taking sources in: what an archive holds in the end does not hang on how they came."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from discrepancy import archive, pipeline
from discrepancy.archive import adding
from discrepancy.engines import Engine
from discrepancy.engines.local import Local
from discrepancy.errors import ArchiveError
from discrepancy.events import grouping
from discrepancy.identity import pair_key
from discrepancy.model import Article, Discrepancy, Report
from discrepancy.nli import NoJudge
from discrepancy.settings import Settings
from discrepancy.stages import Models
from tests.archive.stock import (
    ENGINE,
    MODELS,
    NOW,
    SETTINGS,
    NoParser,
    add,
    articles,
    dump,
    events,
    problems,
    rows,
    separate,
    write,
)
from tests.builders import WordEmbedder, parser
from tests.events.stories import STORIES

LATER = "2024-06-11T08:00:00+00:00"
NAMES = [name for name in STORIES if not name.startswith("shooting")]


def stories(found: Sequence[Article]) -> list[str]:
    return sorted(one.id.rpartition("#")[2] for one in found)


def told(report: Report) -> list[tuple[object, ...]]:
    """What a report says, but for how its sources are called."""
    return sorted(map(disagreement, report.discrepancies), key=repr)


def disagreement(found: Discrepancy) -> tuple[object, ...]:
    sides = [
        (
            side.value,
            sorted((one.statement.article.title, one.statement.text, one.highlights) for one in side.positions),
        )
        for side in found.sides
    ]
    return found.kind, found.relation, found.severity, found.confidence, found.question, sides


def report(folder: Path, engine: Engine = ENGINE) -> Report:
    with archive.opened(folder) as kept:
        return archive.report(kept, engine)


def grouped(report: Report) -> list[list[str]]:
    known = {one.id: one for one in report.articles}
    return sorted(stories([known[name] for name in event.articles]) for event in report.events)


# ---- the same as a comparison of the files


def compared(paths: Sequence[Path], engine: Local, monkeypatch: pytest.MonkeyPatch) -> Report:
    monkeypatch.setattr(Models, "of", lambda *_: engine.models)
    # So small a folder is taken to be of one matter, and draws lone articles together, which an archive never does.
    monkeypatch.setattr(grouping, "lone_line", lambda _: 0.0)
    return pipeline.compare([str(path) for path in paths], SETTINGS)


def check_same(folder: Path, orders: Sequence[Sequence[Path]], engine: Local, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of `orders` is a way to add the same files: in one call, and one by one."""
    wanted = compared(orders[0], engine, monkeypatch)
    assert wanted.discrepancies
    for number, order in enumerate(orders):
        at_once, one_by_one = folder / f"at-once-{number}", folder / f"one-by-one-{number}"
        add(at_once, *order, engine=engine)
        for path in order:
            add(one_by_one, path, engine=engine)
        for made in (at_once, one_by_one):
            found = report(made, engine)
            assert grouped(found) == grouped(wanted)
            assert told(found) == told(wanted)
            assert sorted(one.text for one in found.single_source) == sorted(one.text for one in wanted.single_source)
            assert len(found.pairs) == len(wanted.pairs)
            assert len(found.statements) == len(wanted.statements)
            assert problems(made) == ()


@pytest.mark.parametrize("seed", range(3))
def test_in_whatever_order_they_come_the_report_is_that_of_the_files(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = separate(tmp_path, NAMES)
    check_same(tmp_path, [random.Random(seed).sample(files, len(files))], ENGINE, monkeypatch)


@pytest.mark.models
def test_with_the_real_parser_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = separate(tmp_path, ["quake-1", "fire-1", "quake-2", "fire-2"])
    check_same(
        tmp_path, [files, files[::-1]], Local(Models(parser(), WordEmbedder(), NoJudge()), SETTINGS), monkeypatch
    )


def test_a_batch_that_is_full_does_not_end_the_adding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = separate(tmp_path, NAMES)
    add(tmp_path / "whole", *files)
    monkeypatch.setattr(adding, "POOLED", 2)
    taken = add(tmp_path / "small", *files).taken
    assert len(taken.new) == len(files)
    assert told(report(tmp_path / "small")) == told(report(tmp_path / "whole"))


# ---- what is known already


def test_adding_twice_changes_nothing(tmp_path: Path) -> None:
    files = separate(tmp_path, NAMES[:6])
    add(tmp_path / "a", *files)
    before = dump(tmp_path / "a")
    again = add(tmp_path / "a", *files, now=LATER)
    taken = again.taken
    assert (taken.new, taken.changed, taken.known, taken.notes) == ((), (), 6, ())
    assert (again.compared, again.news.articles) == ([], ())
    assert dump(tmp_path / "a") == before


def test_an_edited_file_takes_the_place_of_its_older_version(tmp_path: Path) -> None:
    files = separate(tmp_path, ("quake-1", "quake-2", "fire-1"))
    add(tmp_path / "a", *files)
    files[1].write_text(files[1].read_text().replace("63", "71"))
    added = add(tmp_path / "a", *files, now=LATER)
    taken = added.taken
    assert (taken.new, taken.changed, taken.known) == ((), ("../quake-2.jsonl#quake-2",), 2)
    assert [stories(one.articles) for one in added.compared] == [["quake-1", "quake-2"]]
    assert [[side.value for side in one.sides] for one in report(tmp_path / "a").discrepancies] == [
        ["At least 40", "71"]
    ]
    assert rows(tmp_path / "a", "SELECT COUNT(*) FROM articles") == [(3,)]
    assert [row for row in everything(tmp_path / "a") if "63" in row] == []
    assert problems(tmp_path / "a") == ()


def everything(folder: Path) -> list[str]:
    return [repr(value) for table in dump(folder).values() for row in table for value in row if isinstance(value, str)]


def test_metadata_that_changed_in_sources_toml_alone_is_a_new_version(tmp_path: Path) -> None:
    files = separate(tmp_path, ("quake-1", "fire-1"))
    add(tmp_path / "a", *files)
    (tmp_path / "sources.toml").write_text('["quake-1.jsonl"]\npublisher = "The Wire"\nevent = "Sarvan"\n')
    taken = add(tmp_path / "a", *files, now=LATER).taken
    assert (taken.changed, taken.known) == (("../quake-1.jsonl#quake-1",), 1)
    assert rows(tmp_path / "a", "SELECT publisher, fixed FROM articles ORDER BY key") == [
        (None, None),
        ("The Wire", "Sarvan"),
    ]


def test_an_event_set_by_hand_joins_across_calls(tmp_path: Path) -> None:
    for name in ("quake-1", "fire-1", "merger-1"):
        add(tmp_path / "a", write(tmp_path / f"{name}.jsonl", name, event="Bad week"))
    assert len(events(tmp_path / "a")) == 1


def test_the_same_bytes_under_another_name_are_kept_once(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    for path in (first, second):
        path.write_text(STORIES["fire-1"][2])
    add(tmp_path / "kept", first)
    taken = add(tmp_path / "kept", second).taken
    assert (taken.new, taken.known) == ((), 1)
    assert taken.notes == ("../b.txt holds the same bytes as ../a.txt: kept once",)
    assert events(tmp_path / "kept") == [["../a.txt"]]


def test_a_source_that_moved_is_the_same_one(tmp_path: Path) -> None:
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(STORIES["fire-1"][2])
    (tmp_path / "sources.toml").write_text('["a.txt"]\nid = "wire"\n\n["b.txt"]\nid = "wire"\n')
    add(tmp_path / "kept", first)
    first.rename(second)
    taken = add(tmp_path / "kept", second).taken
    assert (taken.new, taken.changed) == ((), ("wire",))
    assert rows(tmp_path / "kept", "SELECT id, path FROM articles") == [("wire", "../b.txt")]


def test_files_of_one_name_in_two_folders_are_two_sources(tmp_path: Path) -> None:
    for name, story in (("one", "fire-1"), ("two", "quake-1")):
        (tmp_path / name).mkdir()
        write(tmp_path / name / "a.jsonl", story)
        add(tmp_path / "kept", tmp_path / name / "a.jsonl")
    assert events(tmp_path / "kept") == [["../one/a.jsonl#fire-1"], ["../two/a.jsonl#quake-1"]]


def test_a_path_is_shown_as_it_is_seen_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "papers").mkdir()
    add(tmp_path / "kept", write(tmp_path / "papers" / "a.jsonl", "fire-1"))
    for folder, path in (("", "papers/a.jsonl"), ("papers", "a.jsonl"), ("kept", "../papers/a.jsonl")):
        monkeypatch.chdir(tmp_path / folder)
        assert [one.path for one in report(tmp_path / "kept").articles] == [path]


def test_an_archive_that_is_reached_through_a_link_is_the_same_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "far" / "away").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "far" / "away", target_is_directory=True)
    source = write(tmp_path / "a.jsonl", "fire-1")
    add(tmp_path / "link" / "kept", source)
    assert add(tmp_path / "far" / "away" / "kept", source).taken.known == 1
    monkeypatch.chdir(tmp_path)
    for folder in (Path("link/kept"), Path("far/away/kept")):
        assert [one.path for one in report(folder).articles] == ["a.jsonl"]


def test_another_embedding_model_is_refused_and_nothing_is_lost(tmp_path: Path) -> None:
    files = separate(tmp_path, ("fire-1", "fire-2"))
    add(tmp_path / "a", files[0])
    before = dump(tmp_path / "a")
    other = WordEmbedder()
    other.identity = "phrases"
    with pytest.raises(ArchiveError, match="was made with the embedding model words, not phrases"):
        add(tmp_path / "a", files[1], engine=Local(Models(NoParser(), other, NoJudge()), SETTINGS))
    assert dump(tmp_path / "a") == before


# ---- what a reader was told of


def pairs(news: Report) -> list[str]:
    return sorted(
        pair_key(a, b)
        for found in news.discrepancies
        for pair in found.pairs
        for a in found.sides[pair.sides[0]].positions
        for b in found.sides[pair.sides[1]].positions
    )


def values(news: Report) -> list[list[str]]:
    return [[side.value for side in found.sides] for found in news.discrepancies]


def test_what_was_told_is_not_told_again(tmp_path: Path) -> None:
    files = separate(tmp_path, ("quake-1", "quake-2"))
    assert values(add(tmp_path / "a", *files).news) == [["At least 40", "63"]]
    (tmp_path / "sources.toml").write_text('["quake-1.jsonl"]\npublisher = "The Wire"\n')
    again = add(tmp_path / "a", *files)
    assert (len(again.compared), values(again.news)) == (1, [])
    assert report(tmp_path / "a").discrepancies, "it is known all the same"


def test_a_new_side_is_told(tmp_path: Path) -> None:
    files = separate(tmp_path, ("quake-1", "quake-2"))
    first = add(tmp_path / "a", *files).news
    third = write(tmp_path / "third.jsonl", "quake-2")
    third.write_text(third.read_text().replace("63", "77").replace('"quake-2"', '"quake-3"'))
    second = add(tmp_path / "a", third).news
    assert values(second) == [["At least 40", "63", "77"]]
    assert set(pairs(first)) < set(pairs(second))


def test_news_are_a_report_of_what_is_new_alone(tmp_path: Path) -> None:
    news = add(tmp_path / "a", *separate(tmp_path, NAMES)).news
    whole = report(tmp_path / "a")
    assert told(news) == told(whole)
    assert (news.single_source, news.corroborated) == ((), ())
    assert grouped(news) == [["quake-1", "quake-2"]]


# ---- comparing


def test_a_reader_with_other_settings_compares_without_writing(tmp_path: Path) -> None:
    add(tmp_path / "a", *separate(tmp_path, NAMES))
    before = dump(tmp_path / "a")
    other = Settings(nli_model="off", cache="off", align_cosine=0.9, align_cosine_party=0.9)
    assert len(report(tmp_path / "a", Local(MODELS, other)).pairs) < len(report(tmp_path / "a").pairs)
    assert dump(tmp_path / "a") == before


def test_a_reader_compares_what_is_not_compared_yet(tmp_path: Path) -> None:
    files = separate(tmp_path, ("quake-1", "quake-2"))
    with archive.opened(tmp_path / "a", create=True) as kept:
        archive.take_in(kept, articles(*files), ENGINE, NOW)
    assert len(report(tmp_path / "a").discrepancies) == 1
    assert rows(tmp_path / "a", "SELECT COUNT(*) FROM discrepancies") == [(0,)]
    with archive.opened(tmp_path / "a") as kept:
        assert archive.checked(kept).stale == 1


def test_events_that_did_not_change_are_not_compared_again(tmp_path: Path) -> None:
    add(tmp_path / "a", *separate(tmp_path, ("quake-1", "fire-1")))
    compared = add(tmp_path / "a", *separate(tmp_path, ("fire-2",))).compared
    assert [stories(one.articles) for one in compared] == [["fire-1", "fire-2"]]


def test_other_settings_compare_everything_anew_and_once(tmp_path: Path) -> None:
    add(tmp_path / "a", *separate(tmp_path, NAMES))
    with archive.opened(tmp_path / "a") as kept:
        other = Settings(nli_model="off", cache="off", copy_ratio=90)
        assert len(list(archive.bring_up_to_date(kept, Local(MODELS, other)))) == len(events(tmp_path / "a"))
        assert list(archive.bring_up_to_date(kept, Local(MODELS, other))) == []


def test_two_settings_that_compare_in_turn_come_to_an_end(tmp_path: Path) -> None:
    """Each time that one has kept an event, the other compares it with its own."""
    add(tmp_path / "a", *separate(tmp_path, ("quake-1", "fire-1")))
    other = Settings(nli_model="off", cache="off", copy_ratio=90)
    with archive.opened(tmp_path / "a") as kept, archive.opened(tmp_path / "a") as second:
        compared = 0
        for _ in archive.bring_up_to_date(kept, Local(MODELS, other)):
            compared += 1
            list(archive.bring_up_to_date(second, ENGINE))
    assert compared == 2


def test_an_event_that_changes_while_it_is_compared_is_compared_once_more(tmp_path: Path) -> None:
    first, second, third = separate(tmp_path, ("fire-1", "fire-2", "quake-1"))
    with archive.opened(tmp_path / "a", create=True) as kept:
        archive.take_in(kept, articles(first, third), ENGINE, NOW)

        class Slow(NoParser):
            """While it is at work, another process puts an article into the event."""

            done = False

            def parse(self, texts: Sequence[str]) -> list[tuple[()]]:  # type: ignore[override]
                if not self.done:
                    self.done = True
                    with archive.opened(tmp_path / "a") as other:
                        archive.take_in(other, articles(second), ENGINE, LATER)
                return [()] * len(texts)

        compared = list(archive.bring_up_to_date(kept, Local(replace(MODELS, parser=Slow()), SETTINGS)))
    assert sorted(stories(one.articles) for one in compared) == [["fire-1", "fire-2"], ["quake-1"]]
    assert problems(tmp_path / "a") == ()


def test_a_source_that_goes_while_it_is_compared_is_compared_no_more(tmp_path: Path) -> None:
    files = separate(tmp_path, ("fire-1", "quake-1"))
    with archive.opened(tmp_path / "a", create=True) as kept:
        archive.take_in(kept, articles(*files), ENGINE, NOW)
        found = archive.bring_up_to_date(kept, ENGINE)
        compared = [next(found)]
        with archive.opened(tmp_path / "a") as other:
            other.remove("../quake-1.jsonl#quake-1")
        compared += found
    assert [stories(one.articles) for one in compared] == [["fire-1"]]


def test_a_comparison_that_cannot_be_read_is_made_again(tmp_path: Path) -> None:
    add(tmp_path / "a", *separate(tmp_path, ("quake-1", "quake-2")))
    wanted = told(report(tmp_path / "a"))
    with archive.opened(tmp_path / "a") as kept:
        kept.connection.execute("UPDATE comparisons SET body = x'789c'")
    assert told(report(tmp_path / "a")) == wanted


def test_statements_that_an_article_has_no_longer_are_gone(tmp_path: Path) -> None:
    """Beside the others of its event all its lines may turn out to be another's."""
    add(tmp_path / "a", *separate(tmp_path, ("quake-1",)))
    with archive.opened(tmp_path / "a") as kept:
        ((number, _),) = kept.stale("other").items()
        event = kept.event(number)
        assert event is not None
        comparison, why = kept.comparison(event) or pytest.fail("nothing was kept")
        assert kept.keep(event, why, replace(comparison, readings=()), "other")
    assert rows(tmp_path / "a", "SELECT COUNT(*) FROM statements") == [(0,)]


# ---- which events are meant


def test_an_event_is_named_by_its_number_its_name_or_an_article(tmp_path: Path) -> None:
    add(tmp_path / "a", write(tmp_path / "a.jsonl", "fire-1"), write(tmp_path / "b.jsonl", "quake-1", event="Bad week"))
    with archive.opened(tmp_path / "a") as kept:
        both = {number: archive.chosen(kept, [str(number)])[0] for number in kept.events()}
        one, two = sorted(both)
        assert [kept.event_of(name) for name in ("../a.jsonl#fire-1", "../b.jsonl#quake-1", "Bad week")] == [
            one,
            two,
            two,
        ]
        assert [
            kept.event_of(name) for name in (f"{one}st", f"{one}-fire.txt", f" {one}", "", "x", "9" * 30, "\udce9")
        ] == [None] * 7
        assert [event.key for event in archive.chosen(kept, [str(two), "Bad week", str(one)])] == [one, two]
        with pytest.raises(ArchiveError, match="has no event nowhere: 'discrepancy events --archive"):
            archive.chosen(kept, ["nowhere"])


def test_since_a_moment_are_the_events_with_something_new(tmp_path: Path) -> None:
    add(tmp_path / "a", *separate(tmp_path, ("fire-1", "quake-1")))
    add(tmp_path / "a", *separate(tmp_path, ("fire-2",)), now=LATER)
    with archive.opened(tmp_path / "a") as kept:
        assert [stories(event.articles) for event in archive.chosen(kept, since=LATER)] == [["fire-1", "fire-2"]]
        assert len(archive.chosen(kept, since=NOW)) == 2
        assert archive.chosen(kept, since="2024-06-12T00:00:00+00:00") == []
