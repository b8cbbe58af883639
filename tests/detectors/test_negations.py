import pytest

from discrepancy.detectors.negations import PLUGIN
from tests.builders import found

pytestmark = pytest.mark.models

FIRES = [
    ("There were no militants in the school, Globex said.", "Militants were in the school, Anna Berg said."),
    ("Anna Berg resigned on Monday.", "Anna Berg did not resign, her office said."),
    ("Globex paid the fine.", "Globex never paid the fine, the court heard."),
]

SILENT = [
    (
        "Jonas Berg was born in Lund, she said.",
        "Some still believe that Jonas Berg was not born in Lund.",
    ),
    ("O'Rourke announced that he is running for mayor.", "O'Rourke is not running against."),
    (
        "Ann Lund confirmed the story of the fire to the Lund Times.",
        "Ann Lund could not confirm the story of the fire.",
    ),
    (
        "Ann Lund is releasing the letters of the mayor.",
        "Ann Lund is not releasing the letters of the mayor out of the goodness of her heart.",
    ),
    (
        "There were no militants in the school.",
        "Anna Berg denied the army's claims that there were militants in the school.",
    ),
    ("There were no militants in the school.", "Militants were in the hospital."),
    ("Halley Bank did not raise rates in May 2023.", "Halley Bank raised rates in June 2023."),
    ("Anna Berg did not attend the hearing.", "Jonas Lund attended the hearing."),
    ("Anna Berg did not attend the hearing.", "Anna Berg attended the wedding."),
    ("Anna Berg did not resign.", "Anna Berg might resign."),
    ("Anna Berg was never nominated for an Oscar.", "Anna Berg was nominated for a Grammy."),
    ("Anna Berg never ran toward the guard.", "Anna Berg ran behind the shed."),
    ("Anna Berg was not charged on the night of the fire.", "Anna Berg was charged on Friday."),
    ("Anna Berg cannot block readers, a court says.", "Anna Berg blocked readers for years."),
    ("Anna Berg faces a no-confidence vote.", "Anna Berg faces a vote of confidence."),
    ("Globex did not initially recall the lamps.", "Globex recalled the lamps."),
    ("Globex no longer appears on the list of sponsors.", "Globex had appeared on a list of sponsors."),
    ("Globex never formally recalled the lamps.", "Globex recalled the lamps."),
    ("Anna Berg denied that she left Oslo to escape a trial.", "Anna Berg left Oslo."),
]


@pytest.mark.parametrize("texts", FIRES)
def test_fires(texts: tuple[str, str]) -> None:
    assert found(PLUGIN, *texts)


@pytest.mark.parametrize("texts", SILENT)
def test_stays_silent(texts: tuple[str, str]) -> None:
    assert not found(PLUGIN, *texts)
