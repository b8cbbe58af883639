from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

from discrepancy import detectors, extractors, loaders, plugins, writers


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    folder = tmp_path / "made_up_plugins"
    folder.mkdir()
    (folder / "__init__.py").touch()
    (folder / "second.py").write_text("PLUGIN = 2\n")
    (folder / "first.py").write_text("PLUGIN = 1\n")
    (folder / "_helper.py").write_text("raise RuntimeError('helpers are not imported')\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield importlib.import_module("made_up_plugins")
    for name in [name for name in sys.modules if name.startswith("made_up_plugins")]:
        del sys.modules[name]


def test_plugins_come_in_the_order_of_their_modules(package: ModuleType) -> None:
    assert plugins.discover(package, int) == (1, 2)


def test_a_plugin_of_another_type_is_refused_by_name(package: ModuleType) -> None:
    with pytest.raises(TypeError, match=r"made_up_plugins\.first must bind PLUGIN to a str, not to 1"):
        plugins.discover(package, str)


def test_a_module_without_a_plugin_is_refused(package: ModuleType) -> None:
    Path(package.__path__[0], "third.py").touch()
    importlib.invalidate_caches()
    with pytest.raises(TypeError, match=r"third must bind PLUGIN to a int, not to None"):
        plugins.discover(package, int)


@pytest.mark.parametrize(
    ("package", "of"),
    [
        (detectors, detectors.Detector),
        (extractors, extractors.Extractor),
        (loaders, loaders.Loader),
        (writers, writers.Writer),
    ],
    ids=["detectors", "extractors", "loaders", "writers"],
)
def test_every_module_of_ours_is_a_plugin_with_a_name_of_its_own(package: ModuleType, of: type) -> None:
    names = [plugin.name for plugin in plugins.discover(package, of)]
    assert names
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("detector", plugins.discover(detectors, detectors.Detector), ids=lambda found: found.name)
def test_every_detector_is_documented_for_people(detector: detectors.Detector) -> None:
    first, _, rest = detector.doc.strip().partition("\n")
    assert 20 < len(first) <= 120
    assert first.endswith(".")
    assert len(rest.split()) > 20, "what fires, and what does not"
