import io
import sys
from pathlib import Path

import pytest

from discrepancy.loaders import Collection, load
from discrepancy.settings import Settings
from loaders.files import Write, word

STORY = "The river rose by two metres overnight, and the town’s only bridge was closed to traffic, officials said.\n"
OTHER = "The town’s only bridge is open to traffic again, and the river has fallen by a metre, the mayor said.\n"


def ids(collection: Collection) -> list[str]:
    return [article.id for article in collection.articles]


def reasons(collection: Collection) -> dict[str, str]:
    return {Path(unread.path).name: unread.reason for unread in collection.unread}


def test_a_folder_is_read_to_any_depth_without_what_is_no_article(tmp_path: Path, write: Write) -> None:
    for name in ("b.txt", "a/c.md", "a/.hidden.txt", ".git/d.txt", "data.csv", "x.review.jsonl", "discrepancy.toml"):
        write(name, f"{name}: {STORY}")
    write("sources.toml", "")
    write("report.md", "# 3 discrepancies in 5 sources\n\n| # | Severity |\n")
    write("report.txt", "1 discrepancy in 2 sources")
    write("report.docx", word(["In the sources’ own words."], title="3 discrepancies in 5 sources"))
    collection = load([tmp_path])
    assert ids(collection) == ["b.txt", "a/c.md"]
    assert not collection.unread
    assert not collection.notes


def test_ids_are_relative_to_what_the_paths_share(tmp_path: Path, write: Write) -> None:
    one, two = write("north/one.txt", STORY), write("south/two.txt", OTHER)
    assert ids(load([one])) == ["one.txt"]
    assert ids(load([one, two])) == ["north/one.txt", "south/two.txt"]
    assert ids(load([tmp_path / "north", str(two)])) == ["north/one.txt", "south/two.txt"]


def test_paths_are_relative_to_the_working_folder_or_as_given(
    tmp_path: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write("north/one.txt", STORY)
    monkeypatch.chdir(tmp_path)
    assert load([path]).articles[0].path == "north/one.txt"
    monkeypatch.chdir(tmp_path / "north")
    assert load(["../north/one.txt"]).articles[0].path == "one.txt"
    write("south/two.txt", OTHER)
    assert load(["../south/two.txt"]).articles[0].path == "../south/two.txt"


def test_standard_input_is_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    article = load(["-"]).articles[0]
    assert (article.id, article.path, article.text) == ("-", "-", STORY)


def test_the_same_bytes_are_one_source_and_a_note_says_so(tmp_path: Path, write: Write) -> None:
    write("a.txt", STORY)
    write("b.txt", STORY)
    collection = load([tmp_path])
    assert ids(collection) == ["a.txt"]
    assert [note.split("/")[-1] for note in collection.notes] == ["a.txt: read once"]


def test_a_file_named_twice_is_read_once(tmp_path: Path, write: Write) -> None:
    path = write("a.txt", STORY)
    collection = load([path, tmp_path, str(path)])
    assert ids(collection) == ["a.txt"]
    assert not collection.notes


def test_an_unknown_suffix_is_text_when_named(write: Write) -> None:
    assert load([write("wire.story", STORY)]).articles[0].text == STORY
    assert "an image" in load([write("photo.jpeg", b"\xff\xd8\xff\xe0" + bytes(99))]).unread[0].reason


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(tmp_path: Path, write: Write) -> None:
    write("good.txt", STORY)
    write("empty.txt", "")
    write("blank.txt", " \r\n\n")
    write("bytes.txt", bytes(range(256)) * 9)
    collection = load([tmp_path, tmp_path / "missing.txt"])
    assert ids(collection) == ["good.txt"]
    assert {name: reason.split(":")[0] for name, reason in reasons(collection).items()} == {
        "blank.txt": "is empty",
        "bytes.txt": "its bytes hold no text that can be read",
        "empty.txt": "is empty",
        "missing.txt": "does not exist",
    }
    assert all("\n" not in reason for reason in reasons(collection).values())


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert load([tmp_path]) == Collection(())
    assert load([]) == Collection(())


def test_a_file_that_may_not_be_read(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    path = write("secret.txt", STORY)
    monkeypatch.setattr(Path, "open", refuse)  # the administrator, whom a test may run as, may read everything
    assert load([path]).unread[0].reason == "may not be read: change its permissions"


def test_loops_of_links_end(tmp_path: Path, write: Write) -> None:
    write("news/a.txt", STORY)
    (tmp_path / "news" / "again").symlink_to(tmp_path / "news")
    (tmp_path / "news" / "up").symlink_to(tmp_path)
    (tmp_path / "news" / "self.txt").symlink_to("self.txt")
    assert ids(load([tmp_path])) == ["news/a.txt"]
    assert "cannot be read" in load([tmp_path / "news" / "self.txt"]).unread[0].reason


def test_links_are_followed(tmp_path: Path, write: Write) -> None:
    write("elsewhere/a.txt", STORY)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "linked.txt").symlink_to(tmp_path / "elsewhere" / "a.txt")
    assert ids(load([tmp_path / "news"])) == ["linked.txt"]


@pytest.mark.parametrize("factor", [2, 5])
def test_a_text_over_the_limit_is_refused(write: Write, factor: int) -> None:
    settings = Settings(max_characters=len(STORY))
    path = write("long.txt", "a" * len(STORY) * factor)
    assert "max-characters" in load([path], settings).unread[0].reason
    assert len(load([write("fits.txt", STORY)], settings).articles) == 1


def test_a_file_over_the_limit_is_not_read_whole(write: Write) -> None:
    class Endless(io.RawIOBase):
        taken = 0

        def readable(self) -> bool:
            return True

        def read(self, size: int = -1) -> bytes:
            assert 0 < size < 10_000
            return b"a" * size

    stream = Endless()
    stdin = sys.stdin
    sys.stdin = type("Input", (), {"buffer": stream})()  # type: ignore[assignment]
    try:
        assert "is larger than 400 bytes" in load(["-"], Settings(max_characters=100)).unread[0].reason
    finally:
        sys.stdin = stdin


def test_an_article_in_another_language_is_listed_and_not_compared(tmp_path: Path, write: Write) -> None:
    write("a.txt", STORY)
    write("b.txt", "Le fleuve a monté de deux mètres pendant la nuit et le seul pont de la ville est fermé.\n")
    collection = load([tmp_path])
    assert ids(collection) == ["a.txt"]
    assert reasons(collection)["b.txt"].startswith("is in French; only English is compared")


def test_newlines_and_offsets_are_those_of_the_file(write: Write) -> None:
    text = "Bridge shut after flood\r\n\r\nThe bridge was closed.\0\rIt opened at noon.\n"
    path = write("a.txt", text)
    article = load([path]).articles[0]
    assert article.text == text == path.read_bytes().decode()
    assert article.line_of(text.index("The bridge")) == 3
    assert load([write("b.txt", b"\xef\xbb\xbf" + text.encode())]).articles[0].text == text


def test_a_package_that_is_missing_is_named(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    reason = load([write("a.pdf", b"%PDF-1.4\n%%EOF\n")]).unread[0].reason
    assert reason == "needs a package that is not installed: pip install 'discrepancy[pdf]'"


def test_two_articles_with_one_id_are_not_both_read(tmp_path: Path, write: Write) -> None:
    write("a.txt", STORY)
    write("b.txt", OTHER)
    write("sources.toml", '["b.txt"]\nid = "a.txt"\n')
    assert reasons(load([tmp_path]))["b.txt"].startswith("has the id 'a.txt', which")
