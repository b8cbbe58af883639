from __future__ import annotations

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[1] / "docs"
PICTURES = sorted((DOCS / "pictures").glob("*.svg"))
NAMESPACE = "http://www.w3.org/2000/svg"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.stem)
def test_a_picture_asks_no_other_host_and_holds_no_folder_of_anyone(picture: Path) -> None:
    text = picture.read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^\s\"'<>)]+", text)) <= {NAMESPACE}
    assert not re.search(r"@import|@font-face|<script|/tmp/|/home/", text)


def test_every_picture_is_shown_on_the_page() -> None:
    shown = set(re.findall(r"\(pictures/(.+?)\.svg\)", (DOCS / "tui.md").read_text(encoding="utf-8")))
    assert shown == {picture.stem for picture in PICTURES}
