"""Vectors: cached, of unit length, and the same whatever a text is encoded with."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from discrepancy import embed, runtimes, weights
from discrepancy.cache import Cache
from discrepancy.embed import CachedEmbedder, Vectors
from discrepancy.errors import ModelError, SettingsError

SENTENCES = [
    f"The {noun} {verb} {count} ships{' near the harbour' * length}."
    for noun in ("navy", "company", "old city")
    for verb in ("sold", "has lost", "bought back")
    for count in (1, 20, 300)
    for length in (0, 1, 9)
]


class Counting:
    """An encoder that reads a row off a hash, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Vectors:
        self.asked += texts
        rows = [list(hashlib.sha256(text.encode()).digest()[:16]) for text in texts]
        return np.array(rows, dtype=np.float32)


def embedder(cache: Cache, model: str = "fake@1") -> tuple[CachedEmbedder, Counting]:
    encoder = Counting()
    return CachedEmbedder(model, "float32", lambda: encoder, cache), encoder


def test_rows_are_of_unit_length_and_in_order() -> None:
    rows = embedder(Cache.none())[0].encode(["one", "two", "one"])
    assert rows.shape == (3, 16)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1)
    assert (rows[0] == rows[2]).all()
    assert (rows[0] != rows[1]).any()


def test_a_text_is_encoded_once(tmp_path: Path) -> None:
    first, encoder = embedder(Cache(tmp_path))
    cold = first.encode(["one", "two", "one"])
    assert encoder.asked == ["one", "two"]
    second, unasked = embedder(Cache(tmp_path))
    assert (second.encode(["two", "one"]) == cold[[1, 0]]).all()
    assert unasked.asked == []
    second.encode(["two", "three"])
    assert unasked.asked == ["three"]


def test_another_model_has_other_vectors(tmp_path: Path) -> None:
    embedder(Cache(tmp_path))[0].encode(["one"])
    other, encoder = embedder(Cache(tmp_path), "fake@2")
    other.encode(["one"])
    assert encoder.asked == ["one"]


def test_no_text_loads_no_model() -> None:
    def never() -> Counting:
        raise AssertionError("the model was opened")

    assert CachedEmbedder("fake", "float32", never, Cache.none()).encode([]).shape == (0, 0)


def test_center_takes_out_what_all_share() -> None:
    rows = embed.unit(np.array([[9, 1, 0], [9, 0, 1], [9, -1, -1]] * 20, dtype=np.float32))
    centered = embed.center(rows)
    assert np.allclose(np.linalg.norm(centered, axis=1), 1)
    assert abs(float(centered[0] @ centered[1])) < 0.9 < float(rows[0] @ rows[1])


def test_center_does_not_set_two_rows_against_each_other() -> None:
    rows = embed.unit(np.array([[9, 1], [9, -1]], dtype=np.float32))
    assert float(np.prod(embed.center(rows), axis=0).sum()) > 0.9


def test_center_leaves_the_direction_of_rows_that_are_all_alike() -> None:
    rows = embed.unit(np.ones((4, 2), dtype=np.float32))
    assert np.allclose(embed.center(rows), rows)


def test_center_of_nothing() -> None:
    assert embed.center(np.zeros((0, 2), dtype=np.float32)).shape == (0, 2)


@pytest.mark.parametrize(
    ("flags", "expected"),
    [
        ("flags\t\t: fpu avx2 avx512f", "float32"),
        ("flags\t\t: fpu avx512_bf16 fma", "bfloat16"),
        ("flags\t\t: fpu amx_tile amx_bf16", "bfloat16"),
        ("Features\t: fp asimd", "float32"),
    ],
)
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS has no /proc/cpuinfo")
def test_processor_flags_choose_the_number_format(tmp_path: Path, flags: str, expected: str) -> None:
    cpuinfo = tmp_path / "cpuinfo"
    cpuinfo.write_text(f"processor\t: 0\n{flags}\n\nprocessor\t: 1\n{flags}\n")
    chosen = "bfloat16" if weights.BFLOAT16_FLAGS & weights.processor_flags(cpuinfo) else "float32"
    assert chosen == expected


def test_settings_go_before_flags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "processor_flags", lambda: frozenset({"amx_bf16"}))
    assert weights.number_format(None, packaged=False) == "bfloat16"
    assert weights.number_format("float32", packaged=False) == "float32"


@pytest.mark.parametrize(
    ("device", "chosen", "packaged", "expected"),
    [
        ("cpu", None, True, "int8"),
        ("mps", None, True, "int8"),
        ("cuda", None, True, "float32"),
        ("cuda", "int8", True, "int8"),
        ("cpu", "float32", True, "float32"),
        ("cpu", None, False, "float32"),
        ("cpu", "int8", False, "float32"),
    ],
)
def test_int8_is_for_the_packaged_models_and_no_graphics_card_of_nvidia(
    monkeypatch: pytest.MonkeyPatch, device: str, chosen: str | None, packaged: bool, expected: str
) -> None:
    monkeypatch.setattr(weights, "processor_flags", frozenset)
    monkeypatch.setattr(weights, "device", lambda: device)
    runtime = runtimes.choose(chosen, packaged=packaged)
    assert runtime.number_format == expected
    assert runtime.device == ("cpu" if expected == "int8" else device)


