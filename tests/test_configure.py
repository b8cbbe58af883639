from __future__ import annotations

from pathlib import Path

import pytest

from discrepancy.configure import settings
from discrepancy.errors import SettingsError
from discrepancy.settings import DEFAULT


def test_without_files_the_defaults_hold(tmp_path: Path) -> None:
    assert settings({}, folder=tmp_path) == DEFAULT


def test_a_file_is_read_and_options_go_over_it(tmp_path: Path) -> None:
    (tmp_path / "discrepancy.toml").write_text('model = "a"\nparser = "b"\n[aliases]\nDaesh = "Islamic State"\n')
    read = settings({"model": "c", "cache": None}, folder=tmp_path)
    assert (read.model, read.parser, read.cache) == ("c", "b", None)
    assert read.aliases == {"Daesh": "Islamic State"}


def test_the_table_of_a_project_is_read(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n[tool.discrepancy]\nnumber-format = "float32"\n')
    assert settings({}, folder=tmp_path).number_format == "float32"


def test_a_project_without_the_table_says_nothing(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "x"\n')
    assert settings({}, folder=tmp_path) == DEFAULT


def test_the_file_of_our_own_comes_first(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.discrepancy]\nmodel = "project"\n')
    (tmp_path / "discrepancy.toml").write_text('model = "own"\n')
    assert settings({}, folder=tmp_path).model == "own"


def test_a_file_that_is_named_is_taken(tmp_path: Path) -> None:
    (tmp_path / "discrepancy.toml").write_text('model = "own"\n')
    (tmp_path / "other.toml").write_text('model = "other"\n')
    assert settings({}, tmp_path / "other.toml", tmp_path).model == "other"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "numberformat = 'float32'",
            r"discrepancy\.toml: unknown setting 'numberformat'; did you mean 'number-format'\?",
        ),
        ("Number_Format = 'float32'", r"did you mean 'number-format'\?"),
        ("zzz = 1", r"unknown setting 'zzz'; there are .*model"),
        ("max-characters = 'many'", r"discrepancy\.toml: max-characters: expected `int`, got `str`"),
        ("aliases = 3", r"aliases: expected `object`, got `int`"),
        ("number-format = 'float8'", r"number-format must be one of int8, float32, bfloat16, not float8"),
        ("model = ", r"discrepancy\.toml is not valid TOML"),
    ],
)
def test_a_wrong_file_is_an_error_that_names_it_and_the_key(text: str, message: str, tmp_path: Path) -> None:
    (tmp_path / "discrepancy.toml").write_text(text)
    with pytest.raises(SettingsError, match=message):
        settings({}, folder=tmp_path)


@pytest.mark.parametrize("text", ["[tool]\ndiscrepancy = 3", "tool = 3\n[x]"])
def test_a_project_whose_table_is_none(text: str, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(text)
    if "discrepancy" in text:
        with pytest.raises(SettingsError, match="must be a table"):
            settings({}, folder=tmp_path)
    else:
        assert settings({}, folder=tmp_path) == DEFAULT


def test_bytes_that_are_no_text(tmp_path: Path) -> None:
    (tmp_path / "discrepancy.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SettingsError, match="not valid TOML"):
        settings({}, folder=tmp_path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"missing\.toml could not be read"):
        settings({}, tmp_path / "missing.toml")


@pytest.mark.parametrize("name", ["discrepancy.toml", "other.toml"])
def test_no_file_sends_articles_anywhere(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text('engine = "dask://example.org:8786"\n')
    with pytest.raises(SettingsError, match=rf"{name}: engine is given as --engine alone"):
        settings({"engine": "dask://localhost:8786"}, tmp_path / name, tmp_path)


def test_the_command_line_may_name_an_engine(tmp_path: Path) -> None:
    assert settings({"engine": "dask://localhost:8786"}, folder=tmp_path).engine == "dask://localhost:8786"
