import pytest

from discrepancy.loaders._language import foreign, language

TEXTS = [
    ("The council said on Monday that the bridge would be closed for the whole of the winter.", "en"),
    ("Shares fell 3% as Harbour Lines cut forecast; analysts expect weak winter, slow recovery for ferry firms.", "en"),
    ("Le conseil a annoncé lundi que le pont serait fermé pendant tout l'hiver, selon la mairie de la ville.", "fr"),
    ("Der Stadtrat teilte am Montag mit, dass die Brücke den ganzen Winter über geschlossen bleibt.", "de"),
    ("De gemeenteraad meldde maandag dat de brug de hele winter in verband met werk is afgesloten voor verkeer.", "nl"),
    ("El ayuntamiento anunció el lunes que el puente permanecerá cerrado durante todo el invierno.", "es"),
    ("Городской совет сообщил в понедельник, что мост будет закрыт на всю зиму из-за ремонта.", "ru"),
    ("Closed.", None),
    ("12 345 678 90 — 11:30", None),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
def test_language(text: str, code: str | None) -> None:
    assert language(text) == code


def test_a_foreign_language_is_named_and_the_way_out_shown() -> None:
    assert foreign("fr").startswith("is in French; only English is compared")
    assert "(xx)" in foreign("xx")
