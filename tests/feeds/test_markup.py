from __future__ import annotations

import pytest

from discrepancy.feeds._markup import plain, tidy

TEXTS = [
    ("<p>One  <b>two</b>\nthree.</p><p>Four.</p>", "One two three.\n\nFour."),
    ("One<br>two<br/><br />three", "One\ntwo\n\nthree"),
    ("<div><div><p>One</p></div></div><div>Two</div>", "One\n\nTwo"),
    ("<ul><li>One</li><li>Two</li></ul>Three", "One\nTwo\n\nThree"),
    ("<table><tr><th>Dead</th><th>Hurt</th></tr><tr><td>2</td><td>16</td></tr></table>", "Dead | Hurt\n2 | 16"),
    ("un<b>believ</b>able", "unbelievable"),
    ("5 &lt; 6 &amp;amp; caf&eacute;&nbsp;au lait", "5 < 6 &amp; café au lait"),
    ("5 < 6 and 7 > 6", "5 < 6 and 7 > 6"),
    ("no markup", "no markup"),
    ("", ""),
    ("<!-- One -->", ""),
    ("<p>One<script>var two;</script><style>p {}</style></p>", "One"),
    ("<P>One<SCRIPT>var two;", "One"),
    ("One<svg><title>t</title><script>x</script></svg><iframe>x</iframe><noscript>x</noscript>", "One"),
    ("One<p hidden>two</p> three", "One three"),
    ("<img src=x onerror=alert(1) alt='a'>One", "One"),
    ("<p>One<![CDATA[ two ]]></p>", "One"),
    ("<figure><img src=a><figcaption>The ferry.</figcaption></figure>", "The ferry."),
    ("<p>A&#xD800;B&#0;</p>", "A\ufffdB\ufffd"),
]


@pytest.mark.parametrize(("markup", "text"), TEXTS)
def test_what_a_reader_of_the_page_would_see(markup: str, text: str) -> None:
    assert plain(markup) == text


@pytest.mark.parametrize(
    "markup", ["<div>" * 100_000 + "x", "<" * 100_000, "</p>" * 100_000, "<p>x" * 50_000], ids=range(4)
)
def test_broken_markup_comes_to_an_end(markup: str) -> None:
    assert "<p" not in plain(markup)


def test_the_paragraphs_of_plain_text_stay() -> None:
    assert tidy(" One \r\n two\t three\r\r\n\n\n Four\n") == "One\ntwo three\n\nFour"
