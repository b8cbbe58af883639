import pytest

from discrepancy.loaders import load
from discrepancy.loaders.pdf import paragraphs
from loaders.files import Write, pdf

LINES = (
    "Bridge shut after flood",
    "May 4, 2023",
    "The river rose by two metres overnight, and the only bridge of",
    "the town was closed to traffic, officials said on Thursday.",
    "Two people were hurt.",
)
SECOND = ("The mayor said that the bridge would open again within weeks of", "the flood.")


def test_lines_become_paragraphs_and_pages_are_known(write: Write) -> None:
    article = load([write("a.pdf", pdf([LINES, SECOND], title="Bridge shut after flood"))]).articles[0]
    assert article.text.splitlines() == [
        "Bridge shut after flood",
        "May 4, 2023",
        f"{LINES[2]} {LINES[3]}",
        "Two people were hurt.",
        "",
        "The mayor said that the bridge would open again within weeks of the flood.",
    ]
    assert (article.title, article.published, article.located) == ("Bridge shut after flood", "2023-05-04", False)
    assert [article.page_of(article.text.index(word)) for word in ("Bridge", "Two", "mayor")] == [1, 1, 2]
    assert article.line_of(5) is None


BROKEN = [
    (pdf([LINES], locked_with="harbour"), "is locked with a password: save a copy without one"),
    (pdf([[]]), "holds no text, only images perhaps: run text recognition (OCR) on it first"),
    (pdf([LINES])[:-40], "is cut off (its end is missing): fetch it again"),
    (pdf([LINES])[:300], "is cut off (its end is missing): fetch it again"),
    (b"%PDF-1.4\nnothing at all\n%%EOF\n", "is damaged: fetch it again"),
    (b"", "is empty: fetch it again"),
    (b"<html>not found</html>", "is no PDF, whatever its name says: give it the suffix of its format"),
]


@pytest.mark.parametrize(("data", "reason"), BROKEN, ids=range(len(BROKEN)))
def test_what_cannot_be_read(write: Write, data: bytes, reason: str) -> None:
    collection = load([write("a.pdf", data)])
    assert not collection.articles
    assert [unread.reason for unread in collection.unread] == [reason]


def test_a_word_that_is_broken_at_the_end_of_a_line_is_whole() -> None:
    assert paragraphs("The inter\x02\nnational panel met.") == "The international panel met."
    assert paragraphs("It was a well-\nknown fact.") == "It was a well-known fact."
