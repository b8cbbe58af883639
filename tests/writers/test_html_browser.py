"""The page in a browser: what it asks for, what runs in it, what its filters, a keyboard and a printer do."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

import browser
import hostile
import reports
import reviews
from browser import Page
from discrepancy.model import Report
from discrepancy.review import Reviewed, unreviewed
from discrepancy.writers.html import write

SHOWN = "[...document.querySelectorAll('.finding')].filter(one => one.checkVisibility()).map(one => one.id.slice(8))"
STATUS = "document.getElementById('shown').textContent"

ATTACKS = (
    "<script>window.ran = 1</script>",
    "</p></article></main><script>window.ran = 2</script>",
    "</style><script>window.ran = 3</script><style>*{display:none}</style>",
    "</script><script>window.ran = 4</script>",
    "</title></head><body onload='window.ran = 5'>",
    "--><script>window.ran = 6</script><!--",
    '"><img src=x onerror="window.ran = 7"><svg/onload=\'window.ran = 8\'>',
    "' onmouseover='window.ran = 9' x='",
    "javascript:window.ran=10",
    "https://wire.example/' onclick='window.ran=11' '",
    'https://wire.example/"><script>window.ran=12</script>',
    "data:text/html,<script>parent.ran=13</script>",
    "<a href='javascript:window.ran=14'>here</a><iframe srcdoc='<script>parent.ran=15</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'><base href='https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css><style>@import 'https://evil.example'</style>",
    "<form action=https://evil.example><button>ok</button></form><template><slot></template>",
    "<details open ontoggle=window.ran=16><noscript><p title='</noscript><script>window.ran=17</script>'>",
    "{{window.ran=18}} ${window.ran=19} <%= window.ran=20 %> &#60;script&#62;window.ran=21&#60;/script&#62;",
)


@pytest.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    async with browser.page(tmp_path) as opened:
        yield opened


async def opened(page: Page, tmp_path: Path, report: Report | Reviewed) -> str:
    """Opens the page of `report`; its address."""
    path = tmp_path / "report.html"
    stream = io.StringIO()
    write(unreviewed(report) if isinstance(report, Report) else report, stream)
    path.write_text(stream.getvalue(), encoding="utf-8")
    await page.open(path.as_uri())
    return path.as_uri()


async def choose(page: Page, name: str, value: str) -> None:
    await page.js(
        f"(() => {{ const field = document.forms[0].elements.{name}; field.value = '{value}';"
        "field.dispatchEvent(new Event('change', { bubbles: true })) })()"
    )


async def test_the_page_asks_for_nothing_and_complains_of_nothing(page: Page, tmp_path: Path) -> None:
    address = await opened(page, tmp_path, reviews.spoken())
    assert page.requests == [address]
    assert page.messages == []


async def test_nothing_that_an_article_holds_runs(page: Page, tmp_path: Path) -> None:
    report = hostile.reviewed((*ATTACKS, *hostile.TEXTS[:16]))
    address = await opened(page, tmp_path, report)
    await page.js(
        "document.querySelectorAll('.finding, a, mark').forEach(one => one.dispatchEvent(new Event('mouseover')))"
    )
    await page.js("document.querySelectorAll('details').forEach(one => { one.open = true })")
    await page.js("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert await page.js("window.ran === undefined")
    assert await page.js("document.scripts.length") == 1
    assert await page.js("document.styleSheets.length") == 1
    assert set(await page.js("[...document.links].map(link => link.protocol)")) == {"file:"}
    assert await page.js("location.href") == address
    shown = await page.js("document.querySelector('#finding-1 blockquote').textContent")
    assert shown.strip() == ATTACKS[0]
    assert len(await page.js(SHOWN)) == len(report.standings)
    assert page.requests == [address]
    assert page.messages == []


async def test_filters_leave_what_fits_all_of_them(page: Page, tmp_path: Path) -> None:
    await opened(page, tmp_path, reviews.spoken())
    assert await page.js(STATUS) == "4 of 4 findings shown"
    await choose(page, "kind", "date")
    assert await page.js(SHOWN) == ["2", "3"]
    await choose(page, "severity", "low")
    assert await page.js(SHOWN) == ["3"]
    assert await page.js(STATUS) == "1 of 4 findings shown"
    await choose(page, "kind", "")
    assert await page.js(SHOWN) == ["3", "4"]
    await choose(page, "severity", "")
    await choose(page, "source", "3")
    assert await page.js(SHOWN) == ["1", "2"]
    await choose(page, "verdict", "extended")
    assert await page.js(SHOWN) == ["1"]
    await choose(page, "verdict", "open")
    assert await page.js(SHOWN) == []
    assert await page.js(STATUS) == "0 of 4 findings shown: choose less, or show all"
    await page.js("document.querySelector('button[type=reset]').click()")
    await page.until("document.getElementById('shown').textContent === '4 of 4 findings shown'")
    assert await page.js(SHOWN) == ["1", "2", "3", "4"]
    assert page.messages == []


async def test_a_keyboard_reaches_the_findings_the_filters_and_all_that_folds(page: Page, tmp_path: Path) -> None:
    await opened(page, tmp_path, reports.report())
    await page.press("Tab")
    assert await page.js("document.activeElement.textContent") == "Skip to the findings"
    assert await page.js("document.activeElement.getBoundingClientRect().left >= 0")
    await page.press("Enter")
    assert await page.js("document.activeElement.id") == "findings"
    await page.press("Tab")
    assert await page.js("document.activeElement.name") == "kind"
    assert await page.js("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    await page.press("ArrowDown")
    await page.until("document.getElementById('shown').textContent === '1 of 3 findings shown'")
    assert await page.js(SHOWN) == ["1"]
    await page.press("Tab", "Tab", "Tab")
    assert await page.js("document.activeElement.type") == "reset"
    await page.press("Space")
    await page.until("document.getElementById('shown').textContent === '3 of 3 findings shown'")
    await page.js("document.querySelector('.why summary').focus()")
    await page.press("Enter")
    assert await page.js("document.querySelector('.why').open")


async def test_a_link_to_a_finding_that_is_filtered_out_shows_it(page: Page, tmp_path: Path) -> None:
    await opened(page, tmp_path, reports.report())
    await choose(page, "kind", "quantity")
    assert await page.js(SHOWN) == ["1"]
    await page.js("document.querySelector('.facts a[href=\"#finding-3\"]').click()")
    await page.until("document.getElementById('shown').textContent === '3 of 3 findings shown'")
    assert await page.js("document.querySelector(':target').id") == "finding-3"


async def test_without_scripts_nothing_is_missing_but_the_filters(page: Page, tmp_path: Path) -> None:
    await page.send("Emulation.setScriptExecutionDisabled", value=True)
    await opened(page, tmp_path, reviews.spoken())
    assert await page.js(SHOWN) == ["1", "2", "3", "4"]
    assert await page.js("document.getElementById('filters').checkVisibility()") is False


@pytest.mark.parametrize(("width", "across"), [(1280, True), (400, False)])
async def test_sides_stand_next_to_each_other_where_there_is_room(
    page: Page, tmp_path: Path, width: int, across: bool
) -> None:
    await page.look(width, 800)
    await opened(page, tmp_path, reviews.spoken())
    first, second = "document.querySelectorAll('.side')[0]", "document.querySelectorAll('.side')[1]"
    tops = await page.js(f"[{first}, {second}].map(side => side.getBoundingClientRect().top)")
    assert (tops[0] == tops[1]) is across
    assert await page.js("document.documentElement.scrollWidth") == width, "the page itself never scrolls sideways"


async def test_many_sides_scroll_inside_the_page(page: Page, tmp_path: Path) -> None:
    report = reports.report()
    found = report.discrepancies[0]
    many = replace(found, sides=found.sides * 4)
    await page.look(1280)
    await opened(page, tmp_path, replace(report, discrepancies=(many,)))
    assert await page.js("document.documentElement.scrollWidth") == 1280
    assert await page.js("document.querySelector('.sides').scrollWidth") > 1280


async def test_the_page_follows_the_colours_and_the_calm_that_its_reader_prefers(page: Page, tmp_path: Path) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    colour = "getComputedStyle(document.body).backgroundColor"
    await page.look(dark=False)
    await opened(page, tmp_path, reports.report())
    light = await page.js(colour)
    assert await page.js(behaviour) == "smooth"
    await page.look(dark=True)
    assert await page.js(colour) != light
    await page.send("Emulation.setEmulatedMedia", features=[{"name": "prefers-reduced-motion", "value": "reduce"}])
    assert await page.js(behaviour) == "auto"


async def test_print_has_all_that_is_shown_open_and_no_controls(page: Page, tmp_path: Path) -> None:
    pdfium = pytest.importorskip("pypdfium2")
    report = reviews.spoken()
    first = report.standings[0]
    crowded = replace(first.found.sides[0], positions=first.found.sides[0].positions * 9)
    found = replace(first.found, sides=(crowded, *first.found.sides[1:]))
    standings = (replace(first, found=found), *report.standings[1:])
    discrepancies = tuple(standing.found for standing in standings)
    whole = replace(report, report=replace(report.report, discrepancies=discrepancies), standings=standings)
    await opened(page, tmp_path, whole)
    await page.pdf(tmp_path / "whole.pdf")
    text = "\n".join(one.get_textpage().get_text_bounded() for one in pdfium.PdfDocument(tmp_path / "whole.pdf"))
    flat = " ".join(text.split())
    assert flat.count("people died when the ferry Aurora") == 9 + 1 + 1 + 1
    assert "A and B: conflict (quantities): same event" in flat
    assert "https://wire.example/aurora" in "".join(text.split())
    for control in ("Show all", "Skip to", "findings shown", "On this page"):
        assert control not in flat
    await choose(page, "severity", "high")
    await page.pdf(tmp_path / "filtered.pdf")
    text = "\n".join(one.get_textpage().get_text_bounded() for one in pdfium.PdfDocument(tmp_path / "filtered.pdf"))
    assert "1 of 4 findings shown" in " ".join(text.split())
