"""Make docs/detectors/ from the detectors' docstrings: a page for each kind of disagreement, and one that lists them.

python docs/make_docs.py           write the pages
python docs/make_docs.py --check   write nothing; fail when a page is not what its detectors say
"""

from __future__ import annotations

import re
import sys
from inspect import cleandoc
from pathlib import Path

from discrepancy import detectors, plugins
from discrepancy.detectors import Detector
from discrepancy.model import Kind

FOLDER = Path(__file__).parent / "detectors"
NOTE = "<!-- Made by `make docs` from the detectors' docstrings: edit those. -->"
INDEX = "README.md"


def pages() -> dict[str, str]:
    """The text of each page by its file name."""
    found = plugins.discover(detectors, Detector)
    by_kind = {kind: [one for one in found if one.kind is kind] for kind in Kind}
    made = {f"{kind.value}.md": page(kind, ours) for kind, ours in by_kind.items() if ours}
    return {INDEX: index({kind: ours for kind, ours in by_kind.items() if ours}), **made}


def index(by_kind: dict[Kind, list[Detector]]) -> str:
    rows = [
        f"| [{kind.value}]({kind.value}.md) | {'<br>'.join(first_line(one) for one in ours)} |"
        for kind, ours in by_kind.items()
    ]
    return "\n".join([NOTE, "", "# What is looked for", "", "| Kind | What it finds |", "| --- | --- |", *rows, ""])


def page(kind: Kind, ours: list[Detector]) -> str:
    parts = [NOTE, f"# {kind.value.capitalize()}", *(section(one) for one in ours)]
    return "\n\n".join(parts) + "\n"


def first_line(detector: Detector) -> str:
    return cleandoc(detector.doc).partition("\n")[0]


def section(detector: Detector) -> str:
    """A detector's docstring as Markdown: its first line as it is, its tables of examples as lists."""
    paragraphs = re.split(r"\n{2,}", cleandoc(detector.doc))
    return "\n\n".join([f"## {detector.name}", *(paragraph(text) for text in paragraphs)])


def paragraph(text: str) -> str:
    """A paragraph; where it is a heading over indented examples, the heading and a list."""
    head, *examples = text.split("\n")
    if not examples or not examples[0].startswith("    ") or not head.endswith(":"):
        return text
    items: list[str] = []
    for example in examples:
        # An example that goes on over a line is indented further than the first, or begins in the middle of a word.
        goes_on = example.startswith("     ") or (items and example.strip()[0].islower())
        if goes_on and items:
            items[-1] += f" {example.strip()}"
        else:
            items.append(f"- {example.strip()}")
    return "\n".join([f"**{head}**", "", *items])


def main() -> None:
    made = pages()
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    if "--check" in sys.argv[1:]:
        stale = sorted(name for name in made.keys() | there.keys() if made.get(name) != there.get(name))
        sys.exit(f"run `make docs`: {', '.join(stale)} not as the detectors say" if stale else 0)
    FOLDER.mkdir(exist_ok=True)
    for name in there.keys() - made.keys():
        (FOLDER / name).unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
