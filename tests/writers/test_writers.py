"""What holds for every writer that is discovered."""

from __future__ import annotations

import errno
import io
import os
import re
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

import pytest
from lxml import etree

import hostile
import reports
import reviews
from discrepancy import writers
from discrepancy.errors import OutputError, SettingsError
from discrepancy.model import Report
from discrepancy.review import Reviewed, unreviewed

NAMES = sorted(writers.available())
HOSTILE = hostile.report()
HOSTILE_REVIEWED = hostile.reviewed()
OF_VERDICTS = {"claimreview"}
"""Formats that show only what was judged."""


def written(name: str, report: Report | Reviewed) -> bytes:
    """What a file would hold."""
    writer = writers.find(name)
    found = unreviewed(report) if isinstance(report, Report) else report
    if writer.binary:
        packed = io.BytesIO()
        writer.write(found, packed)
        return packed.getvalue()
    stream = io.StringIO()
    writer.write(found, stream)
    return stream.getvalue().encode("utf-8")


def text_of(name: str, report: Report | Reviewed) -> str:
    """What is read in it: of an office file, the words and addresses of its parts."""
    data = written(name, report)
    if not data.startswith(b"PK"):
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        roots = [etree.fromstring(archive.read(part)) for part in archive.namelist()]
    parts = ["".join(root.itertext()) for root in roots]
    return "\n".join(parts + [value for root in roots for one in root.iter() for value in one.attrib.values()])


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_the_formats_are_there() -> None:
    assert {"text", "markdown", "json", "csv", "docx", "html", "claimreview"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_every_writer_is_named_after_its_module_and_has_a_suffix(name: str) -> None:
    assert Path(writers.__file__).with_name(f"{name}.py").is_file()
    assert re.fullmatch(r"\.[a-z]{2,6}", writers.find(name).suffix)


@pytest.mark.parametrize("report", [HOSTILE, HOSTILE_REVIEWED], ids=["found", "reviewed"])
@pytest.mark.parametrize("name", NAMES)
def test_hostile_text_comes_out_harmless(name: str, report: Report | Reviewed) -> None:
    text = text_of(name, report)
    acting = {char for char in set(text) if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp")}
    assert acting <= {"\n"}


@pytest.mark.parametrize("report", [reports.report(), HOSTILE_REVIEWED], ids=["ordinary", "hostile"])
@pytest.mark.parametrize("name", NAMES)
def test_the_same_report_gives_the_same_bytes(name: str, report: Report | Reviewed) -> None:
    assert written(name, report) == written(name, report)


@pytest.mark.parametrize("name", [name for name in NAMES if name not in (*OF_VERDICTS, "brief")])  # the answers alone
def test_every_quote_and_source_is_there(name: str) -> None:
    # Layout may break a line anywhere, and marks stand around what conflicts.
    text = re.sub(r"[\s*│]+|</?mark>", "", text_of(name, reports.report()))
    for source in ("herald.txt", "wire.txt", "inquiry.pdf"):
        assert source in text
    for words in ("The inquiry counted 15 dead.", "He joined the line in February 2021."):
        assert words.replace(" ", "") in text


@pytest.mark.parametrize("name", ["csv", "docx", "html", "json", "markdown", "text"])
def test_what_a_reader_will_write_stands_in_every_report(name: str) -> None:
    report = reviews.spoken()
    assert "ministry.example" not in text_of(name, report.report)
    text = re.sub(r"[\s*│]+", "", text_of(name, report))
    assert "Atleast12peopledied" in text
    assert "https://ministry.example/toll_1" in text


@pytest.mark.parametrize("name", NAMES)
def test_no_clock_time_stands_in_a_report(name: str) -> None:
    today = unicodedata.normalize("NFC", text_of(name, reports.report()))
    assert not re.search(r"\b20(2[5-9]|[3-9]\d)-\d\d-\d\d", today)


def test_an_unknown_format_names_those_that_there_are() -> None:
    with pytest.raises(SettingsError, match=r"no format 'odt': choose .*json"):
        writers.find("odt")


def test_a_writer_whose_package_is_missing_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writers, "find_spec", lambda name: None)
    with pytest.raises(SettingsError, match=r"pip install 'discrepancy\[docx\]'"):
        writers.check(Path("findings.docx"))
    writers.check(Path("findings.md"))


def test_what_is_no_text_does_not_go_to_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    with pytest.raises(OutputError, match=r"name a file with --output FILE\.docx"):
        writers.check(None, "docx")
    writers.check(None, "markdown")
    writers.check(tmp_path / "out", "docx")


@pytest.mark.parametrize(
    ("output", "name"),
    [
        ("a.docx", "docx"),
        ("a.jsonld", "claimreview"),
        ("a.json", "json"),
        ("A.JSON", "json"),
        ("a.md", "markdown"),
        ("a.csv", "csv"),
        ("a.odt", "text"),
        ("a", "text"),
    ],
)
def test_a_format_is_chosen_by_the_suffix(output: str, name: str) -> None:
    assert writers.format_of(Path(output)) == name
    assert writers.format_of(None) == "text"


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_what_the_stream_would(name: str, tmp_path: Path) -> None:
    output = tmp_path / "out"
    writers.write(unreviewed(reports.report()), name, output)
    assert output.read_bytes() == written(name, reports.report())
    assert names(tmp_path) == ["out"]


def test_a_new_file_gets_the_permissions_that_any_file_would(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    writers.write(unreviewed(reports.report()), "json", tmp_path / "out")
    assert (tmp_path / "out").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_an_old_file_keeps_its_permissions_and_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    writers.write(unreviewed(reports.report()), "csv", link)
    assert link.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert target.read_bytes() == written("csv", reports.report())


def test_a_full_disk_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    output = tmp_path / "out.json"
    output.write_text("the old report")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"out\.json could not be written: No space left on device"):
        writers.write(unreviewed(reports.report()), "json", output)
    assert output.read_text() == "the old report"
    assert names(tmp_path) == ["out.json"]


def test_a_disk_that_fills_up_half_way_leaves_nothing(tmp_path: Path) -> None:
    """The system itself refuses to write past 4 kB."""
    program = f"""
import resource, signal, sys
sys.path.insert(0, {str(Path(__file__).parents[1])!r})
import reports
from pathlib import Path
from discrepancy import writers
from discrepancy.errors import OutputError
from discrepancy.review import unreviewed
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
try:
    writers.write(unreviewed(reports.report()), "json", Path({str(tmp_path / "out.json")!r}))
except OutputError as error:
    print(error)
"""
    pytest.importorskip("resource")
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "could not be written: File too large" in run.stdout
    assert names(tmp_path) == []


@pytest.mark.parametrize("output", ["missing/out.json", "file/out.json", "."])
def test_an_impossible_place_is_an_error_of_one_line(output: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError) as caught:
        writers.write(unreviewed(reports.report()), "json", tmp_path / output)
    assert "\n" not in str(caught.value)
    assert names(tmp_path) == ["file"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_device_is_written_to_and_never_replaced() -> None:
    with pytest.raises(OutputError, match="No space left"):
        writers.write(unreviewed(reports.report()), "json", Path("/dev/full"))
    assert Path("/dev/full").is_char_device()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-8"])
def test_a_terminal_of_any_encoding_is_written_to(name: str, encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding=encoding))
    writers.write(unreviewed(HOSTILE), name)
    assert buffer.getvalue()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_a_standard_output_that_is_full_is_an_error_of_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Path("/dev/full").open("w"))  # noqa: SIM115, closed with the process
    with pytest.raises(OutputError, match="standard output could not be written"):
        writers.write(unreviewed(reports.report()), "json")
