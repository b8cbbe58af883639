from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from discrepancy.loaders import load
from discrepancy.model import Article
from discrepancy.settings import DEFAULT
from discrepancy.verification import Library, Source

STORY = (
    "The harbour bridge was closed on Friday after an inspector found cracks in two of its pillars, the city said.\n"
)
OTHER = "The harbour bridge was opened on Monday after repairs that took six weeks, and cost two million euros.\n"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("news").mkdir()


def put(name: str, text: str) -> Source:
    """A file in the working folder, as a report would name it."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return Source(path.name, path.as_posix(), sha256(text.encode()).hexdigest())


def records(name: str, **texts: str) -> list[Source]:
    lines = (json.dumps({"id": key, "text": text}) for key, text in texts.items())
    put(name, "".join(f"{line}\n" for line in lines))
    return [Source(one.id, one.path, one.sha256) for one in load([name]).articles]


def find(source: Source, folder: Path | None = None) -> Article | str:
    return Library(DEFAULT, folder).find(source)


def text(found: Article | str) -> str:
    assert isinstance(found, Article), found
    return found.text


def test_a_source_is_found_where_the_report_says() -> None:
    assert text(find(put("news/bridge.txt", STORY))) == STORY


def test_a_changed_source_is_given_as_it_is_now() -> None:
    source = put("news/bridge.txt", STORY)
    put("news/bridge.txt", OTHER)
    assert text(find(source)) == OTHER


@pytest.mark.parametrize("folder", ["elsewhere", "elsewhere/news"])
def test_a_folder_takes_the_place_of_the_working_folder_or_of_the_sources(folder: str) -> None:
    source = put("news/bridge.txt", STORY)
    Path("elsewhere").mkdir()
    Path("news").rename("elsewhere/news")
    assert isinstance(find(source), str)
    assert text(find(source, Path(folder))) == STORY


def test_a_renamed_file_is_known_by_its_bytes() -> None:
    source = put("news/bridge.txt", STORY)
    Path("news/bridge.txt").rename("news/2024-05-17.txt")
    put("news/another.txt", OTHER)
    assert text(find(source)) == STORY


def test_the_same_bytes_under_another_name_go_before_another_text_under_the_same() -> None:
    source = put("news/bridge.txt", STORY)
    Path("news/bridge.txt").rename("news/first.txt")
    put("news/bridge.txt", OTHER)
    assert text(find(source)) == STORY


def test_a_source_that_is_not_there_says_so() -> None:
    source = put("news/bridge.txt", STORY)
    Path("news/bridge.txt").unlink()
    assert find(source) == "is not there any more: check the path, or name its folder with --sources"
    Path("news").rmdir()
    assert isinstance(find(source), str)


def test_a_source_that_cannot_be_read_says_why() -> None:
    source = put("news/bridge.txt", STORY)
    Path("news/bridge.txt").write_bytes(b"\x7fELF" + bytes(100))
    assert str(find(source)).startswith("is a program, not text")


def test_a_record_is_found_by_its_id_in_its_file() -> None:
    one, two = records("news/archive.jsonl", a=STORY, b=OTHER)
    assert text(find(one)) == STORY
    assert text(find(two)) == OTHER


def test_a_record_that_changed_is_found_by_its_id() -> None:
    one, _ = records("news/archive.jsonl", a=STORY, b=OTHER)
    changed = STORY.replace("Friday", "Sunday")
    records("news/archive.jsonl", b=OTHER, a=changed)
    assert text(find(one)) == changed


def test_a_record_that_is_not_there_says_so() -> None:
    one, _ = records("news/archive.jsonl", a=STORY, b=OTHER)
    records("news/archive.jsonl", b=OTHER)
    assert find(one) == "does not hold this record any more"


def test_a_renamed_file_of_records_is_known_by_them() -> None:
    one, _ = records("news/archive.jsonl", a=STORY, b=OTHER)
    Path("news/archive.jsonl").rename("news/2024.jsonl")
    assert text(find(one)) == STORY


def test_an_id_of_sources_toml_names_the_source() -> None:
    Path("news/sources.toml").write_text('["archive.jsonl#a"]\nid = "bridge"\n')
    one, _ = records("news/archive.jsonl", a=STORY, b=OTHER)
    assert one.id == "bridge"
    changed = STORY.replace("Friday", "Sunday")
    records("news/archive.jsonl", a=changed, b=OTHER)
    assert text(find(one)) == changed


@pytest.mark.parametrize(
    "name", ["-", "", ".", "news", "/dev/zero", "a\0b", "x" * 5000, "../" * 50 + "nothing", "\ud800"]
)
@pytest.mark.parametrize("folder", [None, "news"])
def test_a_path_that_names_no_file_is_no_source(name: str, folder: str | None) -> None:
    assert isinstance(find(Source("a", name, "0"), Path(folder) if folder else None), str)


@pytest.mark.parametrize("name", ["../secret.txt", "news/../secret.txt", "{here}/secret.txt"])
def test_nothing_outside_a_named_folder_is_read(name: str, tmp_path: Path) -> None:
    source = put("secret.txt", STORY)
    asked = Source(source.id, name.format(here=tmp_path), "0")
    assert isinstance(find(asked, Path("news")), str)
