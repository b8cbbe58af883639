import pytest

from discrepancy.loaders import load
from loaders.files import Write

STORY = "The river rose by two metres overnight, and the town’s only bridge was closed to traffic, officials said.\n"

HEADS = [
    ("# Bridge shut after *flood*\n\n4 May 2023\n\n" + STORY, "Bridge shut after flood", "2023-05-04", None),
    (
        "---\ntitle: Bridge shut\ndate: 2023-05-04\nsource: 'Harbour'\n---\n\n" + STORY,
        "Bridge shut",
        "2023-05-04",
        "Harbour",
    ),
    (
        '+++\ntitle = "Bridge shut"\ndate = 2023-05-04T07:30:00Z\n+++\n' + STORY,
        "Bridge shut",
        "2023-05-04T07:30+00:00",
        None,
    ),
    ("---\r\ntitle: Bridge shut\r\n---\r\n# Flood\r\n" + STORY, "Bridge shut", None, None),
    ("+++\ntitle = broken\n+++\n# Flood in town\n" + STORY, "Flood in town", None, None),
    ("---\nno end\n" + STORY, None, None, None),
    ("**Published:** May 4, 2023\n\n" + STORY, None, "2023-05-04", None),
    (STORY, None, None, None),
]


@pytest.mark.parametrize(("text", "title", "published", "publisher"), HEADS)
def test_head(write: Write, text: str, title: str | None, published: str | None, publisher: str | None) -> None:
    article = load([write("a.md", text)]).articles[0]
    assert (article.title, article.published, article.publisher) == (title, published, publisher)
    assert article.text == text
    assert article.located
