"""What every part of the page needs to know of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from discrepancy.display.labels import labels
from discrepancy.display.phrases import asked, letter, short
from discrepancy.model import Article, Discrepancy, Report, Severity
from discrepancy.review import Reviewed
from discrepancy.writers._page.elements import Html, bdi, element

MARKS = {Severity.HIGH: "●", Severity.MEDIUM: "◐", Severity.LOW: "○"}


@dataclass(frozen=True, slots=True)
class Context:
    """A report with the names and numbers that its sources have on the page."""

    reviewed: Reviewed
    names: Mapping[str, str]
    numbers: Mapping[str, int]
    """Article id to its place among the sources, from 1."""

    spoken: bool
    """Whether readers said anything of what it holds."""

    @property
    def report(self) -> Report:
        return self.reviewed.report

    def to_source(self, article: Article, name: str | None = None) -> Html:
        """A link to the source in the list of sources, by the name that tells it apart, or by `name`."""
        return _link(short(self.names[article.id], 120) if name is None else name, self.numbers[article.id])


@lru_cache
def _link(name: str, number: int) -> Html:
    return element("a", bdi(name), href=f"#source-{number}")


def context(reviewed: Reviewed) -> Context:
    articles = reviewed.report.articles
    numbers = {article.id: number for number, article in enumerate(articles, 1)}
    return Context(reviewed, labels(articles), numbers, reviewed.spoken)


def to_finding(number: int, found: Discrepancy) -> Html:
    """A link to the finding."""
    return element("a", f"{number}. ", bdi(asked(found)), href=f"#finding-{number}")


@lru_cache
def lettered(side: int) -> Html:
    """The letter of a side, before what it says."""
    return element("span", f"{letter(side)} ", class_="letter")


@lru_cache
def marked(severity: Severity) -> Html:
    """By mark and word, so that its colour says nothing new."""
    mark = element("span", MARKS[severity], aria_hidden="true")
    return element("span", mark, f" {severity.value}", class_=severity.value)
