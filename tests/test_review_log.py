"""The file: appended to by many, read as far as it can be, merged by git, and rewritten by `tidy` alone."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

import reviews
from discrepancy import review
from discrepancy.errors import InputError, OutputError
from discrepancy.review import _disk
from discrepancy.review.records import encode

REPORT = reviews.report([[reviews.HERALD], [reviews.WIRE]])
OTHER = reviews.report([[reviews.HERALD], [reviews.INQUIRY]])
CONFLICT, NONE = review.Verdict.CONFLICT, review.Verdict.NOT_CONFLICT


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / review.FILE_NAME


def verdicts(log: review.Log) -> list[str]:
    return [entry.verdict.value for entry in review.held(log) if entry.verdict]


def one(path: Path) -> review.Entry:
    return reviews.judged(REPORT, path.parent, CONFLICT)


def other(path: Path) -> review.Entry:
    return reviews.judged(OTHER, path.parent, NONE)


# ---- reading


def test_no_file_is_an_empty_review(path: Path) -> None:
    assert review.read(path).lines == ()


def test_lines_come_back_in_order_with_the_ids_that_append_gave(path: Path) -> None:
    first = review.append(path, [one(path)])
    rest = review.append(path, [other(path), one(path)])
    log = review.read(path)
    assert [line.entry for line in log.lines] == [one(path), other(path), one(path)]
    assert tuple(line.id for line in log.lines) == first + rest
    assert log.problems == ()


def test_nothing_is_rewritten_by_an_append(path: Path) -> None:
    review.append(path, [one(path)])
    before = path.read_bytes()
    review.append(path, [other(path)])
    assert path.read_bytes().startswith(before)


def test_appending_nothing_changes_nothing(path: Path) -> None:
    review.append(path, [one(path)])
    before = path.read_bytes()
    assert review.append(path, []) == ()
    assert path.read_bytes() == before


@pytest.mark.parametrize("left", [1, 20, -1])
def test_a_cut_off_last_line_costs_no_other(left: int, path: Path) -> None:
    review.append(path, [one(path)])
    whole = encode(other(path))
    path.write_bytes(path.read_bytes() + whole[:left])
    log = review.read(path)
    assert verdicts(log) == ["conflict"]
    assert log.problems == (f"{path}, line 2: is cut off, and is kept aside; the others are used",)
    review.append(path, [other(path)])
    log = review.read(path)
    assert verdicts(log) == ["conflict", "not_conflict"]
    assert [line.raw for line in log.lines if line.damaged] == [whole[:left]]


def test_a_line_that_is_being_written_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = encode(one(path)) + b"\n"
    path.write_bytes(whole[:40])

    @contextmanager
    def locked(_: Path) -> Iterator[Path]:
        path.write_bytes(whole)
        yield path

    monkeypatch.setattr(_disk, "locked", locked)
    assert verdicts(review.read(path)) == ["conflict"]
    assert review.read(path).problems == ()


def test_where_no_lock_can_be_had_it_is_read_as_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review.append(path, [one(path)])
    path.write_bytes(path.read_bytes() + b'{"version"')

    def locked(_: Path) -> Iterator[Path]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(_disk, "locked", locked)
    assert verdicts(review.read(path)) == ["conflict"]


def test_a_last_line_that_lacks_only_its_line_feed_is_whole(path: Path) -> None:
    path.write_bytes(encode(one(path)))
    assert verdicts(review.read(path)) == ["conflict"]
    review.append(path, [other(path)])
    assert verdicts(review.read(path)) == ["conflict", "not_conflict"]
    assert review.read(path).problems == ()


@pytest.mark.parametrize(
    "junk",
    [b"<<<<<<< HEAD", b"=======", b"\xff\xfe\x00", b'{"version": 1', b'{"x": ' + b"[" * 100_000, b"\x00" * 10],
    ids=["ours", "between", "no text", "half", "deep", "zeros"],
)
def test_a_damaged_line_costs_no_other(junk: bytes, path: Path) -> None:
    path.write_bytes(encode(one(path)) + b"\n" + junk + b"\n" + encode(other(path)) + b"\n")
    log = review.read(path)
    assert verdicts(log) == ["conflict", "not_conflict"]
    assert len(log.problems) == 1
    assert "line 2: is damaged" in log.problems[0]


def test_line_ends_of_another_system_and_empty_lines_change_nothing(path: Path) -> None:
    first, second = encode(one(path)), encode(other(path))
    path.write_bytes(b"\xef\xbb\xbf" + first + b"\r\n\r\n" + second + b"\r\n")
    log = review.read(path)
    assert [line.raw for line in log.lines] == [first, second]
    assert log.problems == ()


def test_fields_of_a_newer_version_are_passed_over(path: Path) -> None:
    newer = json.loads(encode(one(path))) | {"version": 2, "mood": {"good": True}}
    path.write_text(json.dumps(newer) + "\n")
    log = review.read(path)
    assert verdicts(log) == ["conflict"]
    assert log.problems == ()


@pytest.mark.parametrize(
    "change", [{"verdict": "probably"}, {"mend": {"type": "rotate"}}, {"kind": "colour"}, {"sides": {}}]
)
def test_a_line_that_only_a_newer_version_understands_is_told(change: dict[str, object], path: Path) -> None:
    newer = json.loads(encode(one(path))) | {"version": 2} | change
    path.write_bytes(json.dumps(newer).encode() + b"\n" + encode(other(path)) + b"\n")
    log = review.read(path)
    assert verdicts(log) == ["not_conflict"]
    assert "line 1: is none that this version understands, and is kept as it is" in log.problems[0]


def test_what_cannot_be_read_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="could not be read"):
        review.read(tmp_path)


# ---- writing


def test_a_folder_that_is_not_there_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"missing.*could not be written"):
        review.append(tmp_path / "missing" / review.FILE_NAME, [one(tmp_path)])


def test_a_line_that_does_not_reach_the_disk_is_not_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review.append(path, [one(path)])
    before = path.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left on device"):
            review.append(path, [other(path)])
    assert path.read_bytes() == before
    review.append(path, [other(path)])
    assert verdicts(review.read(path)) == ["conflict", "not_conflict"]


def test_a_line_is_on_the_disk_when_the_call_returns(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[bytes] = []
    fsync = os.fsync

    def seen(handle: int) -> None:
        fsync(handle)
        synced.append(path.read_bytes())

    monkeypatch.setattr(os, "fsync", seen)
    review.append(path, [one(path)])
    assert synced == [encode(one(path)) + b"\n"] * 2  # the file, and the folder that it is new in


def test_a_link_stays_a_link(path: Path, tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    target = tmp_path / "shared" / "team.jsonl"
    path.symlink_to(target)
    review.append(path, [one(path)])
    review.append(path, [one(path)])
    review.tidy(path)
    assert path.is_symlink()
    assert len(review.read(target).lines) == 1


def test_no_lock_is_left_behind(path: Path) -> None:
    review.append(path, [one(path)])
    review.tidy(path)
    assert sorted(file.name for file in path.parent.iterdir()) == [review.FILE_NAME]


# ---- where it lies


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        (["news"], "news"),
        (["news/a.txt"], "news"),
        (["news/a.txt", "news/b.txt"], "news"),
        (["news", "news/may/c.txt"], "news"),
        (["news/may", "drafts"], "."),
        (["news/a.txt", "-"], "news"),
        (["-"], "."),
        ([], "."),
        (["missing.txt"], "."),
    ],
)
def test_it_lies_beside_the_sources(
    paths: Sequence[str], folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "news" / "may").mkdir(parents=True)
    (tmp_path / "drafts").mkdir()
    monkeypatch.chdir(tmp_path)
    assert review.beside(paths).resolve() == (tmp_path / folder / review.FILE_NAME).resolve()


def test_it_is_named_as_the_sources_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "news").mkdir()
    monkeypatch.chdir(tmp_path)
    assert review.beside(["news"]) == Path("news", review.FILE_NAME)


# ---- git


def git(folder: Path, *arguments: str) -> None:
    call = ["git", "-c", "user.name=Anna", "-c", "user.email=anna@news.example", "-C", str(folder), *arguments]
    subprocess.run(call, check=True, capture_output=True)


def test_two_branches_merge_without_a_conflict(path: Path) -> None:
    folder = path.parent
    git(folder, "init", "--initial-branch=main")
    (folder / ".gitattributes").write_text(f"{review.FILE_NAME} merge=union\n")
    third = reviews.report([[reviews.WIRE], [reviews.INQUIRY]])
    review.append(path, [reviews.judged(third, folder, review.Verdict.ACCEPTED)])
    git(folder, "add", ".")
    git(folder, "commit", "--message=one")
    git(folder, "checkout", "-b", "theirs")
    review.append(path, [one(path)])
    git(folder, "commit", "--all", "--message=theirs")
    git(folder, "checkout", "main")
    review.append(path, [other(path)])
    git(folder, "commit", "--all", "--message=ours")
    git(folder, "merge", "theirs")
    log = review.read(path)
    assert sorted(verdicts(log)) == ["accepted", "conflict", "not_conflict"]
    assert log.problems == ()


# ---- tidy


def test_tidy_keeps_what_holds_as_it_is(path: Path) -> None:
    review.append(path, [one(path), other(path), reviews.judged(REPORT, path.parent, NONE, stamp=reviews.LATER)])
    before = review.read(path)
    done = review.tidy(path)
    assert (done.kept, done.dropped, done.damaged) == (2, 1, 0)
    after = review.read(path)
    assert review.held(after) == review.held(before)
    assert [line.raw for line in after.lines] == [line.raw for line in before.lines[1:]]


def test_tidy_drops_what_was_undone_with_its_undo(path: Path) -> None:
    review.append(path, [one(path), other(path)])
    review.append(path, [review.undo(review.read(path).lines[1], reviews.LATER)])
    review.tidy(path)
    assert [line.entry for line in review.read(path).lines] == [one(path)]


def test_tidy_keeps_lines_of_a_newer_version(path: Path) -> None:
    old = encode(one(path))
    unknown = json.dumps(json.loads(old) | {"version": 2, "verdict": "probably"}).encode()
    wider = json.dumps(json.loads(old) | {"mood": "good"}).encode()
    review.append(path, [one(path)])
    path.write_bytes(b"\n".join((unknown, wider, old, encode(reviews.judged(REPORT, path.parent, NONE)))) + b"\n")
    done = review.tidy(path)
    assert (done.kept, done.dropped) == (3, 1)
    assert [line.raw for line in review.read(path).lines][:2] == [unknown, wider]


def test_tidy_does_not_bring_an_undone_line_of_a_newer_version_back(path: Path) -> None:
    wider = json.dumps(json.loads(encode(one(path))) | {"mood": "good"}).encode()
    path.write_bytes(wider + b"\n")
    review.append(path, [review.undo(review.read(path).lines[0], reviews.LATER)])
    review.tidy(path)
    assert path.read_bytes() == b""


def test_tidy_puts_damaged_lines_aside(path: Path) -> None:
    review.append(path, [one(path)])
    path.write_bytes(b"<<<<<<< HEAD\n" + path.read_bytes() + b'{"version": 1, "fing')
    done = review.tidy(path)
    assert (done.kept, done.dropped, done.damaged) == (1, 0, 2)
    assert done.aside.read_bytes() == b'<<<<<<< HEAD\n{"version": 1, "fing\n'
    assert review.read(path).problems == ()
    assert verdicts(review.read(path)) == ["conflict"]


def test_tidying_twice_is_tidying_once(path: Path) -> None:
    review.append(path, [one(path), one(path), other(path)])
    review.tidy(path)
    before, place = path.read_bytes(), path.stat().st_ino
    assert review.tidy(path).dropped == 0
    assert (path.read_bytes(), path.stat().st_ino) == (before, place)


def test_tidy_leaves_the_permissions(path: Path) -> None:
    review.append(path, [one(path), one(path)])
    path.chmod(0o640)
    review.tidy(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_tidy_that_fails_leaves_the_file_as_it_was(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    review.append(path, [one(path), one(path)])
    before = path.read_bytes()

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OutputError, match="No space left on device"):
        review.tidy(path)
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [review.FILE_NAME]


def test_there_must_be_a_file_to_tidy(path: Path) -> None:
    with pytest.raises(InputError, match="could not be read"):
        review.tidy(path)
