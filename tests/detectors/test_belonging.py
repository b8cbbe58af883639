import pytest

from discrepancy.detectors.belonging import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("The Lund Institute is an independent body.", "The Lund Institute is part of Harvard University."),
    ("The Halley Group and Initech act as independent firms.", "Initech is officially a subsidiary of Globex."),
]

SILENT = [
    ("The Lund Bank is an independent agency within the state.", "The Lund Bank is part of the state."),
    ("The Lund Institute is part of Harvard.", "The Lund Institute was integrated into Harvard."),
    ("The Lund Institute wants to be an independent body.", "The Lund Institute is part of Harvard."),
    ("An independent panel wrote the report.", "The Lund Institute is part of Harvard."),
    ("Anna Berg, 34, acts as an independent voice.", "Anna Berg, 34, is part of the Lund Institute."),
    ("The Maine Institute is an independent body.", "The Lund Institute is part of Harvard."),
    ("The Lund Institute speaks at the Department of State.", "The Lund Institute called for an independent press."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
