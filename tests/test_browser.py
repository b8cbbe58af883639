"""The browser that other tests use tells what a page does."""

from __future__ import annotations

from pathlib import Path

import browser

PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>A page</title></head><body>
<input id="i"><script>
console.log("hello", 1); document.title = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
new Image().src = "http://127.0.0.1:9/x.png"; alert("here");
document.addEventListener("DOMContentLoaded", () => { throw new Error("late") });
</script></body></html>"""


async def test_what_a_page_does_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    async with browser.page(tmp_path) as page:
        await page.look(dark=True)
        await page.open(path.as_uri())
        assert await page.js("document.title") == "dark"
        assert page.messages[:2] == ["log: hello 1", "dialog: here"]
        assert any("Error: late" in message for message in page.messages)
        assert page.requests == [path.as_uri(), "http://127.0.0.1:9/x.png"]
        await page.press("Tab")
        await page.type("a B-1")
        await page.press("shift+Home", "Backspace", "x")
        await page.until("document.querySelector('#i').value === 'x'")
        await page.screenshot(tmp_path / "page.png")
        await page.pdf(tmp_path / "page.pdf")
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
