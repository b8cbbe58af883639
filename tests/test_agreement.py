import pytest

from discrepancy.agreement import corroborated, single_source
from discrepancy.settings import DEFAULT
from tests.builders import evidence

pytestmark = pytest.mark.models

BRIDGE = "Inspectors closed the Halley bridge on Monday after they found deep cracks in two of its pillars."


def test_what_two_sources_say_is_corroborated() -> None:
    told = evidence(BRIDGE, "On Monday, inspectors closed the Halley bridge.")
    (found,) = [c for c in corroborated(told, (), DEFAULT) if "closed" in c.value][:1]
    assert {statement.article.id for statement in found.statements} == {"a", "b"}


def test_copies_of_one_wire_text_are_one_voice() -> None:
    assert {c.voices for c in corroborated(evidence(BRIDGE, BRIDGE), (), DEFAULT)} == {1}


def test_other_figures_are_not_borne_out() -> None:
    told = evidence("The storm killed 12 people in Oslo.", "The storm killed 31 people in Oslo.")
    assert corroborated(told, (), DEFAULT) == ()


def test_what_only_one_says_is_listed() -> None:
    told = evidence(f"{BRIDGE} The mayor plays the violin.", BRIDGE)
    assert [statement.text for statement in single_source(told, DEFAULT)] == ["The mayor plays the violin."]
