"""The file of vectors, against NumPy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from discrepancy.archive import vectors
from discrepancy.archive.vectors import FILE, GROWTH, VectorFile
from discrepancy.embed import Vectors, unit
from discrepancy.errors import ArchiveError

WIDE = 8
DAYS = (738_000, 738_100, None)


def drawn(rows: int, seed: int = 1) -> Vectors:
    return unit(np.random.default_rng(seed).normal(size=(rows, WIDE)).astype(np.float32))


def rounded(row: Vectors) -> Vectors:
    return row.astype(np.float16).astype(np.float32)


@pytest.fixture
def kept(tmp_path: Path) -> VectorFile:
    return VectorFile(tmp_path / FILE, WIDE)


def test_a_vector_comes_back_as_it_was_to_half_precision(kept: VectorFile) -> None:
    for slot, row in enumerate(drawn(5)):
        kept.put(slot, 738_000, row)
    for slot, row in enumerate(drawn(5)):
        assert (kept.get(slot) == rounded(row)).all()
        assert kept.get(slot).dtype == np.float32
        assert not kept.is_empty(slot)


def test_what_was_never_put_is_empty(kept: VectorFile) -> None:
    assert (len(kept), kept.is_empty(0), kept.nearest(drawn(1)[0], None, 3)) == (0, True, [])
    kept.put(3, None, drawn(1)[0])
    assert [kept.is_empty(slot) for slot in range(5)] == [True, True, True, False, True]
    assert len(kept) == GROWTH


def test_a_vector_of_zeros_is_one(kept: VectorFile) -> None:
    """Of an article without a word: the model has nothing to say of it."""
    kept.put(0, None, np.zeros(WIDE, np.float32))
    assert not kept.is_empty(0)


def test_a_hole_in_the_file_is_empty(kept: VectorFile, tmp_path: Path) -> None:
    kept.put(0, 738_000, drawn(1)[0])
    size = (tmp_path / FILE).stat().st_size
    with (tmp_path / FILE).open("r+b") as stream:
        stream.truncate(0)
        stream.truncate(size)
    assert VectorFile(tmp_path / FILE, WIDE).is_empty(0)


@pytest.mark.parametrize("days", [None, (738_000, 738_000), (738_050, 738_200), (1, 2)])
@pytest.mark.parametrize("most", [1, 7, 5000])
def test_the_nearest_are_those_of_a_search_through_all(
    days: tuple[int, int] | None, most: int, kept: VectorFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vectors, "BLOCK", 32)
    rows = drawn(300)
    dates = [DAYS[at % len(DAYS)] for at in range(len(rows))]
    for slot, row in enumerate(rows):
        kept.put(slot, dates[slot], row)
    kept.wipe([4, 40])
    asked = drawn(1, seed=2)[0]
    wanted = [
        (round(float(rounded(row) @ asked), 6), slot)
        for slot, (row, day) in enumerate(zip(rows, dates, strict=True))
        if slot not in (4, 40) and (days is None or day is None or days[0] <= day <= days[1])
    ]
    found = kept.nearest(asked, days, most)
    assert [slot for _, slot in found] == [s for _, s in sorted(wanted, key=lambda one: (-one[0], one[1]))[:most]]
    assert [cosine for cosine, _ in found] == pytest.approx(
        [c for c, _ in sorted(wanted, reverse=True)[:most]], abs=2e-6
    )


def test_products_are_those_of_the_rows_in_float32() -> None:
    every = np.arange(1 << 16, dtype=np.uint16).view(np.float16)
    finite = every[np.isfinite(every)]
    assert (vectors.products(finite[:, None], np.array([0.5], np.float32)) == finite.astype(np.float32) * 0.5).all()
    rows = np.random.default_rng(3).standard_normal((300, 384)).astype(np.float16)
    assert (vectors.products(rows, one := unit(rows[:1].astype(np.float32))[0]) == rows.astype(np.float32) @ one).all()


def test_what_is_wiped_is_gone_from_the_file(kept: VectorFile, tmp_path: Path) -> None:
    rows = drawn(3)
    for slot, row in enumerate(rows):
        kept.put(slot, 738_000, row)
    kept.wipe([1])
    kept.flush()
    assert [kept.is_empty(slot) for slot in range(3)] == [False, True, False]
    data = (tmp_path / FILE).read_bytes()
    assert [row.astype("<f2").tobytes() in data for row in rows] == [True, False, True]


def test_a_file_that_another_grew_is_seen_whole(kept: VectorFile, tmp_path: Path) -> None:
    row = drawn(1)[0]
    kept.put(0, None, row)
    other = VectorFile(tmp_path / FILE, WIDE)
    other.put(GROWTH + 5, None, row)
    assert (kept.get(GROWTH + 5) == rounded(row)).all()
    assert [slot for _, slot in kept.nearest(row, None, 5)] == [0, GROWTH + 5]


def test_growth_that_was_cut_off_in_a_row_shifts_no_other(kept: VectorFile, tmp_path: Path) -> None:
    rows = drawn(2)
    kept.put(0, 738_000, rows[0])
    with (tmp_path / FILE).open("ab") as stream:
        stream.write(b"\x01" * 7)
    later = VectorFile(tmp_path / FILE, WIDE)
    assert len(later) == GROWTH
    later.put(GROWTH, 738_000, rows[1])
    assert (later.get(0) == rounded(rows[0])).all()
    assert (later.get(GROWTH) == rounded(rows[1])).all()
    assert later.is_empty(GROWTH + 1)
    assert (tmp_path / FILE).stat().st_size == 2 * GROWTH * (4 + 2 * WIDE)


@pytest.mark.parametrize("left", [None, 0, 100])
def test_a_file_that_is_missing_or_cut_off_is_told(left: int | None, kept: VectorFile, tmp_path: Path) -> None:
    kept.put(0, None, drawn(1)[0])
    kept.put(GROWTH - 1, None, drawn(1)[0])
    with (tmp_path / FILE).open("r+b") as stream:
        stream.truncate(left or 0)
    if left is None:
        (tmp_path / FILE).unlink()
    later = VectorFile(tmp_path / FILE, WIDE)
    with pytest.raises(ArchiveError, match=r"articles\.vectors is missing or cut off: bring back a copy"):
        later.get(GROWTH - 1)
    assert later.is_empty(GROWTH - 1)