def test_number_formats_have_vectors_of_their_own() -> None:
    stamps = {embed.load(None, number_format).stamp for number_format in weights.NUMBER_FORMATS}  # type: ignore[attr-defined]
    assert len(stamps) == len(weights.NUMBER_FORMATS)


def test_an_unknown_number_format_is_refused() -> None:
    with pytest.raises(SettingsError, match="choose int8, float32 or bfloat16"):
        embed.load(None, "float16")


def folder_of(tmp_path: Path, **files: bytes) -> Path:
    for name, content in files.items():
        path = tmp_path / "model" / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "model"


def test_a_folder_is_known_by_its_weights(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, model_dot_safetensors=b"one", config_dot_json=b"{}")
    before = embed.load(str(folder)).identity
    assert before.startswith("model@")
    (folder / "model.safetensors").write_bytes(b"two")
    assert embed.load(str(folder)).identity != before


@pytest.mark.parametrize(
    "files",
    [
        {"pytorch_model_dot_bin": b"pickle", "config_dot_json": b"{}"},
        {"model_dot_safetensors": b"one", "2_Dense__pytorch_model_dot_bin": b"pickle"},
    ],
    ids=["weights", "module"],
)
def test_pickled_weights_are_refused(tmp_path: Path, files: dict[str, bytes]) -> None:
    with pytest.raises(ModelError, match="safetensors"):
        embed.load(str(folder_of(tmp_path, **files)))


@pytest.mark.parametrize("model", ["/no/such/folder", "./none", "a/b/c"])
def test_a_folder_that_is_not_there_is_an_error_and_no_call_to_the_hub(model: str) -> None:
    with pytest.raises(ModelError, match="no such folder"):
        embed.load(model)


def test_a_hub_model_on_this_machine_needs_no_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path))
    monkeypatch.setattr(weights, "_download", lambda name: pytest.fail(f"{name} was asked for"))
    home = tmp_path / "models--someone--small"
    (home / "refs").mkdir(parents=True)
    (home / "refs" / "main").write_text("0123456789abcdef0123")
    snapshot = home / "snapshots" / "0123456789abcdef0123"
    snapshot.mkdir(parents=True)
    (snapshot / "config.json").write_text("{}")
    (snapshot / "model.safetensors").write_bytes(b"one")
    assert embed.load("someone/small").identity == "someone/small@0123456789abcdef"


def test_wrong_weights_of_the_default_model_are_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = folder_of(tmp_path, model_dot_safetensors=b"something else")
    wrong = weights.Weights("fake", folder, weights.PACKAGED_SHA256)
    monkeypatch.setattr(weights, "packaged", lambda: wrong)
    with pytest.raises(ModelError, match="not the weights of fake"):
        embed.load().encode(["one"])


@pytest.mark.models
def test_the_published_weights_are_installed() -> None:
    weights.packaged().check()


@pytest.mark.models
@pytest.mark.parametrize("number_format", ["int8", "float32"])
def test_a_vector_does_not_hang_on_what_it_is_encoded_with(number_format: str) -> None:
    model = embed.load(None, number_format)
    together = model.encode(SENTENCES)
    apart = np.vstack([model.encode(SENTENCES[start::7]) for start in range(7)])
    order = [place for start in range(7) for place in range(len(SENTENCES))[start::7]]
    assert (together[order] == apart).all()
    assert (model.encode(SENTENCES[5:6]) == together[5:6]).all()


@pytest.mark.models
def test_what_is_alike_in_meaning_is_near() -> None:
    joined, also, other = embed.load().encode(
        ["The firm bought a rival in May.", "In May the company took over a competitor.", "It rained in Bergen."]
    )
    assert joined @ also > 0.5 > joined @ other


@pytest.mark.models
@pytest.mark.parametrize("number_format", ["int8", "float32"])
@pytest.mark.parametrize("text", ["", " \n", "\x00\x1b[31m", "\ud800 half a pair", "word " * 2000])
def test_odd_texts_have_vectors(text: str, number_format: str) -> None:
    assert np.isclose(np.linalg.norm(embed.load(None, number_format).encode([text])), 1)


@pytest.mark.models
@pytest.mark.parametrize(("number_format", "imports"), [("int8", "onnxruntime"), ("float32", "sentence_transformers")])
def test_loading_says_nothing_and_a_full_cache_imports_nothing(
    tmp_path: Path, number_format: str, imports: str
) -> None:
    program = """
import json, sys
from pathlib import Path
from discrepancy import embed
from discrepancy.cache import Cache

row = embed.load(None, sys.argv[2], Cache(Path(sys.argv[1]))).encode(["A ship sank."])[0]
print(json.dumps([float(row[0]), sorted({"onnxruntime", "sentence_transformers", "torch"} & {*sys.modules})]))
"""
    runs = [
        subprocess.run(
            [sys.executable, "-c", program, str(tmp_path), number_format], capture_output=True, text=True, check=True
        )
        for _ in range(2)
    ]
    assert [run.stderr for run in runs] == ["", ""]
    cold, warm = (json.loads(run.stdout) for run in runs)
    assert cold[0] == warm[0]
    assert imports in cold[1]
    assert ("torch" in cold[1]) == (number_format == "float32")
    assert warm[1] == []
